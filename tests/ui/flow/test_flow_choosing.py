"""Choosing a way where it is seen: by its condition or its line, and only where it may be."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.printing.flow_paint.drawing_look import WayKey
from app.ui.flow import FlowView
from app.ui.flow.flow_tips import TipLines

LEFT = Qt.MouseButton.LeftButton
WAY: WayKey = ("spor", 1)


def tell(step_id: str, way: int) -> TipLines:
    """Let all ways of one decision be chosen but the first."""
    return (
        ((f"Vælg vej {way}", "Trin 7 bliver ikke relevant"),) if step_id == "spor" and way else ()
    )


@pytest.fixture
def open_view(view: FlowView) -> FlowView:
    """A flow in which ways may be chosen."""
    view.choosing.tell = tell
    view.select("spor")
    return view


def on_pill(view: FlowView, way: WayKey = WAY) -> QPoint:
    assert view.drawing is not None
    return view.mapFromScene(view.drawing.way_rect(way).center())


def on_line(view: FlowView, way: WayKey = WAY) -> QPoint:
    """A point in the middle of a way's longest piece."""
    assert view.drawing is not None
    line = next(one for one in view.drawing.ways if way in one.keys)
    pieces = zip(line.points, line.points[1:], strict=False)
    (x1, y1), (x2, y2) = max(pieces, key=lambda p: abs(p[0][0] - p[1][0]) + abs(p[0][1] - p[1][1]))
    return view.mapFromScene(QPointF((x1 + x2) / 2, (y1 + y2) / 2))


def shot(view: FlowView) -> QImage:
    return view.grab().toImage()


def test_a_click_on_a_condition_chooses_its_way(qtbot: QtBot, open_view: FlowView) -> None:
    with qtbot.wait_signal(open_view.way_chosen) as told:
        QTest.mouseClick(open_view.viewport(), LEFT, pos=on_pill(open_view))
    assert told.args == ["spor", 1]


def test_a_click_on_its_line_does_so_too(qtbot: QtBot, open_view: FlowView) -> None:
    with qtbot.wait_signal(open_view.way_chosen) as told:
        QTest.mouseClick(open_view.viewport(), LEFT, pos=on_line(open_view))
    assert told.args == ["spor", 1]


def test_pointing_says_what_a_way_would_mean(qtbot: QtBot, open_view: FlowView) -> None:
    before = shot(open_view)
    QTest.mouseMove(open_view.viewport(), on_pill(open_view))
    qtbot.wait_until(lambda: open_view.tip_text == "Vælg vej 1 Trin 7 bliver ikke relevant")
    assert open_view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert shot(open_view) != before
    QTest.mouseMove(open_view.viewport(), QPoint(4, 4))
    qtbot.wait_until(lambda: open_view.tip_text == "")
    assert shot(open_view) == before


def test_a_procedure_that_is_read_offers_no_ways(qtbot: QtBot, view: FlowView) -> None:
    view.select("spor")
    with qtbot.assert_not_emitted(view.way_chosen):
        QTest.mouseMove(view.viewport(), on_pill(view))
        QTest.mouseClick(view.viewport(), LEFT, pos=on_pill(view))
    assert view.tip_text == ""


def test_a_way_that_may_not_be_chosen_is_not_offered(qtbot: QtBot, open_view: FlowView) -> None:
    with qtbot.assert_not_emitted(open_view.way_chosen):
        QTest.mouseClick(open_view.viewport(), LEFT, pos=on_pill(open_view, ("spor", 0)))


def test_dragging_from_a_way_moves_the_paper(qtbot: QtBot, open_view: FlowView) -> None:
    bar = open_view.verticalScrollBar()
    start, before = on_pill(open_view), bar.value()
    port = open_view.viewport()
    with qtbot.assert_not_emitted(open_view.way_chosen):
        QTest.mousePress(port, LEFT, pos=start)
        QTest.mouseMove(port, start + QPoint(0, -40))
        QTest.mouseRelease(port, LEFT, pos=start + QPoint(0, -40))
    assert bar.value() == before + 40


def test_a_key_says_all_that_may_be_chosen(open_view: FlowView) -> None:
    QTest.keyClick(open_view, Qt.Key.Key_V)
    assert "Vælg vej 1" in open_view.tip_text
    QTest.keyClick(open_view, Qt.Key.Key_Escape)
    assert open_view.tip_text == ""
    open_view.select("modtag")
    QTest.keyClick(open_view, Qt.Key.Key_V)
    assert open_view.tip_text == ""


def test_a_screen_reader_hears_that_a_way_can_be_chosen(open_view: FlowView) -> None:
    assert open_view.accessibleDescription().endswith("vælg vej med Alt og et tal")
    open_view.select("modtag")
    assert "Alt" not in open_view.accessibleDescription()
