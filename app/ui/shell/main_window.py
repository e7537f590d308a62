"""The window: the rail, the place that is shown, and the banner that tells of trouble."""

from collections.abc import Callable, Hashable, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.ui.base.messages import Message, Messages, StandingMessages, Tone
from app.ui.base.place import Place
from app.ui.keys import keys
from app.ui.keys.focus import holder, is_within, note_input
from app.ui.keys.key_kinds import Key
from app.ui.keys.overlay import Overlay
from app.ui.keys.second_click import SecondClicks
from app.ui.keys.shortcuts import WINDOW, asks, bind
from app.ui.look.banner import Banner
from app.ui.look.theme import theme
from app.ui.look.toast import Toast
from app.ui.shell.rail import Rail
from app.ui.shell.travel import Travel
from app.ui.shell.window_frame import WindowFrame, least_size
from app.ui.shell.window_panes import PaneWalk

if TYPE_CHECKING:
    from app.ui.fields.field_hint import FieldHint
    from app.ui.flow.legend_overlay import LegendOverlay
    from app.ui.look.keys_page import KeysPage

_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


class MainWindow(QMainWindow):
    """Holds the places and shows one of them; knows nothing of what they hold.

    Signals: `place_shown` with the key of a place; `find_requested`
    when one wants to find anything at all, and `find_here_requested` with a `Finder` of what is
    shown; `suggest_requested` when one wants to suggest a change
    of what is shown.
    """

    place_shown = Signal(str)
    find_requested = Signal()
    find_here_requested = Signal(object)
    suggest_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Rød tråd")
        self.frame = WindowFrame(self)
        self._second_clicks = SecondClicks(self)
        self.rail = Rail()
        self._stack = QStackedWidget()
        self._places: dict[str, Place] = {}
        self._makers: dict[str, Callable[[], Place]] = {}
        self._beside: dict[str, str] = {}
        self._standing = StandingMessages()
        self._banner = Banner()
        self._current = ""
        self._may_close: Callable[[], bool] | None = None
        self._assemble()
        theme().dress(self)
        self._toast = Toast(self)
        self._field_hint: FieldHint | None = None
        self._add_keys()
        theme().changed.connect(self.update)
        self._banner.closed.connect(self._on_banner_closed)
        self._travel = Travel(self.go, self)
        self._walk = PaneWalk(self)
        self.rail.find_requested.connect(self.find_requested)
        self.rail.place_requested.connect(self._on_place_requested)
        self.rail.back_requested.connect(self._travel.back)
        self.rail.forward_requested.connect(self._travel.forward)
        self._travel.ways_changed.connect(self.rail.show_ways)

    @property
    def current(self) -> str:
        """The key of the place that is shown."""
        return self._current

    @property
    def banner_text(self) -> str:
        """What the banner tells; empty when it is not shown."""
        return self._banner.text if self._banner.isVisibleTo(self) else ""

    @property
    def toast_text(self) -> str:
        """What is said over the page for a moment; empty when nothing is."""
        return self._toast.text

    @cached_property
    def keys_page(self) -> "KeysPage":
        """The page of all keys, over the window."""
        from app.ui.look.keys_page import KeysPage

        page = KeysPage(self, has_legend=True)
        page.legend_requested.connect(self.show_legend)
        return page

    @cached_property
    def legend(self) -> "LegendOverlay":
        """What the signs of the picture mean, over the window."""
        from app.ui.flow.legend_overlay import LegendOverlay

        return LegendOverlay(self)

    @property
    def unmade(self) -> tuple[str, ...]:
        """The keys of the places that nobody has needed yet."""
        return tuple(key for key in self._makers if key not in self._places)

    def place(self, key: str) -> Place:
        """Return a place by its key; it is made when it is first needed."""
        if key not in self._places:
            place = self._makers[key]()
            self._places[key] = place
            self._stack.addWidget(place)
            theme().dress(place)
            place.go_requested.connect(self.go)
            place.shown_changed.connect(partial(self._on_shown_changed, key))
        return self._places[key]

    def add_place(self, key: str, make: Callable[[], Place]) -> None:
        """Add what a place of the rail shows."""
        self._makers[key] = make

    def add_page(self, key: str, make: Callable[[], Place], *, beside: str) -> None:
        """Add a place without a button of its own; the rail marks the one it belongs to."""
        self._makers[key] = make
        self._beside[key] = beside

    def show_alone(self, widget: QWidget) -> None:
        """Show something that is no place of the rail, such as what hinders the start."""
        self._stack.addWidget(widget)
        theme().dress(widget)
        self._stack.setCurrentWidget(widget)

    def shown_parts(self) -> Iterable[QWidget]:
        """Return what a change of the look must reach at once: all but the places one is not in."""
        over = self.findChildren(QWidget, options=_DIRECTLY)
        parts = (self.rail, self._stack.currentWidget(), self._banner, *over)
        return [part for part in parts if part is not None and part is not self.centralWidget()]

    def empty(self) -> None:
        """Let go of all places, so that it can be filled anew."""
        self._may_close = None
        self._banner.setParent(self)
        self._standing = StandingMessages()
        self._banner.show_message(None)
        for place in self._places.values():
            self._stack.removeWidget(place)
            place.deleteLater()
        self._places.clear()
        self._makers.clear()
        self._beside.clear()
        self._current = ""
        self.rail.show_place("")
        self._travel.forget()
        self._walk.show_panes((self.rail,))

    def go(self, key: str, target: object = None) -> None:
        """Show a place, and something in it when it is named."""
        if key not in self._makers:
            return
        place = self.place(key)
        self._current = key
        place.banner_slot.addWidget(self._banner)
        theme().dress(place)
        theme().dress(self._banner)
        self._stack.setCurrentWidget(place)
        self._mark_in_rail(key, place)
        self._show_standing()
        for overlay in self.findChildren(Overlay, options=_DIRECTLY):
            overlay.hide()
        self._travel.set_out(key, place, is_named=target is not None)
        if target is None:
            place.enter()
        else:
            place.show_target(target)
        self._tell_what_is_shown(place)
        self.place_shown.emit(key)

    def listen_to(self, messages: Messages) -> None:
        """Show what is told: success for a moment, all else in the banner of its place."""
        messages.told.connect(self._on_told)
        messages.settled.connect(self._on_settled)
        if self._field_hint is None:  # until now there was no field to type in
            from app.ui.fields.field_hint import FieldHint

            self._field_hint = FieldHint(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape take away what is told, where nobody else has a use for it."""
        if not (asks(event, keys.HUSH) and self._hush()):
            super().keyPressEvent(event)

    def guard_closing(self, may_close: Callable[[], bool] | None) -> None:
        """Ask before the window closes; one that may not yet is closed by the guard later."""
        self._may_close = may_close

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:  # a button of the mouse is heard here wherever it is pressed
            handle.installEventFilter(self)
            self.frame.hear(handle)
            self._second_clicks.hear(handle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear what is pressed first; go back and forward by the buttons made for it."""
        note_input(event)
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            ways = {
                Qt.MouseButton.BackButton: self._travel.back,
                Qt.MouseButton.ForwardButton: self._travel.forward,
            }
            way = ways.get(event.button())
            if way is not None:
                way()
                return True
        return super().eventFilter(watched, event)

    def childEvent(self, event: QChildEvent) -> None:
        """Dress what opens over the window, such as a print's preview, before it is shown."""
        super().childEvent(event)
        # Asked for a child that Python does not know, PySide makes each type that it might be of.
        child = event.child() if event.type() is QEvent.Type.ChildPolished else None
        if isinstance(child, QWidget) and child is not self.centralWidget():
            theme().dress(child)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the ground that shows through its parts; only they are dressed."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().color("paper"))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while the guard has something left to keep."""
        if self._may_close is None or self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _assemble(self) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self._keep_room()
        theme().changed.connect(self._keep_room)

    def _keep_room(self) -> None:
        """Be never so small that words lie over each other, nor larger than the screen."""
        self.setMinimumSize(least_size(self.screen().availableSize()))

    def _add_keys(self) -> None:
        acts: dict[Key, Callable[[], object]] = {
            keys.FIND: self.find_requested.emit,
            keys.FIND_HERE: self._find_here,
            keys.SUGGEST: self.suggest_requested.emit,
            keys.SHOW_KEYS: self.show_keys,
            keys.NEXT_PANE: partial(self._go_to_pane, 1),
            keys.EARLIER_PANE: partial(self._go_to_pane, -1),
            keys.LARGER: lambda: theme().step_zoom(1),
            keys.SMALLER: lambda: theme().step_zoom(-1),
            keys.USUAL_SIZE: lambda: theme().set_zoom(100),
        }
        for key, act in acts.items():
            bind(self, key, act, WINDOW)

    def _on_place_requested(self, key: str) -> None:
        """Go to a place; from within it to where it begins."""
        if key == self._current:
            self.place(key).begin()
        else:
            self.go(key)

    def _on_shown_changed(self, key: str) -> None:
        if key == self._current:
            place = self.place(key)
            self._travel.note(key, place)
            self._mark_in_rail(key, place)
            self._tell_what_is_shown(place)
            self._standing.move_on(key, place.subject)
            self._show_standing()

    def _mark_in_rail(self, key: str, place: Place) -> None:
        self.rail.show_place(place.belongs_to or self._beside.get(key, key))

    def _tell_what_is_shown(self, place: Place) -> None:
        """Say in the title what is shown, and know its parts."""
        parts = (place.heading, "Rød tråd") if place.heading else ("Rød tråd",)
        self.setWindowTitle(" – ".join(parts))
        self._walk.show_panes((self._toast, self.rail, self._banner, *place.panes()))

    def _go_to_pane(self, by: int) -> None:
        """Go to the next part, to what is said for a moment first; what lies over all keeps it."""
        at = holder()
        if any(is_within(at, one) for one in self.findChildren(Overlay)):
            return
        if self._toast.isVisible() and not is_within(at, self._toast):
            self._toast.take_focus()
        else:
            self._walk.go(by)

    def show_keys(self) -> None:
        """Show all keys, those of the place that is shown first."""
        self.keys_page.open_at(self.place(self._current).key_places if self._current else ())

    def show_legend(self) -> None:
        """Show what the signs of the picture mean."""
        self.legend.open()

    def _hush(self) -> bool:
        """Take away what is told and has been read by now; trouble stays until it is over."""
        message = self._banner.message
        if self._toast.text:
            self._toast.close_message()
        elif message is not None and message.tone is not Tone.TROUBLE:
            self._banner.close_message()
        else:
            return False
        return True

    def _show_standing(self) -> None:
        self._banner.show_message(self._standing.shown_in(self._current))

    def _on_told(self, message: Message) -> None:
        if message.tone is Tone.DONE:
            self._toast.show_message(message)
        else:
            subject = self.place(self._current).subject if self._current else None
            self._standing.tell(message, self._current, subject)
            self._show_standing()

    def _on_settled(self, about: Hashable) -> None:
        self._standing.settle(about)
        self._show_standing()

    def _on_banner_closed(self, message: Message) -> None:
        self._standing.close(message)
        self._show_standing()

    def _find_here(self) -> None:
        """Search where one stands, or else in everything; never anywhere that one is not."""
        place = self.place(self._current) if self._current else None
        if place is not None and place.focus_search():
            return
        finder = place.finder() if place is not None else None
        if finder is not None:
            self.find_here_requested.emit(finder)
        else:
            self.find_requested.emit()
