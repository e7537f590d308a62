"""*Om proceduren*: what it is for, when it is used, its law, what goes with it and leads to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure
from app.model.library.uses import leading_to, related_to
from app.ui.keys.kept import KeptRows
from app.ui.look.icons import line_icon
from app.ui.look.widgets import Button
from app.ui.steps.panel_sections import LinkRow, Section, TextSection
from app.ui.steps.step_grounds import LawSection


class AboutProcedure(QWidget):
    """A line that unfolds to what a procedure says of itself; it stays as it was left.

    Signals: `procedure_requested` with an id; `law_requested` with a reference.
    """

    procedure_requested = Signal(str)
    law_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._button = Button(self.tr("Om proceduren"), "link", "chev-r", self._on_clicked)
        self._purpose = TextSection(self.tr("Formål"))
        self._applies = TextSection(self.tr("Bruges, når"))
        self._law = LawSection()
        self._related = _Procedures(self.tr("Hører sammen med"))
        self._before = _Procedures(self.tr("Bruges efter"))
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for part in (self._purpose, self._applies, self._law, self._related, self._before):
            inner.addWidget(part)
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._button)
        column.addWidget(self._body)
        self._law.law_requested.connect(self.law_requested)
        for links in (self._related, self._before):
            links.procedure_requested.connect(self.procedure_requested)

    def show_procedure(self, procedure: Procedure, library: Library) -> None:
        """Tell of a procedure; of one that says nothing of itself, nothing."""
        related, before = related_to(procedure, library), leading_to(procedure, library)
        said = (procedure.purpose, procedure.applies, procedure.law, related, before)
        self.setVisible(any(said))
        self._purpose.show_text(procedure.purpose)
        self._applies.show_text(procedure.applies)
        self._law.show_law(procedure.law, library.catalogue)
        self._related.show_procedures(related)
        self._before.show_procedures(before)

    def _on_clicked(self) -> None:
        is_open = self._body.isHidden()
        self._body.setVisible(is_open)
        self._button.setIcon(line_icon("chev-d" if is_open else "chev-r", "accent"))
        words = self.tr("Skjul om proceduren") if is_open else self.tr("Om proceduren")
        self._button.say(words)


class _Procedures(Section):
    """Links to procedures.

    Signals: `procedure_requested` with the id of one.
    """

    procedure_requested = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._rows: KeptRows[LinkRow, Procedure] = KeptRows(self.body, self._make, self._fill)

    def show_procedures(self, procedures: tuple[Procedure, ...]) -> None:
        """Show links, or nothing where there are none."""
        self.setVisible(bool(procedures))
        self._rows.show(procedures)

    def _make(self) -> LinkRow:
        row = LinkRow("procedures")
        row.chosen.connect(self.procedure_requested)
        return row

    def _fill(self, row: LinkRow, procedure: Procedure) -> None:
        row.show_link(procedure.title, self.tr("Åbn {}").format(procedure.title), procedure.id)
