"""Picture, bar, list and legend together: one selection, whichever is used."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.flow import FlowPane, StepList
from app.ui.look.theme import theme
from tests.printing.sample import CATALOGUE, NOW, PROCEDURE, RUN_STATE

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def steps(qtbot: QtBot) -> StepList:
    shown = StepList()
    qtbot.addWidget(shown)
    shown.resize(232, 500)
    shown.show_procedure(PROCEDURE, CATALOGUE)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def test_picture_and_list_share_one_selection(qtbot: QtBot, pane: FlowPane) -> None:
    pane.select("akut")
    assert (pane.view.selected, pane.list.selected) == ("akut", "akut")
    pane.view.setFocus()
    with qtbot.wait_signal(pane.step_selected) as told:
        QTest.keyClick(pane.view, Key.Key_2)
    assert told.args == ["spor"]
    assert pane.list.selected == "spor"
    pane.show_list(True)
    with qtbot.wait_signal(pane.step_selected) as told:
        QTest.keyClick(pane.list, Key.Key_Down)
    assert told.args == ["overgreb"]
    assert pane.view.selected == "overgreb"


def test_a_key_changes_between_picture_and_list(pane: FlowPane) -> None:
    pane.view.setFocus()
    QTest.keyClick(pane.view, Key.Key_L)
    assert pane.list.isVisible()
    assert pane.list.hasFocus()
    QTest.keyClick(pane.list, Key.Key_Escape)
    assert pane.view.isVisible()
    assert pane.view.hasFocus()


def test_sizing_has_no_meaning_in_the_list(pane: FlowPane) -> None:
    pane.show_list(True)
    assert not pane.bar.fit.isEnabled()
    pane.show_list(False)
    assert pane.bar.fit.isEnabled()


def test_the_bar_sizes_the_picture(pane: FlowPane) -> None:
    QTest.mouseClick(pane.bar.larger, LEFT)
    assert pane.bar.percent.text() == "110 %"
    QTest.mouseClick(pane.bar.percent, LEFT)
    assert pane.bar.percent.text() == "100 %"
    QTest.mouseClick(pane.bar.fit, LEFT)
    assert pane.view.zoom < 1


def test_the_legend_is_one_key_away_and_gone_with_the_next(pane: FlowPane) -> None:
    pane.view.setFocus()
    QTest.keyClick(pane.view, Key.Key_Question)
    assert pane.legend.isVisible()
    assert pane.legend.geometry() == pane.rect()
    pane.resize(QSize(900, 500))
    assert pane.legend.geometry() == pane.rect()
    QTest.keyClick(pane.legend, Key.Key_Escape)
    assert not pane.legend.isVisible()
    assert pane.view.hasFocus()


def test_the_legend_can_be_heard(pane: FlowPane) -> None:
    said = pane.legend._sheet.accessibleDescription()
    assert "Tilstand i et forløb: Udført, grønt mærke med hak" in said


@pytest.mark.parametrize("width", [420, 800, 1400])
def test_the_legend_fits_the_width_it_has(pane: FlowPane, width: int) -> None:
    pane.resize(width, 600)
    pane.legend.open()
    sheet = pane.legend._sheet
    assert all(x + 340 <= max(sheet.width(), 348) for _, x, _ in sheet.places(sheet.width()))


def test_the_pane_follows_the_theme(pane: FlowPane) -> None:
    theme().set_appearance("dark")
    assert pane.view._scene.look.ink.is_dark
    theme().set_zoom(150)
    assert pane.view.transform().m11() == pytest.approx(theme().scale)


def test_every_row_says_what_the_picture_says(pane: FlowPane, steps: StepList) -> None:
    pane.show_state(RUN_STATE, NOW)
    steps.show_state(RUN_STATE, NOW)
    interface = QAccessible.queryAccessibleInterface(steps)
    assert interface is not None
    for number, step in enumerate(PROCEDURE.steps):
        said = interface.child(number).text(QAccessible.Text.Name)
        pane.view.select(step.id)
        assert said == pane.view.accessibleDescription()


def test_the_list_has_all_steps_in_order(steps: StepList) -> None:
    titles = [steps.rows.row(steps.rows.index(n)).title for n in range(steps.rows.rowCount())]
    assert titles == [step.title for step in PROCEDURE.steps]


def test_the_list_keeps_its_choice_when_the_state_changes(qtbot: QtBot, steps: StepList) -> None:
    steps.select("samtale")
    with qtbot.assert_not_emitted(steps.step_selected):
        steps.show_state(RUN_STATE, NOW)
    assert steps.selected == "samtale"


def test_states_show_in_the_list(steps: StepList) -> None:
    read = steps.grab().toImage()
    steps.show_state(RUN_STATE, NOW)
    assert steps.grab().toImage() != read


def test_rows_of_the_list_are_as_tall_as_their_title(steps: StepList) -> None:
    def height(step_id: str) -> int:
        return steps.visualRect(steps.rows.find(step_id)).height()

    assert height("risiko") > height("samtale")
    narrow = height("risiko")
    steps.resize(600, 500)
    steps.doItemsLayout()
    assert height("risiko") < narrow


def test_enter_opens_a_step_from_the_list(qtbot: QtBot, steps: StepList) -> None:
    steps.select("akut")
    with qtbot.wait_signal(steps.step_activated) as told:
        QTest.keyClick(steps, Key.Key_Return)
    assert told.args == ["akut"]


def test_the_model_of_the_list_keeps_the_rules_of_models(
    steps: StepList, qtmodeltester: object
) -> None:
    qtmodeltester.check(steps.rows)  # type: ignore[attr-defined]  # the plugin has no stubs
