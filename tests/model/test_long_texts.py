"""A text as long as a text may be is read in no time, whatever stands in it."""

import time
from collections.abc import Callable

import pytest

from app.model.bounds import LONGEST_TEXT
from app.model.cpr import holds_cpr
from app.model.lix import readability
from app.model.markdown_blocks import markdown_blocks
from app.model.spelling import spelt

MOST_SECONDS = 1.0
"""Of the processor; what goes over a text again for each of its signs takes ten."""

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
        begun = time.process_time()
        READERS[reader](text)
        assert time.process_time() - begun < MOST_SECONDS, sign


def test_what_is_no_text_is_still_left_out_of_the_spelling() -> None:
    text = "Se [loven](https://a.dk/b) a.b@c.dk x2y `kode` {{felt}} her"
    assert [one.word for one in spelt(text)] == ["Se", "loven", "her"]
