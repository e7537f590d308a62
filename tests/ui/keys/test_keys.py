"""All keys stand in one table: nothing else sets a key, and the page of keys tells all of them."""

import ast
from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.keys import keys
from app.ui.keys.key_kinds import Key, Where
from app.ui.keys.key_words import all_words, stroke_words
from app.ui.keys.keys import KEYS
from app.ui.keys.shortcuts import answer, asks, give_key, place_of, sequence
from app.ui.look.keys_page import KeysPage

UI = Path(__file__).parents[3] / "app" / "ui"
_MAY_SET = {"keys/shortcuts.py", "look/widgets.py"}
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


_HEARD_WITH = {
    Where.WINDOW: (),
    Where.LISTS: (
        *(Where.PROCEDURES, Where.RUNS, Where.RUN, Where.WALL, Where.MEETING),
        *(Where.EDITOR, Where.WORD, Where.INCOMING),
    ),
    Where.DATES: (Where.RUNS, Where.RUN, Where.EDITOR),
    Where.FIND: (),
    Where.PROCEDURES: (),
    Where.FLOW: (Where.PROCEDURES, Where.RUN, Where.EDITOR),
    Where.RUNS: (),
    Where.RUN: (),
    Where.PANEL: (Where.PROCEDURES, Where.RUN, Where.WALL),
    Where.WALL: (),
    Where.MEETING: (),
    Where.SCREEN: (),
    Where.PRINT: (),
    Where.EDITOR: (),
    Where.EDIT_FLOW: (Where.EDITOR, Where.FLOW),
    Where.EDIT_FORM: (Where.EDITOR,),
    Where.WORD: (Where.EDITOR,),
    Where.INCOMING: (Where.EDITOR,),
}
"""With the keys of which other kinds of places, beside those of the window, its own are heard."""

_WINDOWS_OF_THEIR_OWN = {Where.SCREEN, Where.PRINT}

_IN_TURN = {
    frozenset({keys.FLOW_OPEN, keys.STEP_AFTER}): "a picture is read, or it is edited",
    frozenset({keys.FLOW_WAYS, keys.NEW_WAY}): "ways can be chosen in a run, and made in an edit",
    frozenset({keys.SEND_DRAFT, keys.MAKE_DRAFT}): "only one main button is there at a time",
    frozenset({keys.SEND_DRAFT, keys.TAKE_IN}): "only one main button is there at a time",
    frozenset({keys.SEND, keys.FINISH}): "both end what one has written, in a box or in a step",
    frozenset({keys.SEND, keys.WORD_DONE}): "both end what one has written, in a box or in a line",
}
"""Two that share a stroke where both could be heard, and why one never means the other."""


def _is_heard_anywhere(stroke: str) -> bool:
    """Whether a stroke reaches beyond what has the keyboard: a plain one writes or walks there."""
    return "Ctrl+" in stroke or "Alt+" in stroke or (stroke[0] == "F" and stroke[1:].isdigit())


_BY_WHAT_HAS_THE_KEYBOARD = {Where.LISTS, Where.DATES, Where.EDIT_FORM, Where.WORD, Where.WALL}
"""Places of several things that each answer their own keys while they have the keyboard."""


def _heard_with(where: Where) -> set[Where]:
    """Return the kinds of places whose keys are heard together with those of another."""
    inside = where not in _BY_WHAT_HAS_THE_KEYBOARD
    around = () if where in _WINDOWS_OF_THEIR_OWN else (Where.WINDOW,)
    return {*((where,) if inside else ()), *around, *_HEARD_WITH[where]}


def _shared(key: Key, other: Key) -> bool:
    """Whether one press could mean both; Escape always ends what was opened last."""
    strokes = set(key.strokes) & set(other.strokes) - {"Escape"}
    is_one_picture = {key.where, other.where} == {Where.FLOW, Where.EDIT_FLOW}
    return any(is_one_picture or _is_heard_anywhere(stroke) for stroke in strokes)


def test_one_key_has_one_meaning_wherever_two_could_be_heard_together() -> None:
    clashes = {
        frozenset({key, other})
        for key, other in permutations(KEYS, 2)
        if other.where in _heard_with(key.where) and _shared(key, other)
    }
    assert {tuple(key.does for key in pair) for pair in clashes - _IN_TURN.keys()} == set()
    assert _IN_TURN.keys() <= clashes, "no excuse stands longer than it is needed"


@pytest.mark.parametrize("where", [one for one in Where if one not in _BY_WHAT_HAS_THE_KEYBOARD])
def test_each_stroke_is_given_once_where_several_would_be_heard_at_once(where: Where) -> None:
    strokes = Counter(stroke for key in KEYS if key.where is where for stroke in key.strokes)
    assert [stroke for stroke, count in strokes.items() if count > 1] == []


def test_back_and_forward_mean_nothing_else_anywhere() -> None:
    ways = {*keys.BACK.strokes, *keys.FORWARD.strokes}
    others = [key for key in KEYS if key not in (keys.BACK, keys.FORWARD)]
    assert [key.does for key in others if ways & set(key.strokes)] == []


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
