"""Following a procedure in a case, from its start to its end; `run_steps` has work at one step.

Each use case appends to the log and returns what is now.

When one returns, what happened is on the disk. All are refused with `no_such_run` when the run is
not there (any more), those that change it with `run_closed` when it is closed, and with
unknown_step, unknown_item or unknown_way what its procedure does not have.
"""

from __future__ import annotations

import secrets
import string
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from app.model.errors import Refused
from app.model.ids import TRIGGER
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind
from app.model.run.carrying import events_of
from app.model.run.fold import summarise
from app.model.run.hearing import Hearing
from app.model.run.rules import (
    may_begin_at,
    may_close,
)
from app.model.run.run import (
    AnyHappening,
    CaseNumberCorrected,
    CaseRun,
    Closed,
    DateSet,
    HandedOver,
    Paused,
    Reopened,
    Resumed,
    RunEvent,
    Started,
    Undone,
)
from app.model.run.undo import redoable, undoable
from app.model.times import day_of
from app.services.kept_moments import hearing_of, moment_of, refuse_ahead
from app.services.kept_texts import case_number_of, reason_of
from app.services.run_core import (
    RunView,
    folded,
    happen,
    insist,
    view_of,
)
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.item_rows import Stored
    from app.store.unit_of_work import Work


_ID_LETTERS = string.ascii_lowercase
_ID_LENGTH = 16
"""Ids are letters alone, so that none ever looks like a CPR number."""


def open_run(workplace: Workplace, *, run: str) -> RunView:
    """Return a run as it stands now."""
    with workplace.store.reading() as work:
        return view_of(workplace, work, run)


def start_run(
    workplace: Workplace,
    *,
    procedure: str,
    case_number: str,
    trigger: datetime,
    dates: Mapping[str, datetime] | None = None,
    follows: str = "",
    trial: int | None = None,
) -> RunView:
    """Start following the published version of a procedure in a case, or one that is on trial.

    `follows` is the run of the same case that leads to it, if any.

    `Refused`: case_number_missing, case_number_too_long, case_number_without_digit,
    cpr_in_case_number, trigger_in_future, date_unlikely, no_such_procedure, no_such_trial.
    """
    number = case_number_of(case_number)
    now = workplace.now()
    known = {event: moment_of(value) for event, value in (dates or {}).items()}
    started = Started(moment_of(trigger), known, follows)
    refuse_ahead(workplace, started.trigger, "trigger_in_future")
    with workplace.store.writing() as work:
        stored = _to_follow(workplace, work, procedure, trial)
        followed = workplace.procedures.setdefault(stored.key, cast("Procedure", stored.document))
        run = CaseRun(_new_id(), procedure, stored.info.number, number, workplace.actor, now)
        event = RunEvent(1, now, workplace.actor, started)
        view = folded(workplace, run, followed, stored.info, (event,))
        work.runs.add(run, stored.key, summarise(view.state, followed))
        work.runs.append(run.id, started, at=now, actor=workplace.actor)
        work.commit()
    return view


def _to_follow(workplace: Workplace, work: Work, procedure: str, trial: int | None) -> Stored:
    """Return the version that a new run follows."""
    if trial is not None:
        today = day_of(workplace.now())
        running = [one for one in work.trials.running(today) if one.kind is Kind.PROCEDURE]
        if not any((one.slug, one.number) == (procedure, trial) for one in running):
            raise Refused("no_such_trial")
        stored = work.items.version(Kind.PROCEDURE, procedure, trial)
    else:
        stored = work.items.published_version(Kind.PROCEDURE, procedure)
    if stored is None:
        raise Refused("no_such_procedure", procedure=procedure)
    return stored


def close_run(
    workplace: Workplace, *, run: str, result: str = "", hearing: Hearing | None = None
) -> RunView:
    """Close a run, with a short word on how it ended.

    `Refused`: hearing_missing_at_close (nothing in it tells whether the child was heard),
    hearing_needs_words, hearing_needs_role, heard_in_future, date_unlikely, cpr_in_reason,
    reason_too_long.
    """
    what = Closed(reason_of(result), hearing_of(workplace, hearing))

    def decide(view: RunView) -> AnyHappening | None:
        if view.state.is_closed:
            return None
        insist(may_close(view.state, view.procedure, hearing=what.hearing))
        return what

    return happen(workplace, run, decide, ends=True)


