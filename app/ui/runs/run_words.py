"""What is said of a run in words: deadlines, who marked what, whether the child was heard."""

from datetime import datetime, timedelta

from msgspec import Struct, structs
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import (
    capital,
    counted,
    date_label,
    due_label,
    informing_words,
    listed,
    moment_label,
    remaining_label,
)
from app.model.deadlines.due_date import Due
from app.model.journal.hearing_words import hearing_label
from app.model.library.procedure import DeadlineKind
from app.model.run.run import Mark
from app.model.run.run_waiting import awaited
from app.model.run.state import (
    ChildHeard,
    Given,
    ItemState,
    RunState,
    RunSummary,
    StepState,
)
from app.model.times import is_over, local

_SOON = timedelta(days=2)


class RunSaid(Struct, frozen=True):
    """Words with the colour and icon that say the same; `below` is what they are said of."""

    text: str
    color: str = "ink"
    icon: str = ""
    strong: bool = False
    below: str = ""

    @property
    def whole(self) -> str:
        """All of it in one line."""
        return f"{self.text}, {self.below}" if self.below else self.text


def next_deadline(summary: RunSummary, now: datetime) -> RunSaid:
    """Say the next deadline of a run as the list shows it: when, and below it of which step."""
    translate = QCoreApplication.translate
    at, timed, step = summary.next_due, summary.next_due_timed, summary.next_due_step
    if summary.closed is not None:
        words = summary.closed or translate("runs", "Afsluttet")
        return RunSaid(words, "ink_3", "check-circle")
    if at is not None and is_over(at, now, timed=timed):
        left = remaining_label(at, now, timed=timed)
        return RunSaid(left, "thread", "clock-alert", strong=True, below=step)
    if at is not None and at - now < _SOON:
        left = capital(remaining_label(at, now, timed=timed))
        return RunSaid(left, "soon", "clock", strong=True, below=step)
    if summary.waiting:
        return _waiting(summary)
    if at is None:
        return _informing(summary, now)
    words = f"{date_label(at)}, {remaining_label(at, now, timed=timed)}"
    return RunSaid(words, "ink", "calendar", below=step)


def _informing(summary: RunSummary, now: datetime) -> RunSaid:
    """Say what comes next where nothing binds: what is suggested, or what others are to do.

    What holds no more comes before it, as something is to be done about that.
    """
    ended = (
        one
        for one in summary.deadlines
        if one.kind is DeadlineKind.ENDS and is_over(one.at, now, timed=one.timed)
    )
    lapsed = next(ended, None)
    if lapsed is not None:
        words = capital(informing_words(lapsed, now))
        return RunSaid(words, "soon", "clock", strong=True, below=lapsed.title)
    coming = (one for one in summary.deadlines if not is_over(one.at, now, timed=one.timed))
    found = next(coming, None)
    if found is None:
        return RunSaid(QCoreApplication.translate("runs", "Ingen frist"), "ink_2", "dash")
    return RunSaid(capital(informing_words(found, now)), "ink_2", "calendar", below=found.title)


def _waiting(summary: RunSummary) -> RunSaid:
    """Say what a run waits for, and its deadline all the same: it runs on."""
    translate = QCoreApplication.translate
    words = translate("runs", "Afventer")
    if summary.waiting_for:
        words = f"{words} {awaited(summary.waiting_for)}"
    due = ""
    if summary.next_due is not None:
        due = translate("runs", "frist {}").format(date_label(summary.next_due))
        due = f"{due}, {summary.next_due_step}"
    return RunSaid(words, "wait", "wait", below=due)


def stands_also(summary: RunSummary) -> str:
    """Say which other steps have had their turn come; empty for a run that stands at one."""
    if not summary.stands_also or summary.closed is not None:
        return ""
    also = QCoreApplication.translate("runs", "også trin {}")
    return also.format(listed([str(number) for number in summary.stands_also]))


def given_said(given: Given, summary: RunSummary, now: datetime) -> RunSaid:
    """Say who has a run that was handed over, and since when, as short as a row needs."""
    translate = QCoreApplication.translate
    words = translate("runs", "til {}").format(summary.run.owner)
    return RunSaid(words, "ink", "person", below=moment_label(given.at, now))


