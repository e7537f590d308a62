"""What a library of ten times the size takes, a bundle of all of it, and a run of 5,000 events.

Run: `.venv/bin/python -m benchmarks.large [times]`. Times are wall clock, with the processor's in
brackets.
"""

import gc
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import TypeVar

from msgspec.structs import replace

from app.files import export_library, read_library
from app.model.library.card import ActionCard
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure
from app.model.library.tool import Tool
from app.model.run.run import ItemMarked, Mark
from app.services import run_steps, runs
from app.services.arriving import bring_in
from app.services.library import load_shelf, reindex, search
from app.services.looking import look_into
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.services.sharing import BUNDLE_ENDING, share_as_bundle
from app.services.workplace import Workplace

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 11, 26, 8, 40, tzinfo=UTC)
EVENTS = (100, 1_000, 5_000)
D = TypeVar("D", Procedure, ActionCard, Tool)
_LETTERS = "abcdefghijklmnopqrst"


def main() -> None:
    """Make both, measure, and print a line for each figure."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as name:
        made, folder = Path(name) / "library", Path(name) / "data"
        made.mkdir()
        whole = grown(read_library(ROOT / "procedures").library, times)
        export_library(whole, made)
        counts = len(whole.procedures), len(whole.cards), len(whole.tools)
        print("{} procedures, {} cards, {} tools".format(*counts))
        told: list[tuple[int, float]] = []
        began = perf_counter()
        with timed("first start"):
            workplace = open_workplace(
                folder,
                shipped=made,
                clock=lambda: NOW,
                actor="anna",
                progress=lambda percent: told.append((percent, perf_counter())),
            )
        moments = [began, *(at for _, at in told), perf_counter()]
        longest = max(after - before for before, after in pairwise(moments))
        print(f"  told {len(told)} times how far it is, at most {longest:.1f} s apart")
        workplace.close()
        with timed("open again"):
            workplace = open_workplace(folder, shipped=made, clock=lambda: NOW, actor="anna")
        with workplace, timed("read the shelf"):
            load_shelf(workplace)
        with open_workplace(folder, shipped=made, clock=lambda: NOW, actor="anna") as workplace:
            for typed in ("barn", "samtykke", "§ 136", "boernefaglig undersøgelse"):
                with timed(f"search {typed}"):
                    search(workplace, typed)
            measure_reindex(workplace, folder, made)
            measure_bundle(workplace, Path(name))
            for number in EVENTS:
                measure_ticks(workplace, number)


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print how long something took."""
    began, used = perf_counter(), process_time()
    yield
    took, cost = perf_counter() - began, process_time() - used
    print(f"{name:34}{took * 1000:9.0f} ms ({cost * 1000:.0f})")


def measure_reindex(workplace: Workplace, folder: Path, made: Path) -> None:
    """Make the index anew, and tick all the while in another window: how long does one wait?"""
    with (
        open_workplace(folder, shipped=made, clock=lambda: NOW, actor="bo") as other,
        ticking(other),
        timed("reindex"),
    ):
        reindex(workplace)


def measure_bundle(workplace: Workplace, around: Path) -> None:
    """Bring all of it into the house of another, who ticks all the while in another window."""
    bundle = around / f"alt{BUNDLE_ENDING}"
    with timed("write a bundle of it all"):
        share_as_bundle(workplace, wanted=(), title="Alt", path=bundle)
    with (
        open_workplace(around / "theirs", clock=lambda: NOW, actor="anna") as theirs,
        open_workplace(around / "theirs", clock=lambda: NOW, actor="bo") as other,
    ):
        change_settings(theirs, role="teamleder")
        with timed("look into the bundle"):
            plan = look_into(theirs, path=bundle).plan
        with ticking(other), timed("bring it in"):
            arrived = bring_in(theirs, plan=plan, choices=plan.usual())
        print(f"  {len(arrived.drafts)} drafts")


@contextmanager
def ticking(workplace: Workplace) -> Iterator[None]:
    """Tick all the while, and print how long one waited at most."""
    run = _begun(workplace)
    waits: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.is_set():
            began = perf_counter()
            _tick(workplace, run, len(waits))
            waits.append(perf_counter() - began)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
    print(f"  {len(waits)} ticks meanwhile, the longest waited {max(waits) * 1000:.0f} ms")


def measure_ticks(workplace: Workplace, events: int) -> None:
    """Tick in a run of so many events; the collector runs at the window's own time, not in it."""
    gc.disable()
    run = _begun(workplace)
    with workplace.store.writing() as work:
        for number in range(events):
            what = ItemMarked("modtag", 0, Mark.OPEN if number % 2 else Mark.DONE)
            work.runs.append(run, what, at=NOW, actor="anna")
        work.commit()
    spent = []
    for number in range(9):
        began = thread_time()
        _tick(workplace, run, number)
        spent.append(thread_time() - began)
    gc.enable()
    print(f"tick, {events} events: {min(spent) * 1000:.1f} ms of the processor")


def _begun(workplace: Workplace) -> str:
    view = runs.start_run(workplace, procedure="underretning", case_number="2026-1", trigger=NOW)
    return view.state.run.id


def _tick(workplace: Workplace, run: str, number: int) -> None:
    mark = Mark.OPEN if number % 2 else Mark.DONE
    run_steps.mark_item(workplace, run=run, step="modtag", item=1, mark=mark)


def _many(documents: Iterable[D], times: int) -> Iterator[D]:
    for number in range(times):
        ending = f"-{_LETTERS[number]}" if number else ""
        for one in documents:
            title = f"{one.title} {_LETTERS[number]}" if number else one.title
            yield replace(one, id=one.id + ending, title=title)


def grown(library: Library, times: int) -> Library:
    """Make a library of so many times the documents, with other names."""
    return Library(
        library.catalogue,
        tuple(_many(library.procedures, times)),
        tuple(_many(library.cards, times)),
        tuple(_many(library.tools, times)),
    )


if __name__ == "__main__":
    main()
