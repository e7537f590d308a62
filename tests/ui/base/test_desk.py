"""The way to the worker: trouble stays until that very thing has succeeded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.model.errors import Refused, Told, Trouble
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.base.messages import Message
from app.ui.base.tasks import BackgroundTasks
from tests.ui.conftest import Clock


class BugError(Exception):
    """Something nobody has thought of."""


class Shown:
    """What is told now."""

    def __init__(self, desk: Desk) -> None:
        self.now: list[Message] = []
        desk.messages.told.connect(self.now.append)
        desk.messages.settled.connect(self._settle)

    def _settle(self, about: object) -> None:
        self.now = [message for message in self.now if message.about != about]


@pytest.fixture
def tasks() -> BackgroundTasks:
    return BackgroundTasks()


@pytest.fixture
def desk(folder: Path, clock: Clock, tasks: BackgroundTasks) -> Iterator[Desk]:
    with open_workplace(folder, clock=clock, actor="rådgiver") as workplace:
        yield Desk(workplace, load_shelf(workplace), tasks, clock)
        tasks.close()


@pytest.fixture
def told(desk: Desk) -> Shown:
    return Shown(desk)


class Disk:
    """Does its work unless it is told to fail."""

    def __init__(self) -> None:
        self.error: BaseException | None = Trouble("disk_full")
        self.done = 0

    def work(self, _: Workplace) -> None:
        if self.error is not None:
            raise self.error

    def on_done(self, _: None) -> None:
        self.done += 1


def _nothing(_: object) -> None:
    """Take an answer."""


def test_trouble_stays_while_other_things_succeed(desk: Desk, told: Shown, qtbot: QtBot) -> None:
    disk, others = Disk(), list[object]()
    desk.do(disk.work, disk.on_done)
    for _ in range(3):
        desk.do(lambda workplace: workplace.changes_elsewhere(), others.append)
    qtbot.waitUntil(lambda: len(others) == 3)
    assert [message.heading for message in told.now] == ["Der er ikke plads på disken"]


def test_to_try_again_does_the_same_thing_and_settles_it(
    desk: Desk, told: Shown, qtbot: QtBot
) -> None:
    disk = Disk()
    desk.do(disk.work, disk.on_done)
    qtbot.waitUntil(lambda: bool(told.now))
    disk.error = None
    (message,) = told.now
    assert message.mend is not None
    assert message.mend[0] == "Prøv igen"
    message.mend[1]()
    qtbot.waitUntil(lambda: not told.now)
    assert disk.done == 1


def test_to_try_again_takes_what_the_field_holds_now(desk: Desk, told: Shown, qtbot: QtBot) -> None:
    disk, asked = Disk(), []
    desk.do(disk.work, disk.on_done, again=lambda: asked.append("field"))
    qtbot.waitUntil(lambda: bool(told.now))
    (message,) = told.now
    assert message.mend is not None
    message.mend[1]()
    assert asked == ["field"]


def test_the_same_thing_done_anew_takes_its_trouble_away(
    desk: Desk, told: Shown, qtbot: QtBot
) -> None:
    disk = Disk()
    desk.do(disk.work, disk.on_done, about=("note", "trin 3"))
    qtbot.waitUntil(lambda: bool(told.now))
    disk.error = None
    desk.do(disk.work, disk.on_done, about=("note", "trin 3"))
    qtbot.waitUntil(lambda: not told.now)


def test_a_bug_reaches_the_one_who_asked_and_is_told(desk: Desk, told: Shown, qtbot: QtBot) -> None:
    disk, heard = Disk(), list[Told]()
    disk.error = BugError()

    def refused(error: Told) -> bool:
        heard.append(error)
        return False

    with qtbot.captureExceptions():
        desk.do(disk.work, disk.on_done, refused)
        qtbot.waitUntil(lambda: bool(told.now))
    assert [error.code for error in heard] == ["unexpected"]
    assert told.now[0].heading == "Noget i programmet gik galt"


def test_the_answer_for_what_is_gone_is_dropped(desk: Desk, told: Shown, qtbot: QtBot) -> None:
    disk, page, others = Disk(), QObject(), list[object]()
    disk.error = None
    desk.do(disk.work, disk.on_done, owner=page)
    delete(page)
    desk.do(lambda _: None, others.append)
    qtbot.waitUntil(lambda: bool(others))
    assert disk.done == 0


def test_a_refusal_for_what_is_gone_is_dropped_and_trouble_is_not(
    desk: Desk, told: Shown, qtbot: QtBot
) -> None:
    page, others = QObject(), list[object]()
    for error in (Refused("note_too_long", limit="4.000"), Trouble("disk_full")):
        disk = Disk()
        disk.error = error
        desk.do(disk.work, disk.on_done, owner=page)
    delete(page)
    desk.do(lambda _: None, others.append)
    qtbot.waitUntil(lambda: bool(others))
    assert [message.heading for message in told.now] == ["Der er ikke plads på disken"]


def test_nothing_is_told_of_what_comes_when_the_folder_has_been_let_go(
    desk: Desk, tasks: BackgroundTasks, told: Shown, qtbot: QtBot
) -> None:
    disk, idle = Disk(), list[bool]()
    disk.error = Trouble("closed")
    desk.end()
    desk.do(disk.work, disk.on_done)
    tasks.when_idle(lambda: idle.append(True))
    qtbot.waitUntil(lambda: bool(idle))
    assert told.now == []
