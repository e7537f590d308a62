"""Going from one part of the window to the next by key, each where one was in it last."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.ui.keys.focus import focus_changes, holder, is_within
from app.ui.keys.kept import stops_in


class PaneWalk(QObject):
    """Remembers where the keyboard was in each part. Owned by the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._known: Sequence[QWidget] = ()
        self._last: dict[QWidget, QWidget] = {}
        focus_changes().focusChanged.connect(self._on_focus_changed)

    def show_panes(self, panes: Sequence[QWidget]) -> None:
        """Take the parts of what is shown now."""
        self._known = tuple(panes)
        self._last = {pane: last for pane, last in self._last.items() if isValid(pane)}

    def go(self, by: int) -> None:
        """Go to a part after (1) or before (-1) the one that has the keyboard."""
        open_panes = [pane for pane in self._known if pane.isVisible() and stops_in(pane)]
        if not open_panes:
            return
        here = [position for position, pane in enumerate(open_panes) if is_within(holder(), pane)]
        at = here[-1] if here else min(-by, 0)
        self._enter(open_panes[(at + by) % len(open_panes)])

    def _enter(self, pane: QWidget) -> None:
        """Go where one was last in a part, or where it begins."""
        stops, last = stops_in(pane), self._last.get(pane)
        found = last if last is not None and isValid(last) and last in stops else stops[0]
        found.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        for pane in self._known:
            if now is not None and isValid(pane) and is_within(now, pane):
                self._last[pane] = now
