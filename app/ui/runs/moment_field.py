"""A field for a point in time in Danish local time."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QDateTimeEdit

from app.model.times import ZONE, local


class MomentField(QDateTimeEdit):
    """Date and time, whole minutes. Time zones are ours: Qt only holds what the clock shows."""

    def __init__(self, name: str, value: datetime) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDisplayFormat("d.M.yyyy 'kl.' H.mm")
        self.setCalendarPopup(True)
        self.set_value(value)

    def value(self) -> datetime:
        """Return the moment that is shown."""
        shown = self.dateTime()
        day, clock = shown.date(), shown.time()
        return datetime(
            day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=ZONE
        )

    def set_value(self, value: datetime) -> None:
        """Show a moment."""
        shown = local(value)
        day = QDate(shown.year, shown.month, shown.day)
        self.setDateTime(QDateTime(day, QTime(shown.hour, shown.minute)))
