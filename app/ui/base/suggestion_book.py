"""The suggestions that are known in this window, and what was begun and not sent."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.model.errors import Told
from app.model.library.stored_version import Kind
from app.model.library.suggestion_spots import (
    SuggestionSpot,
    open_by_step,
    seen_suggestions,
    suggestions_at,
)
from app.model.library.version_work import Suggestion
from app.services import suggestions
from app.services.rights import TEAM_LEADER
from app.ui.base.keeping import Typed

if TYPE_CHECKING:
    from app.ui.base.desk import Desk


class SuggestionBook(QObject):
    """Read once, and again when something was written or answered here or elsewhere.

    Signals: `changed` when other suggestions are seen than before; `begun_changed` with a
    `SuggestionSpot`
    when what was begun there was sent or put aside.
    """

    changed = Signal()
    begun_changed = Signal(object)

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._all: tuple[Suggestion, ...] = ()
        self._begun: dict[str, Typed[str]] = {}
        desk.settings_changed.connect(self.changed)
        desk.minutes.day_passed.connect(self.changed)

    @property
    def may_answer(self) -> bool:
        """Whether the one who works here answers suggestions."""
        return self._desk.settings.role == TEAM_LEADER

    def at(self, spot: SuggestionSpot) -> tuple[Suggestion, ...]:
        """Return what is seen at a place, the newest first."""
        return suggestions_at(self._seen(), spot)

    def open_by_step(self, kind: Kind, slug: str) -> dict[str, int]:
        """Count what waits for an answer in a document, by step."""
        return open_by_step(self._seen(), kind, slug)

    def refresh(self) -> None:
        """Read them again."""
        self._desk.do(suggestions.all_suggestions, self._take)

    def write(
        self,
        spot: SuggestionSpot,
        text: str,
        done: Callable[[], None],
        refused: Callable[[Told], bool],
    ) -> None:
        """Send a suggestion, and tell when it is there or why it cannot be kept."""

        def written(_: Suggestion) -> None:
            self.begin(spot, "")
            self._typed_at(spot).flush()
            self.begun_changed.emit(spot)
            self.refresh()
            done()

        self._desk.do(
            lambda workplace: suggestions.suggest(
                workplace,
                kind=spot.kind,
                slug=spot.slug,
                step=spot.step,
                version=spot.version,
                text=text,
            ),
            written,
            refused,
        )

    # What was begun

    def begun(self, spot: SuggestionSpot) -> str:
        """Return what was begun at a place and not sent."""
        typed = self._begun.get(spot.name)
        return typed.value if typed is not None else self._stored_at(spot)

    def begin(self, spot: SuggestionSpot, text: str, where: str = "") -> None:
        """Keep what is being written at a place as all else that is typed; empty for nothing.

        `where` says in words which place it is, for what cannot be kept.
        """
        if text != self.begun(spot):
            self._typed_at(spot, where).type(text)

    def _typed_at(self, spot: SuggestionSpot, where: str = "") -> Typed[str]:
        typed = self._begun.get(spot.name)
        if typed is not None:
            return typed
        about = ("begun", spot.name)

        def tells(error: Told) -> bool:
            if error.is_refusal:
                self._desk.messages.tell(error, about=about, where=where)
            return error.is_refusal

        typed = self._begun[spot.name] = self._desk.write_at(
            about,
            self._stored_at(spot),
            lambda workplace, text, _: suggestions.keep_begun(
                workplace, where=spot.name, text=text
            ),
            lambda _: None,
            tells,
        )
        return typed

    def _stored_at(self, spot: SuggestionSpot) -> str:
        return self._desk.settings.begun.get(spot.name, "")

    def _seen(self) -> tuple[Suggestion, ...]:
        desk = self._desk
        return seen_suggestions(self._all, desk.actor, may_answer=self.may_answer, now=desk.now())

    def _take(self, found: tuple[Suggestion, ...]) -> None:
        if found != self._all:
            self._all = found
            self.changed.emit()
