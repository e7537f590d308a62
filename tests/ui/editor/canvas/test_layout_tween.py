"""A picture on its way: it begins where it was, ends where it is to be, and stays between."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.flow import lay_out
from app.flow.geometry import Picture, Rect
from app.model.edits import adding, deleting, moving
from app.printing.flow_paint import measure_title
from app.ui.editor.canvas.layout_tween import between
from tests.ui.editor.conftest import procedure

BEFORE = procedure()
AFTER = moving.move_to_role(
    adding.add_after(BEFORE, "modtag", title="Ring op"), "hjaelp", "modtagelse"
)


def laid(of: object = None) -> tuple[Picture, Picture]:
    return lay_out(BEFORE, measure_title), lay_out(AFTER, measure_title)


def test_at_the_end_it_is_the_new_picture(qapp: object) -> None:
    old, new = laid()
    assert between(old, new, 1) is new


def test_at_the_start_steps_stand_where_they_stood(qapp: object) -> None:
    old, new = laid()
    start = between(old, new, 0)
    assert all(start.boxes[step] == old.boxes[step] for step in old.boxes)


def test_a_new_step_comes_out_of_the_one_before_it(qapp: object) -> None:
    old, new = laid()
    assert between(old, new, 0).boxes["ring-op"].center == old.boxes["modtag"].center


def test_what_is_gone_is_gone_at_once(qapp: object) -> None:
    old, new = laid()
    shown = between(new, old, 0.1)
    assert shown.boxes.keys() == old.boxes.keys()


def test_ways_keep_their_ends_on_the_move(qapp: object) -> None:
    old, new = laid()
    for arrow in between(old, new, 0.5).arrows:
        assert len(arrow.points) >= 2
        assert len(set(arrow.points)) > 1


@settings(max_examples=30)
@given(st.floats(0, 1, allow_nan=False))
def test_every_box_lies_between_its_two_places(part: float) -> None:
    old, new = laid()
    shown = between(old, new, part)
    for step in old.boxes.keys() & new.boxes.keys():
        assert _is_between(old.boxes[step], shown.boxes[step], new.boxes[step])


def test_a_deleted_end_takes_its_title_along(qapp: object) -> None:
    old = lay_out(BEFORE, measure_title)
    new = lay_out(deleting.delete_step(BEFORE, "hjaelp"), measure_title)
    assert between(old, new, 0.4).captions.keys() == new.captions.keys()


def _is_between(a: Rect, b: Rect, c: Rect) -> bool:
    low, high = min(a.x, c.x) - 0.01, max(a.x, c.x) + 0.01
    return low <= b.x <= high and min(a.y, c.y) - 0.01 <= b.y <= max(a.y, c.y) + 0.01
