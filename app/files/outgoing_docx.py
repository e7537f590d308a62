"""A text to take along as a Word file: headings and paragraphs in Danish, and no author."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.model.library.tool import FieldKind, ToolField
from app.model.outgoing.outgoing_blocks import (
    BULLET,
    Blank,
    Block,
    Outgoing,
    OutgoingHeading,
    OutgoingTable,
    Paragraph,
    Span,
    field_label,
)
from app.model.outgoing.outgoing_text import blank_lines, blank_rows

if TYPE_CHECKING:
    from docx.document import Document

LANGUAGE = "da-DK"
_PICTURE_CM = 15
_LOWEST = 9


def docx_bytes(text: Outgoing, now: datetime, pictures: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """Set a text as a Word file, with pictures (a heading and a PNG) at its end."""
    import docx.shared  # slow to import, and seldom needed

    document = docx.Document()
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = ""
    about.title, about.language = text.title, LANGUAGE
    about.created = about.modified = now.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    about.revision = 1
    _speak_danish(document)
    document.add_heading(text.title, level=1)
    for block in text.blocks:
        _add(document, block)
    for heading, picture in pictures:
        document.add_heading(heading, level=2)
        document.add_picture(io.BytesIO(picture), width=docx.shared.Cm(_PICTURE_CM))
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def _speak_danish(document: "Document") -> None:
    """Let the spelling be checked in Danish, not in the language of the template."""
    from docx.oxml.ns import qn

    for style in document.styles.element.iter(qn("w:lang")):
        style.set(qn("w:val"), LANGUAGE)


def _add(document: "Document", block: Block) -> None:
    match block:
        case OutgoingHeading(text, level):
            document.add_heading(text, level=min(level + 1, _LOWEST))
        case Paragraph(spans, lead):
            _add_paragraph(document, spans, lead)
        case OutgoingTable(rows):
            _add_table(document, rows)
        case Blank(field):
            _add_blank(document, field)


def _add_paragraph(document: "Document", spans: Sequence[Span], lead: str = "") -> None:
    """Add a paragraph. A number stands as it was written, as Word would count on from the last."""
    paragraph = document.add_paragraph(style="List Bullet" if lead == BULLET else None)
    if lead and lead != BULLET:
        paragraph.add_run(f"{lead} ")
    for span in spans:
        paragraph.add_run(span.text).bold = span.is_strong or None


def _add_blank(document: "Document", field: ToolField) -> None:
    if field.kind is FieldKind.ROWS:
        _add_paragraph(document, (Span(field.label, is_strong=True),))
        _add_table(document, blank_rows(field))
    elif field.kind is FieldKind.TEXT:
        _add_paragraph(document, (Span(field.label, is_strong=True),))
        for line in blank_lines(field):
            document.add_paragraph(line)
    else:
        label = Span(f"{field_label(field)} ", is_strong=True)
        _add_paragraph(document, (label, Span(blank_lines(field)[0])))


def _add_table(document: "Document", rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
