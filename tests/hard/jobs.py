"""What processes do that are killed, or that crowd one folder. Each says what is stored.

A database that is busy is asked again, as the window does.
"""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.model.errors import Trouble
from app.model.run import Mark
from app.services import runs
from app.services.workplace import Workplace, open_workplace
from tests.hard.processes import Tell


def work_for_ever(tell: Tell, folder: Path, name: str) -> None:
    """Tick and write notes in all runs, without an end."""
    with opened_by(folder, name) as place:
        ids = [row.run.id for row in runs.list_runs(place)]
        chance = random.Random(name)
        number = 0
        while True:
            number += 1
            run = chance.choice(ids)
            mark = chance.choice((Mark.DONE, Mark.NOT_RELEVANT, Mark.OPEN))
            item = chance.randrange(2)
            view = runs.mark_item(
                place, run=run, step="modtag", item=item, mark=mark, reason="Aftalt"
            )
            tell((run, view.events[-1].sequence))


def opened_by(folder: Path, name: str) -> Workplace:
    """Open a folder by the clock of the machine; what ships is left out."""
    return open_workplace(folder, shipped=None, clock=lambda: datetime.now(UTC), actor=name)


def until_free(work: Callable[[], object]) -> int:
    """Do something, again where the database is busy; return how often it was."""
    busy = 0
    while True:
        try:
            work()
        except Trouble as trouble:
            if trouble.code != "locked":
                raise
            busy += 1
        else:
            return busy
