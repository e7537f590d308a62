"""The panel beside the flow: the chosen step in words."""

from PySide6.QtCore import QCoreApplication, Signal

from app.model.deadlines.days import Calendar
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure, Step
from app.ui.keys.focus import holds_keyboard
from app.ui.look.detail_panel import DetailPanel
from app.ui.look.widgets import Button
from app.ui.steps.about_procedure import AboutProcedure
from app.ui.steps.panel_sections import TextSection
from app.ui.steps.step_checklist import ReadingList
from app.ui.steps.step_deadline import DeadlineSection
from app.ui.steps.step_grounds import LawSection, LinkedSection
from app.ui.steps.step_heading import StepHeading
from app.ui.steps.step_leads import GateSection, HandOvers, WaysSection


class StepDetail(DetailPanel):
    """What a step says wherever it is shown. The parts stay, and show one step after the other.

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
        super().__init__(QCoreApplication.translate("step", "Det valgte trin"))
        translate = QCoreApplication.translate
        self._shown = ""
        self._about = AboutProcedure()
        self._heading = StepHeading()
        self._deadline = DeadlineSection()
        self._guide = TextSection(translate("step", "Vejledning"))
        self._ways = WaysSection()
        self._hand_overs = HandOvers(translate("step", "Sagen kan fortsætte i"))
        self._law = LawSection()
        self._linked = LinkedSection()
        printing = translate("step", "Udskriv trinnet som kort")
        self._print = Button(printing, "link", "print", self._on_print)
        self._ways.step_requested.connect(self.step_requested)
        self._hand_overs.procedure_requested.connect(self.procedure_requested)
        self._about.procedure_requested.connect(self.procedure_requested)
        self._about.law_requested.connect(self.law_requested)
        self._law.law_requested.connect(self.law_requested)
        self._linked.card_requested.connect(self.card_requested)
        self._linked.tool_requested.connect(self.tool_requested)

    @property
    def shown(self) -> str:
        """The id of the step that is shown; empty when none is."""
        return self._shown

    def _show_grounds(self, step: Step, library: Library) -> None:
        """Show what a step rests on and comes with."""
        self._law.show_law(step.law, library.catalogue)
        self._linked.show_step(step, library)

    def _on_print(self) -> None:
        self.step_print_requested.emit(self._shown)


class StepPanel(StepDetail):
    """Shows a step as it stands in the procedure, to be read."""

    def __init__(self) -> None:
        super().__init__()
        self._gate = GateSection()
        self._checklist = ReadingList()
        self._journal = TextSection(self.tr("Skriv i journalen"))
        self._gate.step_requested.connect(self.step_requested)
        self.above.addWidget(self._about)
        self.arrange(
            (
                self._heading,
                self._deadline,
                self._gate,
                self._guide,
                self._checklist,
                self._ways,
                self._hand_overs,
                self._journal,
                self._law,
                self._linked,
                self._print,
            )
        )

    def show_step(
        self, procedure: Procedure, step: Step, library: Library, calendar: Calendar
    ) -> None:
        """Show a step; whoever has the keyboard in the panel begins at its top."""
        is_other, was_inside = step.id != self._shown, holds_keyboard(self)
        catalogue = library.catalogue
        self._shown = step.id
        with self.changing():
            self._about.show_procedure(procedure, library)
            self._heading.show_step(procedure, step, catalogue)
            self._deadline.show_deadline(procedure, step, catalogue, calendar)
            self._gate.show_gate(procedure, step, catalogue)
            self._guide.show_text(step.guide)
            self._checklist.show_items(step.checklist)
            self._ways.show_ways(procedure, step.next)
            self._hand_overs.show_step(step, library)
            self._journal.show_text(_as_list(step.document))
            self._show_grounds(step, library)
        if is_other:
            self.area.to_top()
            if was_inside:
                self.focus_start()


def _as_list(document: str) -> str:
    """Write the headings of the note to the journal as a list of what to write about."""
    lines = [line.lstrip("# ").strip() for line in document.splitlines()]
    return "\n".join(f"- {line}" for line in lines if line)
