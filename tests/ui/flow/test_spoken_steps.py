"""What a screen reader says of steps."""

from msgspec.structs import replace

from app.model.run.state import StepStatus
from app.ui.flow.spoken_steps import Speaker
from tests.printing.sample import CATALOGUE, NOW, PROCEDURE, RUN_STATE


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def reading(step_id: str) -> str:
    return plain(Speaker(PROCEDURE, CATALOGUE).say(step_id))


def running(step_id: str) -> str:
    return plain(Speaker(PROCEDURE, CATALOGUE, RUN_STATE, NOW).say(step_id))


def test_a_step_is_said_with_number_kind_role_deadline_law_and_ways() -> None:
    assert reading("akut") == (
        "Trin 2 af 13, Beslutning, Er barnet i fare nu?, Modtagelse, frist 24 timer, § 136, "
        "7 tjekpunkter, veje: Ja til Fortsæt i Akut fare, "
        "Nej til trin 4 Overgreb eller social kontrol?"
    )


def test_a_way_without_a_condition_is_said_plainly() -> None:
    assert reading("samtale").endswith("veje: til trin 9 Tal med forældrene")


def test_an_end_has_no_number_and_no_ways() -> None:
    assert reading("afslut") == "Afslutning, Underretningen er behandlet, Modtagelse"


def test_in_a_run_the_state_and_what_is_settled_are_said() -> None:
    assert "nu, 4 af 6 tjekpunkter" in running("konkluder")
    assert "udført, 3 af 3 tjekpunkter" in running("igen")
    assert "ikke relevant" in running("risiko")


def test_a_late_step_says_how_late_it_is() -> None:
    assert "frist overskredet, 3 dage over" in running("samtale")


def test_a_step_that_was_done_too_late_says_so() -> None:
    late = replace(RUN_STATE.steps["samtale"], status=StepStatus.DONE, done_at=NOW, held=False)
    state = replace(RUN_STATE, steps={**RUN_STATE.steps, "samtale": late})
    assert "gjort for sent" in Speaker(PROCEDURE, CATALOGUE, state, NOW).say("samtale")


def test_the_way_that_was_taken_is_said() -> None:
    assert "Nej til trin 4 Overgreb eller social kontrol? (valgt)" in running("akut")
