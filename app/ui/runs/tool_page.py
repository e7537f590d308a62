"""A tool that is filled in for a run: kept while one writes, then copied, saved or printed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.filled import filled_text, first_values
from app.model.notation import moment_label
from app.model.outgoing import OutgoingText
from app.model.state import Filled
from app.model.tool import Tool
from app.services import journal, runs
from app.services.runs import RunView
from app.ui.common import keys
from app.ui.common.desk import Desk
from app.ui.common.file_dialogs import Filed, ask_where_to_save
from app.ui.common.widgets import Button, Header, surface
from app.ui.runs.journal_box import CopyButton
from app.ui.runs.tool_form import ToolForm

_PAUSE_MS, _LONGEST_MS = 700, 1_400


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
        self.header = Header()
        self.banner_slot = QVBoxLayout()
        self.form = ToolForm(desk.now)
        self.copy_button = CopyButton()
        self.copy_button.ask_for(self.take)
        self._pause = self._timer(_PAUSE_MS)
        self._longest = self._timer(_LONGEST_MS)
        self._assemble()
        self.form.changed.connect(self._on_changed)

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
        stored = view.state.tools.get(tool.id) or first_values(tool, view.state.run.case_number)
        self.header.title.setText(tool.title)
        self._say_when(stored)
        self.form.show_tool(tool, stored, is_closed=view.state.is_closed)
        self.form.begin()

    def take(self) -> OutgoingText | None:
        """Return the tool as it is to be taken along; None while a field in it cannot be read."""
        if self._tool is None or self._view is None or not self.form.settle():
            return None
        return filled_text(self._tool, self.form.written, self._view.state.run.case_number)

    def flush(self) -> None:
        """Keep what is written, if it is other than before."""
        self._pause.stop()
        self._longest.stop()
        if self._tool is None or self._view is None or self._view.state.is_closed:
            return
        tool, run, written = self._tool.id, self._view.state.run.id, self.form.written
        self._desk.do(
            lambda place: runs.fill_tool(
                place,
                run=run,
                tool=tool,
                fields=written.fields,
                rows=written.rows,
                left_out=written.left_out,
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

    def _on_changed(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

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
        outer.addStretch(1)
        outer.addWidget(self.form, 8)
        outer.addStretch(1)
        self._body = QScrollArea()
        self._body.setWidget(page)
        self._body.setWidgetResizable(True)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        text = self.take()
        if text is None:
            return
        pictures = [
            (view.name, view.png())
            for view in self.form.picture_views.values()
            if view.picture is not None
        ]

        def save(path: Path) -> None:
            self._desk.do_beside(
                lambda: journal.save_text(text, path, pictures),
                lambda path: self._desk.messages.done(self.tr("Gemt som {}").format(path)),
            )

        ask_where_to_save(self, Filed.JOURNAL, journal.file_name(text), save)

    def _on_print(self) -> None:
        from app.ui.runs.tool_print import preview_filled

        text = self.take()
        if text is not None and self._tool is not None:
            preview_filled(self.window(), self._tool, text, self.form.pictures, self._desk.shelf)
