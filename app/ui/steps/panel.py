"""The panel beside the flow: the chosen step in words."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.model.catalogue import Library
from app.model.days import Calendar
from app.model.notation import counted
from app.model.procedure import Procedure, Step
from app.ui.common.theme import theme
from app.ui.common.widgets import Button, clear_layout, second_line, surface
from app.ui.steps import sections
from app.ui.steps.checklist import CheckRow


class StepPanel(QFrame):
    """Shows sections one below the other, with a foot that stays.

    Signals: `step_requested`, `procedure_requested`, `card_requested`, `tool_requested`,
    `step_print_requested`, each with an id, when a link to one is chosen.
    """

    step_requested = Signal(str)
    procedure_requested = Signal(str)
    card_requested = Signal(str)
    tool_requested = Signal(str)
    step_print_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Det valgte trin"))
        self._content = QVBoxLayout()
        self._content.setContentsMargins(20, 16, 20, 20)
        self._content.setSpacing(16)
        self.foot = surface("bar")
        self.foot.hide()
        self._scroll = QScrollArea()
        self._assemble()
        self._resize()
        theme().changed.connect(self._resize)

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
        yield sections.law(step, library.catalogue)
        yield sections.linked(step, library, self.card_requested.emit, self.tool_requested.emit)
        print_it = partial(self.step_print_requested.emit, step.id)
        yield Button(self.tr("Udskriv trinnet som kort"), "link", "print", print_it)

    def show_sections(self, parts: Iterable[QWidget | None]) -> None:
        """Replace what is shown, and start at its top."""
        self.setUpdatesEnabled(False)
        clear_layout(self._content)
        for part in parts:
            if part is not None:
                self._content.addWidget(part)
        self._content.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def _checklist(self, step: Step) -> QWidget | None:
        if not step.checklist:
            return None
        rows = [CheckRow(place, item) for place, item in enumerate(step.checklist)]
        count = second_line(counted(len(rows), self.tr("punkt"), self.tr("punkter")))
        return sections.section(self.tr("Tjekliste"), *rows, count=count)

    def _assemble(self) -> None:
        inner = surface("panel")
        inner.setLayout(self._content)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.foot)

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(336))
