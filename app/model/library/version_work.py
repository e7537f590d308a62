"""Work on the library as values: drafts, deeds done to versions, trials, suggestions, readers."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum, StrEnum, auto

from msgspec import Struct

from app.model.library.card import ActionCard
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind, VersionInfo
from app.model.library.tool import Tool

AnyPage = Procedure | ActionCard | Tool
"""What a team lead writes."""


def kind_of(document: AnyPage) -> Kind:
    """Return the kind under which a document is stored."""
    if isinstance(document, Procedure):
        return Kind.PROCEDURE
    return Kind.CARD if isinstance(document, ActionCard) else Kind.TOOL


class Draft(Struct, frozen=True):
    """A text that is being written.

    `mark` changes with the text: whoever keeps a newer one says which it was made of. `base` is
    the version it began with; `is_stale` tells that another has been published since.
    `beside` tells that it was kept beside the one it was meant for, which had changed elsewhere.
    """

    info: VersionInfo
    document: AnyPage
    mark: str
    changed: datetime
    base: int | None = None
    is_stale: bool = False
    beside: bool = False


class Deed(StrEnum):
    """What was done to a version."""

    WRITTEN = "written"
    CHANGED = "changed"
    SENT = "sent"
    TAKEN_BACK = "taken_back"
    SENT_BACK = "sent_back"
    APPROVED = "approved"
    PUBLISHED = "published"
    OVER_BUDGET = "over_budget"
    """It asks more than the budget has, and counts all the same; the note says why."""
    RETIRED = "retired"
    DISCARDED = "discarded"
    RESTORED = "restored"
    MERGED = "merged"
    IMPORTED = "imported"
    DECLINED = "declined"
    OVERTAKEN = "overtaken"
    TRIAL_BEGUN = "trial_begun"
    TRIAL_KEPT = "trial_kept"
    TRIAL_DROPPED = "trial_dropped"


class VersionDeed(Struct, frozen=True):
    """Who did what to a version, when and why. `other` is the version it was made of, if any."""

    number: int
    at: datetime
    actor: str
    deed: Deed
    note: str = ""
    other: int | None = None


def last_deed(deeds: Iterable[VersionDeed], *kinds: Deed) -> VersionDeed | None:
    """Return the last of these things that was done; None where none of them was."""
    return next((one for one in reversed(tuple(deeds)) if one.deed in kinds), None)


def sent_back(deeds: Iterable[VersionDeed]) -> VersionDeed | None:
    """Return that another sent a version back, where nothing was done about it since."""
    last = last_deed(deeds, Deed.SENT, Deed.TAKEN_BACK, Deed.SENT_BACK)
    return last if last is not None and last.deed is Deed.SENT_BACK else None


class Fate(Enum):
    """What becomes of a draft when its text is kept."""

    STAYS = auto()
    PUT_ASIDE = auto()
    LET_GO = auto()


_MERE_WRITING = frozenset({Deed.WRITTEN, Deed.CHANGED})


def fate_of(
    document: AnyPage,
    made_of: AnyPage | None,
    number: int | None = None,
    deeds: Iterable[VersionDeed] = (),
    *,
    is_awaited: bool = False,
) -> Fate:
    """Tell what becomes of draft `number` with a text, when it was made of another.

    One that says the same is no draft. It goes without a trace where all that was ever done to it
    is writing, which has been taken back; what was sent, restored or brought in keeps its history,
    and so does one that another came of. One that somebody `is_awaited` to write in stays.
    """
    if document != made_of or is_awaited:
        return Fate.STAYS
    is_mere_writing = all(
        one.deed in _MERE_WRITING if one.number == number else one.other != number
        for one in deeds
        if number is not None
    )
    return Fate.LET_GO if is_mere_writing else Fate.PUT_ASIDE


class Trial(Struct, frozen=True):
    """A version that is tried for a period, with a question, and in the end kept or dropped."""

    kind: Kind
    slug: str
    number: int
    name: str
    question: str
    begins: date
    ends: date
    kept: bool | None = None
    evaluation: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided."""
        return self.kept is None

    def runs_on(self, day: date) -> bool:
        """Whether new runs may use the version on a day."""
        return self.is_open and self.begins <= day <= self.ends

    def is_over(self, day: date) -> bool:
        """Whether its period has run out and nothing was decided."""
        return self.is_open and day > self.ends


class VersionStory(Struct, frozen=True):
    """A version with all that was done to it, the oldest first."""

    info: VersionInfo
    deeds: tuple[VersionDeed, ...] = ()
    base: int | None = None
    trial: Trial | None = None


class Answered(StrEnum):
    """What came of a suggestion."""

    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"


class Came(Enum):
    """How far a draft has come in which a suggestion was taken up, as it is now."""

    BEGUN = auto()
    """Nothing is changed in it yet."""
    WRITTEN = auto()
    IN_REVIEW = auto()
    TRIED = auto()
    PUBLISHED = auto()
    ASIDE = auto()
    """It never counted, and is put aside: nothing came of the suggestion."""


class Suggestion(Struct, frozen=True):
    """What an adviser proposes at a step, or for a whole document where `step` is empty.

    One that was taken up in a `draft` that is put aside waits again; `came` tells of that draft.
    """

    id: int
    kind: Kind
    slug: str
    step: str
    version: int
    text: str
    author: str
    created: datetime
    state: Answered = Answered.OPEN
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None
    draft: int | None = None
    came: Came | None = None


class Read(Struct, frozen=True):
    """That someone has read and understood a version."""

    person: str
    at: datetime


class Readers(Struct, frozen=True):
    """Who has read a version, the first first.

    `missing` are those of the `team` who have not; where no team is named, nobody knows who is to.
    """

    read: tuple[Read, ...] = ()
    missing: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
