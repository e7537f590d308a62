"""Deadlines leave as a calendar file: case number and step, and nothing personal."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar

from app.model.run.run import CaseRun
from app.model.run.state import ChildHeard, OpenDeadline, RunSummary
from app.model.times import ZONE
from app.services import runs
from app.services.calendar_file import calendar_bytes, save_deadlines
from app.services.workplace import Workplace
from tests.services.make import NOW

ROW = RunSummary(
    run=CaseRun("abc", "underretning", 1, "2026-04417", "anna", NOW),
    title="Underretning",
    stands_at="Modtag",
    stands_at_number=1,
    done=0,
    total=1,
    late=0,
    next_due=None,
    next_due_timed=False,
    next_due_step="",
    child=ChildHeard.NOT_YET,
    child_at=None,
    waiting=False,
    closed=None,
    changed=NOW,
    deadlines=(
        OpenDeadline(
            "vurder",
            "Er barnet i fare nu?",
            2,
            datetime(2026, 11, 27, 13, 40, tzinfo=ZONE),
            timed=True,
            law="bl:136.2",
        ),
        OpenDeadline(
            "tal",
            "Tal med barnet",
            8,
            datetime(2026, 11, 29, 23, 59, 59, tzinfo=ZONE),
            timed=False,
            round=2,
            aim=date(2026, 11, 27),
        ),
    ),
)


def events(data: bytes) -> list[dict[str, object]]:
    found = Calendar.from_ical(data).walk("VEVENT")
    keys = ("uid", "summary", "description", "dtstart", "dtend", "transp")
    return [
        {key: getattr(event[key], "dt", None) or str(event[key]) for key in keys} for event in found
    ]


def test_hours_end_at_the_moment_and_days_last_all_day() -> None:
    timed, whole = events(calendar_bytes([ROW], NOW))
    ends = datetime(2026, 11, 27, 12, 40, tzinfo=UTC)
    assert (timed["dtstart"], timed["dtend"]) == (ends - timedelta(minutes=30), ends)
    assert (whole["dtstart"], whole["dtend"]) == (date(2026, 11, 29), date(2026, 11, 30))


def test_an_entry_says_case_and_step_and_who_it_is_about_not() -> None:
    timed, whole = events(calendar_bytes([ROW], NOW))
    assert timed["summary"] == "Frist, sag 2026-04417: Er barnet i fare nu?"
    assert timed["description"] == (
        "Underretning, trin 2\nEfter barnets lov §\u00a0136, stk.\u00a02"
    )
    assert "\nAnbefalet frist\n" in str(whole["description"])
    assert str(whole["description"]).endswith("Sidste arbejdsdag før: 27.11.2026")
    assert b"anna" not in calendar_bytes([ROW], NOW)


def test_saved_again_the_same_entries_are_brought_up_to_date() -> None:
    first, second = (events(calendar_bytes([ROW], NOW + timedelta(days=n))) for n in (0, 1))
    assert [one["uid"] for one in first] == [one["uid"] for one in second]
    assert len({one["uid"] for one in first}) == 2


def test_a_file_holds_one_run_or_all_of_mine(workplace: Workplace, tmp_path: Path) -> None:
    ids = []
    for number in ("1", "2"):
        view = runs.start_run(workplace, procedure="underretning", case_number=number, trigger=NOW)
        ids.append(view.state.run.id)
    runs.hand_over(workplace, run=ids[1], to="bo")
    assert save_deadlines(workplace, tmp_path / "alle") == 2
    assert save_deadlines(workplace, tmp_path / "mine.ics", owner="anna") == 1
    assert save_deadlines(workplace, tmp_path / "en.ics", run=ids[1]) == 1
    assert b"sag 2" in (tmp_path / "en.ics").read_bytes()
    assert (tmp_path / "alle.ics").exists()
