"""What came of bringing in the library that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from app.model.library.stored_version import Kind

if TYPE_CHECKING:
    from app.files import Problem


class Arrival(Struct, frozen=True):
    """A document that came in, changed or went."""

    kind: Kind
    slug: str


class ImportReport(Struct, frozen=True):
    """What came of bringing in the shipped library.

    `updated` are templates that took the place of older ones; `to_compare` arrived beside a text
    that is used here; `gone` no longer ship and were taken out. `problems` are files that could
    not be read: all others came in.
    """

    added: tuple[Arrival, ...] = ()
    updated: tuple[Arrival, ...] = ()
    to_compare: tuple[Arrival, ...] = ()
    gone: tuple[Arrival, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything is different from before."""
        return bool(self.added or self.updated or self.to_compare or self.gone)
