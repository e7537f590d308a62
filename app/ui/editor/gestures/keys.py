"""The keyboard on a flow that is edited; the picture and the step list answer the same keys."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

from app.ui.editor.gestures.acts import Acts

Key, Mod = Qt.Key, Qt.KeyboardModifier
_PLAIN, _SHIFT = Mod.NoModifier, Mod.ShiftModifier
_CTRL, _ALT = Mod.ControlModifier, Mod.AltModifier
_KEYPAD = Mod.KeypadModifier

Act = Callable[[str], object]


class EditKeys:
    """Knows which key does what to the chosen step.

    Enter adds a step after, with Shift before, with Ctrl an end; V asks where a new way leads; Alt
    and arrows move the step along its way or to another role, with Shift in the order that numbers
    the steps; F2 names it; Delete, Ctrl+D, Ctrl+C, X and V.
    """

    def __init__(self, acts: Acts, open_menu: Callable[[], None]) -> None:
        self._acts = acts
        self._table: dict[tuple[int, Qt.KeyboardModifier], Act] = {
            (Key.Key_Return, _PLAIN): acts.add_after,
            (Key.Key_Enter, _PLAIN): acts.add_after,
            (Key.Key_Return, _SHIFT): acts.add_before,
            (Key.Key_Enter, _SHIFT): acts.add_before,
            (Key.Key_Return, _CTRL): acts.add_end,
            (Key.Key_Enter, _CTRL): acts.add_end,
            (Key.Key_V, _PLAIN): acts.ask_way,
            (Key.Key_F2, _PLAIN): acts.open,
            (Key.Key_Delete, _PLAIN): acts.delete,
            (Key.Key_Backspace, _PLAIN): acts.delete,
            (Key.Key_Up, _ALT): lambda step: acts.move_along(step, -1),
            (Key.Key_Down, _ALT): lambda step: acts.move_along(step, 1),
            (Key.Key_Up, _ALT | _SHIFT): lambda step: acts.move_in_order(step, -1),
            (Key.Key_Down, _ALT | _SHIFT): lambda step: acts.move_in_order(step, 1),
            (Key.Key_Left, _ALT): lambda step: acts.move_across(step, -1),
            (Key.Key_Right, _ALT): lambda step: acts.move_across(step, 1),
            (Key.Key_D, _CTRL): acts.duplicate,
            (Key.Key_C, _CTRL): acts.copy,
            (Key.Key_X, _CTRL): acts.cut,
            (Key.Key_V, _CTRL): acts.paste,
            (Key.Key_Menu, _PLAIN): lambda _: open_menu(),
            (Key.Key_F10, _SHIFT): lambda _: open_menu(),
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means for the chosen step; tells whether it means anything."""
        combination: QKeyCombination = event.keyCombination()
        modifiers = combination.keyboardModifiers() & ~_KEYPAD
        act = self._table.get((event.key(), modifiers))
        step = self._acts.chosen
        if act is None or step is None:
            return False
        act(step)
        return True
