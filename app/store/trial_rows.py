"""Trials of versions: rows <-> structs."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, insert, select, update

from app.model.library.stored_version import Kind
from app.model.library.version_work import Trial
from app.store.door import made_of
from app.store.guard import refuse_cpr
from app.store.item_keys import is_version, named, version_key
from app.store.tables import AnyRow, item, trial, version


class Trials:
    """The trials of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: Trial) -> None:
        """Begin a trial."""
        refuse_cpr((new.name, new.question), "cpr_in_message")
        which = is_version(new.kind, new.slug, new.number)
        period = {"trial_from": new.begins, "trial_until": new.ends}
        self._connection.execute(update(version).where(which).values(**period))
        self._connection.execute(
            insert(trial).values(
                version_id=version_key(self._connection, new.kind, new.slug, new.number),
                name=new.name,
                question=new.question,
                evaluation="",
                decided_by="",
            )
        )

    def decide(
        self,
        kind: Kind,
        slug: str,
        number: int,
        *,
        kept: bool,
        evaluation: str,
        by: str,
        now: datetime,
    ) -> None:
        """Keep what came of a trial."""
        refuse_cpr(evaluation, "cpr_in_message")
        key = version_key(self._connection, kind, slug, number)
        self._connection.execute(
            update(trial)
            .where(trial.c.version_id == key)
            .values(kept=kept, evaluation=evaluation, decided_by=by, decided_at=now)
        )

    def of(self, kind: Kind, slug: str) -> tuple[Trial, ...]:
        """Return the trials of a document, the newest first."""
        return self._found(named(kind, slug))

    def all(self, *, is_open: bool | None = None) -> tuple[Trial, ...]:
        """Return all trials, or those that are decided or are not yet."""
        if is_open is None:
            return self._found()
        return self._found(trial.c.kept.is_(None) if is_open else trial.c.kept.is_not(None))

    def running(self, day: date) -> tuple[Trial, ...]:
        """Return the trials whose versions new runs may use on a day."""
        return tuple(one for one in self.all(is_open=True) if one.runs_on(day))

    def _found(self, *conditions: ColumnElement[bool]) -> tuple[Trial, ...]:
        return tuple(map(_trial, self._connection.execute(_asked().where(*conditions))))


def _asked() -> Select[Any]:
    columns = (
        *(item.c.kind, item.c.slug, version.c.number, version.c.trial_from, version.c.trial_until),
        *(trial.c.name, trial.c.question, trial.c.kept, trial.c.evaluation),
        *(trial.c.decided_by, trial.c.decided_at),
    )
    return (
        select(*columns)
        .join_from(item, version, version.c.item_id == item.c.id)
        .join(trial, trial.c.version_id == version.c.id)
        .order_by(version.c.trial_until, version.c.id.desc())
    )


def _trial(row: AnyRow) -> Trial:
    return made_of(
        Trial,
        kind=row.kind,
        slug=row.slug,
        number=row.number,
        name=row.name,
        question=row.question,
        begins=row.trial_from,
        ends=row.trial_until,
        kept=row.kept,
        evaluation=row.evaluation,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )
