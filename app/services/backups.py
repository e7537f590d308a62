"""Backups as the user sees them: which there are, one more, and back to one of them."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.model.library.stored_version import VersionState
from app.model.recovery import Backup, BackupKind, Held, Recovery, Restored
from app.services.workplace import Workplace


def list_backups(workplace: Workplace) -> tuple[Backup, ...]:
    """Return all backups of a data folder, the newest first; those that cannot be read last."""
    from app.store.backup_files import backups_in

    return backups_in(workplace.folder)


def back_up_now(workplace: Workplace) -> Backup:
    """Make a backup at this moment, and read it through. `Trouble`: disk_full, damaged, io …"""
    from app.store.backing_up import backup_of
    from app.store.troubles import told

    store = workplace.store
    with told(store.path):
        return backup_of(workplace.folder, store.copy_into, BackupKind.ASKED, workplace.now())


def held_in(workplace: Workplace, *, name: str) -> tuple[Held, Held]:
    """Count what a backup holds, and what is here now.

    `Refused`: no_such_backup, backup_unusable.
    """
    from app.store.restoring import held_in as held_in_backup

    with workplace.store.reading() as work:
        runs, texts = len(work.runs.ids()), work.items.count_published()
        drafts = len(work.drafts.all()) + len(work.items.in_state(VersionState.IN_REVIEW))
    return held_in_backup(workplace.folder, name), Held(runs, texts, drafts)


def restore(
    folder: Path, *, name: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Restored:
    """Bring a data folder back to one of its backups; it is to be opened anew afterwards.

    `Refused`: no_such_backup, backup_unusable. `Trouble`: disk_full, locked and the like. In all
    of them nothing is changed.
    """
    from app.store.restoring import restore as restore_store

    return restore_store(folder, name, clock().astimezone(UTC))


def recover(folder: Path, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Recovery:
    """Put a sound database in the place of a damaged or missing one, as the user chose.

    The damaged file is kept beside it. The folder can be opened as ever afterwards. `Trouble`:
    in_use, where any window has the folder open.
    """
    from app.store.rescue import recover as recover_store

    return recover_store(folder, now=clock().astimezone(UTC))
