"""Putting a proposal right, line by line."""

import pytest

from app.model.errors import Refused
from app.model.library.procedure import StepKind
from app.model.word import proposal_correcting
from app.model.word.proposal import Becomes, Proposal
from tests.model.word.make import built_of, bullet, guessed, heading, text


@pytest.fixture
def proposal() -> Proposal:
    return guessed(
        heading("Underretning", 1),
        heading("Modtag"),
        bullet("Skriv ned"),
        bullet("Ring op"),
        heading("Svar"),
        text("Skriv et brev. Send det."),
    )


def place(proposal: Proposal, words: str) -> int:
    return next(line.id for line in proposal.lines if line.text == words)


def texts(proposal: Proposal) -> list[str]:
    return [line.text for line in proposal.lines]


def test_several_lines_become_the_same_at_once(proposal: Proposal) -> None:
    ids = (place(proposal, "Skriv ned"), place(proposal, "Ring op"))
    after = proposal_correcting.become(proposal, ids, Becomes.GUIDE)
    assert built_of(after).procedure.start.guide == "- Skriv ned\n- Ring op\n"


def test_a_line_that_becomes_a_step_gets_the_kind_its_words_tell_or_the_one_chosen(
    proposal: Proposal,
) -> None:
    line = place(proposal, "Ring op")
    assert (
        proposal_correcting.become(proposal, (line,), Becomes.STEP).line(line).kind
        is StepKind.ACTIVITY
    )
    talk = proposal_correcting.become(proposal, (line,), Becomes.STEP, kind=StepKind.CONVERSATION)
    assert built_of(talk).procedure.step("ring-op").role == "barnet"


def test_a_way_makes_a_choice_of_its_step(proposal: Proposal) -> None:
    after = proposal_correcting.become(proposal, (place(proposal, "Ring op"),), Becomes.WAY)
    assert built_of(after).procedure.start.kind is StepKind.DECISION


def test_a_way_before_the_first_step_is_refused(proposal: Proposal) -> None:
    with pytest.raises(Refused, match="word_no_step_above"):
        proposal_correcting.become(proposal, (place(proposal, "Underretning"),), Becomes.WAY)


def test_there_is_one_title(proposal: Proposal) -> None:
    after = proposal_correcting.become(proposal, (place(proposal, "Svar"),), Becomes.TITLE)
    assert after.title == "Svar"
    assert after.lines[0].becomes is Becomes.LEFT_OUT


def test_the_title_is_written_in_its_line_or_where_there_is_none_in_the_proposal(
    proposal: Proposal,
) -> None:
    assert texts(proposal_correcting.set_title(proposal, "Ny titel"))[0] == "Ny titel"
    nameless = proposal_correcting.become(proposal, (1,), Becomes.LEFT_OUT)
    assert proposal_correcting.set_title(nameless, "Ny titel").title == "Ny titel"


def test_two_lines_are_put_together_and_one_is_split(proposal: Proposal) -> None:
    merged = proposal_correcting.merge_up(proposal, place(proposal, "Ring op"))
    assert texts(merged)[2] == "Skriv ned Ring op"
    line = place(proposal, "Skriv et brev. Send det.")
    split = proposal_correcting.split(proposal, line, len("Skriv et brev."))
    assert texts(split)[-2:] == ["Skriv et brev.", "Send det."]


def test_what_follows_a_split_step_is_its_guidance(proposal: Proposal) -> None:
    after = proposal_correcting.split(proposal, place(proposal, "Modtag"), 3)
    assert [line.becomes for line in after.lines[1:3]] == [Becomes.STEP, Becomes.GUIDE]


def test_nothing_is_put_together_above_the_first_and_nothing_split_at_an_edge(
    proposal: Proposal,
) -> None:
    with pytest.raises(Refused, match="word_nothing_above"):
        proposal_correcting.merge_up(proposal, 1)
    with pytest.raises(Refused, match="word_nothing_to_split"):
        proposal_correcting.split(proposal, 1, 0)


def test_lines_move_past_their_neighbours_and_a_step_takes_its_lines_along(
    proposal: Proposal,
) -> None:
    moved = proposal_correcting.move(proposal, (place(proposal, "Ring op"),), -1)
    assert texts(moved)[2:4] == ["Ring op", "Skriv ned"]
    step = proposal_correcting.move(proposal, (place(proposal, "Svar"),), -1)
    assert texts(step)[1:3] == ["Svar", "Skriv et brev. Send det."]
    assert proposal_correcting.move(step, (place(step, "Svar"),), 1) == proposal


def test_nothing_moves_beyond_the_ends(proposal: Proposal) -> None:
    assert proposal_correcting.move(proposal, (1,), -1) == proposal
    assert proposal_correcting.move(proposal, (place(proposal, "Svar"),), 1) == proposal


def test_a_text_that_may_hold_a_cpr_number_is_refused(proposal: Proposal) -> None:
    with pytest.raises(Refused, match="cpr_in_document"):
        proposal_correcting.set_text(proposal, 2, "Barnet 010190-1234")
    with pytest.raises(Refused, match="word_no_text"):
        proposal_correcting.set_text(proposal, 2, "  ")


def test_a_role_that_is_chosen_wins_over_the_one_found(proposal: Proposal) -> None:
    after = proposal_correcting.set_role(proposal, (place(proposal, "Modtag"),), "modtagelse")
    assert built_of(after).procedure.start.role == "modtagelse"
