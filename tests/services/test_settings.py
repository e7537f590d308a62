import pytest

from app.model.errors import Refused
from app.services import runs
from app.services.settings import Appearance, Settings, change_settings, load_settings
from app.services.workplace import Workplace
from tests.services.make import NOW


def test_a_new_folder_has_the_defaults(place: Workplace) -> None:
    assert load_settings(place) == Settings()


def test_what_is_set_is_kept_and_used_at_once(place: Workplace) -> None:
    change_settings(
        place,
        appearance=Appearance.DARK,
        zoom=120,
        saturday_counts=False,
        closed_days=("12-24",),
        user_name=" Anna ",
        window_geometry="AdnQywADAAAAAAAA 010190-1234",
    )
    settings = load_settings(place)
    assert place.settings == settings
    assert (settings.appearance, settings.zoom) == (Appearance.DARK, 120)
    assert settings.user_name == "Anna"
    assert not place.calendar.saturday_counts
    assert place.calendar.closed_days == {"12-24"}


def test_windows_that_change_different_settings_do_not_meet(place: Workplace) -> None:
    change_settings(place, zoom=120)
    change_settings(place, role="raadgiver")
    assert (load_settings(place).zoom, load_settings(place).role) == (120, "raadgiver")


def test_a_begun_suggestion_is_kept_unless_it_holds_a_cpr_number(place: Workplace) -> None:
    change_settings(place, begun={"procedure:a:b": "Ring før"})
    with pytest.raises(Refused):
        change_settings(place, begun={"procedure:a:b": "Barnet 010190-1234"})
    assert load_settings(place).begun == {"procedure:a:b": "Ring før"}


def test_settings_of_another_version_of_the_program_survive(place: Workplace) -> None:
    with place.store.writing() as work:
        work.settings.put("from_the_future", {"a": 1}, now=NOW)
        work.settings.put("zoom", "huge", now=NOW)
        work.commit()
    assert load_settings(place).zoom == 100
    change_settings(place, zoom=90)
    with place.store.reading() as work:
        assert work.settings.get("from_the_future") == {"a": 1}


@pytest.mark.parametrize(("asked", "kept"), [(10, 80), (100, 100), (900, 200)])
def test_zoom_stays_where_one_can_read(place: Workplace, asked: int, kept: int) -> None:
    assert change_settings(place, zoom=asked).zoom == kept


def test_a_closed_day_that_is_no_day_is_refused(place: Workplace) -> None:
    with pytest.raises(Refused) as refused:
        change_settings(place, closed_days=("12-24", "juleaften"))
    assert (refused.value.code, refused.value.params) == (
        "closed_day_unclear",
        {"day": "juleaften"},
    )


def test_a_name_that_is_a_cpr_number_is_refused(place: Workplace) -> None:
    with pytest.raises(Refused) as refused:
        change_settings(place, user_name="010190-1234")
    assert refused.value.code == "cpr_in_name"
    with pytest.raises(Refused) as refused:
        change_settings(place, user_name="N" * 61)
    assert (refused.value.code, refused.value.params) == ("name_too_long", {"limit": "60"})


def test_open_runs_are_counted_again_when_other_days_count(place: Workplace) -> None:
    view = runs.start_run(place, procedure="underretning", case_number="7", trigger=NOW)
    change_settings(place, saturday_counts=False)
    (row,) = runs.list_runs(place)
    assert row.run == view.state.run


def test_a_new_name_stands_by_what_is_done_from_then_on(place: Workplace) -> None:
    change_settings(place, user_name="berit")
    assert place.actor == "berit"
    change_settings(place, user_name=" ")
    assert place.actor == place.account, "without a name it is what the system calls the user"
