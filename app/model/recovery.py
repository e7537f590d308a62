"""Copies of the data: which there are, what is in them, and what came of going back to one."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class BackupKind(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    ASKED = "asked"
    BEFORE_UPGRADE = "before_upgrade"
    BEFORE_RESTORE = "before_restore"
    OTHER = "other"
    """Somebody has put it there."""


class Backup(Struct, frozen=True):
    """One copy of the data, by the name of its file; its size is in bytes."""

    name: str
    made: datetime
    size: int
    kind: BackupKind


class Restored(Struct, frozen=True):
    """What the data were brought back to, and the copy of what was there before."""

    backup: Backup
    kept: Backup


class Recovery(Struct, frozen=True):
    """What was kept, where the data came from, and how much of it there is now.

    `kept` is the name of the damaged file, which stays beside the new one; `backup` that of the
    backup that was restored, empty where there was none; `salvaged` how many events were read
    from the damaged file that no backup held.
    """

    kept: str
    backup: str
    runs: int
    events: int
    salvaged: int
