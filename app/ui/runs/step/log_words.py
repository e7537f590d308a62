"""The log of a run in words: one line an event, also what was taken back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import (
    capital,
    date_label,
    happened_label,
    happening_label,
    moment_label,
)
from app.model.deadlines.deadline_counting import whole_parts
from app.model.journal.hearing_words import hearing_label
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure, Step
from app.model.run.run import (
    AnyHappening,
    CaseNumberCorrected,
    Closed,
    DateSet,
    HandedOver,
    ItemMarked,
    LateMarked,
    Mark,
    Moved,
    Noted,
    Paused,
    Reopened,
    Resumed,
    RunEvent,
    StartChosen,
    Started,
    StepAdded,
    StepDone,
    StepDropped,
    StepReopened,
    ToolFilled,
    WayChosen,
)
from app.model.run.run_waiting import awaited
from app.model.run.undo import counting

_AtStep = WayChosen | StepDone | StepReopened | Noted | StepAdded | StepDropped


class LogLine(Struct, frozen=True):
    """One event: what happened, who did it and when, and whether it was taken back."""

    text: str
    who: str
    counts: bool


def step_of(what: AnyHappening) -> str:
    """Name the step that something happened at; empty when it concerns the whole run."""
    return getattr(what, "step", "")


def log_lines(
    events: Sequence[RunEvent], procedure: Procedure, catalogue: Catalogue, now: datetime
) -> Iterator[tuple[str, LogLine]]:
    """Give each event that says something, newest first, with the step it happened at."""
    counted = {event.sequence for event in counting(events)}
    for event in reversed(events):
        text = _handed_words(event, events) or event_words(event.what, procedure, catalogue)
        if text:
            who = f"{event.actor}, {moment_label(event.at, now)}"
            yield step_of(event.what), LogLine(text, who, event.sequence in counted)


def _handed_words(event: RunEvent, events: Sequence[RunEvent]) -> str:
    """Say who took a run that nobody gave them: back, where it was theirs before."""
    who = event.actor
    if not isinstance(event.what, HandedOver) or event.what.to != who:
        return ""
    translate = QCoreApplication.translate
    before = (one for one in events if one.sequence < event.sequence)
    if any(who == _owner_after(one) for one in before):
        return translate("log", "Taget tilbage af {}").format(who)
    return translate("log", "Overtaget af {}").format(who)


def _owner_after(event: RunEvent) -> str:
    """Tell whose the run was after an event that says so."""
    if isinstance(event.what, HandedOver):
        return event.what.to
    return event.actor if isinstance(event.what, Started) else ""


def event_words(what: AnyHappening, procedure: Procedure, catalogue: Catalogue) -> str:
    """Say what happened; empty for what only takes something else back."""
    if isinstance(what, ItemMarked | LateMarked):
        return _marked_words(what, procedure)
    if isinstance(what, _AtStep):
        return _step_words(what, procedure)
    return _run_words(what, procedure, catalogue)


def _marked_words(what: ItemMarked | LateMarked, procedure: Procedure) -> str:
    translate = QCoreApplication.translate
    words = {
        Mark.DONE: translate("log", "Udført: {}"),
        Mark.VERIFIED: translate("log", "Set efter: {}"),
        Mark.NOT_RELEVANT: translate("log", "Ikke relevant: {}"),
        Mark.OPEN: translate("log", "Mærket taget tilbage: {}"),
    }[what.mark].format(_marked_text(what, procedure.by_id.get(what.step)))
    return f"{words} ({what.reason})" if what.reason else words


def _marked_text(what: ItemMarked | LateMarked, step: Step | None) -> str:
    """Return what was marked: a check item, or what an overrun deadline asks for."""
    if isinstance(what, ItemMarked):
        items = step.checklist if step else ()
        return items[what.item].text if 0 <= what.item < len(items) else "…"
    parts = whole_parts(step.deadline) if step and step.deadline else ()
    return next((part.late for part in parts if part.late), "…")


def _step_words(what: _AtStep, procedure: Procedure) -> str:
    translate = QCoreApplication.translate
    match what:
        case WayChosen(step, way):
            ways = procedure.by_id[step].next if step in procedure.by_id else ()
            name = ways[way].when if 0 <= way < len(ways) else "…"
            return translate("log", "Valgt: {}").format(name)
        case StepDone() as done:
            return _done_words(done)
        case StepReopened():
            return translate("log", "Trinnet åbnet igen")
        case Noted():
            return translate("log", "Noten skrevet")
        case StepAdded(title=title):
            return translate("log", "Eget trin tilføjet: {}").format(title)
        case StepDropped():
            return translate("log", "Eget trin taget ud")


def _done_words(done: StepDone) -> str:
    translate = QCoreApplication.translate
    words = translate("log", "Trinnet udført")
    if done.when:
        words = translate("log", "Trinnet udført {}").format(date_label(done.when))
    if done.hearing:
        said = translate("log", "Barnet {}").format(hearing_label(done.hearing))
        words = f"{words}. {said}"
    return f"{words} ({done.reason})" if done.reason else words


def _run_words(what: AnyHappening, procedure: Procedure, catalogue: Catalogue) -> str:
    translate = QCoreApplication.translate
    match what:
        case Started():
            return translate("log", "Forløbet startet")
        case StartChosen(event=event):
            happening = happening_label(event, procedure, catalogue)
            return translate("log", "Fristen regnes fra, at {}").format(happening)
        case DateSet(event, value):
            return _date_words(event, value, procedure, catalogue)
        case Closed(result, hearing):
            words = translate("log", "Forløbet afsluttet")
            words = f"{words}: {result}" if result else words
            said = translate("log", "Barnet {}")
            return f"{words}. {said.format(hearing_label(hearing))}" if hearing else words
        case Reopened():
            return translate("log", "Forløbet åbnet igen")
        case ToolFilled():
            return translate("log", "Et værktøj udfyldt")
        case Moved(target=target):
            return translate("log", "Flyttet til version {}").format(target)
    return _case_words(what)


def _case_words(what: AnyHappening) -> str:
    """Say what changed for the case as a whole: its number, whose it is, what it waits for."""
    translate = QCoreApplication.translate
    match what:
        case HandedOver(to):
            return translate("log", "Givet videre til {}").format(to)
        case CaseNumberCorrected(number, before):
            return translate("log", "Sagsnummeret rettet fra {} til {}").format(before, number)
        case Paused(reason):
            return translate("log", "Afventer {}").format(awaited(reason))
        case Resumed():
            return translate("log", "I gang igen")
    return ""


def _date_words(
    event: str, value: datetime | None, procedure: Procedure, catalogue: Catalogue
) -> str:
    translate = QCoreApplication.translate
    known = catalogue.event_by_id.get(event)
    if value is None:
        title = known.title if known else procedure.trigger
        return translate("log", "Dato taget tilbage: {}").format(title)
    happening = capital(known.phrase) if known else procedure.trigger
    return f"{happening}: {happened_label(value)}"


def lines_of(step: str, lines: Iterable[tuple[str, LogLine]]) -> list[LogLine]:
    """Pick the lines of one step; of the whole run with an empty id."""
    return [line for at, line in lines if at == step]
