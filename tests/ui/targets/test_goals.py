"""Places and settings are found by their names, cases by their numbers."""

import pytest

from app.ui.targets.goals import Goal, named


def titles(typed: str, *, is_team_leader: bool = False) -> list[str]:
    return [one.row.title for one in named(typed, is_team_leader=is_team_leader)]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("indst", "Indstillinger"),
        ("indsatst", "Indsatstrappen"),
        ("actionc", "Actioncards"),
        ("mine forl", "Mine forløb"),
        ("vaerktojer", "Værktøjer"),
        ("lukke", "Lukkedage"),
        ("tast", "Taster"),
    ],
)
def test_a_place_or_setting_is_found_by_the_beginning_of_its_words(typed: str, title: str) -> None:
    assert title in titles(typed)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("mørk", "Farver"),
        ("mørkt tema", "Farver"),
        ("skrift", "Størrelse"),
        ("backup", "Sikkerhedskopier"),
        ("gendan", "Hent en sikkerhedskopi tilbage"),
        ("helligdage", "Lukkedage"),
        ("genveje", "Taster"),
        ("opsætning", "Indstillinger"),
    ],
)
def test_a_place_or_setting_is_found_by_what_else_one_might_call_it(typed: str, title: str) -> None:
    assert titles(typed)[:1] == [title]
    assert " " in typed or any(one.sure for one in named(typed, is_team_leader=False))


def test_the_end_of_a_word_finds_nothing() -> None:
    assert titles("stillinger") == []
    assert titles("  ") == []


def test_what_only_team_leads_can_do_is_found_by_them_alone() -> None:
    assert "Kladder og godkendelse" in titles("godkend", is_team_leader=True)
    assert titles("godkend") == []
    assert "Ordliste" in titles("ordl", is_team_leader=True)


@pytest.mark.parametrize(
    ("typed", "is_sure"),
    [("indstillinger", True), ("indst", True), ("ind", False), ("møde", True), ("mø", False)],
)
def test_a_name_is_surely_meant_when_enough_of_it_is_typed(typed: str, is_sure: bool) -> None:
    found = named(typed, is_team_leader=False)
    assert any(one.sure for one in found) is is_sure


def test_a_setting_leads_to_itself() -> None:
    (found,) = [one.row for one in named("lukkedage", is_team_leader=False)]
    assert found.payload == Goal("settings", "closed_days")
