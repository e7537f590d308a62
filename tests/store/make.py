"""Small values for the tests of the store."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.model.library.procedure import Checked, CheckItem, Procedure, Step, StepKind, Transition
from app.model.library.stored_version import Kind
from app.model.run.run import CaseRun, Started
from app.model.run.state import ChildHeard, RunSummary
from app.store.backing_up import daily_backup
from app.store.unit_of_work import Store

NOW = datetime(2026, 11, 26, 8, 40, tzinfo=UTC)


def later(minutes: int) -> datetime:
    """A moment so many minutes after `NOW`."""
    return NOW + timedelta(minutes=minutes)


def procedure(slug: str = "prove", title: str = "Prøve", items: int = 3) -> Procedure:
    """Make a procedure of two steps, the first with a checklist."""
    return Procedure(
        id=slug,
        title=title,
        theme="tema",
        summary="En prøve",
        trigger="Noget er sket",
        checked=Checked("bl", date(2025, 3, 17)),
        roles=("raadgiver",),
        steps=(
            Step(
                "foerst",
                "Gør det første",
                StepKind.ACTIVITY,
                "raadgiver",
                checklist=tuple(CheckItem(f"Punkt {number}") for number in range(items)),
                next=(Transition("slut"),),
            ),
            Step("slut", "Slut", StepKind.END, "raadgiver"),
        ),
    )


def summary_of(run: CaseRun, *, next_due: datetime | None = None) -> RunSummary:
    """Make the row of a list for a run that has just begun."""
    return RunSummary(
        run=run,
        title="Prøve",
        stands_at="Gør det første",
        stands_at_number=1,
        done=0,
        total=1,
        late=0,
        next_due=next_due,
        next_due_timed=False,
        next_due_step="foerst" if next_due else "",
        child=ChildHeard.NOT_ASKED,
        child_at=None,
        waiting=False,
        closed=None,
        changed=run.started,
    )


def run_named(run_id: str, case_number: str = "2026-04417") -> CaseRun:
    """Make a run of the procedure that `publish` publishes."""
    return CaseRun(run_id, "prove", 1, case_number, "anna", NOW)


def publish(store: Store, document: Procedure) -> int:
    """Publish a procedure and return the key that runs refer to it by."""
    with store.writing() as work:
        info = work.items.add_version(
            Kind.PROCEDURE, document.id, document, shipped=False, author="anna", now=NOW
        )
        work.items.publish(Kind.PROCEDURE, document.id, info.number, now=NOW)
        found = work.items.published_version(Kind.PROCEDURE, document.id)
        work.commit()
    assert found
    return found.key


def begin(store: Store, run: CaseRun, key: int, *, next_due: datetime | None = None) -> None:
    """Start a run."""
    with store.writing() as work:
        work.runs.add(run, key, summary_of(run, next_due=next_due))
        work.runs.append(run.id, Started(NOW), at=NOW, actor="anna")
        work.commit()


def back_up(store: Store, now: datetime = NOW) -> Path:
    """Make the backup of a day."""
    made = daily_backup(store.path.parent, store.copy_into, now)
    assert made
    return made
