"""The head of the editor: what is edited, how it is kept, and the way to a published version."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent

from app.model.notation import counted, moment_label, time_label
from app.model.times import local
from app.ui.common.theme import theme
from app.ui.common.widgets import Button, Chip, Header
from app.ui.editor.words import edit_text

_ROOM = 980


class EditHeader(Header):
    """Title, state, and the buttons.

    Signals: `undo_asked`, `redo_asked`, `compare_asked`, `versions_asked`, `send_asked`,
    `close_asked`.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    compare_asked = Signal()
    versions_asked = Signal()
    send_asked = Signal()
    close_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chip = Chip()
        self.chips.addWidget(self.chip)
        self.undo = Button(self.tr("Fortryd"), "quiet", "undo", self.undo_asked.emit)
        self.redo = Button(self.tr("Gentag"), "quiet", "redo", self.redo_asked.emit)
        self.versions = Button(self.tr("Versioner"), "quiet", "review", self.versions_asked.emit)
        self.versions.setCheckable(True)
        self.compare = Button(self.tr("Sammenlign"), on_click=self.compare_asked.emit)
        self.send = Button(self.tr("Send til godkendelse"), "go", on_click=self.send_asked.emit)
        self.leave = Button(self.tr("Luk"), "quiet", "close", self.close_asked.emit)
        self._words = {
            button: button.text() for button in (self.undo, self.redo, self.versions, self.leave)
        }
        for button in (
            self.undo, self.redo, self.versions, self.compare, self.send, self.leave,
        ):  # fmt: skip
            self.buttons.addWidget(button)
        self.show_history("", "")

    def show_history(self, undo_name: str, redo_name: str) -> None:
        """Say what undo takes back and what redo does again."""
        for button, name, words, keys in (
            (self.undo, undo_name, self.tr("Fortryd"), "Ctrl+Z"),
            (self.redo, redo_name, self.tr("Gentag"), "Ctrl+Shift+Z"),
        ):
            says = f"{words}: {edit_text(name)}" if name else words
            button.setEnabled(bool(name))
            button.setToolTip(f"{says} ({keys})")
            button.setAccessibleName(says)

    def show_kept(self, at: datetime | None, now: datetime, blocker: str) -> None:
        """Say when the draft was kept, and why it cannot be sent, if it cannot."""
        kept = self.tr("Gemmer …")
        if at is not None:
            is_today = local(at).date() == local(now).date()
            when = time_label(at) if is_today else moment_label(at, now)
            kept = self.tr("Gemt {}").format(when)
        self.sub.setText(f"{kept} · {blocker}" if blocker else kept)
        self.send.setEnabled(not blocker)
        self.send.setToolTip(blocker)
        self.send.setAccessibleDescription(blocker)

    def show_compare(self, number: int | None) -> None:
        """Offer to compare with the version that counts now."""
        self.compare.setVisible(number is not None)
        if number is not None:
            self.compare.setText(self.tr("Sammenlign med version {}").format(number))
            self.compare.setAccessibleName(self.compare.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Leave the words of some buttons out where the line is short; their names stay."""
        is_narrow = self.width() < theme().px(_ROOM)
        for button, words in self._words.items():
            text = "" if is_narrow else words
            if button.text() != text:
                button.setText(text)


def blocker_words(errors: int) -> str:
    """Say what must be put right before a draft can be sent; empty when nothing must."""
    if not errors:
        return ""
    translate = QCoreApplication.translate
    count = counted(errors, translate("editor", "fejl"), translate("editor", "fejl"))
    return translate("editor", "ret {}, før du sender til godkendelse").format(count)
