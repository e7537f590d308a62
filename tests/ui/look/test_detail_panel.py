"""A panel is read by wheel and keys, keeps the keyboard, and tabs in the order of reading."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.keys.focus import note_input
from app.ui.keys.kept import KeptRows, stops_of
from app.ui.look.detail_panel import DetailPanel
from app.ui.look.richtext import RichText
from app.ui.look.widgets import Button, Label
from tests.ui.rest import come_to_rest

LONG = "\n\n".join(f"{n}. Tal med barnet om, hvad der er sket." for n in range(60))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field."""
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    window.resize(400, 400)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


@pytest.fixture
def panel(window: QWidget) -> DetailPanel:
    """A panel below the field."""
    panel = DetailPanel("Det valgte trin")
    column = window.layout()
    assert column is not None
    column.addWidget(panel)
    panel.show()
    return panel


def long_text() -> RichText:
    text = RichText("Vejledning")
    text.show_markdown(LONG)
    return text


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_a_panel_is_scrolled_by_keys_whatever_in_it_has_the_keyboard(panel: DetailPanel) -> None:
    text = long_text()
    panel.show_sections((Button("Åbn"), text))
    come_to_rest()
    bar = panel.area.verticalScrollBar()
    for part in (panel.area, text):
        part.setFocus()
        press(Qt.Key.Key_Home)
        assert bar.value() == 0
        press(Qt.Key.Key_Down)
        assert 0 < bar.value() < 100
        press(Qt.Key.Key_PageDown)
        assert bar.value() > 100
        press(Qt.Key.Key_End)
        assert bar.value() == bar.maximum()
        press(Qt.Key.Key_Up)
        assert bar.value() < bar.maximum()


def test_a_text_stands_whole_whatever_was_in_its_place_before(panel: DetailPanel) -> None:
    text = RichText("Vejledning")
    text.show_markdown("Kort")
    panel.arrange((text,))
    for markdown in (LONG, "Kort", LONG):
        text.show_markdown(markdown)
        come_to_rest()
        assert text.verticalScrollBar().maximum() == 0
        assert text.viewport().height() >= text.document().size().height()


def test_nothing_stands_below_the_last_of_it(panel: DetailPanel, qtbot: QtBot) -> None:
    labels = [Label("Vurderingen er skilt fra oplysningerne.", wrap=True) for _ in range(40)]
    rows = [QWidget() for _ in labels]
    for row, label in zip(rows, labels, strict=True):
        QHBoxLayout(row).addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
    panel.show_sections(rows)
    bar = panel.area.verticalScrollBar()
    qtbot.wait_until(lambda: bar.maximum() > 0 and labels[-1].height() > 0)
    bar.setValue(bar.maximum())
    end = labels[-1].mapTo(panel.area, labels[-1].rect().bottomLeft()).y()
    assert panel.area.height() - end < 40


def test_the_wheel_over_a_text_turns_the_panel(panel: DetailPanel) -> None:
    panel.show_sections((long_text(),))
    come_to_rest()
    window = panel.window().windowHandle()
    at = panel.mapTo(panel.window(), panel.rect().center())
    QTest.wheelEvent(window, QPointF(at), QPoint(0, -360))
    assert panel.area.verticalScrollBar().value() > 0


def test_what_gets_the_keyboard_is_brought_into_sight_from_its_beginning(
    panel: DetailPanel,
) -> None:
    text = long_text()
    panel.show_sections((Button("Først"), text, Button("Sidst")))
    come_to_rest()
    bar = panel.area.verticalScrollBar()
    panel.area.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert text.hasFocus()
    assert text.mapTo(panel.area, QPoint(0, 0)).y() >= 0, "a tall text is seen from its beginning"
    press(Qt.Key.Key_Tab)
    assert bar.value() > bar.maximum() - 40


def test_what_one_writes_in_stays_in_sight_when_a_banner_takes_room(
    window: QWidget, panel: DetailPanel
) -> None:
    field = QLineEdit()
    panel.show_sections((long_text(), field, long_text()))
    come_to_rest()
    note_input(QEvent(QEvent.Type.MouseButtonPress))  # one works with the mouse
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    bar, area = panel.area.verticalScrollBar(), panel.area
    inner = area.widget()
    assert inner is not None
    bar.setValue(field.mapTo(inner, QPoint(0, 0)).y() - area.viewport().height() + field.height())
    window.resize(400, 330)
    come_to_rest()
    top = field.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= area.viewport().height() - field.height()
    bar.setValue(0)
    window.resize(400, 300)
    come_to_rest()
    assert bar.value() == 0, "what was out of sight stays there"


def test_up_and_down_on_a_button_never_leave_the_panel(panel: DetailPanel) -> None:
    button = Button("Åbn")
    panel.show_sections((button,))
    come_to_rest()
    button.setFocus()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Down)
    assert button.hasFocus()


def test_the_keyboard_stays_in_a_panel_whose_parts_are_replaced(panel: DetailPanel) -> None:
    button = Button("Åbn")
    panel.show_sections((button,))
    come_to_rest()
    button.setFocus()
    panel.show_sections((Button("Luk"),))
    assert panel.area.hasFocus()


def test_a_part_that_hides_gives_the_keyboard_to_what_comes_next(panel: DetailPanel) -> None:
    first, second = Button("Åbn"), Button("Luk")
    panel.arrange((first, second))
    come_to_rest()
    first.setFocus()
    with panel.changing():
        first.hide()
    assert second.hasFocus()
    with panel.changing():
        second.setEnabled(False)
    assert panel.area.hasFocus(), "where nothing comes next one begins"
    with panel.changing():
        first.show()
        first.setFocus()
    assert first.hasFocus(), "whoever takes it keeps it"


def test_rows_are_kept_and_tabbed_through_as_they_stand(panel: DetailPanel) -> None:
    box, last = QWidget(), Button("Sidst")
    rows = KeptRows(QVBoxLayout(box), lambda: Button(""), Button.say)
    panel.arrange((Label("Punkter"), box, last))
    come_to_rest()
    with panel.changing():
        rows.show(["a", "b"])
    kept = rows.shown
    kept[1].setFocus()
    with panel.changing():
        rows.show(["c", "d", "e"])
    assert rows.shown[:2] == kept
    assert [row.text() for row in rows.shown] == ["c", "d", "e"]
    assert kept[1].hasFocus()
    assert stops_of(panel.area) == [panel.area, *rows.shown, last]
    press(Qt.Key.Key_Tab)
    assert rows.shown[2].hasFocus()
    press(Qt.Key.Key_Tab)
    assert last.hasFocus()
    with panel.changing():
        rows.show(["c"])
    assert [row.isVisible() for row in kept] == [True, False]


def test_what_has_been_brought_into_sight_stays_there_where_only_what_is_around_it_moves(
    panel: DetailPanel,
) -> None:
    above, part, below = QWidget(), Button("Åbn"), QWidget()
    panel.arrange((above, part, below))
    above.setFixedHeight(1200)
    below.setFixedHeight(200)
    come_to_rest()
    panel.area.follow(part)
    inner = panel.area.widget()
    assert inner is not None
    before = inner.height()
    above.setFixedHeight(200)
    below.setFixedHeight(1200)
    come_to_rest()
    assert inner.height() == before
    top = part.mapTo(panel.area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= panel.area.viewport().height() - part.height()
