"""Documents and their versions: rows <-> structs."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    exists,
    func,
    insert,
    select,
    update,
)

from app.model.errors import Trouble
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.model.library.version_work import Deed
from app.store.door import made_of
from app.store.guard import refuse_cpr
from app.store.item_keys import is_version, item_id, named
from app.store.stored_documents import (
    FORMAT,
    AnyDocument,
    fingerprint,
    read_document,
    title_in,
    write_document,
)
from app.store.tables import AnyRow, item, version, version_deed

_SHIPPED = "shipped"
_LOCAL = "local"

_INFO = (
    item.c.kind,
    item.c.slug,
    version.c.number,
    version.c.state,
    version.c.origin,
    version.c.author,
    version.c.note,
    version.c.created,
    version.c.approved_by,
    version.c.approved_at,
    version.c.review_by,
    version.c.base,
)
_TEXT = (version.c.id, version.c.format, version.c.document, version.c.sha256)

_INFO_OF_ONE = (
    select(*_INFO)
    .join_from(item, version, version.c.item_id == item.c.id)
    .where(version.c.id == bindparam("key"))
)
"""Asked at every tick; to make it anew would take longer than to carry it out."""


class Stored(Struct, frozen=True):
    """A version with its text; `key` is what runs refer to it by."""

    key: int
    info: VersionInfo
    document: AnyDocument


class NewerStored(Struct, frozen=True):
    """A version that a newer program has written: nobody can read its text here."""

    info: VersionInfo
    title: str


class KnownItem(Struct, frozen=True):
    """What is there of one document, for whoever brings a new version.

    `latest_shipped` is the SHA-256 of the newest text that came with the program; `is_newer` tells
    that a newer program has written in it.
    """

    published: VersionInfo | None
    latest_shipped: bytes | None
    is_newer: bool = False


class Marked(Struct, frozen=True):
    """What is known of a version, with the SHA-256 of its text in hex.

    `is_overtaken` tells that it came with the program, and a newer one did before anyone chose.
    """

    info: VersionInfo
    mark: str
    is_overtaken: bool = False


class Items:
    """The documents of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def published(self) -> Iterator[Stored | NewerStored]:
        """Go through the published version of every document, in the order they came."""
        rows = self._connection.execute(
            _select(*_INFO, *_TEXT).where(version.c.number == item.c.published).order_by(item.c.id)
        )
        return map(_read, rows)

    def newer_drafts(self) -> tuple[NewerStored, ...]:
        """Return the texts that are being written, or wait for approval, in a newer program."""
        open_ones = (VersionState.DRAFT.value, VersionState.IN_REVIEW.value)
        rows = self._connection.execute(
            _select(*_INFO, *_TEXT)
            .where(version.c.format > FORMAT, version.c.state.in_(open_ones))
            .where(version.c.origin == _LOCAL)
        )
        return tuple(_newer(row) for row in rows)

    def version(self, kind: Kind, slug: str, number: int) -> Stored | None:
        """Find one version of a document."""
        return self._one(named(kind, slug), version.c.number == number)

    def published_version(self, kind: Kind, slug: str) -> Stored | None:
        """Find the version of a document that counts now."""
        return self._one(named(kind, slug), version.c.number == item.c.published)

    def counts_and_is_readable(self, kind: Kind, slug: str) -> Stored | None:
        """Find the version of a document that counts now, unless a newer program wrote it."""
        return next(self._readable(named(kind, slug), version.c.number == item.c.published), None)

    def by_key(self, key: int) -> Stored | None:
        """Find the version that a run follows."""
        return self._one(version.c.id == key)

    def info(self, key: int) -> VersionInfo | None:
        """Find what is known of the version that a run follows."""
        row = self._connection.execute(_INFO_OF_ONE, {"key": key}).first()
        return _info(row) if row else None

    def versions(self, kind: Kind, slug: str) -> tuple[VersionInfo, ...]:
        """Return all versions of a document, the newest first."""
        rows = self._connection.execute(
            _select(*_INFO).where(named(kind, slug)).order_by(version.c.number.desc())
        )
        return tuple(map(_info, rows))

    def in_state(self, state: VersionState) -> tuple[VersionInfo, ...]:
        """Return all versions of documents that have come so far, the last changed first."""
        rows = self._connection.execute(
            _select(*_INFO)
            .where(version.c.state == state.value, item.c.kind != Kind.CATALOGUE.value)
            .order_by(version.c.changed.desc(), version.c.id.desc())
        )
        return tuple(map(_info, rows))

    def known(self) -> dict[tuple[Kind, str], KnownItem]:
        """Return what is there of every document, without the texts."""
        found: dict[tuple[Kind, str], KnownItem] = {}
        rows = self._connection.execute(
            _select(*_INFO, version.c.sha256, version.c.format, item.c.published).order_by(
                version.c.number
            )
        )
        for row in rows:
            info = _info(row)
            before = found.get((info.kind, info.slug), KnownItem(None, None))
            found[info.kind, info.slug] = KnownItem(
                info if info.number == row.published else before.published,
                row.sha256 if info.shipped else before.latest_shipped,
                before.is_newer or row.format > FORMAT,
            )
        return found

    def marked(self) -> dict[tuple[Kind, str], tuple[Marked, ...]]:
        """Return all versions of every document, the newest first, without the texts."""
        found: dict[tuple[Kind, str], list[Marked]] = {}
        for one in self._marked():
            found.setdefault((one.info.kind, one.info.slug), []).append(one)
        return {key: tuple(marked) for key, marked in found.items()}

    def marked_of(self, kind: Kind, slug: str) -> tuple[Marked, ...]:
        """Return all versions of a document, the newest first, without the texts."""
        return tuple(self._marked(named(kind, slug)))

    def texts_of(self, kind: Kind, slug: str) -> Iterator[Stored]:
        """Go through all versions of a document with their texts, the newest first; not those that
        a newer program has written.
        """
        return self._readable(named(kind, slug))

    def arrived(self) -> Iterator[Stored]:
        """Go through the texts that came with the program and met one that is used here; not those
        that came with a newer one.
        """
        waits = version.c.state == VersionState.DRAFT.value
        return self._readable(version.c.origin == _SHIPPED, waits)

    def add_version(
        self,
        kind: Kind,
        slug: str,
        document: AnyDocument,
        *,
        shipped: bool,
        author: str,
        now: datetime,
        note: str = "",
        base: int | None = None,
    ) -> VersionInfo:
        """Add a draft with the next number; `base` is the version it was made of, if any."""
        refuse_cpr((document, author, note), "cpr_in_document")
        owner = self._item_id(kind, slug)
        text = write_document(document)
        number = self._next_number(owner)
        self._connection.execute(
            insert(version).values(
                item_id=owner,
                number=number,
                state=VersionState.DRAFT.value,
                origin=_SHIPPED if shipped else _LOCAL,
                format=FORMAT,
                document=text,
                sha256=fingerprint(text),
                author=author,
                note=note,
                created=now,
                changed=now,
                approved_by="",
                base=base,
            )
        )
        return VersionInfo(
            kind, slug, number, VersionState.DRAFT, shipped, author, note, now, base=base
        )

    def published_number(self, kind: Kind, slug: str) -> int | None:
        """Return the number of the version that counts; None where none does."""
        return self._connection.scalar(select(item.c.published).where(named(kind, slug)))

    def count_published(self) -> int:
        """Count the documents of which a version counts."""
        counted = select(func.count()).where(
            item.c.published.is_not(None), item.c.kind != Kind.CATALOGUE.value
        )
        return self._connection.scalar(counted) or 0

    def slugs(self, kind: Kind) -> frozenset[str]:
        """Return every id there is of a kind, published or not."""
        found = select(item.c.slug).where(item.c.kind == kind.value)
        return frozenset(self._connection.scalars(found))

    def set_state(
        self, kind: Kind, slug: str, number: int, state: VersionState, *, now: datetime
    ) -> None:
        """Say how far a version has come. `publish` and `retire` do it for what counts."""
        self._set_state(kind, slug, number, state, now)

    def publish(self, kind: Kind, slug: str, number: int, *, now: datetime) -> None:
        """Let a version count, and retire the one that did."""
        self.retire(kind, slug, now=now)
        self._set_state(kind, slug, number, VersionState.PUBLISHED, now)
        self._connection.execute(update(item).where(named(kind, slug)).values(published=number))

    def retire(self, kind: Kind, slug: str, *, now: datetime) -> None:
        """Let no version of a document count any more. Runs keep the one they follow."""
        self._connection.execute(
            update(version)
            .where(
                version.c.item_id == item_id(kind, slug),
                version.c.state == VersionState.PUBLISHED.value,
            )
            .values(state=VersionState.RETIRED.value, changed=now)
        )
        self._connection.execute(update(item).where(named(kind, slug)).values(published=None))

    def approve(
        self, kind: Kind, slug: str, number: int, *, by: str, now: datetime, review_by: date | None
    ) -> None:
        """Note who stands behind a version, and when it is to be looked at again."""
        self._connection.execute(
            update(version)
            .where(is_version(kind, slug, number))
            .values(approved_by=by, approved_at=now, review_by=review_by, changed=now)
        )

    def stamp(self) -> int:
        """A number that differs whenever a version was added, published or approved."""
        rows = self._connection.execute(
            _select(version.c.id, version.c.state, version.c.approved_at, item.c.published)
        )
        return hash(frozenset(map(tuple, rows)))

    def _marked(self, *conditions: ColumnElement[bool]) -> Iterator[Marked]:
        is_overtaken = exists().where(
            version_deed.c.version_id == version.c.id,
            version_deed.c.deed == Deed.OVERTAKEN.value,
        )
        rows = self._connection.execute(
            _select(*_INFO, version.c.sha256)
            .add_columns(is_overtaken.label("is_overtaken"))
            .where(*conditions)
            .order_by(version.c.number.desc())
        )
        for row in rows:
            yield Marked(_info(row), row.sha256.hex(), bool(row.is_overtaken))

    def _readable(self, *conditions: ColumnElement[bool]) -> Iterator[Stored]:
        rows = self._connection.execute(
            _select(*_INFO, *_TEXT).where(*conditions).order_by(item.c.id, version.c.number.desc())
        )
        return (one for one in map(_read, rows) if isinstance(one, Stored))

    def _one(self, *conditions: ColumnElement[bool]) -> Stored | None:
        row = self._connection.execute(_select(*_INFO, *_TEXT).where(*conditions)).first()
        return _stored(row) if row else None

    def _item_id(self, kind: Kind, slug: str) -> int:
        found: int | None = self._connection.scalar(select(item.c.id).where(named(kind, slug)))
        if found is None:
            added = insert(item).values(kind=kind.value, slug=slug).returning(item.c.id)
            found = self._connection.execute(added).scalar_one()
        return found

    def _next_number(self, owner: int) -> int:
        newest = select(func.max(version.c.number)).where(version.c.item_id == owner)
        return (self._connection.scalar(newest) or 0) + 1

    def _set_state(
        self, kind: Kind, slug: str, number: int, state: VersionState, now: datetime
    ) -> None:
        self._connection.execute(
            update(version)
            .where(is_version(kind, slug, number))
            .values(state=state.value, changed=now)
        )


def _select(*columns: Column[Any]) -> Select[*tuple[Any, ...]]:
    return select(*columns).join_from(item, version, version.c.item_id == item.c.id)


def _info(row: AnyRow) -> VersionInfo:
    return made_of(
        VersionInfo,
        kind=row.kind,
        slug=row.slug,
        number=row.number,
        state=row.state,
        shipped=row.origin == _SHIPPED,
        author=row.author,
        note=row.note,
        created=row.created,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        review_by=row.review_by,
        base=row.base,
    )


def _stored(row: AnyRow) -> Stored:
    info = _info(row)
    return Stored(row.id, info, read_document(info.kind, row.format, row.document, row.sha256))


def _read(row: AnyRow) -> Stored | NewerStored:
    try:
        return _stored(row)
    except Trouble as trouble:
        if trouble.code != "newer_document":
            raise
        return _newer(row)


def _newer(row: AnyRow) -> NewerStored:
    return NewerStored(_info(row), title_in(row.document) or row.slug)
