"""A choice counts when it is made: not while one looks along it, not while the page scrolls."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.calm_fields import ChoiceBox, NumberBox

_CHOICES: tuple[tuple[str, object], ...] = (("80 %", 80), ("100 %", 100), ("150 %", 150))


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    box = ChoiceBox(_CHOICES)
    qtbot.addWidget(box)
    box.show_choice(100)
    box.show()
    return box


def chosen_in(box: ChoiceBox) -> list[object]:
    chosen: list[object] = []
    box.chosen.connect(chosen.append)
    return chosen


def turn_wheel(widget: QWidget) -> None:
    point = QPointF(widget.rect().center())
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            point,
            widget.mapToGlobal(point),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_looking_along_the_choices_chooses_none(box: ChoiceBox) -> None:
    chosen = chosen_in(box)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.view().isVisible()
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    assert chosen == []
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    assert (chosen, box.currentData()) == ([], 100)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert (chosen, box.currentData()) == ([150], 150)


def test_a_letter_points_at_a_choice_and_enter_chooses_it(box: ChoiceBox) -> None:
    chosen = chosen_in(box)
    QTest.keyClick(box, Qt.Key.Key_8)
    assert chosen == []
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert chosen == [80]


def test_a_key_that_writes_no_sign_opens_nothing_and_is_left_to_others(box: ChoiceBox) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        QTest.keyClick(box, key)
        assert not box.view().isVisible()
    QTest.keyClick(box, Qt.Key.Key_1)
    assert box.view().isVisible()


def test_what_the_program_shows_is_no_choice_and_the_unknown_is_the_first(box: ChoiceBox) -> None:
    chosen = chosen_in(box)
    box.show_choice(150)
    box.show_choice("ukendt")
    assert (chosen, box.currentData()) == ([], 80)


def test_the_wheel_turns_the_page_and_not_the_field(box: ChoiceBox, qtbot: QtBot) -> None:
    number = NumberBox()
    qtbot.addWidget(number)
    number.setValue(30)
    number.show()
    for field in (box, number):
        turn_wheel(field)
    assert (box.currentData(), number.value()) == (100, 30)
