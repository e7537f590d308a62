"""The quiet question below a note whether it names somebody. It refuses nothing."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.danish.name_finding import names_in
from app.ui.look.widgets import Label
from app.ui.runs.step.run_fields import NoteField
from app.ui.steps.panel_sections import WrapLink

_PAUSE_MS = 900
"""A name is asked about when one has paused, and not while it is being written."""


class NameAsk(QWidget):
    """Says what in a note looks like a name, and lets the adviser say that it is none.

    Signals: `denied` with words that are no name.
    """

    denied = Signal(str)

    def __init__(self, note: NoteField) -> None:
        super().__init__()
        self._note = note
        self._name = ""
        self._denied: set[str] = set()
        self._is_denied: Callable[[str], bool] = lambda _: False
        self._words = Label(points=9, color="ink_2", wrap=True)
        self.link = WrapLink()
        self.link.chosen.connect(self._on_link_chosen)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(self.link)
        note.textChanged.connect(self._pause.start)
        self.hide()

    @property
    def words(self) -> str:
        """What is said; empty where nothing looks like a name."""
        return "" if self.isHidden() else self._words.text()

    def know(self, is_denied: Callable[[str], bool]) -> None:
        """Ask this of words before they are asked about: they may have been denied before."""
        self._is_denied = is_denied

    def _on_paused(self) -> None:
        text = "" if self._note.isReadOnly() else self._note.toPlainText()
        asked = (one for one in names_in(text) if one not in self._denied)
        name = next((one for one in asked if not self._is_denied(one)), "")
        had_focus = self.link.hasFocus()
        if name and (self.isHidden() or name != self._name):
            self._ask(name)
        elif not name:
            self.hide()
            if had_focus:
                self._note.setFocus()

    def _ask(self, name: str) -> None:
        said = self.tr("»{}« ligner et navn. Skriv hellere rollen, for eksempel mor eller barnet.")
        denial = self.tr("Det er ikke et navn")
        self._name = name
        self._words.setText(said.format(name))
        self.link.show_link(denial, self.tr("{}: {}").format(name, denial), name)
        self.show()
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self._note, self._words.text())
        )

    def _on_link_chosen(self, name: str) -> None:
        self._denied.add(name)
        self._note.setFocus()
        self.hide()
        self.denied.emit(name)
        self._pause.start()
