"""The draft in the database: opened from it, and kept in it at each pause."""

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.model.errors import Refused, Told
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.model.library.version_work import AnyPage, Draft, VersionDeed
from app.services import authoring
from app.services.workplace import Workplace
from app.ui.base.desk import Desk

D = TypeVar("D", bound=AnyPage)


class Opened(Struct, frozen=True):
    """A document as one begins to edit it.

    `draft` is the own one that is gone on with, `others` are those of other people. `published`
    counts now; `review` waits to be approved. `deeds` are what was done to the own draft.
    """

    document: AnyPage
    draft: Draft | None = None
    others: tuple[Draft, ...] = ()
    published: VersionInfo | None = None
    review: VersionInfo | None = None
    next_number: int = 1
    deeds: tuple[VersionDeed, ...] = ()

    @property
    def base(self) -> int | None:
        """The version that a text written now is made of."""
        if self.draft is not None:
            return self.draft.base
        return self.published.number if self.published else None


def open_document(
    workplace: Workplace, *, kind: Kind, slug: str, number: int | None = None
) -> Opened:
    """Return the draft of that number, else one's own newest, else the published text.

    `Refused`: no_such_draft, no_such_version.
    """
    drafts = authoring.drafts_of(workplace, kind=kind, slug=slug)
    stories = authoring.history_of(workplace, kind=kind, slug=slug)
    states = {story.info.state: story.info for story in reversed(stories)}
    published, review = states.get(VersionState.PUBLISHED), states.get(VersionState.IN_REVIEW)
    chosen = _chosen(workplace, drafts, number)
    others = tuple(draft for draft in drafts if draft is not chosen)
    next_number = 1 + max((story.info.number for story in stories), default=0)
    if chosen is not None:
        own = (story.deeds for story in stories if story.info.number == chosen.info.number)
        versions = (published, review, next_number)
        return Opened(chosen.document, chosen, others, *versions, next(own, ()))
    if published is None and review is None:
        raise Refused("no_such_version", version="")
    shown = (published or review or stories[0].info).number
    document = authoring.document_version(workplace, kind=kind, slug=slug, number=shown)
    return Opened(document, None, others, published, review, next_number)


def _chosen(workplace: Workplace, drafts: tuple[Draft, ...], number: int | None) -> Draft | None:
    if number is not None:
        found = next((draft for draft in drafts if draft.info.number == number), None)
        if found is None:
            raise Refused("no_such_draft")
        return found
    return next((draft for draft in drafts if draft.info.author == workplace.actor), None)


class DraftKeeper(QObject):
    """Keeps one document as one draft, and as none while it is as what it was made of.

    Signals: `draft_kept` with the `Draft` as it was stored; None when there is none.
    """

    draft_kept = Signal(object)

    def __init__(self, desk: Desk, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._base = opened.base
        self.draft = opened.draft

    def keep(
        self, document: AnyPage, done: Callable[[], None], failed: Callable[[Told], bool]
    ) -> None:
        """Keep a document, and tell when that is done, or why it cannot be."""
        number = self.draft.info.number if self.draft else None
        mark = self.draft.mark if self.draft else ""

        def kept(draft: Draft | None) -> None:
            self.draft = draft
            done()
            self.draft_kept.emit(draft)

        self._desk.do(
            lambda workplace: authoring.keep_or_let_go(
                workplace, document=document, base=self._base, draft=number, mark=mark
            ),
            kept,
            failed,
            about=self,
            again=self._desk.writing.flush,
        )
