"""The full-screen window of a meeting."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.base.suggestion_book import SuggestionBook
from app.ui.fields.field_hint import FieldHint
from app.ui.keys import keys
from app.ui.keys.key_kinds import Where
from app.ui.keys.shortcuts import WINDOW, bind
from app.ui.look.keys_page import KeysPage
from app.ui.meeting.meeting_view import MeetingView
from app.ui.meeting.slides import Slide


class MeetingWindow(QWidget):
    """Fills the screen of the window it belongs to until Escape ends it.

    Signals: `ended` when it is left.
    """

    ended = Signal()

    def __init__(self, owner: QWidget, book: SuggestionBook) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Rød tråd på mødet"))
        self.view = MeetingView(book)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.view)
        self.view.ended.connect(self.close)
        self._keys = KeysPage(self)
        self._field_hint = FieldHint(self)
        bind(self, keys.SHOW_KEYS, lambda: self._keys.open_at((Where.SCREEN,)), WINDOW)

    def begin(self, slides: Sequence[Slide], at: int = 0) -> None:
        """Show slides on the whole screen, at one of them."""
        owner = self.parentWidget()
        if owner is not None:
            self.setGeometry(owner.screen().geometry())
        self.view.show_slides(slides, at)
        self.showFullScreen()
        self.activateWindow()
        self.view.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.ended.emit()
