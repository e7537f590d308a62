"""What stands in a Word file, line by line, without its dress."""

from enum import StrEnum

from msgspec import Struct


class Written(StrEnum):
    """How a line is written. A note is a text box or a footnote, which stands beside the text."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    BULLET = "bullet"
    NUMBER = "number"
    BOX = "box"
    CONTENTS = "contents"
    COLUMNS = "columns"
    NOTE = "note"

    @property
    def is_list(self) -> bool:
        """Whether the line is one of a list."""
        return self in (Written.BULLET, Written.NUMBER, Written.BOX)


class PassedOver(StrEnum):
    """What a file holds beside its text, and what is not read as it stands there."""

    PICTURES = "pictures"
    PAGE_HEADS = "page_heads"
    COMMENTS = "comments"
    CHANGES = "changes"
    HIDDEN = "hidden"
    TO_FILL = "to_fill"
    SIGNS = "signs"
    FORMULAS = "formulas"
    DIAGRAMS = "diagrams"
    EMBEDDED = "embedded"
    NOTES = "notes"
    OTHER = "other"


class OutlineLine(Struct, frozen=True):
    """One line of text: a paragraph, a heading, a point of a list, a line in a cell.

    `level` is that of a heading (from 1) or of a list (from 0); `number` is what is counted
    before it (`3.1`). In a table `row` counts its rows through the whole file, and `column` is
    what heads the column; elsewhere `row` is 0.
    """

    text: str
    written: Written = Written.TEXT
    level: int = 0
    number: str = ""
    row: int = 0
    column: str = ""


class Outline(Struct, frozen=True):
    """All that was read; `name` is that of the file, `passed_over` what was not, with counts."""

    name: str
    lines: tuple[OutlineLine, ...] = ()
    passed_over: tuple[tuple[PassedOver, int], ...] = ()
