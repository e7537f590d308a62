"""Where a word that fits no line is divided."""

from hypothesis import given
from hypothesis import strategies as st

from app.model.danish.dividing import SOFT_HYPHEN, divided, with_soft_hyphens


def test_a_word_is_divided_after_a_joining_s_else_before_a_syllable() -> None:
    assert divided("undersøgelsesplanen", len, 16) == ["undersøgelses", "planen"]
    assert divided("kommunikatorens", len, 9) == ["kommuni", "katorens"]
    assert divided("undersøgelsesplanen", len, 19) == ["undersøgelsesplanen"]


def test_only_words_that_fit_no_line_get_hyphens() -> None:
    shown = with_soft_hyphens("Skriv undersøgelsesplanen, § 20", len, 16)
    assert shown == f"Skriv undersøgelses{SOFT_HYPHEN}planen, § 20"


@given(text=st.text(), room=st.integers(0, 40))
def test_nothing_but_hyphens_is_put_in(text: str, room: int) -> None:
    shown = with_soft_hyphens(text, len, room)
    assert shown.replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")
