"""A step put in after another leaves all others in their order."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.flow import Picture, lay_out
from app.model.library.procedure import Procedure, Step, StepKind, Transition
from tests.flow.measure import measure
from tests.flow.strategies import sensible, tangles

NEW = "ny"
_FEW = settings(max_examples=80)


@_FEW
@given(sensible() | tangles(), st.data())
def test_no_step_that_stood_above_another_comes_to_stand_below_it(
    procedure: Procedure, data: st.DataObject
) -> None:
    before, after = _before_and_after(procedure, data)
    rows, new_rows = _rows(before), _rows(after)
    for one, other in _pairs(procedure):
        assert not (rows[one] < rows[other] and new_rows[one] > new_rows[other]), (one, other)


@_FEW
@given(sensible() | tangles(), st.data())
def test_no_step_beside_another_comes_to_stand_on_its_other_side(
    procedure: Procedure, data: st.DataObject
) -> None:
    before, after = _before_and_after(procedure, data)
    rows, new_rows = _rows(before), _rows(after)
    for one, other in _pairs(procedure):
        if rows[one] == rows[other] and new_rows[one] == new_rows[other]:
            was_left = before.boxes[one].x < before.boxes[other].x
            assert (after.boxes[one].x < after.boxes[other].x) == was_left, (one, other)


def _before_and_after(procedure: Procedure, data: st.DataObject) -> tuple[Picture, Picture]:
    place = data.draw(st.integers(0, len(procedure.steps) - 1), label="after")
    way = data.draw(st.integers(0, 8), label="way")
    longer = _put_in(procedure, place, way)
    return lay_out(procedure, measure), lay_out(longer, measure)


def _put_in(procedure: Procedure, position: int, way: int) -> Procedure:
    """Put a step in after another as the editor does: on one way of a decision, else on all."""
    step = procedure.steps[position]
    new = Step(NEW, "Nyt trin", StepKind.ACTIVITY, step.role, next=step.next)
    led: tuple[Transition, ...] = (Transition(NEW),)
    if step.is_decision and step.next:
        chosen = step.next[way % len(step.next)]
        new = replace(new, next=(Transition(chosen.to),))
        led = tuple(
            Transition(NEW, known.when) if known.to == chosen.to else known for known in step.next
        )
    steps = procedure.steps
    return replace(
        procedure, steps=(*steps[:position], replace(step, next=led), new, *steps[position + 1 :])
    )


def _rows(picture: Picture) -> dict[str, int]:
    return {step: row for row, steps in enumerate(picture.rows) for step in steps}


def _pairs(procedure: Procedure) -> list[tuple[str, str]]:
    """All pairs of numbered steps; an end goes where its decision goes."""
    ids = list(procedure.numbers)
    return [(one, other) for one in ids for other in ids if one != other]
