"""What the files in a data folder are called."""

import re
from datetime import UTC, datetime
from pathlib import Path

from app.model.times import day_of

DATABASE = "roed-traad.sqlite3"
DAMAGED = "roed-traad-beskadiget-"
"""What a damaged database is called once it was moved aside; a time follows."""

CRASHED = "roed-traad-nedbrud-"
"""What is known of a crash, kept under the time of the start after it."""

SCRATCH = "redning"
"""A folder that a rescue works in."""

SCRATCH_BACK = "tilbagehentning"
"""A folder that going back to a backup works in."""

_STAMP = re.compile(r"(\d{8})-(\d{6})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def stamp(now: datetime) -> str:
    """A moment as it stands in the name of a file."""
    return now.strftime("%Y%m%d-%H%M%S")


def stamped(name: str) -> datetime | None:
    """Return the moment that stands in the name of a file; None where there is none."""
    found = _STAMP.search(name)
    if found is None:
        return None
    try:
        return datetime.strptime("".join(found.groups()), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def dated_anew(name: str, now: datetime) -> str:
    """Return a name with this moment, or this day, in the place of the one that stands in it."""
    return _DAY.sub(day_of(now).isoformat(), _STAMP.sub(stamp(now), name))


def unused(folder: Path, before: str, after: str) -> Path:
    """Return a path that nothing lies at, with a number in it where one is needed."""
    number, path = 1, folder / f"{before}{after}"
    while path.exists():
        number += 1
        path = folder / f"{before}-{number}{after}"
    return path
