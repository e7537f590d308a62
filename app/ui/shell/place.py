"""What a place of the rail is to the window."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.common.keys import Where


class Place(QWidget):
    """One place the user can be; a subclass fills it.

    `key_places` are the parts of the table of keys that are about it. `banner_slot` stands under
    the header and is where the window puts its banner. Signals: `go_requested` with the key of
    another place and what to show there.
    """

    key_places: ClassVar[tuple[Where, ...]] = ()

    go_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.banner_slot = QVBoxLayout()
        self.banner_slot.setContentsMargins(0, 0, 0, 0)

    def enter(self) -> None:
        """Be shown: put the focus where one would start."""

    def show_target(self, target: object) -> None:
        """Show what another place asked for."""

    def suggest(self) -> bool:
        """Ask for a suggestion at what is shown; False when there is nothing it could be about."""
        return False

    def focus_search(self) -> bool:
        """Put the cursor in the place's search field; False when it has none."""
        return False
