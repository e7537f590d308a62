"""Which text of a document is ours, and which texts it came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from app.model.library.catalogue import Catalogue
from app.model.library.stored_version import Kind, VersionState
from app.model.sharing.text_standing import LONGEST_LINE

if TYPE_CHECKING:
    from app.store.item_rows import Marked
    from app.store.unit_of_work import Work

_OPEN = frozenset({VersionState.DRAFT, VersionState.IN_REVIEW, VersionState.TRIAL})


class Ours(Struct, frozen=True):
    """The text of a document that counts here, or would: version `number`.

    `line` begins with its fingerprint. `waiting` are the fingerprints of texts that are being
    written or wait for approval. `arrived` is the version that came with the program and waits
    for a choice, and `shipped` the line of what the program brought.
    """

    number: int | None = None
    published: int | None = None
    line: tuple[str, ...] = ()
    waiting: frozenset[str] = frozenset()
    arrived: int | None = None
    shipped: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The fingerprint of the text; empty where there is none."""
        return self.line[0] if self.line else ""

    @property
    def is_retired(self) -> bool:
        """Whether it counted once and was taken out of use."""
        return self.number is not None and self.published is None and self.mark not in self.waiting


def ours_of(versions: Sequence[Marked]) -> Ours:
    """Find ours among the versions of a document, the newest first.

    It is the published one, else the newest that is being written, else the last that counted.
    """
    arrived = next((one.info.number for one in versions if _waits(one)), None)
    shipped = tuple(one.mark for one in versions if one.info.shipped)
    settled = [one for one in versions if not _waits(one) and not one.is_overtaken]
    published = [one for one in settled if one.info.state is VersionState.PUBLISHED]
    open_ones = [one for one in settled if one.info.state in _OPEN]
    counted = [one for one in settled if one.info.shipped or one.info.approved_at is not None]
    waiting = frozenset(one.mark for one in open_ones)
    ours = next(iter([*published, *open_ones, *counted]), None)
    if ours is None:
        return Ours(waiting=waiting, arrived=arrived, shipped=shipped)
    before = (one.mark for one in settled if one.info.state not in _OPEN)
    return Ours(
        ours.info.number,
        published[0].info.number if published else None,
        tuple(dict.fromkeys((ours.mark, *before)))[:LONGEST_LINE],
        waiting,
        arrived,
        shipped,
    )


def registers_seen(work: Work, slug: str) -> tuple[list[Catalogue], list[Catalogue]]:
    """Return a part of the registers as it has been here, and as it came with the program."""
    settled = {
        one.info.number
        for one in work.items.marked_of(Kind.CATALOGUE, slug)
        if not _waits(one) and not one.is_overtaken
    }
    stored = [
        (one.info, cast("Catalogue", one.document))
        for one in work.items.texts_of(Kind.CATALOGUE, slug)
    ]
    seen = [document for info, document in stored if info.number in settled]
    return seen, [document for info, document in stored if info.shipped]


def _waits(version: Marked) -> bool:
    """Tell whether a text came with the program and nobody has chosen yet."""
    return version.info.shipped and version.info.state is VersionState.DRAFT
