"""Texts to take along as files: what one saves and attaches where nothing can be pasted."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.model.file_names import sound_file_name
from app.model.outgoing.outgoing_blocks import Outgoing


def save_text(
    text: Outgoing, path: Path, now: datetime, pictures: Sequence[tuple[str, bytes]] = ()
) -> Path:
    """Save a text as a Word file; an older file of that name stays whole if it fails.

    It says that it was made `now`. `pictures` are headings with PNGs that come last.

    `Trouble`: disk_full, file_not_writable, file_not_written.
    """
    from app.files.disk import save_bytes
    from app.files.outgoing_docx import docx_bytes

    target = path if path.suffix.casefold() == ".docx" else path.with_name(f"{path.name}.docx")
    save_bytes(target, docx_bytes(text, now, pictures))
    return target


def file_name(text: Outgoing) -> str:
    """Propose a name for the file of a text."""
    return sound_file_name(text.title, ".docx")
