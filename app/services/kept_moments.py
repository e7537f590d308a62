"""When people say that something was, made fit to be kept: a year that can be meant, not ahead."""

from datetime import datetime, timedelta

from msgspec import structs

from app.model.errors import Refused
from app.model.run.hearing import Heard, Hearing, NotHeard
from app.model.times import local
from app.services.kept_texts import reason_of
from app.services.workplace import Workplace

_AHEAD = timedelta(minutes=1)
"""So much the clock of a form may be ahead of ours."""

_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def moment_of(moment: datetime) -> datetime:
    """Return a moment with its zone, if its year can be meant."""
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise Refused("date_unlikely", year=str(moment.year))
    return local(moment)


def refuse_ahead(workplace: Workplace, moment: datetime, code: str) -> None:
    """Refuse with a code what has not happened yet."""
    if moment > workplace.now() + _AHEAD:
        raise Refused(code)


def hearing_of(workplace: Workplace, hearing: Hearing | None) -> Hearing | None:
    """Return what is said of the child as it is kept. `Refused`: heard_in_future, date_unlikely,
    cpr_in_reason, reason_too_long.
    """
    match hearing:
        case Heard():
            moment = moment_of(hearing.when)
            refuse_ahead(workplace, moment, "heard_in_future")
            return structs.replace(hearing, when=moment)
        case NotHeard():
            return structs.replace(hearing, words=reason_of(hearing.words))
    return None
