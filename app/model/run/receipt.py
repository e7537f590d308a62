"""Receipts: proof that runs were deleted, without a word of what they held."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Cause(StrEnum):
    """Why runs were deleted."""

    RETENTION = "retention"
    """The time they may be kept after closing had run out."""
    ASKED = "asked"
    """A user asked for it."""


class Receipt(Struct, frozen=True):
    """So many runs were deleted at that moment, by that user."""

    at: datetime
    actor: str
    cause: Cause
    runs: int
