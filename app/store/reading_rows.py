"""Who has read and understood which version: rows <-> structs."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, or_, select

from app.model.library.stored_version import Kind
from app.model.library.version_work import Read
from app.store.door import made_of, member_of
from app.store.guard import refuse_cpr
from app.store.item_keys import is_version, version_key
from app.store.tables import item, reading, version


class Readings:
    """The readings of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, kind: Kind, slug: str, number: int, *, person: str, now: datetime) -> None:
        """Note that someone has read a version; once is enough."""
        refuse_cpr(person, "cpr_in_name")
        if any(one.person == person for one in self.of(kind, slug, number)):
            return
        key = version_key(self._connection, kind, slug, number)
        self._connection.execute(insert(reading).values(version_id=key, person=person, at=now))

    def of(self, kind: Kind, slug: str, number: int) -> tuple[Read, ...]:
        """Return who has read a version, the first first."""
        rows = self._connection.execute(
            select(reading.c.person, reading.c.at)
            .join(version, reading.c.version_id == version.c.id)
            .where(is_version(kind, slug, number))
            .order_by(reading.c.id)
        )
        return tuple(made_of(Read, person=row.person, at=row.at) for row in rows)

    def unread(self, person: str) -> tuple[tuple[Kind, str, int], ...]:
        """Return the published versions that someone has not read, by kind, id and number.

        Shipped texts that nobody here stands behind are not meant.
        """
        has_read = select(reading.c.version_id).where(reading.c.person == person)
        rows = self._connection.execute(
            select(item.c.kind, item.c.slug, version.c.number)
            .join_from(item, version, version.c.item_id == item.c.id)
            .where(version.c.number == item.c.published, version.c.id.not_in(has_read))
            .where(item.c.kind != Kind.CATALOGUE.value)
            .where(or_(version.c.origin != "shipped", version.c.approved_at.is_not(None)))
            .order_by(item.c.id)
        )
        return tuple((member_of(Kind, row.kind, "item"), row.slug, row.number) for row in rows)

    def stamp(self) -> int:
        """A number that grows with every reading."""
        return self._connection.scalar(select(func.max(reading.c.id))) or 0
