"""A band says what is wrong with the answers it has, and nothing of those it had."""

from datetime import UTC, date, datetime

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.editor.editor_ask_band import Answers, EditorAskBand, EditorQuestion
from app.ui.fields.dates import DayField

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


def test_what_was_wrong_is_no_longer_said_when_one_writes_something_else(qtbot: QtBot) -> None:
    band = EditorAskBand(lambda: NOW)
    qtbot.addWidget(band)
    given: list[Answers] = []
    day = EditorQuestion("day", "Gennemgås igen senest", day=date(2027, 11, 30))
    band.ask("Godkend", (day,), "Godkend", given.append)
    band.show()
    field = band.field("day")
    assert isinstance(field, DayField)
    band.say("Datoen for gennemgang er passeret. Vælg en dag, der kommer.")
    field.line.selectAll()
    QTest.keyClicks(field.line, "30/2")
    assert band.wrong_text == ""
    band.say("Datoen for gennemgang er passeret. Vælg en dag, der kommer.")
    band.go_button.click()
    assert (band.wrong_text, given) == ("", [])
    assert field.is_refused
