"""The day is Denmark's: between midnight and two in the night it is another in UTC."""

import ast
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import app
from app.data_folder import dated_anew
from app.model.times import ZONE, day_of, end_of_day, end_of_week, is_over

_APP = Path(app.__file__).parent
_SUMMER_NIGHT = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
_WINTER_NIGHT = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("night", "day"),
    [(_SUMMER_NIGHT, date(2026, 7, 1)), (_WINTER_NIGHT, date(2026, 12, 1))],
)
def test_after_midnight_it_is_the_next_day(night: datetime, day: date) -> None:
    assert day_of(night) == day
    assert end_of_day(night).date() == day
    assert dated_anew("dagligt-2020-01-01.sqlite3", night) == f"dagligt-{day}.sqlite3"
    assert is_over(night, night.replace(minute=31), timed=True)
    assert not is_over(night, night.replace(minute=31), timed=False)


def test_the_week_ends_with_its_sunday_also_where_the_clock_is_set_back() -> None:
    saturday = datetime(2026, 10, 24, 12, 0, tzinfo=ZONE)
    assert end_of_week(saturday).isoformat() == "2026-10-25T23:59:59+01:00"


def test_nobody_takes_the_day_of_a_moment_but_here() -> None:
    asking = [
        f"{path.relative_to(_APP)}:{node.lineno}"
        for path in sorted(_APP.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("date", "today")
        and not node.args
        and path != _APP / "model" / "times.py"
    ]
    assert asking == []
