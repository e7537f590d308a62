"""The menu of what leaves the program: text for the journal, deadlines, the timeline on paper."""

from PySide6.QtCore import QPoint, Signal

from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.menus import Menu
from app.ui.keys.shortcuts import show_key
from app.ui.look.icons import line_icon
from app.ui.look.widgets import Button

JOURNAL, FILE, CALENDAR, TIMELINE = "journal", "journal_file", "calendar", "timeline"


class LeavingButton(Button):
    """*Til journal*: opens the menu.

    Signals: `asked` with what is to leave: `JOURNAL`, `FILE`, `CALENDAR` or `TIMELINE`.
    """

    asked = Signal(str)

    def __init__(self, whole: str) -> None:
        """`whole` says what is copied: the whole run, or the whole case."""
        super().__init__("…", "quiet", "journal", self._open)
        self.say(self.tr("Til journal"))
        self._menu = Menu(self)
        self._add(JOURNAL, whole, "copy", keys.COPY_WHOLE)
        self._add(FILE, self.tr("Gem journaltekst som Word-fil …"), "journal", keys.SAVE_WORD)
        self._menu.addSeparator()
        self._add(CALENDAR, self.tr("Frister til kalender …"), "calendar", keys.SAVE_DEADLINES)
        self._add(TIMELINE, self.tr("Udskriv tidslinje"), "print")

    def _add(self, name: str, words: str, icon: str, key: Key | None = None) -> None:
        action = self._menu.addAction(line_icon(icon), words)
        action.triggered.connect(lambda: self.asked.emit(name))
        if key is not None:
            show_key(action, key)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
