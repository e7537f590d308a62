"""The timeline tells the same on the screen and on paper, and nothing stands outside its sheet."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.model.times import ZONE, local
from app.printing.ink import BLACK, LIGHT
from app.printing.page_marks import FrameMark, Icon, Rule, TextMark
from app.printing.paper import A4
from app.printing.timeline import MANY_LINES, draw_timeline
from app.printing.timeline_page import timeline_pages
from app.printing.timeline_places import SIGN, Knot, Strip, TimelineDue, place_dues, place_knots
from app.printing.timescale import scale_over

NOW = datetime(2026, 11, 26, 11, 5, tzinfo=ZONE)


def at(days: float) -> datetime:
    return NOW + timedelta(days=days)


def strip(name: str = "", knots: int = 3) -> Strip:
    return Strip(
        "r1",
        at(-10),
        tuple(
            Knot(at(-10 + n / 10), f"s{n}", str(n + 1), f"{n + 1} Trin", is_talk=n == 1)
            for n in range(knots)
        ),
        (
            TimelineDue(at(-3), "s8", "Trin 8", "3 dage over", "thread", "clock-alert"),
            TimelineDue(at(5), "s9", "Trin 9", "5 dage", "ink_2", "clock"),
        ),
        name,
    )


def texts(drawn: object) -> list[str]:
    block = drawn.block  # type: ignore[attr-defined]  # a drawn timeline
    return [mark.text for mark in block.marks if isinstance(mark, TextMark)]


def test_what_was_done_and_what_runs_out_stands_on_it() -> None:
    drawn = draw_timeline([strip()], NOW, 1440, LIGHT)
    assert {"1", "2", "3", "Trin 8: 3 dage over", "I dag", "Udført"} <= set(texts(drawn))


def test_no_day_or_month_is_written_over_another_however_little_room_there_is() -> None:
    for days, width in ((150, 560), (150, 700), (400, 700), (60, 400)):
        long = Strip("r", at(-days), (), ())
        marks = draw_timeline([long], NOW, width, LIGHT, unit=2).block.marks
        above = [one for one in marks if isinstance(one, TextMark) and one.y == 48]
        spans = sorted((one.x, one.x + one.width) for one in above)
        assert spans
        assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_a_talk_with_the_child_has_its_own_sign() -> None:
    drawn = draw_timeline([strip()], NOW, 1000, LIGHT)
    icons = [mark.name for mark in drawn.block.marks if isinstance(mark, Icon)]
    assert icons.count("voice") == 1


def test_a_break_among_knots_that_stand_together_breaks_no_thread_before_them() -> None:
    knots = [Knot(at(-2 + n / 100), f"s{n}", str(n), str(n), is_broken=n == 3) for n in range(5)]
    drawn = draw_timeline([Strip("r", at(-10), tuple(knots), ())], NOW, 1000, LIGHT)
    thread = [
        one for one in drawn.block.marks if isinstance(one, Rule) and one.color == LIGHT.thread
    ]
    assert thread
    assert not any(one.dash for one in thread)


def test_a_break_in_the_thread_is_dashed() -> None:
    broken = Knot(at(-2), "s3", "9", "9", is_broken=True)
    one = Strip("r", at(-10), (Knot(at(-9), "s1", "1", "1"), broken), ())
    rules = [
        mark
        for mark in draw_timeline([one], NOW, 1000, LIGHT).block.marks
        if isinstance(mark, Rule)
    ]
    assert sum(bool(rule.dash) for rule in rules) == 1


def test_steps_of_one_day_that_have_no_room_beside_each_other_share_a_mark() -> None:
    drawn = draw_timeline([strip(knots=4)], NOW, 600, LIGHT)
    assert "4 trin" in texts(drawn)
    shared = next(spot for spot in drawn.spots if len(spot.stops) > 1)
    assert [stop.step for stop in shared.stops] == ["s0", "s1", "s2", "s3"]
    assert shared.tip.splitlines() == ["1 Trin", "2 Trin", "3 Trin", "4 Trin"]


def test_steps_of_one_day_stand_side_by_side_where_it_is_wide() -> None:
    drawn = draw_timeline([strip()], NOW, 1440, LIGHT)
    knots = [spot.rect for spot in drawn.spots if spot.tip.endswith("Trin")]
    assert len(knots) == 3
    assert all(a.right <= b.x for a, b in pairwise(knots))


def test_a_step_of_an_earlier_round_is_a_bare_dot_that_tells_its_step() -> None:
    old = Knot(at(-9), "s1", "1", "1 Trin", is_old=True)
    one = Strip("r", at(-10), (old, Knot(at(-2), "s1", "1", "1 Trin igen")), ())
    drawn = draw_timeline([one], NOW, 1000, LIGHT)
    assert texts(drawn).count("1") == 1
    assert [spot.tip for spot in drawn.spots] == ["1 Trin", "1 Trin igen"]


def test_deadlines_of_a_day_that_stand_alike_share_their_words() -> None:
    dues = tuple(
        TimelineDue(at(-1), f"s{n}", f"Trin {n}", "1 dag over", "thread", "clock", number=str(n))
        for n in (18, 19, 20)
    )
    drawn = draw_timeline([Strip("r", at(-10), (), dues)], NOW, 900, LIGHT)
    assert "Trin 18, 19 og 20: 1 dag over" in texts(drawn)
    assert [stop.step for stop in drawn.spots[-1].stops] == ["s18", "s19", "s20"]
    assert "Frister" in texts(drawn)


def test_deadlines_that_found_no_room_are_counted() -> None:
    dues = tuple(
        TimelineDue(at(2), f"s{n}", f"Trin {n}", f"{n} dage", "ink_2", "clock") for n in range(5)
    )
    drawn = draw_timeline([Strip("r", at(-10), (), dues)], NOW, 900, LIGHT)
    shown = sum(spot.row == 1 for spot in drawn.spots)
    assert f"Frister, {shown} af 5" in texts(drawn)


moments = st.floats(-40, 55).map(at)
widths = st.floats(200, 2000)


def whole_day(day: datetime) -> datetime:
    return local(day).replace(hour=23, minute=59, second=59)


@given(st.lists(st.tuples(moments, st.booleans()), min_size=1, max_size=12), widths)
def test_the_sign_of_a_deadline_stands_in_its_day(
    given_dues: list[tuple[datetime, bool]], width: float
) -> None:
    dues = [
        TimelineDue(day if timed else whole_day(day), "s", "Trin 8", "2 dage", "thread", "x", timed)
        for day, timed in given_dues
    ]
    scale = scale_over([due.at for due in dues], NOW, 140, width)
    for placed in place_dues(dues, scale, MANY_LINES, 1):
        left, right = scale.column(placed.due.at)
        assert left <= placed.sign <= right
        assert scale.left - SIGN / 2 <= placed.x
        assert placed.x + placed.width <= scale.left + scale.width + SIGN / 2


@given(st.lists(st.floats(-40, 0).map(at), min_size=1, max_size=30), widths)
def test_what_was_done_stands_in_its_day_and_never_after_now(
    times: list[datetime], width: float
) -> None:
    knots = [Knot(time, f"s{n}", str(n), "") for n, time in enumerate(times)]
    scale = scale_over(times, NOW, 140, width)
    placed = place_knots(knots, scale, NOW, 1)
    assert sorted(knot.step for one in placed for knot in one.knots) == sorted(
        knot.step for knot in knots
    )
    for one in placed:
        first, _ = scale.column(one.knots[0].at)
        _, last = scale.column(one.knots[-1].at)
        assert first <= one.x <= min(last, scale.x(NOW)) + 0.01
    assert all(a.right <= b.left + 0.1 for a, b in pairwise(placed))


def test_what_is_late_finds_room_first() -> None:
    kept = [
        TimelineDue(at(-3 + n / 50), "s", f"Trin {n}", "holdt", "done", "check") for n in range(9)
    ]
    late = TimelineDue(at(-2.9), "s", "Trin 20", "2 dage over", "thread", "clock-alert")
    one = Strip("r", at(-10), (), (*kept, late))
    assert "Trin 20: 2 dage over" in texts(draw_timeline([one], NOW, 700, LIGHT))
    few = len(texts(draw_timeline([one], NOW, 700, LIGHT)))
    assert len(texts(draw_timeline([one], NOW, 700, LIGHT, lines=MANY_LINES))) > few


def test_a_deadline_far_ahead_does_not_press_the_days_together() -> None:
    far = Strip("r", at(-5), (), (TimelineDue(at(2000), "s", "Trin 1", "5 år", "ink_2", "clock"),))
    drawn = draw_timeline([far], NOW, 1000, LIGHT)
    assert "to 26." not in texts(drawn)
    assert "fr 27." in texts(drawn)
    day = local(at(2000)).date()
    assert f"Trin 1: {day.day}.{day.month}.{day.year}" in texts(drawn)
    assert "arrow-r" in [mark.name for mark in drawn.block.marks if isinstance(mark, Icon)]


def test_several_runs_are_named_and_share_the_days() -> None:
    drawn = draw_timeline([strip("Underretning"), strip("Screening")], NOW, 1000, LIGHT)
    assert texts(drawn).count("I dag") == 1
    assert {"Underretning", "Screening"} <= set(texts(drawn))
    assert drawn.block.rect.h > draw_timeline([strip()], NOW, 1000, LIGHT).block.rect.h


def test_a_page_holds_as_many_runs_as_there_is_room_for() -> None:
    pages = timeline_pages([strip(f"Forløb {n}") for n in range(12)], "Sag 7", "Tidslinje", NOW, A4)
    assert len(pages) > 1
    for page in pages:
        assert page.paper.is_wide
        for block in page.blocks:
            assert block.rect.bottom <= page.paper.height
            for mark in block.marks:
                if isinstance(mark, TextMark):
                    assert block.rect.x + mark.x >= 0
                    assert block.rect.x + mark.x + mark.width <= page.paper.width
    whole = [text for page in pages for text in page.texts()]
    assert all(f"Forløb {n}" in whole for n in range(12))


def test_black_print_has_no_tint() -> None:
    page = timeline_pages([strip()], "Sag 7", "", NOW, A4, BLACK)[0]
    fills = {
        m.fill for block in page.blocks for m in block.marks if isinstance(m, FrameMark) and m.fill
    }
    assert fills <= {"#000000", "#FFFFFF"}
