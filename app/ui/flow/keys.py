"""The keyboard on a flow: walking, opening, resizing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.printing.flow_paint import Hit, Part
from app.ui.flow.walk import Walk

if TYPE_CHECKING:
    from app.ui.flow.view import FlowView

Key = Qt.Key
_WITH_OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Keys:
    """Answers the keys of a view.

    Down follows the way on and up goes back; left and right go among those that stand beside
    each other; digits follow a branch; Home and End; Enter opens. D and P explain the deadline
    and the law, V the ways that may be chosen. Plus, minus, zero and F change the size; L asks
    for the list, F1 or ? for the legend.
    """

    def __init__(self, view: "FlowView") -> None:
        self._view = view
        self._walk: Walk | None = None
        self._came_from: dict[str, str] = {}
        self._steps: dict[int, Callable[[Walk, str], str | None]] = {
            Key.Key_Down: self._down,
            Key.Key_Up: lambda walk, at: walk.up(at, self._came_from.get(at)),
            Key.Key_Left: Walk.left,
            Key.Key_Right: Walk.right,
            Key.Key_Home: lambda walk, _: walk.first,
            Key.Key_End: lambda walk, _: walk.last,
        }
        self._acts: dict[int, Callable[[], object]] = {
            Key.Key_Plus: lambda: view.step_zoom(1),
            Key.Key_Minus: lambda: view.step_zoom(-1),
            Key.Key_0: lambda: view.set_zoom(1.0),
            Key.Key_F: view.fit_next,
            Key.Key_L: view.list_requested.emit,
            Key.Key_F1: view.legend_requested.emit,
            Key.Key_Question: view.legend_requested.emit,
            Key.Key_Return: self._open,
            Key.Key_Enter: self._open,
            Key.Key_D: lambda: self._explain(Part.CHIP),
            Key.Key_P: lambda: self._explain(Part.LAW),
            Key.Key_V: self._explain_ways,
        }

    def walk_in(self, walk: Walk) -> None:
        """Walk in another flow."""
        self._walk = walk
        self._came_from.clear()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; tells whether it means anything here."""
        if event.modifiers() & _WITH_OTHERS or self._walk is None:
            return False
        key = event.key()
        if key == Key.Key_Escape:
            return self._view.hide_tip()
        target, is_step = self._target(key)
        if is_step:
            self._view.set_keyboard(True)
            self._go(target)
            return True
        act = self._acts.get(key)
        if act is None:
            return False
        act()
        return True

    def _target(self, key: int) -> tuple[str | None, bool]:
        """Return the step a key leads to, and whether it is a key that leads anywhere."""
        walk, at = self._walk, self._view.selected
        assert walk is not None
        is_digit = Key.Key_1 <= key <= Key.Key_9
        if key not in self._steps and not is_digit:
            return None, False
        if at is None:
            return (walk.last if key == Key.Key_End else walk.first), True
        if is_digit:
            return walk.branch(at, key - Key.Key_0), True
        return self._steps[key](walk, at), True

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
            self._view.step_activated.emit(self._view.selected)

    def _explain(self, part: Part) -> None:
        at, drawing = self._view.selected, self._view.drawing
        if at is not None and drawing is not None and drawing.has_part(Hit(at, part)):
            self._view.show_tip(Hit(at, part))

    def _explain_ways(self) -> None:
        if self._view.selected is not None:
            self._view.choosing.explain(self._view.selected)
