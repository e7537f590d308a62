"""Edits of action cards: fields, pause points and items. Sections and items go by their place."""

from collections.abc import Collection, Iterable
from typing import TypeVar

import msgspec

from app.model.danish.notation import deadline_label
from app.model.edits.edited_texts import (
    checked_of,
    laws_of,
    line_of,
    name_of,
    names_of,
    new_title_of,
    text_of,
    title_of,
)
from app.model.edits.id_naming import new_id
from app.model.errors import Refused
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.procedure import Checked, Procedure

T = TypeVar("T")


def new_card(
    *,
    title: str,
    theme: str,
    roles: Iterable[str],
    taken: Collection[str] = (),
) -> ActionCard:
    """Return an empty card. `taken` are ids of others."""
    name = new_title_of(title)
    return ActionCard(
        id=new_id(name, taken, "kort"),
        title=name,
        aim="",
        theme=name_of(theme),
        when="",
        roles=names_of(roles),
        sections=(),
    )


def card_of_step(
    procedure: Procedure, step_id: str, *, heading: str, taken: Collection[str] = ()
) -> ActionCard:
    """Return a card made of a step: its items under one heading, the required ones critical."""
    step = procedure.step(step_id)
    card = new_card(
        title=step.title,
        theme=procedure.theme,
        roles=(step.role,),
        taken=taken,
    )
    items = tuple(CardItem(item.text, item.required) for item in step.checklist)
    return msgspec.structs.replace(
        card,
        law=step.law,
        deadline=deadline_label(step.deadline) if step.deadline else "",
        sections=(CardSection(new_title_of(heading), items),) if items else (),
    )


# The head


def set_card_title(card: ActionCard, title: str) -> ActionCard:
    """Name the card; its id stays. `Refused`: edit_title_missing."""
    return _with(card, title=title_of(title))


def set_card_aim(card: ActionCard, aim: str) -> ActionCard:
    """Say what the card is to achieve."""
    return _with(card, aim=line_of(aim))


def set_card_when(card: ActionCard, when: str) -> ActionCard:
    """Finish the sentence that says when the card is used."""
    return _with(card, when=line_of(when))


def set_card_theme(card: ActionCard, theme: str) -> ActionCard:
    """Put the card under another theme."""
    return _with(card, theme=name_of(theme))


def set_card_roles(card: ActionCard, roles: Iterable[str]) -> ActionCard:
    """Say who uses the card."""
    return _with(card, roles=names_of(roles))


def set_card_deadline(card: ActionCard, deadline: str) -> ActionCard:
    """Say in words how long there is."""
    return _with(card, deadline=line_of(deadline))


def set_card_law(card: ActionCard, law: Iterable[str]) -> ActionCard:
    """Say which provisions the card rests on. `Refused`: edit_law_unreadable."""
    return _with(card, law=laws_of(law))


def set_card_note(card: ActionCard, note: str) -> ActionCard:
    """Write the aside at the foot of the card."""
    return _with(card, note=text_of(note).removesuffix("\n"))


def set_card_checked(card: ActionCard, checked: Checked | None) -> ActionCard:
    """Say which act the card was checked against, and when; or that it is not."""
    return _with(card, checked=checked_of(checked))


# Pause points


def add_section(card: ActionCard, title: str, position: int | None = None) -> ActionCard:
    """Add an empty pause point at a place, or last. `Refused`: edit_new_title_missing."""
    new = CardSection(new_title_of(title), ())
    return _with(card, sections=_inserted(card.sections, position, new))


def set_section_title(card: ActionCard, section: int, title: str) -> ActionCard:
    """Name a pause point. `Refused`: edit_no_such_section, edit_title_missing."""
    old = _section(card, section)
    return _with_section(card, section, CardSection(title_of(title), old.items))


