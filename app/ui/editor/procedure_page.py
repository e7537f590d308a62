"""One procedure that is edited: the flow with its handles, the form beside, the findings below."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.findings import Finding, Severity
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure, Step
from app.model.library.stored_version import Kind
from app.model.library.suggestion_spots import SuggestionSpot
from app.model.run.ticking import Ticking
from app.services.burdens import ticking_of
from app.ui.base.desk import Desk
from app.ui.editor.canvas.edit_acts import EditActs
from app.ui.editor.canvas.edit_pane import EditPane
from app.ui.editor.drafts.draft_checking import Checking
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.drafts.undo_keys import bind_undo
from app.ui.editor.findings.finding_lines import procedure_lines
from app.ui.editor.findings.findings_strip import FindingsStrip
from app.ui.editor.form.fields.word_marking import mark_words
from app.ui.editor.form.form_panel import EditPanel
from app.ui.editor.form.form_spec import Bench, Path, Shown
from app.ui.keys.focus import holds_keyboard
from app.ui.suggestions.suggestion_box import SuggestionBox


class ProcedurePage(QWidget):
    """Puts the parts together around one session.

    Signals: `errors_counted` with how many errors the checker has found; `sheet_asked` with
    a kind and a step that a card or a tool is to be made of.
    """

    errors_counted = Signal(int)
    sheet_asked = Signal(object, str)

    def __init__(self, desk: Desk, session: EditorSession[Procedure]) -> None:
        super().__init__()
        self._desk = desk
        self.session = session
        self.errors = 0
        self._shows_whole = False
        self.acts = EditActs(session, self)
        self.flow = EditPane(self.acts)
        self.panel = EditPanel(
            Bench(
                session,
                self._library_now,
                lambda: desk.calendar,
                self.acts.ask_way,
                self.acts.add_between,
                self.sheet_asked.emit,
                lambda: desk.settings.budget,
                self._read_ticking,
                self.go_to,
            )
        )
        self.acts.anchor = self._where_asked
        self.suggestions = SuggestionBox(desk)
        self.findings = FindingsStrip()
        self.checking = Checking(desk, self._library_now, self)
        self._assemble()
        self._connect()
        self._show_first()

    @property
    def library(self) -> Library:
        """The published library that references are looked up in."""
        return self._desk.shelf.library

    @property
    def selected(self) -> str | None:
        """The chosen step; None when there is none."""
        return self.flow.selected

    def select(self, step_id: str) -> None:
        """Choose a step in flow, list and form."""
        if step_id in self.session.document.by_id:
            self.flow.select(step_id)
        self._show_thing()

    def go_to(self, step_id: str, path: Path, words: str = "") -> None:
        """Go to a place in a step, or in the procedure where there is none, and mark words."""
        self._shows_whole = not step_id
        self.select(step_id)
        self.panel.focus_path(path or ("title",))
        mark_words(self.window().focusWidget(), words)

    def go_to_unkept(self) -> None:
        """Go to the words that could not be kept last."""
        if self.session.unkept:
            last = self.session.unkept[-1]
            self.go_to(last.about, (last.field,))
            field = self.panel.form.field(last.field)
            if field is not None:
                field.focus_unkept()

    def unkept_words(self) -> str:
        """Say where the words stand that could not be kept last."""
        last = self.session.unkept[-1]
        form = self.panel.steps if last.about else self.panel.whole
        number = self.session.document.numbers.get(last.about)
        if number is None:
            return self.tr("»{}« er ikke gemt").format(form.title_of(last.field))
        return self.tr("»{}« i trin {} er ikke gemt").format(form.title_of(last.field), number)

    def panes(self) -> Sequence[QWidget]:
        return (self.flow, self.findings, self.panel)

    def focus_start(self) -> None:
        """Take the keyboard."""
        self.flow.arrive()

    def show_whole(self) -> None:
        """Show the form of the procedure itself."""
        self._shows_whole = True
        self._show_thing()

    def undo(self) -> None:
        """Take back the last edit, and show the step it was done to."""
        self._go_through(self.session.undo)

    def redo(self) -> None:
        """Do again what was taken back last, and show the step it is done to."""
        self._go_through(self.session.redo)

    def _go_through(self, change: Callable[[], None]) -> None:
        before, unkept = self.session.document, self.session.unkept
        is_in_form = holds_keyboard(self.panel)
        change()
        if self.session.unkept != unkept:
            other = (*unkept, *self.session.unkept)[-1]
            self._shows_whole = not other.about
            self.select(other.about)
            return
        after = self.session.document
        touched = _touched(before, after)
        if touched:
            self._shows_whole = False
            key = _other_part(before.by_id.get(touched), after.by_id.get(touched))
        else:
            key = _other_part(before, after)
            self._shows_whole = self._shows_whole or key not in ("", "steps")
        self.select(touched)
        if is_in_form:
            self.panel.stand_at(key)

    def _where_asked(self) -> QRect | None:
        """Return where to ask about the chosen step: over the form, so that the flow is seen.

        Who asks from the form is asked there.
        """
        panel = self.panel
        if not panel.isVisible():
            return self._beside_chosen()
        asker = self.window().focusWidget()
        if asker is not None and panel.isAncestorOf(asker):
            return QRect(asker.mapTo(self, QPoint(0, 0)), asker.size())
        return QRect(panel.mapTo(self, QPoint(0, 0)), QSize(panel.width(), 1))

    def _beside_chosen(self) -> QRect | None:
        """Return where the chosen step is seen, for a question about it."""
        view = self.flow.edit_view
        if self.selected is None or not view.isVisible():
            return None
        seen = view.mapFromScene(view.box_of(self.selected)).boundingRect()
        return QRect(view.viewport().mapTo(self, seen.topLeft()), seen.size())

    def _read_ticking(self, then: Callable[[Ticking], None]) -> None:
        slug = self.session.document.id
        self._desk.do(lambda workplace: ticking_of(workplace, procedure=slug), then, owner=self)

    def _library_now(self) -> Library:
        return self.library

    def _now(self) -> datetime:
        return self._desk.now()

    def _show_suggested(self) -> None:
        counts = self._desk.suggestions.open_by_step(Kind.PROCEDURE, self.session.document.id)
        self.flow.list.show_suggested(counts)

    def _assemble(self) -> None:
        self.panel.above.addWidget(self.suggestions.mark)
        self.panel.below.addWidget(self.suggestions)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.flow, 1)
        left.addWidget(self.findings)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        self.session.document_changed.connect(self._on_document_changed)
        self._desk.suggestions.changed.connect(self._show_suggested)
        self._desk.settings_changed.connect(self._show_thing)
        self.flow.step_selected.connect(self._on_step_selected)
        self.flow.step_activated.connect(lambda step: self.go_to(step, ("title",)))
        self.acts.step_made.connect(lambda step: self.go_to(step, ("title",)))
        self.acts.step_shown.connect(self._on_step_shown)
        self.acts.open_asked.connect(lambda step: self.go_to(step, ("title",)))
        self.panel.procedure_asked.connect(self.show_whole)
        self.panel.step_asked.connect(lambda: self._on_step_selected(self.selected or ""))
        self.panel.title_entered.connect(self.flow.focus_flow)
        self.checking.checked.connect(self._on_checked)
        self.findings.place_asked.connect(self.go_to)
        self.findings.edit_asked.connect(self._on_edit_asked)
        self.findings.keyboard_left.connect(self.focus_start)
        bind_undo(self, self.undo, self.redo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.fit(self.width())

    def _show_first(self) -> None:
        document = self.session.document
        self.flow.show_document(document, self.library.catalogue)
        self._show_suggested()
        self.flow.view.fit_reading()
        self.select(document.start.id)
        self.checking.check_soon(document)
        self.checking.check_now()

    def _show_thing(self) -> None:
        document = self.session.document
        step = document.by_id.get(self.flow.selected or "")
        self.acts.chosen = step.id if step else None
        shown = None if self._shows_whole else step
        self.panel.show_thing(Shown(document, shown, self.library, self._now()))
        spot = SuggestionSpot(Kind.PROCEDURE, document.id, shown.id if shown else "")
        self.suggestions.show_at(spot)

    def _on_document_changed(self, document: Procedure) -> None:
        for one in self.session.unkept:
            if one.about and one.about not in document.by_id:
                self.session.let_go(one)
        self.flow.show_document(document, self.library.catalogue)
        self._show_thing()
        self.checking.check_soon(document)

    def _on_step_selected(self, step_id: str) -> None:
        self._shows_whole = False
        self.select(step_id)

    def _on_step_shown(self, step_id: str) -> None:
        self._shows_whole = False
        self.select(step_id)

    def _on_edit_asked(self, step_id: str, edit: Edit[Procedure]) -> None:
        if self.session.edit(edit):
            self._shows_whole = not step_id
            self.select(step_id)

    def _on_checked(self, findings: tuple[Finding, ...], document: Procedure) -> None:
        self.errors = sum(one.severity is Severity.ERROR for one in findings)
        self.findings.show_lines(procedure_lines(findings, document, self.library.catalogue))
        self.errors_counted.emit(self.errors)


def _touched(before: Procedure, after: Procedure) -> str:
    """Return the first step that is new, else the first that is other than before."""
    new = [step.id for step in after.steps if step.id not in before.by_id]
    other = [step.id for step in after.steps if before.by_id.get(step.id) != step]
    return next(iter(new or other), "")


def _other_part(before: Step | Procedure | None, after: Step | Procedure | None) -> str:
    """Return the first part that is other than before; of what is new or gone, its title."""
    if before is None or after is None:
        return "title"
    parts = before.__struct_fields__
    return next((one for one in parts if getattr(before, one) != getattr(after, one)), "")
