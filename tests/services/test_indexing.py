import pytest

from app.services.indexing import entries_of, plain
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


def test_the_law_of_a_step_is_also_that_of_its_deadline_and_gate() -> None:
    law = {entry.step: entry.law for entry in entries_of(library()) if entry.law and entry.step}
    assert law == {"modtag": ("bl:136.2",), "vurder": ("bl:5.3",)}
