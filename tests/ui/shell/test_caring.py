"""The daily care in the window: each new day, and a question where the clock cannot be right."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import run_lists, runs
from app.services.backups import list_backups
from app.ui.base.crash import FAULT_NAME, CrashWatch
from app.ui.base.tasks import DirectTasks
from app.ui.look.widgets import Button, Label
from app.ui.shell.folder_opening import Opening
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.main_window import MainWindow
from tests.ui.conftest import Clock


def _backups(house: Furnishing) -> list[str]:
    return [one.name for one in list_backups(house._workplace)]


def test_a_window_that_stays_open_makes_a_backup_each_day(house: Furnishing, clock: Clock) -> None:
    house.look_after()
    house.look_elsewhere()
    assert _backups(house) == ["dagligt-2026-11-23.sqlite3"]
    clock.forward(hours=14)
    house.look_elsewhere()
    assert len(_backups(house)) == 1
    clock.forward(hours=1)
    house.look_elsewhere()
    clock.forward(days=3)  # as after a weekend asleep
    house.look_elsewhere()
    assert sorted(_backups(house)) == [f"dagligt-2026-11-{day}.sqlite3" for day in (23, 24, 27)]


def test_a_clock_that_cannot_be_right_is_asked_about_and_nothing_is_deleted(
    house: Furnishing, clock: Clock
) -> None:
    def closed() -> int:
        return len(run_lists.list_runs(house._workplace, closed=True))

    run = runs.start_run(
        house._workplace, procedure="underretning", case_number="7", trigger=clock.now
    ).state.run.id
    runs.close_run(house._workplace, run=run)
    house.look_after()
    clock.forward(days=4 * 365)
    house.look_elsewhere()
    assert house.window.banner_text.startswith("Er datoen rigtig? Uret er langt foran")
    said = house.window.banner_text.replace("\N{NO-BREAK SPACE}", " ")
    assert "sidst var det mandag 23. november 2026" in said
    house.look_elsewhere()
    assert closed() == 1
    (right,) = (
        button
        for button in house.window.findChildren(Button)
        if button.text() == "Datoen er rigtig"
    )
    QTest.mouseClick(right, Qt.MouseButton.LeftButton)
    assert closed() == 0
    assert "datoen" not in house.window.banner_text


def test_a_run_closed_by_a_clock_that_was_ahead_is_spoken_of_in_the_list(
    house: Furnishing, clock: Clock
) -> None:
    house.look_after()
    clock.forward(days=4 * 365)
    for number in ("7", "8"):
        run = runs.start_run(
            house._workplace, procedure="underretning", case_number=number, trigger=clock.now
        ).state.run.id
        if number == "7":
            runs.close_run(house._workplace, run=run)
    clock.forward(days=-4 * 365 + 1)
    house.look_elsewhere()
    house.window.go("runs")
    notices = house.runs.list.notices
    assert notices.isVisible()
    (line,) = (one.text() for one in notices.findChildren(Label) if "ikke er kommet" in one.text())
    assert line.startswith("1 afsluttet forløb har en dato, der ikke er kommet: 22.11.2030.")
    assert line.endswith("Det slettes 22.2.2027.")
    (known,) = (one for one in notices.findChildren(Button) if one.text() == "Forstået")
    QTest.mouseClick(known, Qt.MouseButton.LeftButton)
    assert notices.isHidden()


def test_a_crash_is_kept_and_told_of_at_the_next_start(
    folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    (folder / FAULT_NAME).write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    watch = CrashWatch(folder, clock.now)
    assert watch.last is not None
    assert "Segmentation fault" in watch.last.read_text(encoding="utf-8")
    again = CrashWatch(folder, clock.now + timedelta(minutes=1))
    assert again.last is None
    again.end()
    watch.end()
    window = MainWindow()
    qtbot.addWidget(window)
    Opening(window, DirectTasks(), folder, clock, crashed=watch.last).begin()
    assert "Programmet stoppede uventet" in window.banner_text
    assert str(watch.last) in window.banner_text
    window.close()
