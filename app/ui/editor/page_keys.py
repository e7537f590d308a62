"""The keys of a page of the editor, wherever in it the focus is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_key(page: QWidget, keys: str, action: Callable[[], None]) -> None:
    """Let a key do something in a page and all that stands in it."""
    shortcut = QShortcut(QKeySequence(keys), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(action)


def bind_undo(page: QWidget, undo: Callable[[], None], redo: Callable[[], None]) -> None:
    """Let Ctrl+Z take back, and Ctrl+Shift+Z or Ctrl+Y do again."""
    for keys, action in (("Ctrl+Z", undo), ("Ctrl+Shift+Z", redo), ("Ctrl+Y", redo)):
        bind_key(page, keys, action)
