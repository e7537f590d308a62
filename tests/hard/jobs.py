"""What processes do that are killed, or that crowd one folder. Each tells what it has stored.

A database that is busy is asked again, as the window does.
"""

import os
import random
import signal
import sqlite3
import string
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import TypeVar

from app.data_folder import DATABASE
from app.model.errors import Refused, Trouble
from app.model.library.stored_version import Kind
from app.model.library.version_work import Draft
from app.model.run.run import Mark
from app.services import run_steps, runs, suggestions
from app.services.authoring import keep_draft
from app.services.backups import back_up_now, recover, restore
from app.services.care import look_after
from app.services.library import load_shelf, reindex
from app.services.opening import open_workplace
from app.services.retention import delete_run
from app.services.run_core import RunView
from app.services.run_lists import list_runs
from app.services.run_tools import fill_tool
from app.services.settings import add_own_word, change_settings
from app.services.workplace import Workplace
from app.store.backup_files import backup_files
from tests.hard.claims import (
    SHARED,
    BackedUp,
    Begun,
    Claim,
    Deleted,
    Doomed,
    Drafted,
    Favoured,
    FilledIn,
    Happened,
    Learned,
    Noted,
    Suggested,
)
from tests.hard.processes import Tell
from tests.services.make import procedure

T = TypeVar("T")

Job = Callable[[Tell, Path], None]
"""What a process does in a folder."""

BUSY = "busy"
"""Told each time the database was busy, and it was tried again."""

_STEP = "modtag"

_TOUCHES = frozenset(
    {"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.utime", "sqlite3.connect"}
)
"""What Python tells its audit hooks before it does something to a file."""


class Busy:
    """Somebody who works on one folder, in no order, and tells what was stored."""

    def __init__(self, workplace: Workplace, tell: Tell, name: str) -> None:
        self._workplace, self._tell, self._name = workplace, tell, name
        self._chance = random.Random(name)
        self._number = 0
        self._draft: Draft | None = None
        self._own: list[str] = []
        self._runs: list[str] = []
        self._look_again()

    def work(self) -> None:
        """Do one thing, and tell it."""
        self._number += 1
        act = self._chance.choices(list(_ACTS), list(_ACTS.values()))[0]
        try:
            claims = until_free(lambda: list(act(self)), self._tell)
        except Refused as refused:
            if refused.code != "no_such_run":
                raise
            self._look_again()  # somebody has gone back to a backup
        else:
            for claim in claims:
                self._tell(claim)

    def _look_again(self) -> None:
        self._runs = [row.run.id for row in list_runs(self._workplace)]
        self._own = [run for run in self._own if run in self._runs]

    def tick(self) -> Iterator[Claim]:
        mark = self._chance.choice((Mark.DONE, Mark.NOT_RELEVANT, Mark.OPEN))
        item = self._chance.randrange(2)
        run = self._run()
        yield happened(
            run_steps.mark_item(
                self._workplace, run=run, step=_STEP, item=item, mark=mark, reason=self._said()
            )
        )

    def note(self) -> Iterator[Claim]:
        yield happened(
            run_steps.write_note(self._workplace, run=self._run(), step=_STEP, text=self._said())
        )

    def add_line(self) -> Iterator[Claim]:
        """Add a line to a note that others write in too, as a window does: from what it shows."""
        run, line = self._run(), self._said()
        base = runs.open_run(self._workplace, run=run).state.steps[SHARED].note
        text = f"{base}\n{line}".strip()
        yield happened(
            run_steps.write_note(self._workplace, run=run, step=SHARED, text=text, base=base)
        )
        yield Noted(run, line)

    def fill_tool(self) -> Iterator[Claim]:
        run, field = self._run(), f"felt-{self._name}"
        fields = {field: self._said()}
        yield happened(fill_tool(self._workplace, run=run, tool="dagsorden", fields=fields))
        yield FilledIn(run, field)

    def start(self) -> Iterator[Claim]:
        view = runs.start_run(
            self._workplace,
            procedure="underretning",
            case_number=f"2026-{self._number}",
            trigger=self._workplace.now(),
        )
        self._own.append(view.state.run.id)
        yield happened(view)

    def delete(self) -> Iterator[Claim]:
        if self._own:
            self._tell(Doomed(self._own[-1]))
            delete_run(self._workplace, run=self._own[-1])
            yield Deleted(self._own.pop())

    def learn(self) -> Iterator[Claim]:
        word = self._word()
        add_own_word(self._workplace, word)
        yield Learned(word)

    def favour(self) -> Iterator[Claim]:
        """Put a text among the favourites that this window knows of, as the window does."""
        name = f"card:{self._word()}"
        change_settings(self._workplace, favourites=(*self._workplace.settings.favourites, name))
        yield Favoured(name)

    def begin_suggestion(self) -> Iterator[Claim]:
        where = f"{self._name}:{self._number}"
        suggestions.keep_begun(self._workplace, where=where, text=self._said())
        yield Begun(where, self._said())

    def suggest(self) -> Iterator[Claim]:
        text = self._said()
        suggestions.suggest(self._workplace, kind=Kind.CARD, slug="opkald", text=text, version=1)
        yield Suggested(text)

    def write(self) -> Iterator[Claim]:
        """Write on at one draft; its title grows."""
        before = self._draft
        if before is None or len(before.document.title) > 80:
            document, base, number, mark = procedure(self._word()), 1, None, ""
        else:
            document = procedure(f"{before.document.title}x")
            base, number, mark = 1, before.info.number, before.mark
        kept = keep_draft(self._workplace, document=document, base=base, draft=number, mark=mark)
        self._draft = kept
        yield Drafted(kept.info.slug, kept.info.number, kept.document.title)

    def back_up(self) -> Iterator[Claim]:
        yield BackedUp(back_up_now(self._workplace).name)

    def reindex(self) -> Iterator[Claim]:
        reindex(self._workplace)
        yield from ()

    def _run(self) -> str:
        return self._chance.choice(self._runs)

    def _said(self) -> str:
        return f"{self._name} siger {self._number}"

    def _word(self) -> str:
        """A word of letters alone that nobody else has."""
        letters = "".join(self._chance.choices(string.ascii_lowercase, k=12))
        return f"{self._name}{letters}"


