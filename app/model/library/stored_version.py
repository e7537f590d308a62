"""Stored versions of documents: which one counts, where it came from, who stands behind it."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What the library stores. The catalogue is stored in parts, each with a slug of its own."""

    PROCEDURE = "procedure"
    CARD = "card"
    TOOL = "tool"
    CATALOGUE = "catalogue"


class VersionState(StrEnum):
    """How far a version has come. Of each document at most one version is published.

    One on trial may be used beside it for a while.
    """

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    TRIAL = "trial"
    RETIRED = "retired"


class VersionInfo(Struct, frozen=True):
    """All that is known of a version but its text.

    `shipped` tells that the text came with the program; `created` and `approved_at` are in UTC.
    `base` is the version that the text was made of, where it is known.
    """

    kind: Kind
    slug: str
    number: int
    state: VersionState
    shipped: bool
    author: str
    note: str
    created: datetime
    approved_by: str = ""
    approved_at: datetime | None = None
    review_by: date | None = None
    base: int | None = None

    @property
    def is_template(self) -> bool:
        """Whether it must be approved locally before use: shipped, and approved by nobody here."""
        return self.shipped and self.approved_at is None
