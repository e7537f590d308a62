"""Suggestions of advisers: rows <-> structs."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, insert, select, update

from app.model.authoring import Answered, Suggestion
from app.model.version import Kind
from app.store.door import made_of
from app.store.guard import refuse_cpr
from app.store.keys import item_id, named
from app.store.tables import AnyRow, item, suggestion


class Suggestions:
    """The suggestions of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        kind: Kind,
        slug: str,
        *,
        step: str,
        version: int,
        text: str,
        author: str,
        now: datetime,
    ) -> int:
        """Add a suggestion and return its number."""
        refuse_cpr((text, author), "cpr_in_note")
        new = insert(suggestion).values(
            item_id=item_id(kind, slug),
            step=step,
            version=version,
            text=text,
            author=author,
            created=now,
            state=Answered.OPEN.value,
            answer="",
            answered_by="",
            changed=now,
        )
        number: int = self._connection.execute(new.returning(suggestion.c.id)).scalar_one()
        return number

    def get(self, number: int) -> Suggestion | None:
        """Find one suggestion."""
        found = self._found(suggestion.c.id == number)
        return found[0] if found else None

    def of(self, kind: Kind, slug: str) -> tuple[Suggestion, ...]:
        """Return the suggestions for a document, the newest first."""
        return self._found(named(kind, slug))

    def all(self, *, state: Answered | None = None) -> tuple[Suggestion, ...]:
        """Return all suggestions, or those of one state, the newest first."""
        return self._found(*(() if state is None else (suggestion.c.state == state.value,)))

    def answer(
        self,
        number: int,
        state: Answered,
        *,
        answer: str,
        by: str,
        now: datetime,
        draft: int | None = None,
    ) -> None:
        """Keep what came of a suggestion, with a word to its author."""
        refuse_cpr((answer, by), "cpr_in_note")
        self._connection.execute(
            update(suggestion)
            .where(suggestion.c.id == number)
            .values(
                state=state.value,
                answer=answer,
                answered_by=by,
                answered_at=now,
                draft=draft,
                changed=now,
            )
        )

    def stamp(self) -> tuple[object, ...]:
        """Values that differ whenever a suggestion was written or answered."""
        newest = select(func.count(), func.max(suggestion.c.changed))
        return tuple(self._connection.execute(newest).one())

    def _found(self, *conditions: ColumnElement[bool]) -> tuple[Suggestion, ...]:
        return tuple(map(_suggestion, self._connection.execute(_asked().where(*conditions))))


def _asked() -> Select[Any]:
    return (
        select(item.c.kind, item.c.slug, *suggestion.c)
        .join_from(item, suggestion, suggestion.c.item_id == item.c.id)
        .order_by(suggestion.c.id.desc())
    )


def _suggestion(row: AnyRow) -> Suggestion:
    return made_of(
        Suggestion,
        id=row.id,
        kind=row.kind,
        slug=row.slug,
        step=row.step,
        version=row.version,
        text=row.text,
        author=row.author,
        created=row.created,
        state=row.state,
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        draft=row.draft,
    )
