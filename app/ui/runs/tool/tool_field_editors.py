"""The fields of a tool on the screen: each shows a value, gives it back, and tells of changes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QRadioButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.model.danish.moment_reading import Unread, find_day
from app.model.library.tool import FieldKind, ToolField
from app.model.times import day_of
from app.services.kept_texts import LONGEST_TOOL
from app.ui.base.keep_words import field_words
from app.ui.base.keeping import Typed
from app.ui.fields.calm_fields import ChoiceBox
from app.ui.fields.dates import Clock, ClockField, DayField
from app.ui.fields.dates.date_words import unread_text
from app.ui.fields.entry import mark_wrong
from app.ui.fields.growing_text import GrowingBox
from app.ui.look.field_room import BoundedLine, LineRoom
from app.ui.look.theme import theme
from app.ui.look.widgets import Label, second_line

Rows = tuple[tuple[str, ...], ...]
_YES = "ja"
_HEAD, _ROW = 32, 30
_DATED = "dato"
_NEVER = (Unread.NO_SUCH_DAY, Unread.UNLIKELY_YEAR, Unread.OTHER_WEEKDAY)


class FieldEditor(QWidget):
    """A field with its label and hint. One of `text` and `rows` is used, after its kind.

    Signals: `changed` when the user has written something.
    """

    changed = Signal()

    def __init__(self, field: ToolField) -> None:
        super().__init__()
        self.field = field
        self._is_quiet = False
        self._label = Label(field.label, points=9.5, color="ink_2", wrap=True)
        self._standing = Label(points=9, color="soon", wrap=True)
        self._standing.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        if field.kind is not FieldKind.CHECK:
            self._column.addWidget(self._label)
        if field.hint:
            self._column.addWidget(second_line(field.hint, wrap=True))

    @property
    def text(self) -> str:
        """What is written; empty for a table."""
        return ""

    @property
    def rows(self) -> Rows:
        """The rows of a table without those that are empty."""
        return ()

    @property
    def wrong_text(self) -> str:
        """What is said to be wrong with what is written; empty when nothing is."""
        return ""

    def settle(self) -> bool:
        """Read what is written, and say whether it can stand."""
        return True

    def show_standing(self, typed: Typed[Any]) -> None:
        """Mark the field while what stands in it is not kept, and say why below it."""
        words = field_words(typed)
        if words:
            self._column.addWidget(self._standing)
        self._standing.setText(words)
        self._standing.setVisible(bool(words))
        target = self.focusProxy() or self
        said = words or self.wrong_text
        target.setAccessibleDescription(said)
        mark_wrong(target, is_wrong=bool(said))

    def show_value(self, text: str, rows: Rows) -> None:
        """Show what is stored; nothing is told of it."""
        self._is_quiet = True
        self._show(text, rows)
        self._is_quiet = False

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let it only be read."""
        self.setEnabled(not is_read_only)

    def _show(self, text: str, rows: Rows) -> None:
        """Show a value."""
        raise NotImplementedError

    def _take(self, target: QWidget) -> None:
        """Let something be what is written in, and the label speak for it."""
        target.setAccessibleName(self.field.label)
        self._label.setBuddy(target)
        self.setFocusProxy(target)

    def _tell(self, *_: object) -> None:
        """Tell of what the user did, and not of what is shown."""
        if not self._is_quiet:
            self.changed.emit()


class LineEditor(FieldEditor):
    """One line: a word or a number."""

    def __init__(self, field: ToolField) -> None:
        super().__init__(field)
        self.line = BoundedLine()
        self._take(self.line)
        if field.kind is FieldKind.NUMBER:
            self.line.setMaximumWidth(theme().px(180))
        self.line.textChanged.connect(self._tell)
        self._column.addWidget(self.line)

    @property
    def text(self) -> str:
        return self.line.text()

    def _show(self, text: str, rows: Rows) -> None:
        self.line.setText(text)


