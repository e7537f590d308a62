"""What was begun as a suggestion outlives the program, whichever window it was begun in."""

from collections.abc import Iterator

import pytest

from app.model.errors import Refused
from app.services.settings import load_settings
from app.services.suggestions import keep_begun
from app.services.workplace import Workplace, open_workplace
from tests.services.make import Clock


@pytest.fixture
def other(place: Workplace, clock: Clock) -> Iterator[Workplace]:
    with open_workplace(place.folder, shipped=None, clock=clock, actor="bo") as opened:
        yield opened


def test_what_two_windows_have_begun_at_two_places_is_kept(
    place: Workplace, other: Workplace
) -> None:
    keep_begun(place, where="card:a:", text="Her")
    keep_begun(other, where="card:b:", text="Der")
    assert load_settings(place).begun == {"card:a:": "Her", "card:b:": "Der"}
    keep_begun(other, where="card:a:", text="")
    assert load_settings(place).begun == {"card:b:": "Der"}


def test_what_is_begun_with_a_cpr_number_is_not_kept(place: Workplace) -> None:
    keep_begun(place, where="card:a:", text="Barnet")
    with pytest.raises(Refused) as refused:
        keep_begun(place, where="card:a:", text="Barnet 010190-1234")
    assert refused.value.code == "cpr_in_message"
    assert load_settings(place).begun == {"card:a:": "Barnet"}
