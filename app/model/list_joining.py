"""Lists and tables that several windows change at the same time: a change is what was put in and
what was taken out, never the whole of it.
"""

from collections.abc import Mapping

List = tuple[str, ...]


def join_lists(base: List, new: List, stored: List) -> List:
    """Do to a stored list what was done to the one that somebody began with."""
    gone = set(base) - set(new)
    kept = tuple(one for one in stored if one not in gone)
    return (*kept, *(one for one in new if one not in base and one not in kept))


def join_tables(
    base: Mapping[str, str], new: Mapping[str, str], stored: Mapping[str, str]
) -> dict[str, str]:
    """Do to a stored table what was done to the one that somebody began with."""
    kept = {key: value for key, value in stored.items() if key in new or key not in base}
    return kept | {key: value for key, value in new.items() if base.get(key) != value}
