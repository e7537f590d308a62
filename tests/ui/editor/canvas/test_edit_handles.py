"""What the hand can take hold of, and where."""

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF

from app.flow import lay_out
from app.model.library.procedure import Procedure
from app.printing.flow_paint import measure_title
from app.printing.flow_paint.trigger_paint import words_rect
from app.services.shipped import shipped_shelf
from app.ui.editor.canvas.edit_handles import (
    PLUS_RADIUS,
    TOOLS,
    Handle,
    HandleKind,
    handles_of,
    tool_column,
)
from app.ui.editor.canvas.placeholders import as_drawn
from tests.ui.editor.conftest import procedure


@pytest.fixture(scope="module")
def shipped(qapp: object) -> tuple[Procedure, ...]:
    return shipped_shelf().library.procedures


def handles(step: str, document: Procedure | None = None) -> tuple[Handle, ...]:
    shown = document or procedure()
    return handles_of(shown, lay_out(as_drawn(shown), measure_title), step)


def kinds(found: tuple[Handle, ...]) -> list[HandleKind]:
    return [handle.kind for handle in found]


def test_a_step_has_four_ports_three_tools_and_a_plus_a_way(qapp: object) -> None:
    found = kinds(handles("afgoer"))
    assert found.count(HandleKind.PORT) == 4
    assert [kind for kind in found if kind in TOOLS] == list(TOOLS)
    assert found.count(HandleKind.PLUS) == 2


def test_an_end_can_only_be_deleted(qapp: object) -> None:
    assert kinds(handles("slut")) == [HandleKind.DELETE]


def test_no_choice_has_no_handles(qapp: object) -> None:
    picture = lay_out(procedure(), measure_title)
    assert handles_of(procedure(), picture, None) == ()
    assert handles_of(procedure(), picture, "findes-ikke") == ()


def test_a_small_handle_is_easier_to_hit_than_it_looks(qapp: object) -> None:
    port = next(one for one in handles("modtag") if one.kind is HandleKind.PORT)
    assert port.is_hit(port.rect.center() + QPointF(8, 0))
    assert not port.is_hit(port.rect.center() + QPointF(14, 0))


def test_plus_signs_never_cover_each_other(shipped: tuple[Procedure, ...]) -> None:
    for document in shipped:
        picture = lay_out(document, measure_title)
        for step in document.steps:
            found = handles_of(document, picture, step.id)
            pluses = [one.rect.center() for one in found if one.kind is HandleKind.PLUS]
            for a, b in combinations(pluses, 2):
                assert (a - b).manhattanLength() >= 2 * PLUS_RADIUS


def test_every_plus_stands_on_its_way(shipped: tuple[Procedure, ...]) -> None:
    for document in shipped:
        picture = lay_out(document, measure_title)
        ways = {(arrow.source, arrow.way): arrow.points for arrow in picture.arrows}
        for step in document.steps:
            for one in handles_of(document, picture, step.id):
                if one.kind is HandleKind.PLUS:
                    center = (one.rect.center().x(), one.rect.center().y())
                    assert _is_on(center, ways[step.id, one.way])


def test_tools_lie_on_no_step_and_on_no_words(shipped: tuple[Procedure, ...]) -> None:
    for document in shipped:
        picture = lay_out(document, measure_title)
        boxes = {step: QRectF(box.x, box.y, box.w, box.h) for step, box in picture.boxes.items()}
        words = [QRectF(one.x, one.y, one.w, one.h) for one in picture.captions.values()]
        labels = (arrow.label for arrow in picture.arrows)
        words += [QRectF(one.x, one.y, one.w, one.h) for one in labels if one is not None]
        words.append(words_rect(document.trigger, picture.trigger[0], picture.size[0]))
        for step in document.steps:
            tools = [one for one in handles_of(document, picture, step.id) if one.kind in TOOLS]
            frame = tool_column(tools)
            assert frame.left() >= 0, (document.id, step.id)
            assert frame.top() >= 0, (document.id, step.id)
            covered = [one for one in (*boxes.values(), *words) if one.intersects(frame)]
            assert covered == [], (document.id, step.id)
            assert _gap(frame, boxes[step.id]) <= 150, (document.id, step.id)


def _gap(a: QRectF, b: QRectF) -> float:
    """Return how far two frames are from each other."""
    across = max(a.left() - b.right(), b.left() - a.right(), 0)
    down = max(a.top() - b.bottom(), b.top() - a.bottom(), 0)
    return max(across, down)


def _is_on(point: tuple[float, float], line: tuple[tuple[float, float], ...]) -> bool:
    x, y = point
    return any(
        min(a[0], b[0]) - 0.1 <= x <= max(a[0], b[0]) + 0.1
        and min(a[1], b[1]) - 0.1 <= y <= max(a[1], b[1]) + 0.1
        for a, b in pairwise(line)
    )
