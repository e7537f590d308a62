"""What can still be read of a damaged database, row by row; a row counts when it is whole.

A row is whole when its seal is right, and its text is the one that was written. In a file of an
older program, which has no seals, it is enough that it can be read.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from app.model.errors import Trouble
from app.model.library.stored_version import Kind
from app.store.backup_files import counted
from app.store.door import UNREADABLE, NotWhole
from app.store.examine import check_sound
from app.store.log_file import log_of, read_log
from app.store.run_rows import read_payload
from app.store.seals import SEAL, seal_of, sealed_columns
from app.store.setting_rows import read_value
from app.store.stored_documents import read_document
from app.store.tables import metadata

_Row = dict[str, object]

_MOST_PAGES = 1 << 20
_PROBES = 300
"""So many rows in a row are looked for one by one where a page cannot be read."""


def salvage(source: Path, target: Path) -> None:
    """Copy every whole row of a damaged database over those of an older, sound one."""
    with closing(_open(source)) as damaged, closing(sqlite3.connect(target)) as sound:
        verb = "REPLACE" if _is_newer(damaged, sound) else "IGNORE"
        kinds, deleted = _kinds(damaged), _deleted(sound)
        for table in metadata.tables:
            names = _shared_columns(damaged, sound, table)
            for row in _rows(damaged, table, names):
                if _is_whole(table, row, kinds):
                    _put(sound, verb, table, row)
                elif table == "case_run" and _is_told_twice(row):
                    _put(sound, "IGNORE", table, row)
        if verb == "REPLACE":
            _forget_deleted(damaged, sound, deleted)
        sound.commit()


def replay_log(database: Path, target: Path) -> bool:
    """Write all that a log holds over a copy of its database, also behind what is damaged in it.

    Tells whether there was anything that SQLite would not take by itself.
    """
    log = read_log(log_of(database))
    if not log.is_cut:
        return False
    data = log_of(database).read_bytes()
    target.write_bytes(database.read_bytes() if database.exists() else b"")
    with target.open("r+b") as file:
        for frame in log.frames:
            if 0 < frame.page < _MOST_PAGES:
                file.seek((frame.page - 1) * log.page_size)
                file.write(data[frame.start : frame.start + log.page_size])
    return True


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.text_factory = _text
    connection.execute("PRAGMA writable_schema=ON")  # one table that is spoilt hides no other
    return connection


def _text(stored: bytes) -> str:
    """Read a text that may not be one; what is no letter in it never passes for one."""
    return stored.decode("utf-8", "surrogateescape")


def _is_newer(damaged: sqlite3.Connection, sound: sqlite3.Connection) -> bool:
    """Whether the damaged database has come further than the sound one, as far as it tells."""
    try:
        return counted(damaged)[1] >= counted(sound)[1]
    except UNREADABLE:
        return True


def _shared_columns(
    damaged: sqlite3.Connection, sound: sqlite3.Connection, table: str
) -> tuple[str, ...]:
    def columns(connection: sqlite3.Connection) -> list[str]:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]

    try:
        there = columns(damaged)
    except UNREADABLE:
        return ()
    return tuple(name for name in columns(sound) if name in there)


def _kinds(damaged: sqlite3.Connection) -> dict[object, Kind]:
    """Tell what kind of document versions are of, where that can be read."""
    kinds: dict[object, Kind] = {}
    for row in _rows(damaged, "item", ("id", "kind")):
        with suppress(ValueError):
            kinds[row["id"]] = Kind(str(row["kind"]))
    return kinds


def _is_whole(table: str, row: _Row, kinds: dict[object, Kind]) -> bool:
    """Tell whether a row is the one that was written; a newer program may have done so."""
    try:
        if table in _READS:
            _READS[table](row, kinds)
        return _has_right_seal(table, row)
    except (NotWhole, ValueError, TypeError, KeyError, msgspec.MsgspecError):
        return False


def _is_told_twice(row: _Row) -> bool:
    """Tell whether what a run is still stands in its row a second time, where its seal is broken.

    The row of a list is long, and made anew anyhow: a letter in it must not cost the whole run.
    """
    case_number, title = str(row["case_number"]), str(row["title"])
    if str(row["words"]).startswith(f"{case_number} {title} ".casefold()):
        return True
    try:
        summary = msgspec.json.decode(str(row["summary"]))["run"]
        return bool(summary["case_number"] == case_number and summary["id"] == row["id"])
    except (msgspec.MsgspecError, KeyError, TypeError, UnicodeError):
        return False


def _has_right_seal(table: str, row: _Row) -> bool:
    if SEAL not in row:
        return True
    return row[SEAL] == seal_of(*(row[name] for name in sealed_columns(table)))


def _read_version(row: _Row, kinds: dict[object, Kind]) -> None:
    number, text, sha256 = row["format"], row["document"], row["sha256"]
    if not (isinstance(number, int) and isinstance(text, str) and isinstance(sha256, bytes)):
        raise NotWhole("version")
    with suppress(Trouble):  # newer_document: its text is the one that was written
        read_document(kinds[row["item_id"]], number, text, sha256)


def _read_event(row: _Row, _kinds: dict[object, Kind]) -> None:
    if SEAL not in row:
        read_payload(str(row["payload"]))


def _read_setting(row: _Row, _kinds: dict[object, Kind]) -> None:
    read_value(str(row["value"]))


_READS: dict[str, Callable[[_Row, dict[object, Kind]], None]] = {
    "version": _read_version,
    "run_event": _read_event,
    "setting": _read_setting,
}


def _rows(damaged: sqlite3.Connection, table: str, names: tuple[str, ...]) -> Iterator[_Row]:
    """Read a table by its own numbers, and go on behind what cannot be read."""
    if not names:
        return
    read = f"SELECT rowid, {', '.join(names)} FROM {table} WHERE rowid > ? ORDER BY rowid"
    last, tried, end = -1, 0, _last(damaged, table)
    while True:
        try:
            for number, *values in damaged.execute(read, (last,)):
                if number <= last:  # a page that leads back to one that was read
                    raise NotWhole(table)
                last, tried = number, 0
                yield dict(zip(names, values, strict=True))
        except UNREADABLE:
            tried += 1
            last += 1 if tried < _PROBES else 1 << min(tried - _PROBES, 40)
            if last >= end:
                return
        else:
            return


def _last(damaged: sqlite3.Connection, table: str) -> int:
    with suppress(*UNREADABLE, TypeError):
        found = damaged.execute(f"SELECT rowid FROM {table} ORDER BY rowid DESC").fetchone()
        return int(found[0])
    return 1 << 40


def _put(sound: sqlite3.Connection, verb: str, table: str, row: _Row) -> None:
    places = ", ".join("?" * len(row))
    with suppress(sqlite3.Error, UnicodeError):
        sound.execute(
            f"INSERT OR {verb} INTO {table} ({', '.join(row)}) VALUES ({places})",
            tuple(row.values()),
        )


def _forget_deleted(damaged: sqlite3.Connection, sound: sqlite3.Connection, before: int) -> None:
    """Let go of runs that were deleted after the backup, where that is certain."""
    try:
        for table in ("case_run", "receipt"):
            check_sound(damaged, table)
        there = {row[0] for row in damaged.execute("SELECT id FROM case_run")}
        deleted = _deleted(damaged)
    except UNREADABLE:
        return
    gone = [row for row in sound.execute("SELECT id FROM case_run") if row[0] not in there]
    if 0 < len(gone) <= deleted - before:
        sound.executemany("DELETE FROM case_run WHERE id = ?", gone)


def _deleted(connection: sqlite3.Connection) -> int:
    found = connection.execute("SELECT coalesce(sum(runs), 0) FROM receipt").fetchone()
    return int(found[0])
