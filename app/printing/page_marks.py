"""What a page is made of before anything is painted: blocks with their place, marks in them.

A page laid out is a value, so that tests can ask where every line of text stands without a
painter, and screen, paper and PDF paint the same thing.
"""

from collections.abc import Iterable, Iterator
from typing import Self

from msgspec import Struct, structs
from PySide6.QtGui import QFont

from app.flow.geometry import Rect
from app.printing.fonts import REGULAR
from app.printing.paper import Paper


class PageMark(Struct, frozen=True):
    """Base of all that can be painted on a page."""

    def moved(self, x: float, y: float) -> Self:
        """The same mark elsewhere."""
        raise NotImplementedError


class Boxed(PageMark, frozen=True):
    """Base of marks that stand in a rectangle."""

    rect: Rect

    def moved(self, x: float, y: float) -> Self:
        rect = Rect(self.rect.x + x, self.rect.y + y, self.rect.w, self.rect.h)
        return structs.replace(self, rect=rect)


class TextMark(PageMark, frozen=True):
    """One line of text, or a piece of one; `y` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    color: str
    width: float
    weight: QFont.Weight = REGULAR

    def moved(self, x: float, y: float) -> Self:
        return structs.replace(self, x=self.x + x, y=self.y + y)


class FrameMark(Boxed, frozen=True):
    """A rectangle, filled or edged or both; the edge lies inside it."""

    radius: float = 0
    fill: str = ""
    edge: str = ""
    line: float = 0
    dash: tuple[float, ...] = ()


class Rule(PageMark, frozen=True):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    line: float
    color: str
    dash: tuple[float, ...] = ()

    def moved(self, x: float, y: float) -> Self:
        return structs.replace(self, x1=self.x1 + x, y1=self.y1 + y, x2=self.x2 + x, y2=self.y2 + y)


class Icon(Boxed, frozen=True):
    """One of our line icons."""

    name: str
    color: str
    weight: float = 1.75


class Code(Boxed, frozen=True):
    """A QR code."""

    says: str


class Block(Struct, frozen=True):
    """A piece that is never cut; its marks count from its own upper left corner."""

    kind: str
    rect: Rect
    marks: tuple[PageMark, ...]

    def at(self, x: float, y: float) -> "Block":
        """The same block at another place."""
        return structs.replace(self, rect=Rect(x, y, self.rect.w, self.rect.h))

    def texts(self) -> Iterator[TextMark]:
        """The text in it, in reading order."""
        return (mark for mark in self.marks if isinstance(mark, TextMark))


class Page(Struct, frozen=True):
    """One page laid out. `title` names what it is a page of."""

    paper: Paper
    title: str
    blocks: tuple[Block, ...]

    def texts(self) -> tuple[str, ...]:
        """All text on it, in reading order."""
        return tuple(text.text for block in self.blocks for text in block.texts())


def block(kind: str, width: float, height: float, marks: Iterable[PageMark]) -> Block:
    """Make a block that is not placed yet."""
    return Block(kind, Rect(0, 0, width, height), tuple(marks))