class ReadEditor(FieldEditor):
    """A date or a time of day. What cannot be read is marked, and kept as it was typed."""

    def __init__(self, field: ToolField, clock: Clock) -> None:
        super().__init__(field)
        self.entry: DayField | ClockField
        if field.kind is FieldKind.DATE:
            self.entry = DayField(field.label, clock, may_be_empty=True)
        else:
            self.entry = ClockField(field.label, may_be_empty=True)
        self._take(self.entry.line)
        self.entry.line.setMaximumWidth(theme().px(180))
        self.entry.typed.connect(self._tell)
        self.entry.changed.connect(self._tell)
        self._column.addWidget(self.entry)

    @property
    def text(self) -> str:
        return self.entry.text

    @property
    def wrong_text(self) -> str:
        return self.entry.wrong_text

    def settle(self) -> bool:
        return self.entry.settle()

    def _show(self, text: str, rows: Rows) -> None:
        self.entry.show_text(text)


class TextEditor(FieldEditor):
    """Several lines."""

    def __init__(self, field: ToolField) -> None:
        super().__init__(field)
        self.box = GrowingBox(most=LONGEST_TOOL, least_lines=max(field.lines, 2))
        self._take(self.box)
        self.box.textChanged.connect(self._tell)
        self._column.addWidget(self.box)

    @property
    def text(self) -> str:
        return self.box.toPlainText()

    def _show(self, text: str, rows: Rows) -> None:
        self.box.setPlainText(text)


class CheckEditor(FieldEditor):
    """A box with its words."""

    def __init__(self, field: ToolField) -> None:
        super().__init__(field)
        self.box = QCheckBox(field.label)
        self.box.toggled.connect(self._tell)
        self.setFocusProxy(self.box)
        self._column.addWidget(self.box)

    @property
    def text(self) -> str:
        return _YES if self.box.isChecked() else ""

    def _show(self, text: str, rows: Rows) -> None:
        self.box.setChecked(bool(text))


class ChoiceEditor(FieldEditor):
    """One of several answers, or none yet."""

    def __init__(self, field: ToolField) -> None:
        super().__init__(field)
        self.box = ChoiceBox(tuple((option, option) for option in ("", *field.options)))
        self._take(self.box)
        self.box.setMaximumWidth(theme().px(340))
        self.box.chosen.connect(self._tell)
        self._column.addWidget(self.box)

    @property
    def text(self) -> str:
        return self.box.currentText()

    def _show(self, text: str, rows: Rows) -> None:
        self.box.show_choice(text)


class ScaleEditor(FieldEditor):
    """A number from 1 to 10 between two ends."""

    def __init__(self, field: ToolField) -> None:
        super().__init__(field)
        row = QHBoxLayout()
        row.setSpacing(4)
        ends = field.options or ("", "")
        row.addWidget(second_line(ends[0]))
        self.group = QButtonGroup(self)
        for number in range(1, 11):
            button = QRadioButton(str(number))
            button.setAccessibleName(f"{field.label}: {number}")
            self.group.addButton(button, number)
            row.addWidget(button)
        self.group.idToggled.connect(self._on_toggled)
        self.setFocusProxy(self.group.button(1))
        row.addWidget(second_line(ends[-1]))
        row.addStretch(1)
        self._column.addLayout(row)

    @property
    def text(self) -> str:
        number = self.group.checkedId()
        return str(number) if number > 0 else ""

    def _show(self, text: str, rows: Rows) -> None:
        button = self.group.button(int(text)) if text.isdigit() else None
        if button is not None:
            button.setChecked(True)

    def _on_toggled(self, _number: int, is_on: bool) -> None:
        if is_on:
            self._tell()


