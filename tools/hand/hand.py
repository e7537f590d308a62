"""The hand: finds a thing by what is seen of it, and works it with mouse and keys.

A thing is called by its visible words or its accessible name; »Notér dato …« is whatever begins
so. Before it acts, the hand checks that the mouse would hit the thing, and says what covers it.
"""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip

from tools.hand import events, finding
from tools.hand.sight import Thing, plain
from tools.hand.stage import Stage

_LOOK_S = 0.05
"""How long the hand waits before it looks again."""

_FIRST_LOOKS, _FIRST_LOOK_S = 10, 0.004
"""At first it looks more often: most is there at once."""

_LOOKS = 1_200
"""So often it looks before it gives up: a minute, long enough for a very busy machine."""

_REST_S = 0.005
_STILL_S = 0.15
"""So long a picture must stay the same to be taken for still."""

_TURNS = 60
"""So many steps of the wheel it tries, to bring something into sight."""


class NotThereError(AssertionError):
    """What the hand looked for is not seen, or cannot be reached."""


class Hand:
    """Works the windows of the program. Lives on the story's thread."""

    def __init__(self, stage: Stage, looks: int = _LOOKS) -> None:
        self._stage = stage
        self._looks = looks
        self._pause = threading.Event()

    # Looking

    def sees(self, words: str, *, within: str = "") -> bool:
        """Tell whether these words are in sight, as a whole or as a part of a text or a field."""
        return self._stage.ask(lambda: finding.saying(words, within) is not None)

    def waits_for(self, words: str, *, within: str = "") -> None:
        """Wait until these words are in sight."""
        self.waits_until(
            lambda: self.sees(words, within=within), f"»{words}« is not seen{_in(within)}."
        )

    def waits_until_gone(self, words: str, *, within: str = "") -> None:
        """Wait until these words are no longer in sight."""
        self.waits_until(lambda: not self.sees(words, within=within), f"»{words}« is still seen.")

    def waits_until(self, ready: Callable[[], bool], otherwise: str | Callable[[], str]) -> None:
        """Wait until something is so, and fail with what is said `otherwise`."""
        for look in range(self._looks):
            if ready():
                return
            self._pause.wait(_FIRST_LOOK_S if look < _FIRST_LOOKS else _LOOK_S)
        said = otherwise if isinstance(otherwise, str) else otherwise()
        raise NotThereError(f"{said} {self._scene()}")

    def finds(self, name: str, *, within: str = "", nth: int = 0) -> Thing:
        """Return a thing that is there, in sight or scrolled away; waits until it is there."""
        found: list[Thing] = []

        def look() -> bool:
            found[:] = self._stage.ask(lambda: finding.called(name, within))
            return len(found) > nth

        self.waits_until(look, f"There is no »{name}«{_in(within)}.")
        return found[nth]

    def has(self, name: str, *, within: str = "") -> bool:
        """Tell whether a thing of this name is there now, in sight or scrolled away."""
        return bool(self._stage.ask(lambda: finding.called(name, within)))

    def value_of(self, name: str, *, within: str = "") -> str:
        """Return what stands in a field."""
        return self.finds(name, within=within).value

    def things(self, *, within: str = "") -> list[Thing]:
        """Return all that is there, in sight or scrolled away, in reading order."""
        return sorted(self._stage.ask(lambda: list(finding.things(within))), key=finding.reading)

    def texts(self, *, within: str = "") -> list[str]:
        """Return all words that are in sight, in reading order."""
        return self._stage.ask(lambda: finding.texts(within))

    @property
    def focus(self) -> str:
        """The name of what has the keyboard; empty when nothing has."""
        return self._stage.ask(finding.focus)

    @property
    def title(self) -> str:
        """The title of the window in front."""
        return self._stage.ask(lambda: finding.front().windowTitle())

    @property
    def tip(self) -> str:
        """What the tip says that is open; empty when none is."""
        return self._stage.ask(lambda: plain(QToolTip.text()) if QToolTip.isVisible() else "")

    @property
    def clipboard(self) -> str:
        """What was copied, as plain text."""
        return self._stage.ask(lambda: QGuiApplication.clipboard().text())

    @property
    def clipboard_html(self) -> str:
        """What was copied, with its look."""
        return self._stage.ask(lambda: QGuiApplication.clipboard().mimeData().html())

    def color_at(
        self, name: str, *, within: str = "", across: float = 0.5, down: float = 0.5
    ) -> str:
        """Return the colour of a point of a thing, as #rrggbb; the point in parts of its size."""
        left, top, width, height = self.finds(name, within=within).rect
        at = QPoint(left + round(width * across), top + round(height * down))
        return self._stage.ask(lambda: finding.screen().pixelColor(at).name())

    def picture(self, path: Path) -> None:
        """Write what is seen on the screen as a picture, when nothing moves any more."""
        seen = self._stage.ask(lambda: finding.screen(trimmed=True))
        for _ in range(self._looks):
            before = seen
            self._pause.wait(_STILL_S)
            seen = self._stage.ask(lambda: finding.screen(trimmed=True))
            if self._stage.ask(partial(seen.__eq__, before)):
                break
        self._stage.ask(lambda: seen.save(str(path)))

    # The mouse

    def click(
        self,
        name: str,
        *,
        within: str = "",
        nth: int = 0,
        across: float | None = None,
        keys: str = "",
    ) -> None:
        """Click a thing; what is scrolled away is brought into sight with the wheel first.

        `across` is where on its width, when it is not the middle; `keys` are held, as Ctrl.
        """
        at = self._reach(name, within, nth, across)
        self._do(partial(events.click_at, at, Qt.MouseButton.LeftButton, _modifiers(keys)))

    def double_click(self, name: str, *, within: str = "", nth: int = 0) -> None:
        """Click a thing twice."""
        self._do(partial(events.click_at, self._reach(name, within, nth), double=True))

    def right_click(self, name: str, *, within: str = "", nth: int = 0) -> None:
        """Click a thing with the right button."""
        at = self._reach(name, within, nth)
        self._do(partial(events.click_at, at, Qt.MouseButton.RightButton))

    def hover(self, name: str, *, within: str = "") -> None:
        """Let the mouse rest on a thing."""
        self._do(partial(events.move_to, self._reach(name, within, 0)))

    def wheel(self, notches: int, over: str, *, within: str = "", keys: str = "") -> None:
        """Turn the wheel over a thing; down is negative."""
        at = self._reach(over, within, 0)
        self._do(partial(events.turn_wheel, at, notches, _modifiers(keys)))

    def drag(self, name: str, to: str, *, within: str = "") -> None:
        """Drag one thing onto another."""
        end = self._reach(to, within, 0)
        self._do(partial(events.drag, self._reach(name, within, 0), end))

    def drag_by(self, name: str, right: int, down: int, *, within: str = "") -> None:
        """Drag a thing some way, in pixels."""
        x, y = self._reach(name, within, 0)
        self._do(partial(events.drag, (x, y), (x + right, y + down)))

    # The keyboard

    def press(self, *keys: str) -> None:
        """Press keys, one after the other: »Tab«, »Ctrl+K«, »Shift+F10«."""
        for one in keys:
            self._do(partial(events.press, one))

    def type(self, text: str) -> None:
        """Type a text, letter by letter, where the keyboard is."""
        self._do(partial(events.type_text, text), asks=False)

    def write(self, name: str, text: str, *, within: str = "") -> None:
        """Click a field, select what stands in it, and type over it."""
        self.click(name, within=within)
        self.press("Ctrl+A")
        if text:
            self.type(text)
        else:
            self.press("Del")

    def choose(self, name: str, option: str, *, within: str = "") -> None:
        """Open a list of choices and click one of them, where it is not chosen already.

        The mouse goes to another one first: Qt takes a second click at the same point, where a list
        that has no room below lies, for the rest of the one that opened it.
        """
        if self.value_of(name, within=within) == option:
            return
        self.click(name, within=within)
        self.waits_for(option)
        parts = [thing.names[0] for thing in self.things() if thing.kind.endswith("part")]
        self.hover(next((part for part in parts if part != option), option))
        self.click(option)

    def names_file(self, path: Path) -> None:
        """Type a path where Qt's own dialog asks for a file, and press Enter."""
        self.waits_until(
            lambda: self._stage.ask(finding.file_is_asked_for), "No dialog asks for a file."
        )
        self.press("Ctrl+A")
        self.type(str(path))
        self.press("Enter")

    def copies_elsewhere(self, text: str) -> None:
        """Let another program have copied something."""
        self._stage.ask(lambda: QGuiApplication.clipboard().setText(text))

    # Beside mouse and keys

    def tells(self, name: str, action: str, *, within: str = "") -> None:
        """Do what a screen reader or speech control does with a thing: Press, Toggle …"""
        self.finds(name, within=within)
        self._do(lambda: events.act(finding.widget(name, within), action))

    def resizes(self, width: int, height: int) -> None:
        """Make the window another size, and have it wholly on the screen where it fits."""
        self._do(lambda: finding.place(finding.front(), width, height))

    def closes_window(self) -> None:
        """Close the window in front by the button of its frame."""
        self._do(lambda: finding.front().windowHandle().close())

    def rests(self) -> None:
        """Let the window do what it has begun."""
        for _ in range(3):
            self._stage.ask(events.give_back_keyboard)
            self._pause.wait(_REST_S)

    # How it is done

    def _do(self, event: Callable[[], object], *, asks: bool = True) -> None:
        """Send an event, and let the window do what follows from it.

        The window works while letters are on their way; so the hand waits for the last of them,
        or, where what is sent may open what `asks` for an answer, until that is open.
        """
        sent = threading.Event()
        missed: list[LookupError] = []

        def send() -> None:
            try:
                event()
            except LookupError as error:
                missed.append(error)
            finally:
                sent.set()

        self.rests()
        self._stage.start(send)
        self.waits_until(
            lambda: sent.is_set() or (asks and self._stage.ask(finding.is_asked)),
            "It does not end.",
        )
        self.rests()
        if missed:
            raise NotThereError(f"{missed[0]} {self._scene()}") from missed[0]

    def _reach(
        self, name: str, within: str, nth: int, across: float | None = None
    ) -> tuple[int, int]:
        """Return where to click a thing, when it is in sight, enabled, uncovered and at rest."""
        thing = self.finds(name, within=within, nth=nth)
        if not thing.is_in_sight:
            thing = self._scroll_to(name, within, nth)

        def may_be_hit() -> bool:
            nonlocal thing
            before, thing = thing, self.finds(name, within=within, nth=nth)
            is_at_rest = thing.at == before.at  # a picture glides to its new shape
            return thing.is_enabled and thing.is_in_sight and not thing.cover and is_at_rest

        self.waits_until(may_be_hit, lambda: f"»{name}«{_in(within)} {_hindrance(thing)}.")
        if across is None:
            return thing.at
        left, top, width, height = thing.rect
        return left + round(width * across), top + height // 2

    def _scroll_to(self, name: str, within: str, nth: int) -> Thing:
        """Turn the wheel over what holds a thing until it is seen."""
        for _ in range(_TURNS):
            thing = self.finds(name, within=within, nth=nth)
            if thing.is_in_sight and thing.rect[3] >= min(thing.whole[3], 12):
                return thing
            way = finding.way_to(thing)
            if way is None:
                break
            at, notches, keys = way
            self._do(partial(events.turn_wheel, at, notches, _modifiers(keys)))
        raise NotThereError(f"»{name}«{_in(within)} cannot be scrolled into sight.")

    def _scene(self) -> str:
        """Tell what is seen, for the message of a failure."""
        texts = self._stage.ask(lambda: finding.texts(""))
        return f"Focus: »{self.focus}«. Seen: {' · '.join(texts)[:3000]}"


def _in(within: str) -> str:
    return f" in »{within}«" if within else ""


def _modifiers(keys: str) -> Qt.KeyboardModifier:
    return events.modifiers_of(filter(None, keys.split("+")))


def _hindrance(thing: Thing) -> str:
    if not thing.is_enabled:
        return "is disabled"
    if not thing.is_in_sight:
        return "is out of sight"
    return f"is covered by {thing.cover}" if thing.cover else "cannot be reached"
