"""Where Tab stops is told in the order of reading, and to ask for it changes nothing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.ui.keys.kept import follow_layout, stops_in


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window with a text, and a part that is thrown away later, the last in its chain."""
    window = QMainWindow()
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.addWidget(QPlainTextEdit("\n" * 99))
    row.addWidget(QLineEdit())
    window.setCentralWidget(middle)
    qtbot.addWidget(window)
    window.show()
    return window


def test_what_is_thrown_away_takes_nothing_with_it_that_was_asked_for(window: QMainWindow) -> None:
    middle = window.centralWidget()
    assert middle is not None
    text, last = middle.findChild(QPlainTextEdit), middle.findChild(QLineEdit)
    assert text is not None
    assert last is not None
    bar = text.verticalScrollBar()
    assert stops_in(middle) == [text, last]
    last.deleteLater()
    del last
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isValid(bar)
    assert stops_in(middle) == [text]


def test_tab_stops_as_one_reads_also_in_what_is_scrolled_or_placed_by_hand(qtbot: QtBot) -> None:
    page, area, inner, free = QWidget(), QScrollArea(), QWidget(), QWidget()
    qtbot.addWidget(page)
    first, second, third, off = QLineEdit(), QLineEdit(), QLineEdit(), QPushButton()
    off.setEnabled(False)
    column = QVBoxLayout(page)
    column.addWidget(free)
    column.addWidget(area)
    QVBoxLayout(inner).addWidget(second)
    area.setWidget(inner)
    row = QHBoxLayout()
    row.addWidget(off)
    row.addWidget(third)
    column.addLayout(row)
    first.setParent(free)
    page.show()
    assert [stop for stop in stops_in(page) if stop is not area] == [first, second, third]
    second.hide()
    assert [stop for stop in stops_in(page) if stop is not area] == [first, third]


def test_what_is_chosen_among_several_leads_on_to_what_stands_below_it(qtbot: QtBot) -> None:
    page, group = QWidget(), QButtonGroup()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    parts = QLineEdit(), QRadioButton("ja"), QLineEdit(), QRadioButton("nej"), QLineEdit()
    _, yes, when, no, after = parts
    for part in parts:
        column.addWidget(part)
    for button in (yes, no):
        group.addButton(button)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    no.setFocus()  # Qt lets Tab stop at no other of them from now on
    column.insertWidget(0, QLineEdit())
    follow_layout(page)
    yes.setFocus()
    QTest.keyClick(yes, Qt.Key.Key_Tab)
    assert page.focusWidget() is when
    no.setFocus()
    QTest.keyClick(no, Qt.Key.Key_Tab)
    assert page.focusWidget() is after
