"""The timeline tells the same on the screen and on paper, and nothing stands outside its sheet."""

from datetime import datetime, timedelta
from itertools import pairwise

from app.model.times import ZONE
from app.printing.ink import BLACK, LIGHT
from app.printing.marks import Frame, Icon, Rule, Text
from app.printing.paper import A4
from app.printing.timeline import MANY_LINES, DueMark, Knot, Strip, draw_timeline
from app.printing.timeline_page import timeline_pages

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
            DueMark(at(-3), "s8", "Trin 8: 3 dage over", "thread", "clock-alert"),
            DueMark(at(5), "s9", "Trin 9: 5 dage", "ink_2", "clock"),
        ),
        name,
    )


def texts(drawn: object) -> list[str]:
    block = drawn.block  # type: ignore[attr-defined]  # a drawn timeline
    return [mark.text for mark in block.marks if isinstance(mark, Text)]


def test_what_was_done_and_what_runs_out_stands_on_it() -> None:
    drawn = draw_timeline([strip()], NOW, 1000, LIGHT)
    assert {"1", "2", "3", "Trin 8: 3 dage over", "I dag", "Udført"} <= set(texts(drawn))


def test_a_talk_with_the_child_has_its_own_sign() -> None:
    drawn = draw_timeline([strip()], NOW, 1000, LIGHT)
    icons = [mark.name for mark in drawn.block.marks if isinstance(mark, Icon)]
    assert icons.count("voice") == 1


def test_a_break_in_the_thread_is_dashed() -> None:
    broken = Knot(at(-2), "s3", "9", "9", is_broken=True)
    one = Strip("r", at(-10), (Knot(at(-9), "s1", "1", "1"), broken), ())
    rules = [
        mark
        for mark in draw_timeline([one], NOW, 1000, LIGHT).block.marks
        if isinstance(mark, Rule)
    ]
    assert sum(bool(rule.dash) for rule in rules) == 1


def test_knots_of_one_hour_stand_side_by_side_and_within() -> None:
    drawn = draw_timeline([strip(knots=40)], NOW, 900, LIGHT)
    knots = [spot.rect for spot in drawn.spots if spot.tip.endswith("Trin")]
    assert len(knots) == 40
    assert all(a.x < b.x for a, b in pairwise(knots))
    assert all(rect.x >= 0 and rect.right <= 900 for rect in knots)


def test_what_was_done_never_stands_after_now() -> None:
    drawn = draw_timeline([strip(knots=30)], NOW, 900, LIGHT)
    now = next(m.x1 for m in drawn.block.marks if isinstance(m, Rule) and m.color == LIGHT.accent)
    assert all(spot.rect.center[0] <= now + 1 for spot in drawn.spots if "Trin" in spot.tip[-4:])


def test_what_is_late_finds_room_first() -> None:
    kept = [DueMark(at(-3 + n / 50), "s", f"Trin {n}: holdt", "done", "check") for n in range(9)]
    late = DueMark(at(-2.9), "s", "Trin 20: 2 dage over", "thread", "clock-alert")
    one = Strip("r", at(-10), (), (*kept, late))
    assert "Trin 20: 2 dage over" in texts(draw_timeline([one], NOW, 700, LIGHT))
    few = len(texts(draw_timeline([one], NOW, 700, LIGHT)))
    assert len(texts(draw_timeline([one], NOW, 700, LIGHT, lines=MANY_LINES))) > few


def test_a_deadline_far_ahead_does_not_press_the_days_together() -> None:
    far = Strip("r", at(-5), (), (DueMark(at(2000), "s", "Trin 1: 5 år", "ink_2", "clock"),))
    drawn = draw_timeline([far], NOW, 1000, LIGHT)
    assert "to 26." not in texts(drawn)
    assert "fr 27." in texts(drawn)
    assert "Trin 1: 5 år" in texts(drawn)


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
                if isinstance(mark, Text):
                    assert block.rect.x + mark.x >= 0
                    assert block.rect.x + mark.x + mark.width <= page.paper.width
    whole = [text for page in pages for text in page.texts()]
    assert all(f"Forløb {n}" in whole for n in range(12))


def test_black_print_has_no_tint() -> None:
    page = timeline_pages([strip()], "Sag 7", "", NOW, A4, BLACK)[0]
    fills = {
        m.fill for block in page.blocks for m in block.marks if isinstance(m, Frame) and m.fill
    }
    assert fills <= {"#000000", "#FFFFFF"}
