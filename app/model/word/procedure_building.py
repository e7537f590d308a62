"""The procedure that comes of a proposal, and where in it each line has come.

Pure, and for whatever lines: the result is a document that hangs together as edits demand it.
"""

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from app.model.checks.structure_checks import structure_findings
from app.model.edits.id_naming import new_id
from app.model.edits.parts import with_lanes
from app.model.library.procedure import Procedure, Step, StepKind, Transition
from app.model.word.guidance_texts import TextBlock, markdown
from app.model.word.known_words import KnownWords
from app.model.word.line_sorting import Sorted
from app.model.word.outline import Written
from app.model.word.proposal import Proposal
from app.model.word.step_drafts import DraftPart, DraftSpot, Remark, StepDraft
from app.model.word.step_filling import Filler
from app.model.word.way_joining import Joiner, Phrases

__all__ = ["Built", "Phrases", "build"]

_LATE = "deadline_after_later"


class Built(Struct, frozen=True):
    """A procedure, the spot of each line by its id, and what should be looked at in it."""

    procedure: Procedure
    spots: dict[int, DraftSpot]
    remarks: dict[int, tuple[Remark, ...]]


def build(
    proposal: Proposal,
    known: KnownWords,
    phrases: Phrases,
    taken: Collection[str] = (),
) -> Built:
    """Build the procedure. `taken` are ids of other procedures."""
    found = Sorted(proposal, known, phrases.first)
    joined = Joiner(found, known, phrases)
    _name(joined.order)
    filler = Filler(found, known, joined.order)
    filler.fill()
    procedure = Procedure(
        id=new_id(found.title, taken, "procedure"),
        title=found.title,
        theme=proposal.theme,
        summary="",
        trigger=filler.trigger,
        roles=with_lanes((), (step.role for step in joined.order)),
        steps=tuple(map(_step, joined.order)),
        trigger_event=filler.trigger_event or None,
        purpose=markdown(found.purpose),
        applies=markdown(found.applies),
        law=tuple(dict.fromkeys(found.law)),
    )
    spots = {
        line: DraftSpot(part, step.id if step else "") for line, (part, step) in found.parts.items()
    }
    remarks = {line: tuple(dict.fromkeys(some)) for line, some in found.remarks.items()}
    return Built(_countable(procedure), spots, remarks)


def first_line_of(built: Built, step: str) -> int | None:
    """Return the line that a step was made of, its title or the way to it."""
    for part in (DraftPart.STEP, DraftPart.WAY):
        for line, spot in built.spots.items():
            if spot == DraftSpot(part, step):
                return line
    return None


def _name(order: list[StepDraft]) -> None:
    taken: set[str] = set()
    for step in order:
        step.id = new_id(step.title, taken)
        taken.add(step.id)


def _step(draft: StepDraft) -> Step:
    return Step(
        id=draft.id,
        title=draft.title,
        kind=draft.kind,
        role=draft.role,
        law=draft.law,
        deadline=draft.deadline,
        guide=markdown(_blocks(draft)),
        checklist=tuple(draft.items),
        document="".join(f"## {heading}\n" for heading in draft.journal),
        asks=draft.asks,
        next=_transitions(draft),
        continue_in=draft.continue_in,
    )


def _blocks(draft: StepDraft) -> list[TextBlock]:
    """In a talk with the child it is said first who leads it."""
    if draft.kind is not StepKind.CONVERSATION or not draft.who:
        return draft.blocks
    leading = TextBlock(draft.who[0].text, Written.TEXT, draft.who[0].level, draft.who[0].number)
    rest = [*draft.blocks]
    if leading in rest:
        rest.remove(leading)
    return [leading, *rest]


def _transitions(draft: StepDraft) -> tuple[Transition, ...]:
    ways = [Transition(way.to.id, way.when) for way in draft.exits if way.to is not None]
    return tuple(ways) if draft.is_choice else tuple(dict.fromkeys(ways))


def _countable(procedure: Procedure) -> Procedure:
    """Let go of deadlines that are counted from what comes later on a way that leads back."""
    late = {
        str(finding.place.path[1])
        for finding in structure_findings(procedure)
        if finding.code == _LATE
    }
    if not late:
        return procedure
    steps = (replace(one, deadline=None) if one.id in late else one for one in procedure.steps)
    return replace(procedure, steps=tuple(steps))
