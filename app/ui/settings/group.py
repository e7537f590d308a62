"""Settings of one kind under a heading: each with its name, its field, and what it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.common.entry import EntryField
from app.ui.common.theme import theme
from app.ui.common.widgets import SEMIBOLD, Button, Label, second_line
from app.ui.settings.names import setting_name

_NAMES, _FIELDS, _NOTES, _AIR = 130, 300, 220, 8


class Group(QWidget):
    """A heading, and rows below it in two columns."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._lines = 0
        self._fields: list[QWidget] = []
        self._parts: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(title, points=11.5, weight=SEMIBOLD))
        column.addLayout(self._grid)
        self._resize()
        theme().changed.connect(self._resize)

    def add(self, key: str, field: QWidget, note: str = "") -> None:
        """Add a setting, with what it does below it. A check box says its name itself.

        In a line's place for that it is said what is wrong with what was written.
        """
        name = setting_name(key)
        target = field.focusProxy() or field
        target.setAccessibleName(name)
        if isinstance(field, EntryField):
            field.explain(note)
            self._add_row(name, target, field, span=2)
        else:
            target.setAccessibleDescription(note)
            self._add_row("" if isinstance(field, QCheckBox) else name, target, field, note)
        self._fields.append(field)
        self._resize()

    def add_part(self, key: str, part: QWidget, target: QWidget) -> None:
        """Add what is no field to fill in; what is in it has names of its own."""
        self._add_row(setting_name(key), target, part, span=2)
        self._parts.append(part)
        self._resize()

    def _add_row(
        self, name: str, target: QWidget, field: QWidget, note: str = "", *, span: int = 1
    ) -> None:
        at = self._lines * 3
        if name:
            label = Label(name, color="ink_2")
            label.setBuddy(target)
            label.setContentsMargins(0, theme().px(5), 0, 0)
            self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, at, 1, 1, span)
        if note:
            self._grid.addWidget(second_line(note, wrap=True), at + 1, 1, 1, 2)
        self._lines += 1

    def _resize(self) -> None:
        px = theme().px
        self._grid.setColumnMinimumWidth(0, px(_NAMES))
        self._grid.setColumnMinimumWidth(2, px(_NOTES))
        for field in self._fields:
            field.setMinimumWidth(px(_FIELDS))
            if isinstance(field, EntryField):
                field.line.setMaximumWidth(px(_FIELDS))
        for part in self._parts:
            part.setMinimumWidth(px(_FIELDS + _NOTES))
        for line in range(self._lines):
            self._grid.setRowMinimumHeight(line * 3 + 2, px(_AIR))


def button_row(*buttons: Button) -> QWidget:
    """Return buttons beside each other, none wider than its words."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return whole
