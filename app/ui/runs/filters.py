"""Which runs the list shows, and how far today and this week reach."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.model.listing import Show
from app.model.times import local


def filter_name(show: Show) -> str:
    """Name a filter."""
    translate = QCoreApplication.translate
    return {
        Show.ALL: translate("runs", "Alle"),
        Show.LATE: translate("runs", "Over frist"),
        Show.WEEK: translate("runs", "Denne uge"),
        Show.WAITING: translate("runs", "Afventer"),
        Show.CHILD: translate("runs", "Barnet ikke hørt"),
        Show.CLOSED: translate("runs", "Afsluttede"),
    }[show]


def end_of_day(now: datetime) -> datetime:
    """Return the last moment of today."""
    return local(now).replace(hour=23, minute=59, second=59, microsecond=0)


def end_of_week(now: datetime) -> datetime:
    """Return the last moment of this week's Sunday."""
    today = local(now)
    return end_of_day(today + timedelta(days=6 - today.weekday()))
