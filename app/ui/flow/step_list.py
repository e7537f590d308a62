"""The step list: the flow's twin as text, for the keyboard and for a screen reader."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.run.state import RunState
from app.ui.flow.step_delegate import StepDelegate
from app.ui.flow.step_rows import StepRows
from app.ui.keys import keys
from app.ui.keys.asking import leave_what_is_asked
from app.ui.keys.shortcuts import asks
from app.ui.look.theme import theme


class StepList(QListView):
    """Steps with number, state, title and count; in a wide list also facts and ways.

    Two lists may show the same `rows`: what is shown in one is shown in the other.
    Signals: `step_selected` when the user moved to a step; `step_activated` when Enter or a
    double click asks for more; `left` when Escape or L asks for the picture again.
    """

    step_selected = Signal(str)
    step_activated = Signal(str)
    left = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        is_wide: bool = False,
        rows: StepRows | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = rows or StepRows()
        self._is_quiet = False
        self._is_laying = False
        self._is_followed = True
        """Whether the chosen step stays in sight: until the user scrolls it away."""
        self._is_wide = is_wide
        self.setProperty("flat", True)
        self.setModel(self.rows)
        self.setItemDelegate(StepDelegate(self, is_wide=is_wide))
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._connect()

    @property
    def selected(self) -> str | None:
        """The chosen step; None when there is none."""
        index = self.currentIndex()
        return self.rows.row(index).id if index.isValid() else None

    def show_procedure(self, procedure: Procedure, catalogue: Catalogue) -> None:
        """Show the steps of a procedure as they are read."""
        self.rows.show_procedure(procedure, catalogue)

    def show_state(self, state: RunState | None, now: datetime) -> None:
        """Show how the steps stand in a run, or with None the procedure alone."""
        self.rows.show_state(state, now if state else None)

    def show_suggested(self, counts: Mapping[str, int]) -> None:
        """Show at which steps suggestions wait for an answer."""
        self.rows.show_suggested(counts)

    def select(self, step_id: str | None) -> None:
        """Choose a step and bring it into view; tells nobody."""
        index = self.rows.find(step_id)
        if index == self.currentIndex():
            return
        self._is_followed = True
        self._is_quiet = True
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        else:
            self.clearSelection()
        self._is_quiet = False

    def doItemsLayout(self) -> None:
        """Lay out the rows; the chosen one stays in sight where it was, however tall they are."""
        self._is_laying = True
        super().doItemsLayout()
        if self._is_followed and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self._is_laying = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_leaving = asks(event, keys.LEAVE)
        if is_leaving and leave_what_is_asked(self.window()):
            return
        if self._is_wide and (is_leaving or asks(event, keys.FLOW_LIST)):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _connect(self) -> None:
        self.rows.modelReset.connect(self._on_rows_reset)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme().changed.connect(self._on_theme_changed)

    def _on_rows_reset(self) -> None:
        self.setAccessibleName(self.tr("{}, trinliste").format(self.rows.title))

    def _on_theme_changed(self) -> None:
        self.doItemsLayout()

    def _on_scrolled(self) -> None:
        if not self._is_laying:
            place = self.visualRect(self.currentIndex())
            self._is_followed = place.intersects(self.viewport().rect())

    def _on_current_changed(self, current: QModelIndex | QPersistentModelIndex) -> None:
        if current.isValid() and not self._is_quiet:
            self._is_followed = True
            self.step_selected.emit(self.rows.row(current).id)

    def _on_activated(self, index: QModelIndex) -> None:
        self.step_activated.emit(self.rows.row(index).id)
