"""The days an office is shut, written as Danes write days."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model.bounds import LONGEST_LIST
from app.model.danish.closing_days import NotADay, closing_days_label, read_closing_days
from app.model.times import day_of
from app.ui.fields.dates.date_words import unread_text
from app.ui.fields.entry import EntryField


class ClosingDaysField(EntryField):
    """Days with commas between them."""

    def __init__(self, name: str, clock: Callable[[], datetime]) -> None:
        super().__init__(name, most=LONGEST_LIST)
        self._clock = clock

    def read(self) -> tuple[str, ...] | None:
        """Return the days as the calendar has them; the first that is no day is refused here."""
        days = read_closing_days(self.line.text(), day_of(self._clock()))
        if isinstance(days, NotADay):
            example = QCoreApplication.translate("settings", "24.12 eller 28.12.2026")
            self.refuse(f"»{days.text}«: {unread_text(days.why, example)}")
            return None
        self.line.setText(closing_days_label(days))
        return days
