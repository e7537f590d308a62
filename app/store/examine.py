"""Read a database through: that it hangs together, and that each row is the one that was written.

Done where there is doubt: after a crash, when a file is not as it was left, with each backup, and
with what was rescued. It takes about as long as reading the file.
"""

import sqlite3
from contextlib import suppress

from app.model.errors import Trouble
from app.model.library.stored_version import Kind
from app.store import search
from app.store.door import NotWhole, member_of
from app.store.run_rows import read_payload
from app.store.seals import FIRST_SEALED, broken_seal, teach
from app.store.setting_rows import read_value
from app.store.stored_documents import read_document
from app.store.tables import metadata

_EXPECTED = frozenset((*metadata.tables, *search.TABLES, "alembic_version"))
_DOCUMENTS = (
    "SELECT item.kind, version.format, version.document, version.sha256"
    " FROM version JOIN item ON item.id = version.item_id"
)


def examine(driver: sqlite3.Connection, *, derived: bool = True) -> None:
    """Raise `NotWhole`, or SQLite's own error for damage, when anything is not as it was written.

    A database of an older program carries no seals yet; there less can be told. What can be
    made anew is looked at too, unless not `derived`. What a newer program has written is whole
    where it is as that wrote it, though nobody here can read it.
    """
    teach(driver)
    sealed = _is_sealed(driver)
    if derived:
        check_sound(driver)
    else:
        for table in tables_in(driver):
            check_sound(driver, table)
    if sealed:
        _check_rows(driver)
    if driver.execute("PRAGMA foreign_key_check").fetchone():
        raise NotWhole("references")
    read_all(driver, sealed=sealed)


def _is_sealed(driver: sqlite3.Connection) -> bool:
    found = driver.execute("SELECT version_num FROM alembic_version").fetchone()
    if found is None:
        raise NotWhole("alembic_version")
    return str(found[0]) >= FIRST_SEALED


def _check_rows(driver: sqlite3.Connection) -> None:
    found = {name for (name,) in driver.execute("SELECT name FROM sqlite_master")}
    if not found >= _EXPECTED:
        raise NotWhole("sqlite_master")
    table = broken_seal(driver)
    if table is not None:
        raise NotWhole(table)


def check_sound(driver: sqlite3.Connection, table: str = "1") -> None:
    """Raise SQLite's own error for damage when pages do not hang together: all, or of a table."""
    answer = driver.execute(f"PRAGMA integrity_check({table})").fetchone()[0]
    if answer != "ok":
        error = sqlite3.DatabaseError(answer)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def tables_in(driver: sqlite3.Connection) -> tuple[str, ...]:
    """Name the tables of ours that are there, without those that can be made anew."""
    found = {name for (name,) in driver.execute("SELECT name FROM sqlite_master")}
    return tuple(name for name in metadata.tables if name in found)


def read_all(driver: sqlite3.Connection, *, sealed: bool) -> None:
    """Decode every document, every event and every setting.

    `sealed` tells that each row is known to be the one that was written.
    """
    for kind, number, document, sha256 in driver.execute(_DOCUMENTS):
        with suppress(Trouble):  # newer_document: its text is the one that was written
            read_document(member_of(Kind, kind, "item"), number, document, sha256)
    if not sealed:
        for (payload,) in driver.execute("SELECT payload FROM run_event"):
            read_payload(payload)
    for (value,) in driver.execute("SELECT value FROM setting"):
        read_value(value)
