"""What is said for a moment lies over nothing that one works, where there is room beside it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.base.messages import Message, Tone
from app.ui.look.toast import Toast

_MIDDLE = QRect(520, 620, 160, 30)
_LEFT, _RIGHT = QRect(60, 620, 200, 30), QRect(900, 620, 200, 30)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    found = QWidget()
    found.resize(1200, 700)
    QLineEdit(found).setFocus()  # what has the keyboard is elsewhere
    qtbot.addWidget(found)
    return found


def _button(host: QWidget, room: QRect) -> QPushButton:
    made = QPushButton("Hent", host)
    made.setGeometry(room)
    made.show()
    return made


def _say(host: QWidget) -> Toast:
    toast = Toast(host)
    host.show()
    toast.show_message(Message("Kopien er taget", "I dag kl. 8.05", Tone.DONE))
    return toast


def test_it_stands_in_the_middle_at_the_foot(host: QWidget) -> None:
    toast = _say(host)
    assert abs(toast.geometry().center().x() - host.rect().center().x()) <= 1
    assert toast.geometry().bottom() < host.height()


@pytest.mark.parametrize(
    ("there", "goes_to"), [((_MIDDLE,), Qt.Edge.RightEdge), ((_MIDDLE, _RIGHT), Qt.Edge.LeftEdge)]
)
def test_it_stands_at_a_side_where_something_is_worked(
    host: QWidget, there: tuple[QRect, ...], goes_to: Qt.Edge
) -> None:
    buttons = [_button(host, room) for room in there]
    toast = _say(host)
    assert not any(toast.geometry().intersects(one.geometry()) for one in buttons)
    is_left = toast.geometry().center().x() < host.rect().center().x()
    assert is_left is (goes_to is Qt.Edge.LeftEdge)


def test_it_makes_way_for_what_comes_to_its_place_but_not_from_the_mouse(
    host: QWidget, qtbot: QtBot
) -> None:
    toast = _say(host)
    button = _button(host, _MIDDLE)
    toast.raise_()
    qtbot.waitUntil(lambda: not toast.geometry().intersects(button.geometry()))
    before = toast.pos()
    QTest.mouseMove(host.windowHandle(), toast.geometry().center())
    qtbot.waitUntil(lambda: not toast.is_going)
    late = _button(host, _RIGHT)
    toast.raise_()
    qtbot.wait(500)
    assert toast.pos() == before
    QTest.mouseMove(host.windowHandle(), QPoint(5, 5))
    qtbot.waitUntil(lambda: not toast.geometry().intersects(late.geometry()))


def test_it_stays_in_the_middle_where_it_would_cover_as_much_beside(host: QWidget) -> None:
    for room in (_MIDDLE, _LEFT, _RIGHT):
        _button(host, room)
    toast = _say(host)
    assert abs(toast.geometry().center().x() - host.rect().center().x()) <= 1
