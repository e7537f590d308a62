"""One field of a tool in the list of its fields: what it is called, its kind, and what is in it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.edits.tools import MOST_LINES
from app.model.library.tool import FieldKind, ToolField
from app.ui.editor.form.fields.line_carrying import Grip, asked_way
from app.ui.editor.form.fields.lines_field import LinesBox
from app.ui.editor.form.fields.ways_field import Picker
from app.ui.editor.form.fields.writing_fields import GrowingText, LineBox
from app.ui.editor.sheets.tool_words import kind_name
from app.ui.fields.calm_fields import NumberBox
from app.ui.keys.focus import holds_keyboard, show_or_hide
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, Label, clear_layout, second_line

_INDENT = 22


class FieldDetails(QWidget):
    """What more there is to say of a field; which of it, its kind decides.

    Signals: `hint_written`; `options_written` and `columns_written` with all lines and the place
    of the one that is typed in; `lines_set`; `place_asked`; `left`.
    """

    hint_written = Signal(str)
    options_written = Signal(object, int)
    columns_written = Signal(object, int)
    lines_set = Signal(int)
    place_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind: FieldKind | None = None
        self.hint = LineBox("", "")
        self.options: LinesBox | None = None
        self.columns: LinesBox | None = None
        self.lines: NumberBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme().px(_INDENT), 0, 0, theme().px(6))
        self._column.setSpacing(theme().px(6))

    def shows(self, kind: FieldKind) -> bool:
        """Whether it is made for that kind of field; for another it is made anew."""
        return kind is self._kind

    def show_field(self, field: ToolField, *, is_placed: bool) -> None:
        """Show what stands in the document."""
        if not self.shows(field.kind):
            self._kind = field.kind
            self._build(field.kind)
        self.hint.show_text(field.hint)
        if self.options is not None:
            self.options.show_lines(field.options)
        if self.columns is not None:
            self.columns.show_lines(field.columns)
        if self.lines is not None and self.lines.value() != field.lines:
            self.lines.setValue(field.lines)
        self._move.setVisible(is_placed)

    def _build(self, kind: FieldKind) -> None:
        clear_layout(self._column)
        self.options = self.columns = self.lines = None
        self.hint = LineBox(self.tr("Hjælp"), self.tr("Hjælp til den, der udfylder"))
        self.hint.written.connect(self.hint_written)
        self.hint.editingFinished.connect(self.left)
        self._column.addWidget(self.hint)
        if kind in (FieldKind.CHOICE, FieldKind.SCALE):
            is_scale = kind is FieldKind.SCALE
            heading = self.tr("Hvad betyder 1 og 10?") if is_scale else self.tr("Svar")
            add = self.tr("Tilføj ende") if is_scale else self.tr("Tilføj svar")
            self.options = self._list(heading, add)
            self.options.lines_written.connect(self.options_written)
        if kind is FieldKind.ROWS:
            self.columns = self._list(self.tr("Kolonner"), self.tr("Tilføj kolonne"))
            self.columns.lines_written.connect(self.columns_written)
        if kind in (FieldKind.TEXT, FieldKind.ROWS):
            self._add_lines(kind)
        words = self.tr("Flyt til markøren i teksten")
        self._move = Button(words, "link", "arrow-r", self.place_asked.emit)
        self._column.addWidget(self._move)

    def _list(self, heading: str, add: str) -> LinesBox:
        box = LinesBox(add)
        box.line_left.connect(self.left)
        self._column.addWidget(second_line(heading))
        self._column.addWidget(box)
        return box

    def _add_lines(self, kind: FieldKind) -> None:
        is_table = kind is FieldKind.ROWS
        words = self.tr("Rækker at skrive i") if is_table else self.tr("Linjer at skrive på")
        self.lines = NumberBox()
        self.lines.setRange(1, MOST_LINES)
        self.lines.setAccessibleName(words)
        self.lines.valueChanged.connect(self.lines_set)
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        row.addWidget(self.lines)
        row.addWidget(Label(words, points=9.5, color="ink_2"))
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(holder)


class FieldBox(QFrame):
    """A line with grip, name and kind; below it what more there is, where that is opened.

    Signals: `labelled` with its name; `kind_picked`; `removed`; `place_asked`; `move_asked` with a
    direction; `left`.
    """

    labelled = Signal(str)
    kind_picked = Signal(object)
    removed = Signal()
    place_asked = Signal()
    move_asked = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("item")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.grip = Grip(self.tr("Træk for at flytte (Alt+pil op og ned)"))
        self.label = GrowingText(self.tr("Feltets navn"), is_line=True)
        self.label.setPlaceholderText(self.tr("Hvad skal der stå?"))
        self.label.installEventFilter(self)
        self.kind = Picker(self.tr("Slags felt"))
        self.kind.setMinimumContentsLength(10)
        self.more = Button("", "quiet", "chev-r", tip=self.tr("Mere om feltet"))
        self.more.setObjectName("away")
        self.more.setCheckable(True)
        self._away = Button("", "quiet", "close", self.removed.emit, tip=self.tr("Slet feltet"))
        self._away.setObjectName("away")
        self.details = FieldDetails()
        self.details.hide()
        self.missing = self._missing()
        self.wrong = Label(points=8.5, color="soon", wrap=True)
        self.wrong.setContentsMargins(theme().px(_INDENT), 0, 0, 0)
        self.wrong.hide()
        self._field: ToolField | None = None
        self._is_placed = True
        self._assemble()
        self._connect()

    def show_field(self, field: ToolField, *, is_placed: bool) -> None:
        """Show what stands in the document."""
        self._field, self._is_placed = field, is_placed
        self.label.show_text(field.label)
        self.kind.offer([(kind.value, kind_name(kind)) for kind in FieldKind], field.kind.value)
        self._away.setAccessibleName(self.tr("Slet feltet {}").format(field.label))
        self.more.setAccessibleName(self.tr("Mere om {}").format(field.label))
        show_or_hide(self.missing, self.label, is_shown=not is_placed)
        if holds_keyboard(self.details) and not self.details.shows(field.kind):
            self.kind.setFocus()
        if self.more.isChecked():
            self.details.show_field(field, is_placed=is_placed)

    def say(self, words: str) -> None:
        """Say why what was typed is not kept."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def open(self) -> None:
        """Show what more there is."""
        self.more.setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if way := asked_way(event):
            self.move_asked.emit(way)
            return True
        return super().eventFilter(watched, event)

    def _missing(self) -> QWidget:
        """Say that the field stands nowhere in the text, and offer to put it in."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(theme().px(_INDENT), 0, 0, theme().px(2))
        row.setSpacing(theme().px(6))
        row.addWidget(IconLabel("alert", "soon", 14))
        row.addWidget(Label(self.tr("Står ikke i teksten"), points=8.5, color="soon"))
        put = Button(self.tr("Sæt ind ved markøren"), "link", on_click=self.place_asked.emit)
        put.setProperty("plain", True)
        row.addWidget(put)
        row.addStretch(1)
        return box

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(theme().px(4))
        row.addWidget(self.grip)
        row.addWidget(self.label, 1)
        row.addWidget(self.kind)
        row.addWidget(self.more)
        row.addWidget(self._away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.wrong)
        column.addWidget(self.missing)
        column.addWidget(self.details)

    def _connect(self) -> None:
        self.label.written.connect(self.labelled)
        self.label.focused.connect(lambda has_focus: None if has_focus else self.left.emit())
        self.kind.activated.connect(lambda _: self.kind_picked.emit(FieldKind(self.kind.picked)))
        self.more.toggled.connect(self._on_more)
        self.details.place_asked.connect(self.place_asked)
        self.details.left.connect(self.left)

    def _on_more(self, is_open: bool) -> None:
        self.more.show_icon("chev-d" if is_open else "chev-r")
        if is_open and self._field is not None:
            self.details.show_field(self._field, is_placed=self._is_placed)
        self.details.setVisible(is_open)
