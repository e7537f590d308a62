"""What the editor can be asked to show."""

from msgspec import Struct

from app.model.library.stored_version import Kind


class EditTarget(Struct, frozen=True):
    """A document to edit, and a step in it; `number` names a draft or a version in review."""

    kind: Kind
    slug: str
    step: str = ""
    number: int | None = None


class TrialTarget(Struct, frozen=True):
    """A version that is tried, to be looked at beside the one that counts, and decided."""

    kind: Kind
    slug: str
    number: int


class UpdatesTarget(Struct, frozen=True):
    """What came with the program and meets a text of ours."""


class OverviewTarget(Struct, frozen=True):
    """What is in hand: drafts, what waits for approval, and suggestions."""


class NewTarget(Struct, frozen=True):
    """A document to begin: from nothing, from a step, or as a copy of another of its kind."""

    kind: Kind
    theme: str = ""
    procedure: str = ""
    step: str = ""
    copy_of: str = ""
