"""The ways of a step: its condition, an arrow, the step it leads to."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from app.model.library.procedure import Procedure, Step
from app.ui.editor.form.fields.line_carrying import asked_way
from app.ui.editor.form.fields.writing_fields import LineBox
from app.ui.keys.focus import let_go, show_or_hide
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import Button
from app.ui.says.kind_texts import step_label


class Picker(QComboBox):
    """A box to pick one of several from; the wheel scrolls the form and changes nothing here."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show these to pick from, each an id and its name, with one of them picked."""
        known = [(str(self.itemData(n)), self.itemText(n)) for n in range(self.count())]
        if known != list(choices):
            self.clear()
            for data, text in choices:
                self.addItem(text, data)
        self.setCurrentIndex(self.findData(chosen))
        self.setToolTip(self.currentText())

    @property
    def picked(self) -> str:
        """The id that is picked."""
        return str(self.currentData())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as ever, but end a name that is too long in three dots."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        dots = Qt.TextElideMode.ElideRight
        room = field.width() - theme().px(4)
        option.currentText = self.fontMetrics().elidedText(self.currentText(), dots, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class WayLine(QWidget):
    """One way.

    Signals: `condition_written`; `target_picked` with the id of a step; `step_asked` when a new
    one is to stand on it; `removed`; `move_asked` with a direction.
    """

    condition_written = Signal(str)
    target_picked = Signal(str)
    step_asked = Signal()
    removed = Signal()
    left = Signal()
    move_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.condition = LineBox(self.tr("Betingelse"), self.tr("Betingelse?"))
        self.target = Picker(self.tr("Vejen fører til"))
        self._arrow = IconLabel("arrow-r", "ink_2", 16)
        self._between = Button("", "quiet", "plus", self.step_asked.emit)
        self._between.setToolTip(self.tr("Nyt trin på vejen"))
        self._between.setObjectName("away")
        self._away = Button("", "quiet", "close", self.removed.emit, tip=self.tr("Slet vejen"))
        self._away.setObjectName("away")
        self.condition.written.connect(self.condition_written)
        self.condition.editingFinished.connect(self.left)
        self.condition.installEventFilter(self)
        self.target.installEventFilter(self)
        self.target.activated.connect(lambda _: self.target_picked.emit(self.target.picked))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self.condition, 2)
        row.addWidget(self._arrow)
        row.addWidget(self.target, 3)
        ends = QHBoxLayout()
        ends.setSpacing(0)
        ends.addWidget(self._between)
        ends.addWidget(self._away)
        row.addLayout(ends)

    @property
    def start(self) -> QWidget:
        """Where one begins to write the way: its condition where it has one."""
        return self.target if self.condition.isHidden() else self.condition

    def show_way(self, procedure: Procedure, step: Step, index: int) -> None:
        """Show what stands in the document."""
        way = step.next[index]
        show_or_hide(self.condition, self.target, is_shown=step.is_decision)
        self._arrow.setVisible(step.is_decision)
        self.condition.show_text(way.when)
        _mark_missing(self.condition, is_missing=step.is_decision and not way.when.strip())
        choices = [(one.id, step_label(procedure, one.id)) for one in procedure.steps]
        self.target.offer(choices, way.to)
        goal = self.target.currentText()
        self._between.setAccessibleName(self.tr("Nyt trin på vejen til {}").format(goal))
        self._away.setAccessibleName(self.tr("Slet vejen til {}").format(goal))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if way := asked_way(event):
            self.move_asked.emit(way)
            return True
        return super().eventFilter(watched, event)


class WaysBox(QWidget):
    """All ways of a step.

    Signals: `condition_written` and `target_picked` with a place and what was written or picked;
    `way_removed`, `way_moved` with places; `way_asked` when one is to be added; `step_asked` with
    the place of one that a new step is to stand on; `left`.
    """

    condition_written = Signal(int, str)
    target_picked = Signal(int, str)
    way_removed = Signal(int)
    way_moved = Signal(int, int)
    way_asked = Signal()
    step_asked = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[WayLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(6))
        self.add = Button(self.tr("Tilføj vej"), "link", "plus", self.way_asked.emit)
        self._column.addWidget(self.add)
        self.setFocusProxy(self.add)

    @property
    def lines(self) -> Sequence[WayLine]:
        """The lines, one for each way."""
        return self._lines

    def show_ways(self, procedure: Procedure, step: Step) -> None:
        """Show what stands in the document; who asks for a way here goes on in it."""
        is_more = len(self._lines) < len(step.next)
        while len(self._lines) > len(step.next):
            line = self._lines.pop()
            line.condition.removeEventFilter(line)
            self._column.removeWidget(line)
            let_go(line, self._lines[-1].start if self._lines else self.add)
        while len(self._lines) < len(step.next):
            self._add_line()
        for index, line in enumerate(self._lines):
            line.show_way(procedure, step, index)
        if is_more and self.add.hasFocus():
            self._lines[-1].start.setFocus()

    def focus_condition(self, position: int) -> None:
        """Put the cursor into the condition of a way."""
        if 0 <= position < len(self._lines):
            self._lines[position].condition.setFocus()

    def _add_line(self) -> None:
        line, place = WayLine(), len(self._lines)
        line.condition_written.connect(partial(self.condition_written.emit, place))
        line.target_picked.connect(partial(self.target_picked.emit, place))
        line.step_asked.connect(partial(self.step_asked.emit, place))
        line.removed.connect(partial(self.way_removed.emit, place))
        line.move_asked.connect(partial(self._on_move_asked, place))
        line.left.connect(self.left)
        self._lines.append(line)
        self._column.insertWidget(place, line)

    def _on_move_asked(self, position: int, by: int) -> None:
        if 0 <= position + by < len(self._lines):
            had_target = self._lines[position].target.hasFocus()
            self.way_moved.emit(position, position + by)
            moved = self._lines[position + by]
            (moved.target if had_target else moved.start).setFocus()


def _mark_missing(line: LineBox, *, is_missing: bool) -> None:
    if bool(line.property("missing")) != is_missing:
        line.setProperty("missing", is_missing)
        line.style().unpolish(line)
        line.style().polish(line)
