"""Steps: what stands on them, where, and how their states are told apart."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.flow.face import face_of
from app.model.library.procedure import CheckItem, Deadline, Step, StepKind
from app.model.run.state import StepStatus
from app.printing.flow_paint.drawing_words import step_words
from app.printing.flow_paint.measure import META, TITLE, TITLE_LINE, measure_title, title_lines
from app.printing.flow_paint.state_marks import paint_kind
from app.printing.flow_paint.step_arranging import StepArt, arrange
from app.printing.flow_paint.step_dress import dress_step
from app.printing.flow_paint.step_outlines import focus_outline, outline
from app.printing.flow_paint.step_paint import paint_focus, paint_step
from app.printing.fonts import SEMIBOLD, text_width
from app.printing.ink import BLACK, DARK, LIGHT, PAPER, Ink
from tests.printing.sample import NOW, PROCEDURE, RUN_STATE

SHAPED = [kind for kind in StepKind if kind is not StepKind.END]
SIZE = (190, 140)


def art_of(step_id: str, *, in_run: bool = False) -> StepArt:
    step = PROCEDURE.step(step_id)
    face = face_of(step, PROCEDURE, measure_title)
    state = RUN_STATE if in_run else None
    words = step_words(PROCEDURE, step, face, state, NOW)
    return arrange(words, face, face.width, face.height)


def art_with(kind: StepKind, status: StepStatus | None) -> StepArt:
    step = Step("trin", "Tal med barnet", kind, "barnet", checklist=(CheckItem("Et"),))
    face = face_of(step, PROCEDURE, measure_title)
    words = step_words(PROCEDURE, step, face)
    return arrange(
        type(words)(
            **{
                **{name: getattr(words, name) for name in words.__struct_fields__},
                "number": "7",
                "status": status,
                "is_next": status is StepStatus.NOW,
            }
        ),
        face,
        face.width,
        face.height,
    )


def painted(art: StepArt, ink: Ink = LIGHT, *, is_selected: bool = False) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(ink.lane))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dress = dress_step(ink, art.words.kind, art.words.status, is_selected=is_selected)
    at = QPointF(20, 30)
    paint_step(painter, art, at, at + QPointF(-40, 40), ink, dress)
    painter.end()
    return image


def has_color(image: QImage, name: str) -> bool:
    wanted = QColor(name).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("kind", SHAPED)
@pytest.mark.parametrize("ink", [LIGHT, DARK, BLACK], ids=["light", "dark", "black"])
def test_every_state_of_every_kind_looks_different(kind: StepKind, ink: Ink) -> None:
    looks = [painted(art_with(kind, status), ink) for status in (None, *StepStatus)]
    read, shown = looks[0], looks[1:]
    assert all(a != b for n, a in enumerate(shown) for b in shown[n + 1 :])
    assert read == painted(art_with(kind, StepStatus.OPEN), ink)


def test_every_kind_has_a_shape_of_its_own() -> None:
    looks = [painted(art_with(kind, None)) for kind in StepKind]
    assert all(a != b for n, a in enumerate(looks) for b in looks[n + 1 :])


def test_small_marks_of_all_kinds_differ() -> None:
    looks = []
    for kind in StepKind:
        image = QImage(30, 24, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.surface))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_kind(painter, kind, QRectF(4, 4, 20, 13), LIGHT)
        painter.end()
        looks.append(image)
    assert all(a != b for n, a in enumerate(looks) for b in looks[n + 1 :])


def test_a_selected_step_keeps_the_sign_of_its_state() -> None:
    late = art_with(StepKind.ACTIVITY, StepStatus.LATE)
    chosen = painted(late, is_selected=True)
    assert has_color(chosen, LIGHT.accent)
    assert has_color(chosen, LIGHT.thread)


def test_red_is_only_for_what_is_overdue() -> None:
    for status in StepStatus:
        image = painted(art_with(StepKind.ACTIVITY, status))
        assert has_color(image, LIGHT.thread) == (status is StepStatus.LATE)


def test_black_print_is_black_and_white_alone() -> None:
    for kind in StepKind:
        for status in StepStatus:
            image = painted(art_with(kind, status), BLACK)
            for x in range(0, SIZE[0], 2):
                for y in range(0, SIZE[1], 2):
                    color = image.pixelColor(x, y)
                    assert color.red() == color.green() == color.blue()


def test_paper_shows_no_tint_behind_a_step() -> None:
    assert PAPER.paper == PAPER.surface == PAPER.lane == "#FFFFFF"


def test_a_late_step_tells_how_late_it_is() -> None:
    art = art_of("samtale", in_run=True)
    assert art.chip is not None
    assert art.chip.is_late
    assert art.chip_text == "3 dage over"


def test_a_step_that_was_done_too_late_says_so() -> None:
    late = replace(RUN_STATE.steps["samtale"], status=StepStatus.DONE, done_at=NOW, held=False)
    state = replace(RUN_STATE, steps={**RUN_STATE.steps, "samtale": late})
    step = PROCEDURE.step("samtale")
    chip = step_words(PROCEDURE, step, face_of(step, PROCEDURE, measure_title), state, NOW).chip
    assert chip is not None
    assert (chip.text, chip.is_late) == ("for sent", True)


def test_a_done_step_counts_its_check_items() -> None:
    assert [mark.text for mark in art_of("igen", in_run=True).marks][-1] == "3/3"


def test_what_asks_to_be_seen_carries_a_word() -> None:
    words = {status: art_with(StepKind.ACTIVITY, status).tag_text for status in StepStatus}
    assert {status: word for status, word in words.items() if word} == {
        StepStatus.NOW: "Nu",
        StepStatus.MISSING: "Mangler",
        StepStatus.UNHEARD: "Ikke hørt",
    }


def test_a_gate_that_needs_the_child_shows_the_voice() -> None:
    assert [mark.kind for mark in art_of("konkluder").marks] == ["law", "checks", "gate"]


def test_an_end_has_no_number() -> None:
    assert art_of("afslut").words.number == ""
    assert art_of("afslut").station.isEmpty()


TITLES = st.text(alphabet="abcdefghijklmnoprstuvyæøå  ?", min_size=1, max_size=90).filter(
    lambda text: text.strip() == text and "  " not in text
)


@settings(max_examples=60)
@given(title=TITLES, kind=st.sampled_from(SHAPED), checks=st.integers(0, 40), late=st.booleans())
def test_text_never_leaves_its_shape(title: str, kind: StepKind, checks: int, late: bool) -> None:
    deadline = Deadline(within="6 weekdays", after="trigger", law="bl:136.2") if late else None
    step = Step(
        "trin",
        title,
        kind,
        "barnet",
        law=("bl:136.2",),
        deadline=deadline,
        checklist=tuple(CheckItem(str(number)) for number in range(checks)),
    )
    face = face_of(step, PROCEDURE, measure_title)
    art = arrange(step_words(PROCEDURE, step, face), face, face.width, face.height)
    bounds = QRectF(0, 0, face.width, face.height)
    for line in art.lines:
        width = text_width(line.text, TITLE, SEMIBOLD)
        assert line.at.x() + width <= bounds.right()
        assert line.at.y() <= bounds.bottom() - 3
    assert bounds.contains(art.chip_rect) or art.chip_rect.isEmpty()
    marks = [mark.rect for mark in art.marks]
    assert all(bounds.contains(rect) for rect in marks)
    assert all(a.right() <= b.left() for a, b in pairwise(marks))
    if art.lines and art.marks:
        assert art.lines[-1].at.y() < art.marks[0].baseline - META * 0.7


@settings(max_examples=60)
@given(title=TITLES, width=st.floats(60, 200))
def test_a_measured_title_is_the_title_that_is_drawn(title: str, width: float) -> None:
    lines = title_lines(title, width)
    assert "".join(lines).replace("-", "").replace(" ", "") == title.replace(" ", "")
    measured = measure_title(title, width)
    assert measured[1] == len(lines) * TITLE_LINE
    assert measured[0] <= max(width, 60)


def test_a_word_wider_than_a_line_is_divided_after_a_joining_s() -> None:
    assert title_lines("Undersøgelsesplanen", 110) == ("Undersøgelses-", "planen")


def test_a_word_without_a_joint_is_divided_before_a_syllable() -> None:
    first, last = title_lines("Kommunikationsvejlederen", 118)
    assert (first, last) == ("Kommunikations-", "vejlederen")
    assert title_lines("Kommunikatorens", 70) == ("Kommuni-", "katorens")


@pytest.mark.parametrize("kind", list(StepKind))
def test_the_focus_ring_stands_around_the_shape(kind: StepKind) -> None:
    ring = focus_outline(kind, 138, 60).boundingRect()
    shape = outline(kind, 138, 60).boundingRect()
    grown = shape.adjusted(-3.5, -3.5, 3.5, 3.5)
    assert ring.contains(grown)


def test_the_focus_ring_is_seen_beside_a_selection() -> None:
    art = art_of("modtag")
    without = painted(art, is_selected=True)
    image = painted(art, is_selected=True)
    painter = QPainter(image)
    paint_focus(painter, art, QPointF(20, 30), LIGHT)
    painter.end()
    assert image != without
