from hypothesis import given
from hypothesis import strategies as st

from app.model.compare.word_differences import TextPiece, TextSide, word_difference

TEXTS = st.text(alphabet="ab -'.\n§æ", max_size=40)


def said(before: str, after: str) -> str:
    marks = {TextSide.SAME: "{}", TextSide.ADDED: "+{}+", TextSide.REMOVED: "-{}-"}
    return "".join(marks[piece.side].format(piece.text) for piece in word_difference(before, after))


def test_words_are_replaced_whole() -> None:
    assert said("Ring til skolen i dag", "Ring til dagplejen i dag") == (
        "Ring til -skolen-+dagplejen+ i dag"
    )


def test_a_sentence_that_came_stands_as_one_piece() -> None:
    assert said("Ring nu.", "Ring nu. Skriv tid.") == "Ring nu.+ Skriv tid.+"


def test_the_same_text_is_one_piece() -> None:
    assert word_difference("a b", "a b") == (TextPiece(TextSide.SAME, "a b"),)
    assert word_difference("", "") == ()


@given(TEXTS, TEXTS)
def test_the_pieces_make_both_texts(before: str, after: str) -> None:
    pieces = word_difference(before, after)
    old = "".join(piece.text for piece in pieces if piece.side is not TextSide.ADDED)
    new = "".join(piece.text for piece in pieces if piece.side is not TextSide.REMOVED)
    assert (old, new) == (before, after)


def test_a_very_long_text_is_compared_line_by_line() -> None:
    lines = [f"linje {number} er lang nok til at tælle" for number in range(1000)]
    before = "\n".join(lines)
    after = "\n".join([*lines[:500], "ny", *lines[500:]])
    assert [
        piece.text for piece in word_difference(before, after) if piece.side is TextSide.ADDED
    ] == ["ny\n"]


def test_a_field_in_a_text_is_one_part() -> None:
    assert word_difference("{{a-b}}", "{{a-c}}") == (
        TextPiece(TextSide.REMOVED, "{{a-b}}"),
        TextPiece(TextSide.ADDED, "{{a-c}}"),
    )
