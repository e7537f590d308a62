"""The rows of the side list: themes with procedures, or the hits of a search in groups."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from app.model.library.catalogue import Library, Theme
from app.model.library.procedure import Procedure
from app.model.library.target import Target
from app.model.search_hits import SearchHit
from app.ui.lists.grouped_list import Row

LADDER = Target("ladder", "")
"""The intervention ladder, which is no document of its own."""


def theme_rows(library: Library) -> list[Row]:
    """Return the ladder, then the themes in their order, each with its procedures."""
    rows: list[Row] = []
    if library.catalogue.ladder:
        title = QCoreApplication.translate("procedures", "Indsatstrappen")
        rows.append(Row(title, LADDER, icon="stairs"))
    for theme, found in themed(library):
        rows.append(Row(theme.title, is_group=True, icon=theme.icon))
        rows += [Row(p.title, Target("procedure", p.id)) for p in found]
    return rows


def themed(library: Library) -> Iterator[tuple[Theme, list[Procedure]]]:
    """Give the themes in their order with their procedures, then those without a theme."""
    for theme in library.catalogue.themes:
        found = procedures_of(theme, library)
        if found:
            yield theme, found
    known = set(library.catalogue.theme_by_id)
    rest = [p for p in library.procedures if p.theme not in known]
    if rest:
        title = QCoreApplication.translate("procedures", "Uden tema")
        yield Theme("", title, "", "folder", ""), rest


def first_procedure(library: Library) -> str:
    """Return the procedure that stands first in the list."""
    for row in theme_rows(library):
        if isinstance(row.payload, Target) and row.payload.kind == "procedure":
            return row.payload.id
    return ""


def procedures_of(theme: Theme, library: Library) -> list[Procedure]:
    """Return a theme's procedures as one meets them in the work."""
    rank = {slug: number for number, slug in enumerate(theme.order)}
    found = [p for p in library.procedures if p.theme == theme.id]
    return sorted(found, key=lambda p: (rank.get(p.id, len(rank)), p.title))


def hit_rows(hits: Sequence[SearchHit]) -> list[Row]:
    """Return hits in groups, the groups in the order of their best hit."""
    groups: dict[str, list[SearchHit]] = {}
    for hit in hits:
        groups.setdefault(_group(hit), []).append(hit)
    rows: list[Row] = []
    for name, found in groups.items():
        title, icon = _group_title(name)
        rows.append(Row(title, is_group=True, icon=icon, count=str(len(found))))
        rows += [_hit_row(hit) for hit in found]
    return rows


def _hit_row(hit: SearchHit) -> Row:
    sub, marks = (hit.snippet, hit.marks) if hit.snippet else (hit.context, ())
    return Row(
        hit.title,
        Target(hit.kind, hit.id, hit.step or ""),
        sub=sub,
        title_marks=hit.title_marks,
        sub_marks=marks,
        spoken=", ".join(_spoken(hit)),
    )


def _spoken(hit: SearchHit) -> Iterator[str]:
    yield hit.title
    if hit.context:
        yield hit.context
    if hit.snippet:
        yield hit.snippet


def _group(hit: SearchHit) -> str:
    if hit.kind == "procedure":
        return "step" if hit.step else "procedure"
    return hit.kind


def _group_title(name: str) -> tuple[str, str]:
    translate = QCoreApplication.translate
    return {
        "procedure": (translate("procedures", "Sagsprocedurer"), "procedures"),
        "step": (translate("procedures", "Trin"), "list"),
        "card": (translate("procedures", "Actioncards"), "cards"),
        "tool": (translate("procedures", "Værktøjer"), "tools"),
        "provision": (translate("procedures", "Lov"), "scale"),
    }.get(name, (name, "folder"))
