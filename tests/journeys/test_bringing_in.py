"""Texts come in from Word and from other municipalities, and go out to them; by keys."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.files.word_make import from_body, in_headings, saved
from tests.journeys.keyboard import focused
from tools.hand import Stage
from tools.journey import Journey, JourneyClock
from tools.journey.cases import NewText, settle


@pytest.fixture
def elsewhere(
    stage: Stage, shipped_folder: Path, tmp_path: Path, clock: JourneyClock
) -> Iterator[Journey]:
    """The program of a team lead in another municipality; not opened yet."""
    folder = tmp_path / "elsewhere"
    shutil.copytree(shipped_folder, folder)
    settle(folder, clock.now, user_name="teamleder C", role="teamleder")
    journey = Journey(stage, folder, clock)
    yield journey
    journey.end()


def test_a_procedure_comes_from_word(team_lead: Journey, tmp_path: Path) -> None:
    file = saved(tmp_path, in_headings(), "Arbejdsgang.docx")
    text = "Alle underretninger bliver vurderet til tiden, og barnet bliver hørt og beskyttet."
    hand = team_lead.open()
    hand.waits_for("Underretning")
    hand.press("Ctrl+7")
    hand.waits_for("Hent fra Word")
    hand.click("Hent fra Word")
    hand.names_file(file)
    focused(hand, "Underretninger om børn og unge")
    hand.press("Down", "Down", "Down")
    focused(hand, text)
    hand.press("F2", "End")
    hand.type(" Straks.")
    hand.press("Ctrl+Enter")
    focused(hand, f"{text} Straks.")
    hand.press("Alt+Down")
    focused(hand, f"{text} Straks.")
    hand.press("Ctrl+Z", "Ctrl+Z")
    focused(hand, text)
    hand.press("Ctrl+Shift+S")
    assert not hand.has("Send til godkendelse"), "a theme must be chosen first"
    hand.press("Shift+Tab")
    focused(hand, "Tema")
    hand.choose("Tema", "Henvendelser og underretninger")
    hand.press("Ctrl+Shift+S")
    hand.waits_for("Send til godkendelse")
    focused(hand, "Underretninger om børn og unge, flow")
    assert hand.value_of("Titel") == "Modtag underretningen"
    hand.press("Ctrl+W")
    focused(hand, "Underretninger om børn og unge")
    hand.waits_for("Mine kladder")


def test_a_word_file_that_takes_long_is_stopped(team_lead: Journey, tmp_path: Path) -> None:
    file = from_body(tmp_path, "<w:p/>" * 200_000)
    hand = team_lead.open()
    hand.waits_for("Underretning")
    hand.press("Ctrl+7")
    hand.click("Hent fra Word")
    hand.names_file(file)
    hand.waits_for(f"Læser »{file.name}« …")
    hand.press("Escape")
    hand.waits_for("Du stoppede det. Intet er ændret.")
    hand.waits_until_gone(f"Læser »{file.name}« …")
    focused(hand, "Hent fra Word")
    assert not hand.has("Prøv igen"), "who stopped it knows how to begin it"


def test_a_procedure_is_shared_and_taken_in_elsewhere(
    team_lead: Journey, elsewhere: Journey, tmp_path: Path
) -> None:
    new = NewText(procedure="underretning", step="modtag", item="Skriv, hvem der ringede")
    team_lead.given(new)
    bundle = tmp_path / "underretning.roedtraad"
    hand = team_lead.open()
    focused(hand, "Underretning, flow")
    hand.click("Del")
    focused(hand, "Som")
    hand.press("Enter")
    hand.names_file(bundle)
    hand.waits_until(bundle.exists, "Nothing was shared.")
    hand.waits_until_gone("Vælg hvorhen …")
    focused(hand, "Del")
    team_lead.close()

    hand = elsewhere.open()
    hand.waits_for("Underretning")
    hand.press("Ctrl+7")
    focused(hand, "Ny sagsprocedure")
    hand.click("Hent ind")
    focused(hand, "De ligger i")
    hand.press("Enter")
    hand.names_file(bundle)
    focused(hand, "Underretning")
    hand.waits_for("1 ændret hos dem")
    hand.press("Enter")
    hand.waits_for("Tilbage til listen")
    focused(hand, "Underretning, flow")
    hand.waits_for(new.item)
    hand.press("Escape")
    focused(hand, "Underretning")
    hand.press("B")
    hand.waits_for("Intet ændres her.")
    hand.press("T", "Ctrl+Shift+S")
    hand.waits_for("Den står under Mine kladder")
    focused(hand, "Underretning")
    hand.press("Enter")
    hand.waits_for("Kladde til version")
    focused(hand, "Underretning, flow")
