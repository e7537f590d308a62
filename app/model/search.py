"""What can be searched for, and what a search finds. Values only; the index is the store's."""

from enum import IntEnum

from msgspec import Struct


class Level(IntEnum):
    """How near to a name a text is; lower stands before higher."""

    TITLE = 0
    STEP = 1
    ITEM = 2
    TEXT = 3


class Entry(Struct, frozen=True):
    """One text that can be found, with the document (and step) that it leads to.

    `title` and `context` are shown above the text; `around` holds more words that narrow a
    search without being found by themselves; `law` are the references that it stands on, as
    `bl:136.2`, and `cited` the same as people write them.
    """

    kind: str
    slug: str
    level: Level
    title: str
    text: str = ""
    step: str = ""
    context: str = ""
    around: str = ""
    law: tuple[str, ...] = ()
    cited: str = ""


Marks = tuple[tuple[int, int], ...]
"""Where the words of a query stand in a text, as (start, end)."""


class Hit(Struct, frozen=True):
    """One place that a search found.

    `kind` is procedure, card, tool or provision; `id` names it, and `step` the step in it, if
    any. `snippet` is the piece of text that was found, empty where the title says it all.
    """

    kind: str
    id: str
    step: str | None
    level: Level
    title: str
    context: str
    snippet: str
    title_marks: Marks = ()
    marks: Marks = ()
