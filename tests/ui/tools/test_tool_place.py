"""The wall of tools: find one, read all its pages, follow it to its steps, print it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.library.target import Target
from app.ui.shell.furnishing import Furnishing
from app.ui.steps.panel_sections import WrapLink
from tests.ui.runs.test_run_page import start


def _links(house: Furnishing) -> list[WrapLink]:
    return [link for link in house.tools.panel.findChildren(WrapLink) if link.isVisible()]


def test_each_theme_counts_its_tools_search_looks_in_the_fields_and_hides_none_that_is_asked_for(
    house: Furnishing,
) -> None:
    library = house.desk.shelf.library
    rows = [house.tools.list.rows.row(house.tools.list.rows.index(0))]
    rows += [
        house.tools.list.rows.row(house.tools.list.rows.index(number))
        for number in range(1, house.tools.list.rows.rowCount())
    ]
    assert rows[0].count == str(len(library.tools))
    assert sum(int(row.count) for row in rows[1:]) == len(library.tools)

    house.tools.search.setText("statusudtalelse iagttagelse")
    assert house.tools.wall.rows.row(house.tools.wall.rows.index(0)).id == "statusudtalelse"

    house.window.go("tools")
    house.tools.search.setText("netværkskort")
    house.tools.list.chosen.emit("akut-og-overgreb")
    house.window.go("tools", "statusudtalelse")
    assert house.tools.header.title.text() == "Statusudtalelse"
    assert house.tools.search.text() == ""


def test_the_tool_of_a_step_opens_large(house: Furnishing) -> None:
    house.window.go("procedures")
    house.procedures.panel.tool_requested.emit("statusudtalelse")
    assert house.window.current == "tools"
    assert house.tools.large.accessibleName() == "Statusudtalelse"
    assert house.tools.large.isVisible()


def test_the_tool_of_a_step_in_a_run_is_filled_in_for_that_run(house: Furnishing) -> None:
    start(house)
    house.runs.page.panel.tool_requested.emit("statusudtalelse")
    assert house.window.current == "runs"
    assert house.runs.tool.isVisible()


def test_a_tool_leads_to_a_step_that_uses_it(house: Furnishing, qtbot: QtBot) -> None:
    house.window.go("tools", "statusudtalelse")
    link = next(link for link in _links(house) if "Forbered opfølgningen" in link.accessibleName())
    with qtbot.waitSignal(house.tools.go_requested) as asked:
        link.click()
    assert asked.args is not None
    place, target = asked.args
    assert place == "procedures"
    assert isinstance(target, Target)
    assert house.procedures.shown == target.id == "opfoelgning-og-tilsyn"


def test_all_pages_of_a_tool_are_reached_by_key_it_is_printed_and_escape_leads_back_to_the_wall(
    house: Furnishing, qtbot: QtBot
) -> None:
    house.window.go("tools", "statusudtalelse")
    large = house.tools.large
    assert large.page_count > 1
    assert large.current == 0
    for _ in range(large.page_count):
        QTest.keyClick(large, Qt.Key.Key_PageDown)
    assert large.current == large.page_count - 1

    house.tools.print_requested.disconnect()
    with qtbot.waitSignal(house.tools.print_requested) as asked:
        house.tools.print_button.click()
    assert asked.args == [("statusudtalelse",)]

    QTest.keyClick(house.tools.large, Qt.Key.Key_Escape)
    wall = house.tools.wall
    assert wall.isVisible()
    assert wall.rows.row(wall.currentIndex()).id == "statusudtalelse"


def test_a_large_sheet_has_the_room_of_the_themes_in_a_narrow_window(house: Furnishing) -> None:
    house.window.resize(1000, 700)
    house.window.go("tools", "statusudtalelse")
    assert not house.tools.list.isVisible()
    QTest.keyClick(house.tools.large, Qt.Key.Key_Escape)
    assert house.tools.list.isVisible()
