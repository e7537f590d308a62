"""How Danes write what the model holds: law, deadlines, dates, counts. Ask here for all of it.

Pure text and nothing else; the sentences that belong to codes are made in the window.
"""

from datetime import datetime
from typing import Protocol

from app.model.danish.law_notation import act_label, law_forms, law_label, law_labels
from app.model.danish.time_notation import (
    NBSP,
    capital,
    counted,
    date_label,
    day_label,
    due_label,
    duration_label,
    happened_label,
    listed,
    long_date_label,
    moment_label,
    month_label,
    plural,
    remaining_label,
    time_label,
    weekday_label,
)
from app.model.deadlines.days import Calendar
from app.model.deadlines.due_date import Due
from app.model.deadlines.explain import Explain, ExplainStep, explain
from app.model.ids import AUTHORITIES, TRIGGER, date_event
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import (
    Deadline,
    DeadlineKind,
    EventDay,
    LastDay,
    Procedure,
    Unit,
    Whose,
)
from app.model.times import is_over

__all__ = [
    "NBSP",
    "act_label",
    "as_sentence",
    "authority_label",
    "capital",
    "counted",
    "counting_words",
    "date_label",
    "day_label",
    "deadline_label",
    "deadline_name",
    "deadline_sentence",
    "deadline_words",
    "due_label",
    "duration_label",
    "happened_label",
    "happening_label",
    "informing_words",
    "late_words",
    "law_forms",
    "law_label",
    "law_labels",
    "listed",
    "long_date_label",
    "moment_label",
    "month_label",
    "plural",
    "remaining_label",
    "time_label",
    "trigger_label",
    "untimely_label",
    "weekday_label",
]

_SAME_DAY = "samme dag"
_ANOTHERS = "en anden myndigheds"
_NAMES = {
    DeadlineKind.DUTY: "frist",
    DeadlineKind.SUGGESTED: "foreslået dag",
    DeadlineKind.FAMILY: "familiens frist",
    DeadlineKind.AUTHORITY: f"{_ANOTHERS} frist",
    DeadlineKind.ENDS: "gælder til",
    DeadlineKind.EARLIEST: "tidligst",
}
_BEGINNINGS = {
    DeadlineKind.DUTY: "Senest",
    DeadlineKind.SUGGESTED: "Foreslået senest",
    DeadlineKind.FAMILY: "Familiens frist: senest",
    DeadlineKind.AUTHORITY: f"{capital(_ANOTHERS)} frist: senest",
    DeadlineKind.ENDS: "Gælder højst til",
    DeadlineKind.EARLIEST: "Tidligst",
}
_INFORMING = {
    DeadlineKind.DUTY: ("frist: {when}", "fristen var {when}"),
    DeadlineKind.SUGGESTED: ("foreslået dag: {when}", "foreslået dag var {when}"),
    DeadlineKind.FAMILY: ("familiens frist: {until} {when}", "familiens frist var {when}"),
    DeadlineKind.AUTHORITY: ("{whose} frist: til {when}", "{whose} frist var {when}"),
    DeadlineKind.ENDS: ("gælder til {when}", "gjaldt til {when}"),
    DeadlineKind.EARLIEST: ("tidligst {when}", "tidligst {when}"),
}
_FIXED_PARTS = {
    Explain.ROUND_THE_CLOCK: "løber også nat, weekend og helligdag",
    Explain.CLOCKS_CHANGE: "uret stilles om, og det tidligste tidspunkt gælder",
    Explain.DAY_AFTER: "tæller fra dagen efter",
    Explain.EVENT_DAY: "dagen selv er dag 1",
    Explain.MONTH_END: "månedens sidste dag, da datoen ikke findes",
    Explain.SATURDAY_COUNTS: "lørdag tælles med",
    Explain.SATURDAY_SKIPPED: "lørdag tælles ikke med",
}


