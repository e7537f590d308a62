"""Notes to the journal as files: what one saves and attaches where nothing can be pasted."""

from collections.abc import Sequence
from pathlib import Path

from app.model.file_names import sound_file_name
from app.model.journal import JournalNote


def save_note(note: JournalNote, path: Path, pictures: Sequence[tuple[str, bytes]] = ()) -> Path:
    """Save a note as a Word file; an older file of that name stays whole if it fails.

    `pictures` are headings with PNGs that come last.

    `Trouble`: disk_full, file_not_writable, file_not_written.
    """
    from app.files.disk import save_bytes
    from app.files.journal_docx import docx_bytes

    target = path if path.suffix.casefold() == ".docx" else path.with_name(f"{path.name}.docx")
    save_bytes(target, docx_bytes(note, pictures))
    return target


def file_name(note: JournalNote) -> str:
    """Propose a name for the file of a note."""
    return sound_file_name(note.title, ".docx")
