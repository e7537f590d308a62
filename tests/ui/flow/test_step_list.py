"""The step list keeps the chosen step in sight, until the user scrolls it away."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.flow import StepList
from tests.model.make import procedure, step
from tests.printing.sample import CATALOGUE
from tests.ui.rest import come_to_rest

_LONG = "Et trin, hvis navn er så langt, at det tager flere linjer her"


@pytest.fixture
def steps(qtbot: QtBot) -> Iterator[StepList]:
    """A list of many steps, at the last of them."""
    shown = StepList()
    qtbot.addWidget(shown)
    shown.resize(300, 400)
    names = [f"s{n}" for n in range(30)]
    plain = [step(one, *names[n + 1 : n + 2]) for n, one in enumerate(names)]
    flow = [replace(one, title=_LONG) for one in plain]
    shown.show_procedure(procedure(*flow), CATALOGUE)
    shown.show()
    qtbot.waitExposed(shown)
    shown.select("s29")
    yield shown
    shown.close()


def is_seen(steps: StepList) -> bool:
    come_to_rest()
    return steps.viewport().rect().intersects(steps.visualRect(steps.currentIndex()))


def test_the_chosen_step_is_seen_however_little_room_there_is(steps: StepList) -> None:
    for width, height in ((300, 200), (160, 200), (300, 400)):
        steps.resize(width, height)
        assert is_seen(steps)
    steps.select("s3")
    assert is_seen(steps)
    steps.resize(160, 120)
    assert is_seen(steps)


def test_what_the_user_has_scrolled_away_stays_away(steps: StepList) -> None:
    window = steps.windowHandle()
    assert isinstance(window, QWindow)
    at, up = QPointF(100, 100), QPoint(0, 120 * 40)
    QTest.wheelEvent(window, at, up, QPoint(), Qt.KeyboardModifier.NoModifier)
    assert not is_seen(steps)
    steps.resize(300, 300)
    assert not is_seen(steps)
