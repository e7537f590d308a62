"""What is typed and not yet kept: handed over at each pause, one write at a time, until it is.

A write that fails changes nothing here: the next one begins again from what was last stored. So
neither a refusal nor a busy database can make typed lines look like lines that somebody took out.
"""

from collections.abc import Callable, Hashable
from enum import IntEnum
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.errors import Told

V = TypeVar("V")
W = TypeVar("W", contravariant=True)

PAUSE_MS = 700
LONGEST_MS = 1_400
"""Who types without a pause loses no more than this when the program is killed: it stays well
below the two seconds that are promised, with the time of the write."""

AGAIN_MS = 3_000
"""So long after trouble, and it is tried again by itself."""


class KeepState(IntEnum):
    """How what is typed stands, the best first."""

    KEPT = 0
    TYPED = 1
    """A pause of typing is waited for, or a write is on its way."""
    REFUSED = 2
    """It cannot be kept as it is: the user must change it."""
    FAILED = 3
    """The disk or the database did not take it; it is tried again."""


class Write(Protocol[W]):
    """Writes a value that began as `base`; calls `kept` or `failed`, later or at once."""

    def __call__(
        self, value: W, base: W, kept: Callable[[], None], failed: Callable[[Told], None]
    ) -> None: ...


class Typed(QObject, Generic[V]):
    """One text, or set of fields, that is written in. It outlives the field it is typed in: it
    belongs to what is typed in the program, and goes when it is kept and all who wrote in it have
    left it. So Qt takes it down between two events, and never where its last name in Python ends.

    Signals: `changed` with itself when it stands otherwise than before.
    """

    changed = Signal(object)

    def __init__(
        self, stored: V, write: Write[V], key: Hashable = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._writers = 1
        self._value = self._base = stored
        self._write = write
        self._on_its_way = self._has_ended = False
        self._error: Told | None = None
        self._standing = KeepState.KEPT
        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_MS)
        self._again = self._timer(AGAIN_MS)

    @property
    def value(self) -> V:
        """What is typed."""
        return self._value

    @property
    def standing(self) -> KeepState:
        """How it stands."""
        return self._standing

    @property
    def error(self) -> Told | None:
        """Why it is not kept; None when nothing went wrong."""
        return self._error

    def type(self, value: V) -> None:
        """Take what stands in the field now."""
        if value == self._value:
            return
        self._value = value
        if self._error is not None and self._error.is_refusal:
            self._error = None
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self._tell()

    def flush(self) -> None:
        """Hand it over now, if there is something to keep and nothing on its way."""
        self._stop()
        if self._has_ended:
            return
        if self._value == self._base:
            self._error = None
        elif not self._on_its_way:
            self._hand_over(self._value)
        self._tell()

    def end(self) -> None:
        """Try no more: the program ends."""
        self._has_ended = True
        self._stop()

    def join(self) -> None:
        """Write in it too."""
        self._writers += 1

    def leave(self) -> None:
        """Write in it no more. Whoever began it, or joined, does so once."""
        self._writers -= 1
        self._go_if_over()

    def show_stored(self, stored: V) -> bool:
        """Take what is stored now, by another window too; not while something is in hand.

        Tells whether it was taken.
        """
        if self._on_its_way or self._value != self._base:
            return False
        self._value = self._base = stored
        return True

    def _hand_over(self, value: V) -> None:
        self._on_its_way = True

        def kept() -> None:
            self._on_its_way, self._error, self._base = False, None, value
            self._go_on()

        def failed(error: Told) -> None:
            self._on_its_way, self._error = False, error
            if not error.is_refusal:
                self._again.start()
            elif self._value != value:
                self._error = None  # it was about what stands there no more
                self._go_on()
            self._tell()

        self._write(value, self._base, kept, failed)

    def _go_on(self) -> None:
        """Wait for a pause in what was typed meanwhile."""
        if self._value != self._base and not self._pause.isActive():
            self._pause.start()
        self._tell()

    def _stop(self) -> None:
        for timer in (self._pause, self._longest, self._again):
            timer.stop()

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(self.flush)
        return timer

    def _tell(self) -> None:
        before, self._standing = self._standing, self._stand()
        if before is not self._standing:
            self.changed.emit(self)
        self._go_if_over()

    def _go_if_over(self) -> None:
        if self._writers <= 0 and (self._has_ended or self._stand() is KeepState.KEPT):
            self._stop()
            self.deleteLater()

    def _stand(self) -> KeepState:
        if self._error is not None:
            return KeepState.REFUSED if self._error.is_refusal else KeepState.FAILED
        is_kept = self._value == self._base and not self._on_its_way
        return KeepState.KEPT if is_kept else KeepState.TYPED


class TypedWriting(QObject):
    """All that is typed in the program and not yet kept.

    Signals: `changed` when something stands otherwise than before; `over` with the key of a place
    where nothing waits to be kept any more.
    """

    changed = Signal()
    over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unkept: dict[Hashable, Typed[Any]] = {}

    @property
    def standing(self) -> KeepState:
        """How the worst of it stands."""
        return max((one.standing for one in self._unkept.values()), default=KeepState.KEPT)

    @property
    def unkept(self) -> tuple[Typed[Any], ...]:
        """What is not kept."""
        return tuple(self._unkept.values())

    def begin(self, key: Hashable, stored: V, write: Write[V]) -> Typed[V]:
        """Return what is typed at a place: what is not kept there yet, or what is stored.

        `key` names the place, such as a step of a run. Whoever writes in it leaves it afterwards.
        """
        known = self._unkept.get(key)
        if known is not None:
            known.join()
            return known
        typed = Typed(stored, write, key, self)
        typed.changed.connect(self._on_changed)
        return typed

    def flush(self) -> None:
        """Hand over all that is typed."""
        for one in self.unkept:
            one.flush()

    def end(self) -> None:
        """Try no more: the program ends, and what is not kept is given up."""
        for one in self.unkept:
            one.end()

    def forget(self, key: Hashable) -> None:
        """Let go of what was typed at a place that is gone, or that is given up."""
        if self._unkept.pop(key, None) is not None:
            self.over.emit(key)
            self.changed.emit()

    def _on_changed(self, typed: Typed[Any]) -> None:
        if typed.standing:
            self._unkept[typed.key] = typed
        else:
            self._unkept.pop(typed.key, None)
            self.over.emit(typed.key)
        self.changed.emit()
