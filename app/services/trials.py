"""Trial versions: tried for a named period with a question, then kept or dropped.

Refused with `not_team_leader` to those who are none (but for looking), and with cpr_in_message or
message_too_long where a text cannot be kept.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.model.errors import Refused
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.model.library.version_work import Deed, Trial
from app.model.times import day_of
from app.services.kept_texts import LONGEST_NAME, message_of
from app.services.library import reindex
from app.services.rights import require_team_leader
from app.services.version_core import (
    approve_version,
    info_of,
    note_deed,
    publish_version,
    refuse_unready,
)
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.unit_of_work import Work


def list_trials(workplace: Workplace, *, is_open: bool | None = None) -> tuple[Trial, ...]:
    """Return all trials, or those still to be decided, or those that are; by when they end."""
    with workplace.store.reading() as work:
        return work.trials.all(is_open=is_open)


def trials_to_decide(workplace: Workplace) -> tuple[Trial, ...]:
    """Return the trials whose period has run out and that nobody has decided."""
    today = day_of(workplace.now())
    return tuple(trial for trial in list_trials(workplace, is_open=True) if trial.is_over(today))


def trials_for_runs(workplace: Workplace, *, procedure: str) -> tuple[Trial, ...]:
    """Return the trials of a procedure that a new run may follow today."""
    today = day_of(workplace.now())
    with workplace.store.reading() as work:
        found = work.trials.of(Kind.PROCEDURE, procedure)
    return tuple(trial for trial in found if trial.runs_on(today))


def begin_trial(
    workplace: Workplace,
    *,
    kind: Kind,
    slug: str,
    number: int,
    name: str,
    question: str,
    begins: date,
    ends: date,
) -> Trial:
    """Let a version in review be used beside the published one for a while.

    It is tried by the runs that follow it instead: what no run follows, or what nobody finds as
    no version counts yet, is approved or sent back. `Refused`: trial_beside_nothing, not_in_review,
    own_work, draft_is_stale, findings_stop, trial_name_missing, name_too_long,
    trial_question_missing, trial_period_wrong.
    """
    require_team_leader(workplace)
    trial = Trial(kind, slug, number, message_of(name), message_of(question), begins, ends)
    _refuse_unclear(trial, day_of(workplace.now()))
    with workplace.store.writing() as work:
        if kind is not Kind.PROCEDURE or work.items.published_number(kind, slug) is None:
            raise Refused("trial_beside_nothing")
        info = info_of(work, kind, slug, number)
        if info.state is not VersionState.IN_REVIEW:
            raise Refused("not_in_review")
        refuse_unready(workplace, work, info)
        approve_version(workplace, work, info, None)
        work.items.set_state(kind, slug, number, VersionState.TRIAL, now=workplace.now())
        work.trials.add(trial)
        note_deed(workplace, work, info, Deed.TRIAL_BEGUN, trial.question)
        work.commit()
    return trial


def end_trial(
    workplace: Workplace,
    *,
    kind: Kind,
    slug: str,
    number: int,
    keep: bool,
    evaluation: str,
    review_by: date | None = None,
    over_budget: str = "",
) -> VersionInfo:
    """Keep a trial version as the one that counts, or drop it; the evaluation stays either way.

    `over_budget` says why one that is kept may ask more than the budget. `Refused`: no_such_trial,
    evaluation_missing; to keep it also own_work, draft_is_stale, findings_stop,
    over_budget_reason_missing, review_date_passed.
    """
    require_team_leader(workplace)
    words = message_of(evaluation)
    if not words:
        raise Refused("evaluation_missing")
    with workplace.store.writing() as work:
        info = _on_trial(work, kind, slug, number)
        if keep:
            refuse_unready(workplace, work, info)
            publish_version(workplace, work, info, words, review_by, Deed.TRIAL_KEPT, over_budget)
        else:
            work.items.set_state(kind, slug, number, VersionState.RETIRED, now=workplace.now())
            note_deed(workplace, work, info, Deed.TRIAL_DROPPED, words)
        work.trials.decide(
            *(kind, slug, number),
            kept=keep,
            evaluation=words,
            by=workplace.actor,
            now=workplace.now(),
        )
        after = info_of(work, kind, slug, number)
        work.commit()
    if keep:
        reindex(workplace)
    return after


def _on_trial(work: Work, kind: Kind, slug: str, number: int) -> VersionInfo:
    info = info_of(work, kind, slug, number)
    if info.state is not VersionState.TRIAL:
        raise Refused("no_such_trial")
    return info


def _refuse_unclear(trial: Trial, today: date) -> None:
    if not trial.name:
        raise Refused("trial_name_missing")
    if len(trial.name) > LONGEST_NAME:
        raise Refused("name_too_long", limit=str(LONGEST_NAME))
    if not trial.question:
        raise Refused("trial_question_missing")
    if trial.ends <= trial.begins or trial.ends < today:
        raise Refused("trial_period_wrong")
