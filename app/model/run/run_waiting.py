"""What a run waits for, as it goes on after `Afventer`."""

import re

_ALREADY_SAID = re.compile(r"\s*(?:(?:jeg|vi)\s+)?(?:afventer|venter|vent)\b(?:\s+på\b)?\s*", re.I)


def awaited(reason: str) -> str:
    """Return what is waited for, where one wrote that one waits: `Venter på skolen`."""
    found = _ALREADY_SAID.match(reason)
    return (reason[found.end() :] if found else "") or reason
