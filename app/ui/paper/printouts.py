"""From a name in the library to the pages that print it, and to their preview."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.model.errors import Refused
from app.model.library.card import ActionCard
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure, Step
from app.model.library.tool import Tool
from app.printing.card_pages import card_pages
from app.printing.ink import PAPER, Ink
from app.printing.page_marks import Page
from app.printing.paper import A3, A4, A5, A6, Paper
from app.printing.poster import poster_pages
from app.printing.procedure_pages import procedure_pages, step_pages
from app.printing.sheet import VersionMark, version_mark
from app.printing.tool_pages import tool_pages
from app.services.library import Shelf

Item = tuple[str, str]
"""A kind (card, tool, procedure, step) and a name; a step is named `procedure/step`."""

_PAPERS = {
    "card": (A5, A4, A6),
    "step": (A5, A4, A6),
    "tool": (A4,),
    "procedure": (A3, A4),
}


def pages_of(
    shelf: Shelf, items: Sequence[Item], paper: Paper, ink: Ink = PAPER
) -> tuple[Page, ...]:
    """Lay out everything named, one after the other. `Refused`: unknown_item_to_print."""
    return tuple(page for item in items for page in _pages(shelf, item, paper, ink))


def own_pages_of(shelf: Shelf, items: Sequence[Item], ink: Ink = PAPER) -> tuple[Page, ...]:
    """Lay out everything named, each on the paper it is made for. `Refused`: as `pages_of`."""
    papers = ((item, _PAPERS[item[0]][0]) for item in items)
    return tuple(page for item, paper in papers for page in _pages(shelf, item, paper, ink))


def title_of(shelf: Shelf, items: Sequence[Item]) -> str:
    """Name what is printed, for a window's title and a file's name."""
    return ", ".join(_found(shelf.library, item).title for item in items)


def preview_items(window: QWidget, shelf: Shelf, items: Sequence[Item]) -> None:
    """Show what is named as it will print, and let the user print it."""
    from app.ui.paper.print_preview import PrintPreview

    preview = PrintPreview(
        title_of(shelf, items),
        lambda paper, ink: pages_of(shelf, items, paper, ink),
        _PAPERS[items[0][0]],
        parent=window,
    )
    preview.open()


def _pages(shelf: Shelf, item: Item, paper: Paper, ink: Ink) -> tuple[Page, ...]:
    catalogue, mark = shelf.library.catalogue, _mark(shelf, item)
    found = _found(shelf.library, item)
    if isinstance(found, ActionCard):
        return card_pages(found, catalogue, mark, paper, ink)
    if isinstance(found, Tool):
        return tool_pages(found, catalogue, mark, paper, ink)
    if isinstance(found, Step):
        procedure = shelf.library.procedure_by_id[item[1].partition("/")[0]]
        return step_pages(procedure, found, catalogue, mark, paper, ink)
    return _procedure_pages(found, shelf, mark, paper, ink)


def _procedure_pages(
    procedure: Procedure, shelf: Shelf, mark: VersionMark, paper: Paper, ink: Ink
) -> tuple[Page, ...]:
    """Print a procedure as suits the paper; on A4 the poster goes before the steps in words."""
    catalogue = shelf.library.catalogue
    pages = procedure_pages(procedure, catalogue, mark, paper, ink, shelf.library)
    if paper == A4:
        return (*poster_pages(procedure, catalogue, mark, paper, ink), *pages)
    return pages


def _found(library: Library, item: Item) -> ActionCard | Tool | Procedure | Step:
    kind, name = item
    slug, _, step = name.partition("/")
    found: ActionCard | Tool | Procedure | Step | None
    if kind == "card":
        found = library.card_by_id.get(slug)
    elif kind == "tool":
        found = library.tool_by_id.get(slug)
    else:
        procedure = library.procedure_by_id.get(slug)
        found = procedure.by_id.get(step) if procedure and step else procedure
    if found is None:
        raise Refused("unknown_item_to_print", name=f"{kind}:{name}")
    return found


def _mark(shelf: Shelf, item: Item) -> VersionMark:
    """Return what a print says of the version it is of."""
    kind, name = item
    stored = "procedure" if kind == "step" else kind
    version = shelf.versions.get((stored, name.partition("/")[0]))
    return version_mark(version) if version else VersionMark(1)
