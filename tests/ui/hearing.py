"""Answering whether the child was heard, with the mouse and the keys as a user does."""

from PySide6.QtTest import QTest

from app.ui.runs.step.hearing_form import HearingForm


def say_heard(form: HearingForm) -> None:
    """Say that the child was heard now, alone, by the first role that is offered."""
    form.heard.click()
    form.company.box.setCurrentIndex(0)
    form.led_by.box.setCurrentIndex(0)


def say_not_heard(form: HearingForm, words: str) -> None:
    """Say that the child was not heard, on the first ground that is offered."""
    form.not_heard.click()
    form.ground.box.setCurrentIndex(0)
    QTest.keyClicks(form.words.line, words)
    form.decided_by.box.setCurrentIndex(0)