def given_words(summary: RunSummary, given: Given, now: datetime) -> str:
    """Say who has a run that was handed over, since when, and who did it if it was another."""
    translate = QCoreApplication.translate
    words = translate("runs", "{} i sag {} er givet videre til {}, {}.")
    said = words.format(
        summary.title, summary.run.case_number, given.to, moment_label(given.at, now)
    )
    if given.by not in (given.source, given.to):
        said = translate("runs", "{} Det gjorde {}.").format(said, given.by)
    if summary.run.owner != given.to:
        said = translate("runs", "{} Nu har {} det.").format(said, summary.run.owner)
    if summary.closed is not None:
        said = translate("runs", "{} Det er afsluttet.").format(said)
    return said


def child_heard(summary: RunSummary) -> RunSaid:
    """Say whether the child was heard."""
    translate = QCoreApplication.translate
    if summary.child is ChildHeard.HEARD and summary.child_at is not None:
        when = date_label(summary.child_at)
        return RunSaid(translate("runs", "Hørt {}").format(when), "done", "check-circle")
    if summary.child is ChildHeard.NOT_HEARD and summary.hearing is not None:
        return RunSaid(capital(hearing_label(summary.hearing)), "soon", "voice")
    if summary.child is ChildHeard.NOT_YET:
        closed = translate("runs", "Lukket uden samtale")
        words = translate("runs", "Ikke hørt endnu") if summary.closed is None else closed
        return RunSaid(words, "soon", "voice")
    return RunSaid(translate("runs", "Ingen samtale her"), "ink_3", "dash")


def child_said(summary: RunSummary) -> RunSaid:
    """Say whether the child was heard, and below it when it had its answer."""
    said = child_heard(summary)
    if summary.answered_at is None:
        return said
    answered = QCoreApplication.translate("runs", "svar givet {}")
    return structs.replace(said, below=answered.format(date_label(summary.answered_at)))


def step_due(step: StepState, now: datetime, whose: str = "") -> RunSaid | None:
    """Say when the deadline of a step runs out, and how long there is.

    `whose` names the authority that is to act, where it is known.
    """
    due = step.due
    if due is None:
        return None
    if due.kind is DeadlineKind.EARLIEST and step.is_done_outside:
        words = QCoreApplication.translate("runs", "For tidligt: {}")
        return RunSaid(
            words.format(informing_words(due, now)), "thread", "clock-alert", strong=True
        )
    if not due.is_binding:
        color = "soon" if step.has_ended else "ink_2"
        return RunSaid(capital(informing_words(due, now, whose=whose)), color, "calendar")
    translate = QCoreApplication.translate
    if step.is_done and step.done_at is not None:
        if is_over(due.at, step.done_at, timed=due.timed):
            text = translate("runs", "Overskredet: {} var fristen").format(_due_date(due))
            return RunSaid(text, "thread", "clock-alert", strong=True)
        return RunSaid(translate("runs", "Holdt: {} var fristen").format(_due_date(due)), "done")
    if is_over(due.at, now, timed=due.timed):
        return RunSaid(due_label(due, now), "thread", "clock-alert", strong=True)
    words = capital(due_label(due, now))
    if due.aim is not None:
        aim = translate("runs", "sidste arbejdsdag før er {}").format(date_label(due.aim))
        words = f"{words}; {aim}"
    return RunSaid(words, "soon" if due.at - now < _SOON else "ink", "clock")


def _due_date(due: Due) -> str:
    clock = local(due.at)
    return (
        f"{date_label(due.at)} kl. {clock.hour}.{clock.minute:02}"
        if due.timed
        else (date_label(due.at))
    )


def marked_by(item: ItemState, now: datetime) -> str:
    """Say who marked a check item and when, or why it is not relevant."""
    translate = QCoreApplication.translate
    if item.at is None or item.mark is Mark.OPEN:
        return ""
    when = moment_label(item.at, now)
    if item.mark is Mark.NOT_RELEVANT:
        text = translate("runs", "Ikke relevant: {} ({}, {})")
        return text.format(item.reason or "–", item.by, when)
    if item.is_seen_by_another:
        return translate("runs", "Set efter af {} {}, udført af {}").format(
            item.by, when, item.doer
        )
    return translate("runs", "Udført af {} {}").format(item.by, when)


def late_words(state: RunState) -> str:
    """Say how many deadlines have run out."""
    translate = QCoreApplication.translate
    return counted(
        len(state.late),
        translate("runs", "frist er overskredet"),
        translate("runs", "frister er overskredet"),
    )
