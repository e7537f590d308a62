"""What was done to versions: appended, and never changed."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from app.model.library.stored_version import Kind
from app.model.library.version_work import Deed, VersionDeed
from app.store.door import made_of
from app.store.guard import refuse_cpr
from app.store.item_keys import named, version_key
from app.store.tables import item, version, version_deed


class VersionLog:
    """The deeds of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        kind: Kind,
        slug: str,
        number: int,
        deed: Deed,
        *,
        at: datetime,
        actor: str,
        note: str = "",
        other: int | None = None,
    ) -> None:
        """Note what was done to a version, by whom and why."""
        refuse_cpr((actor, note), "cpr_in_message")
        self._connection.execute(
            insert(version_deed).values(
                version_id=version_key(self._connection, kind, slug, number),
                at=at,
                actor=actor,
                deed=deed.value,
                note=note,
                other=other,
            )
        )

    def of(self, kind: Kind, slug: str) -> tuple[VersionDeed, ...]:
        """Return all that was done to the versions of a document, the oldest first."""
        rows = self._connection.execute(
            select(
                version.c.number,
                version_deed.c.at,
                version_deed.c.actor,
                version_deed.c.deed,
                version_deed.c.note,
                version_deed.c.other,
            )
            .join_from(item, version, version.c.item_id == item.c.id)
            .join(version_deed, version_deed.c.version_id == version.c.id)
            .where(named(kind, slug))
            .order_by(version_deed.c.id)
        )
        return tuple(
            made_of(
                VersionDeed,
                number=row.number,
                at=row.at,
                actor=row.actor,
                deed=row.deed,
                note=row.note,
                other=row.other,
            )
            for row in rows
        )

    def writers(self, kind: Kind, slug: str, number: int) -> frozenset[str]:
        """Return all who have written in a version."""
        wrote = {Deed.WRITTEN, Deed.CHANGED, Deed.RESTORED, Deed.MERGED}
        return frozenset(
            one.actor for one in self.of(kind, slug) if one.number == number and one.deed in wrote
        )

    def stamp(self) -> int:
        """A number that grows with every deed."""
        return self._connection.scalar(select(func.max(version_deed.c.id))) or 0
