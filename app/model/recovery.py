"""Copies of the data: which there are, what is in them, and what came of going back to one."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

MOST_DAYS_KEPT = 30
"""No backup is kept longer: what was deleted leaves them all in this time."""


class BackupKind(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    ASKED = "asked"
    BEFORE_UPGRADE = "before_upgrade"
    BEFORE_RESTORE = "before_restore"
    BEFORE_DELETION = "before_deletion"
    RESCUED = "rescued"
    """What a window still held of a database that was taken away beneath it."""
    OTHER = "other"
    """Somebody has put it there."""


class Backup(Struct, frozen=True):
    """One copy of the data, by the name of its file; its size is in bytes.

    `happened` counts all that ever happened in it, deletions too: it grows with time whatever a
    clock says. `events` is the number of its newest event. All three are nought where the file
    cannot be read.
    """

    name: str
    made: datetime
    size: int
    kind: BackupKind
    is_readable: bool = False
    runs: int = 0
    events: int = 0
    happened: int = 0


class Held(Struct, frozen=True):
    """What a copy holds that one would miss: runs, texts that count, and texts being written."""

    runs: int
    texts: int
    drafts: int


class Restored(Struct, frozen=True):
    """What the data were brought back to, and the copy of what was there before."""

    backup: Backup
    kept: Backup


class Recovery(Struct, frozen=True):
    """What was kept, where the data came from, and how much of it there is now.

    `kept` is the name of the damaged file, which stays beside the new one; `backup` that of the
    backup that was restored, empty where there was none; `salvaged` how many events were read
    from the damaged file that no backup held; `lost` how many are missing in the middle of logs;
    `made` when the backup was made.
    """

    kept: str
    backup: str
    runs: int
    events: int
    salvaged: int
    lost: int = 0
    made: datetime | None = None
