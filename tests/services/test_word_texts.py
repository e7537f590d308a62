"""A Word file brought in: read, and in the end kept as a draft by a team lead."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.model.checks.structure_checks import structure_findings
from app.model.errors import Refused
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind, VersionState
from app.model.word import proposal_correcting
from app.services.authoring import all_drafts, taken_ids
from app.services.library import load_shelf
from app.services.settings import change_settings
from app.services.word_texts import WordText, draft_of_word, read_word_text
from app.services.workplace import Workplace
from tests.files.word_make import TITLE, in_headings, saved
from tests.model.word.make import PHRASES


@pytest.fixture
def leader(workplace: Workplace) -> Workplace:
    change_settings(workplace, role="teamleder")
    return workplace


def read(workplace: Workplace, folder: Path) -> WordText:
    path = saved(folder, in_headings())
    return read_word_text(
        role=workplace.settings.role, path=path, library=load_shelf(workplace).library
    )


def theme_of(workplace: Workplace) -> str:
    return load_shelf(workplace).library.catalogue.themes[0].id


def test_reading_stores_nothing(leader: Workplace, tmp_path: Path) -> None:
    found = read(leader, tmp_path)
    assert found.proposal.title == TITLE
    assert all_drafts(leader) == ()


def test_what_was_put_right_is_kept_as_a_draft_that_hangs_together(
    leader: Workplace, tmp_path: Path
) -> None:
    found = read(leader, tmp_path)
    proposal = proposal_correcting.set_theme(found.proposal, theme_of(leader))
    proposal = proposal_correcting.set_title(proposal, "Vores egen procedure")
    draft = draft_of_word(leader, proposal=proposal, known=found.known, phrases=PHRASES)
    assert isinstance(draft.document, Procedure)
    assert draft.document.title == "Vores egen procedure"
    assert (draft.info.state, draft.base) == (VersionState.DRAFT, None)
    assert structure_findings(draft.document) == ()
    assert "vores-egen-procedure" in taken_ids(leader, kind=Kind.PROCEDURE)


def test_the_same_file_twice_makes_two_procedures(leader: Workplace, tmp_path: Path) -> None:
    found = read(leader, tmp_path)
    proposal = proposal_correcting.set_theme(found.proposal, theme_of(leader))
    for _ in range(2):
        draft_of_word(leader, proposal=proposal, known=found.known, phrases=PHRASES)
    assert len({draft.info.slug for draft in all_drafts(leader)}) == 2


def test_without_a_theme_nothing_is_kept(leader: Workplace, tmp_path: Path) -> None:
    found = read(leader, tmp_path)
    with pytest.raises(Refused, match="word_no_theme"):
        draft_of_word(leader, proposal=found.proposal, known=found.known, phrases=PHRASES)
    assert all_drafts(leader) == ()


def test_an_adviser_brings_nothing_in(workplace: Workplace, tmp_path: Path) -> None:
    change_settings(workplace, role="raadgiver")
    with pytest.raises(Refused, match="not_team_leader"):
        read(workplace, tmp_path)


def test_what_may_be_a_cpr_number_after_all_is_not_stored(
    leader: Workplace, tmp_path: Path
) -> None:
    found = read(leader, tmp_path)
    lines = (replace(found.proposal.lines[0], text="Barnet 010190-1234"), *found.proposal.lines[1:])
    proposal = replace(found.proposal, lines=lines, theme=theme_of(leader))
    with pytest.raises(Refused, match="cpr_in_document"):
        draft_of_word(leader, proposal=proposal, known=found.known, phrases=PHRASES)
    assert all_drafts(leader) == ()