def as_sentence(text: str) -> str:
    """End what someone wrote, so that another sentence can follow it."""
    said = text.strip()
    return said if not said or said[-1] in ".!?…" else f"{said}."


def deadline_label(deadline: Deadline) -> str:
    """Write a deadline as short as a chip needs: `24 timer`, `6 måneder før`, `samme dag`."""
    if deadline.several:
        labels = dict.fromkeys(deadline_label(part) for part in deadline.several)
        longer = [label for label in labels if label != _SAME_DAY]
        return listed(longer or list(labels), "eller")
    duration = deadline.duration
    if duration is None:
        return ""
    label = duration_label(duration) if duration.amount else _SAME_DAY
    if deadline.before and duration.amount:
        label += " før"
    return f"tidligst {label}" if deadline.earliest else label


def deadline_words(deadline: Deadline, procedure: Procedure, catalogue: Catalogue) -> str:
    """Write a deadline out: `Senest 24 timer efter, at underretningen er modtaget`."""
    begin = _BEGINNINGS[deadline.kind]
    if not deadline.several:
        return f"{begin} {_clause(deadline, procedure, catalogue)}"
    clauses = [_clause(part, procedure, catalogue) for part in deadline.several]
    first = "alt efter hvad der kommer først"
    rule = first if deadline.first_of else "regnet fra den hændelse, der udløser den"
    return f"{begin} {', eller '.join(clauses)}, {rule}"


class RunsOut(Protocol):
    """What runs out at a time, counted or as a list keeps it."""

    @property
    def at(self) -> datetime: ...
    @property
    def timed(self) -> bool: ...
    @property
    def kind(self) -> DeadlineKind: ...
    @property
    def at_least(self) -> bool: ...


def informing_words(due: RunsOut, now: datetime, *, whose: str = "") -> str:
    """Say when what is no duty of ours runs out or ran out: `foreslået dag: 3.12.2026`.

    `whose` names the authority, where it is known, as one says whose something is.
    """
    when = f"{date_label(due.at)} {time_label(due.at)}" if due.timed else date_label(due.at)
    before, after = _INFORMING[due.kind]
    if is_over(due.at, now, timed=due.timed):
        return after.format(when=when, whose=whose or _ANOTHERS)
    until = "mindst til" if due.at_least else "til"
    return before.format(when=when, whose=whose or _ANOTHERS, until=until)


def authority_label(role: str, catalogue: Catalogue) -> str:
    """Say whose something is that an authority does: `Ankestyrelsens`; empty for roles of ours."""
    known = catalogue.role_by_id.get(role)
    if known is None or role not in AUTHORITIES:
        return ""
    return f"{known.title}s"


def deadline_name(kind: DeadlineKind) -> str:
    """Name what runs out: `frist` where it binds, else a word of its own."""
    return _NAMES[kind]


def trigger_label(procedure: Procedure) -> str:
    """Say what starts the clock; where nobody has written it, it is that the run begins."""
    return procedure.trigger.strip() or "Forløbet er begyndt"


def late_words(deadline: Deadline) -> str:
    """Write what is to be done when a deadline is not kept; empty when nothing is."""
    asked = dict.fromkeys(part.late for part in (deadline, *deadline.several) if part.late)
    has_run_out = "Når det ikke gælder mere" if deadline.ends else "Kan fristen ikke holdes"
    return f"{has_run_out}: {'; '.join(asked)}" if asked else ""


def untimely_label(deadline: Deadline) -> str:
    """Say of what was done outside its deadline on which side, as short as a chip needs."""
    return "for tidligt" if deadline.earliest else "for sent"


