"""What is said of a deadline while it is built: the units, and an example with dates."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import day_label, time_label
from app.model.deadlines.days import Calendar
from app.model.deadlines.deadline_counting import due
from app.model.library.procedure import Deadline, DeadlineKind, Unit

translate = QCoreApplication.translate
_A_YEAR = timedelta(days=365)


def unit_choices(amount: int) -> tuple[tuple[str, str], ...]:
    """Return the units, each with its name after such an amount: `1 uge`, `2 uger`."""
    names = {
        Unit.HOURS: (translate("deadline", "time"), translate("deadline", "timer")),
        Unit.DAYS: (translate("deadline", "dag"), translate("deadline", "dage")),
        Unit.WEEKDAYS: (translate("deadline", "hverdag"), translate("deadline", "hverdage")),
        Unit.WORKDAYS: (translate("deadline", "arbejdsdag"), translate("deadline", "arbejdsdage")),
        Unit.WEEKS: (translate("deadline", "uge"), translate("deadline", "uger")),
        Unit.MONTHS: (translate("deadline", "måned"), translate("deadline", "måneder")),
    }
    return tuple((unit.value, name[amount != 1]) for unit, name in names.items())


def example_words(deadline: Deadline, now: datetime, calendar: Calendar) -> str:
    """Tell by an example how a deadline counts; empty where it cannot be counted yet."""
    counts_back = any(part.before for part in deadline.parts)
    source = now + _A_YEAR if counts_back else now
    found = due(deadline, lambda _: source, calendar)
    if found is None:
        return ""
    begin, end = day_label(source), day_label(found.at)
    if found.timed:
        begin, end = f"{begin} {time_label(source)}", f"{end} {time_label(found.at)}"
    if found.kind is DeadlineKind.SUGGESTED:
        words = translate("deadline", "Eksempel: Sker det {}, er den foreslåede dag {}.")
    elif found.kind is DeadlineKind.ENDS:
        words = translate("deadline", "Eksempel: Sker det {}, gælder det til {}.")
    elif found.kind is DeadlineKind.EARLIEST:
        words = translate("deadline", "Eksempel: Sker det {}, kan det tidligst være {}.")
    else:
        words = translate("deadline", "Eksempel: Sker det {}, er fristen {}.")
    return words.format(begin, end)
