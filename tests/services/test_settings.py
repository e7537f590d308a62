from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from app.model.errors import Refused
from app.model.library.procedure import Deadline
from app.model.library.target import Target
from app.model.times import day_of
from app.model.user_settings import Appearance, Settings
from app.services import run_lists, runs
from app.services.finding import turn_favourite
from app.services.opening import open_workplace
from app.services.settings import add_own_word, change_settings, keep_folder, load_settings
from app.services.workplace import Workplace
from tests.services.make import NOW, Clock, library, procedure, ship


def test_a_new_folder_has_the_defaults(workplace: Workplace) -> None:
    assert load_settings(workplace) == Settings()


def test_what_is_set_is_kept_and_used_at_once(workplace: Workplace) -> None:
    change_settings(
        workplace,
        appearance=Appearance.DARK,
        zoom=120,
        saturday_counts=False,
        closed_days=("12-24",),
        user_name=" Anna ",
        window_geometry="AdnQywADAAAAAAAA 010190-1234",
    )
    settings = load_settings(workplace)
    assert workplace.settings == settings
    assert (settings.appearance, settings.zoom) == (Appearance.DARK, 120)
    assert settings.user_name == "Anna"
    assert not workplace.calendar.saturday_counts
    assert workplace.calendar.closed_days == {"12-24"}


def test_windows_that_change_different_settings_do_not_meet(workplace: Workplace) -> None:
    change_settings(workplace, zoom=120)
    change_settings(workplace, role="raadgiver")
    assert (load_settings(workplace).zoom, load_settings(workplace).role) == (120, "raadgiver")


def test_a_begun_suggestion_is_kept_unless_it_holds_a_cpr_number(workplace: Workplace) -> None:
    change_settings(workplace, begun={"procedure:a:b": "Ring før"})
    with pytest.raises(Refused):
        change_settings(workplace, begun={"procedure:a:b": "Barnet 010190-1234"})
    assert load_settings(workplace).begun == {"procedure:a:b": "Ring før"}


def test_settings_of_another_version_of_the_program_survive(workplace: Workplace) -> None:
    with workplace.store.writing() as work:
        work.settings.put("from_the_future", {"a": 1}, now=NOW)
        work.settings.put("zoom", "huge", now=NOW)
        work.commit()
    assert load_settings(workplace).zoom == 100
    change_settings(workplace, zoom=90)
    with workplace.store.reading() as work:
        assert work.settings.get("from_the_future") == {"a": 1}


@pytest.mark.parametrize(("asked", "kept"), [(10, 80), (100, 100), (900, 200)])
def test_zoom_stays_where_one_can_read(workplace: Workplace, asked: int, kept: int) -> None:
    assert change_settings(workplace, zoom=asked).zoom == kept


def test_a_closed_day_that_is_no_day_is_refused(workplace: Workplace) -> None:
    with pytest.raises(Refused) as refused:
        change_settings(workplace, closed_days=("12-24", "juleaften"))
    assert (refused.value.code, refused.value.params) == (
        "closed_day_unclear",
        {"day": "juleaften"},
    )


def test_a_name_that_is_a_cpr_number_is_refused(workplace: Workplace) -> None:
    with pytest.raises(Refused) as refused:
        change_settings(workplace, user_name="010190-1234")
    assert refused.value.code == "cpr_in_name"
    with pytest.raises(Refused) as refused:
        change_settings(workplace, user_name="N" * 61)
    assert (refused.value.code, refused.value.params) == ("name_too_long", {"limit": "60"})
    with pytest.raises(Refused) as refused:
        change_settings(workplace, own_words=("x" * 10_001,))
    assert refused.value.code == "setting_too_long"


