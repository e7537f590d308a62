"""The keyboard on a flow: walking, opening, resizing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent

from app.printing.flow_paint import DrawingHit, DrawingPart
from app.ui.flow.flow_walk import Walk
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer, asks, place_of

if TYPE_CHECKING:
    from app.ui.flow.flow_view import FlowView


class Keys:
    """Answers the keys of a view.

    Down follows the way on and up goes back; left and right go among those that stand beside
    each other; digits follow a branch; Home and End; Enter opens. D and P explain the deadline
    and the law, V the ways that may be chosen. Plus, minus, zero and F change the size; L asks
    for the list, ? for the legend.
    """

    def __init__(self, view: "FlowView") -> None:
        self._view = view
        self._walk: Walk | None = None
        self._came_from: dict[str, str] = {}
        self._steps: dict[Key, Callable[[Walk, str], str | None]] = {
            keys.FLOW_DOWN: self._down,
            keys.FLOW_UP: lambda walk, at: walk.up(at, self._came_from.get(at)),
            keys.FLOW_LEFT: Walk.left,
            keys.FLOW_RIGHT: Walk.right,
            keys.FLOW_FIRST: lambda walk, _: walk.first,
            keys.FLOW_LAST: lambda walk, _: walk.last,
        }
        self._acts: dict[Key, Callable[[], object]] = {
            keys.FLOW_LARGER: lambda: view.step_zoom(1),
            keys.FLOW_SMALLER: lambda: view.step_zoom(-1),
            keys.FLOW_FULL: lambda: view.set_zoom(1.0),
            keys.FLOW_FIT: view.fit_next,
            keys.FLOW_LIST: lambda: view.ask_for(is_list=True),
            keys.FLOW_LEGEND: lambda: view.ask_for(is_list=False),
            keys.FLOW_OPEN: self._open,
            keys.FLOW_DEADLINE: lambda: self._explain(DrawingPart.CHIP),
            keys.FLOW_LAW: lambda: self._explain(DrawingPart.LAW),
            keys.FLOW_WAYS: self._explain_ways,
        }

    def walk_in(self, walk: Walk) -> None:
        """Walk in another flow."""
        self._walk = walk
        self._came_from.clear()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; tells whether it means anything here."""
        if self._walk is None:
            return False
        if asks(event, keys.FLOW_HUSH):
            return self._view.hide_tip()
        target, is_step = self._target(event, self._walk)
        if is_step:
            self._view.set_keyboard(True)
            self._go(target)
            return True
        return answer(event, self._acts)

    def _target(self, event: QKeyEvent, walk: Walk) -> tuple[str | None, bool]:
        """Return the step a key leads to, and whether it is a key that leads anywhere."""
        at = self._view.selected
        branch = place_of(event, keys.FLOW_BRANCH)
        step = next((step for key, step in self._steps.items() if asks(event, key)), None)
        if branch is None and step is None:
            return None, False
        if at is None:
            return (walk.last if asks(event, keys.FLOW_LAST) else walk.first), True
        if branch is not None:
            return walk.branch(at, branch + 1), True
        assert step is not None
        return step(walk, at), True

    def _down(self, walk: Walk, at: str) -> str | None:
        return walk.down(at, self._view.chosen_way(at))

    def _go(self, target: str | None) -> None:
        at = self._view.selected
        if target is None or target == at:
            return
        if at is not None:
            self._came_from[target] = at
        self._view.hide_tip()
        self._view.choose(target)

    def _open(self) -> None:
        if self._view.selected is not None:
            self._view.open_step(self._view.selected)

    def _explain(self, part: DrawingPart) -> None:
        at, drawing = self._view.selected, self._view.drawing
        if at is not None and drawing is not None and drawing.has_part(DrawingHit(at, part)):
            self._view.show_tip(DrawingHit(at, part))

    def _explain_ways(self) -> None:
        if self._view.selected is not None:
            self._view.choosing.explain(self._view.selected)
