"""What helps to find one's way back: favourites, and what was opened last.

Both are kept as settings, each place as it is written in files; those that are no longer in the
library stay where they are, so that they are there again when it is.
"""

from collections.abc import Iterable, Mapping

from app.model.library.catalogue import Library
from app.model.library.target import Target, target_of
from app.model.user_settings import Settings
from app.services.settings import edit_settings
from app.services.workplace import Workplace

MOST_RECENT = 12
MOST_FAVOURITES = 60


def turn_favourite(workplace: Workplace, target: Target) -> Settings:
    """Make a place a favourite, the last of them, or no longer one."""

    def turned(stored: Settings) -> Mapping[str, object]:
        kept = tuple(one for one in stored.favourites if one != target.ref)
        if kept == stored.favourites:
            kept = (*kept, target.ref)[-MOST_FAVOURITES:]
        return {"favourites": kept}

    return edit_settings(workplace, turned)


def note_opened(workplace: Workplace, target: Target) -> Settings:
    """Note that a place was opened; it stands before those that were opened earlier."""
    if workplace.settings.recent[:1] == (target.ref,):
        return workplace.settings

    def noted(stored: Settings) -> Mapping[str, object]:
        others = (one for one in stored.recent if one != target.ref)
        return {"recent": (target.ref, *others)[:MOST_RECENT]}

    return edit_settings(workplace, noted)


def known_targets(refs: Iterable[str], library: Library) -> tuple[Target, ...]:
    """Return the places that are in the library, in their order."""
    return tuple(target for target in map(target_of, refs) if is_known(target, library))


def is_known(target: Target, library: Library) -> bool:
    """Tell whether a place is in the library."""
    if target.kind == "procedure":
        procedure = library.procedure_by_id.get(target.id)
        return procedure is not None and (not target.step or target.step in procedure.by_id)
    if target.kind == "provision":
        return target.id in library.catalogue.provision_by_ref
    pages: dict[str, Mapping[str, object]] = {
        "card": library.card_by_id,
        "tool": library.tool_by_id,
    }
    return target.id in pages.get(target.kind, {})
