"""A note to the journal as a Word file: headings and paragraphs in Danish, and no author."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.model.journal import JournalNote, Part

if TYPE_CHECKING:
    from docx.document import Document

LANGUAGE = "da-DK"
_PICTURE_CM = 15


def docx_bytes(note: JournalNote, pictures: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """Set a note as a Word file, with pictures (a heading and a PNG) at its end."""
    import docx.shared  # slow to import, and seldom needed

    document = docx.Document()
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = ""
    about.title, about.language = note.title, LANGUAGE
    _speak_danish(document)
    document.add_heading(note.title, level=1)
    for part in note.parts:
        _add(document, part)
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


def _add(document: "Document", part: Part) -> None:
    if part.heading:
        document.add_heading(part.heading, level=part.level + 1)
    for text in part.paragraphs:
        document.add_paragraph(text)
    if part.table:
        table = document.add_table(rows=len(part.table), cols=len(part.table[0]))
        table.style = "Table Grid"
        for row, cells in zip(table.rows, part.table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
