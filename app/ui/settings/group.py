"""Settings of one kind under a heading: each with its name, its field, and what it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.ui.common.entry import EntryField
from app.ui.common.theme import theme
from app.ui.common.widgets import SEMIBOLD, Label, second_line
from app.ui.settings.names import setting_name

_NAMES, _FIELDS, _NOTES, _AIR = 130, 300, 220, 8


class Group(QWidget):
    """A heading, and rows below it in two columns."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._lines = 0
        self._fields: list[QWidget] = []
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
        name, at = setting_name(key), self._lines * 3
        target = field.focusProxy() or field
        target.setAccessibleName(name)
        if isinstance(field, EntryField):
            field.explain(note)
        else:
            target.setAccessibleDescription(note)
        if not isinstance(field, QCheckBox):
            label = Label(name, color="ink_2")
            label.setBuddy(target)
            self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, theme().px(5), 0, 0)
        self._grid.addWidget(field, at, 1, 1, 2 if isinstance(field, EntryField) else 1)
        if note and not isinstance(field, EntryField):
            self._grid.addWidget(second_line(note, wrap=True), at + 1, 1, 1, 2)
        self._fields.append(field)
        self._lines += 1
        self._resize()

    def _resize(self) -> None:
        px = theme().px
        self._grid.setColumnMinimumWidth(0, px(_NAMES))
        self._grid.setColumnMinimumWidth(2, px(_NOTES))
        for line, field in enumerate(self._fields):
            field.setMinimumWidth(px(_FIELDS))
            if isinstance(field, EntryField):
                field.line.setMaximumWidth(px(_FIELDS))
            self._grid.setRowMinimumHeight(line * 3 + 2, px(_AIR))
