"""What a place of the rail is to the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Place(QWidget):
    """One place the user can be; a subclass fills it.

    `banner_slot` stands under the header and is where the window puts its banner. Signals:
    `go_requested` with the key of another place and what to show there.
    """

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