def reopen_run(workplace: Workplace, *, run: str) -> RunView:
    """Take up a closed run again."""
    return happen(
        workplace, run, lambda view: Reopened() if view.state.is_closed else None, ends=True
    )


def hand_over(workplace: Workplace, *, run: str, to: str) -> RunView:
    """Give a run to another user. `Refused`: colleague_missing, cpr_in_reason, reason_too_long."""
    name = reason_of(to)
    if not name:
        raise Refused("colleague_missing")
    return happen(
        workplace, run, lambda view: None if view.state.run.owner == name else HandedOver(name)
    )


def correct_case_number(workplace: Workplace, *, run: str, case_number: str) -> RunView:
    """Let the case be known under another number than the one that was written.

    `Refused`: case_number_missing, case_number_too_long, case_number_without_digit,
    cpr_in_case_number.
    """
    number = case_number_of(case_number)

    def decide(view: RunView) -> AnyHappening | None:
        before = view.state.run.case_number
        return None if before == number else CaseNumberCorrected(number, before)

    return happen(workplace, run, decide)


def take_back(workplace: Workplace, *, run: str) -> RunView:
    """Have a run again that was handed over; the log tells that too."""
    return happen(
        workplace,
        run,
        lambda view: (
            None if view.state.run.owner == workplace.actor else HandedOver(workplace.actor)
        ),
    )


def pause_run(workplace: Workplace, *, run: str, reason: str, until: date | None = None) -> RunView:
    """Let a run wait for somebody else; its deadlines run on.

    `Refused`: pause_needs_reason, cpr_in_reason, reason_too_long.
    """
    kept = reason_of(reason)
    if not kept:
        raise Refused("pause_needs_reason")
    return happen(workplace, run, lambda _: Paused(kept, until))


def resume_run(workplace: Workplace, *, run: str) -> RunView:
    """Go on with a run that waits."""
    return happen(workplace, run, lambda view: Resumed() if view.state.pause else None)


def set_date(workplace: Workplace, *, run: str, event: str, value: datetime | None) -> RunView:
    """Say when an event happened, or with None that it is not known.

    `Refused`: date_unlikely; unknown_event, where its procedure neither counts from it nor asks
    for it; trigger_in_future and start_after_done where it is what the run began with.
    """
    moment = None if value is None else moment_of(value)

    def decide(view: RunView) -> AnyHappening | None:
        if event not in {TRIGGER, *events_of(view.procedure), *view.state.dates}:
            raise Refused("unknown_event", event=event)
        is_trigger = event in (TRIGGER, view.procedure.trigger_event)
        known = view.state.trigger if event == TRIGGER else view.state.dates.get(event)
        if known == moment:
            return None
        if is_trigger and moment is not None:
            refuse_ahead(workplace, moment, "trigger_in_future")
            insist(may_begin_at(view.state, view.procedure, moment))
        return DateSet(event, moment)

    return happen(workplace, run, decide)


def undo(workplace: Workplace, *, run: str) -> RunView:
    """Take back what happened last. `Refused`: nothing_to_undo."""

    def decide(view: RunView) -> AnyHappening | None:
        sequence = undoable(view.events)
        if sequence is None:
            raise Refused("nothing_to_undo")
        return Undone(sequence)

    return happen(workplace, run, decide, ends=True)


def redo(workplace: Workplace, *, run: str) -> RunView:
    """Bring back what was taken back last. `Refused`: nothing_to_redo."""

    def decide(view: RunView) -> AnyHappening | None:
        sequence = redoable(view.events)
        if sequence is None:
            raise Refused("nothing_to_redo")
        return Undone(sequence)

    return happen(workplace, run, decide, ends=True)


def _new_id() -> str:
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))
