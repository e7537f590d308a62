"""The Markdown of tools is read into blocks, and no word of it is lost but what is quoted."""

from hypothesis import given
from hypothesis import strategies as st

from app.model.outgoing.markdown_blocks import markdown_blocks, spans_of
from app.model.outgoing.outgoing_blocks import OutgoingHeading, OutgoingTable, Paragraph, Span


def test_headings_lists_and_tables_are_told_apart() -> None:
    text = (
        "# Brev\n\nHej ___,\nher er det.\n\n1. Først\n2. Så\n   længe\n- [x] Gjort\n\n"
        "> Til dig, der skriver.\n\n| A | B |\n|---|---|\n| en | **to** |\n| tre |\n\n---\nSlut"
    )
    first, hello, one, two, tick, table, end = markdown_blocks(text)
    assert first == OutgoingHeading("Brev")
    assert isinstance(hello, Paragraph)
    assert hello.text == "Hej ___, her er det."
    assert (one.is_close, two.is_close, tick.is_close) == (False, True, True)
    leads = [(b.lead, b.text) for b in (one, two, tick) if isinstance(b, Paragraph)]
    assert leads == [("1.", "Først"), ("2.", "Så længe"), ("☑", "Gjort")]
    assert table == OutgoingTable((("A", "B"), ("en", "to"), ("tre", "")))
    assert end == Paragraph((Span("Slut"),))


def test_emphasis_becomes_weight_and_a_link_keeps_its_words() -> None:
    assert spans_of(r"Ring **i dag**, *helst* [her](https://a.dk) \*") == (
        Span("Ring "),
        Span("i dag", is_strong=True),
        Span(", helst her *"),
    )
    assert spans_of("snake_case_ord og __fed__") == (
        Span("snake_case_ord og "),
        Span("fed", is_strong=True),
    )


@given(st.text("ab *_[]()#>-|1.\\`\n", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for block in markdown_blocks(text):
        if isinstance(block, Paragraph):
            assert "\n" not in block.text


@given(st.text("abcæøå ,.\n", max_size=80))
def test_plain_words_all_come_along(text: str) -> None:
    blocks = markdown_blocks(text)
    words = [
        word for block in blocks if isinstance(block, Paragraph) for word in block.text.split()
    ]
    assert words == text.split()
