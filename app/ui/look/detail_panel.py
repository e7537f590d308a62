"""The panel at the right of a place: sections in words about what is chosen there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.ui.keys import keys
from app.ui.keys.focus import focus_changes, holds_keyboard, is_by_key
from app.ui.keys.kept import chain, stops_of, walk
from app.ui.keys.shortcuts import answer
from app.ui.look.theme import theme
from app.ui.look.widgets import clear_layout, surface

_RING = 2
_AIR = 12
"""So much is seen around what has the keyboard."""

_Act = QAbstractSlider.SliderAction
_SCROLLS = {
    keys.READ_UP: _Act.SliderSingleStepSub,
    keys.READ_DOWN: _Act.SliderSingleStepAdd,
    keys.READ_PAGE_UP: _Act.SliderPageStepSub,
    keys.READ_PAGE_DOWN: _Act.SliderPageStepAdd,
    keys.READ_FIRST: _Act.SliderToMinimum,
    keys.READ_LAST: _Act.SliderToMaximum,
}


class PanelArea(QScrollArea):
    """What a panel scrolls in. It is scrolled by wheel and keys, whatever in it has the keyboard.

    What gets the keyboard is brought into sight, and stays there while the texts around it find
    their height, until the user scrolls.
    """

    def __init__(self, inner: QWidget, name: str) -> None:
        super().__init__()
        self.setObjectName("panel-area")
        self.setAccessibleName(name)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._followed: QWidget | None = None
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        focus_changes().focusChanged.connect(self._on_focus_changed)
        self._resize()
        theme().changed.connect(self._resize)

    def to_top(self) -> None:
        """Start at the top."""
        self._keep_in_sight(None)
        self.verticalScrollBar().setValue(0)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll as little as it takes to see a part; of one that is too tall, its beginning."""
        bar, inner = self.verticalScrollBar(), self.widget()
        if inner is None:
            return
        top = widget.mapTo(inner, widget.rect().topLeft()).y() - _AIR
        bottom = top + widget.height() + 2 * _AIR
        room = self.viewport().height()
        if top < bar.value() or bottom - top > room:
            bar.setValue(max(top, 0))
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what one writes in, and the cursor in it, in sight where a banner takes room."""
        super().resizeEvent(event)
        inner, held = self.widget(), self.window().focusWidget()
        before = event.oldSize().height()
        if inner is None or held is None or event.size().height() >= before:
            return
        if not inner.isAncestorOf(held):
            return
        cursor = QRectF(held.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle))
        y = held.mapTo(inner, cursor.center().toPoint()).y()
        if 0 <= y - self.verticalScrollBar().value() < before:
            self.bring_into_sight(held)
            self.ensureVisible(0, y, 0, 2 * _AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        acts = {key: partial(bar.triggerAction, act) for key, act in _SCROLLS.items()}
        event.setAccepted(answer(event, acts))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._keep_in_sight(None)
        super().wheelEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        is_moved = super().focusNextPrevChild(following)
        now = self.window().focusWidget()
        if is_moved and now is not None:  # Qt has scrolled to the end of it
            self.follow(now)
        return is_moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_done = super().eventFilter(watched, event)
        is_laid_out = event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        if is_laid_out and watched in (self.widget(), self._followed):
            self.follow(self._followed)
        return is_done

    def follow(self, widget: QWidget | None) -> None:
        """Bring a part into sight, and keep it there when something grows."""
        inner = self.widget()
        if widget is None or inner is None or not isValid(widget):
            return
        if inner.isAncestorOf(widget):
            self._keep_in_sight(widget)
            self.bring_into_sight(widget)

    def _keep_in_sight(self, widget: QWidget | None) -> None:
        """Watch it: it may find its place, or its size, after what it stands in has."""
        before, self._followed = self._followed, widget
        if before is widget:
            return
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if widget is not None:
            widget.installEventFilter(self)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Follow the keyboard; what the mouse has pressed is in sight and must not move."""
        self._keep_in_sight(None)
        if is_by_key():
            self.follow(now)

    def _on_scrolled(self, _action: int) -> None:
        self._keep_in_sight(None)

    def _resize(self) -> None:
        bar: QScrollBar = self.verticalScrollBar()
        bar.setSingleStep(theme().px(40))


