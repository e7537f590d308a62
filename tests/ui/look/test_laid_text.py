"""Text of a row: words wider than a line are divided with a hyphen, and marks stay on them."""

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from app.model.danish.dividing import SOFT_HYPHEN
from app.ui.look.laid_text import lay_text
from app.ui.look.theme import theme


def test_a_word_wider_than_the_line_is_divided_and_its_marks_follow(qapp: QApplication) -> None:
    font = theme().font(10)
    room = QFontMetricsF(font).horizontalAdvance("undersøgelsesp-")
    layout = lay_text("Skriv undersøgelsesplan", font, room, ((19, 23),))
    shown = layout.text()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    said = [shown[one.textStart() : one.textStart() + one.textLength()] for one in lines]
    assert said == ["Skriv ", f"undersøgelses{SOFT_HYPHEN}", "plan"]
    assert all(line.naturalTextWidth() <= room for line in lines)
    (mark,) = layout.formats()
    assert shown[mark.start : mark.start + mark.length] == "plan"
