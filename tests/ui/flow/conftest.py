"""Flows shown in a window of their own, without movement."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.flow import FlowPane, FlowView
from tests.printing.sample import CATALOGUE, PROCEDURE, picture


@pytest.fixture
def view(qtbot: QtBot) -> FlowView:
    shown = FlowView()
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    shown.show_flow(PROCEDURE, picture(), CATALOGUE)
    shown.show()
    qtbot.waitExposed(shown)
    shown.setFocus(Qt.FocusReason.OtherFocusReason)
    return shown


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[FlowPane]:
    window = QWidget()
    qtbot.addWidget(window)
    shown = FlowPane(window)
    shown.resize(800, 640)
    shown.show_flow(PROCEDURE, picture(), CATALOGUE)
    window.resize(1600, 1000)
    window.show()
    qtbot.waitExposed(window)
    shown.view.set_motion(0)
    yield shown
    window.close()
