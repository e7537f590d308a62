"""What is stored comes back as it was written, or is told to be damaged: never as another."""

import sqlite3
from contextlib import closing

import pytest

from app.model.errors import Trouble
from app.model.library.stored_version import Kind
from app.store.database_opening import open_store
from app.store.unit_of_work import Store, Work
from tests.store.make import NOW, begin, procedure, publish, run_named


@pytest.fixture
def filled(store: Store) -> Store:
    """A database with a document, a run and a setting."""
    begin(store, run_named("a"), publish(store, procedure()))
    with store.writing() as work:
        work.settings.put("role", "raadgiver", now=NOW)
        work.commit()
    return store


def _tamper(store: Store, statement: str) -> None:
    with closing(sqlite3.connect(store.path)) as other:
        other.execute(statement)
        other.commit()


def _read_document(work: Work) -> object:
    return work.items.published_version(Kind.PROCEDURE, "prove")


@pytest.mark.parametrize(
    ("damage", "read"),
    [
        ("UPDATE version SET document = replace(document, 'Prøve', 'Prøvf')", _read_document),
        ("UPDATE version SET document = CAST(x'ff' AS TEXT)", _read_document),
        ("UPDATE version SET sha256 = 'text'", _read_document),
        ("UPDATE version SET created = '2026-13-99 00:00:00'", _read_document),
        ("UPDATE version SET created = x'00'", _read_document),
        ("UPDATE version SET state = 'nonsens'", _read_document),
        ("UPDATE version SET format = 'nonsens'", _read_document),
        ("UPDATE item SET kind = x'00'", lambda work: work.items.known()),
        ("UPDATE run_event SET payload = '{\"kind\":'", lambda work: work.runs.events("a")),
        ("UPDATE run_event SET payload = x'00'", lambda work: work.runs.events("a")),
        ("UPDATE run_event SET at = 'nonsens'", lambda work: work.runs.events("a")),
        ("UPDATE run_event SET actor = x'00'", lambda work: work.runs.events("a")),
        ("UPDATE case_run SET case_number = x'00'", lambda work: work.runs.get("a")),
        ("UPDATE setting SET value = '{'", lambda work: work.settings.all()),
        ("UPDATE setting SET value = x'00'", lambda work: work.settings.get("role")),
        ("DROP TABLE suggestion", lambda work: work.suggestions.all()),
    ],
)  # fmt: skip
def test_what_cannot_be_read_back_is_told_as_damage(
    filled: Store, damage: str, read: object
) -> None:
    _tamper(filled, damage)
    assert callable(read)
    with pytest.raises(Trouble) as trouble, filled.reading() as work:
        read(work)
    assert trouble.value.code == "found_damaged"


def test_a_row_of_a_list_that_cannot_be_read_is_named(filled: Store) -> None:
    _tamper(filled, "UPDATE case_run SET summary = x'00'")
    with filled.reading() as work:
        assert work.runs.listing().unreadable == ("a",)


@pytest.mark.parametrize(
    "change",
    [
        'payload = \'{"kind":"teleported"}\'',
        'payload = \'{"kind":"started","trigger":"2026-11-26T08:40:00Z","moon":1}\'',
        "format = 99",
    ],
)
def test_an_event_of_a_newer_program_is_told_as_such(filled: Store, change: str) -> None:
    """A newer program has written it as it stands, so its seal is right."""
    with filled.writing() as work:
        work._connection.exec_driver_sql(f"UPDATE run_event SET {change}")
        work.commit()
    with pytest.raises(Trouble) as trouble, filled.reading() as work:
        work.runs.events("a")
    assert trouble.value.code == "newer_document"


def test_what_is_met_while_open_is_looked_for_at_the_next_start(filled: Store) -> None:
    _tamper(filled, "UPDATE run_event SET payload = '{'")
    with pytest.raises(Trouble), filled.reading() as work:
        work.runs.events("a")
    filled.close()
    with pytest.raises(Trouble) as trouble:
        open_store(filled.path.parent, now=NOW)
    assert trouble.value.code == "damaged"


def test_a_missing_table_is_found_at_the_start(filled: Store) -> None:
    filled.close()
    _tamper(filled, "DROP TABLE suggestion")
    with pytest.raises(Trouble) as trouble:
        open_store(filled.path.parent, now=NOW)
    assert trouble.value.code == "damaged"
