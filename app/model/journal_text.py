"""A note to the journal set as plain text and as HTML; both say the same."""

from collections.abc import Iterator
from html import escape

from app.model.journal import JournalNote, Part
from app.model.notation import NBSP


def plain_text(note: JournalNote, *, title: bool = True) -> str:
    """Set a note as plain text: a blank line between parts, and ordinary spaces only."""
    blocks = [note.title] if title else []
    blocks += ["\n".join(_lines(part)) for part in note.parts]
    return "\n\n".join(block for block in blocks if block).replace(NBSP, " ")


def html_text(note: JournalNote) -> str:
    """Set a note as HTML of headings and paragraphs, which any journal can take in."""
    blocks = [f"<h2>{escape(note.title)}</h2>"]
    for part in note.parts:
        if part.heading:
            tag = f"h{part.level + 2}"
            blocks.append(f"<{tag}>{escape(part.heading)}</{tag}>")
        blocks += [f"<p>{escape(text)}</p>" for text in part.paragraphs]
        blocks += _table(part)
    return "\n".join(blocks)


def _lines(part: Part) -> Iterator[str]:
    if part.heading:
        yield part.heading
    yield from part.paragraphs
    yield from ("\t".join(row) for row in part.table)


def _table(part: Part) -> Iterator[str]:
    if part.table:
        lines = [_row(row, "td" if number else "th") for number, row in enumerate(part.table)]
        yield f"<table>{''.join(lines)}</table>"


def _row(cells: tuple[str, ...], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
