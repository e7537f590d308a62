"""The panel at the right of a place: sections in words about what is chosen there."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.common.theme import theme
from app.ui.common.widgets import clear_layout, surface


class DetailPanel(QFrame):
    """Shows sections one below the other, with a foot that stays.

    `above` and `below` are for what stays when other sections are shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.above, self._content, self.below = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(16)
        self.foot = surface("bar")
        self.foot.hide()
        self._scroll = QScrollArea()
        self._assemble()
        self._resize()
        theme().changed.connect(self._resize)

    def show_sections(self, parts: Iterable[QWidget | None]) -> None:
        """Replace what is shown, and start at its top."""
        self.setUpdatesEnabled(False)
        clear_layout(self._content)
        for part in parts:
            if part is not None:
                self._content.addWidget(part)
        self._scroll.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def _assemble(self) -> None:
        inner = surface("panel")
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(20, 16, 20, 20)
        whole.setSpacing(16)
        for part in (self.above, self._content, self.below):
            whole.addLayout(part)
        whole.addStretch(1)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.foot)

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(336))
