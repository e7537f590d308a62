"""Who has the keyboard, where it can go, and giving it back when what took it goes away."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


def holder() -> QWidget | None:
    """Return what has the keyboard now."""
    return QApplication.focusWidget()


class _Input:
    """By what the user has acted last."""

    is_key = False


def note_input(event: QEvent) -> None:
    """Note an event of a window, so that it is known whether one works by key or by mouse."""
    if event.type() is QEvent.Type.KeyPress:
        _Input.is_key = True
    elif event.type() is QEvent.Type.MouseButtonPress:
        _Input.is_key = False


def is_by_key() -> bool:
    """Whether the user acted by key last, and so has to see where the keyboard is."""
    return _Input.is_key


def is_within(widget: QWidget | None, part: QWidget) -> bool:
    """Whether a widget is a part or stands in it."""
    return widget is not None and (widget is part or part.isAncestorOf(widget))


def focus_changes() -> QApplication:
    """Return the application, whose `focusChanged` tells of every move of the keyboard."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


class FocusKeeper(QObject):
    """Remembers who had the keyboard before it came into a part of the window.

    Owned by the part. `hide_part` hides it so that nobody else gets the keyboard by chance.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._before: QWidget | None = None
        focus_changes().focusChanged.connect(self._on_focus_changed)

    @property
    def is_inside(self) -> bool:
        """Whether something in the part has the keyboard."""
        return holds_keyboard(self._part)

    def note_holder(self) -> None:
        """Note who has the keyboard of the window now, before the part takes it."""
        held = self._part.window().focusWidget()
        if held is not None and not is_within(held, self._part):
            self._before = held

    @contextmanager
    def taking_over(self) -> Iterator[None]:
        """Let the part take the keyboard from who has it now, wherever it goes on the way.

        What has it may be hidden first, and then Qt hands it to whatever comes next.
        """
        self.note_holder()
        before = self._before
        yield
        self._before = before

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
        if old is None or is_within(old, self._part) or not is_within(now, self._part):
            return
        if old.window() is self._part.window():
            self._before = old


def holds_keyboard(widget: QWidget) -> bool:
    """Tell whether a widget, or something in it, has the keyboard of its window."""
    return is_within(widget.window().focusWidget(), widget)


def let_go(widget: QWidget, goal: QWidget) -> None:
    """Take a widget away for good; where the keyboard was in it, `goal` gets it first."""
    show_or_hide(widget, goal, is_shown=False)
    widget.deleteLater()


def show_or_hide(widget: QWidget, goal: QWidget, *, is_shown: bool) -> None:
    """Show a widget, or hide it; where the keyboard was in it, `goal` gets it first."""
    if not is_shown and holds_keyboard(widget):
        goal.setFocus()
    widget.setVisible(is_shown)
