"""A box to write in grows with its text, and what it stands in keeps the cursor in sight."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.growing_text import GrowingBox


@pytest.fixture
def area(qtbot: QtBot) -> Iterator[QScrollArea]:
    page, area = QWidget(), QScrollArea()
    column = QVBoxLayout(page)
    column.addWidget(GrowingBox(most=4000))
    below = QLabel("Nedenfor")
    below.setMinimumHeight(400)
    column.addWidget(below)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    area.show()
    qtbot.waitExposed(area)
    area.activateWindow()
    yield area
    area.close()
    area.deleteLater()


def test_it_grows_line_by_line_and_shrinks_again(area: QScrollArea) -> None:
    box = area.findChild(GrowingBox)
    assert box is not None
    box.setFocus()
    heights = [box.height()]
    for _ in range(12):
        QTest.keyClick(box, Qt.Key.Key_Return)
        QApplication.sendPostedEvents()
        heights.append(box.height())
        assert box.verticalScrollBar().value() == 0
    assert heights[0] == heights[1], "it begins with room for two lines"
    steps = {after - before for before, after in pairwise(heights[1:])}
    assert steps == {box.fontMetrics().lineSpacing()}
    at = box.viewport().mapTo(area.viewport(), box.cursorRect().center())
    assert area.viewport().rect().contains(at)
    box.setPlainText("Kort")
    assert box.height() == heights[0]


def test_a_huge_text_that_is_replaced_leaves_the_cursor_in_sight(
    area: QScrollArea, qtbot: QtBot
) -> None:
    box, page = area.findChild(GrowingBox), area.widget()
    assert box is not None
    assert page is not None
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    for at in range(20):
        column.insertWidget(0, QLabel(f"Over {at}"))
    for _ in range(20):
        column.addWidget(QLabel("Under"))
    box.setFocus()
    box.setPlainText("En lang linje om barnet\n" * 150)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_A)

    def is_in_sight() -> bool:
        at = box.viewport().mapTo(area.viewport(), box.cursorRect().center())
        return area.viewport().rect().contains(at)

    qtbot.wait_until(is_in_sight)


def test_the_wheel_scrolls_what_it_stands_in(area: QScrollArea) -> None:
    box = area.findChild(GrowingBox)
    assert box is not None
    at = QPointF(box.mapTo(area, QPoint(20, 10)))
    window = area.windowHandle()
    assert isinstance(window, QWindow)
    QTest.wheelEvent(window, at, QPoint(0, -120), QPoint(), Qt.KeyboardModifier.NoModifier)
    assert area.verticalScrollBar().value() > 0
