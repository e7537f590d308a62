"""Drafts: versions whose text may still change. Rows <-> structs."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Select, delete, select, update

from app.model.library.stored_version import Kind, VersionState
from app.model.library.version_work import AnyPage, Draft
from app.store.guard import refuse_cpr
from app.store.item_keys import is_version, named
from app.store.item_rows import Items, Stored
from app.store.stored_documents import FORMAT, fingerprint, write_document
from app.store.tables import item, version

_LOCAL = "local"
_PAGES = (Kind.PROCEDURE.value, Kind.CARD.value, Kind.TOOL.value)


class Drafts:
    """The drafts of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._items = Items(connection)

    def get(self, kind: Kind, slug: str, number: int) -> Draft | None:
        """Find a version whose text may still change."""
        found = [one for one in self._found(named(kind, slug)) if one.info.number == number]
        return found[0] if found else None

    def of(self, kind: Kind, slug: str) -> tuple[Draft, ...]:
        """Return the drafts of a document, the newest first; not those of a newer program."""
        return self._found(named(kind, slug), version.c.format <= FORMAT)

    def all(self, *, author: str | None = None) -> tuple[Draft, ...]:
        """Return all drafts, or those of one author, the last changed first; not those of a newer
        program.
        """
        conditions = () if author is None else (version.c.author == author,)
        return self._found(version.c.format <= FORMAT, *conditions)

    def overwrite(
        self, kind: Kind, slug: str, number: int, document: AnyPage, *, now: datetime
    ) -> None:
        """Give a draft a newer text."""
        refuse_cpr(document, "cpr_in_document")
        text = write_document(document)
        self._connection.execute(
            update(version)
            .where(is_version(kind, slug, number), version.c.state == VersionState.DRAFT.value)
            .values(document=text, sha256=fingerprint(text), format=FORMAT, changed=now)
        )

    def let_go(self, kind: Kind, slug: str, number: int) -> None:
        """Let a draft be gone, with what was done to it."""
        self._connection.execute(
            delete(version).where(
                is_version(kind, slug, number), version.c.state == VersionState.DRAFT.value
            )
        )

    def _found(self, *conditions: ColumnElement[bool]) -> tuple[Draft, ...]:
        rows = self._connection.execute(_asked().where(*conditions))
        keys = [(row.id, row.sha256, row.changed, row.published) for row in rows]
        return tuple(
            _draft(stored, sha, changed, published)
            for key, sha, changed, published in keys
            if (stored := self._items.by_key(key)) is not None
        )


def _asked() -> Select[Any]:
    return (
        select(version.c.id, version.c.sha256, version.c.changed, item.c.published)
        .join_from(item, version, version.c.item_id == item.c.id)
        .where(
            version.c.state == VersionState.DRAFT.value,
            version.c.origin == _LOCAL,
            item.c.kind.in_(_PAGES),
        )
        .order_by(version.c.changed.desc(), version.c.id.desc())
    )


def _draft(stored: Stored, sha: bytes, changed: datetime, published: int | None) -> Draft:
    info = stored.info
    return Draft(
        info=info,
        document=cast("AnyPage", stored.document),
        mark=sha.hex(),
        changed=changed,
        base=info.base,
        is_stale=info.base != published,
    )
