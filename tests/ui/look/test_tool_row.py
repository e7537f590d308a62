"""The tools above a text are one stop of the keyboard, before it, and arrows go along them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.editor.form.fields.markdown_field import MarkdownBox
from app.ui.keys.kept import follow_layout

Key = Qt.Key
Mod = Qt.KeyboardModifier


class Form(QWidget):
    """A text between two fields."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.box, self.after = QLineEdit(), MarkdownBox("Vejledning"), QLineEdit()
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        for part in (self.before, self.box, self.after):
            column.addWidget(part)
        follow_layout(self)
        self.resize(600, 500)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.before.setFocus()
    return form


def press(*keys: Qt.Key) -> str:
    """Press keys where the keyboard is, and name what has it then."""
    for key in keys:
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, key)
    found = QApplication.focusWidget()
    assert found is not None
    return found.accessibleName()


def test_tab_comes_to_the_tools_once_and_then_to_the_text(form: Form) -> None:
    assert press(Key.Key_Tab) == "Fed"
    assert press(Key.Key_Tab) == "Vejledning"
    press(Key.Key_Tab)
    assert form.after.hasFocus()
    press(Key.Key_Backtab, Key.Key_Backtab, Key.Key_Backtab)
    assert form.before.hasFocus()


def test_arrows_go_along_the_tools_and_tab_comes_back_where_one_was(form: Form) -> None:
    press(Key.Key_Tab)
    assert press(Key.Key_Right) == "Punktliste"
    assert press(Key.Key_Right, Key.Key_Right, Key.Key_Right) == "Se, som det læses"
    assert press(Key.Key_Right) == "Se, som det læses"
    press(Key.Key_Left, Key.Key_Tab)
    assert press(Key.Key_Backtab) == "Link"


def test_a_tool_writes_and_gives_the_keyboard_to_the_text(form: Form) -> None:
    form.box.show_text("Ring til skolen")
    press(Key.Key_Tab, Key.Key_Right)
    assert press(Key.Key_Return) == "Vejledning"
    assert form.box.text.text == "- Ring til skolen"


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (Key.Key_B, Mod.ControlModifier, "**Skolen**"),
        (Key.Key_L, Mod.ControlModifier, "- Skolen"),
        (Key.Key_L, Mod.ControlModifier | Mod.ShiftModifier, "1. Skolen"),
        (Key.Key_K, Mod.ControlModifier | Mod.ShiftModifier, "[Skolen](https://)"),
    ],
)
def test_each_tool_has_a_key(form: Form, key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
    form.box.show_text("Skolen")
    form.box.text.setFocus()
    form.box.text.selectAll()
    QTest.keyClick(form.box.text, key, held)
    assert form.box.text.text == text


def test_reading_stays_reachable_while_the_text_is_read(form: Form) -> None:
    press(Key.Key_Tab)
    assert press(*[Key.Key_Right] * 4) == "Se, som det læses"
    press(Key.Key_Space)
    assert form.box.text.isHidden()
    press(Key.Key_Tab, Key.Key_Backtab)
    assert press(Key.Key_Space) == "Se, som det læses"
    assert form.box.text.isVisible()
