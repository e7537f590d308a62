"""What must hold for every picture, whatever the procedure."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from app.files import read_library
from app.flow import Rect, lay_out
from app.model.library.procedure import Procedure
from tests.flow.measure import measure
from tests.flow.rules import breaches
from tests.flow.strategies import grown, sensible, tangles

_LIBRARY = Path(__file__).parents[2] / "procedures"
_FEW = settings(max_examples=80)


@_FEW
@given(sensible())
def test_keeps_every_rule_for_procedures_as_people_write_them(procedure: Procedure) -> None:
    assert not breaches(lay_out(procedure, measure), procedure)


@_FEW
@given(tangles())
def test_keeps_every_rule_for_any_tangle_of_ways(procedure: Procedure) -> None:
    assert not breaches(lay_out(procedure, measure), procedure)


@pytest.mark.parametrize(("steps", "roles"), [(60, 8), (120, 1), (300, 5)])
def test_keeps_every_rule_for_long_procedures(steps: int, roles: int) -> None:
    for seed in range(3):
        procedure = grown(seed, steps, roles)
        assert not breaches(lay_out(procedure, measure), procedure)


def test_keeps_every_rule_for_all_that_is_shipped() -> None:
    procedures = read_library(_LIBRARY).library.procedures
    assert procedures
    found = {p.id: breaches(lay_out(p, measure), p) for p in procedures}
    assert not {name: broken for name, broken in found.items() if broken}


@_FEW
@given(sensible())
def test_gives_the_same_document_the_same_picture(procedure: Procedure) -> None:
    assert lay_out(procedure, measure) == lay_out(procedure, measure)


def test_tells_a_picture_that_breaks_the_rules() -> None:
    procedure = grown(3, 12, 3)
    picture = lay_out(procedure, measure)
    moved = {step: Rect(0, 0, box.w, box.h) for step, box in picture.boxes.items()}
    assert breaches(replace(picture, boxes=moved), procedure)
