"""Who does something, as it is written in municipalities."""

import pytest

from app.model.danish.role_reading import RoleReader
from tests.model.word.make import CATALOGUE

READER = RoleReader(CATALOGUE)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rådgiver", "raadgiver"),
        ("Sagsbehandleren", "raadgiver"),
        ("Modtagelsen", "modtagelse"),
        ("Teamleder", "faglig-koordinator"),
        ("Pedellen", ""),
        ("Rådgivning", ""),
    ],
)
def test_roles_are_known_by_title_and_by_what_they_are_called(text: str, role: str) -> None:
    assert READER.first(text) == role


def test_the_one_who_acts_begins_the_line_or_stands_in_brackets() -> None:
    assert READER.acting("Rådgiveren ringer til skolen") == "raadgiver"
    assert READER.acting("Visitation (ved teamleder)") == "modtagelse"
    assert READER.acting("Ring til skolen (rådgiver)") == "raadgiver"
    assert READER.acting("Tal med forældrene") == ""


def test_one_role_alone_says_no_more() -> None:
    assert not READER.says_more("Rådgiveren.")
    assert READER.says_more("Rådgiver og teamleder")
    assert READER.says_more("Rådgiver efter aftale")
