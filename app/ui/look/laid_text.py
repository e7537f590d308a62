"""Text of a row laid out in lines."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from app.model.danish.dividing import with_soft_hyphens
from app.model.search_hits import Marks
from app.ui.look.theme import theme

_LEAST_ROOM = 20.0


def lay_text(
    text: str, font: QFont, room: float, marks: Marks = (), *, leading: float = 1.0
) -> QTextLayout:
    """Break text into lines of at most that width; words wider than a line get hyphens.

    Ranges that are marked stand out by weight and colour.
    """
    room = max(room, _LEAST_ROOM)
    shown = with_soft_hyphens(text, QFontMetricsF(font).horizontalAdvance, room)
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if marks:
        places = _places(text, shown)
        layout.setFormats([_marked(places[start], places[end]) for start, end in marks])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, height))
        height += line.height() * leading
    layout.endLayout()
    return layout


def _places(text: str, shown: str) -> list[int]:
    """Return where each letter of a text stands in what is shown, and where it ends."""
    places, at = [], 0
    for letter in text:
        while shown[at] != letter:
            at += 1
        places.append(at)
        at += 1
    return [*places, len(shown)]


def _marked(start: int, end: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, end - start
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setForeground(theme().color("accent"))
    found.format = look
    return found
