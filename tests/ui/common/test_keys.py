"""All keys stand in one table: nothing else sets a key, and the page of keys tells all of them."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.common import keys
from app.ui.common.key_words import all_words, stroke_words
from app.ui.common.keys import KEYS, Where
from app.ui.common.keys_page import KeysPage
from app.ui.common.shortcuts import answer, asks, give_key, place_of, sequence

UI = Path(__file__).parents[3] / "app" / "ui"
_MAY_SET = {"common/shortcuts.py", "common/widgets.py"}
"""Where the table is set from, and the button that gives its key back with its words."""

_SETS = {"QShortcut", "QKeySequence", "setShortcut", "setShortcuts"}
Mod = Qt.KeyboardModifier


def _settings(path: Path) -> Iterator[str]:
    """Go through what sets or asks for a key in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
        if name in _SETS or name.startswith("Key_"):
            yield f"{path.relative_to(UI)}:{getattr(node, 'lineno', 0)} {name}"


def test_no_key_is_set_anywhere_but_in_the_table() -> None:
    modules = [path for path in UI.rglob("*.py") if path.relative_to(UI).parts[0] != "tour"]
    assert len(modules) > 200
    found = [
        setting
        for path in modules
        if path.relative_to(UI).as_posix() not in _MAY_SET
        for setting in _settings(path)
    ]
    assert found == []


def test_no_key_stands_for_two_things_in_one_kind_of_place() -> None:
    counts = Counter((key.where, key.does) for key in KEYS)
    assert [what for what, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("where", [Where.WINDOW, Where.RUN, Where.FLOW, Where.PRINT, Where.EDITOR])
def test_each_stroke_is_given_once_where_several_would_be_heard_at_once(where: Where) -> None:
    strokes = Counter(stroke for key in KEYS if key.where is where for stroke in key.strokes)
    assert [stroke for stroke, count in strokes.items() if count > 1] == []


def test_keys_of_a_place_take_none_from_the_window() -> None:
    everywhere = {stroke for key in KEYS if key.where is Where.WINDOW for stroke in key.strokes}
    kept = {"Escape", "Alt+Left", "Alt+Right", *keys.LARGER.strokes, "Ctrl+-", "Ctrl+0"}
    inside = {s for key in KEYS if key.where is not Where.WINDOW for s in key.strokes}
    assert everywhere & inside <= kept


def test_every_stroke_is_one_that_qt_knows() -> None:
    for key in KEYS:
        for stroke in key.strokes:
            assert sequence(stroke).count() == 1, stroke
            assert sequence(stroke).toString(), stroke


def _press(key: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


def test_a_press_is_known_by_its_key_and_by_what_is_held() -> None:
    assert asks(_press(Qt.Key.Key_Return, Mod.ControlModifier), keys.FINISH)
    assert asks(_press(Qt.Key.Key_Enter, Mod.KeypadModifier), keys.TAKE)
    assert not asks(_press(Qt.Key.Key_Return), keys.FINISH)
    assert not asks(_press(Qt.Key.Key_D, Mod.ControlModifier), keys.FLOW_DEADLINE)
    assert asks(_press(Qt.Key.Key_Question, Mod.ShiftModifier), keys.FLOW_LEGEND)


def test_a_row_of_numbers_tells_its_place() -> None:
    assert place_of(_press(Qt.Key.Key_3, Mod.AltModifier), keys.WAY) == 2
    assert place_of(_press(Qt.Key.Key_3), keys.WAY) is None


def test_a_press_does_what_it_stands_for_and_nothing_else() -> None:
    done: list[str] = []
    acts = {keys.UP: lambda: done.append("op"), keys.DOWN: lambda: done.append("ned")}
    assert answer(_press(Qt.Key.Key_Down), acts)
    assert not answer(_press(Qt.Key.Key_Left), acts)
    assert done == ["ned"]


@pytest.mark.parametrize(
    ("stroke", "words"),
    [
        ("Ctrl+Return", "Ctrl+Enter"),
        ("Ctrl+Shift+F", "Ctrl+Skift+F"),
        ("Alt+Left", "Alt+Pil venstre"),
        ("Ctrl++", "Ctrl++"),
        ("+", "+"),
        ("Space", "Mellemrum"),
    ],
)
def test_keys_are_called_as_they_are_on_a_danish_keyboard(stroke: str, words: str) -> None:
    assert stroke_words(stroke) == words


def test_a_row_of_numbers_is_told_by_its_ends() -> None:
    assert all_words(keys.WAY) == ("Alt+1 til 9",)
    assert all_words(keys.TAKE) == ("Enter",)


def test_a_button_is_pressed_by_each_of_its_keys_and_says_the_first(qtbot: QtBot) -> None:
    window = QWidget()
    button = QPushButton("Indstillinger", window)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    give_key(button, keys.GO_SETTINGS)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Comma, Mod.ControlModifier)
    assert len(pressed) == 1
    QTest.keyClick(window, Qt.Key.Key_6, Mod.ControlModifier)
    qtbot.waitUntil(lambda: len(pressed) == 2)
    assert button.toolTip() == "Indstillinger (Ctrl+6)"


@pytest.fixture
def page(qtbot: QtBot) -> KeysPage:
    window = QWidget()
    window.resize(1000, 700)
    page = KeysPage(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.open_at((Where.RUN,))
    return page


def test_the_page_tells_every_key_with_those_of_the_place_first(page: KeysPage) -> None:
    text = page.text
    assert text.startswith("I et forløb")
    for key in KEYS:
        assert key.does in text
        assert all_words(key)[0] in text


def test_the_page_finds_a_key_by_what_it_does_and_by_its_name(page: KeysPage) -> None:
    page._field.setText("journal")
    assert "Ctrl+J" in page.text
    assert "Ctrl+K" not in page.text
    page._field.setText("alt+1")
    assert "Vælg vej nummer 1 til 9" in page.text
    page._field.setText("xyz")
    assert "Ingen tast passer" in page.text
