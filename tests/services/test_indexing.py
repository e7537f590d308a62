import pytest

from app.model.search_hits import ActName
from app.services.indexing import act_names, entries_of, plain
from tests.services.make import library


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Ring **straks** til _vagten_.", "Ring straks til vagten ."),
        ("# Først\n\n- et\n- to\n1. tre\n> fire", "Først et to tre fire"),
        ("Se [vejledningen](https://eksempel.dk/a_b)", "Se vejledningen"),
        ("Mål\n\n{{maal}}\n", "Mål"),
    ],
)
def test_markdown_is_searched_as_plain_text(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_each_document_step_and_provision_is_one_entry() -> None:
    found = [(entry.kind, entry.slug, entry.step) for entry in entries_of(library())]
    assert found == [
        ("procedure", "underretning", ""),
        ("procedure", "underretning", "modtag"),
        ("procedure", "underretning", "samtale"),
        ("procedure", "underretning", "vurder"),
        ("procedure", "underretning", "kvittering"),
        ("procedure", "underretning", "slut"),
        ("card", "opkald", ""),
        ("tool", "dagsorden", ""),
        *(("provision", ref, "") for ref in ("bl:5.3", "bl:133", "bl:136.2")),
    ]


def test_the_law_of_a_step_is_also_that_of_its_deadline_and_gate() -> None:
    law = {entry.step: entry.law for entry in entries_of(library()) if entry.law and entry.step}
    assert law == {"modtag": ("bl:136.2",), "vurder": ("bl:5.3",)}


def test_a_deadline_is_found_by_its_words() -> None:
    step = next(entry for entry in entries_of(library()) if entry.step == "modtag")
    assert step.lead == ("24 timer",)


def test_acts_are_named_in_every_way() -> None:
    names = [*act_names(library().catalogue)]
    assert names == [
        ActName("bl", "bl"),
        ActName("bl", "barnets lov"),
        ActName("bl", "Barnets lov"),
    ]