class _DetailInner(QFrame):
    """What is scrolled. It is as tall as its texts are at their width, and not as tall as they
    would be at their narrowest, which is what Qt sums up. The up and down keys go among its points
    before they scroll.
    """

    def __init__(self, points: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__()
        self._points = points
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), 0) if self.hasHeightForWidth() else hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(walk(event, self._points()))


class DetailPanel(QFrame):
    """Shows sections one below the other, with a foot that stays.

    `above` and `below` are for what stays when other sections are shown. The panel itself can have
    the keyboard, and is read by the keys that scroll.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("surface", "detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.above, self._content, self.below = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(16)
        self.foot = surface("bar")
        self.foot.hide()
        self._stops: list[QWidget] = []
        self._is_changing = False
        self._inner = _DetailInner(self._points)
        self.area = PanelArea(self._inner, name)
        self.setFocusProxy(self.area)
        self._assemble()
        self._resize()
        theme().changed.connect(self._resize)

    def arrange(self, parts: Iterable[QWidget]) -> None:
        """Put in the sections that stay, in the order of reading."""
        for part in parts:
            self._content.addWidget(part)

    def show_sections(self, parts: Iterable[QWidget | None]) -> None:
        """Replace what is shown, and start at its top; the keyboard stays in the panel."""
        with self.changing():
            clear_layout(self._content)
            for part in parts:
                if part is not None:
                    self._content.addWidget(part)
            self.area.to_top()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Let the parts change as one. What is no more gives the keyboard to what comes next in the
        panel: Qt would give it to the next control of the window.
        """
        if self._is_changing:
            yield
            return
        held, is_inside = self.window().focusWidget(), holds_keyboard(self)
        self._is_changing = True
        self.setUpdatesEnabled(False)
        try:
            yield
        finally:
            self._is_changing = False
            self._order()
            self.setUpdatesEnabled(True)
        if is_inside and self._has_let_go(held):
            self._go_on_from(held)

    def focus_start(self) -> None:
        """Take the keyboard where one begins: at the panel itself, to read."""
        self.setFocus()

    def _points(self) -> Sequence[QWidget]:
        """Return what the up and down keys go among; most panels have nothing such."""
        return ()

    def focusNextPrevChild(self, following: bool) -> bool:
        if not self._is_changing:
            return super().focusNextPrevChild(following)
        self.area.setFocus()
        return True

    def _go_on_from(self, held: QWidget | None) -> None:
        """Give the keyboard to what is read after something, or to where one begins."""
        place = self._stops.index(held) if held in self._stops else len(self._stops)
        after = (stop for stop in self._stops[place:] if self._inner.isAncestorOf(stop))
        usable = (stop for stop in after if stop.isVisibleTo(self) and stop.isEnabled())
        following = next((stop for stop in usable if stop.focusProxy() is None), None)
        if following is None:
            self.focus_start()
        else:
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _has_let_go(self, held: QWidget | None) -> bool:
        """Tell whether what had the keyboard is no more, and nobody has taken it since."""
        now = self.window().focusWidget()
        if now is not held:
            return now is None or now is self.area
        return held is None or not (held.isVisibleTo(self) and held.isEnabled())

    def _order(self) -> None:
        """Let the tab key follow the order of reading, also to what is new."""
        stops = stops_of(self.area, self.foot)
        if stops != self._stops:
            self._stops = stops
            chain(stops)

    def _assemble(self) -> None:
        whole = QVBoxLayout(self._inner)
        whole.setContentsMargins(20 - _RING, 16 - _RING, 20 - _RING, 20 - _RING)
        whole.setSpacing(16)
        for part in (self.above, self._content, self.below):
            whole.addLayout(part)
        whole.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(336))
