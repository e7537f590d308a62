"""Where there is little room: a side gives way to a button, and can be opened by mouse and key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.flow.flow_bar import FlowBar
from app.ui.look.folding import FoldedSide
from app.ui.look.theme import ZOOM_STEPS, theme
from tests.ui.rest import come_to_rest


class Page(QWidget):
    """A side with two fields beside a third, and the button in a head above them."""

    def __init__(self) -> None:
        super().__init__()
        self.side, self.beside = QWidget(), QLineEdit()
        self.first, self.second, self.rows = QLineEdit(), QLineEdit(), QListWidget()
        self.rows.addItems(["Underretning", "Screening"])
        inner = QVBoxLayout(self.side)
        inner.addWidget(self.first)
        inner.addWidget(self.second)
        inner.addWidget(self.rows)
        self.side.setFixedWidth(200)
        row = QHBoxLayout()
        row.addWidget(self.side)
        row.addWidget(self.beside, 1)
        self.folding = FoldedSide(self, self.side, row, self.beside, "Vis trinlisten", 500)
        column = QVBoxLayout(self)
        column.addWidget(self.folding.button)
        column.addLayout(row, 1)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    shown = Page()
    qtbot.addWidget(shown)
    shown.resize(800, 300)
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    yield shown
    shown.close()


def test_a_side_is_there_while_it_has_room_and_a_button_is_there_otherwise(page: Page) -> None:
    assert page.side.isVisible()
    assert page.folding.button.isHidden()
    page.first.setFocus()
    page.resize(400, 300)
    assert page.side.isHidden()
    assert page.folding.button.hasFocus(), "what has the keyboard is not lost"
    come_to_rest()
    wide = page.beside.width()
    QTest.mouseClick(page.folding.button, Qt.MouseButton.LeftButton)
    assert page.side.isVisible()
    assert page.first.hasFocus()
    assert page.beside.width() == wide, "it lies over what it stood beside"
    assert page.side.mapTo(page, QPoint(0, 0)) == page.beside.mapTo(page, QPoint(0, 0))
    page.resize(420, 300)
    come_to_rest()
    assert page.side.mapTo(page, QPoint(0, 0)) == page.beside.mapTo(page, QPoint(0, 0))
    page.resize(800, 300)
    come_to_rest()
    assert page.side.isVisible()
    assert page.first.hasFocus()
    assert page.beside.x() >= page.side.geometry().right(), "it stands in its place again"
    assert page.folding.button.isHidden()


def test_a_folded_side_is_opened_and_closed_by_key(page: Page) -> None:
    page.resize(400, 300)
    page.beside.setFocus()
    QTest.keyClick(page.beside, Qt.Key.Key_F9)
    assert page.first.hasFocus()
    QTest.keyClick(page.first, Qt.Key.Key_Tab)
    assert page.second.hasFocus()
    QTest.keyClick(page.second, Qt.Key.Key_Escape)
    assert page.side.isHidden()
    assert page.beside.hasFocus(), "whoever had the keyboard before has it again"
    QTest.keyClick(page.beside, Qt.Key.Key_F9)
    QTest.keyClick(page.first, Qt.Key.Key_F9)
    assert page.side.isHidden()
    assert page.beside.hasFocus()


def test_a_row_that_is_chosen_shows_what_lies_under_the_side(page: Page) -> None:
    page.resize(400, 300)
    page.beside.setFocus()
    QTest.keyClick(page.beside, Qt.Key.Key_F9)
    row = page.rows.visualItemRect(page.rows.item(1)).center()
    QTest.mouseClick(page.rows.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert page.side.isHidden()
    assert page.beside.hasFocus()
    QTest.keyClick(page.beside, Qt.Key.Key_F9)
    page.rows.setFocus()
    QTest.keyClick(page.rows, Qt.Key.Key_Up)
    assert page.side.isVisible(), "one may look through the rows"
    QTest.keyClick(page.rows, Qt.Key.Key_Return)
    assert page.side.isHidden()


@pytest.mark.parametrize("percent", ZOOM_STEPS)
def test_no_word_below_a_flow_is_cut_however_narrow_it_is(qtbot: QtBot, percent: int) -> None:
    theme().set_zoom(percent)
    window = QWidget()
    qtbot.addWidget(window)
    bar = FlowBar()
    bar.setParent(window)
    window.show()
    layout = bar.layout()
    assert layout is not None
    least = bar.minimumSizeHint().width()
    for width in (layout.sizeHint().width(), layout.sizeHint().width() - 1, least + 60, least):
        bar.resize(width, bar.height())
        QApplication.sendPostedEvents()
        assert layout.minimumSize().width() <= width
    assert not bar.list.text()
    assert bar.list.accessibleName() == "Trinliste"
    assert "Vis trinene som en liste" in bar.list.toolTip()
    bar.resize(2000, bar.height())
    QApplication.sendPostedEvents()
    assert bar.list.text() == "Trinliste"
    assert bar.percent.isVisible()
