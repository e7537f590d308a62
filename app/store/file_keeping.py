"""How long each file is kept that the program has made beside the database.

What is deleted must leave all of them in its time: none is older than a month. Nobody should ask
here by a clock that may be wrong. Another window may do the same at the same moment: a file that
is gone is no trouble.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.data_folder import CRASHED, DAMAGED, SCRATCH, SCRATCH_BACK, dated_anew, stamped, unused
from app.log import What, note
from app.model.recovery import MOST_DAYS_KEPT, Backup, BackupKind
from app.store.backup_files import BEGINNINGS, FOLDER, UNFINISHED, backups_in, newest_first, path_of

DAYS_KEPT = 7
OLDEST = timedelta(days=MOST_DAYS_KEPT)
"""No file is kept longer, as what is deleted must leave them all."""

MOST_OF_A_KIND = 7
"""So many backups are kept at most that were made before something was done."""

_A_DAY, _AN_HOUR = timedelta(days=1), timedelta(hours=1)


def tidy(folder: Path, *, now: datetime, made: str = "") -> None:
    """Let go of what is too old or too much; never of the backup that was just `made`."""
    for scratch in (SCRATCH, SCRATCH_BACK):
        shutil.rmtree(folder / scratch, ignore_errors=True)
    for path in _left_over(folder, now):
        path.unlink(missing_ok=True)
    for path in _from_the_future(folder, now):
        _date_anew(path, now)
    gone = outlived(backups_in(folder), now=now, made=made)
    for backup in gone:
        path_of(folder, backup).unlink(missing_ok=True)
    note(What.TIDIED, backups=len(gone))


def outlived(backups: Sequence[Backup], *, now: datetime, made: str) -> tuple[Backup, ...]:
    """Return the backups that are too many or too old."""
    gone = []
    for kind in BEGINNINGS:
        of_kind = newest_first(one for one in backups if one.kind is kind)
        most = DAYS_KEPT if kind is BackupKind.DAILY else MOST_OF_A_KIND
        gone += [
            one
            for number, one in enumerate(of_kind)
            if one.name != made and (number >= most or one.made < now - OLDEST)
        ]
    return tuple(gone)


def _left_over(folder: Path, now: datetime) -> Iterator[Path]:
    """Go through backups that were broken off, and what is kept of damage and of crashes."""
    for path in (folder / FOLDER).glob(f"*{UNFINISHED}*"):
        if not -_AN_HOUR < now - _written(path, now) < _AN_HOUR:
            yield path
    for path in (*folder.glob(f"{DAMAGED}*"), *folder.glob(f"{CRASHED}*")):
        if (stamped(path.name) or _written(path, now)) < now - OLDEST:
            yield path


def _from_the_future(folder: Path, now: datetime) -> Iterator[Path]:
    """Go through files that were made while a clock was ahead: they would never grow old."""
    yield from (
        path_of(folder, backup)
        for backup in backups_in(folder)
        if backup.kind in BEGINNINGS and backup.made > now + _A_DAY
    )
    for path in (*folder.glob(f"{DAMAGED}*"), *folder.glob(f"{CRASHED}*")):
        if (stamped(path.name) or now) > now + _A_DAY:
            yield path


def _date_anew(path: Path, now: datetime) -> None:
    """Let the time of a file begin today, in its name too."""
    name = dated_anew(path.stem, now)
    with suppress(FileNotFoundError):
        if name != path.stem:
            path = path.rename(unused(path.parent, name, path.suffix))
        os.utime(path, (now.timestamp(), now.timestamp()))


def _written(path: Path, now: datetime) -> datetime:
    """Tell when a file was written; one that is gone meanwhile is as good as new."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:
        return now
