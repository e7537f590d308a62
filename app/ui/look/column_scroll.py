"""A column that is too long for its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea


class ColumnScroll(QScrollArea):
    """Scrolls up and down alone; the keyboard goes to what stands in it, never to itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
