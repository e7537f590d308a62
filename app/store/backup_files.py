"""The backups in a data folder: what each holds, and which is the newest.

What is newest is told by what a backup holds. A date in a name, or on a file, is only as right as
the clock was, and a copied file has another.
"""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from msgspec import structs

from app.data_folder import stamped
from app.model.recovery import Backup, BackupKind
from app.model.times import local
from app.store.door import UNREADABLE

FOLDER = "sikkerhedskopier"
SUFFIX = ".sqlite3"
UNFINISHED = ".del"

BEGINNINGS = {
    BackupKind.DAILY: "dagligt-",
    BackupKind.BEFORE_UPGRADE: "foer-opgradering-",
    BackupKind.BEFORE_RESTORE: "foer-tilbagehentning-",
    BackupKind.BEFORE_DELETION: "foer-sletning-",
    BackupKind.ASKED: "paa-oenske-",
    BackupKind.RESCUED: "reddet-",
}
"""What the names of backups begin with; a day or a moment follows."""

_MOST = 1 << 40
"""A higher number was never given: it is damage."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
COUNTED = ("run_event", "version_deed", "receipt", "suggestion")
"""Tables whose numbers only grow, also when rows are deleted."""


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return all backups in a data folder, the newest first; those that cannot be read last."""
    found = []
    for path in backup_files(folder):
        with suppress(FileNotFoundError):  # another window has let go of it meanwhile
            found.append(read_backup(path))
    return newest_first(found)


def newest_first(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Order backups by what they hold, and by their time where that is the same."""
    return tuple(sorted(backups, key=_newness, reverse=True))


def newest_backup(folder: Path) -> Backup | None:
    """Return the newest backup in a data folder that can be read; None when there is none."""
    return next((one for one in backups_in(folder) if one.is_readable), None)


def backup_files(folder: Path) -> list[Path]:
    """Return the files of all finished backups."""
    try:
        found = [path for path in (folder / FOLDER).iterdir() if path.suffix == SUFFIX]
        return sorted(path for path in found if path.is_file())
    except OSError:
        return []


def path_of(folder: Path, backup: Backup) -> Path:
    """Return where a backup lies."""
    return folder / FOLDER / backup.name


def kind_of(name: str) -> BackupKind:
    """Tell by its name why a backup was made."""
    found = (kind for kind, begins in BEGINNINGS.items() if name.startswith(begins))
    return next(found, BackupKind.OTHER)


def daily_name(day: date) -> str:
    """Return what the backup of a day is called."""
    return f"{BEGINNINGS[BackupKind.DAILY]}{day.isoformat()}"


def read_backup(path: Path) -> Backup:
    """Look into a backup, without reading it through."""
    found = Backup(path.name, _made(path), path.stat().st_size, kind_of(path.name))
    try:
        with closing(open_to_read(path)) as connection:
            events, happened = counted(connection)
            runs = connection.execute("SELECT count(*) FROM case_run").fetchone()[0]
            connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    except (*UNREADABLE, TypeError):
        return found
    return structs.replace(found, is_readable=True, runs=runs, events=events, happened=happened)


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to, so that it is neither changed nor made."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def open_again(path: Path, *, wait: float = 5.0) -> sqlite3.Connection:
    """Open a database that is there; one that is not is never made."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=wait, uri=True)


def counted(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return the number of the newest event, and of all that ever happened, in a database."""
    found = numbers_given(connection)
    return found.get(COUNTED[0], 0), sum(found.values())


def numbers_given(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the highest number that each table of what happens has ever given."""
    found = connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
    return {
        name: number
        for name, number in found
        if name in COUNTED and isinstance(number, int) and 0 <= number < _MOST
    }


def _newness(backup: Backup) -> tuple[bool, int, datetime, str]:
    return backup.is_readable, backup.happened, backup.made, backup.name


def _made(path: Path) -> datetime:
    """Tell when a backup was made, by its name; the file knows the time of day, if not copied."""
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    exact = stamped(path.name)
    if exact is not None:
        return exact
    day = _DAY.search(path.name)
    if day is None:
        return written
    try:
        named = datetime.combine(date.fromisoformat(day[0]), time(12))
    except ValueError:
        return written
    is_same = abs(local(written) - local(named)) < timedelta(days=1)
    return written if is_same else local(named).astimezone(UTC)
