"""Where a step leads and what must come before it: each a link to the step or the procedure."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import law_label
from app.model.ids import CHILD_ROLE
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Gate, Procedure, Step, Transition
from app.ui.keys.kept import KeptRows
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Label
from app.ui.says.kind_texts import step_label
from app.ui.steps.panel_sections import LinkRow, Section, WrapLink

_WHEN = (64, 120)
"""Least and most room for the words of a condition."""


class GateSection(QWidget):
    """What must be done before a step, with the law in one line.

    Signals: `step_requested` with a step that is needed.
    """

    step_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sign = IconLabel("gate", "ink_2", 17)
        self._words = Label(weight=SEMIBOLD, wrap=True)
        self._law = Label(color="ink_2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        column, needs = QVBoxLayout(), QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._law)
        column.addLayout(needs)
        row.addLayout(column, 1)
        self._needs: KeptRows[WrapLink, tuple[str, str]] = KeptRows(needs, self._make, _fill_step)

    def show_gate(self, procedure: Procedure, step: Step, catalogue: Catalogue) -> None:
        """Show the gate of a step, or nothing where it has none."""
        self.setVisible(step.gate is not None)
        if step.gate is None:
            return
        child = is_about_child(step.gate, procedure)
        self._sign.show_icon("voice" if child else "gate", "child_ink" if child else "ink_2")
        heard, done = self.tr("Barnet skal være hørt først"), self.tr("Skal være gjort først")
        self._words.setText(heard if child else done)
        law = law_words(step.gate, catalogue)
        self._law.setText(law)
        self._law.setVisible(bool(law))
        self._needs.show([(need, step_label(procedure, need)) for need in step.gate.needs])

    def _make(self) -> WrapLink:
        link = WrapLink()
        link.chosen.connect(self.step_requested)
        return link


def is_about_child(gate: Gate, procedure: Procedure) -> bool:
    """Tell whether a gate asks for the child to be heard."""
    needs = (procedure.by_id[need] for need in gate.needs if need in procedure.by_id)
    return any(need.role == CHILD_ROLE for need in needs)


def law_words(gate: Gate, catalogue: Catalogue) -> str:
    """Say which law a gate rests on; empty where the register does not know it."""
    provision = catalogue.provision(gate.law) if gate.law else None
    if gate.law is None or provision is None:
        return ""
    return f"{provision.says} ({law_label(gate.law, catalogue)})."


class WaysSection(Section):
    """The ways out, each with its condition and a link to the step it leads to.

    Signals: `step_requested` with the step.
    """

    step_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__("")
        self.body.setSpacing(2)
        self._rows: KeptRows[_LeadRow, tuple[str, str, str]] = KeptRows(
            self.body, self._make, _LeadRow.show_way
        )
        theme().changed.connect(self._fit)

    def show_ways(self, procedure: Procedure, ways: Sequence[Transition]) -> None:
        """Show the ways of a step, or nothing where it has none."""
        self.setVisible(bool(ways))
        self.title.setText(self.tr("Veje") if len(ways) > 1 else self.tr("Derefter"))
        self._rows.show([(way.when, way.to, step_label(procedure, way.to)) for way in ways])
        self._fit()

    def _fit(self) -> None:
        rows = self._rows.shown
        width = max((row.wanted for row in rows), default=0)
        for row in rows:
            row.give_room(width)

    def _make(self) -> "_LeadRow":
        row = _LeadRow()
        row.link.chosen.connect(self.step_requested)
        return row


class _LeadRow(QWidget):
    """One way: when it is taken, and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.link = WrapLink()
        self._when = Label(weight=SEMIBOLD, wrap=True)
        self._when.setContentsMargins(0, 2, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.link, 1)

    @property
    def wanted(self) -> int:
        """How wide its condition is on one line; 0 where it has none."""
        words = self._when.text()
        return self._when.fontMetrics().horizontalAdvance(words) + 1 if words else 0

    def show_way(self, way: tuple[str, str, str]) -> None:
        """Show another way."""
        when, target, label = way
        self._when.setText(when)
        _fill_step(self.link, (target, label))

    def give_room(self, width: int) -> None:
        """Let the condition have as much room as the widest beside it, within reason."""
        least, most = (theme().px(one) for one in _WHEN)
        self._when.setFixedWidth(min(max(width, least), most))
        self._when.setVisible(bool(width))


class HandOvers(Section):
    """The procedures that an end leads on to.

    Signals: `procedure_requested` with the id of one.
    """

    procedure_requested = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._rows: KeptRows[LinkRow, tuple[str, str]] = KeptRows(
            self.body, self._make, _fill_procedure
        )

    def show_step(self, step: Step, library: Library) -> None:
        """Show where a step hands over to, or nothing where it does not."""
        found = [library.procedure_by_id.get(slug) for slug in step.continue_in]
        titles = [(one.id, one.title) for one in found if one is not None]
        self.setVisible(bool(titles))
        self._rows.show(titles)

    def _make(self) -> LinkRow:
        row = LinkRow("procedures")
        row.chosen.connect(self.procedure_requested)
        return row


def _fill_step(link: WrapLink, step: tuple[str, str]) -> None:
    target, label = step
    name = QCoreApplication.translate("step", "Gå til trin {}").format(label)
    link.show_link(label, name, target)


def _fill_procedure(row: LinkRow, procedure: tuple[str, str]) -> None:
    target, title = procedure
    row.show_link(title, QCoreApplication.translate("step", "Åbn {}").format(title), target)
