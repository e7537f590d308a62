"""A file that is not as it was left is read through, and each row must be the one written."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.model.errors import Trouble
from app.model.library.stored_version import Kind
from app.store.database_opening import open_store
from app.store.door import NotWhole
from app.store.examine import examine
from app.store.left import NAME, is_as_left
from app.store.seals import broken_seal, teach
from app.store.tables import metadata
from app.store.unit_of_work import Store
from tests.store.make import NOW, begin, procedure, publish, run_named

CHANGES = (
    "UPDATE run_event SET payload = replace(payload, '08:40', '09:40')",
    "UPDATE run_event SET actor = 'bo'",
    "UPDATE case_run SET case_number = '2026-04418'",
    "UPDATE case_run SET owner = 'bo'",
    "UPDATE version SET author = 'bo'",
    "UPDATE version SET document = replace(document, 'Prøve', 'Prøvf')",
    "UPDATE item SET slug = 'prove2'",
    "UPDATE setting SET value = '\"leder\"'",
    "DELETE FROM item",
    "DROP TABLE reading",
)
"""What no program of ours has written."""


@pytest.fixture
def filled(store: Store) -> Store:
    begin(store, run_named("a"), publish(store, procedure()))
    with store.writing() as work:
        work.settings.put("role", "raadgiver", now=NOW)
        work.commit()
    return store


def _closed(store: Store) -> Path:
    store.close()
    return store.path


def _tamper(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(statement)
        other.commit()


def test_every_row_that_is_written_is_sealed(filled: Store) -> None:
    with closing(sqlite3.connect(_closed(filled))) as driver:
        teach(driver)
        assert broken_seal(driver) is None
        for table in metadata.tables:
            count = driver.execute(f"SELECT count(*) FROM {table} WHERE seal = 0").fetchone()
            assert count == (0,)
        examine(driver)


def test_a_row_that_is_changed_is_sealed_anew(filled: Store) -> None:
    with filled.writing() as work:
        work.settings.put("role", "teamleder", now=NOW)
        work.items.retire(Kind.PROCEDURE, "prove", now=NOW)
        work.commit()
    with closing(sqlite3.connect(_closed(filled))) as driver:
        examine(driver)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_no_program_of_ours_made_is_found(filled: Store, change: str) -> None:
    path = _closed(filled)
    _tamper(path, change)
    with closing(sqlite3.connect(path)) as driver, pytest.raises((NotWhole, sqlite3.Error)):
        examine(driver)
    with pytest.raises(Trouble) as trouble:
        open_store(path.parent, now=NOW)
    assert trouble.value.code == "damaged"


def test_an_empty_file_is_no_database(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "tom")) as driver, pytest.raises(sqlite3.Error):
        examine(driver)


def test_what_was_closed_and_left_alone_needs_no_reading(filled: Store) -> None:
    path = _closed(filled)
    assert is_as_left(path)
    again = open_store(path.parent, now=NOW)
    assert not again.was_in_doubt
    again.close()


@pytest.mark.parametrize("note", [b"", b"{", b'{"size":1,"sha256":"\x95"}', b"[]"])
def test_a_note_of_how_it_was_left_that_is_spoilt_makes_the_file_be_read_through(
    filled: Store, note: bytes
) -> None:
    path = _closed(filled)
    path.with_name(NAME).write_bytes(note)
    again = open_store(path.parent, now=NOW)
    assert again.was_in_doubt
    again.close()
    assert is_as_left(path)


def test_one_letter_that_is_another_is_noticed_at_the_start(filled: Store) -> None:
    path = _closed(filled)
    stored = path.read_bytes()
    position = stored.index(b"2026-04417")
    path.write_bytes(stored[: position + 9] + b"8" + stored[position + 10 :])
    with pytest.raises(Trouble) as trouble:
        open_store(path.parent, now=NOW)
    assert trouble.value.code == "damaged"


def test_another_window_does_not_read_what_is_in_use(filled: Store) -> None:
    other = open_store(filled.path.parent, now=NOW)
    assert not other.was_in_doubt
    other.close()
    assert not is_as_left(filled.path), "the first window still writes to it"


def test_the_last_window_to_leave_notes_how_it_leaves_the_file(filled: Store) -> None:
    other = open_store(filled.path.parent, now=NOW)
    filled.close()
    begin(other, run_named("b"), 1)
    other.close()
    assert is_as_left(other.path)
