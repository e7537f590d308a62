"""What must hold for every picture, whatever the procedure."""

import pytest
from hypothesis import HealthCheck, given, settings

from app.flow import lay_out
from app.model.procedure import Procedure
from tests.flow.measure import measure
from tests.flow.rules import breaches
from tests.flow.strategies import grown, sensible, tangles

_QUIET = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@_QUIET
@given(sensible())
def test_keeps_every_rule_for_procedures_as_people_write_them(procedure: Procedure) -> None:
    assert not breaches(lay_out(procedure, measure), procedure)


@_QUIET
@given(tangles())
def test_keeps_every_rule_for_any_tangle_of_ways(procedure: Procedure) -> None:
    assert not breaches(lay_out(procedure, measure), procedure)


@pytest.mark.parametrize(("steps", "roles"), [(60, 8), (120, 1), (300, 5)])
def test_keeps_every_rule_for_long_procedures(steps: int, roles: int) -> None:
    for seed in range(3):
        procedure = grown(seed, steps, roles)
        assert not breaches(lay_out(procedure, measure), procedure)
