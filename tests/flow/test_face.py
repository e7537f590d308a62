"""What stands on a step, and the height that makes."""

import pytest

from app.flow.face import MetaKind, StepFace, face_of
from app.model.library.procedure import Deadline, Gate, Step
from tests.flow.measure import measure
from tests.flow.sample import ADVISER, CHILD, items, procedure, step

DAY = Deadline(within="24 hours", after="trigger")


def face(*steps: Step) -> StepFace:
    return face_of(steps[0], procedure(*steps), measure)


def test_a_box_grows_with_the_lines_of_its_title() -> None:
    short = face(step("a", "Kort", "activity", ADVISER))
    long = face(step("a", "En meget lang titel på et enkelt trin", "activity", ADVISER))
    assert long.height == short.height + 2 * 17


def test_a_box_grows_wider_for_a_word_that_does_not_fit() -> None:
    wide = face(step("a", "Underretningsforpligtelsesvurdering", "activity", ADVISER))
    assert wide.width > face(step("a", "Kort", "activity", ADVISER)).width


def test_the_deadline_stands_below_the_title() -> None:
    bare = face(step("a", "Kort", "activity", ADVISER))
    timed = face(step("a", "Kort", "activity", ADVISER, deadline=DAY))
    assert timed.chip == "24 timer"
    assert timed.height == bare.height + 21


def test_what_is_short_shares_the_line_of_the_deadline() -> None:
    soon = Deadline(within="1 weeks", after="trigger")
    assert face(
        step("a", "Kort", "activity", ADVISER, deadline=soon, checklist=items(4))
    ).shares_line


def test_what_does_not_fit_beside_the_deadline_stands_below_it() -> None:
    law = ("bl:136",)
    made = face(step("a", "A", "activity", ADVISER, deadline=DAY, law=law, checklist=items(4)))
    assert not made.shares_line
    assert [part.kind for part in made.meta] == [MetaKind.LAW, MetaKind.CHECKS]
    assert made.height == 12.5 + 17 + 24.5 + 16.5 + 8


@pytest.mark.parametrize(
    ("law", "written"),
    [
        (("bl:5",), "§ 5"),
        (("bl:5.3", "bl:6.1"), "§§ 5, 6"),
        (("bl:136.2", "bl:18.3", "bl:20.1"), "§ 136 m.fl."),
        (("fvl:22", "bl:45.4", "bl:52"), "§ 45 m.fl."),
    ],
)
def test_law_is_written_as_fully_as_its_line_allows(law: tuple[str, ...], written: str) -> None:
    made = face(step("a", "A", "activity", ADVISER, law=law, checklist=items(3)))
    assert made.meta[0].text.replace("\u00a0", " ") == written


def test_law_that_fits_in_no_form_is_left_to_the_panel() -> None:
    law = ("bekendtgoerelse1487:124", "bekendtgoerelse1487:125")
    made = face(step("a", "A", "activity", ADVISER, law=law, checklist=items(3)))
    assert [part.kind for part in made.meta] == [MetaKind.CHECKS]


def test_a_gate_that_needs_the_child_has_its_sign() -> None:
    talk = step("tal", "Tal", "conversation", CHILD)
    waits = step("a", "A?", "decision", ADVISER, gate=Gate(("tal",)))
    assert [part.kind for part in face(waits, talk).meta] == [MetaKind.CHILD_GATE]


def test_a_gate_that_needs_others_has_none() -> None:
    other = step("tal", "Tal", "meeting", ADVISER)
    waits = step("a", "A?", "decision", ADVISER, gate=Gate(("tal", "væk")))
    assert face(waits, other).meta == ()


def test_room_is_kept_for_the_count_as_a_run_writes_it() -> None:
    made = face(step("a", "A", "activity", ADVISER, checklist=items(12)))
    assert made.meta[0].text == "12"
    assert made.meta[0].width > 15 + 2 * 7 * 11.5 / 13.5


def test_an_end_is_a_ring_with_its_title_as_caption() -> None:
    made = face(step("a", "Fortsæt i Akut fare", "end", ADVISER))
    assert made.width == made.height == 30
    assert made.caption is not None
    assert made.cell_width > made.caption[0]
