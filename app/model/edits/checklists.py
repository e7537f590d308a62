"""The checklist of a step. Items have no ids: they go by their place."""

from collections.abc import Iterable

from app.model.edits.edited_texts import line_of
from app.model.edits.parts import changed, step_of
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.library.procedure import CheckItem, Procedure, Step, Tag


@edit
def add_item(
    procedure: Procedure,
    step_id: str,
    text: str,
    *,
    position: int | None = None,
    required: bool = False,
    tags: Iterable[Tag] = (),
) -> Procedure:
    """Add an item at a place, or last. `Refused`: edit_item_missing."""
    item = CheckItem(_item_text(text), required, tuple(dict.fromkeys(tags)))
    items = [*step_of(procedure, step_id).checklist]
    items.insert(len(items) if position is None else _within(position, items), item)
    return changed(procedure, step_id, checklist=tuple(items))


@edit
def add_items(
    procedure: Procedure, step_id: str, texts: Iterable[str], *, position: int | None = None
) -> Procedure:
    """Add several items at once, as when lines are pasted; empty lines are passed over."""
    new = [CheckItem(text) for text in map(line_of, texts) if text]
    items = [*step_of(procedure, step_id).checklist]
    at = len(items) if position is None else _within(position, items)
    return changed(procedure, step_id, checklist=(*items[:at], *new, *items[at:]))


@edit
def edit_item(
    procedure: Procedure,
    step_id: str,
    item: int,
    *,
    text: str | None = None,
    required: bool | None = None,
    tags: Iterable[Tag] | None = None,
    advice: bool | None = None,
) -> Procedure:
    """Change what is given of an item; what the law requires is no advice, and the other way round.

    `Refused`: edit_no_such_item, edit_item_missing.
    """
    step = step_of(procedure, step_id)
    old = _item_of(step, item)
    new = CheckItem(
        old.text if text is None else _item_text(text),
        (old.required if required is None else required) and not advice,
        old.tags if tags is None else tuple(dict.fromkeys(tags)),
        (old.advice if advice is None else advice) and not required,
    )
    items = (*step.checklist[:item], new, *step.checklist[item + 1 :])
    return changed(procedure, step_id, checklist=items)


@edit
def move_item(procedure: Procedure, step_id: str, item: int, position: int) -> Procedure:
    """Put an item elsewhere in its checklist. `Refused`: edit_no_such_item."""
    step = step_of(procedure, step_id)
    moved = _item_of(step, item)
    items = [*step.checklist[:item], *step.checklist[item + 1 :]]
    items.insert(_within(position, items), moved)
    return changed(procedure, step_id, checklist=tuple(items))


@edit
def remove_item(procedure: Procedure, step_id: str, item: int) -> Procedure:
    """Remove an item. `Refused`: edit_no_such_item."""
    step = step_of(procedure, step_id)
    _item_of(step, item)
    items = (*step.checklist[:item], *step.checklist[item + 1 :])
    return changed(procedure, step_id, checklist=items)


def _item_text(typed: str) -> str:
    text = line_of(typed)
    if not text:
        raise Refused("edit_item_missing")
    return text


def _item_of(step: Step, item: int) -> CheckItem:
    if not 0 <= item < len(step.checklist):
        raise Refused("edit_no_such_item", step=step.title)
    return step.checklist[item]


def _within(position: int, items: list[CheckItem]) -> int:
    return max(0, min(position, len(items)))
