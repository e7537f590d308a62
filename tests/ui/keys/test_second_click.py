"""Who clicks twice where one click opens a page chooses nothing in that page unseen."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from app.ui.keys.second_click import SecondClicks

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_the_second_click_of_two_goes_only_where_the_first_went(qtbot: QtBot) -> None:
    pages, opens, below = QStackedWidget(), QPushButton("åbn"), QPushButton("derunder")
    qtbot.addWidget(pages)
    pages.addWidget(opens)
    pages.addWidget(below)
    chosen: list[str] = []
    opens.pressed.connect(lambda: pages.setCurrentWidget(below))
    below.pressed.connect(lambda: chosen.append("derunder"))
    with qtbot.waitExposed(pages):
        pages.show()
    handle = pages.windowHandle()
    assert handle is not None
    SecondClicks(pages).hear(handle)
    at = QPoint(20, 10)

    QTest.mouseDClick(handle, LEFT, NO_KEYS, at)
    assert pages.currentWidget() is below
    assert chosen == []
    QTest.mouseClick(handle, LEFT, NO_KEYS, at)
    assert chosen == ["derunder"]
    QTest.mouseDClick(handle, LEFT, NO_KEYS, at)
    assert chosen == ["derunder"] * 3
