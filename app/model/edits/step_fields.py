"""The fields of a step, set one by one. For its kind, role and ways see the other modules."""

import re
from collections.abc import Iterable

from app.model.edits.edited_texts import laws_of, line_of, names_of, text_of, title_of
from app.model.edits.parts import changed, step_of
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.ids import EVENT_PATTERN, WITHIN_PATTERN
from app.model.library.procedure import Deadline, Gate, Procedure


@edit
def set_step_title(procedure: Procedure, step_id: str, title: str) -> Procedure:
    """Name a step; its id stays. `Refused`: edit_title_missing."""
    return changed(procedure, step_id, title=title_of(title))


@edit
def set_guide(procedure: Procedure, step_id: str, guide: str) -> Procedure:
    """Write the guidance of a step, in Markdown."""
    return changed(procedure, step_id, guide=text_of(guide))


@edit
def set_headings(procedure: Procedure, step_id: str, document: str) -> Procedure:
    """Write the headings that the note to the journal has at a step, in Markdown."""
    return changed(procedure, step_id, document=text_of(document))


@edit
def set_step_law(procedure: Procedure, step_id: str, law: Iterable[str]) -> Procedure:
    """Say which provisions a step rests on. `Refused`: edit_law_unreadable."""
    return changed(procedure, step_id, law=laws_of(law))


@edit
def set_deadline(procedure: Procedure, step_id: str, deadline: Deadline | None) -> Procedure:
    """Give a step a deadline, or none.

    `Refused`: edit_deadline_unreadable, edit_deadline_form, edit_deadline_after_later,
    edit_unknown_step, edit_law_unreadable.
    """
    return changed(procedure, step_id, deadline=deadline and _sound_deadline(deadline))


@edit
def set_gate(
    procedure: Procedure, step_id: str, needs: Iterable[str], law: str | None = None
) -> Procedure:
    """Say which steps must be done before one can be; none of them is no gate.

    `Refused`: edit_no_such_step, edit_gate_needs_later, edit_law_unreadable.
    """
    found = tuple(dict.fromkeys(step_of(procedure, needed).id for needed in needs))
    gate = Gate(found, *laws_of((law,) if law else ())) if found else None
    return changed(procedure, step_id, gate=gate)


@edit
def set_asks(procedure: Procedure, step_id: str, events: Iterable[str]) -> Procedure:
    """Say which dates are asked for at a step."""
    return changed(procedure, step_id, asks=names_of(events))


@edit
def set_cards(procedure: Procedure, step_id: str, cards: Iterable[str]) -> Procedure:
    """Say which action cards belong to a step."""
    return changed(procedure, step_id, cards=names_of(cards))


@edit
def set_tools(procedure: Procedure, step_id: str, tools: Iterable[str]) -> Procedure:
    """Say which tools belong to a step."""
    return changed(procedure, step_id, tools=names_of(tools))


@edit
def set_continue_in(procedure: Procedure, step_id: str, procedures: Iterable[str]) -> Procedure:
    """Say where a case may go on from an end. `Refused`: edit_handover_without_end."""
    return changed(procedure, step_id, continue_in=names_of(procedures))


def _sound_deadline(deadline: Deadline) -> Deadline:
    """Return a deadline whose parts can be stored; what it counts from is looked at later."""
    for ref in (deadline.after, deadline.before):
        if ref is not None and not re.search(EVENT_PATTERN, ref):
            raise Refused("edit_deadline_unreadable", found=ref[:60])
    if deadline.within is not None and not re.search(WITHIN_PATTERN, deadline.within):
        raise Refused("edit_deadline_unreadable", found=deadline.within[:60])
    laws_of((deadline.law,) if deadline.law else ())
    return Deadline(
        within=deadline.within,
        after=deadline.after,
        before=deadline.before,
        first_of=tuple(_sound_deadline(part) for part in deadline.first_of),
        one_of=tuple(_sound_deadline(part) for part in deadline.one_of),
        last_day=deadline.last_day,
        event_day=deadline.event_day,
        law=deadline.law,
        reason=line_of(deadline.reason),
        whose=deadline.whose,
        earliest=deadline.earliest,
        ends=deadline.ends,
        once_chosen=deadline.once_chosen,
        unless=deadline.unless,
        late=line_of(deadline.late),
    )
