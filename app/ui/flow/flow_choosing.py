"""Choosing the way of a decision in the picture of a run: by its condition, or by its line."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from app.printing.flow_paint.drawing_look import WayKey
from app.ui.flow.flow_tips import TipLines

if TYPE_CHECKING:
    from app.ui.flow.flow_view import FlowView

WayTeller = Callable[[str, int], TipLines]
"""Says what a way of a step would mean; nothing where it may not be chosen."""


class Choosing:
    """What a view knows of ways that may be chosen. Owned by the view, as a part of it.

    Where nobody has said how to `tell` of ways, none can be chosen: a procedure is only read.
    """

    def __init__(self, view: "FlowView") -> None:
        self._view = view
        self._pointed: WayKey | None = None
        self.tell: WayTeller | None = None

    def way_at(self, at: QPointF) -> WayKey | None:
        """Return the way at a point of the flow, if it may be chosen."""
        drawing = self._view.drawing
        way = drawing.way_at(at) if drawing is not None and self.tell is not None else None
        return way if way is not None and self._lines(way) else None

    def point_at(self, way: WayKey | None) -> None:
        """Show that a way can be chosen, and what that would mean; with None no longer."""
        if way == self._pointed:
            return
        self._pointed = way
        self._view.dress(pointed=way)
        drawing = self._view.drawing
        if way is None or drawing is None:
            self._view.hide_tip()
        else:
            self._view.show_lines(self._lines(way), drawing.way_rect(way))

    def choose(self, way: WayKey) -> None:
        """Choose a way as the user does: others are told."""
        self.point_at(None)
        if way[0] is not None:
            self._view.take_way(way[0], way[1])

    def explain(self, step_id: str) -> None:
        """Say at a step what each of its ways would mean."""
        drawing = self._view.drawing
        lines = self.lines_of(step_id)
        if lines and drawing is not None:
            self._view.show_lines(lines, drawing.step_bounds(step_id))

    def lines_of(self, step_id: str) -> TipLines:
        """Tell of all ways of a step that may be chosen."""
        ways = len(self._view.ways_of(step_id)) if self.tell is not None else 0
        return tuple(line for way in range(ways) for line in self._lines((step_id, way)))

    def _lines(self, way: WayKey) -> TipLines:
        source, number = way
        return self.tell(source, number) if self.tell is not None and source is not None else ()
