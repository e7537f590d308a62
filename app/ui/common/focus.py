"""Who has the keyboard, and giving it back when what took it goes away."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusKeeper(QObject):
    """Remembers who had the keyboard before it came into a part of the window.

    Owned by the part. `hide_part` hides it so that nobody else gets the keyboard by chance.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._before: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def is_inside(self) -> bool:
        """Whether something in the part has the keyboard."""
        return self._holds(self._part.window().focusWidget())

    def hide_part(self) -> None:
        """Hide the part; where the keyboard was in it, whoever had it before has it again."""
        if self.is_inside:
            self.give_back()
        self._part.hide()

    def give_back(self) -> bool:
        """Give the keyboard to whoever had it before; False when they are gone."""
        before, self._before = self._before, None
        if before is None or not isValid(before) or not before.isVisible():
            return False
        before.setFocus()
        return True

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """Note who is left for the part; while the window is not in front nobody is."""
        if now is None or not self._holds(now) or old is None or self._holds(old):
            return
        if old.window() is self._part.window():
            self._before = old

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self._part or self._part.isAncestorOf(widget))


def holds_keyboard(widget: QWidget) -> bool:
    """Tell whether a widget, or something in it, has the keyboard of its window."""
    held = widget.window().focusWidget()
    return held is not None and (held is widget or widget.isAncestorOf(held))


def let_go(widget: QWidget, goal: QWidget) -> None:
    """Take a widget away for good; where the keyboard was in it, `goal` gets it first."""
    show_or_hide(widget, goal, is_shown=False)
    widget.deleteLater()


def show_or_hide(widget: QWidget, goal: QWidget, *, is_shown: bool) -> None:
    """Show a widget, or hide it; where the keyboard was in it, `goal` gets it first."""
    if not is_shown and holds_keyboard(widget):
        goal.setFocus()
    widget.setVisible(is_shown)
