"""How a finding on a procedure is mended."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from app.model.edits import (
    adding,
    deleting,
    kinds,
    moving,
    procedure_fields,
    splitting,
    step_fields,
    ways,
    wording,
)
from app.model.edits.rule import may
from app.model.findings import Finding
from app.model.ids import CHILD_ROLE
from app.model.library.procedure import LastDay, Procedure, Step, StepKind, Talk
from app.model.run.hearing import is_hearing
from app.ui.editor.drafts.edit import Edit, doing
from app.ui.editor.findings.finding_mend import Mend, corrected, going_words
from app.ui.editor.findings.finding_words import step_of
from app.ui.editor.form.fields.word_marking import finds

translate = QCoreApplication.translate


def mend_of(finding: Finding, procedure: Procedure) -> Mend:
    """Return the best mend there is for a finding."""
    step_id = step_of(finding)
    path = finding.place.path[2:] if step_id else finding.place.path
    step = procedure.by_id.get(step_id) if step_id else None
    found = _by_edit(finding, procedure, step)
    if found is not None:
        return found
    at = _heavy_step(finding, procedure)
    if at is not None:
        return Mend(going_words(finding), ("guide",), step=at)
    return Mend(going_words(finding), _path(finding, path))


def _heavy_step(finding: Finding, procedure: Procedure) -> str | None:
    """Find the step whose guidance holds the sentence that makes the whole heavy."""
    if finding.code != "lix_high" or finding.place.path:
        return None
    sentence = finding.params.get("sentence", "")
    steps = (step for step in procedure.steps if sentence and finds(sentence, step.guide))
    return next((step.id for step in steps), None)


def _path(finding: Finding, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    if finding.code == "deadline_without_ground":
        return (*path, "reason")
    if finding.code == "child_never_heard":
        return ("without_child",)
    return path or ("title",)


_Make = Callable[[Finding, Procedure, Step], Mend | None]


def _by_edit(finding: Finding, procedure: Procedure, step: Step | None) -> Mend | None:
    """Find an edit that mends it and would not be refused."""
    if finding.code == "misspelt":
        found = corrected(finding, wording.correct_word)
    elif step is None:
        found = _of_procedure(finding, procedure)
    else:
        make = _OF_STEP.get(finding.code)
        found = make(finding, procedure, step) if make else None
    if found is None or found.edit is None:
        return None
    return found if may(found.edit.change, procedure) else None


def _of_procedure(finding: Finding, procedure: Procedure) -> Mend | None:
    code, params = finding.code, finding.params
    if code == "lane_unused":
        words = translate("editor", "Fjern rollen")
        return Mend(words, edit=doing(procedure_fields.remove_role, params["role"]))
    if code == "child_lane_not_first":
        return Mend(translate("editor", "Flyt den først"), edit=Edit("move_role", _child_first))
    path = finding.place.path
    if code in ("unknown_provision", "unknown_act") and path[:1] == ("law",):
        law = _without(procedure.law, path[1])
        return Mend(
            translate("editor", "Fjern henvisningen"), edit=doing(procedure_fields.set_law, law)
        )
    if code == "unknown_procedure":
        related = _without(procedure.related, path[1])
        words = translate("editor", "Fjern henvisningen")
        return Mend(words, edit=doing(procedure_fields.set_related, related))
    return None


def _drop_reference(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    """Take a name out of the list of a step in which it means nothing."""
    field, place = finding.place.path[2], finding.place.path[-1]
    changes: dict[
        str | int, tuple[Callable[[Procedure, str, tuple[str, ...]], Procedure], tuple[str, ...]]
    ] = {
        "law": (step_fields.set_step_law, step.law),
        "cards": (step_fields.set_cards, step.cards),
        "tools": (step_fields.set_tools, step.tools),
        "asks": (step_fields.set_asks, step.asks),
        "continue_in": (step_fields.set_continue_in, step.continue_in),
    }
    if field not in changes:
        return None
    change, names = changes[field]
    words = translate("editor", "Fjern henvisningen")
    return Mend(words, edit=doing(change, step.id, _without(names, place)))


def _without(names: tuple[str, ...], place: str | int) -> tuple[str, ...]:
    return tuple(name for index, name in enumerate(names) if index != place)


def _split(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    before, after = translate("editor", "Før: {}"), translate("editor", "{} (fortsat)")
    title = (before if step.is_decision else after).format(step.title)
    return Mend(
        translate("editor", "Del trinnet i to"),
        edit=Edit(
            "split_step",
            lambda document: splitting.split_step(document, step.id, title=title),
        ),
    )


def _to_end(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    words = translate("editor", "Gør til afslutning")
    return Mend(words, edit=doing(kinds.set_kind, step.id, StepKind.END))


def _delete(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    return Mend(translate("editor", "Slet trinnet"), edit=doing(deleting.delete_step, step.id))


def _require_talk(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    """Let a decision wait for a conversation that comes before it, or put one there."""
    needs = step.gate.needs if step.gate else ()
    law = step.gate.law if step.gate else None
    for talk in procedure.steps:
        if is_hearing(talk) and may(
            step_fields.set_gate, procedure, step.id, (*needs, talk.id), law
        ):
            number = procedure.numbers.get(talk.id)
            words = translate("editor", "Kræv trin {} først").format(number)
            return Mend(words, edit=doing(step_fields.set_gate, step.id, (*needs, talk.id), law))
    change = partial(
        adding.add_before,
        step_id=step.id,
        title=translate("editor", "Tal med barnet"),
        kind=StepKind.CONVERSATION,
        role=CHILD_ROLE,
    )
    words = translate("editor", "Tilføj en samtale før")
    return Mend(words, edit=Edit("add_before", lambda document: change(document)))


def _to_hear(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    words = translate("editor", "Den er til at høre barnet")
    return Mend(words, edit=doing(kinds.set_talk, step.id, Talk.HEARING))


def _to_child(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    words = translate("editor", "Flyt til barnets bane")
    return Mend(words, edit=doing(moving.move_to_role, step.id, CHILD_ROLE))


def _add_lane(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    words = translate("editor", "Giv rollen en bane")
    return Mend(words, edit=doing(procedure_fields.add_role, finding.params["role"]))


def _drop_condition(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    if len(step.next) > 1:
        words = translate("editor", "Gør til beslutning")
        return Mend(words, edit=doing(kinds.turn_into_decision, step.id))
    words = translate("editor", "Fjern betingelsen")
    return Mend(words, edit=doing(ways.set_condition, step.id, int(finding.place.path[3]), ""))


def _no_choice(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    words = translate("editor", "Gør til handling")
    return Mend(words, edit=doing(kinds.set_kind, step.id, StepKind.ACTIVITY))


def _stays(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    if step.deadline is None or step.deadline.several:
        return None
    deadline = replace(step.deadline, last_day=LastDay.STAYS)
    words = translate("editor", "Lad fristen blive")
    return Mend(words, edit=doing(step_fields.set_deadline, step.id, deadline))


def _ask_date(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    words = translate("editor", "Spørg om den ved trinnet")
    return Mend(
        words, edit=doing(step_fields.set_asks, step.id, (*step.asks, finding.params["event"]))
    )


def _no_gate(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    return Mend(translate("editor", "Fjern kravet"), edit=doing(step_fields.set_gate, step.id, ()))


def _one_way(finding: Finding, procedure: Procedure, step: Step) -> Mend | None:
    index = int(finding.place.path[3])
    return Mend(translate("editor", "Slet den ene"), edit=doing(ways.delete_way, step.id, index))


_OF_STEP: dict[str, _Make] = {
    "child_not_heard": _require_talk,
    "talk_unsaid": _to_hear,
    "talk_outside_lane": _to_child,
    "role_without_lane": _add_lane,
    "condition_without_choice": _drop_condition,
    "decision_one_way": _no_choice,
    "rolls_without_effect": _stays,
    "date_not_asked": _ask_date,
    "gate_empty": _no_gate,
    "way_twice": _one_way,
    "too_many_items": _split,
    "dead_end": _to_end,
    "unreachable": _delete,
    "unknown_provision": _drop_reference,
    "unknown_act": _drop_reference,
    "unknown_card": _drop_reference,
    "unknown_tool": _drop_reference,
    "unknown_event": _drop_reference,
    "unknown_procedure": _drop_reference,
}


def _child_first(procedure: Procedure) -> Procedure:
    return procedure_fields.move_role(procedure, CHILD_ROLE, 0)
