"""Names of users, as they stand in logs and settings."""

from collections.abc import Iterable


def known_as(name: str, names: Iterable[str]) -> str | None:
    """Return the known name that is meant, however it is written; None for a new one."""
    meant = _bare(name)
    return next((known for known in names if _bare(known) == meant), None)


def _bare(name: str) -> str:
    return " ".join(name.split()).casefold()
