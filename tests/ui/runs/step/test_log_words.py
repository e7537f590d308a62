"""What happened in a run is told so that it can be checked."""

from datetime import datetime
from zoneinfo import ZoneInfo

from app.model.library.catalogue import Catalogue
from app.model.run.run import DateSet
from app.ui.runs.step.log_words import event_words
from tests.model.make import flow

DENMARK = ZoneInfo("Europe/Copenhagen")


def said(day: datetime) -> str:
    procedure = flow("a > slut\nslut!")
    return event_words(DateSet("modtaget", day), procedure, Catalogue()).rpartition(": ")[2]


def test_when_something_happened_is_told_with_its_time_where_that_is_known() -> None:
    assert said(datetime(2026, 11, 27, 9, 15, tzinfo=DENMARK)) == "27.11.2026 kl.\u00a09.15"
    assert said(datetime(2026, 11, 27, tzinfo=DENMARK)) == "27.11.2026"
