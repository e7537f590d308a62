"""Makes widgets of a list of field specs, one below the other."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.editor.form.form_spec import BaseField, FieldSpec, Path
from app.ui.keys.focus import show_or_hide
from app.ui.keys.kept import follow_layout
from app.ui.look.theme import theme
from app.ui.look.widgets import Label, second_line, section_label

_LABEL_WIDTH = 88


B = TypeVar("B")
V = TypeVar("V")


class Form(QWidget, Generic[B, V]):
    """All fields of a list of specs. It is built once and shows one thing after the other."""

    def __init__(self, specs: Sequence[FieldSpec[B, V]], bench: B) -> None:
        super().__init__()
        self._specs = tuple(specs)
        self._fields: list[BaseField[Any, V]] = []
        self._boxes: list[QWidget] = []
        self._counts: list[Label] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))
        self._labels: list[Label] = []
        for spec in self._specs:
            self._add(spec, bench)
        self._resize()
        theme().changed.connect(self._resize)

    def show_thing(self, shown: V) -> None:
        """Show a step or a procedure in all fields that apply to it.

        Where the keyboard was in one that does not, the first field gets it.
        """
        first = self._fields[0].widget
        for spec, field, box, count in zip(
            self._specs, self._fields, self._boxes, self._counts, strict=True
        ):
            applies = spec.applies(shown)
            if not spec.joins:
                show_or_hide(box, first, is_shown=applies)
            if applies:
                field.show(shown)
                count.setText(field.count(shown))
        follow_layout(self)

    def event(self, event: QEvent) -> bool:
        """Let Tab follow the order of reading when a line was begun or taken away."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            follow_layout(self)
        return is_done

    def field(self, key: str) -> BaseField[Any, V] | None:
        """Return the field that shows a part of the document."""
        for spec, field in zip(self._specs, self._fields, strict=True):
            if key in spec.keys:
                return field
        return None

    def title_of(self, key: str) -> str:
        """Return the heading of the field that shows a part of the document."""
        return next((spec.title for spec in self._specs if key in spec.keys), "")

    def focus_path(self, path: Path) -> QWidget | None:
        """Put the cursor where a path leads; returns the field that has it."""
        field = self.field(str(path[0])) if path else None
        if field is None:
            return None
        field.focus(path[1:])
        return field.widget

    def _add(self, spec: FieldSpec[B, V], bench: B) -> None:
        field = spec.make(bench)
        field.key = spec.keys[0]
        field.widget.setAccessibleName(field.widget.accessibleName() or spec.title)
        count = second_line()
        if spec.joins:
            self._join(field)
        elif spec.beside:
            label = Label(spec.title, points=9.5, color="ink_2")
            self._labels.append(label)
            self._boxes.append(_beside(label, field))
        else:
            self._boxes.append(_below(spec.title, field, count))
        self._fields.append(field)
        self._counts.append(count)
        if not spec.joins:
            self._column.addWidget(self._boxes[-1])

    def _resize(self) -> None:
        """Give the headings at the left one width."""
        metrics = QFontMetrics(theme().font(9.5))
        widths = (metrics.horizontalAdvance(label.text()) for label in self._labels)
        wanted = max(widths, default=0) + theme().px(4)
        for label in self._labels:
            label.setFixedWidth(max(wanted, theme().px(_LABEL_WIDTH)))

    def _join(self, field: BaseField[Any, V]) -> None:
        """Put a field on the line of the one before."""
        before = self._boxes[-1]
        row = before.findChild(QHBoxLayout, "row")
        if row is not None:
            row.addWidget(field.widget, 1)
        self._boxes.append(before)


def _beside(label: Label, field: BaseField[Any, Any]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme().px(8))
    grid.setVerticalSpacing(theme().px(2))
    label.setBuddy(field.widget)
    grid.addWidget(label, 0, 0)
    row = QHBoxLayout()
    row.setObjectName("row")
    row.setSpacing(theme().px(8))
    row.addWidget(field.widget, 1)
    grid.addLayout(row, 0, 1)
    grid.addWidget(field.note, 1, 1)
    grid.setColumnStretch(1, 1)
    return box


def _below(title: str, field: BaseField[Any, Any], count: Label) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(6))
    head = QHBoxLayout()
    label = section_label(title)
    label.setBuddy(field.widget)
    head.addWidget(label)
    head.addStretch(1)
    head.addWidget(count)
    column.addLayout(head)
    column.addWidget(field.widget)
    column.addWidget(field.note)
    return box
