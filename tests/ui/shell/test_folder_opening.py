"""A data folder that cannot be opened: the window says why, what is safe, and how to go on."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.paths import SHIPPED_LIBRARY
from app.services import runs
from app.services.care import look_after
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.ui.base.crash import CrashWatch
from app.ui.base.tasks import BackgroundTasks, DirectTasks
from app.ui.shell.folder_opening import Opening
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.main_window import MainWindow
from app.ui.shell.trouble_place import TroublePlace
from tests.ui.conftest import Clock

DATABASE = "roed-traad.sqlite3"


def open_on(folder: Path, clock: Clock, qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    Opening(window, DirectTasks(), folder, clock).begin()
    return window


def trouble_in(window: MainWindow) -> TroublePlace:
    found = window.findChild(TroublePlace)
    assert found is not None
    return found


def test_a_folder_that_cannot_be_made_is_told_with_its_path(
    tmp_path: Path, clock: Clock, qtbot: QtBot
) -> None:
    in_the_way = tmp_path / "fil"
    in_the_way.write_text("x", encoding="utf-8")
    trouble = trouble_in(open_on(in_the_way / "data", clock, qtbot))
    assert trouble.accessibleName() == "Der kan ikke skrives i datamappen"
    assert str(in_the_way) in trouble.text


def test_another_folder_can_be_chosen_and_the_window_goes_on(
    tmp_path: Path, folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    in_the_way = tmp_path / "fil"
    in_the_way.write_text("x", encoding="utf-8")
    window = open_on(in_the_way / "data", clock, qtbot)
    trouble_in(window).folder_chosen.emit(str(folder))
    assert window.current == "procedures"
    window.close()


def test_a_damaged_file_is_kept_and_the_backup_brought_back(
    folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    with open_workplace(folder, clock=clock) as workplace:
        runs.start_run(
            workplace, procedure="underretning", case_number="2026-04417", trigger=clock.now
        )
        clock.forward(days=1)
        look_after(workplace)
    database = folder / DATABASE
    database.write_bytes(b"not a database at all" * 400)
    window = open_on(folder, clock, qtbot)
    trouble = trouble_in(window)
    assert trouble.accessibleName() == "Filen med dine data er beskadiget"
    trouble.recovery_requested.emit()
    assert window.current == "runs"
    house = window.findChild(Furnishing)
    assert house is not None
    assert house.runs.list.table.rows.rowCount() == 1
    assert list(folder.glob("roed-traad-beskadiget-*"))
    window.close()


def test_a_file_of_a_newer_program_is_left_alone(folder: Path, clock: Clock, qtbot: QtBot) -> None:
    database = folder / DATABASE
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = database.read_bytes()
    trouble = trouble_in(open_on(folder, clock, qtbot))
    assert trouble.accessibleName() == "Dine data er fra en nyere udgave af Rød tråd"
    assert database.read_bytes() == before


def test_trying_again_opens_the_folder_when_it_is_whole(
    folder: Path, tmp_path: Path, clock: Clock, qtbot: QtBot
) -> None:
    target = tmp_path / "andet"
    target.write_text("i vejen", encoding="utf-8")
    window = open_on(target, clock, qtbot)
    trouble = trouble_in(window)
    target.unlink()
    shutil.copytree(folder, target)
    trouble.retry_requested.emit()
    assert window.current == "procedures"
    window.close()


def test_a_shipped_text_that_cannot_be_read_is_told_and_the_others_are_there(
    tmp_path: Path, clock: Clock, qtbot: QtBot
) -> None:
    shipped = tmp_path / "procedures"
    shutil.copytree(SHIPPED_LIBRARY, shipped)
    broken = shipped / "henvendelser-og-underretninger" / "underretning.yaml"
    broken.write_text("id: underretning\n\ttitle: X\n", encoding="utf-8")
    window = MainWindow()
    qtbot.addWidget(window)
    workplace = open_workplace(tmp_path / "data", shipped=shipped, clock=clock)
    house = Furnishing(window, workplace, load_shelf(workplace), DirectTasks(), clock)
    window.show()
    assert "underretning.yaml, linje 2" in window.banner_text
    assert "screening" in house.desk.shelf.library.procedure_by_id
    window.close()


def test_the_day_begins_with_what_is_due_where_runs_are_open(
    folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    with open_workplace(folder, clock=clock) as workplace:
        run = runs.start_run(
            workplace, procedure="underretning", case_number="2026-04417", trigger=clock.now
        )
    window = open_on(folder, clock, qtbot)
    assert window.current == "runs"
    house = window.findChild(Furnishing)
    assert house is not None
    assert house.runs.shown is house.runs.list
    assert house.runs.list.today.cards
    house.desk.do(lambda workplace: runs.close_run(workplace, run=run.state.run.id), lambda _: None)
    window.close()
    again = open_on(folder, clock, qtbot)
    assert again.current == "procedures"
    again.close()


def test_runs_of_a_colleague_alone_are_no_day_of_ones_own(
    folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    with open_workplace(folder, clock=clock, actor="kollega") as workplace:
        runs.start_run(
            workplace, procedure="underretning", case_number="2026-04417", trigger=clock.now
        )
    window = open_on(folder, clock, qtbot)
    assert window.current == "procedures"
    window.close()


# Whatever goes wrong, with the real worker


@pytest.fixture
def opened(qtbot: QtBot, clock: Clock) -> Iterator[Callable[[Path], MainWindow]]:
    """Open windows as the program does: work is done beside them, and what crashes is told."""
    tasks: list[BackgroundTasks] = []
    watches: list[CrashWatch] = []

    def open_window(folder: Path) -> MainWindow:
        watches.append(CrashWatch(folder, clock.now))
        window = MainWindow()
        qtbot.addWidget(window)
        tasks.append(BackgroundTasks())
        Opening(window, tasks[-1], folder, clock).begin()
        qtbot.wait_until(lambda: bool(window.current or window.findChild(TroublePlace)))
        return window

    yield open_window
    for worker in tasks:
        worker.close()
    for watch in watches:
        watch.end()


def _change_one_bit(path: Path, text: str) -> None:
    stored = path.read_bytes()
    place = stored.index(text.encode())
    path.write_bytes(stored[:place] + bytes([stored[place] ^ 0x40]) + stored[place + 1 :])


def test_one_bit_that_is_another_leads_to_the_page_that_mends_it(
    folder: Path, clock: Clock, qtbot: QtBot, opened: Callable[[Path], MainWindow]
) -> None:
    with open_workplace(folder, clock=clock) as workplace:
        runs.start_run(
            workplace, procedure="underretning", case_number="2026-04417", trigger=clock.now
        )
    _change_one_bit(folder / DATABASE, "ønskes")
    window = opened(folder)
    trouble = trouble_in(window)
    assert trouble.accessibleName() == "Filen med dine data er beskadiget"
    trouble.recovery_requested.emit()
    qtbot.wait_until(lambda: window.current == "runs")
    assert "Sikkerhedskopien fra i dag" in window.banner_text
    assert "Den beskadigede fil ligger i datamappen i 30 dage" in window.banner_text
    window.close()


@pytest.mark.parametrize("where", ["open", "fill"])
def test_a_mistake_of_ours_is_no_empty_window(
    folder: Path,
    opened: Callable[[Path], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
    where: str,
) -> None:
    def fall(*_: object, **__: object) -> None:
        raise LookupError

    names = {
        "open": "app.services.library.load_shelf",
        "fill": "app.ui.shell.furnishing.Furnishing.__init__",
    }
    monkeypatch.setattr(names[where], fall)
    window = opened(folder)
    assert trouble_in(window).accessibleName() == "Noget i programmet gik galt"
    assert "LookupError" in (folder / "roed-traad.log").read_text(encoding="utf-8")
    window.close()
