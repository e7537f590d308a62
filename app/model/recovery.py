"""What came of rescuing a damaged database."""

from msgspec import Struct


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
