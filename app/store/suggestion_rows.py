"""Suggestions of advisers: rows <-> structs."""

from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    insert,
    select,
    update,
)

from app.model.library.stored_version import Kind, VersionState
from app.model.library.suggestion_spots import came_of, state_now
from app.model.library.version_work import Answered, Came, Deed, Suggestion
from app.store.door import made_of
from app.store.guard import refuse_cpr
from app.store.item_keys import item_id, named
from app.store.tables import AnyRow, item, suggestion, version, version_deed

_COUNTED = (Deed.PUBLISHED.value, Deed.TRIAL_KEPT.value)


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
        refuse_cpr((text, author), "cpr_in_message")
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
        return tuple(one for one in self._found() if state is None or one.state is state)

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
        refuse_cpr((answer, by), "cpr_in_message")
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

    def follow(self, kind: Kind, slug: str, before: int, after: int, *, now: datetime) -> None:
        """Let what was taken up in a draft stand in the one that goes on with its text."""
        self._connection.execute(
            update(suggestion)
            .where(suggestion.c.item_id == item_id(kind, slug), suggestion.c.draft == before)
            .values(draft=after, changed=now)
        )

    def stamp(self) -> tuple[object, ...]:
        """Values that differ whenever a suggestion was written or answered."""
        newest = select(func.count(), func.max(suggestion.c.changed))
        return tuple(self._connection.execute(newest).one())

    def _found(self, *conditions: ColumnElement[bool]) -> tuple[Suggestion, ...]:
        return tuple(map(_suggestion, self._connection.execute(_asked().where(*conditions))))


def _asked() -> Select[Any]:
    draft, base = version.alias("draft_version"), version.alias("base_version")
    has_counted = exists().where(
        version_deed.c.version_id == draft.c.id, version_deed.c.deed.in_(_COUNTED)
    )
    return (
        select(
            *(item.c.kind, item.c.slug, *suggestion.c),
            draft.c.state.label("draft_state"),
            has_counted.label("has_counted"),
            (draft.c.sha256 == base.c.sha256).label("is_same"),
        )
        .join_from(item, suggestion, suggestion.c.item_id == item.c.id)
        .outerjoin(draft, and_(draft.c.item_id == item.c.id, draft.c.number == suggestion.c.draft))
        .outerjoin(base, and_(base.c.item_id == item.c.id, base.c.number == draft.c.base))
        .order_by(suggestion.c.id.desc())
    )


def _suggestion(row: AnyRow) -> Suggestion:
    found = made_of(
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
    came = _came(row)
    return replace(found, state=state_now(found.state, came), came=came)


def _came(row: AnyRow) -> Came | None:
    """Tell of the draft a suggestion was taken up in, as it is now; one that is gone is aside."""
    if row.draft is None:
        return None
    if row.draft_state is None:
        return Came.ASIDE
    state = VersionState(row.draft_state)
    return came_of(state, has_counted=bool(row.has_counted), is_same=bool(row.is_same))
