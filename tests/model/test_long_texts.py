"""A text as long as a text may be is read to its end once, whatever stands in it."""

from collections.abc import Callable

import pytest

from app.model.bounds import LONGEST_TEXT
from app.model.cpr import holds_cpr
from app.model.danish.lix import readability
from app.model.danish.spelling import spelt
from app.model.outgoing.markdown_blocks import markdown_blocks
from tests.counting import calls

MOST_CALLS = 10 * LONGEST_TEXT
"""What goes over a text again for each of its signs makes thousands of calls for each.

What a pattern does by itself makes none: `benchmarks/long_texts.py` measures that.
"""

SIGNS = ("x", "1 ", "010190 ", "**a ", "*a ", "_a ", "[", "[a](", "](", "{{", "`a ", "![a](", "a@")

READERS: dict[str, Callable[[str], object]] = {
    "spelling": lambda text: list(spelt(text)),
    "cpr": holds_cpr,
    "lix": readability,
    "blocks": markdown_blocks,
}


@pytest.mark.parametrize("reader", READERS)
def test_no_sign_over_and_over_holds_anybody_up(reader: str) -> None:
    for sign in SIGNS:
        text = (sign * LONGEST_TEXT)[:LONGEST_TEXT]
        with calls() as made:
            READERS[reader](text)
        assert made.number < MOST_CALLS, sign


def test_what_is_no_text_is_still_left_out_of_the_spelling() -> None:
    text = "Se [loven](https://a.dk/b) a.b@c.dk x2y `kode` {{felt}} her"
    assert [one.word for one in spelt(text)] == ["Se", "loven", "her"]