def test_open_runs_are_counted_again_when_other_days_count(
    tmp_path: Path, shipped: Path, clock: Clock
) -> None:
    first, *others = procedure().steps
    deadline = Deadline(within="6 weekdays", after="trigger", law="bl:136.2")
    steps = (structs.replace(first, deadline=deadline), *others)
    ship(shipped, library(structs.replace(procedure(), steps=steps)))
    with open_workplace(tmp_path / "data", shipped=shipped, clock=clock) as workplace:
        runs.start_run(workplace, procedure="underretning", case_number="7", trigger=NOW)
        days = []
        for saturday_counts in (True, False):
            change_settings(workplace, saturday_counts=saturday_counts)
            (row,) = run_lists.list_runs(workplace)
            days.append(day_of(row.deadlines[0].at))
    assert days == [date(2026, 12, 3), date(2026, 12, 4)]


def test_a_new_name_stands_by_what_is_done_from_then_on(workplace: Workplace) -> None:
    change_settings(workplace, user_name="berit")
    assert workplace.actor == "berit"
    change_settings(workplace, user_name=" ")
    assert workplace.actor == workplace.account, (
        "without a name it is what the system calls the user"
    )


# Several windows


@pytest.fixture
def other(workplace: Workplace, clock: Clock) -> Iterator[Workplace]:
    """A second window, which has not heard of what the first does."""
    opened = open_workplace(workplace.folder, shipped=None, clock=clock, actor="bo")
    yield opened
    opened.close()


def test_lists_that_two_windows_change_hold_what_both_put_in(
    workplace: Workplace, other: Workplace
) -> None:
    for number in range(3):
        add_own_word(workplace, f"ord{number}")
        add_own_word(other, f"andet{number}")
        turn_favourite(workplace, Target("card", f"kort-{number}"))
        turn_favourite(other, Target("tool", f"skema-{number}"))
    words = ("ord0", "andet0", "ord1", "andet1", "ord2", "andet2")
    assert load_settings(workplace).own_words == words
    assert len(load_settings(workplace).favourites) == 6


def test_a_list_that_was_written_anew_takes_out_only_what_was_taken_out_of_it(
    workplace: Workplace, other: Workplace
) -> None:
    change_settings(workplace, own_words=("samvær", "støtte"), closed_days=("12-24",))
    other.changes_elsewhere()
    change_settings(workplace, own_words=("støtte", "værge"))
    change_settings(other, own_words=("samvær", "støtte", "netværk"), closed_days=())
    assert load_settings(workplace).own_words == ("støtte", "værge", "netværk")
    assert load_settings(workplace).closed_days == ()


def test_a_field_says_what_stood_in_it_when_somebody_began(
    workplace: Workplace, other: Workplace
) -> None:
    change_settings(other, own_words=("værge",))
    workplace.changes_elsewhere()
    change_settings(workplace, {"own_words": ()}, own_words=("støtte",))
    assert load_settings(workplace).own_words == ("værge", "støtte")


def test_what_two_windows_have_begun_is_kept_by_its_place(
    workplace: Workplace, other: Workplace
) -> None:
    change_settings(workplace, begun={"card:a": "Her", "card:b": "Der"})
    other.changes_elsewhere()
    change_settings(workplace, begun={"card:b": "Der"})
    change_settings(other, begun={"card:a": "Her", "card:b": "Derovre", "card:c": "Ny"})
    keep_folder(other, "pdf", "/tmp")
    keep_folder(workplace, "word", "/tmp")
    found = load_settings(workplace)
    assert found.begun == {"card:b": "Derovre", "card:c": "Ny"}
    assert found.folders == {"pdf": "/tmp", "word": "/tmp"}


@pytest.mark.parametrize("day", ["02-30", "2026-02-29", "2026-13-01", "24-12"])
def test_a_day_that_there_is_not_is_no_closing_day(workplace: Workplace, day: str) -> None:
    with pytest.raises(Refused) as refused:
        change_settings(workplace, closed_days=(day,))
    assert refused.value.code == "closed_day_unclear"


def test_a_leap_day_is_one(workplace: Workplace) -> None:
    assert change_settings(workplace, closed_days=("02-29",)).closed_days == ("02-29",)
