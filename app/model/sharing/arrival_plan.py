"""What would come in: each text and each line of the registers, how it stands, and what can be
chosen for it.
"""

from collections.abc import Mapping

from msgspec import Struct

from app.model.compare.merging import Merged
from app.model.library.catalogue import Catalogue, Library, with_document
from app.model.library.procedure import Document
from app.model.library.stored_version import Kind
from app.model.library.version_work import AnyPage
from app.model.sharing.register_lines import LineKey, lines_of, with_lines
from app.model.sharing.text_standing import ArrivalChoice, TextStanding

Key = tuple[str, str]
"""A kind of document, or a register, with what the thing goes by in it."""

Choices = Mapping[Key, ArrivalChoice]


class IncomingPage(Struct, frozen=True):
    """A procedure, a card or a tool that would come in.

    `ours` is version `number`, of that `mark`; `counts` tells that a version is published here,
    so that ours is that and no draft; `is_retired` tells that it is out of use here, and
    `is_waiting` that just their text is a draft here already. `merged` is both put together,
    where their common text is known; where it is ours again, it is nothing to choose. `arrived`
    is the version of theirs that is here already, as it came with the program.
    """

    kind: Kind
    theirs: AnyPage
    standing: TextStanding
    ours: AnyPage | None = None
    number: int | None = None
    mark: str = ""
    is_retired: bool = False
    is_waiting: bool = False
    merged: Merged | None = None
    arrived: int | None = None
    counts: bool = True

    @property
    def is_draft(self) -> bool:
        """Whether ours is only being written: nothing of it counts here, or ever did."""
        return self.ours is not None and not (self.counts or self.is_retired)

    @property
    def key(self) -> Key:
        return self.kind.value, self.theirs.id

    @property
    def choices(self) -> tuple[ArrivalChoice, ...]:
        """What can be chosen; nothing where both are the same."""
        if self.standing is TextStanding.SAME:
            return ()
        changes_ours = self.merged is not None and self.merged.document != self.ours
        merge = (ArrivalChoice.MERGE,) if changes_ours else ()
        wait = (ArrivalChoice.WAIT,) if self.arrived is not None else ()
        return (ArrivalChoice.KEEP, ArrivalChoice.TAKE, *merge, *wait)

    @property
    def usual(self) -> ArrivalChoice:
        """What is right most often: nothing of ours is left out without being asked for."""
        if not (self.is_waiting or self.is_retired):
            if self.standing in (TextStanding.NEW, TextStanding.THERE):
                return ArrivalChoice.TAKE
            if self.merged is not None and not self.merged.conflicts:
                return ArrivalChoice.MERGE
        return ArrivalChoice.KEEP if self.arrived is None else ArrivalChoice.WAIT

    def outcome(self, choice: ArrivalChoice) -> AnyPage | None:
        """Return the text that a choice makes a draft of; None where none is made."""
        if choice is ArrivalChoice.MERGE and self.merged is not None:
            return self.merged.document
        return self.theirs if choice is ArrivalChoice.TAKE else None


class IncomingLine(Struct, frozen=True):
    """A line of a register that would come in; `is_update` tells that the program brought it."""

    key: LineKey
    theirs: Document
    standing: TextStanding
    ours: Document | None = None
    is_update: bool = False

    @property
    def choices(self) -> tuple[ArrivalChoice, ...]:
        """What can be chosen; nothing where both are the same."""
        if self.standing is TextStanding.SAME:
            return ()
        return (
            ArrivalChoice.KEEP,
            ArrivalChoice.TAKE,
            *((ArrivalChoice.WAIT,) if self.is_update else ()),
        )

    @property
    def usual(self) -> ArrivalChoice:
        """New lines come in: texts refer to them. A line that is here already stays."""
        if self.standing is TextStanding.NEW:
            return ArrivalChoice.TAKE
        return ArrivalChoice.WAIT if self.is_update else ArrivalChoice.KEEP


Incoming = IncomingPage | IncomingLine


class ArrivalPlan(Struct, frozen=True):
    """All that would come in. `name` is that of the file; `is_update` tells that the program
    brought it.
    """

    name: str
    pages: tuple[IncomingPage, ...]
    lines: tuple[IncomingLine, ...]
    catalogue: Catalogue
    is_update: bool = False

    @property
    def all(self) -> tuple[Incoming, ...]:
        """Texts and lines, in their order."""
        return (*self.pages, *self.lines)

    @property
    def open(self) -> tuple[Incoming, ...]:
        """All that something can be chosen for."""
        return tuple(one for one in self.all if one.choices)

    def usual(self) -> dict[Key, ArrivalChoice]:
        """Return what one would begin with."""
        return {one.key: one.usual for one in self.open}

    def kept(self) -> dict[Key, ArrivalChoice]:
        """Return the choices that leave everything here as it is."""
        return {one.key: ArrivalChoice.KEEP for one in self.open}

    def taken(self, choices: Choices) -> tuple[Incoming, ...]:
        """Return all that would come in by these choices."""
        stays = (ArrivalChoice.KEEP, ArrivalChoice.WAIT)
        return tuple(one for one in self.open if choices[one.key] not in stays)


def seen_together(ours: Library, plan: ArrivalPlan) -> Library:
    """Return our library with what only they have, so that their texts can be read here."""
    known = lines_of(ours.catalogue).keys()
    new = [key for key in lines_of(plan.catalogue) if key not in known]
    whole = Library(
        with_lines(ours.catalogue, plan.catalogue, new), ours.procedures, ours.cards, ours.tools
    )
    for page in plan.pages:
        if page.ours is None:
            whole = with_document(whole, page.theirs)
    return whole
