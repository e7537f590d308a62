"""One card that is edited: the print at the left, the form at the right, the findings below."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.card import ActionCard
from app.model.catalogue import Library
from app.model.findings import Finding, Severity
from app.printing.paper import Paper
from app.ui.common.desk import Desk
from app.ui.common.theme import theme
from app.ui.common.widgets import surface
from app.ui.editor.card.form import card_specs
from app.ui.editor.card.preview import PAPERS, CardPreview, PreviewBar, pages_and_fit
from app.ui.editor.card.spec import CardBench, CardShown
from app.ui.editor.checking import Checking
from app.ui.editor.findings.lines import card_lines
from app.ui.editor.findings.strip import FindingsStrip
from app.ui.editor.form.builder import Form
from app.ui.editor.form.spec import Path
from app.ui.editor.session import EditorSession

_WIDTH, _LEAST, _SHARE = 440, 340, 0.42


class CardPage(QWidget):
    """Puts the parts together around one session.

    Signals: `errors_counted` with how many errors the checker has found.
    """

    errors_counted = Signal(int)

    def __init__(self, desk: Desk, session: EditorSession[ActionCard], number: int) -> None:
        super().__init__()
        self._desk = desk
        self._number = number
        self.session = session
        self.errors = 0
        self.preview = CardPreview()
        self.bar = PreviewBar()
        self.form: Form[CardBench, CardShown] = Form(
            card_specs(), CardBench(session, self._library, lambda: desk.now().date())
        )
        self.panel = self._panel()
        self.findings = FindingsStrip()
        self.checking = Checking(desk, self._library, self)
        self._assemble()
        self._connect()
        self._show(session.document)
        self.checking.check_now()

    def select(self, step_id: str) -> None:
        """A card has no steps."""

    def focus_start(self) -> None:
        """Take the keyboard."""
        self.form.focus_path(("title",))

    def go_to(self, _step: str, path: Path) -> None:
        """Put the cursor where a path in the card leads."""
        field = self.form.focus_path(path or ("title",))
        if field is not None:
            y = field.mapTo(self._inner, QPoint(0, 0)).y()
            self._scroll.ensureVisible(0, y, 0, theme().px(40))

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

    def _library(self) -> Library:
        return self._desk.shelf.library

    def _show(self, card: ActionCard) -> None:
        self.form.show_thing(CardShown(card, self._library()))
        self._show_print()
        self.checking.check_soon(card)

    def _show_print(self) -> None:
        catalogue, today = self._library().catalogue, self._desk.now().date()
        pages, fit = pages_and_fit(
            self.session.document, catalogue, self.bar.paper, self._number, today
        )
        self.preview.show_pages(pages)
        self.bar.show_fit(fit)

    def _on_paper(self, paper: Paper) -> None:
        self.bar.paper = paper
        self._show_print()

    def _on_checked(self, findings: tuple[Finding, ...], card: ActionCard) -> None:
        self.errors = sum(one.severity is Severity.ERROR for one in findings)
        self.findings.show_lines(card_lines(findings, card))
        self.errors_counted.emit(self.errors)

    def _panel(self) -> QFrame:
        self._inner = surface("panel")
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(20, 16, 20, 24)
        column.addWidget(self.form)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        panel = surface("detail")
        outer = QVBoxLayout(panel)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._scroll)
        return panel

    def _assemble(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.preview, 1)
        left.addWidget(self.bar)
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
        theme().changed.connect(self.preview.update)
        for paper in PAPERS:
            self.bar.buttons[paper.name].clicked.connect(partial(self._paper_picked, paper))
        for keys, action in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _paper_picked(self, paper: Paper, _checked: bool = False) -> None:
        self._on_paper(paper)