class _Cells(QStyledItemDelegate):
    """Lets one write in a cell as in other lines: so much, and no more."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            LineRoom(editor).admit(str(index.data() or ""))
        return editor


class RowsEditor(FieldEditor):
    """A table that has always an empty row at its end. Its rows are as high as what is in them.

    Under *Dato* one may write what one knows of when, but no day that there never was.
    """

    def __init__(self, field: ToolField, clock: Clock) -> None:
        super().__init__(field)
        self._clock = clock
        self._dated = [n for n, name in enumerate(field.columns) if name.casefold() == _DATED]
        self.table = QTableWidget(0, len(field.columns))
        self._wrong = Label(points=9, color="soon", wrap=True)
        self._take(self.table)
        self._assemble()
        self._wrong.hide()
        self.table.itemChanged.connect(self._on_changed)
        self.show_value("", ())

    @property
    def rows(self) -> Rows:
        found = [self._row(row) for row in range(self.table.rowCount())]
        while found and not any(found[-1]):
            found.pop()
        return tuple(found)

    @property
    def wrong_text(self) -> str:
        return self._wrong.text()

    def settle(self) -> bool:
        self._check()
        return not self._wrong.text()

    def _show(self, text: str, rows: Rows) -> None:
        self._fill(rows)
        self._check()

    def _row(self, row: int) -> tuple[str, ...]:
        cells = (self.table.item(row, column) for column in range(self.table.columnCount()))
        return tuple(cell.text() if cell is not None else "" for cell in cells)

    def _fill(self, rows: Sequence[Sequence[str]]) -> None:
        self.table.setRowCount(max(len(rows) + 1, min(self.field.lines, 4)))
        for row in range(self.table.rowCount()):
            cells = rows[row] if row < len(rows) else ()
            for column in range(self.table.columnCount()):
                text = cells[column] if column < len(cells) else ""
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._fit()

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if self._is_quiet:
            return
        self._is_quiet = True
        if item.row() == self.table.rowCount() - 1 and item.text():
            self.table.insertRow(self.table.rowCount())
            self._fit()
        self._check()
        self._is_quiet = False
        self._tell()

    def _check(self) -> None:
        """Mark the days that there never were, and say it of the first."""
        said = ""
        for row in range(self.table.rowCount()):
            for column in self._dated:
                cell = self.table.item(row, column)
                if cell is None:
                    continue
                read = find_day(cell.text(), day_of(self._clock()))
                is_wrong = read in _NEVER
                cell.setForeground(theme().color("soon" if is_wrong else "ink"))
                if isinstance(read, Unread) and is_wrong and not said:
                    said = f"»{cell.text()}«: {unread_text(read, '27.11.2026')}"
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))
        self.table.setAccessibleDescription(said)

    def _assemble(self) -> None:
        self.table.setHorizontalHeaderLabels(list(self.field.columns))
        self.table.setItemDelegate(_Cells(self.table))
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFixedHeight(theme().px(_HEAD))
        side = self.table.verticalHeader()
        side.hide()
        side.setMinimumSectionSize(theme().px(_ROW))
        side.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # The header tells of a row's height before it has it.
        side.sectionResized.connect(self._fit, Qt.ConnectionType.QueuedConnection)
        self._column.addWidget(self.table)
        self._column.addWidget(self._wrong)

    def _fit(self, *_: object) -> None:
        """Be as high as all rows."""
        rows = sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        self.table.setFixedHeight(rows + theme().px(_HEAD) + 4)


def editor_of(field: ToolField, clock: Clock) -> FieldEditor:
    """Return the editor for a field."""
    if field.kind in (FieldKind.DATE, FieldKind.TIME):
        return ReadEditor(field, clock)
    if field.kind is FieldKind.ROWS:
        return RowsEditor(field, clock)
    kinds: dict[FieldKind, type[FieldEditor]] = {
        FieldKind.TEXT: TextEditor,
        FieldKind.CHECK: CheckEditor,
        FieldKind.CHOICE: ChoiceEditor,
        FieldKind.SCALE: ScaleEditor,
    }
    return kinds.get(field.kind, LineEditor)(field)
