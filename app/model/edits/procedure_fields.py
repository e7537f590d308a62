"""The head of a procedure: its title and texts, what starts it, its lanes and their order."""

from collections.abc import Iterable

import msgspec

from app.model.edits.edited_texts import (
    checked_of,
    laws_of,
    line_of,
    name_of,
    names_of,
    text_of,
    title_of,
)
from app.model.edits.parts import with_lanes
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.ids import CHILD_ROLE
from app.model.library.procedure import Checked, Procedure


@edit
def set_title(procedure: Procedure, title: str) -> Procedure:
    """Name the procedure; its id stays. `Refused`: edit_title_missing."""
    return _with(procedure, title=title_of(title))


@edit
def set_summary(procedure: Procedure, summary: str) -> Procedure:
    """Say in one line what the procedure covers."""
    return _with(procedure, summary=line_of(summary))


@edit
def set_purpose(procedure: Procedure, purpose: str) -> Procedure:
    """Say what the procedure is for, in Markdown."""
    return _with(procedure, purpose=text_of(purpose))


@edit
def set_applies(procedure: Procedure, applies: str) -> Procedure:
    """Say when the procedure applies, in Markdown."""
    return _with(procedure, applies=text_of(applies))


@edit
def set_trigger(procedure: Procedure, trigger: str, event: str | None = None) -> Procedure:
    """Say in words what starts the clock, and which event that is, if the library has it."""
    name = None if event is None else name_of(event)
    return _with(procedure, trigger=line_of(trigger), trigger_event=name)


@edit
def set_theme(procedure: Procedure, theme: str) -> Procedure:
    """Put the procedure under another theme."""
    return _with(procedure, theme=name_of(theme))


@edit
def set_law(procedure: Procedure, law: Iterable[str]) -> Procedure:
    """Say which provisions the procedure rests on. `Refused`: edit_law_unreadable."""
    return _with(procedure, law=laws_of(law))


@edit
def set_related(procedure: Procedure, related: Iterable[str]) -> Procedure:
    """Name procedures that stand close to this one."""
    return _with(procedure, related=names_of(related))


@edit
def set_checked(procedure: Procedure, checked: Checked | None) -> Procedure:
    """Say which act the procedure was checked against, and when; or that it is not."""
    return _with(procedure, checked=checked_of(checked))


@edit
def set_without_child(procedure: Procedure, why: str) -> Procedure:
    """Say why the procedure holds no conversation with the child, where that is right."""
    return _with(procedure, without_child=line_of(why))


@edit
def add_role(procedure: Procedure, role: str, position: int | None = None) -> Procedure:
    """Give a role a lane: the child's stands first, others where asked, or last."""
    name = name_of(role)
    roles = with_lanes(procedure.roles, (name,))
    moved = roles if position is None or name in procedure.roles else _moved(roles, name, position)
    return _with(procedure, roles=moved)


@edit
def remove_role(procedure: Procedure, role: str) -> Procedure:
    """Take a lane away. `Refused`: edit_no_such_role, edit_role_in_use."""
    _lane_of(procedure, role)
    used = [f"»{step.title}«" for step in procedure.steps if step.role == role]
    if used:
        raise Refused("edit_role_in_use", role=role, steps=", ".join(used), count=str(len(used)))
    return _with(procedure, roles=tuple(one for one in procedure.roles if one != role))


@edit
def move_role(procedure: Procedure, role: str, position: int) -> Procedure:
    """Put a lane elsewhere; the child's stays first. `Refused`: edit_no_such_role,
    edit_child_first.
    """
    _lane_of(procedure, role)
    roles = _moved(procedure.roles, role, position)
    if CHILD_ROLE in roles[1:] and procedure.roles[0] == CHILD_ROLE:
        raise Refused("edit_child_first")
    return _with(procedure, roles=roles)


def _lane_of(procedure: Procedure, role: str) -> None:
    if role not in procedure.roles:
        raise Refused("edit_no_such_role", role=role)


def _moved(roles: tuple[str, ...], role: str, position: int) -> tuple[str, ...]:
    others = [one for one in roles if one != role]
    lowest = 1 if others[:1] == [CHILD_ROLE] else 0
    others.insert(max(lowest, min(position, len(others))), role)
    return tuple(others)


def _with(procedure: Procedure, **fields: object) -> Procedure:
    after = msgspec.structs.replace(procedure, **fields)
    return procedure if after == procedure else after
