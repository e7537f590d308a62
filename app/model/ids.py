"""The names things go by: slugs, law references, references to events.

All are plain strings, so that files, JSON and signals carry them as they are; the patterns
are checked where documents are decoded.
"""

from typing import Annotated

from msgspec import Meta

# `\Z`, not `$`: an id with a line end after it is none.
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"
LAW_PATTERN = r"^[a-z][a-z0-9]*:[0-9]+[a-z]?(\.[0-9]+)?\Z"
EVENT_PATTERN = r"^(trigger|date:[a-z0-9]+(-[a-z0-9]+)*|[a-z0-9]+(-[a-z0-9]+)*)\Z"
WITHIN_PATTERN = r"^[0-9]{1,4} (hours|days|weeks|months|weekdays|workdays)\Z"
TARGET_PATTERN = r"^(procedure:[a-z0-9-]+(/[a-z0-9-]+)?|(card|tool):[a-z0-9-]+)\Z"

Slug = Annotated[str, Meta(pattern=SLUG_PATTERN)]
"""Names one document, step, role, theme or event; unique in its kind, and never changes."""

LawRef = Annotated[str, Meta(pattern=LAW_PATTERN)]
"""One provision: `bl:136.2` is barnets lov § 136, stk. 2; `bl:133` is § 133 as a whole."""

EventRef = Annotated[str, Meta(pattern=EVENT_PATTERN)]
"""What a deadline counts from: `trigger`, the id of a step (when it is done), or `date:<event>`."""

Within = Annotated[str, Meta(pattern=WITHIN_PATTERN)]
"""A length of time as written in files: `24 hours`, `6 weekdays`, `4 months`."""

TargetRef = Annotated[str, Meta(pattern=TARGET_PATTERN)]
"""A place in the library: `card:klage-modtaget`, `procedure:underretning/modtag` with a step."""

CHILD_ROLE = "barnet"
"""The child's role; its lane always stands first."""

AUTHORITIES = frozenset({"ankestyrelsen", "retten"})
"""Roles that are other authorities."""

TRIGGER = "trigger"
DATE_PREFIX = "date:"


def date_event(ref: str) -> str | None:
    """Return the event that `date:<event>` names, or None for the trigger and for steps."""
    return ref.removeprefix(DATE_PREFIX) if ref.startswith(DATE_PREFIX) else None
