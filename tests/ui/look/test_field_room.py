"""A field takes so much and no more, at once; what had no room is told of, never lost unseen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.model.bounds import LONGEST_TEXT
from app.ui.editor.form.fields.markdown_field import MarkdownBox
from app.ui.editor.form.fields.writing_fields import GrowingText, LineBox
from app.ui.fields.field_hint import FieldHint
from app.ui.fields.growing_text import GrowingBox
from app.ui.look.field_room import BoundedLine
from app.ui.look.widgets import Label, SearchField
from tests.counting import calls

MILLION = 1_000_000
MOST_CALLS = 2 * MILLION
"""What a user does not notice; a field that froze for a minute made many millions of calls."""

MOST_STROKES = 4
"""So often a text may change for one thing that is pasted; each time it is laid out anew."""

MONSTERS = {
    "one word": "x" * MILLION,
    "many words": "ord " * (MILLION // 4),
    "many lines": "en linje\n" * (MILLION // 9),
    "empty lines": "\n" * MILLION,
    "marks": "**a" * (MILLION // 3),
}
LONG = {
    "one word": "x" * LONGEST_TEXT,
    "paragraphs": "Et afsnit med **fed** og ord.\n\n" * 800,
    "points": "- Et punkt\n" * 1_900,
    "marks": "**a " * (LONGEST_TEXT // 4),
    "brackets": "[a" * (LONGEST_TEXT // 2),
}


class Stand:
    """A window with one field, and what is said beside it."""

    def __init__(self, field: QWidget, qtbot: QtBot) -> None:
        self.field = field
        self.window = QScrollArea()
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(field)
        column.addStretch(1)
        self.window.setWidget(page)
        self.window.setWidgetResizable(True)
        self.window.resize(500, 400)
        self.hint = FieldHint(self.window)
        qtbot.addWidget(self.window)
        self.strokes: list[int] = []
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window)
        field.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        if isinstance(self.writer, QPlainTextEdit | QTextEdit):
            self.writer.document().contentsChange.connect(self._on_changed)

    def _on_changed(self, at: int, gone: int, come: int) -> None:
        self.strokes.append(come)

    @property
    def writer(self) -> QWidget:
        """What has the keyboard: the field, or its part that is written in."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    @property
    def said(self) -> str:
        """What is said beside the field; empty when nothing is."""
        shown = [label.text() for label in self.hint.findChildren(Label)]
        return "" if self.hint.isHidden() else "".join(shown)

    def paste(self, text: str, html: str = "") -> int:
        """Paste by the keyboard; tells how many calls were made until it is seen."""
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        self.strokes.clear()
        with calls() as made:
            QTest.keyClick(self.writer, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
            QApplication.sendPostedEvents()
            self.window.grab()
        return made.number


FIELDS: dict[str, Callable[[], QWidget]] = {
    "note": lambda: GrowingBox(most=4_000),
    "form": lambda: GrowingBox(most=60_000),
    "line": BoundedLine,
    "search": lambda: SearchField("Søg", "Søg"),
    "title": lambda: LineBox("Titel"),
    "point": lambda: GrowingText("Punkt", is_line=True),
    "guide": lambda: MarkdownBox("Vejledning"),
}


def text_of(field: QWidget) -> str:
    if isinstance(field, BoundedLine):
        return field.text()
    writer = field.text if isinstance(field, MarkdownBox) else field
    assert isinstance(writer, GrowingBox | GrowingText)
    return writer.toPlainText()


@pytest.fixture(autouse=True)
def _clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("kind", FIELDS)
def test_a_megabyte_is_answered_at_once_and_told_of(kind: str, qtbot: QtBot) -> None:
    stand = Stand(FIELDS[kind](), qtbot)
    for name, monster in MONSTERS.items():
        made = stand.paste(monster, f"<p>{monster}</p>" if name == "one word" else "")
        assert made < MOST_CALLS, (name, made)
        assert sum(stand.strokes) <= 1_000, "more than is kept never reaches the text"
        is_nothing = kind == "point" and not monster.strip()
        assert is_nothing or "kan stå højst" in stand.said, name
        assert len(text_of(stand.field)) <= 1_000, name
        QTest.keyClick(stand.writer, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(stand.writer, Qt.Key.Key_Delete)
        QTest.keyClicks(stand.writer, "a")
        assert stand.said == "", name
        QTest.keyClick(stand.writer, Qt.Key.Key_Backspace)


def test_a_box_stays_as_it_was_and_says_how_much_it_takes(qtbot: QtBot) -> None:
    stand = Stand(GrowingBox(most=100), qtbot)
    QTest.keyClicks(stand.writer, "Det her blev skrevet.")
    stand.paste("x" * 1_500)
    assert text_of(stand.field) == "Det her blev skrevet."
    assert stand.said == "Det er på 1.500 tegn, og her kan stå højst 100. Intet er sat ind."
    stand.paste("y" * 150)
    assert text_of(stand.field).endswith("y"), "a little too much can be made shorter there"
    assert stand.said == ""
    stand.paste("z" * 29)
    QTest.keyClicks(stand.writer, "abc")
    QApplication.sendEvent(stand.writer, method("d"))
    assert text_of(stand.field).endswith("z")
    assert stand.said == "Der er ikke plads til mere her."
    QTest.keyClick(stand.writer, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(stand.writer, "nyt")
    assert (text_of(stand.field), stand.said) == ("nyt", "")


def method(words: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(words)
    return event


def test_a_line_takes_the_beginning_and_says_that_the_rest_is_not_there(qtbot: QtBot) -> None:
    stand = Stand(BoundedLine(most=10), qtbot)
    stand.paste("x" * 30)
    assert text_of(stand.field) == "x" * 20
    assert stand.said == "Her kan stå højst 10 tegn. Det, der ikke var plads til, kom ikke med."
    QTest.keyClick(stand.writer, Qt.Key.Key_Backspace)
    assert stand.said == ""


def test_what_is_stored_stands_whole_however_long_it_is(qtbot: QtBot) -> None:
    line = BoundedLine(most=10)
    qtbot.addWidget(line)
    line.setText("x" * 300)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "x" * 299


def test_lines_become_so_many_points_and_no_more(qtbot: QtBot) -> None:
    point = GrowingText("Punkt", is_line=True)
    point.takes_lines = True
    given: list[object] = []
    point.lines_pasted.connect(given.append)
    stand = Stand(point, qtbot)
    stand.paste("et\n" * 300)
    assert (given, text_of(point)) == ([], "")
    assert stand.said == "Det er på 300 linjer, og her kan stå højst 200. Intet er sat ind."
    stand.paste("et\nto")
    assert given == [["et", "to"]]


def test_pages_from_the_web_are_taken_in_at_once(qtbot: QtBot) -> None:
    stand = Stand(MarkdownBox("Vejledning"), qtbot)
    pages = "<p>Et afsnit med ord</p>" * 900
    made = stand.paste("Et afsnit med ord\n" * 900, pages)
    assert text_of(stand.field).count("Et afsnit") == 900
    assert made < MOST_CALLS
    assert len(stand.strokes) <= MOST_STROKES


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_that_stands_already_is_shown_and_written_on_at_once(
    name: str, qtbot: QtBot
) -> None:
    box = MarkdownBox("Vejledning")
    stand = Stand(box, qtbot)
    stand.strokes.clear()
    with calls() as made:
        box.show_text(LONG[name])
        stand.window.grab()
        QTest.keyClicks(stand.writer, "a")
        stand.window.grab()
    assert made.number < MOST_CALLS
    assert len(stand.strokes) <= MOST_STROKES + 1
