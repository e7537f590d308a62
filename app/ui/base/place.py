"""What a place of the rail is to the window."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.keys import keys
from app.ui.keys.asking import leave_what_is_asked
from app.ui.keys.key_kinds import Where
from app.ui.keys.shortcuts import asks


class Place(QWidget):
    """One place the user can be; a subclass fills it.

    `heading` says what is shown, and `here` is what `show_target` takes to show it again;
    `is_passing` tells that one is only running through a list by key. `key_places` are the parts
    of the table of keys that are about it. `banner_slot` stands under the header and is where the
    window puts its banner. Signals: `go_requested` with the key of another place and what to show
    there; `shown_changed` when something else is shown.
    """

    key_places: ClassVar[tuple[Where, ...]] = ()

    go_requested = Signal(str, object)
    shown_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.banner_slot = QVBoxLayout()
        self.banner_slot.setContentsMargins(0, 0, 0, 0)

    @property
    def belongs_to(self) -> str:
        """The place of the rail that what is shown belongs to; empty where it is ever the same."""
        return ""

    @property
    def heading(self) -> str:
        """What is shown, in the words of the window's title."""
        return ""

    @property
    def here(self) -> object:
        """What shows again what is shown; None where one only comes in."""
        return None

    @property
    def subject(self) -> Hashable:
        """What messages told here are about, where they are over when something else is shown."""
        return None

    @property
    def is_passing(self) -> bool:
        """Whether one runs through a list by key, and is not there yet."""
        return False

    def panes(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through, in the order of reading."""
        return ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave what is asked here, and else what lies over something."""
        is_left = asks(event, keys.LEAVE) and (leave_what_is_asked(self) or self.step_back())
        if not is_left:
            super().keyPressEvent(event)

    def step_back(self) -> bool:
        """Go back to what lies below what is shown; False where Escape does no such thing."""
        return False

    def begin(self) -> None:
        """Show what the place begins with: its button was pressed while it was shown."""
        self.enter()

    def enter(self) -> None:
        """Be shown: put the focus where one would start."""

    def show_target(self, target: object) -> None:
        """Show what another place asked for."""

    def suggest(self) -> bool:
        """Ask for a suggestion at what is shown; False when there is nothing it could be about."""
        return False

    def finder(self) -> object:
        """Return a `Finder` in what is shown, where it has no search field; None for neither."""
        return None

    def focus_search(self) -> bool:
        """Put the cursor in the place's search field; False when it has none."""
        return False
