"""The bar below a flow: size, legend, and the change to the step list."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.keys import keys
from app.ui.keys.key_words import with_key
from app.ui.look.folding import fold_in_turn
from app.ui.look.theme import theme
from app.ui.look.widgets import Button

_PERCENT, _LEAST, _EDGES = 64, 182, 50
"""How wide the size is told, and all buttons as icons; edges and gaps, which do not grow."""


class FlowBar(QFrame):
    """Buttons for what can be done with a picture; it covers nothing of it.

    Signals: `zoom_requested` with 1 (larger) or -1; `actual_size_requested`; `fit_requested`;
    `legend_requested`; `list_toggled` with whether the step list is wanted.
    """

    zoom_requested = Signal(int)
    actual_size_requested = Signal()
    fit_requested = Signal()
    legend_requested = Signal()
    list_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.smaller = Button("", icon="minus", small=True, tip=self.tr("Mindre"))
        self.percent = _Percent("100 %", small=True, tip=self.tr("Vis i fuld størrelse"))
        self.larger = Button("", icon="plus", small=True, tip=self.tr("Større"))
        self.fit = Button(self.tr("Tilpas"), "quiet", "fit", small=True)
        self.legend = Button(self.tr("Tegnforklaring"), "quiet", "legend", small=True)
        self.list = Button(self.tr("Trinliste"), "quiet", "list", small=True)
        self._folded = ((self.legend,), (self.fit,), (self.list,), (self.percent,))
        self._assemble()
        self._connect()
        self._resize()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST) + _EDGES, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_in_turn(self, self._folded)

    def event(self, event: QEvent) -> bool:
        """Fold anew when the buttons need other room than before."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            fold_in_turn(self, self._folded)
        return is_done

    def show_zoom(self, percent: int) -> None:
        """Show how large the flow is drawn."""
        self.percent.setText(self.tr("{} %").format(percent))
        self.percent.setAccessibleName(self.tr("Størrelse {} procent").format(percent))

    def _assemble(self) -> None:
        fitting = self.tr("Tilpas til vinduet; igen: tilpas til bredden")
        self.fit.setToolTip(with_key(fitting, keys.FLOW_FIT))
        self.legend.setToolTip(with_key(self.tr("Tegnforklaring"), keys.FLOW_LEGEND))
        self.list.setToolTip(with_key(self.tr("Vis trinene som en liste"), keys.FLOW_LIST))
        self.list.setCheckable(True)
        self.percent.setProperty("segment", "middle")
        self.smaller.setProperty("segment", "first")
        self.larger.setProperty("segment", "last")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        joined = QFrame()
        joined.setObjectName("sizes")
        sizes = QHBoxLayout(joined)
        sizes.setContentsMargins(0, 0, 0, 0)
        sizes.setSpacing(0)
        for button in (self.smaller, self.percent, self.larger):
            sizes.addWidget(button)
        row.addWidget(joined)
        row.addWidget(self.fit)
        row.addWidget(self.legend)
        row.addStretch(1)
        row.addWidget(self.list)

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda: self.zoom_requested.emit(-1))
        self.larger.clicked.connect(lambda: self.zoom_requested.emit(1))
        self.percent.clicked.connect(self.actual_size_requested)
        self.fit.clicked.connect(self.fit_requested)
        self.legend.clicked.connect(self.legend_requested)
        self.list.toggled.connect(self.list_toggled)
        theme().changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedHeight(theme().px(40))
        self.percent.setFixedWidth(theme().px(_PERCENT))
        for button in (self.smaller, self.larger):
            button.setFixedWidth(theme().px(34))
        self.setStyleSheet(_style())
        for (one,) in self._folded:
            one.fold(False)
        fold_in_turn(self, self._folded)


class _Percent(Button):
    """How large the flow is drawn. Where all else is folded it goes: its key works without it."""

    def fold(self, folded: bool) -> None:
        self.setHidden(folded)

    def saved_in(self, part: QWidget) -> int:
        return theme().px(_PERCENT) if self.isHidden() else 0


def _style() -> str:
    """Write small, and join the buttons for size: a frame around them, hairlines between."""
    ink, px = theme().ink, theme().px
    radius = px(6)
    return f"""
QPushButton {{ font-size: {9 * theme().scale:.2f}pt; }}
#sizes QPushButton {{ min-height: {px(26)}px; border: 1px solid {ink.part}; border-radius: 0;
    padding: 0; background: {ink.surface}; color: {ink.ink_2}; }}
#sizes QPushButton:hover {{ background: {ink.accent_wash}; }}
#sizes QPushButton:disabled {{ color: {ink.ink_3}; background: {ink.paper}; }}
#sizes QPushButton[segment="first"] {{ border-right: 1px solid {ink.hair};
    border-top-left-radius: {radius}px; border-bottom-left-radius: {radius}px; }}
#sizes QPushButton[segment="middle"] {{ border-left: 0; border-right: 0; }}
#sizes QPushButton[segment="last"] {{ border-left: 1px solid {ink.hair};
    border-top-right-radius: {radius}px; border-bottom-right-radius: {radius}px; }}
#sizes QPushButton:focus {{ border: 2px solid {ink.focus}; }}
"""
