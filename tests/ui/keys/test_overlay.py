"""What lies over the window holds the keyboard, and gives it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.keys.overlay import Overlay


class Page(QWidget):
    """A page to write in, with an overlay of two fields and a button that is switched off."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.after = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.after)
        self.overlay = Overlay(self)
        self.first, self.second, off = QLineEdit(), QLineEdit(), QPushButton("fra")
        off.setEnabled(False)
        inside = QVBoxLayout(self.overlay)
        for widget in (self.first, off, self.second):
            inside.addWidget(widget)


@pytest.fixture
def window(qtbot: QtBot) -> QStackedWidget:
    window = QStackedWidget()
    window.addWidget(Page())
    window.addWidget(QLineEdit())
    window.resize(600, 400)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def page(window: QStackedWidget) -> Page:
    page = window.widget(0)
    assert isinstance(page, Page)
    page.after.setFocus()
    page.overlay.open()
    return page


def _tab(*, back: bool = False) -> None:
    holder = QApplication.focusWidget()
    assert holder is not None
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    QTest.keyClick(holder, key)


def test_tab_goes_round_in_it_both_ways(page: Page) -> None:
    seen = [QApplication.focusWidget()]
    for _ in range(3):
        _tab()
        seen.append(QApplication.focusWidget())
    assert seen == [page.first, page.second, page.first, page.second]
    _tab(back=True)
    assert QApplication.focusWidget() is page.first
    _tab(back=True)
    assert QApplication.focusWidget() is page.second


def test_escape_closes_it_from_anywhere_and_gives_the_keyboard_back(page: Page) -> None:
    page.second.setFocus()
    QTest.keyClick(page.second, Qt.Key.Key_Escape)
    assert page.overlay.isHidden()
    assert page.after.hasFocus()


def test_it_covers_its_host_whatever_its_size(page: Page, window: QStackedWidget) -> None:
    window.resize(700, 500)
    assert page.overlay.geometry() == page.rect()


def test_it_is_gone_when_one_comes_back_to_its_host(page: Page, window: QStackedWidget) -> None:
    window.setCurrentIndex(1)
    window.setCurrentIndex(0)
    assert page.overlay.isHidden()
