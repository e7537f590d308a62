"""The speller remembers what the dictionary says; without one no word is wrong."""

import pytest
from pytestqt.qtbot import QtBot

from app.services.dictionary import AskedWords, Judged, Suggested
from app.ui.base.speller import DictionaryProcess, Speller


class Asking:
    """A dictionary that notes what it is asked and answers when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def __call__(self, words: tuple[str, ...]) -> None:
        self.asked.append(AskedWords(words).words)


@pytest.fixture
def asking() -> Asking:
    return Asking()


@pytest.fixture
def speller(qtbot: QtBot, asking: Asking) -> Speller:
    made = Speller()
    made.use(asking)
    return made


def ask(qtbot: QtBot, speller: Speller, asking: Asking, *words: str) -> None:
    before = len(asking.asked)
    speller.ask_about(words)
    qtbot.wait_until(lambda: len(asking.asked) > before)


def test_without_a_dictionary_nothing_is_wrong(qtbot: QtBot) -> None:
    speller = Speller()
    speller.ask_about(["xyzzq"])
    assert not speller.is_wrong("xyzzq")


def test_a_word_is_asked_about_once(qtbot: QtBot, speller: Speller, asking: Asking) -> None:
    ask(qtbot, speller, asking, "skollen", "et", "skollen")
    speller.ask_about(["skollen"])
    assert asking.asked == [("et", "skollen")]


def test_a_dictionary_that_ended_before_it_answered_leaves_nothing_unasked(
    qtbot: QtBot, speller: Speller, asking: Asking
) -> None:
    ask(qtbot, speller, asking, "skollen")
    speller.use(None)
    speller.use(asking)
    ask(qtbot, speller, asking, "skollen")
    assert asking.asked == [("skollen",), ("skollen",)]


def test_what_another_dictionary_has_said_is_forgotten(
    qtbot: QtBot, speller: Speller, asking: Asking
) -> None:
    ask(qtbot, speller, asking, "skollen")
    speller.take(Judged(("skollen",), ("skollen",)))
    speller.take(Suggested("skollen", ("skolden",)))
    speller.use(asking)
    assert not speller.is_wrong("skollen")
    assert speller.best("skollen") == ""


def test_what_is_learned_is_told(qtbot: QtBot, speller: Speller, asking: Asking) -> None:
    ask(qtbot, speller, asking, "skollen")
    with qtbot.wait_signal(speller.learned):
        speller.take(Judged(("skollen",), ("skollen",)))
    assert speller.is_wrong("skollen")
    assert speller.suggestions("skollen") is None
    speller.take(Suggested("skollen", ("skolen", "skollerne")))
    assert speller.best("skollen") == "skolen"


def test_words_of_the_house_are_never_asked_about(
    qtbot: QtBot, speller: Speller, asking: Asking
) -> None:
    speller.know(["netværkssamråd"], own=["Ungekompas"])
    ask(qtbot, speller, asking, "Netværkssamråd", "ungekompas", "Samordneren", "skollen")
    assert asking.asked == [("skollen",)]


def test_a_word_that_is_added_is_right_at_once(
    qtbot: QtBot, speller: Speller, asking: Asking
) -> None:
    speller.take(Judged(("Skollen",), ("Skollen",)))
    with qtbot.wait_signal(speller.word_added) as added:
        speller.add("Skollen")
    assert added.args == ["skollen"]
    assert not speller.is_wrong("Skollen")


def test_the_process_answers_and_ends(qtbot: QtBot) -> None:
    speller = Speller()
    process = DictionaryProcess(speller)
    speller.use(process.ask)
    speller.ask_about(["afgørrelse", "afgørelse"])
    qtbot.wait_until(lambda: speller.best("afgørrelse") == "afgørelse")
    assert not speller.is_wrong("afgørelse")
    process.close()
    process.close()
