"""The keyboard on a flow that is edited; the picture and the step list answer the same keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from app.ui.editor.canvas.edit_acts import EditActs
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer, asks, claims

_BARE = (keys.STEP_AFTER, keys.STEP_BEFORE, keys.NEW_END, keys.NEW_WAY, keys.DELETE_STEP)
"""What Enter, a letter or Delete do, also where they were meant for what was shown before."""

Act = Callable[[str], object]


class EditKeys:
    """Knows which key does what to the chosen step.

    Enter adds a step after, with Shift before, with Ctrl an end; V asks where a new way leads; Alt
    and up or down move the step along its way, with Shift in the order that numbers the steps, and
    with Shift left or right to another role; F2 names it; Delete, Ctrl+D, Ctrl+C, X and V. The
    first key on a page that was just opened writes nothing by itself.
    """

    def __init__(self, acts: EditActs, open_menu: Callable[[], None]) -> None:
        self._acts = acts
        self._is_new = False
        self._table: dict[Key, Act] = {
            keys.STEP_AFTER: acts.add_after,
            keys.STEP_BEFORE: acts.add_before,
            keys.NEW_END: acts.add_end,
            keys.NEW_WAY: acts.ask_way,
            keys.RENAME: acts.open,
            keys.DELETE_STEP: acts.delete,
            keys.STEP_UP: lambda step: acts.move_along(step, -1),
            keys.STEP_DOWN: lambda step: acts.move_along(step, 1),
            keys.STEP_EARLIER: lambda step: acts.move_in_order(step, -1),
            keys.STEP_LATER: lambda step: acts.move_in_order(step, 1),
            keys.STEP_LEFT: lambda step: acts.move_across(step, -1),
            keys.STEP_RIGHT: lambda step: acts.move_across(step, 1),
            keys.DUPLICATE: acts.duplicate,
            keys.COPY_STEP: acts.copy,
            keys.CUT_STEP: acts.cut,
            keys.PASTE_STEP: acts.paste,
            keys.STEP_MENU: lambda _: open_menu(),
        }

    def arrive(self) -> None:
        """Let the first key change nothing: it may be meant for what was shown before."""
        self._is_new = True

    def take_up(self) -> None:
        """Let every key do what it means: one has taken the flow up."""
        self._is_new = False

    def claims(self, event: QEvent) -> bool:
        """Keep the keys that do something to a step from doing anything else in the window."""
        return self._acts.chosen is not None and claims(event, *self._table)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means for the chosen step; tells whether it means anything."""
        was_new, self._is_new = self._is_new, self._is_new and event.isAutoRepeat()
        if was_new and asks(event, *_BARE):
            return True
        step = self._acts.chosen
        if step is None:
            return False
        return answer(event, {key: partial(act, step) for key, act in self._table.items()})
