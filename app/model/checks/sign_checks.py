"""Does a document hold what must not be in it: a number like a CPR number, signs unseen, or
more than anybody reads?
"""

import re
from collections.abc import Iterator

import msgspec

from app.model.bounds import LONGEST_LINE, LONGEST_TEXT
from app.model.checks.finding_collecting import Collector
from app.model.cpr import holds_cpr
from app.model.file_names import is_taken
from app.model.library.card import ActionCard
from app.model.library.procedure import Procedure
from app.model.library.tool import Tool
from app.model.signs import unseen_in

LONGEST_ID = 80
_FOUR_DIGITS = re.compile(r"\d{4}")
"""Nothing without them can be a CPR number; most texts have none."""

_Path = tuple[str | int, ...]


def check_signs(found: Collector, document: Procedure | ActionCard | Tool) -> None:
    """Check every text of a document, and its id, which is the name of a file."""
    if len(document.id) > LONGEST_ID:
        found.error("id_too_long", "id", limit=str(LONGEST_ID))
    elif is_taken(document.id):
        found.error("id_reserved", "id", id=document.id)
    for path, text in _texts(msgspec.to_builtins(document), ()):
        unseen = unseen_in(text)
        if unseen:
            found.error("text_unseen", *path, character=unseen)
        longest = LONGEST_LINE if path[-1] == "title" else LONGEST_TEXT
        if len(text) > longest:
            found.error("text_too_long", *path, limit=str(longest))
        if _FOUR_DIGITS.search(text) and holds_cpr(text):
            found.error("text_cpr", *path)


def _texts(value: object, path: _Path) -> Iterator[tuple[_Path, str]]:
    """Go through all texts with their places: what has an id by that, other lists by number."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*path, key))
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            name = part.get("id", number) if isinstance(part, dict) else number
            yield from _texts(part, (*path, name))
