"""Text set into lines: it wraps, keeps together what belongs together, and loses nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.printing.fonts import REGULAR, SEMIBOLD, text_width
from app.printing.page_marks import Rule, TextMark
from app.printing.typeset import Run, keep_together, line_marks, set_lines

WORDS = st.lists(st.text("abcæøåmW.,", min_size=1, max_size=12), min_size=1, max_size=25)


def test_text_that_fits_stays_one_line() -> None:
    assert [line.text for line in set_lines("To ord", 12, 200)] == ["To ord"]


def test_text_wraps_between_words() -> None:
    lines = set_lines("Alle børn i hjemmet er skrevet op", 12, 90)
    assert len(lines) > 1
    assert " ".join(line.text for line in lines) == "Alle børn i hjemmet er skrevet op"


@pytest.mark.parametrize("text", ["§ 136", "stk. 2", "nr. 282", "kl. 9.40", "§§ 133"])
def test_a_sign_and_its_number_are_never_parted(text: str) -> None:
    assert " " not in keep_together(text)


def test_a_word_at_the_end_that_only_looks_like_a_sign_is_left_alone() -> None:
    assert keep_together("Det er i stk. og") == "Det er i stk.\u00a0og"
    assert keep_together("fristk. 2") == "fristk. 2"


def test_a_blank_is_a_line_to_write_on_and_stays_with_its_word() -> None:
    lines = set_lines("Modtaget: dato ____ kl. ____", 12, 300)
    blanks = [piece for line in lines for piece in line.pieces if piece.is_blank]
    assert len(blanks) == 2
    assert blanks[0].width > blanks[1].width
    for narrow in range(60, 200, 7):
        for line in set_lines("Modtaget: dato ____ kl. ____", 12, narrow):
            assert not line.pieces[0].is_blank


def test_a_long_blank_runs_to_the_end_of_the_line() -> None:
    (line,) = set_lines("Navn: ________", 12, 300)
    assert line.width == pytest.approx(300)


def test_blanks_are_drawn_as_rules_and_words_as_text() -> None:
    marks = list(line_marks(set_lines("kl. ____", 12, 300), 0, 0, 12, 15, "#000000"))
    assert [type(mark) for mark in marks] == [TextMark, Rule]


def test_two_weights_share_a_line_and_keep_their_space() -> None:
    (line,) = set_lines([Run("Version 3", SEMIBOLD), Run(" · Udgivet")], 10, 300)
    bold, plain = line.pieces
    assert (bold.weight, plain.weight) == (SEMIBOLD, REGULAR)
    assert plain.x > bold.end


def test_a_word_of_two_weights_is_not_parted() -> None:
    (line,) = set_lines([Run("kort", SEMIBOLD), Run(", og")], 10, 300)
    assert line.pieces[1].x == pytest.approx(line.pieces[0].end)


def test_a_word_wider_than_the_line_is_broken_and_not_cut() -> None:
    word = "forældremyndighedsindehaverens" * 3
    lines = set_lines(word, 12, 80)
    assert "".join(line.text for line in lines) == word
    assert all(line.width <= 80 for line in lines)


@settings(max_examples=60)
@given(words=WORDS, width=st.integers(20, 400), bold=st.booleans())
def test_no_letter_is_lost_and_no_line_is_too_wide(
    qapp: QApplication, words: list[str], width: int, *, bold: bool
) -> None:
    text = " ".join(words)
    lines = set_lines(text, 11, width, SEMIBOLD if bold else REGULAR)
    joined = "".join(line.text for line in lines).replace(" ", "")
    assert joined.replace("\u00a0", "") == text.replace(" ", "")
    assert all(line.width <= width + 0.1 or len(line.text) == 1 for line in lines)


def test_a_word_before_a_blank_stands_with_its_sentence_unless_that_has_ended() -> None:
    (within,) = set_lines("Næste dato er sat: ____", 12, 400)
    (after,) = set_lines("Modtaget: dato ____", 12, 400)
    space = text_width(" ", 12)
    assert within.pieces[1].x - within.pieces[0].end == pytest.approx(space)
    assert after.pieces[1].x - after.pieces[0].end > 1.5 * space
