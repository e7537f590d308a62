"""Many texts that come in at once: made ready before anybody waits, stored by few statements."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, bindparam, insert, select, update

from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.model.library.version_work import Deed
from app.store.guard import refuse_cpr
from app.store.stored_documents import FORMAT, AnyDocument, fingerprint, write_document
from app.store.tables import item, version, version_deed

_LOCAL = "local"

Key = tuple[Kind, str, int]
"""A version: the kind and the id of its document, and its number."""


class Ready(Struct, frozen=True):
    """A text that was looked at and written out, with its SHA-256."""

    text: str
    sha256: bytes


class ArrivingVersion(Struct, frozen=True):
    """A new version of a document; `base` is the one it was made of, if any."""

    key: Key
    ready: Ready
    state: VersionState
    base: int | None = None


class Done(Struct, frozen=True):
    """What is done to a version, and why; `other` is another version that has to do with it."""

    key: Key
    deed: Deed
    note: str = ""
    other: int | None = None


def make_ready(document: AnyDocument) -> Ready:
    """Do all with a text that needs no database. `Refused`: cpr_in_document, text_unfit."""
    refuse_cpr(document, "cpr_in_document")
    text = write_document(document)
    return Ready(text, fingerprint(text))


class Arrivals:
    """What comes in within one transaction, by one person, at one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, arriving: Sequence[ArrivingVersion], *, author: str, now: datetime
    ) -> tuple[VersionInfo, ...]:
        """Add versions; their numbers must be the next ones of their documents."""
        refuse_cpr(author, "cpr_in_document")
        if arriving:
            items = self._items([one.key[:2] for one in arriving])
            rows = [
                {
                    "item_id": items[one.key[:2]],
                    "number": one.key[2],
                    "state": one.state.value,
                    "origin": _LOCAL,
                    "format": FORMAT,
                    "document": one.ready.text,
                    "sha256": one.ready.sha256,
                    "author": author,
                    "note": "",
                    "created": now,
                    "changed": now,
                    "approved_by": "",
                    "base": one.base,
                }
                for one in arriving
            ]
            self._connection.execute(insert(version), rows)
        return tuple(
            VersionInfo(*one.key, one.state, False, author, "", now, base=one.base)
            for one in arriving
        )

    def put_away(self, keys: Sequence[Key], *, now: datetime) -> None:
        """Let versions be texts that were once."""
        ids = self._versions() if keys else {}
        rows = [
            {"key": ids[key], "state": VersionState.RETIRED.value, "changed": now} for key in keys
        ]
        if rows:
            self._connection.execute(update(version).where(version.c.id == bindparam("key")), rows)

    def note(self, deeds: Sequence[Done], *, actor: str, at: datetime) -> None:
        """Note what is done to versions, in that order."""
        refuse_cpr((actor, *{done.note for done in deeds}), "cpr_in_message")
        ids = self._versions() if deeds else {}
        rows = [
            {
                "version_id": ids[done.key],
                "at": at,
                "actor": actor,
                "deed": done.deed.value,
                "note": done.note,
                "other": done.other,
            }
            for done in deeds
        ]
        if rows:
            self._connection.execute(insert(version_deed), rows)

    def _items(self, wanted: Sequence[tuple[Kind, str]]) -> dict[tuple[Kind, str], int]:
        """Return the keys of documents; those that are new are added, in their order."""
        known = self._known_items()
        new = [name for name in dict.fromkeys(wanted) if name not in known]
        if new:
            rows = [{"kind": kind.value, "slug": slug} for kind, slug in new]
            self._connection.execute(insert(item), rows)
            known = self._known_items()
        return known

    def _known_items(self) -> dict[tuple[Kind, str], int]:
        rows = self._connection.execute(select(item.c.kind, item.c.slug, item.c.id))
        return {(Kind(kind), slug): key for kind, slug, key in rows}

    def _versions(self) -> dict[Key, int]:
        rows = self._connection.execute(
            select(item.c.kind, item.c.slug, version.c.number, version.c.id).join_from(
                item, version, version.c.item_id == item.c.id
            )
        )
        return {(Kind(kind), slug, number): key for kind, slug, number, key in rows}
