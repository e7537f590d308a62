import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.danish.lix import Heaviest, heaviest, readability


@pytest.mark.parametrize(
    ("text", "words", "long_words", "sentences"),
    [
        ("", 0, 0, 0),
        ("Barnet er hørt.", 3, 0, 1),
        ("Barnet er hørt. Samtalen er skrevet!", 6, 2, 2),
        ("Barnet er hørt", 3, 0, 1),
        ("Barnet er hørt\nNetværket er spurgt", 6, 1, 2),
        ("1. Hør barnet\n2. Skriv det ned", 5, 0, 2),
        ("- [ ] **Barnet er hørt**\n- [x] Ja", 4, 0, 2),
        ("## Overskrift\n\nTekst", 2, 1, 2),
        ("Se § 136, stk. 2, nr. 1. Så går vi videre.", 10, 0, 2),
        ("Ring kl. 9.40 den 24. december 2026.", 7, 1, 1),
        ("Brug fx mail, brev m.v. til svar.", 7, 0, 1),
        ("Spørg [skolen](https://example.org/et/langt/sted) i dag.", 4, 0, 1),
        ("> Loven siger noget meget indviklet\n\nHør barnet.", 2, 0, 1),
        ("Ved fare: leder ved det.", 5, 0, 2),
        ("mor-barn-samtalen", 1, 1, 1),
    ],
)
def test_words_and_sentences_are_counted_as_people_read(
    text: str, words: int, long_words: int, sentences: int
) -> None:
    found = readability(text)
    assert (found.words, found.long_words, found.sentences) == (words, long_words, sentences)


def test_the_figure_is_words_to_a_sentence_and_the_share_of_long_words() -> None:
    found = readability("Barnet er hørt i dag. Forældrene kommer i morgen.")
    assert found.lix == round(9 / 2 + 100 * 1 / 9)
    assert readability("").lix == 0


def test_several_texts_are_measured_as_one() -> None:
    one, other = readability("Barnet er hørt."), readability("Netværket er spurgt i går.")
    both = readability("Barnet er hørt.", "Netværket er spurgt i går.")
    assert both.words == one.words + other.words
    assert both.sentences == one.sentences + other.sentences


def test_a_short_text_tells_nothing() -> None:
    assert not readability("Hør barnet").is_telling
    assert readability("Hør barnet. " * 20).is_telling


@given(st.text())
def test_any_text_can_be_measured(text: str) -> None:
    found = readability(text)
    assert found.lix >= 0
    assert found.long_words <= found.words
    assert bool(found.sentences) == bool(found.words)


def test_what_weighs_most_is_named() -> None:
    found = heaviest("Kort her. Her står en forældremyndighedsindehaver, og undersøgelsen er lang.")
    assert found.words == ("forældremyndighedsindehaver", "undersøgelsen")
    assert found.sentence == "Her står en forældremyndighedsindehaver, og undersøgelsen er lang"
    assert found.length == 8


def test_a_long_word_is_named_once_as_it_was_first_written() -> None:
    assert heaviest("Undersøgelsen er lang. undersøgelsen slutter").words == (
        "Undersøgelsen",
        "slutter",
    )


def test_nothing_weighs_in_a_text_without_words() -> None:
    assert heaviest("", "---") == Heaviest()
