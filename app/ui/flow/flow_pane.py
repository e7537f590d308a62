"""A flow with the bar below it, its legend and its twin, the step list."""

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from app.flow.geometry import Picture
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.run.state import RunState
from app.ui.flow.flow_bar import FlowBar
from app.ui.flow.flow_choosing import WayTeller
from app.ui.flow.flow_view import FlowView
from app.ui.flow.motion import USUAL
from app.ui.flow.step_list import StepList
from app.ui.look.page_stack import Pages
from app.ui.look.theme import theme

if TYPE_CHECKING:
    from app.ui.flow.legend_overlay import LegendOverlay


class FlowPane(QWidget):
    """What a place shows of a procedure: as a picture or as a list, with one selection.

    Signals: `step_selected` when the user chose a step; `step_activated` when it is to be
    opened; `way_chosen` with a decision and the place of its way.
    """

    step_selected = Signal(str)
    step_activated = Signal(str)
    way_chosen = Signal(str, int)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        view: FlowView | None = None,
        steps: StepList | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = view or FlowView()
        self.list = steps or StepList(is_wide=True)
        self.bar = FlowBar()
        self._stack = Pages()
        self._assemble()
        self._connect()
        self._restyle()

    @cached_property
    def legend(self) -> "LegendOverlay":
        """What the signs of the picture mean, over the picture."""
        from app.ui.flow.legend_overlay import LegendOverlay

        return LegendOverlay(self)

    @property
    def selected(self) -> str | None:
        """The chosen step; None when there is none."""
        return self.view.selected

    def show_flow(self, procedure: Procedure, picture: Picture, catalogue: Catalogue) -> None:
        """Show a laid-out procedure as it is read."""
        self.view.show_flow(procedure, picture, catalogue)
        self.list.show_procedure(procedure, catalogue)
        self.list.select(self.view.selected)

    def show_state(self, state: RunState | None, now: datetime) -> None:
        """Show how a run of the procedure stands, or with None the procedure alone."""
        self.view.show_state(state, now)
        self.list.show_state(state, now)

    def let_choose(self, tell: WayTeller) -> None:
        """Let ways be chosen in the picture, where there is something to `tell` of them."""
        self.view.choosing.tell = tell

    def select(self, step_id: str | None) -> None:
        """Choose a step and bring it into view; tells nobody."""
        self.view.select(step_id)
        self.list.select(step_id)

    def show_list(self, is_shown: bool) -> None:
        """Show the list in place of the picture, or the picture again."""
        self.bar.list.setChecked(is_shown)

    def focus_flow(self) -> None:
        """Take the keyboard, whether picture or list is shown."""
        self._shown.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on. As its proxy would, but Tab comes through here no other way."""
        super().focusInEvent(event)
        self._shown.setFocus(event.reason())

    @property
    def _shown(self) -> FlowView | StepList:
        return self.list if self.bar.list.isChecked() else self.view

    def _assemble(self) -> None:
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        view, bar = self.view, self.bar
        view.step_selected.connect(self._on_view_selected)
        view.step_activated.connect(self.step_activated)
        view.way_chosen.connect(self.way_chosen)
        view.zoom_changed.connect(bar.show_zoom)
        view.legend_requested.connect(self._open_legend)
        view.list_requested.connect(lambda: self.show_list(True))
        self.list.step_selected.connect(self._on_list_selected)
        self.list.step_activated.connect(self.step_activated)
        self.list.left.connect(lambda: self.show_list(False))
        bar.zoom_requested.connect(view.step_zoom)
        bar.actual_size_requested.connect(lambda: view.set_zoom(1.0))
        bar.fit_requested.connect(view.fit_next)
        bar.legend_requested.connect(self._open_legend)
        bar.list_toggled.connect(self._on_list_toggled)
        theme().changed.connect(self._restyle)

    def _open_legend(self) -> None:
        self.legend.open()

    def _restyle(self) -> None:
        wanted = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        self.view.set_motion(min(wanted, USUAL))
        self.view.set_ink(theme().ink)
        self.view.set_scale(theme().scale)

    def _on_view_selected(self, step_id: str) -> None:
        self.list.select(step_id)
        self.step_selected.emit(step_id)

    def _on_list_selected(self, step_id: str) -> None:
        self.view.select(step_id)
        self.step_selected.emit(step_id)

    def _on_list_toggled(self, is_shown: bool) -> None:
        had_focus = self.view.hasFocus() or self.list.hasFocus()
        self._stack.setCurrentWidget(self._shown)
        for button in (self.bar.smaller, self.bar.percent, self.bar.larger, self.bar.fit):
            button.setEnabled(not is_shown)
        if had_focus:
            self.focus_flow()
