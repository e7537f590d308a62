"""Widgets that stay while what they show is other: rows filled anew, focus kept, order of reading.

A widget that is thrown away takes the keyboard with it. So a panel keeps its parts, changes their
words, and hides those that have nothing to say.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Generic, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QRadioButton, QScrollArea, QWidget
from shiboken6 import isValid

from app.ui.keys import keys
from app.ui.keys.shortcuts import asks

W = TypeVar("W", bound=QWidget)
V = TypeVar("V")

_NOBODY = cast("QWidget", None)
"""Qt takes none for a proxy; its stubs do not say so."""


class KeptRows(Generic[W, V]):
    """The rows of a list: as many as were ever needed, each filled with what it shows now."""

    def __init__(
        self, column: QBoxLayout, make: Callable[[], W], fill: Callable[[W, V], None]
    ) -> None:
        self._column = column
        self._make = make
        self._fill = fill
        self._rows: list[W] = []
        self._count = 0

    @property
    def shown(self) -> list[W]:
        """The rows that are seen."""
        return self._rows[: self._count]

    def show(self, values: Sequence[V]) -> None:
        """Show a row for each value."""
        while len(self._rows) < len(values):
            row = self._make()
            self._column.addWidget(row)
            self._rows.append(row)
        self._count = len(values)
        for row, value in zip(self._rows, values, strict=False):
            self._fill(row, value)
        for position, row in enumerate(self._rows):
            row.setVisible(position < self._count)


@contextmanager
def focus_kept(area: QWidget, otherwise: Callable[[], None]) -> Iterator[None]:
    """Keep the keyboard in an area while it changes.

    `otherwise` says where it goes when what has it is there no more, or can no longer be used.
    """
    held = area.window().focusWidget()
    is_inside = held is not None and area.isAncestorOf(held)
    yield
    if not is_inside:
        return
    if held is None or not isValid(held) or not held.isEnabled() or not held.isVisibleTo(area):
        otherwise()


def walk(event: QKeyEvent, stops: Sequence[QWidget]) -> bool:
    """Go with the up and down keys among things of one kind; tells whether there was a next one.

    At either end the key is left to what scrolls around them.
    """
    way = -1 if asks(event, keys.UP) else 1 if asks(event, keys.DOWN) else 0
    here = next((position for position, stop in enumerate(stops) if stop.hasFocus()), None)
    if not way or here is None or not 0 <= here + way < len(stops):
        return False
    stops[here + way].setFocus(Qt.FocusReason.TabFocusReason)
    return True


TAKES_TURNS = "takes_turns"
"""Property of what is one stop of several, of which only one is where Tab stops now."""


def follow_layout(*roots: QWidget) -> None:
    """Let the tab key go in the order of reading: as the layouts stand, root after root."""
    chain(stops_of(*roots))


def stops_of(*roots: QWidget) -> list[QWidget]:
    """Return what the keyboard can stop at, in the order of reading, hidden or not.

    What hands the keyboard on is among them: left elsewhere it would lead Tab back in from there.
    """
    return [stop for root in roots for stop in _stops(root)]


def stops_in(part: QWidget) -> list[QWidget]:
    """Return where Tab stops now in a part of the window, in the order of reading.

    WORKAROUND: Qt knows its chain of the keyboard, but whoever asks PySide for it makes each widget
    a part of the one before it, and what is thrown away then takes the next one with it.
    """
    return [stop for stop in _stops(part) if _takes_tab(stop)]


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def chain(stops: Sequence[QWidget]) -> None:
    """Let the tab key go from stop to stop.

    What hands the keyboard on is put right before whom it hands it to: Tab that meets it goes on
    from there, so met anywhere else it would lead back or past others. Qt puts nothing in order
    that takes no keyboard now, so all take it while the order is made.
    """
    ordered = _before_their_proxies(stops)
    handing = [(stop, proxy) for stop in ordered if (proxy := stop.focusProxy()) is not None]
    for stop, _ in handing:
        stop.setFocusProxy(_NOBODY)
    resting = [stop for stop in ordered if stop.focusPolicy() is Qt.FocusPolicy.NoFocus]
    for stop in resting:
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)
    for stop in resting:
        stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for stop, proxy in handing:
        stop.setFocusProxy(proxy)


def _before_their_proxies(stops: Sequence[QWidget]) -> list[QWidget]:
    """Return the stops in their order, each that hands the keyboard on before who gets it.

    WORKAROUND: what begins to hand it on is put by Qt before the first part in it, wherever that
    stands. So that part comes along, even where it never has the keyboard itself.
    """
    known = {id(stop) for stop in stops}
    handing: dict[int, list[QWidget]] = {}
    free: list[QWidget] = []
    for stop in stops:
        proxy = stop.focusProxy()
        if proxy is not None and id(proxy) in known:
            handing.setdefault(id(proxy), []).append(stop)
        else:
            free.append(stop)

    def led_to(stop: QWidget) -> Iterator[QWidget]:
        for one in handing.get(id(stop), ()):
            yield from led_to(one)
            first = _first_part(one)
            if first is not None and id(first) not in known:
                yield first
        yield stop

    return [one for stop in free for one in led_to(stop)]


def _first_part(widget: QWidget) -> QWidget | None:
    """Return the first widget in a widget, unless it is a window of its own."""
    parts = _parts(widget)
    return None if not parts or parts[0].isWindow() else parts[0]


def _parts(widget: QWidget) -> list[QWidget]:
    """Return the widgets in a widget. Asked for all children, PySide makes every type there is."""
    return widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Give what the keyboard can stop at in one widget."""
    may_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or _takes_turns(widget)
    if may_stop or widget.focusProxy() is not None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _stops_in(layout)
    elif isinstance(widget, QScrollArea) and (inner := widget.widget()) is not None:
        yield from _stops(inner)
    elif not may_stop:  # it puts what is in it in its place by itself
        for child in _parts(widget):
            if not child.isWindow():
                yield from _stops(child)


def _takes_turns(widget: QWidget) -> bool:
    """Tell whether it may be where Tab stops another time. Qt lets Tab stop only at the one of
    several choices that had the keyboard last; each must lead on from where it stands.
    """
    return isinstance(widget, QRadioButton) or bool(widget.property(TAKES_TURNS))


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for position in range(layout.count()):
        item = layout.itemAt(position)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_in(inner)
