"""The Danish dictionary judges words, and thinks of better ones."""

import io
import subprocess
import sys

import msgspec
import pytest

from app.paths import ROOT
from app.services.dictionary import (
    Answer,
    AskedWords,
    Dictionary,
    Judged,
    Suggested,
    dictionary_folder,
    run_dictionary,
)


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    folder = dictionary_folder()
    assert folder is not None
    return Dictionary(folder)


@pytest.mark.parametrize(
    ("word", "is_right"),
    [
        ("underretning", True),
        ("forældremyndighedsindehaver", True),
        ("skolefraværssamtale", True),
        ("mor-barn-samtalen", True),
        ("undersøgelsse", False),
        ("raadgiver", False),
        ("mor-baren-samtaln", False),
    ],
)
def test_words_are_judged_compounds_too(dictionary: Dictionary, word: str, is_right: bool) -> None:
    assert dictionary.is_right(word) is is_right


def test_a_wrong_word_gets_suggestions_the_best_first(dictionary: Dictionary) -> None:
    assert dictionary.suggestions("undersøgelsse")[0] == "undersøgelse"
    assert len(dictionary.suggestions("barned")) <= 5


def test_all_are_judged_before_any_is_thought_about(dictionary: Dictionary) -> None:
    answers = list(dictionary.answers(AskedWords(("et", "afgørrelse", "raadgiver"))))
    assert answers[0] == Judged(("et", "afgørrelse", "raadgiver"), ("afgørrelse", "raadgiver"))
    assert [one.word for one in answers[1:] if isinstance(one, Suggested)] == [
        "afgørrelse",
        "raadgiver",
    ]


def test_it_answers_line_by_line() -> None:
    source = io.BytesIO(b'{"words":["h\xc3\xb8rr"]}\n{"words":["et"]}\n')
    target = io.BytesIO()
    assert run_dictionary(source, target)
    answers = [msgspec.json.decode(line, type=Answer) for line in target.getvalue().splitlines()]
    assert answers[0] == Judged(("hørr",), ("hørr",))
    assert answers[-1] == Judged(("et",), ())


def test_it_is_a_job_of_the_program_that_ends_with_its_questions() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "spell"],
        input=msgspec.json.encode(AskedWords(("afgørrelse",))) + b"\n",
        capture_output=True,
        timeout=30,
        check=True,
    )
    first = msgspec.json.decode(done.stdout.splitlines()[0], type=Answer)
    assert first == Judged(("afgørrelse",), ("afgørrelse",))


def test_it_ends_quietly_where_it_is_asked_in_no_words(dictionary: Dictionary) -> None:
    assert not run_dictionary(io.BytesIO(b"\n"), io.BytesIO())
