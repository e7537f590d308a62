"""Somebody who types in the real window without a pause, until the process is killed."""

import threading
import time
from datetime import datetime
from pathlib import Path

from app.model.times import ZONE
from app.ui.start import make_application
from tests.hard.processes import Tell
from tools.hand import Hand, Stage
from tools.journey import Journey, JourneyClock

NUMBER = "2026-04417"
_BETWEEN_S = 0.05


def type_for_ever(tell: Tell, folder: Path, field: str) -> None:
    """Open the window, go to a field, and type numbered words in it; tell when each was typed."""
    application = make_application()
    stage = Stage()
    journey = Journey(stage, folder, JourneyClock(datetime.now(ZONE)))

    def story() -> None:
        hand = journey.open()
        _GOES_TO[field](hand)
        pause, number = threading.Event(), 0
        while True:
            number += 1
            hand.type(f"ord{number} ")
            tell((number, time.monotonic()))
            pause.wait(_BETWEEN_S)

    stage.play(story)
    application.quit()


def _note(hand: Hand) -> None:
    hand.waits_for(NUMBER)
    hand.double_click(NUMBER)
    hand.waits_for("alt er gemt")
    hand.click("Note til trinnet")


def _suggestion(hand: Hand) -> None:
    hand.waits_for(NUMBER)
    hand.double_click(NUMBER)
    hand.waits_for("alt er gemt")
    hand.press("Ctrl+Shift+F")
    hand.waits_for("Send forslag")


def _draft(hand: Hand) -> None:
    hand.press("Ctrl+3")
    hand.waits_for("Alle kort")
    hand.press("Ctrl+Shift+N")
    hand.waits_for("Titel")
    hand.type("Kortet\n")
    hand.waits_for("Kladde til version 1")
    hand.press("Tab")


_GOES_TO = {"note": _note, "suggestion": _suggestion, "draft": _draft}
"""How to come to each field that is typed in."""
