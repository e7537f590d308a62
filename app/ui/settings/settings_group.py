"""Settings of one kind under a heading: each with its name, its field, and what it does."""

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.fields.entry import EntryField
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Label, second_line
from app.ui.look.wrapping import WrapLayout
from app.ui.targets.setting_names import setting_name

_NAMES, _FIELDS, _WHOLE = 130, 300, 544


class _Row(Struct, frozen=True):
    """A name, and the cell beside it or below it: its field, or a part as wide as all of it."""

    line: QBoxLayout
    name: Label
    cell: QWidget
    field: QWidget | None


class Group(QWidget):
    """A heading, and rows below it: names beside their fields, or above them where it is narrow."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._is_narrow = False
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(Label(title, points=11.5, weight=SEMIBOLD))
        theme().changed.connect(self._resize)

    def add(self, key: str, field: QWidget, note: str = "") -> None:
        """Add a setting, with what it does below it. A check box says its name itself.

        In a line's place for that it is said what is wrong with what was written.
        """
        name = setting_name(key)
        target = field.focusProxy() or field
        target.setAccessibleName(name)
        shown = "" if isinstance(field, QCheckBox) else name
        if isinstance(field, EntryField):
            field.explain(note)
            self._add_row(shown, target, field, None)
        else:
            target.setAccessibleDescription(note)
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(field, 1)
            row.addStretch(0)
            below = second_line(note, wrap=True) if note else None
            self._add_row(shown, target, _stacked(line, below), field)

    def add_part(self, key: str, part: QWidget, target: QWidget) -> None:
        """Add what is no field to fill in; what is in it has names of its own."""
        self._add_row(setting_name(key), target, part, None)

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Let names stand above their fields, or beside them."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._resize()

    def _add_row(self, name: str, target: QWidget, cell: QWidget, field: QWidget | None) -> None:
        label = Label(name, color="ink_2")
        label.setBuddy(target)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        held = QHBoxLayout()  # it knows the cell's greatest width, and how tall the cell is then
        held.addWidget(cell, 1)
        held.addStretch(0)
        line.addLayout(held, 1)
        self._column.addLayout(line)
        self._rows.append(_Row(line, label, cell, field))
        self._resize()

    def _resize(self) -> None:
        px, is_narrow = theme().px, self._is_narrow
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        for row in self._rows:
            row.line.setDirection(way)
            row.line.setSpacing(px(2) if is_narrow else px(24))
            row.name.setVisible(bool(row.name.text()) or not is_narrow)
            row.name.setMinimumWidth(0 if is_narrow else px(_NAMES))
            row.name.setContentsMargins(0, 0 if is_narrow else px(5), 0, 0)
            row.cell.setMaximumWidth(px(_WHOLE))
            if isinstance(row.cell, EntryField):
                row.cell.line.setMaximumWidth(px(_FIELDS))
            if row.field is not None:
                row.field.setMaximumWidth(
                    px(_FIELDS if not isinstance(row.field, Label) else _WHOLE)
                )


def button_row(*buttons: Button) -> QWidget:
    """Return buttons beside each other as far as there is room, none wider than its words."""
    whole = QWidget()
    row = WrapLayout(whole)
    for button in buttons:
        row.addWidget(button)
    return whole


def _stacked(field: QWidget, below: Label | None) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(field)
    if below is not None:
        column.addWidget(below)
    return whole
