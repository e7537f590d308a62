"""Favourites and what was opened last are kept, each place once."""

from app.model.library.target import Target
from app.services.finding import (
    MOST_RECENT,
    is_known,
    known_targets,
    note_opened,
    turn_favourite,
)
from app.services.library import load_shelf
from app.services.settings import load_settings
from app.services.workplace import Workplace

CARD = Target("card", "opkald")
STEP = Target("procedure", "underretning", "modtag")


def test_a_favourite_is_turned_on_and_off(workplace: Workplace) -> None:
    turn_favourite(workplace, CARD)
    assert turn_favourite(workplace, STEP).favourites == (
        "card:opkald",
        "procedure:underretning/modtag",
    )
    assert turn_favourite(workplace, CARD).favourites == ("procedure:underretning/modtag",)
    assert load_settings(workplace).favourites == ("procedure:underretning/modtag",)


def test_what_was_opened_last_stands_first_and_once(workplace: Workplace) -> None:
    for target in (CARD, STEP, STEP, CARD):
        note_opened(workplace, target)
    assert workplace.settings.recent == ("card:opkald", "procedure:underretning/modtag")


def test_what_was_opened_long_ago_is_forgotten(workplace: Workplace) -> None:
    for number in range(MOST_RECENT + 5):
        note_opened(workplace, Target("card", f"kort-{number}"))
    assert len(workplace.settings.recent) == MOST_RECENT
    assert workplace.settings.recent[0] == f"card:kort-{MOST_RECENT + 4}"


def test_only_what_is_in_the_library_is_shown(workplace: Workplace) -> None:
    library = load_shelf(workplace).library
    refs = ("card:opkald", "card:væk", "procedure:underretning/væk", "provision:bl:133", "x:y")
    assert known_targets(refs, library) == (CARD, Target("provision", "bl:133"))
    assert is_known(Target("procedure", "underretning"), library)
    assert is_known(Target("tool", "dagsorden"), library)
