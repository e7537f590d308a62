"""The panel beside the flow: the chosen step in words."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.catalogue import Library
from app.model.days import Calendar
from app.model.notation import counted
from app.model.procedure import Procedure, Step
from app.ui.common.detail import DetailPanel
from app.ui.common.widgets import Button, second_line
from app.ui.steps import sections
from app.ui.steps.checklist import CheckRow


class StepPanel(DetailPanel):
    """Shows a step in sections, one below the other.

    Signals: `step_requested`, `procedure_requested`, `card_requested`, `tool_requested`,
    `law_requested`, `step_print_requested`, each with an id, when a link to one is chosen.
    """

    step_requested = Signal(str)
    procedure_requested = Signal(str)
    card_requested = Signal(str)
    tool_requested = Signal(str)
    law_requested = Signal(str)
    step_print_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Det valgte trin"))

    def show_step(
        self, procedure: Procedure, step: Step, library: Library, calendar: Calendar
    ) -> None:
        """Show a step as it stands in the procedure."""
        self.show_sections(self.reading_sections(procedure, step, library, calendar))

    def reading_sections(
        self, procedure: Procedure, step: Step, library: Library, calendar: Calendar
    ) -> Iterable[QWidget | None]:
        """Return the sections of a step that is only read."""
        catalogue = library.catalogue
        go = self.step_requested.emit
        yield sections.heading(procedure, step, catalogue)
        yield sections.deadline(step, procedure, catalogue, calendar)
        yield sections.gate(step, procedure, catalogue, go)
        yield sections.text_section(self.tr("Vejledning"), step.guide)
        yield self._checklist(step)
        yield sections.ways(step, procedure, go)
        yield from self.closing_sections(step, library)

    def closing_sections(self, step: Step, library: Library) -> Iterable[QWidget | None]:
        """Return what stands last on every step: where it leads, law, cards and tools."""
        yield sections.hand_overs(step, library, self.procedure_requested.emit)
        yield sections.journal_headings(self.tr("Skriv i journalen"), step.document)
        yield from self.ground_sections(step, library)

    def ground_sections(self, step: Step, library: Library) -> Iterable[QWidget | None]:
        """Return what a step rests on and comes with: law, cards and tools, and its card."""
        yield sections.law(step.law, library.catalogue, self.law_requested.emit)
        yield sections.linked(step, library, self.card_requested.emit, self.tool_requested.emit)
        print_it = partial(self.step_print_requested.emit, step.id)
        yield Button(self.tr("Udskriv trinnet som kort"), "link", "print", print_it)

    def _checklist(self, step: Step) -> QWidget | None:
        if not step.checklist:
            return None
        rows = [CheckRow(place, item) for place, item in enumerate(step.checklist)]
        count = second_line(counted(len(rows), self.tr("punkt"), self.tr("punkter")))
        return sections.section(self.tr("Tjekliste"), *rows, count=count)
