"""From a name in the library to the pages that print it."""

from collections.abc import Sequence

from app.model.card import ActionCard
from app.model.errors import Refused
from app.model.procedure import Procedure
from app.model.tool import Tool
from app.model.version import VersionInfo
from app.printing.card import card_pages
from app.printing.ink import PAPER, Ink
from app.printing.marks import Page
from app.printing.paper import Paper
from app.printing.sheet import VersionMark, version_mark
from app.printing.tool import tool_pages
from app.services.library import Shelf

Item = tuple[str, str]
"""A kind (card, tool, procedure) and a name."""


def pages_of(
    shelf: Shelf, items: Sequence[Item], paper: Paper, ink: Ink = PAPER
) -> tuple[Page, ...]:
    """Lay out everything named, one after the other. `Refused`: unknown_item_to_print."""
    return tuple(page for item in items for page in _pages(shelf, item, paper, ink))


def titles_of(shelf: Shelf, items: Sequence[Item]) -> str:
    """Name what is printed, for a window's title and a file's name."""
    return ", ".join(_document(shelf, item).title for item in items)


def _pages(shelf: Shelf, item: Item, paper: Paper, ink: Ink) -> tuple[Page, ...]:
    kind, slug = item
    library, catalogue = shelf.library, shelf.library.catalogue
    mark = mark_of(shelf, item)
    _document(shelf, item)
    if kind == "card":
        return card_pages(library.card_by_id[slug], catalogue, mark, paper, ink)
    if kind == "tool":
        return tool_pages(library.tool_by_id[slug], catalogue, mark, paper, ink)
    from app.printing.procedure import procedure_pages

    return procedure_pages(library.procedure_by_id[slug], catalogue, mark, paper, ink)


def _document(shelf: Shelf, item: Item) -> ActionCard | Tool | Procedure:
    kind, slug = item
    library = shelf.library
    found: ActionCard | Tool | Procedure | None
    if kind == "card":
        found = library.card_by_id.get(slug)
    elif kind == "tool":
        found = library.tool_by_id.get(slug)
    else:
        found = library.procedure_by_id.get(slug)
    if found is None:
        raise Refused("unknown_item_to_print", name=f"{kind}:{slug}")
    return found


def mark_of(shelf: Shelf, item: Item) -> VersionMark:
    """Return what a print says of the version it is of."""
    version: VersionInfo | None = shelf.versions.get(item)
    return version_mark(version) if version else VersionMark(1)
