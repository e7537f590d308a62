"""The step list as it is edited: the same keys as in the picture."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

from app.ui.editor.canvas.edit_acts import EditActs
from app.ui.editor.canvas.edit_keys import EditKeys
from app.ui.editor.canvas.step_menu import open_step_menu
from app.ui.flow import StepList


class EditStepList(StepList):
    """Steps as text; whatever can be done in the picture can be done here."""

    def __init__(self, acts: EditActs) -> None:
        super().__init__(is_wide=True)
        self._acts = acts
        self._editing = EditKeys(acts, self._ask_menu)

    def event(self, event: QEvent) -> bool:
        asks_for_key = event.type() is QEvent.Type.ShortcutOverride
        return (asks_for_key and self._editing.claims(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._editing.press(event):
            super().keyPressEvent(event)

    def arrive(self) -> None:
        """Let the first key change nothing: it may be meant for what was shown before."""
        self._editing.arrive()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._editing.take_up()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_menu()
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            open_step_menu(self._acts, event.globalPos(), self)

    def _ask_menu(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            place = self.visualRect(index).center()
            open_step_menu(self._acts, self.viewport().mapToGlobal(place), self)
