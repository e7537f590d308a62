"""One card or tool that is edited: its print at the left, its form at the right, findings below."""

from collections.abc import Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.model.findings import Finding, Severity
from app.model.library.card import ActionCard
from app.model.library.suggestion_spots import SuggestionSpot
from app.model.library.tool import Tool
from app.model.library.version_work import kind_of
from app.ui.base.desk import Desk
from app.ui.editor.drafts.draft_checking import Checking
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.drafts.undo_keys import bind_undo
from app.ui.editor.findings.finding_lines import FindingLine
from app.ui.editor.findings.findings_strip import FindingsStrip
from app.ui.editor.form.fields.word_marking import mark_words
from app.ui.editor.form.fields.writing_fields import GrowingText
from app.ui.editor.form.form_area import FormArea
from app.ui.editor.form.form_builder import Form
from app.ui.editor.form.form_spec import Path
from app.ui.look.theme import theme
from app.ui.look.widgets import surface
from app.ui.suggestions.suggestion_box import SuggestionBox

_WIDTH, _LEAST, _SHARE = 440, 340, 0.42

D = TypeVar("D", bound=ActionCard | Tool)
M = TypeVar("M", bound=ActionCard | Tool, contravariant=True)


class EditedSheet(Protocol[M]):
    """How one kind of sheet is written and printed."""

    form: Form[Any, Any]

    @property
    def prints(self) -> Sequence[QWidget]:
        """The widgets of its print, from above."""

    def show(self, document: M) -> None:
        """Show a document in the form, and soon in print."""

    def lines(self, findings: Iterable[Finding], document: M) -> tuple[FindingLine, ...]:
        """Make the lines of the strip of findings."""


class SheetPage(QWidget, Generic[D]):
    """Puts the parts together around one session.

    Signals: `errors_counted` with how many errors the checker has found.
    """

    errors_counted = Signal(int)

    def __init__(self, desk: Desk, session: EditorSession[D], sheet: EditedSheet[D]) -> None:
        super().__init__()
        self._desk = desk
        self._sheet = sheet
        self.session = session
        self.errors = 0
        self.form = sheet.form
        self.suggestions = SuggestionBox(desk)
        self.panel = self._panel()
        self.findings = FindingsStrip()
        self.checking = Checking(desk, lambda: desk.shelf.library, self)
        self._assemble()
        self._connect()
        self._show(session.document)
        self.suggestions.show_at(SuggestionSpot(kind_of(session.document), session.document.id))
        self.checking.check_now()

    def panes(self) -> Sequence[QWidget]:
        return (*self._sheet.prints, self.findings, self.panel)

    def select(self, step_id: str) -> None:
        """A sheet has no steps."""

    def focus_start(self) -> None:
        """Take the keyboard, so that a key which was meant for another page replaces nothing."""
        title = self.form.focus_path(("title",))
        if isinstance(title, GrowingText):
            title.go_to_end()

    def go_to(self, _step: str, path: Path, words: str = "") -> None:
        """Put the cursor where a path in the document leads, and mark words there."""
        field = self.form.focus_path(path or ("title",))
        mark_words(self.window().focusWidget(), words)
        if field is not None:
            self._area.bring_into_sight(field)

    def go_to_unkept(self) -> None:
        """Go to the words that could not be kept last."""
        if self.session.unkept:
            last = self.session.unkept[-1]
            self.go_to("", (last.field,))
            field = self.form.field(last.field)
            if field is not None:
                field.focus_unkept()

    def unkept_words(self) -> str:
        """Say where the words stand that could not be kept last."""
        title = self.form.title_of(self.session.unkept[-1].field)
        return self.tr("»{}« er ikke gemt").format(title)

    def undo(self) -> None:
        """Take back the last edit."""
        self.session.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.session.redo()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = round(self.width() * _SHARE)
        self.panel.setFixedWidth(min(theme().px(_WIDTH), max(theme().px(_LEAST), room)))

    def _show(self, document: D) -> None:
        self._sheet.show(document)
        self.checking.check_soon(document)

    def _on_checked(self, findings: tuple[Finding, ...], document: D) -> None:
        self.errors = sum(one.severity is Severity.ERROR for one in findings)
        self.findings.show_lines(self._sheet.lines(findings, document))
        self.errors_counted.emit(self.errors)

    def _panel(self) -> QFrame:
        self._area = FormArea()
        column = self._area.column
        for part in (self.suggestions.mark, self.form, self.suggestions):
            column.addWidget(part)
        column.addStretch(1)
        panel = surface("detail")
        outer = QVBoxLayout(panel)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._area)
        return panel

    def _assemble(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        for number, part in enumerate(self._sheet.prints):
            left.addWidget(part, 0 if number else 1)
        left.addWidget(self.findings)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        self.session.document_changed.connect(self._show)
        self.checking.checked.connect(self._on_checked)
        self.findings.place_asked.connect(self.go_to)
        self.findings.edit_asked.connect(lambda _, edit: self.session.edit(edit))
        self.findings.keyboard_left.connect(self.focus_start)
        bind_undo(self, self.undo, self.redo)
