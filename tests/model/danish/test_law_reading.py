"""Law in a text as it is written in municipalities: found, told apart by act, known or not."""

import pytest

from app.model.danish.law_notation import law_labels
from app.model.danish.law_reading import LawReader
from tests.model.word.make import CATALOGUE

READER = LawReader(CATALOGUE)


def refs(text: str) -> list[str | None]:
    return [one.ref for one in READER.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se § 136, stk. 2.", ["bl:136.2"]),
        ("§136 stk 2", ["bl:136.2"]),
        ("§ 136, stk. 1 og 2", ["bl:136.1", "bl:136.2"]),
        ("§ 136, stk. 1-3", ["bl:136.1", "bl:136.2", "bl:136.3"]),
        ("§§ 133, 135 og 136", ["bl:133", "bl:135", "bl:136"]),
        ("§§ 28-31", ["bl:28", "bl:29", "bl:30", "bl:31"]),
        ("§ 171 b og § 5", ["bl:171b", "bl:5"]),
        ("Efter barnets lovs § 5, stk. 3", ["bl:5.3"]),
        ("forvaltningslovens § 19 og § 20", ["fvl:19", "fvl:20"]),
        ("§ 19 i forvaltningsloven", ["fvl:19"]),
        ("FVL § 19, stk. 2, 3. pkt.", ["fvl:19.2"]),
        ("straffelovens § 244", [None]),
        ("§ 50 i serviceloven", [None]),
        ("Uden paragraf, 136 stk.", []),
        ("§ 136, 24 timer efter", ["bl:136"]),
    ],
)
def test_references_are_read(text: str, found: list[str | None]) -> None:
    assert refs(text) == found


def test_only_what_the_catalogue_knows_is_taken_and_the_rest_is_told() -> None:
    text = "§ 136, stk. 2, § 999 og straffelovens § 244"
    assert READER.known(text) == ("bl:136.2",)
    assert READER.unknown(text) == ("§ 999", "§ 244")


def test_a_text_of_nothing_but_law_says_no_more() -> None:
    assert not READER.says_more("Barnets lov §§ 133 og 135 samt § 136, stk. 2.")
    assert READER.says_more("Efter § 136 skal barnet høres")


def test_what_the_program_writes_it_reads_again() -> None:
    for some in (["bl:136.2"], ["bl:133", "bl:135"], ["bl:28", "bl:29", "bl:30"], ["fvl:19"]):
        assert refs(law_labels(some, CATALOGUE)) == some
