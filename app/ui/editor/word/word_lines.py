"""The list of lines: chosen, changed, moved and written in with keys or mouse."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from app.model.word.proposal import Becomes
from app.ui.editor.form.fields.writing_fields import leaves_undo_to_document
from app.ui.editor.word.word_delegate import WordDelegate
from app.ui.editor.word.word_line_editor import WordLineEditor
from app.ui.editor.word.word_rows import WordRow, WordRows
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer, is_letter
from app.ui.look.theme import theme

KEYS = {
    keys.WORD_STEP: Becomes.STEP,
    keys.WORD_ITEM: Becomes.ITEM,
    keys.WORD_GUIDE: Becomes.GUIDE,
    keys.WORD_HEADING: Becomes.HEADING,
    keys.WORD_WAY: Becomes.WAY,
    keys.WORD_OUT: Becomes.LEFT_OUT,
}
"""The keys of what lines become most."""


class WordList(QListView):
    """Shows rows and tells what is wanted of the chosen ones; it changes nothing itself.

    Signals: `current_changed` with the id of a line; `become_asked` with what the chosen lines
    are to be; `menu_asked` with a place on the screen; `required_asked`; `move_asked` with a
    direction; `merge_asked`; `text_written` with a line and its text; `split_asked` with a line,
    its text and a place in it; `merge_typed` with a line and its text.
    """

    current_changed = Signal(int)
    become_asked = Signal(object)
    menu_asked = Signal(QPoint)
    required_asked = Signal()
    move_asked = Signal(int)
    merge_asked = Signal()
    text_written = Signal(int, str)
    split_asked = Signal(int, str, int)
    merge_typed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows = WordRows()
        self.editor: WordLineEditor | None = None
        self._delegate = WordDelegate(self)
        self._is_quiet = False
        self.setProperty("flat", True)
        self.setAccessibleName(self.tr("Linjer fra Word"))
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme().changed.connect(self.doItemsLayout)

    @property
    def current(self) -> WordRow | None:
        """The row that keys go to."""
        index = self.currentIndex()
        return self.rows.row(index) if index.isValid() else None

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids of the chosen lines, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.rows.rows[place].line.id for place in places)

    def show_rows(self, rows: Sequence[WordRow]) -> None:
        """Show other rows; what was chosen stays chosen where it still is."""
        self.leave_editor()
        current, chosen = self.current, self.chosen
        self._is_quiet = True
        if self.rows.show_lines(rows):
            self._choose(current.line.id if current else 0, chosen)
        self._is_quiet = False

    def go_to(self, line_id: int) -> None:
        """Choose one line and bring it into view; tells nobody."""
        self._is_quiet = True
        index = self.rows.find(line_id)
        if index.isValid():
            model = self.selectionModel()
            self.executeDelayedItemsLayout()
            # Whatever keys are held down, this one line is chosen.
            model.setCurrentIndex(index, model.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self._is_quiet = False

    def edit_current(self) -> None:
        """Write in the current line."""
        row = self.current
        if row is None:
            return
        self.leave_editor()
        index = self.currentIndex()
        self.scrollTo(index)
        editor = WordLineEditor(row.line.text, self.viewport())
        place = self._delegate.text_rect(self.visualRect(index), row)
        editor.setFont(theme().font())
        editor.move(place.left() - theme().px(6), place.top() - theme().px(2))
        editor.setFixedWidth(place.width() + theme().px(10))
        line = row.line.id
        editor.finished.connect(partial(self._finish, line))
        editor.left.connect(self.leave_editor)
        editor.split_asked.connect(partial(self._split, line))
        editor.merge_asked.connect(partial(self._merge, line))
        self.editor = editor
        editor.show()
        below = editor.geometry().bottom() + theme().px(4) - self.viewport().height()
        if below > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + below)
        editor.setFocus()

    def leave_editor(self) -> None:
        """Close the field without keeping what was typed."""
        editor, self.editor = self.editor, None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            if had_focus:
                self.setFocus()

    def menu_place(self) -> QPoint:
        """Return where a menu for the current line opens: below what it becomes."""
        pill = self._delegate.pill_rect(self.visualRect(self.currentIndex()))
        return self.viewport().mapToGlobal(pill.bottomLeft())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if leaves_undo_to_document(event) or not self._press(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and index.isValid() and not event.modifiers():
            pill = self._delegate.pill_rect(self.visualRect(index))
            if pill.contains(event.position().toPoint()):
                self.menu_asked.emit(self.menu_place())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        pill = self._delegate.pill_rect(self.visualRect(index))
        if index.isValid() and not pill.contains(event.position().toPoint()):
            self.edit_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current is not None:
            is_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            self.menu_asked.emit(event.globalPos() if is_mouse else self.menu_place())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    # Inner workings

    def _press(self, event: QKeyEvent) -> bool:
        moves = {
            keys.WORD_UP: lambda: self.move_asked.emit(-1),
            keys.WORD_DOWN: lambda: self.move_asked.emit(1),
        }
        if answer(event, moves):
            return True
        if self.current is None:
            return False
        # Any other letter would look for a line that begins so.
        return answer(event, self._acts()) or is_letter(event)

    def _acts(self) -> dict[Key, Callable[[], object]]:
        """Return what the keys do with the chosen lines."""
        become = {key: partial(self.become_asked.emit, what) for key, what in KEYS.items()}
        return {
            **become,
            keys.WORD_CHANGE: lambda: self.menu_asked.emit(self.menu_place()),
            keys.WORD_EDIT: self.edit_current,
            keys.WORD_REQUIRED: self.required_asked.emit,
            keys.WORD_MERGE: self.merge_asked.emit,
        }

    def _choose(self, current: int, chosen: Sequence[int]) -> None:
        """Choose lines again after all rows are new."""
        model = self.selectionModel()
        index = self.rows.find(current)
        if index.isValid():
            model.setCurrentIndex(index, model.SelectionFlag.ClearAndSelect)
        for line in chosen:
            model.select(self.rows.find(line), model.SelectionFlag.Select)
        if index.isValid():
            self.scrollTo(index)

    def _finish(self, line: int) -> None:
        """Keep what was typed, if it is other than before."""
        editor = self.editor
        if editor is None:
            return
        text = editor.text
        self.leave_editor()
        self.text_written.emit(line, text)

    def _split(self, line: int, at: int) -> None:
        if self.editor is not None:
            text = self.editor.text
            self.leave_editor()
            self.split_asked.emit(line, text, at)

    def _merge(self, line: int) -> None:
        if self.editor is not None:
            text = self.editor.text
            self.leave_editor()
            self.merge_typed.emit(line, text)

    def _on_current_changed(self, current: QModelIndex | QPersistentModelIndex) -> None:
        if current.isValid() and not self._is_quiet:
            self.current_changed.emit(self.rows.row(current).line.id)
