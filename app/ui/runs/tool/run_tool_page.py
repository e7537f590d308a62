"""A tool that is filled in for a run: kept while one writes, then copied, saved or printed."""

from collections.abc import Hashable, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.danish.notation import moment_label
from app.model.errors import Told
from app.model.journal.filled_tool import filled_text, known_in, standing_in
from app.model.library.tool import FieldKind, Tool, ToolField
from app.model.outgoing.outgoing_blocks import OutgoingText
from app.model.run.state import Filled
from app.services import journal, run_tools
from app.services.run_core import RunView
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.base.keep_words import keep_words
from app.ui.base.keeping import KeepState, Typed
from app.ui.fields.file_dialogs import Filed, ask_where_to_save
from app.ui.keys import keys
from app.ui.look.page_header import Header
from app.ui.look.widgets import Button, surface
from app.ui.runs.step.journal_box import CopyButton
from app.ui.runs.tool.tool_field_editors import Rows
from app.ui.runs.tool.tool_form import ToolForm

FieldValue = tuple[str, Rows]
"""What stands in a field: its text, or the rows of a table."""


class RunToolPage(QWidget):
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
        self._typed: dict[str, Typed[FieldValue]] = {}
        self._left_out: Typed[tuple[str, ...]] | None = None
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
        stored = view.state.tools.get(tool.id, Filled())
        self.header.title.setText(tool.title)
        self._say_when(stored)
        catalogue = self._desk.shelf.library.catalogue
        known = known_in(tool, view.procedure, view.state, catalogue)
        standing = standing_in(tool, stored, known)
        self._begin_writing(tool.id, view.state.run.id, standing)
        self.form.show_tool(tool, self._in_hand(standing), is_closed=view.state.is_closed)
        self._mark_fields()
        self.form.begin()

    def take(self) -> OutgoingText | None:
        """Return the tool as it is to be taken along; None while a field in it cannot be read."""
        if self._tool is None or self._view is None or not self.form.settle():
            return None
        return filled_text(self._tool, self.form.written, self._view.state.run.case_number)

    def flush(self) -> None:
        """Keep what is written."""
        for typed in self._typed.values():
            typed.flush()
        if self._left_out is not None:
            self._left_out.flush()

    def leave(self) -> None:
        """Keep what is written and go back to the run; what cannot be kept is here again later."""
        self.flush()
        self._tell_of_refused()
        self.left.emit()

    def _tell_of_refused(self) -> None:
        """Say of what is left behind which field of which tool it stands in."""
        for field in self._tool.fields if self._tool is not None else ():
            typed = self._typed.get(field.id)
            error = typed.error if typed is not None else None
            if typed is not None and error is not None and error.is_refusal:
                self._desk.messages.tell(error, about=typed.key, where=self._name_of(field))

    def _name_of(self, field: ToolField) -> str:
        """Say which field of which tool it is."""
        title = self._tool.title if self._tool is not None else ""
        return ", ".join(part for part in (title, field.label) if part)

    def _tells(self, key: tuple[str, ...], error: Told) -> bool:
        """A refusal is told at its field, while that is seen."""
        return error.is_refusal and self.isVisible() and key in self._keys()

    def _keys(self) -> tuple[Hashable, ...]:
        return tuple(typed.key for typed in self._typed.values())

    def _begin_writing(self, tool: str, run: str, standing: Filled) -> None:
        """Begin to write in each field by itself.

        So one that is refused takes no other with it, and two windows fill in different ones.
        """
        for typed in self._typed.values():
            typed.changed.disconnect(self._mark_fields)
            typed.leave()
        if self._left_out is not None:
            self._left_out.leave()
        self._typed = {}
        for field in self._tool.fields if self._tool is not None else ():
            value = standing.fields.get(field.id, ""), standing.rows.get(field.id, ())
            work = partial(_fill, run=run, tool=tool, field=field)
            key = ("tool", run, tool, field.id)
            self._desk.messages.settle(key)
            tells = partial(self._tells, key)
            typed = self._desk.write_at(key, value, work, self._on_kept, tells)
            typed.changed.connect(self._mark_fields)
            self._typed[field.id] = typed
        leave_out = partial(_leave_out, run=run, tool=tool)
        whole, left_out = ("tool", run, tool), standing.left_out
        self._left_out = self._desk.write_at(whole, left_out, leave_out, self._on_kept)

    def _in_hand(self, standing: Filled) -> Filled:
        """Return what stands in the tool, with what was typed before and is not kept yet."""
        values = {name: typed.value for name, typed in self._typed.items()}
        left_out = self._left_out.value if self._left_out is not None else ()
        fields = {name: text for name, (text, _) in values.items()}
        rows = {name: found for name, (_, found) in values.items()}
        return replace(standing, fields=fields, rows=rows, left_out=left_out)

    def _mark_fields(self, *_: object) -> None:
        self.tell_time()
        for name, typed in self._typed.items():
            if name in self.form.editors:
                self.form.editors[name].show_standing(typed)

    def _on_kept(self, view: RunView) -> None:
        if self._view is None or view.state.run.id != self._view.state.run.id:
            return
        self._view = view
        self.tell_time()

    def tell_time(self) -> None:
        """Say anew when it was kept: `i dag` becomes `i går`."""
        if self._tool is not None and self._view is not None:
            self._say_when(self._view.state.tools.get(self._tool.id, Filled()))

    def _say_when(self, stored: Filled) -> None:
        """Say when it was kept, unless something in it is not."""
        case = self._view.state.run.case_number if self._view else ""
        words = self.tr("Sag {} · ikke udfyldt endnu").format(case)
        if stored.at is not None:
            when = moment_label(stored.at, self._desk.now())
            words = self.tr("Sag {} · gemt {} af {}").format(case, when, stored.by)
        standing = max((typed.standing for typed in self._typed.values()), default=KeepState.KEPT)
        if standing > KeepState.TYPED:
            words = self.tr("Sag {} · {}").format(case, keep_words(standing))
        if self._view is not None and self._view.state.is_closed:
            words = self.tr("{} · forløbet er afsluttet, så her kan ikke skrives").format(words)
        self.header.sub.setText(words)

    def _on_changed(self, name: str) -> None:
        if name in self._typed:
            editor = self.form.editors[name]
            self._typed[name].type((editor.text, editor.rows))
        elif self._left_out is not None:
            self._left_out.type(self.form.written.left_out)

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
            now = self._desk.now()
            self._desk.do_beside(
                lambda: journal.save_text(text, path, now, pictures),
                lambda path: self._desk.messages.done(self.tr("Gemt som {}").format(path)),
            )

        ask_where_to_save(self, Filed.JOURNAL, journal.file_name(text), save)

    def _on_print(self) -> None:
        from app.ui.runs.tool.tool_print import preview_filled

        text = self.take()
        if text is not None and self._tool is not None:
            preview_filled(self.window(), self._tool, text, self.form.pictures, self._desk.shelf)


def _fill(
    workplace: Workplace, value: FieldValue, _: FieldValue, *, run: str, tool: str, field: ToolField
) -> RunView:
    """Keep what stands in one field."""
    text, rows = value
    if field.kind is FieldKind.ROWS:
        return run_tools.fill_tool(workplace, run=run, tool=tool, rows={field.id: rows})
    return run_tools.fill_tool(workplace, run=run, tool=tool, fields={field.id: text})


def _leave_out(
    workplace: Workplace, titles: tuple[str, ...], _: tuple[str, ...], *, run: str, tool: str
) -> RunView:
    """Keep which leaves are not to be taken along."""
    return run_tools.fill_tool(workplace, run=run, tool=tool, left_out=titles)
