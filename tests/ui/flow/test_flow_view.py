"""A flow in its window: choosing, walking, sizing, explaining."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.run.state import Leg
from app.printing.flow_paint import DrawingHit, DrawingPart
from app.printing.ink import DARK
from app.ui.flow import FlowView
from tests.printing.sample import CATALOGUE, NOW, PROCEDURE, RUN_STATE, picture

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def press(view: FlowView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def point_of(view: FlowView, step_id: str) -> QPoint:
    assert view.drawing is not None
    box = picture().boxes[step_id]
    return view.mapFromScene(QPointF(box.center[0], box.y + 5))


def shot(view: FlowView) -> QImage:
    return view.grab().toImage()


def test_a_click_chooses_a_step_and_tells(qtbot: QtBot, view: FlowView) -> None:
    with qtbot.wait_signal(view.step_selected) as told:
        QTest.mouseClick(view.viewport(), LEFT, pos=point_of(view, "akut"))
    assert told.args == ["akut"]
    assert view.selected == "akut"


def test_selecting_from_outside_tells_nobody(qtbot: QtBot, view: FlowView) -> None:
    with qtbot.assert_not_emitted(view.step_selected):
        view.select("samtale")
    assert view.selected == "samtale"


def test_a_step_that_is_not_drawn_cannot_be_chosen(view: FlowView) -> None:
    view.select("akut")
    view.select("findes-ikke")
    assert view.selected is None


def test_a_click_beside_the_steps_keeps_the_choice(view: FlowView) -> None:
    view.select("akut")
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(60, 60))
    assert view.selected == "akut"


def test_the_chosen_step_comes_into_view(view: FlowView) -> None:
    view.select("afslut")
    assert view.viewport().rect().contains(point_of(view, "afslut"))
    view.select("modtag")
    assert view.viewport().rect().contains(point_of(view, "modtag"))


def test_the_chosen_step_stays_in_view_when_there_is_less_room_but_is_not_fetched(
    view: FlowView,
) -> None:
    view.select("afslut")
    view.resize(800, 300)
    assert view.viewport().rect().contains(point_of(view, "afslut"))
    view.verticalScrollBar().setValue(0)
    assert not view.viewport().rect().contains(point_of(view, "afslut"))
    view.resize(800, 280)
    assert not view.viewport().rect().contains(point_of(view, "afslut")), "who reads on is left"


def test_the_arrow_keys_walk_the_flow(view: FlowView) -> None:
    press(view, Key.Key_Home)
    assert view.selected == "modtag"
    press(view, Key.Key_Down, Key.Key_2)
    assert view.selected == "spor"
    press(view, Key.Key_2, Key.Key_Down)
    assert view.selected == "igen"
    press(view, Key.Key_Up)
    assert view.selected == "risiko"
    press(view, Key.Key_End)
    assert view.selected == "afslut"


def test_down_follows_the_run(view: FlowView) -> None:
    view.show_state(RUN_STATE, NOW)
    view.select("akut")
    press(view, Key.Key_Down)
    assert view.selected == "spor"


def test_enter_and_double_click_open_a_step(qtbot: QtBot, view: FlowView) -> None:
    view.select("akut")
    with qtbot.wait_signal(view.step_activated) as told:
        press(view, Key.Key_Return)
    assert told.args == ["akut"]
    with qtbot.wait_signal(view.step_activated) as told:
        QTest.mouseDClick(view.viewport(), LEFT, pos=point_of(view, "modtag"))
    assert told.args == ["modtag"]


def test_the_focus_ring_is_there_for_the_keyboard_only(view: FlowView) -> None:
    QTest.mouseClick(view.viewport(), LEFT, pos=point_of(view, "akut"))
    by_mouse = shot(view)
    press(view, Key.Key_Down, Key.Key_Up)
    assert view.selected == "akut"
    assert shot(view) != by_mouse


def test_pointing_shows_where_a_step_leads(qtbot: QtBot, view: FlowView) -> None:
    before = shot(view)
    QTest.mouseMove(view.viewport(), point_of(view, "spor"))
    qtbot.wait_until(lambda: shot(view) != before)
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def middle_of(view: FlowView, part: DrawingPart, step: str = "akut") -> QPoint:
    assert view.drawing is not None
    return view.mapFromScene(view.drawing.part_rect(DrawingHit(step, part)).center())


def test_the_hand_shows_on_badges_that_can_be_asked(qtbot: QtBot, view: FlowView) -> None:
    QTest.mouseMove(view.viewport(), middle_of(view, DrawingPart.CHIP))
    qtbot.wait_until(lambda: view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor)


def test_a_click_on_the_deadline_says_it_in_words(view: FlowView) -> None:
    QTest.mouseClick(view.viewport(), LEFT, pos=middle_of(view, DrawingPart.CHIP))
    assert "Senest 24 timer efter" in view.tip_text
    assert "vurderer hver underretning" in view.tip_text


def test_a_click_on_the_law_says_it_in_one_line(view: FlowView) -> None:
    QTest.mouseClick(view.viewport(), LEFT, pos=middle_of(view, DrawingPart.LAW))
    assert view.tip_text.replace("\u00a0", " ").startswith("§ 136 Kommunen vurderer")


def test_a_deadline_that_is_no_law_says_so(view: FlowView) -> None:
    view.select("kvitter")
    press(view, Key.Key_D)
    assert "Ikke et lovkrav Aftalt i kommunen" in view.tip_text


def test_in_a_run_the_tip_says_when_time_runs_out(view: FlowView) -> None:
    view.show_state(RUN_STATE, NOW)
    view.select("samtale")
    press(view, Key.Key_D)
    assert "Foreslået dag var 23.11.2026" in view.tip_text
    assert "over" not in view.tip_text


def test_the_tip_goes_with_escape_with_scrolling_and_with_the_next_click(view: FlowView) -> None:
    view.select("akut")
    ways_out: tuple[Callable[[], object], ...] = (
        lambda: press(view, Key.Key_Escape),
        lambda: view.verticalScrollBar().setValue(300),
        lambda: QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(60, 60)),
    )
    for leave in ways_out:
        press(view, Key.Key_P)
        assert view.tip_text
        leave()
        assert not view.tip_text


def test_the_tip_stays_within_the_window(view: FlowView) -> None:
    view.verticalScrollBar().setValue(0)
    view.select("igen")
    press(view, Key.Key_P)
    tip = view._tip
    assert view.rect().contains(tip.geometry())


def test_keys_change_the_size(qtbot: QtBot, view: FlowView) -> None:
    press(view, Key.Key_Plus)
    assert view.zoom == pytest.approx(1.1)
    press(view, Key.Key_Minus, Key.Key_Minus)
    assert view.zoom == pytest.approx(0.9)
    with qtbot.wait_signal(view.zoom_changed) as told:
        press(view, Key.Key_0)
    assert told.args == [100]


def test_the_size_stays_between_a_quarter_and_four_times(view: FlowView) -> None:
    view.set_zoom(0.01)
    assert view.zoom == 0.25
    view.set_zoom(99)
    assert view.zoom == 4.0


def turn_wheel(view: FlowView, at: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_with_ctrl_enlarges_around_the_pointer(view: FlowView) -> None:
    view.set_zoom(1.5)
    view.verticalScrollBar().setValue(500)
    at = QPoint(300, 250)
    before = view.mapToScene(at)
    turn_wheel(view, at, 2)
    after = view.mapToScene(at)
    assert view.zoom > 2
    assert (after - before).manhattanLength() < 2
    turn_wheel(view, at, -2)
    assert view.zoom == pytest.approx(1.5)


def test_fitting_the_window_shows_all_of_the_flow(qtbot: QtBot, view: FlowView) -> None:
    view.fit_window()
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(view.sceneRect().adjusted(1, 1, -1, -2))
    view.resize(500, 420)
    qtbot.wait_until(
        lambda: (
            view.mapToScene(view.viewport().rect())
            .boundingRect()
            .contains(view.sceneRect().adjusted(1, 1, -1, -2))
        )
    )


def test_fitting_again_fits_the_width(view: FlowView) -> None:
    view.resize(500, 400)
    view.fit_next()
    whole = view.zoom
    view.fit_next()
    assert view.zoom > whole
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.width() == pytest.approx(view.sceneRect().width(), abs=4)


def test_a_flow_at_its_start_stays_there_when_it_grows(view: FlowView) -> None:
    view.fit_window()
    view.set_zoom(2.0)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().minimum()
    assert view.horizontalScrollBar().value() == view.horizontalScrollBar().minimum()


def test_fitting_never_enlarges(view: FlowView) -> None:
    view.resize(2400, 3000)
    view.fit_window()
    assert view.zoom == 1.0


def test_space_and_mouse_drag_the_paper(view: FlowView) -> None:
    start = view.verticalScrollBar().value()
    on_step = point_of(view, "akut")
    QTest.keyPress(view, Key.Key_Space)
    QTest.mousePress(view.viewport(), LEFT, pos=on_step)
    QTest.mouseMove(view.viewport(), on_step - QPoint(0, 80))
    QTest.mouseRelease(view.viewport(), LEFT, pos=on_step - QPoint(0, 80))
    QTest.keyRelease(view, Key.Key_Space)
    assert view.verticalScrollBar().value() == start + 80
    assert view.selected is None


def test_the_heads_of_the_lanes_stay_while_the_flow_scrolls(view: FlowView) -> None:
    def heads() -> QImage:
        return view._sight.heads.grab().toImage()

    before = heads()
    view.verticalScrollBar().setValue(400)
    assert heads() == before
    assert view._sight.heads.geometry().bottom() < view.viewport().geometry().top()
    view.set_zoom(2)
    assert heads() != before


def test_lanes_reach_the_foot_of_the_window(view: FlowView) -> None:
    view.resize(800, 1800)
    view.fit_window()
    image = view.viewport().grab().toImage()
    child = view.mapFromScene(QPointF(40, 0)).x()
    assert image.pixelColor(child, image.height() - 3).name().upper() == "#FCF1DB"


def test_the_overview_is_there_only_when_the_flow_is_larger(view: FlowView) -> None:
    assert view._sight.overview.isVisible()
    view.resize(900, 1800)
    assert not view._sight.overview.isVisible()


def test_dragging_on_the_overview_moves_the_view(qtbot: QtBot, view: FlowView) -> None:
    overview = view._sight.overview
    low = QPoint(overview.width() // 2, overview.height() - 10)
    QTest.mousePress(overview, LEFT, pos=low)
    assert view.verticalScrollBar().value() > 300
    QTest.mouseMove(overview, QPoint(low.x(), 4))
    QTest.mouseRelease(overview, LEFT, pos=QPoint(low.x(), 4))
    qtbot.wait_until(lambda: view.verticalScrollBar().value() < 50)


def test_dark_is_one_switch(view: FlowView) -> None:
    light = shot(view)
    view.set_ink(DARK)
    assert shot(view) != light
    assert view._sight.heads._ink is DARK


def test_the_flow_grows_with_the_system_font(view: FlowView) -> None:
    view.set_scale(1.5)
    assert view.transform().m11() == pytest.approx(1.5)
    assert view.zoom == 1.0


def test_a_state_shows_and_goes_again(view: FlowView) -> None:
    read = shot(view)
    view.show_state(RUN_STATE, NOW)
    assert shot(view) != read
    view.show_state(None, NOW)
    assert shot(view) == read


def test_the_thread_grows_along_a_way_that_was_just_taken(qtbot: QtBot, view: FlowView) -> None:
    view.set_motion(120)
    view.show_state(RUN_STATE, NOW)
    further = (*RUN_STATE.legs, Leg("konkluder", "svar", 0, 1, False))
    view.show_state(replace(RUN_STATE, legs=further), NOW)
    assert view._scene.look.growing == frozenset({("konkluder", 0)})
    qtbot.wait_until(lambda: view._scene.look.grown == 1.0)
    assert not view._scene.look.growing


def test_nothing_moves_when_less_motion_is_asked_for(view: FlowView) -> None:
    view.set_motion(0)
    view.show_state(RUN_STATE, NOW)
    further = (*RUN_STATE.legs, Leg("konkluder", "svar", 0, 1, False))
    view.show_state(replace(RUN_STATE, legs=further), NOW + timedelta(hours=1))
    assert view._scene.look.grown == 1.0
    view.select("afslut")
    assert not view._sight.scrolling.is_running


def test_another_run_does_not_grow_the_thread(view: FlowView) -> None:
    view.set_motion(120)
    view.show_state(RUN_STATE, NOW)
    other = replace(RUN_STATE, run=replace(RUN_STATE.run, id="r2"), legs=RUN_STATE.legs[:2])
    view.show_state(other, NOW)
    assert view._scene.look.grown == 1.0


def test_a_screen_reader_hears_the_chosen_step(view: FlowView) -> None:
    assert view.accessibleName() == "Underretning, flow"
    assert view.accessibleDescription() == "Intet trin er valgt"
    view.select("akut")
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    said = interface.text(QAccessible.Text.Description)
    assert said.startswith("Trin 2 af 13, Beslutning, Er barnet i fare nu?")


def test_the_choice_is_kept_when_the_same_procedure_is_shown_again(view: FlowView) -> None:
    view.select("akut")
    view.show_flow(PROCEDURE, picture(), CATALOGUE)
    assert view.selected == "akut"
    view.show_flow(replace(PROCEDURE, id="anden"), picture(), CATALOGUE)
    assert view.selected is None


def test_keys_with_ctrl_are_left_to_the_window(view: FlowView) -> None:
    view.select("akut")
    QTest.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view.selected == "akut"
