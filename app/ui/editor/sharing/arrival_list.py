"""The list of what would come in; keys choose for the row that is current."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from app.model.sharing.text_standing import ArrivalChoice
from app.ui.editor.sharing.incoming_rows import Bunch
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer, is_letter
from app.ui.lists.grouped_list import GroupedList

KEYS = {
    keys.KEEP_OURS: ArrivalChoice.KEEP,
    keys.TAKE_THEIRS: ArrivalChoice.TAKE,
    keys.MERGE_BOTH: ArrivalChoice.MERGE,
    keys.WAIT: ArrivalChoice.WAIT,
}


class IncomingList(GroupedList):
    """Signals: `choice_asked` with an `ArrivalChoice` for the current row; `next_asked` for its
    next one.

    A row's payload is its `Bunch`.
    """

    choice_asked = Signal(object)
    next_asked = Signal()

    @property
    def current(self) -> Bunch | None:
        """What the current row stands for."""
        index = self.currentIndex()
        payload = self.rows.row(index).payload if index.isValid() else None
        return payload if isinstance(payload, Bunch) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Key, Callable[[], object]] = {
            key: partial(self.choice_asked.emit, choice) for key, choice in KEYS.items()
        }
        # Any other letter would look for a row that begins so.
        if not answer(event, {**acts, keys.NEXT_CHOICE: self.next_asked.emit}):
            if is_letter(event):
                event.accept()
            else:
                super().keyPressEvent(event)