def move_section(card: ActionCard, section: int, position: int) -> ActionCard:
    """Put a pause point elsewhere. `Refused`: edit_no_such_section."""
    moved = _section(card, section)
    return _with(card, sections=_inserted(_without(card.sections, section), position, moved))


def remove_section(card: ActionCard, section: int) -> ActionCard:
    """Remove a pause point with its items. `Refused`: edit_no_such_section."""
    _section(card, section)
    return _with(card, sections=_without(card.sections, section))


# Items


def add_card_item(
    card: ActionCard,
    section: int,
    text: str,
    *,
    position: int | None = None,
    critical: bool = False,
) -> ActionCard:
    """Add an item at a place, or last. `Refused`: edit_no_such_section, edit_item_missing."""
    old = _section(card, section)
    items = _inserted(old.items, position, CardItem(_item_text(text), critical))
    return _with_section(card, section, CardSection(old.title, items))


def add_card_items(
    card: ActionCard, section: int, texts: Iterable[str], *, position: int | None = None
) -> ActionCard:
    """Add several items at once, as when lines are pasted; empty lines are passed over."""
    old = _section(card, section)
    new = tuple(CardItem(text) for text in map(line_of, texts) if text)
    at = _place(old.items, position)
    items = (*old.items[:at], *new, *old.items[at:])
    return _with_section(card, section, CardSection(old.title, items))


def edit_card_item(
    card: ActionCard,
    section: int,
    item: int,
    *,
    text: str | None = None,
    critical: bool | None = None,
) -> ActionCard:
    """Change what is given of an item. `Refused`: edit_no_such_item, edit_item_missing."""
    holder, old = _section(card, section), _item(card, section, item)
    new = CardItem(
        old.text if text is None else _item_text(text),
        old.critical if critical is None else critical,
    )
    items = (*holder.items[:item], new, *holder.items[item + 1 :])
    return _with_section(card, section, CardSection(holder.title, items))


def move_card_item(
    card: ActionCard, section: int, item: int, position: int, other: int | None = None
) -> ActionCard:
    """Put an item elsewhere, in its own pause point or another. `Refused`: edit_no_such_item."""
    moved = _item(card, section, item)
    without = remove_card_item(card, section, item)
    to = section if other is None else other
    goal = _section(without, to)
    items = _inserted(goal.items, position, moved)
    return _with_section(without, to, CardSection(goal.title, items))


def remove_card_item(card: ActionCard, section: int, item: int) -> ActionCard:
    """Remove an item. `Refused`: edit_no_such_section, edit_no_such_item."""
    _item(card, section, item)
    holder = _section(card, section)
    return _with_section(card, section, CardSection(holder.title, _without(holder.items, item)))


# What they are made of


def _with(card: ActionCard, **fields: object) -> ActionCard:
    after = msgspec.structs.replace(card, **fields)
    return card if after == card else after


def _with_section(card: ActionCard, position: int, section: CardSection) -> ActionCard:
    before, after = card.sections[:position], card.sections[position + 1 :]
    return _with(card, sections=(*before, section, *after))


def _section(card: ActionCard, section: int) -> CardSection:
    if not 0 <= section < len(card.sections):
        raise Refused("edit_no_such_section")
    return card.sections[section]


def _item(card: ActionCard, section: int, item: int) -> CardItem:
    items = _section(card, section).items
    if not 0 <= item < len(items):
        raise Refused("edit_no_such_item")
    return items[item]


def _item_text(typed: str) -> str:
    text = line_of(typed)
    if not text:
        raise Refused("edit_item_missing")
    return text


def _place(things: tuple[T, ...], position: int | None) -> int:
    return len(things) if position is None else max(0, min(position, len(things)))


def _inserted(things: tuple[T, ...], position: int | None, new: T) -> tuple[T, ...]:
    at = _place(things, position)
    return (*things[:at], new, *things[at:])


def _without(things: tuple[T, ...], position: int) -> tuple[T, ...]:
    return (*things[:position], *things[position + 1 :])
