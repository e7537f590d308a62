"""A tool that is filled in for a run: kept while one writes, then copied, saved or printed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.filled import first_values, tool_note
from app.model.journal import JournalNote
from app.model.notation import moment_label
from app.model.state import Filled
from app.model.tool import FieldKind, Tool
from app.model.tool_pictures import curve_of, network_of
from app.printing.filled_tool import Picture, picture_block
from app.printing.ink import PAPER
from app.printing.marks import Block
from app.printing.paint import paint_mark
from app.services import journal, runs
from app.services.runs import RunView
from app.ui.common import keys
from app.ui.common.desk import Desk
from app.ui.common.file_dialogs import Filed, ask_where_to_save
from app.ui.common.richtext import RichText
from app.ui.common.theme import theme
from app.ui.common.widgets import SEMIBOLD, Button, Header, Label, clear_layout, surface
from app.ui.runs.journal_box import CopyButton
from app.ui.runs.tool_fields import FieldEditor, editor_of

_PAUSE_MS, _LONGEST_MS = 700, 1_400
_WIDTH = 760
_PICTURE_PIXELS = 1400


class ToolPage(QWidget):
    """The page of one tool in one run.

    Signals: `left` when the run is asked for again.
    """

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tool: Tool | None = None
        self._view: RunView | None = None
        self.editors: dict[str, FieldEditor] = {}
        self._pictures: dict[str, PictureView] = {}
        self.header = Header()
        self.banner_slot = QVBoxLayout()
        self.copy_button = CopyButton()
        self._rows = QVBoxLayout()
        self._pause = self._timer(_PAUSE_MS)
        self._longest = self._timer(_LONGEST_MS)
        self._assemble()

    @property
    def note(self) -> JournalNote | None:
        """What stands in the tool, as a note; None while none is shown."""
        if self._tool is None or self._view is None:
            return None
        return tool_note(self._tool, self._written(), self._view.state.run.case_number)

    @property
    def pictures(self) -> list[Picture]:
        """The pictures of what stands in it."""
        return [view.picture for view in self._pictures.values() if view.picture is not None]

    @property
    def tool_id(self) -> str:
        """The tool that is shown; empty when none is."""
        return self._tool.id if self._tool else ""

    def panes(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return (self.header, self._body)

    def show_tool(self, tool: Tool, view: RunView) -> None:
        """Show a tool with what stands in it."""
        self._tool, self._view = tool, view
        case = view.state.run.case_number
        stored = view.state.tools.get(tool.id) or first_values(tool, case)
        self.header.title.setText(tool.title)
        self._say_when(stored)
        self._fill(tool, stored, is_closed=view.state.is_closed)

    def flush(self) -> None:
        """Keep what is written, if it is other than before."""
        self._pause.stop()
        self._longest.stop()
        if self._tool is None or self._view is None or self._view.state.is_closed:
            return
        tool, run, written = self._tool.id, self._view.state.run.id, self._written()
        self._desk.do(
            lambda place: runs.fill_tool(
                place, run=run, tool=tool, fields=written.fields, rows=written.rows
            ),
            self._on_kept,
        )

    def leave(self) -> None:
        """Keep what is written and go back to the run."""
        if self._pause.isActive() or self._longest.isActive():
            self.flush()
        self.left.emit()

    def _on_kept(self, view: RunView) -> None:
        self._view = view
        if self._tool is not None:
            self._say_when(view.state.tools.get(self._tool.id, Filled()))

    def _say_when(self, stored: Filled) -> None:
        case = self._view.state.run.case_number if self._view else ""
        words = self.tr("Sag {} · ikke udfyldt endnu").format(case)
        if stored.at is not None:
            when = moment_label(stored.at, self._desk.now())
            words = self.tr("Sag {} · gemt {} af {}").format(case, when, stored.by)
        self.header.sub.setText(words)

    def _written(self) -> Filled:
        fields = {name: editor.text for name, editor in self.editors.items() if editor.text}
        rows = {name: editor.rows for name, editor in self.editors.items() if editor.rows}
        return Filled(fields, rows)

    def _fill(self, tool: Tool, stored: Filled, *, is_closed: bool) -> None:
        clear_layout(self._rows)
        self.editors, self._pictures = {}, {}
        self._rows.addWidget(Label(tool.purpose, color="ink_2", wrap=True))
        known = {field.id: field for field in tool.fields}
        for line in _blocks(tool):
            if line in known:
                self._add_field(line, tool, stored, is_closed=is_closed)
            elif line.startswith("#"):
                words = line.lstrip("# ").strip()
                self._rows.addSpacing(8)
                self._rows.addWidget(Label(words, points=11.5, weight=SEMIBOLD, wrap=True))
            else:
                text = RichText(tool.title)
                text.show_markdown(line)
                self._rows.addWidget(text)
        self._rows.addStretch(1)
        self._draw()
        self._offer()

    def _add_field(self, name: str, tool: Tool, stored: Filled, *, is_closed: bool) -> None:
        field = next(one for one in tool.fields if one.id == name)
        editor = editor_of(field, self._desk.now)
        editor.show_value(stored.fields.get(name, ""), stored.rows.get(name, ()))
        editor.set_read_only(is_read_only=is_closed)
        editor.changed.connect(self._on_changed)
        self.editors[name] = editor
        self._rows.addWidget(editor)
        if field.kind is FieldKind.ROWS:
            picture = PictureView(field.label)
            self._pictures[name] = picture
            self._rows.addWidget(picture)

    def _on_changed(self) -> None:
        self._draw()
        self._offer()
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _draw(self) -> None:
        for name, view in self._pictures.items():
            editor = self.editors[name]
            found = curve_of(editor.field, editor.rows) or network_of(editor.field, editor.rows)
            view.show_picture(found)

    def _offer(self) -> None:
        note = self.note
        if note is not None:
            self.copy_button.offer(note)

    def _assemble(self) -> None:
        back = Button("", "quiet", "arrow-l", self.leave, tip=self.tr("Til forløbet"))
        self.header.leading.addWidget(back)
        save = Button(self.tr("Gem som Word-fil"), "quiet", "journal", self._on_save)
        printing = Button(self.tr("Udskriv"), "quiet", "print", self._on_print)
        printing.set_key(keys.PRINT_RUN)
        for button in (save, printing, self.copy_button):
            self.header.buttons.addWidget(button)
        page = surface("paper")
        outer = QHBoxLayout(page)
        outer.setContentsMargins(36, 20, 36, 36)
        form = QWidget()
        form.setMaximumWidth(theme().px(_WIDTH))
        form.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        outer.addStretch(1)
        outer.addWidget(form, 8)
        outer.addStretch(1)
        self._body = QScrollArea()
        self._body.setWidget(page)
        self._body.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.banner_slot)
        column.addWidget(self._body, 1)

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(self.flush)
        return timer

    def _on_save(self) -> None:
        note = self.note
        if note is None:
            return
        pictures = [
            (view.name, view.png()) for view in self._pictures.values() if view.picture is not None
        ]

        def save(path: Path) -> None:
            self._desk.do_beside(
                lambda: journal.save_note(note, path, pictures),
                lambda path: self._desk.messages.done(self.tr("Gemt som {}").format(path)),
            )

        ask_where_to_save(self, Filed.JOURNAL, journal.file_name(note), save)

    def _on_print(self) -> None:
        from app.ui.runs.tool_print import preview_filled

        note = self.note
        if note is not None and self._tool is not None:
            preview_filled(self.window(), self._tool, note, self.pictures, self._desk.shelf)


class PictureView(QWidget):
    """A curve or a network, painted as it prints; nothing where there is none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.picture: Picture | None = None
        self.setAccessibleName(self.tr("Billede af {}").format(name))
        self.hide()

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture."""
        self.picture = picture
        self.setVisible(picture is not None)
        if picture is not None:
            self.setFixedHeight(round(self._block(theme().px(_WIDTH)).rect.h))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._block(self.width()).marks:
            paint_mark(mark, painter)
        painter.end()

    def png(self) -> bytes:
        """Return the picture as it prints, for a file."""
        if self.picture is None:
            return b""
        drawn = picture_block(self.picture, _PICTURE_PIXELS / 2, PAPER)
        image = QImage(_PICTURE_PIXELS, round(drawn.rect.h * 2), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(2, 2)
        for mark in drawn.marks:
            paint_mark(mark, painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows no device
        return bytes(buffer.data().data())

    def _block(self, width: float) -> Block:
        assert self.picture is not None
        return picture_block(self.picture, width, theme().ink, theme().px(100) / 100)


def _blocks(tool: Tool) -> list[str]:
    """Cut a tool's text where fields and headings stand; fields that it forgets come last."""
    known = [field.id for field in tool.fields]
    blocks: list[str] = []
    words: list[str] = []
    for line in tool.body.splitlines():
        name = line.strip().removeprefix("{{").removesuffix("}}").strip()
        is_field = line.strip().startswith("{{") and name in known
        if is_field or line.startswith("#"):
            if any(word.strip() for word in words):
                blocks.append("\n".join(words))
            words = []
            blocks.append(name if is_field else line)
        else:
            words.append(line)
    if any(word.strip() for word in words):
        blocks.append("\n".join(words))
    return [*blocks, *(name for name in known if name not in blocks)]
