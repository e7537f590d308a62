"""Undo and redo on a page of the editor: by key wherever the focus is, and in a field's menu."""

from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.keys import keys
from app.ui.keys.shortcuts import bind


@runtime_checkable
class HasForm(Protocol):
    """A page with fields, whose edits can be taken back and done again."""

    session: EditorSession[Any]

    def undo(self) -> None:
        """Take back the last edit."""

    def redo(self) -> None:
        """Do again what was taken back last."""

    def go_to_unkept(self) -> None:
        """Go to the words that could not be kept last."""


def bind_undo(page: QWidget, undo: Callable[[], None], redo: Callable[[], None]) -> None:
    """Let the keys of undo and redo work in a page and all that stands in it."""
    bind(page, keys.UNDO_EDIT, undo)
    bind(page, keys.REDO_EDIT, redo)


def undo_in_menu(menu: QMenu, field: QWidget) -> None:
    """Let undo and redo in the menu of a field be those of the page it stands in."""
    above: object = field
    while isinstance(above, QWidget) and not isinstance(above, HasForm):
        above = above.parentWidget()
    if not isinstance(above, HasForm):
        return
    told = (
        ("edit-undo", above.session.undo_name, above.undo),
        ("edit-redo", above.session.redo_name, above.redo),
    )
    for name, edit, act in told:
        action = menu.findChild(QAction, name)
        if action is not None:
            action.triggered.disconnect()
            action.triggered.connect(act)
            action.setEnabled(bool(edit))