def counting_words(deadline: Deadline, calendar: Calendar) -> str:
    """Tell in a line how a deadline counts; empty where it counts as people expect."""
    duration = deadline.parts[0].duration
    unit = duration.unit if duration else None
    lines = []
    if unit is Unit.HOURS:
        lines.append("Uret løber også nat, weekend og helligdag.")
    elif unit is Unit.WEEKDAYS and calendar.saturday_counts:
        lines.append("Lørdag tælles med, helligdage ikke.")
    elif unit in (Unit.WEEKDAYS, Unit.WORKDAYS):
        lines.append("Lørdag og helligdage tælles ikke med.")
    if deadline.event_day is EventDay.COUNTS:
        lines.append("Dagen selv er dag 1.")
    if deadline.last_day is LastDay.ROLLS and deadline.whose is not Whose.OURS:
        lines.append("Falder sidste dag i en weekend eller på en helligdag, gælder næste hverdag.")
    return " ".join(lines)


def deadline_sentence(due: Due, calendar: Calendar, catalogue: Catalogue | None = None) -> str:
    """Tell how a date was counted: `6 hverdage fra mandag 23.11.2026; tæller fra dagen efter; …`.

    The calendar must be the one that the date was counted with.
    """
    steps = explain(due, calendar)
    return "; ".join(_part(step, catalogue) for step in steps if not _is_said(step, steps[0]))


def _clause(deadline: Deadline, procedure: Procedure, catalogue: Catalogue) -> str:
    duration = deadline.duration
    happening = happening_label(deadline.after or deadline.before or "", procedure, catalogue)
    if duration is None or not duration.amount:
        return f"{_SAME_DAY}, som {happening}"
    if deadline.before:
        return f"{duration_label(duration)}, før {happening}"
    return f"{duration_label(duration)} efter, at {happening}"


def happening_label(ref: str, procedure: Procedure, catalogue: Catalogue) -> str:
    """Say in a clause what an event reference stands for."""
    step = procedure.by_id.get(ref)
    if step:
        number = procedure.numbers.get(ref)
        return f"trin{NBSP}{number} er udført" if number else f"»{step.title}« er nået"
    event_id = procedure.trigger_event if ref == TRIGGER else date_event(ref)
    event = catalogue.event_by_id.get(event_id or "")
    if event:
        return event.phrase
    if ref == TRIGGER:
        label = trigger_label(procedure).rstrip(".")
        return label[:1].lower() + label[1:]
    return f"»{event_id or ref}« er sket" if ref else "det, fristen regnes fra, er sket"


def _is_said(step: ExplainStep, first: ExplainStep) -> bool:
    """Tell whether it repeats the beginning: what is due the same day ends where it begins."""
    if step.code is not Explain.ENDS or not step.moment or not first.moment:
        return False
    counts_nothing = first.duration is not None and not first.duration.amount
    return counts_nothing and day_label(step.moment) == day_label(first.moment)


def _part(step: ExplainStep, catalogue: Catalogue | None) -> str:
    if step.code is Explain.LETTER and step.duration:
        return f"{duration_label(step.duration)} lagt til, så brevet kan nå frem"
    if step.code in _FIXED_PARTS:
        return _FIXED_PARTS[step.code]
    if step.moment:
        return _timed_part(step)
    if step.day:
        day = day_label(step.day)
        is_aim = step.code is Explain.AIM
        return f"sigt efter {day}" if is_aim else f"{day} er ingen arbejdsdag, så fristen rykker"
    if step.days:
        dates = listed([f"{day.day}.{day.month}." for day in step.days])
        return f"{plural(len(step.days), 'helligdagen', 'helligdagene')} {dates} tælles ikke"
    return law_label(step.law, catalogue, full=True) if step.law else step.text.rstrip(". ")


def _timed_part(step: ExplainStep) -> str:
    """Write the parts that stand on a moment: where the count begins and where it ends."""
    if not step.moment:
        return ""
    when = day_label(step.moment)
    if step.timed:
        when += f" {time_label(step.moment)}"
    if step.duration and not step.duration.amount:
        return f"{_SAME_DAY}, {when}"
    if step.duration:
        link = "før" if step.code is Explain.BEFORE else "fra"
        return f"{duration_label(step.duration)} {link} {when}"
    return f"{'tidligst' if step.code is Explain.EARLIEST else 'udløber'} {when}"
