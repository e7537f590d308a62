"""Scroll bars that lie over the flow instead of beside it, so that a flow keeps its width."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from app.ui.look.theme import theme

_THICKNESS = 10


class SlimBars:
    """Shows the two bars of a scroll area over its edges, each only while it is of use."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        area.setVerticalScrollBarPolicy(off)
        area.setHorizontalScrollBarPolicy(off)
        self._pairs = (
            (area.verticalScrollBar(), QScrollBar(Qt.Orientation.Vertical, area)),
            (area.horizontalScrollBar(), QScrollBar(Qt.Orientation.Horizontal, area)),
        )
        for real, shown in self._pairs:
            shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            shown.valueChanged.connect(real.setValue)
            shown.hide()

    @property
    def thickness(self) -> int:
        """How much of the edges the bars cover."""
        return theme().px(_THICKNESS)

    def follow(self, port: QRect) -> None:
        """Take range and value from the area, whose flow stands in `port`."""
        for real, shown in self._pairs:
            shown.setPageStep(real.pageStep())
            shown.setSingleStep(real.singleStep())
            shown.setRange(real.minimum(), real.maximum())
            shown.setValue(real.value())
            shown.setVisible(real.maximum() > real.minimum())
        side = self.thickness
        self._pairs[0][1].setGeometry(port.right() - side + 1, port.top(), side, port.height())
        below = QRect(port.left(), port.bottom() - side + 1, port.width() - side, side)
        self._pairs[1][1].setGeometry(below)
