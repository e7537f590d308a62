"""What is typed is kept, or one is told that it is not: a number, a busy database, a close."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import Case

_NOTE = "Note til trinnet"


@contextmanager
def busy(folder: Path) -> Iterator[None]:
    """Let another program write in the database for a while."""
    other = sqlite3.connect(folder / "roed-traad.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def open_case(program: Journey) -> Hand:
    hand = program.open()
    hand.waits_for("2026-04417")
    hand.double_click("2026-04417")
    hand.waits_for("alt er gemt")
    hand.click(_NOTE)
    return hand


def test_a_note_without_its_number_is_kept_whole(program: Journey) -> None:
    program.given(Case(number="2026-04417", procedure="underretning", days=0))
    hand = open_case(program)
    hand.type("Skolen ringer.\nModeren ved det.\nBarnet har 010180-1234.")
    hand.waits_for("noget er ikke gemt")
    hand.waits_for("Noten er ikke gemt")
    for _ in "010180-1234.":
        hand.press("Backspace")
    hand.type("ro på.")
    hand.waits_for("alt er gemt")
    hand.waits_until_gone("Noten er ikke gemt")
    assert hand.value_of(_NOTE) == "Skolen ringer.\nModeren ved det.\nBarnet har ro på."
    hand = program.reopen()
    hand.double_click("2026-04417")
    hand.waits_for("Moderen ved det.")


@pytest.mark.usefixtures("_soon_given_up")
def test_a_line_written_while_another_program_is_busy_is_kept_and_a_close_waits_for_it(
    program: Journey,
) -> None:
    program.given(Case(number="2026-04417", procedure="underretning", days=0))
    hand = open_case(program)
    hand.type("Linje et.\n")
    hand.waits_for("alt er gemt")
    with busy(program.folder):
        hand.type("Linje to.\n")
        hand.waits_for("Et andet program bruger dine data lige nu")
        hand.waits_for("Ikke gemt endnu")
        hand.type("Linje tre.")
        hand.closes_window()
        hand.waits_for("Programmet er stadig åbent")
    hand.waits_for("alt er gemt")
    hand.waits_until_gone("Et andet program bruger dine data")
    hand = program.reopen()
    hand.double_click("2026-04417")
    hand.waits_for("alt er gemt")
    assert hand.value_of(_NOTE) == "Linje et.\nLinje to.\nLinje tre."