_ACTS: dict[Callable[[Busy], Iterator[Claim]], int] = {
    Busy.tick: 8,
    Busy.note: 8,
    Busy.add_line: 6,
    Busy.fill_tool: 4,
    Busy.write: 4,
    Busy.learn: 3,
    Busy.favour: 3,
    Busy.begin_suggestion: 2,
    Busy.suggest: 2,
    Busy.start: 2,
    Busy.delete: 1,
    Busy.back_up: 1,
    Busy.reindex: 1,
}
"""What is done, and how often beside the rest."""


def happened(view: RunView) -> Happened:
    """What the newest event of a run claims."""
    return Happened(view.state.run.id, view.events[-1])


# Jobs


def work_for_ever(tell: Tell, folder: Path, name: str) -> None:
    """Do all kinds of things, without an end."""
    with opened_by(folder, name) as workplace:
        busy = Busy(workplace, tell, name)
        while True:
            busy.work()


def work_so_often(tell: Tell, folder: Path, name: str, times: int) -> None:
    """Do so many things of all kinds."""
    with opened_by(folder, name) as workplace:
        busy = Busy(workplace, tell, name)
        for _ in range(times):
            busy.work()


def back_up_for_ever(tell: Tell, folder: Path) -> None:
    """Make one backup after the other."""
    with opened_by(folder, "kopi") as workplace:
        while True:
            tell(BackedUp(back_up_now(workplace).name))


def open_with(tell: Tell, folder: Path, shipped: Path | None) -> None:
    """Open a folder, so that it is upgraded, or takes what ships; and close it again."""
    with open_workplace(folder, shipped=shipped, actor="anna"):
        tell("opened")
    tell("closed")


def go_back(tell: Tell, folder: Path) -> None:
    """Go back to the first backup."""
    restore(folder, name=backup_files(folder)[0].name)
    tell("restored")


def rescue(tell: Tell, folder: Path) -> None:
    """Put a sound database in the place of a damaged one."""
    recover(folder)
    tell("rescued")


def die_at(tell: Tell, folder: Path, number: int, job: Job) -> None:
    """Do something else, and be killed just before it touches a file for the so-manieth time."""
    left = number

    def count(event: str, args: tuple[object, ...]) -> None:
        nonlocal left
        if event in _TOUCHES and any(str(folder) in str(arg) for arg in args):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    job(tell, folder)


def care_once(tell: Tell, folder: Path, together: Barrier) -> None:
    """Look after a folder at the same moment as others."""
    with opened_by(folder, "omsorg") as workplace:
        together.wait()
        look_after(workplace)
    tell("cared")


def begin_together(tell: Tell, folder: Path, shipped: Path, together: Barrier) -> None:
    """Start for the first time at the same moment as others."""
    together.wait()
    with open_workplace(folder, shipped=shipped, actor="anna") as workplace:
        tell(len(load_shelf(workplace).library.procedures))


def hold_lock(tell: Tell, folder: Path, seconds: float) -> None:
    """Write for so long that others are told that the database is busy."""
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        tell("held")
        threading.Event().wait(seconds)
        connection.execute("ROLLBACK")


# What they share


def opened_by(folder: Path, name: str) -> Workplace:
    """Open a folder by the clock of the machine; what ships is left out."""
    return open_workplace(folder, shipped=None, clock=lambda: datetime.now(UTC), actor=name)


def until_free(work: Callable[[], T], tell: Tell) -> T:
    """Do something, again where the database is busy."""
    while True:
        try:
            return work()
        except Trouble as trouble:
            if trouble.code != "locked":
                raise
            tell(BUSY)
