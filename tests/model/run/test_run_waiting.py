"""What a run waits for goes on after `Afventer`, however it was written."""

import pytest

from app.model.run.run_waiting import awaited


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Svar fra skolen", "Svar fra skolen"),
        ("Venter på skolen", "skolen"),
        ("afventer svar", "svar"),
        ("Vi venter på Lægens svar", "Lægens svar"),
        ("Ventetid hos lægen", "Ventetid hos lægen"),
        ("svar, som vi venter på", "svar, som vi venter på"),
        ("Venter", "Venter"),
    ],
)
def test_that_one_waits_is_said_once(written: str, shown: str) -> None:
    assert awaited(written) == shown
