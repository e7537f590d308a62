"""Put a sound database in the place of a damaged or missing one: the newest backup that is whole,
and on top all that can still be read of newer backups, and of the damaged file.

The damaged file is never changed; it gets a time in its name and stays for a while. Until the very
end nothing is moved, so that it can be tried again.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from app.data_folder import DAMAGED, DATABASE, SCRATCH, stamp, unused
from app.log import What, note
from app.model.recovery import Backup, Recovery
from app.private import close_file
from app.store.backup_files import SUFFIX, backups_in, counted, path_of
from app.store.door import UNREADABLE
from app.store.left import note_left
from app.store.log_file import log_of
from app.store.mending import mend_first_page, mend_schema
from app.store.presence import alone_in
from app.store.rebuilding import Rebuilding
from app.store.salvage import replay_log, salvage
from app.store.troubles import told, trouble

_MISSING = (
    "SELECT coalesce(sum(gap), 0) FROM"
    " (SELECT max(sequence) - count(*) AS gap FROM run_event GROUP BY run_id)"
)


def recover(folder: Path, *, now: datetime) -> Recovery:
    """Take the newest backup that is whole, and all that can be read of the damaged file.

    `Trouble`: in_use, where a window has the folder open.
    """
    return _Rescue(folder, now).recover()


class _Rescue:
    """One rescue of a data folder, in a folder of its own until it has come off."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self._folder, self._now = folder, now
        self._path = folder / DATABASE
        self._bench = Rebuilding(folder, folder / SCRATCH, now)
        self._scratch = self._bench.scratch

    def recover(self) -> Recovery:
        with told(self._path), alone_in(self._folder):
            self._begin()
            fresh, backup = self._base()
            before = _count(fresh, "run_event")
            whole = shutil.copyfile(fresh, self._scratch / "hel.sqlite3")
            for source in (*self._damaged_backups(backup), *self._damaged(backup)):
                salvage(source, fresh)
            sound = self._sound(fresh, whole)
            if sound is None:
                raise trouble("damaged", self._path)
            return self._put_in_place(sound, backup, before)

    def _sound(self, salvaged: Path, whole: Path) -> Path | None:
        """Return the best of what there is that is sound."""
        finished = self._bench.finished
        return finished(salvaged) or finished(whole) or finished(self._bench.empty())

    def _begin(self) -> None:
        if self._path.is_symlink() and not self._path.exists():
            raise trouble("not_connected", self._path)
        if self._path.exists() and not self._path.is_file():
            raise trouble("no_file", self._path)
        self._bench.begin()

    def _base(self) -> tuple[Path, Backup | None]:
        """Begin with the newest backup that is whole; with nothing where none is."""
        for backup in backups_in(self._folder):
            fresh = self._bench.taken_from(path_of(self._folder, backup))
            if fresh is not None:
                return fresh, backup
        return self._bench.empty(), None

    def _damaged_backups(self, base: Backup | None) -> list[Path]:
        """Copy the backups that are newer than the one it begins with, the oldest first.

        An older one is not read again: it holds what was deleted since.
        """
        found, least = [], base.happened if base else -1
        for number, backup in enumerate(backups_in(self._folder)):
            if backup.is_readable and backup.happened <= least:
                continue
            copy = self._scratch / f"gammel-{number}.sqlite3"
            shutil.copyfile(path_of(self._folder, backup), copy)
            self._mend(copy, base)
            happened = _happened(copy)
            if happened > least:
                found.append((happened, -number, copy))
        return [copy for *_, copy in sorted(found)]

    def _mend(self, copy: Path, base: Backup | None) -> None:
        like = self._like(base)
        mend_first_page(copy, like, whole=bool(base))
        mend_schema(copy, like)

    def _like(self, base: Backup | None) -> Path:
        """Return a sound database that looks as the damaged ones did."""
        return path_of(self._folder, base) if base else self._scratch / "ny.sqlite3"

    def _damaged(self, backup: Backup | None) -> Iterator[Path]:
        """Copy what is damaged, so that reading it changes nothing: as SQLite reads it, and with
        all that lies in its log.
        """
        source = self._path
        if not source.exists() and not log_of(source).exists():
            aside = sorted(self._folder.glob(f"{DAMAGED}*{SUFFIX}"))
            if not aside:
                return
            source = aside[-1]
        copy = self._scratch / "beskadiget.sqlite3"
        if source.exists():
            shutil.copyfile(source, copy)
        with suppress(FileNotFoundError):
            shutil.copyfile(log_of(source), log_of(copy))
        replayed = self._scratch / "log.sqlite3"
        has_more = replay_log(copy, replayed)
        if source.exists():
            self._mend(copy, backup)
            yield copy
        if has_more:
            mend_schema(replayed, self._like(backup))
            yield replayed

    def _put_in_place(self, fresh: Path, backup: Backup | None, before: int) -> Recovery:
        runs, events, lost = _count(fresh, "case_run"), _count(fresh, "run_event"), _gaps(fresh)
        kept = self._move_aside()
        fresh.replace(self._path)
        close_file(self._path)
        note_left(self._path)
        shutil.rmtree(self._scratch, ignore_errors=True)
        note(What.RESTORED, runs=runs, events=events, before=before, lost=lost)
        name, made = (backup.name, backup.made) if backup else ("", None)
        return Recovery(kept, name, runs, events, max(events - before, 0), lost, made)

    def _move_aside(self) -> str:
        """Give the damaged file, and the log that belongs to it, a name with the time in it."""
        log, name = log_of(self._path), f"{DAMAGED}{stamp(self._now)}"
        self._path.with_name(f"{DATABASE}-shm").unlink(missing_ok=True)
        kept = unused(self._folder, name, SUFFIX)
        if log.exists():
            log.replace(log_of(kept))
        if not self._path.exists():
            return ""
        self._path.replace(kept)
        return kept.name


def _count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _happened(path: Path) -> int:
    """Count all that ever happened in a database; nought where it does not tell."""
    with suppress(*UNREADABLE), closing(sqlite3.connect(path)) as connection:
        return counted(connection)[1]
    return 0


def _gaps(path: Path) -> int:
    """Count the events that are missing in the middle of logs."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(_MISSING).fetchone()[0])
