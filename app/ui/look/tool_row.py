"""A row of small tools that the keyboard comes to once: arrows go from one to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.keys import keys
from app.ui.keys.kept import TAKES_TURNS
from app.ui.keys.shortcuts import answer
from app.ui.look.widgets import Button


class ToolRow(QWidget):
    """Holds buttons. Tab stops at the one where it stopped last; a click takes no keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self._tools: list[Button] = []

    @property
    def tools(self) -> Sequence[Button]:
        """The buttons from left to right."""
        return tuple(self._tools)

    def add_tool(self, tool: Button, position: int | None = None) -> None:
        """Add a button, at the end or in a place."""
        self._tools.insert(len(self._tools) if position is None else position, tool)
        tool.setProperty(TAKES_TURNS, True)
        tool.installEventFilter(self)
        self._stop_at(self._tools[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go along, and come back where one was."""
        if not isinstance(watched, Button):
            return False
        if event.type() is QEvent.Type.FocusIn:
            self._stop_at(watched)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            go = partial(self._go_from, watched)
            return answer(event, {keys.TOOL_LEFT: partial(go, -1), keys.TOOL_RIGHT: partial(go, 1)})
        return False

    def _go_from(self, tool: Button, by: int) -> None:
        usable = [one for one in self._tools if one.isEnabled() and one.isVisible()]
        place = usable.index(tool) + by
        if 0 <= place < len(usable):
            usable[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, tool: Button) -> None:
        policy = Qt.FocusPolicy
        for one in self._tools:
            one.setFocusPolicy(policy.TabFocus if one is tool else policy.NoFocus)
