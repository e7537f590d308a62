"""The job of the command line that reckons a deadline: from which event, and to which day."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.deadline_sums import StartAsked, starts_of, sum_of
from app.model.danish.moment_reading import Unread, read_moment
from app.model.danish.notation import listed
from app.model.deadlines.days import Calendar
from app.model.errors import Told
from app.model.library.catalogue import Library
from app.model.library.procedure import Deadline, Procedure
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.shipped import shipped_shelf
from app.ui.fields.dates.date_words import unread_text
from app.ui.says.told_texts import told_line

translate = QCoreApplication.translate

_EXAMPLE = "27.11.2026"
_TIMED_EXAMPLE = "27.11.2026 kl. 9.15"


class Reckoned(Struct, frozen=True):
    """What there is to say, or what went wrong."""

    lines: tuple[str, ...] = ()
    problem: str = ""


class _WrongError(Exception):
    """What was typed names nothing, or cannot be read."""


def reckon(step: tuple[str, str], dates: Sequence[tuple[str, str]], data: Path | None) -> Reckoned:
    """Reckon the deadline of a step, by the texts and the settings of a folder, or the shipped."""
    try:
        library, calendar = _read(data)
        procedure, deadline = _deadline(library, *step)
        asked = starts_of(deadline, procedure, library.catalogue)
        now = datetime.now(UTC)
        known = _known(asked, dates, now)
    except Told as error:
        return Reckoned(problem=told_line(error))
    except _WrongError as error:
        return Reckoned(problem=str(error))
    found = sum_of(deadline, procedure, known, calendar, library.catalogue, now=now)
    if found is None:
        return Reckoned(problem=translate("jobs", "Skriv en dato for {}.").format(_choices(asked)))
    title = procedure.step(step[1]).title
    return Reckoned((f"{procedure.title}: {title}", found.day, found.how))


def _read(data: Path | None) -> tuple[Library, Calendar]:
    if data is None:
        return shipped_shelf().library, Calendar()
    with open_workplace(data) as workplace:
        return load_shelf(workplace).library, workplace.calendar


def _deadline(library: Library, slug: str, step_id: str) -> tuple[Procedure, Deadline]:
    procedure = library.procedure_by_id.get(slug)
    if procedure is None:
        raise _WrongError(
            translate("jobs", "Der er ingen sagsprocedure med navnet {}.").format(slug)
        )
    step = procedure.by_id.get(step_id)
    if step is None:
        words = translate("jobs", "Sagsproceduren {} har intet trin med navnet {}.")
        raise _WrongError(words.format(slug, step_id))
    if step.deadline is None:
        raise _WrongError(translate("jobs", "Trinnet {} har ingen frist.").format(step_id))
    return procedure, step.deadline


def _known(
    asked: Sequence[StartAsked], dates: Sequence[tuple[str, str]], now: datetime
) -> Mapping[str, datetime]:
    by_name = {name: one for one in asked for name in (one.name, one.ref)}
    known: dict[str, datetime] = {}
    for name, text in dates:
        start = by_name.get(name)
        if start is None:
            words = translate("jobs", "Fristen regnes ikke fra {}, men fra {}.")
            raise _WrongError(words.format(name, _choices(asked)))
        known[start.ref] = _moment(start, text, now)
    return known


def _moment(start: StartAsked, text: str, now: datetime) -> datetime:
    found = read_moment(text, now)
    example = _TIMED_EXAMPLE if start.is_timed else _EXAMPLE
    if not isinstance(found, Unread) and start.is_timed and not found.has_time:
        found = Unread.TIME_MISSING
    if isinstance(found, Unread):
        raise _WrongError(f"{start.name}={text}: {unread_text(found, example)}")
    return found.at


def _choices(asked: Sequence[StartAsked]) -> str:
    return listed([f"{one.name} ({one.words})" for one in asked], "eller")
