"""Names for files that every system can keep: made from titles, which hold anything."""

import re

LONGEST = 80
"""So long is a name at most, without its ending: folders above it need room too."""

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_OURS = "roed-traad"
_TAKEN = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""What Windows keeps for its devices, whatever the ending."""


def is_taken(name: str) -> bool:
    """Tell whether no file may be called so on Windows."""
    return bool(_TAKEN.match(name))


def sound_file_name(title: str, ending: str) -> str:
    """Return a name for a file about something; the program's own where no title is left."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:LONGEST].strip(" .")
    if not name or is_taken(name):
        name = f"{_OURS} {name}".strip()
    return f"{name}{ending}"
