"""How items and versions are found by the names they go by outside the store."""

from sqlalchemy import ColumnElement, Connection, ScalarSelect, and_, select

from app.model.library.stored_version import Kind
from app.store.tables import item, version


def named(kind: Kind, slug: str) -> ColumnElement[bool]:
    """The condition that an item is that document."""
    return and_(item.c.kind == kind.value, item.c.slug == slug)


def item_id(kind: Kind, slug: str) -> ScalarSelect[int]:
    """The key of a document."""
    return select(item.c.id).where(named(kind, slug)).scalar_subquery()


def is_version(kind: Kind, slug: str, number: int) -> ColumnElement[bool]:
    """The condition that a version is that one of a document."""
    return and_(version.c.item_id == item_id(kind, slug), version.c.number == number)


def version_key(connection: Connection, kind: Kind, slug: str, number: int) -> int | None:
    """Find the key of a version."""
    return connection.scalar(select(version.c.id).where(is_version(kind, slug, number)))
