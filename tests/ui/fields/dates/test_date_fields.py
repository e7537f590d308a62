"""Dates are typed as a Dane writes them, shown back whole, and refused where they are typed."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.model.times import ZONE
from app.ui.fields.dates import ClockField, DayField, MomentField
from app.ui.fields.dates.month_view import Month
from tests.ui.conftest import Clock

Key, Mod = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
BEGUN = datetime(2026, 11, 23, 8, 0, tzinfo=ZONE)


class Form(QWidget):
    """A date, a point in time and a time of day, below each other."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.moment = MomentField("Tidspunkt", clock, BEGUN)
        self.day = DayField("Dag", clock, may_be_empty=True)
        self.clock = ClockField("Klokken", may_be_empty=True)
        column = QVBoxLayout(self)
        for field in (self.moment, self.day, self.clock):
            column.addWidget(field)

    def type(self, field: MomentField | DayField | ClockField, text: str) -> None:
        """Write over what stands in a field, key by key, and leave it."""
        field.line.setFocus()
        field.line.selectAll()
        QTest.keyClick(field.line, Key.Key_Delete)
        QTest.keyClicks(field.line, text)
        QTest.keyClick(field.line, Key.Key_Tab)


@pytest.fixture
def form(clock: Clock, qtbot: QtBot) -> Iterator[Form]:
    form = Form(clock)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    yield form
    form.close()
    form.deleteLater()


@pytest.mark.parametrize(
    "text",
    [
        "27.11.2026 09.15",
        "27.11.2026 kl. 09.15",
        "27-11-2026 9:15",
        "27/11 9.15",
        "27/11-2026 09:15",
        "271126 0915",
        "27. november 2026 kl. 9.15",
    ],
)
def test_a_moment_is_typed_as_one_writes_it_and_shown_back_whole(form: Form, text: str) -> None:
    form.type(form.moment, text)
    assert form.moment.line.text() == "27.11.2026 kl. 09.15"
    assert form.moment.value() == datetime(2026, 11, 27, 9, 15, tzinfo=ZONE)


def test_no_time_is_made_up_for_a_day_and_where_a_day_is_enough_it_stays_one(form: Form) -> None:
    form.type(form.moment, "i morgen")
    assert form.moment.wrong_text == "Klokkeslættet mangler. Skriv som 27.11.2026 kl. 9.15."
    assert form.moment.line.text() == "i morgen"
    form.moment.needs_time = False
    form.type(form.moment, "i går")
    assert form.moment.line.text() == "22.11.2026"
    assert form.moment.line.accessibleDescription() == "Regnes fra dagens begyndelse."
    assert not form.moment.is_refused
    form.type(form.day, "27.11")
    assert form.day.value() == date(2026, 11, 27)
    form.type(form.clock, "915")
    assert form.clock.line.text() == "09.15"


def test_an_hour_that_comes_twice_is_the_first_one_and_says_so_and_the_second_is_kept(
    form: Form,
) -> None:
    form.type(form.moment, "25.10.2026 2.30")
    first = form.moment.value()
    assert first is not None
    assert first.isoformat() == "2026-10-25T02:30:00+02:00"
    said = form.moment.line.accessibleDescription()
    assert said == "Kl. 02.30 er der to gange den nat. Her er det den første."
    form.moment.set_value(first.replace(fold=1))
    form.moment.line.setFocus()
    QTest.keyClick(form.moment.line, Key.Key_Tab)
    assert form.moment.settle()
    kept = form.moment.value()
    assert kept is not None
    assert kept.isoformat() == "2026-10-25T02:30:00+01:00"


def test_what_cannot_be_read_stays_marked_with_a_sentence_until_it_is_mended(form: Form) -> None:
    told: list[date | None] = []
    form.day.changed.connect(lambda: told.append(form.day.value()))
    form.type(form.day, "35.11.2026")
    assert form.day.line.text() == "35.11.2026"
    assert form.day.wrong_text == "Den dag findes ikke. Skriv som 27.11.2026."
    assert form.day.line.accessibleDescription() == form.day.wrong_text
    form.day.accept()
    wide = form.day.sizeHint().width()
    form.day.refuse("Den dag findes ikke. Skriv som 27.11.2026, og skriv hele året. " * 3)
    assert form.day.sizeHint().width() == wide, "what is wrong moves nothing beside the field"
    form.type(form.day, "35.11.2026")
    assert form.day.value() is None
    assert not form.day.settle()
    form.type(form.day, "snart")
    assert form.day.line.text() == "snart"
    assert form.day.wrong_text == "Det kan ikke læses. Skriv som 27.11.2026."
    form.type(form.day, "25.11.2026")
    assert form.day.wrong_text == ""
    form.type(form.day, "")
    assert form.day.settle()
    assert told == [date(2026, 11, 25), None]
    form.type(form.moment, "")
    assert form.moment.is_refused


def test_the_arrow_keys_change_the_day_and_leave_the_time(form: Form) -> None:
    form.moment.line.setFocus()
    QTest.keyClick(form.moment.line, Key.Key_Up)
    assert form.moment.line.text() == "24.11.2026 kl. 08.00"
    QTest.keyClick(form.moment.line, Key.Key_Down)
    QTest.keyClick(form.moment.line, Key.Key_Down)
    assert form.moment.value() == datetime(2026, 11, 22, 8, 0, tzinfo=ZONE)
    form.day.line.setFocus()
    QTest.keyClick(form.day.line, Key.Key_Up)
    assert form.day.value() == date(2026, 11, 23)
    QTest.keyClicks(form.day.line, "x")
    QTest.keyClick(form.day.line, Key.Key_Up)
    assert form.day.line.text() == "23.11.2026x"


def opened(form: Form) -> Month:
    QTest.keyClick(form.day.line, Key.Key_Down, Mod.AltModifier)
    month = QApplication.activePopupWidget()
    assert isinstance(month, Month)
    return month


def test_a_day_is_chosen_in_a_month_by_keys_and_by_mouse(form: Form) -> None:
    form.type(form.day, "27.11.2026")
    form.day.line.setFocus()
    month = opened(form)
    names = [label.text() for label in month.findChildren(type(month._name))]
    assert names[1:9] == ["uge", "ma", "ti", "on", "to", "fr", "lø", "sø"]
    assert "48" in names
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_PageDown, Key.Key_Return):
        QTest.keyClick(month.focusWidget() or month, key)
    assert form.day.value() == date(2027, 1, 5)
    month = opened(form)
    QTest.keyClick(month.focusWidget() or month, Key.Key_Escape)
    assert form.day.value() == date(2027, 1, 5)
    month = opened(form)
    wanted = next(
        one
        for one in month.findChildren(QPushButton)
        if one.accessibleName() == "fredag 15. januar 2027".replace(". ", ".\u00a0")
    )
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)
    assert form.day.line.text() == "15.1.2027"
    assert QApplication.focusWidget() is form.day.line


def test_a_day_chosen_for_an_empty_moment_lets_the_time_be_written(form: Form) -> None:
    form.moment.set_value(None)
    form.moment.line.setFocus()
    QTest.keyClick(form.moment.line, Key.Key_Up)
    QTest.keyClicks(form.moment.line, "9.15")
    QTest.keyClick(form.moment.line, Key.Key_Return)
    assert form.moment.line.text() == "23.11.2026 kl. 09.15"
