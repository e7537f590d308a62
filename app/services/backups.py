"""Backups as the user sees them: which there are, one more, and back to one of them."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.recovery import Backup, BackupKind, Restored

if TYPE_CHECKING:
    from app.services.workplace import Workplace


def list_backups(place: "Workplace") -> tuple[Backup, ...]:
    """Return all backups of a data folder, the newest first."""
    from app.store.backup import all_backups
    from app.store.troubles import told

    with told(place.store.path):
        return tuple(all_backups(place.folder))


def back_up_now(place: "Workplace") -> Backup:
    """Make a backup at this moment, and read it through. `Trouble`: disk_full, damaged, io …"""
    from app.store.backup import backup_of
    from app.store.troubles import told

    with told(place.store.path):
        return backup_of(place.store.path, BackupKind.ASKED, place.now())


def runs_in(place: "Workplace", *, name: str) -> tuple[int, int]:
    """Count the runs in a backup, and those that are here now.

    `Refused`: no_such_backup, backup_unusable.
    """
    from app.store.restoring import count_runs

    with place.store.reading() as work:
        here = len(work.runs.ids())
    return count_runs(place.folder, name), here


def restore(
    folder: Path, *, name: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Restored:
    """Bring a data folder back to one of its backups; it is to be opened anew afterwards.

    `Refused`: no_such_backup, backup_unusable. `Trouble`: disk_full, locked and the like. In all
    of them nothing is changed.
    """
    from app.store.restoring import restore as restore_store

    return restore_store(folder, name, clock().astimezone(UTC))
