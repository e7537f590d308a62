"""A process that is killed at any moment loses no tick it has shown.

Run: `.venv/bin/python -m benchmarks.kill [times]`. A real process ticks and writes notes in a
folder of its own, and says what it was told is stored; it is killed at a moment nobody chose,
again and again. What it said is then looked for in the file.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from msgspec import Struct

from app.model.errors import Trouble
from app.model.run import ItemMarked, Noted
from app.services import runs
from app.services.workplace import open_workplace

ROOT = Path(__file__).resolve().parent.parent

_WORKER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.model.run import Mark
from app.services import runs
from app.services.workplace import open_workplace
folder, run = Path(sys.argv[1]), sys.argv[2]
place = open_workplace(folder, shipped=None, actor="anna")
step = runs.open_run(place, run=run).procedure.start
count = len(step.checklist)
number = len(runs.open_run(place, run=run).events)
print("ready", flush=True)
while True:
    number += 1
    if number % 5 == 0:
        view = runs.write_note(place, run=run, step=step.id, text=f"Note nummer {number}")
    else:
        mark = Mark.DONE if number % 2 else Mark.NOT_RELEVANT
        view = runs.mark_item(
            place, run=run, step=step.id, item=number % count, mark=mark, reason="Aftalt"
        )
    print(view.events[-1].sequence, flush=True)
"""


class Outcome(Struct):
    """What came of killing a process many times."""

    kills: int = 0
    shown: int = 0
    lost: int = 0
    broken: int = 0
    seconds: float = 0.0


def main() -> None:
    """Kill as often as asked, and tell what was lost."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as name:
        outcome = kill_often(Path(name), times)
    print(f"{outcome.kills} kills in {outcome.seconds:.0f} s; {outcome.shown} ticks were shown")
    print(f"lost after they were shown: {outcome.lost}; files damaged: {outcome.broken}")
    sys.exit(bool(outcome.lost or outcome.broken))


def kill_often(folder: Path, times: int, *, seed: int = 0) -> Outcome:
    """Kill a ticking process so many times, and look each time for what it had shown."""
    chance, outcome, began = random.Random(seed), Outcome(), time.monotonic()
    with open_workplace(folder, actor="anna") as place:
        view = runs.start_run(
            place, procedure="underretning", case_number="2026-04417", trigger=place.now()
        )
    run = view.state.run.id
    for _ in range(times):
        shown = _tick_until_killed(folder, run, chance.uniform(0.0, 0.25))
        outcome.kills += 1
        outcome.shown += len(shown)
        _look(folder, run, shown, outcome)
    outcome.seconds = time.monotonic() - began
    return outcome


def _tick_until_killed(folder: Path, run: str, after: float) -> list[int]:
    """Let a process tick for a while, and return the events it said were stored."""
    worker = subprocess.Popen(
        [sys.executable, "-c", _WORKER, str(folder), run],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    worker.stdout.readline()
    time.sleep(after)
    worker.kill()
    said, _ = worker.communicate()
    whole = said[: said.rfind("\n") + 1]  # a line cut in two was never shown
    return [int(line) for line in whole.split() if line.isdigit()]


def _look(folder: Path, run: str, shown: list[int], outcome: Outcome) -> None:
    """Open the file as the program does after a crash, and count what is missing.

    After a crash the program reads the whole file through before it uses it.
    """
    try:
        with open_workplace(folder, shipped=None, actor="anna") as place:
            events = {event.sequence: event for event in runs.open_run(place, run=run).events}
    except Trouble:
        outcome.broken += 1
        return
    outcome.broken += list(events) != list(range(1, len(events) + 1))
    kept = {n for n in shown if n in events and isinstance(events[n].what, ItemMarked | Noted)}
    outcome.lost += len(set(shown) - kept)


if __name__ == "__main__":
    main()
