"""A note to the journal is saved as a file that Word opens, without an author."""

from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from app.model.errors import Trouble
from app.model.journal.journal_note import JournalNote, NotePart
from app.services.journal import file_name, save_text

NOW = datetime(2026, 12, 1, 8, 15, 30, tzinfo=UTC)
NOTE = JournalNote(
    "Underretning, sag 2026/04417: Tal med barnet",
    (
        NotePart("", ("Trinnet er udført.",)),
        NotePart("Barnets syn", ("Barnet er hørt.", "Det gik godt.")),
        NotePart("1. Modtag", ("Gjort.",), level=1),
    ),
)


def test_headings_and_paragraphs_come_in_their_order(tmp_path: Path) -> None:
    saved = save_text(NOTE, tmp_path / "notat", NOW)
    assert saved == tmp_path / "notat.docx"
    document = docx.Document(str(saved))
    assert [(p.style.name if p.style else "", p.text) for p in document.paragraphs] == [
        ("Heading 1", NOTE.title),
        ("Normal", "Trinnet er udført."),
        ("Heading 3", "Barnets syn"),
        ("Normal", "Barnet er hørt."),
        ("Normal", "Det gik godt."),
        ("Heading 2", "1. Modtag"),
        ("Normal", "Gjort."),
    ]


def test_the_file_names_nobody_and_is_danish(tmp_path: Path) -> None:
    about = docx.Document(str(save_text(NOTE, tmp_path / "a.docx", NOW))).core_properties
    assert (about.author, about.last_modified_by) == ("", "")
    assert about.language == "da-DK"


def test_the_file_says_when_it_was_made_and_not_when_its_template_was(tmp_path: Path) -> None:
    about = docx.Document(str(save_text(NOTE, tmp_path / "a.docx", NOW))).core_properties
    assert about.created == about.modified == NOW
    assert (about.revision, about.last_printed) == (1, None)


def test_a_name_is_proposed_that_every_disk_takes() -> None:
    assert file_name(NOTE) == "Underretning, sag 2026 04417 Tal med barnet.docx"


def test_a_file_that_cannot_be_written_leaves_the_old_one_whole(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(Trouble) as trouble:
        save_text(NOTE, tmp_path / "a.docx", NOW)
    assert trouble.value.code == "file_not_writable"
