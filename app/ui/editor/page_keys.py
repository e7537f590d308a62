"""The keys of a page of the editor, wherever in it the focus is."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.common import keys
from app.ui.common.shortcuts import bind


def bind_undo(page: QWidget, undo: Callable[[], None], redo: Callable[[], None]) -> None:
    """Let the keys of undo and redo work in a page and all that stands in it."""
    bind(page, keys.UNDO_EDIT, undo)
    bind(page, keys.REDO_EDIT, redo)
