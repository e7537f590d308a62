"""The suggestions that are known in this window, and what was begun and not sent."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.authoring import Suggestion
from app.model.errors import Told
from app.model.suggesting import Spot, open_by_step, seen_suggestions, suggestions_at
from app.model.version import Kind
from app.services import suggestions
from app.services.rights import TEAM_LEADER
from app.services.settings import change_settings

if TYPE_CHECKING:
    from app.ui.common.desk import Desk

_PAUSE_MS = 700


class SuggestionBook(QObject):
    """Read once, and again when something was written or answered here or elsewhere.

    Signals: `changed` when other suggestions are seen than before; `begun_changed` with a `Spot`
    when what was begun there was sent or put aside.
    """

    changed = Signal()
    begun_changed = Signal(object)

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._all: tuple[Suggestion, ...] = ()
        self._begun: dict[str, str] | None = None
        self._began_with: dict[str, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep_begun)
        desk.settings_changed.connect(self.changed)
        desk.minutes.day_passed.connect(self.changed)

    @property
    def may_answer(self) -> bool:
        """Whether the one who works here answers suggestions."""
        return self._desk.settings.role == TEAM_LEADER

    def at(self, spot: Spot) -> tuple[Suggestion, ...]:
        """Return what is seen at a place, the newest first."""
        return suggestions_at(self._seen(), spot)

    def open_by_step(self, kind: Kind, slug: str) -> dict[str, int]:
        """Count what waits for an answer in a document, by step."""
        return open_by_step(self._seen(), kind, slug)

    def refresh(self) -> None:
        """Read them again."""
        self._desk.do(suggestions.all_suggestions, self._take)

    def write(
        self, spot: Spot, text: str, done: Callable[[], None], refused: Callable[[Told], bool]
    ) -> None:
        """Send a suggestion, and tell when it is there or why it cannot be kept."""

        def written(_: Suggestion) -> None:
            self.begin(spot, "")
            self.begun_changed.emit(spot)
            self.refresh()
            done()

        self._desk.do(
            lambda place: suggestions.suggest(
                place,
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

    def begun(self, spot: Spot) -> str:
        """Return what was begun at a place and not sent."""
        return self._kept().get(spot.name, "")

    def begin(self, spot: Spot, text: str) -> None:
        """Remember what is being written at a place; empty for nothing any more."""
        kept = self._kept()
        if text == kept.get(spot.name, ""):
            return
        if text:
            kept[spot.name] = text
        else:
            kept.pop(spot.name, None)
        self._pause.start()

    def keep_begun(self) -> None:
        """Write what was begun where it outlives the program; a CPR number does not."""
        self._pause.stop()
        begun, began_with = dict(self._kept()), {"begun": self._began_with}
        if begun != self._began_with:
            self._desk.do(
                lambda place: change_settings(place, began_with, begun=begun),
                lambda _: self._on_begun_kept(begun),
                lambda error: error.is_refusal,
            )

    def _on_begun_kept(self, begun: dict[str, str]) -> None:
        self._began_with = begun

    def _kept(self) -> dict[str, str]:
        if self._begun is None:
            self._begun = dict(self._desk.settings.begun)
            self._began_with = dict(self._begun)
        return self._begun

    def _seen(self) -> tuple[Suggestion, ...]:
        desk = self._desk
        return seen_suggestions(self._all, desk.actor, may_answer=self.may_answer, now=desk.now())

    def _take(self, found: tuple[Suggestion, ...]) -> None:
        if found != self._all:
            self._all = found
            self.changed.emit()
