from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.danish.common_names import FAMILY_NAMES, GIVEN_NAMES
from app.model.danish.name_finding import names_in
from app.paths import SHIPPED_LIBRARY


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sofie Jensen (mor) ringede i dag", ("Sofie Jensen",)),
        ("Ida 010112", ("Ida",)),
        ("Aftalt med Fatima H. Hassan, at hun ringer", ("Fatima H. Hassan",)),
        ("Mor Sofie siger nej", ("Sofie",)),
        ("Talte med barnet Xhevdet i dag", ("Xhevdet",)),
        ("Emils far kom. Emils far gik.", ("Emils",)),
        ("Ring til Anne-Marie, og skriv til Olsen", ("Anne-Marie",)),
        ("Barnet hedder Gertrudia", ("Gertrudia",)),
        ("Zenobia (mor) og Karin", ("Zenobia", "Karin")),
    ],
)
def test_what_looks_like_a_name_is_found_as_it_is_written(
    text: str, names: tuple[str, ...]
) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mor er hørt. Far kommer i morgen.",
        "Mødet er i Aarhus Kommune, Børnehuset Midt og Grenaa Skole",
        "Barnets Lov § 32 og Forvaltningsloven § 19",
        "Red Barnet og Børns Vilkår har ringet til Ankestyrelsen",
        "Bo hos mor i juni, Per telefon aftalt",
        "Samtale i Maj måned. Tage stilling til BFU og PPR",
        "Åben Dialog i Norddjurs, DUBU og SBSYS",
        "RÅDGIVER, FAGLIG KOORDINATOR og AFDELINGSLEDER",
        "- [ ] Skriv Notat, og Ring til Lægen",
    ],
)
def test_roles_places_offices_laws_and_months_are_no_names(text: str) -> None:
    assert names_in(text) == ()


def test_no_text_that_ships_is_taken_for_a_name() -> None:
    files = [*Path(SHIPPED_LIBRARY).rglob("*.md"), *Path(SHIPPED_LIBRARY).rglob("*.yaml")]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 10_000
    assert [(line, names_in(line)) for line in lines if names_in(line)] == []


RARE = ("Bjarke", "Chiya", "Dilnaz", "Embla", "Gohar", "Hjalmar", "Ilvy", "Nael", "Vuk", "Ylva")
WAYS = (
    "{given} {family} har ringet",
    "Talt med {given} {family} i dag",
    "{given} ({who}) kommer ikke",
    "Aftalt, at {who} {given} henter",
    "{given} {family} ({who})",
    "{given} 010112",
    "Mødet var godt. {given} {family} var med",
    "{given}s {who} ringer i morgen",
)


def test_nine_of_ten_names_are_found_however_they_are_written() -> None:
    chance = Random(3)
    common, family = sorted(GIVEN_NAMES), sorted(FAMILY_NAMES)
    made = []
    for number in range(2_000):
        given = chance.choice(RARE) if number % 10 == 0 else chance.choice(common).capitalize()
        way, who = WAYS[number % len(WAYS)], chance.choice(("mor", "far", "moster", "plejemor"))
        made.append(way.format(given=given, family=chance.choice(family).capitalize(), who=who))
    missed = [text for text in made if not names_in(text)]
    assert len(missed) <= len(made) / 10, missed[:40]


@given(st.text())
def test_any_text_can_be_asked_and_what_is_found_stands_in_it(text: str) -> None:
    assert all(name and name in text for name in names_in(text))
