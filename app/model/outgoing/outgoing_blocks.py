"""A text that leaves the program: for the clipboard, for Word, for paper. It knows none of them."""

from typing import Protocol

from msgspec import Struct

from app.model.library.tool import ToolField

OPEN_BOX, TICKED_BOX = "☐", "☑"
BULLET = "•"


class Span(Struct, frozen=True):
    """A piece of a paragraph of one weight."""

    text: str
    is_strong: bool = False


class OutgoingHeading(Struct, frozen=True):
    """A heading; 1 is the highest level below the title."""

    text: str
    level: int = 1
    is_close: bool = False


class Paragraph(Struct, frozen=True):
    """A paragraph. `lead` stands before it: a bullet, a number, a box.

    What `is_close` stands close below what is above it; that is so for all blocks.
    """

    spans: tuple[Span, ...]
    lead: str = ""
    is_close: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


class OutgoingTable(Struct, frozen=True):
    """Rows of cells; the first row has the headings."""

    rows: tuple[tuple[str, ...], ...]
    is_close: bool = False


class Blank(Struct, frozen=True):
    """A field that nothing was written in: a place to write."""

    field: ToolField
    is_close: bool = False


Block = OutgoingHeading | Paragraph | OutgoingTable | Blank


class Outgoing(Protocol):
    """What can be taken along."""

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands in it."""
        ...


class OutgoingText(Struct, frozen=True):
    """A text that is ready to be taken along."""

    title: str
    blocks: tuple[Block, ...]


def plain(text: str, *, lead: str = "", is_close: bool = False) -> Paragraph:
    """Return a paragraph of one weight."""
    return Paragraph((Span(text),), lead, is_close)


def field_label(field: ToolField) -> str:
    """Return what stands before what is written in a short field."""
    return field.label if field.label.endswith(("?", ":")) else f"{field.label}:"
