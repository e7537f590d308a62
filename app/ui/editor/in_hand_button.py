"""The way to what is in hand, with the number of what waits for the one who works here."""

from PySide6.QtGui import QShowEvent

from app.services.waiting import WaitingFor, what_waits
from app.ui.base.desk import Desk
from app.ui.keys import keys
from app.ui.keys.key_words import with_key
from app.ui.look.widgets import Button


class InHandButton(Button):
    """Counts anew whenever it is shown, and when something changed while it is."""

    def __init__(self, desk: Desk) -> None:
        self._words = self.tr("Kladder og godkendelse")
        super().__init__(self._words, "quiet", "edit")
        self._desk = desk
        self._show_count(0)
        for changed in (
            desk.authoring_changed,
            desk.settings_changed,
            desk.shelf_changed,
            desk.suggestions.changed,
        ):
            changed.connect(self._count)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    def _count(self, *_: object) -> None:
        if self.isVisible():
            self._desk.do(what_waits, self._show_waiting)

    def _show_waiting(self, waiting: WaitingFor) -> None:
        self._show_count(waiting.count)

    def _show_count(self, count: int) -> None:
        waits = self.tr("{} venter på dig").format(count)
        self.setText(f"{self._words} · {count}" if count else self._words)
        self.setAccessibleName(f"{self._words}, {waits}" if count else self._words)
        self.setToolTip(with_key(waits if count else self._words, keys.IN_HAND))
