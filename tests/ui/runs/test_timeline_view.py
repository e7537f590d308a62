"""The timeline can be walked by the keys and asked by the mouse, and leads to its steps."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.model.times import ZONE
from app.printing.timeline import TimelineSpot
from app.printing.timeline_places import Knot, Strip, TimelineDue
from app.ui.runs.timeline_view import Timeline

NOW = datetime(2026, 11, 26, 11, 5, tzinfo=ZONE)


def at(days: float) -> datetime:
    return NOW + timedelta(days=days)


def strip(late: str = "3 dage over") -> Strip:
    knots = (
        Knot(at(-10), "modtag", "1", "1 Modtag, 16.11.2026 kl. 11.05"),
        Knot(at(-2.1), "tal", "2", "2 Tal med barnet, 24.11.2026 kl. 8.41"),
        Knot(at(-2.05), "konkluder", "3", "3 Konkludér, 24.11.2026 kl. 9.53"),
    )
    due = TimelineDue(
        at(-3), "svar", "Trin 8", late, "thread", "clock-alert", tip=f"8 Svar: frist, {late}"
    )
    return Strip("r1", at(-10), knots, (due,))


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(600, 120)
    timeline.show_strips([strip()], NOW)
    timeline.show()
    qtbot.waitExposed(timeline)
    return timeline


def said(timeline: Timeline) -> str:
    return timeline.current.tip if timeline.current else ""


def press(timeline: Timeline, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(timeline, key)


def middle(spot: TimelineSpot) -> QPoint:
    x, y = spot.rect.center
    return QPoint(round(x), round(y))


def test_the_arrow_keys_go_from_mark_to_mark_and_say_each(timeline: Timeline) -> None:
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    assert said(timeline).startswith("1 Modtag")
    press(timeline, Qt.Key.Key_Right)
    assert said(timeline).splitlines() == [
        "2 Tal med barnet, 24.11.2026 kl. 8.41",
        "3 Konkludér, 24.11.2026 kl. 9.53",
    ]
    press(timeline, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert said(timeline) == "8 Svar: frist, 3 dage over"
    press(timeline, Qt.Key.Key_Up, Qt.Key.Key_Home)
    assert said(timeline).startswith("1 Modtag")


def test_the_mark_stood_on_is_kept_as_time_goes(timeline: Timeline) -> None:
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    press(timeline, Qt.Key.Key_Down)
    timeline.show_strips([strip(late="4 dage over")], at(1))
    assert said(timeline) == "8 Svar: frist, 4 dage over"


def test_enter_and_click_go_to_the_step(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(timeline.spot_chosen) as chosen:
        press(timeline, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert chosen.args == ["r1", "svar"]
    press(timeline, Qt.Key.Key_Up, Qt.Key.Key_Home)
    assert timeline.current is not None
    with qtbot.waitSignal(timeline.spot_chosen) as chosen:
        QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline.current))
    assert chosen.args == ["r1", "modtag"]


def test_a_mark_that_steps_share_asks_which(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    press(timeline, Qt.Key.Key_End, Qt.Key.Key_Return)
    menu = timeline.findChild(QMenu)
    assert menu is not None
    assert [action.text().replace("&", "") for action in menu.actions()] == said(
        timeline
    ).splitlines()
    with qtbot.waitSignal(timeline.spot_chosen) as chosen:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == ["r1", "konkluder"]
