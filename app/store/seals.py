"""Seals: a checksum on each row that cannot be made anew, so that a changed letter is noticed.

SQLite sees that pages hang together, not that a letter in them is another. Every connection of
ours seals what it writes, by triggers of its own; whoever reads a file through (`examine.py`)
compares. The text of a version is not under the seal of its row: its SHA-256 is.

What is derived carries none: the search index. A migration that changes what a sealed table holds
must seal it anew (`seal_all`).
"""

import sqlite3
import zlib

import msgspec

from app.store.tables import metadata

SEAL = "seal"
FIRST_SEALED = "0006"
"""The first revision whose rows carry seals."""

_NOT_SEALED = frozenset({("version", "document"), *((name, SEAL) for name in metadata.tables)})


def seal_of(*values: object) -> int:
    """Return the checksum of what a row holds."""
    return zlib.crc32(msgspec.json.encode(values))


def teach(driver: sqlite3.Connection) -> None:
    """Let a connection compute seals."""
    driver.create_function("row_seal", -1, seal_of, deterministic=True)


def sealed_columns(table: str) -> tuple[str, ...]:
    """Name what the seal of a table covers, in the order it is computed in."""
    names = (column.name for column in metadata.tables[table].columns)
    return tuple(name for name in names if (table, name) not in _NOT_SEALED)


def seal_what_is_written(driver: sqlite3.Connection) -> None:
    """Seal by triggers that end with the connection: other tools can still open the file."""
    for table in metadata.tables:
        columns = ", ".join(sealed_columns(table))
        for name, when in (("added", "INSERT"), ("changed", f"UPDATE OF {columns}")):
            driver.execute(
                f"CREATE TEMP TRIGGER IF NOT EXISTS {name}_{table} AFTER {when} ON main.{table}"
                f" BEGIN UPDATE {table} SET {SEAL} = {_computed(table, 'NEW.')}"
                " WHERE rowid = NEW.rowid; END"
            )


def seal_all(driver: sqlite3.Connection) -> None:
    """Seal every row as it stands."""
    for table in metadata.tables:
        driver.execute(f"UPDATE main.{table} SET {SEAL} = {_computed(table)}")


def broken_seal(driver: sqlite3.Connection) -> str | None:
    """Name a table with a row that is not as it was written; None where all are."""
    for table in metadata.tables:
        wrong = f"SELECT 1 FROM main.{table} WHERE {SEAL} IS NOT {_computed(table)} LIMIT 1"
        if driver.execute(wrong).fetchone():
            return table
    return None


def _computed(table: str, row: str = "") -> str:
    return f"row_seal({', '.join(row + name for name in sealed_columns(table))})"
