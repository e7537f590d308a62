"""What can be searched for, and what a search finds. Values only; the index is the store's."""

from enum import IntEnum

from msgspec import Struct


class Level(IntEnum):
    """What of a place was found; lower is nearer to its name."""

    TITLE = 0
    STEP = 1
    ITEM = 2
    TEXT = 3


class SearchEntry(Struct, frozen=True):
    """One place that can be found: a document, a step, or a provision.

    `title` and `context` are shown. Its words count the more the nearer they are to the name:
    `title`, then `lead` (what it is for), `items` (what is ticked or filled in), `body` (all
    else). `around` only narrows a search. `law` are the references that it stands on, as
    `bl:136.2`, and `cited` the same as people write them. What is not `named` has a title that
    nobody looks for, such as that of an end.
    """

    kind: str
    slug: str
    title: str
    step: str = ""
    context: str = ""
    lead: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    around: str = ""
    law: tuple[str, ...] = ()
    cited: str = ""
    named: bool = True


class ActName(Struct, frozen=True):
    """One of the ways in which people name an act."""

    act: str
    name: str


Marks = tuple[tuple[int, int], ...]
"""Where the words of a query stand in a text, as (start, end)."""


class SearchHit(Struct, frozen=True):
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
