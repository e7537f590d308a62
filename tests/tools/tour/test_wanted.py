"""What the tour looks for on the screen is called as it stands there."""

import pytest

from app.model.library.procedure import Duration, Unit
from app.ui.editor.form.deadline_words import unit_choices
from tools.tour.wanted import unit_of


@pytest.mark.parametrize("amount", [1, 2, 10])
def test_the_unit_of_a_deadline_is_found_of_one_and_of_several(amount: int) -> None:
    assert {unit.value: unit_of(Duration(amount, unit)) for unit in Unit} == dict(
        unit_choices(amount)
    )
