"""The place *Procedurer*: find a procedure, see it as a picture, read its steps."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.flow import lay_out
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind
from app.model.library.suggestion_spots import SuggestionSpot
from app.model.library.target import Target
from app.model.library.version_work import Trial
from app.printing.flow_paint import measure_title
from app.services.library import Shelf
from app.services.trials import trials_for_runs
from app.ui.base.desk import Desk
from app.ui.base.place import Place
from app.ui.flow import FlowPane
from app.ui.keys import keys
from app.ui.keys.kept import chain, stops_of
from app.ui.keys.key_kinds import Where
from app.ui.library.edit_actions import EditActions
from app.ui.library.procedure_rows import LADDER, first_procedure, theme_rows
from app.ui.library.star import StarButton
from app.ui.library.version_words import show_law_chip, show_version_chip, trial_words, version_line
from app.ui.lists.grouped_list import GroupedList
from app.ui.look.empty_place import EmptyPlace
from app.ui.look.folding import FoldedSide
from app.ui.look.page_header import Header
from app.ui.look.page_stack import Pages
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, Chip, SearchField, surface
from app.ui.procedures.ladder import LadderView
from app.ui.procedures.procedure_search import ListSearch
from app.ui.steps.step_panel import StepPanel
from app.ui.suggestions.suggestion_box import SuggestionBox

_ROOM = 1120


class ProceduresPlace(Place):
    """Themes and search at the left, the flow in the middle, the chosen step at the right.

    Signals: `start_requested` with the id of a procedure; `print_requested` with a kind and an
    id; `meeting_requested` with a `Subject`; `edit_requested` with a `VersionInfo` and the chosen
    step; `procedure_shown` with the id of the procedure that is shown.
    """

    key_places = (Where.PROCEDURES, Where.FLOW, Where.PANEL)

    start_requested = Signal(str)
    print_requested = Signal(str, str)
    meeting_requested = Signal(object)
    edit_requested = Signal(object, str)
    procedure_shown = Signal(str)

    def __init__(self, desk: Desk, last_shown: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._last_shown = last_shown
        self._shown: Procedure | None = None
        self._steps: dict[str, str] = {}
        self.search = SearchField(self.tr("Søg, fx § 136"), self.tr("Søg i procedurer og kort"))
        self.list = GroupedList(self.tr("Sagsprocedurer efter tema"))
        self.header = Header()
        self._chip = Chip()
        self._law_chip = Chip()
        self._star = StarButton(desk)
        self.flow = FlowPane()
        self.panel = StepPanel()
        self.suggestions = SuggestionBox(desk)
        self.form_slot = QVBoxLayout()
        self.foot_slot = QVBoxLayout()
        self.edit_actions = EditActions(desk)
        self._middle = Pages()
        self._ladder: LadderView | None = None
        self._empty = self._empty_place()
        self._assemble()
        self._connect()
        self.show_shelf(desk.shelf)

    @property
    def shown(self) -> str:
        """The id of the procedure that is shown; empty when none is."""
        return self._shown.id if self._shown else ""

    @property
    def heading(self) -> str:
        return self.header.title.text()

    @property
    def here(self) -> object:
        if self.is_on_ladder:
            return LADDER
        return Target("procedure", self.shown) if self.shown else None

    @property
    def is_passing(self) -> bool:
        return self.list.is_passing

    def panes(self) -> Sequence[QWidget]:
        return (self._side, self.header, self._middle, self.panel)

    @property
    def version_words(self) -> str:
        """What is said of the version that is shown."""
        return self._chip.text

    @property
    def is_on_ladder(self) -> bool:
        """Whether the intervention ladder is shown."""
        return self._ladder is not None and self._middle.currentWidget() is self._ladder

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the library; keep what was shown where it still is."""
        was_on_ladder = self.is_on_ladder
        self._fill_list()
        if not shelf.library.procedures:
            self._middle.setCurrentWidget(self._empty)
            self.panel.hide()
            return
        wanted = self.shown or self._last_shown
        known = wanted in shelf.library.procedure_by_id
        keep = wanted if known else first_procedure(shelf.library)
        self._shown = None
        self._put_procedure(keep)
        if was_on_ladder and shelf.library.catalogue.ladder:
            self._put_ladder()
        self.shown_changed.emit()

    def show_procedure(self, procedure_id: str, step_id: str = "") -> None:
        """Show a procedure, and a step of it: the one named, else the last one looked at."""
        self._put_procedure(procedure_id, step_id)
        self.shown_changed.emit()

    def _put_procedure(self, procedure_id: str, step_id: str = "") -> None:
        procedure = self._desk.shelf.library.procedure_by_id.get(procedure_id)
        if procedure is None:
            return
        if self._shown is not procedure:
            self._shown = procedure
            catalogue = self._desk.shelf.library.catalogue
            self.flow.show_flow(procedure, lay_out(procedure, measure_title), catalogue)
            self.flow.view.fit_reading()
            self._show_suggested()
            self.procedure_shown.emit(procedure_id)
        self._show_header(procedure)
        self._show_page(self.flow)
        step = step_id or self._steps.get(procedure_id, procedure.start.id)
        self.flow.select(step)
        self._show_step(step)
        if not self.search.text():
            self.list.show_current(Target("procedure", procedure_id))

    def show_ladder(self) -> None:
        """Show the intervention ladder."""
        self._put_ladder()
        self.shown_changed.emit()

    def _put_ladder(self) -> None:
        library = self._desk.shelf.library
        if self._ladder is None:
            self._ladder = self._make_ladder()
        self._ladder.show_library(library)
        self.header.title.setText(self.tr("Indsatstrappen"))
        self.header.sub.setText(self.tr("Fra almen hjælp i hverdagen til anbringelse"))
        self._show_page(self._ladder)
        if not self.search.text():
            self.list.show_current(LADDER)

    def show_target(self, target: object) -> None:
        """Show a procedure at a step, or the ladder, with the keyboard in it."""
        if target == LADDER:
            self.show_ladder()
        elif isinstance(target, Target):
            self.show_procedure(target.id, target.step)
        self.enter()

    def enter(self) -> None:
        if self._ladder is not None and self.is_on_ladder:
            self._ladder.focus_start()
        else:
            self.flow.setFocus()

    def suggest(self) -> bool:
        return self._middle.currentWidget() is self.flow and self.suggestions.begin()

    def focus_search(self) -> bool:
        self._folding.open()
        self.search.setFocus()
        self.search.selectAll()
        return True

    def _show_page(self, page: QWidget) -> None:
        """Show the flow or the ladder, each with what belongs to it at head and side."""
        is_flow = page is self.flow
        self._middle.setCurrentWidget(page)
        self.panel.setVisible(is_flow)
        for widget in (self.print_button, self.meeting_button, self.start_button):
            widget.setVisible(is_flow)
        if not is_flow:
            self._chip.hide()
            self._law_chip.hide()
            self._star.show_target(None)
            self.edit_actions.show_version(None)

    def _make_ladder(self) -> LadderView:
        ladder = LadderView()
        ladder.procedure_requested.connect(self.show_procedure)
        ladder.card_requested.connect(lambda card: self.go_requested.emit("cards", card))
        ladder.law_requested.connect(lambda ref: self.go_requested.emit("law", ref))
        self._middle.addWidget(ladder)
        return ladder

    def _fill_list(self) -> None:
        if not self.search.text():
            current = LADDER if self.is_on_ladder else Target("procedure", self.shown)
            self.list.show_rows(theme_rows(self._desk.shelf.library), current)

    def _show_header(self, procedure: Procedure) -> None:
        shelf = self._desk.shelf
        version = shelf.versions.get(("procedure", procedure.id))
        self.header.title.setText(procedure.title)
        words = version_line(version, procedure.checked, shelf.library.catalogue)
        self.header.sub.setText(words)
        self._desk.do(
            lambda workplace: trials_for_runs(workplace, procedure=procedure.id),
            lambda found: self._show_trials(procedure, words, found),
            owner=self,
        )
        show_version_chip(self._chip, version)
        show_law_chip(self._law_chip, procedure, shelf.library.catalogue)
        self._star.show_target(Target("procedure", procedure.id))
        self.edit_actions.show_version(version)

    def _show_trials(self, procedure: Procedure, words: str, found: Sequence[Trial]) -> None:
        """Say first which versions are tried beside the one that counts: the line may be cut."""
        if self._shown is procedure and not self.is_on_ladder:
            self.header.sub.setText(" · ".join((*map(trial_words, found), words)))

    def _show_step(self, step_id: str) -> None:
        if self._shown is None or step_id not in self._shown.by_id:
            return
        self._steps[self._shown.id] = step_id
        step = self._shown.step(step_id)
        version = self._desk.shelf.versions.get(("procedure", self._shown.id))
        number = version.number if version else 0
        library, calendar = self._desk.shelf.library, self._desk.calendar
        with self.panel.changing():
            self.suggestions.show_at(
                SuggestionSpot(Kind.PROCEDURE, self._shown.id, step_id, number)
            )
            self.panel.show_step(self._shown, step, library, calendar)

    def _show_suggested(self) -> None:
        if self._shown is not None:
            counts = self._desk.suggestions.open_by_step(Kind.PROCEDURE, self._shown.id)
            self.flow.list.show_suggested(counts)

    def _assemble(self) -> None:
        side = surface("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(self.foot_slot)
        self._side = side
        self.panel.above.addWidget(self.suggestions.mark)
        self.panel.below.addWidget(self.suggestions)
        self._middle.addWidget(self.flow)
        self._middle.addWidget(self._empty)
        self.header.chips.addWidget(self._chip)
        self.header.chips.addWidget(self._law_chip)
        self.header.chips.addWidget(self._star)
        self.print_button = Button(self.tr("Udskriv"), "quiet", "print", self._on_print)
        self.print_button.set_key(keys.PRINT_PROCEDURE)
        self.start_button = Button(self.tr("Start forløb"), "go", "start", self._on_start)
        self.start_button.set_key(keys.START_RUN)
        self.meeting_button = Button(self.tr("Vis på møde"), "quiet", "meeting", self._on_meeting)
        self.meeting_button.set_key(keys.SHOW_PROCEDURE)
        self.header.foldable = (self.print_button, self.meeting_button)
        self.header.foldable = (*self.header.foldable, *self.edit_actions.foldable)
        self.header.last_foldable = (self.start_button,)
        self.header.buttons.addWidget(self.edit_actions)
        self.header.buttons.addWidget(self.print_button)
        self.header.buttons.addWidget(self.meeting_button)
        self.header.buttons.addWidget(self.start_button)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._middle, 1)
        below.addWidget(self.panel)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addLayout(self.banner_slot)
        right.addLayout(self.form_slot)
        right.addLayout(below, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)
        words = self.tr("Vis sagsprocedurerne")
        self._folding = FoldedSide(self, side, row, self._middle, words, _ROOM)
        self.header.leading.addWidget(self._folding.button)
        before, after = stops_of(side, self.header), stops_of(self.panel, self.flow.bar)
        chain([*before, self.flow.view, self.flow.list, *after])
        self._resize()

    def _connect(self) -> None:
        theme().changed.connect(self._resize)
        self._desk.shelf_changed.connect(self.show_shelf)
        self._desk.suggestions.changed.connect(self._show_suggested)
        ListSearch(self._desk, self.search, self.list, self._fill_list)
        self.list.chosen.connect(self._on_row_chosen)
        self.list.activated_row.connect(lambda _: self.enter())
        self.flow.step_selected.connect(self._show_step)
        self.flow.step_activated.connect(lambda _: self.panel.focus_start())
        self.edit_actions.edit_asked.connect(
            lambda version: self.edit_requested.emit(version, self.flow.selected or "")
        )
        self.panel.step_requested.connect(self.flow.select)
        self.panel.step_requested.connect(self._show_step)
        self.panel.procedure_requested.connect(self.show_procedure)
        self.panel.card_requested.connect(lambda card: self.go_requested.emit("cards", card))
        self.panel.tool_requested.connect(lambda tool: self.go_requested.emit("tools", tool))
        self.panel.law_requested.connect(lambda ref: self.go_requested.emit("law", ref))
        self.panel.step_print_requested.connect(
            lambda step: self.print_requested.emit("step", f"{self.shown}/{step}")
        )

    def _resize(self) -> None:
        self._side.setFixedWidth(theme().px(232))

    def _empty_place(self) -> QWidget:
        return EmptyPlace(
            self.tr("Her kommer sagsprocedurerne til at stå"),
            self.tr(
                "De følger med programmet og kopieres ind ved den første start. "
                "Se i bjælken foroven, hvad der gik galt, og prøv igen."
            ),
        )

    def _on_row_chosen(self, payload: object) -> None:
        if not isinstance(payload, Target):
            return
        if payload == LADDER:
            self.show_ladder()
        elif payload.kind == "procedure":
            self.show_procedure(payload.id, payload.step)
        elif payload.kind == "card":
            self.go_requested.emit("cards", payload.id)
        elif payload.kind == "tool":
            self.go_requested.emit("tools", payload.id)
        elif payload.kind == "provision":
            self.go_requested.emit("law", payload.id)

    def _on_print(self) -> None:
        if self._shown is not None:
            self.print_requested.emit("procedure", self._shown.id)

    def _on_meeting(self) -> None:
        if self._shown is not None:
            step = self._steps.get(self._shown.id, "")
            from app.ui.targets.meeting_subject import Subject

            self.meeting_requested.emit(Subject("procedure", (self._shown.id,), step))

    def _on_start(self) -> None:
        if self._shown is not None:
            self.start_requested.emit(self._shown.id)
