"""Real events to the windows, as the system sends them; all of this runs on the main thread."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NOTCH = 120
"""What one step of a wheel counts, in eighths of a degree times fifteen (Qt's unit)."""

_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_CALLED = {
    "Enter": "Return",
    "Esc": "Escape",
    "Del": "Delete",
    "PgUp": "PageUp",
    "PgDown": "PageDown",
    ",": "Comma",
    "-": "Minus",
    "=": "Equal",
    "?": "Question",
}
"""Names of keys as they are said, where Qt says them otherwise."""

_STEPS = 8
"""Of so many moves a drag is made."""


def _front_at(at: QPoint) -> QWidget | None:
    """Return the window in front where it is hit: without a screen none is told to lie below."""
    front = QApplication.activeWindow()
    return front if front is not None and front.geometry().contains(at) else None


@contextmanager
def window_at(at: QPoint) -> Iterator[QWindow]:
    """Give the window one hits at a place of the screen.

    Its widget is held meanwhile: one that is Qt's own takes its window along when it is let go.
    """
    top: QWidget | None = (
        QApplication.activePopupWidget()
        or QApplication.activeModalWidget()
        or _front_at(at)
        or QApplication.topLevelAt(at)
    )
    if top is None:
        raise LookupError(f"There is no window at {at.x()}, {at.y()}.")
    handle = top.windowHandle()
    if handle is None:
        raise LookupError("The window is not shown.")
    yield handle


def click_at(
    at: tuple[int, int],
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    double: bool = False,
) -> None:
    """Move the mouse to a place of the screen and click there."""
    with window_at(QPoint(*at)) as window:
        local = window.mapFromGlobal(QPoint(*at))
        QTest.mouseMove(window, local)
        QTest.mouseClick(window, button, keys, local)
        if double:
            QTest.mouseDClick(window, button, keys, local)


def move_to(at: tuple[int, int]) -> None:
    """Let the mouse rest at a place of the screen."""
    with window_at(QPoint(*at)) as window:
        local = window.mapFromGlobal(QPoint(*at))
        QTest.mouseMove(window, local - QPoint(1, 1))
        QTest.mouseMove(window, local)


def drag(start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press at one place, move to another, and let go there."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with window_at(QPoint(*start)) as window:
        first, last = (window.mapFromGlobal(QPoint(*at)) for at in (start, end))
        QTest.mouseMove(window, first)
        QTest.mousePress(window, left, none, first)
        for step in range(1, _STEPS + 1):
            QTest.mouseMove(window, first + (last - first) * step / _STEPS)
        QTest.mouseRelease(window, left, none, last)


def turn_wheel(at: tuple[int, int], notches: int, keys: Qt.KeyboardModifier) -> None:
    """Turn the wheel over a place of the screen; up is positive."""
    with window_at(QPoint(*at)) as window:
        local = QPointF(window.mapFromGlobal(QPoint(*at)))
        QTest.mouseMove(window, local.toPoint())
        for _ in range(abs(notches)):
            by = NOTCH if notches > 0 else -NOTCH
            QTest.wheelEvent(window, local, QPoint(0, by), QPoint(), keys)


def modifiers_of(names: Iterable[str]) -> Qt.KeyboardModifier:
    """Return the keys that are held, by their names."""
    found = Qt.KeyboardModifier.NoModifier
    for name in names:
        found |= _HELD[name]
    return found


def press(keys: str) -> None:
    """Press one key or several together, such as Tab or Ctrl+K."""
    *held, name = keys.split("+") if not keys.endswith("+") else [*keys[:-2].split("+"), "Plus"]
    key = Qt.Key[f"Key_{_CALLED.get(name, name)}"]
    modifiers = modifiers_of(filter(None, held))
    if key is Qt.Key.Key_Tab and modifiers & Qt.KeyboardModifier.ShiftModifier:
        key = Qt.Key.Key_Backtab
    with keyboard_window() as window:
        QTest.keyClick(window, key, modifiers)


def type_text(text: str) -> None:
    """Type a text letter by letter."""
    for letter in text:
        with keyboard_window() as window:
            _type_letter(window, letter)


def _type_letter(window: QWindow, letter: str) -> None:
    """Type a letter; one that Qt has no key for comes as text, as from a Danish keyboard."""
    named = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
    if letter in named:
        QTest.keyClick(window, named[letter])
        return
    key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
    none = Qt.KeyboardModifier.NoModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, letter, none)


def give_back_keyboard() -> None:
    """Let a window have the keyboard where none has, as the manager of windows does.

    Without a screen there is no manager: when a small window goes, nobody has it, or one that
    waits for a dialog to be answered. Of several windows the one that had it last has it again.
    """
    modal = QApplication.activeModalWidget()
    if modal is not None and QApplication.activePopupWidget() is None:
        if QGuiApplication.focusWindow() is not modal.windowHandle():
            modal.activateWindow()
    elif QGuiApplication.focusWindow() is None:
        shown = [
            window
            for window in QApplication.topLevelWidgets()
            if window.isVisible() and window.windowType() is Qt.WindowType.Window
        ]
        for window in sorted(shown, key=lambda window: id(window) != _Front.last)[:1]:
            window.activateWindow()
    elif QApplication.activePopupWidget() is None:
        front = QApplication.activeWindow()
        _Front.last = id(front) if front is not None else _Front.last


class _Front:
    """Which window was in front last; it is not held, so that it can end."""

    last = 0


@contextmanager
def keyboard_window() -> Iterator[QWindow]:
    """Give the window the keyboard goes to; its widget is held meanwhile."""
    popup = QApplication.activePopupWidget()
    handle = popup.windowHandle() if popup is not None else None
    found = handle or QGuiApplication.focusWindow()
    if found is None:
        raise LookupError("No window has the keyboard.")
    yield found


def act(widget: QWidget, action: str) -> None:
    """Do what a screen reader or speech control does with a widget, such as Press or Toggle."""
    interface = QAccessible.queryAccessibleInterface(widget)
    actions = interface.actionInterface() if interface is not None else None
    if actions is None or action not in actions.actionNames():
        names = actions.actionNames() if actions is not None else []
        raise LookupError(
            f"It cannot be told to {action}, only to {', '.join(names) or 'nothing'}."
        )
    actions.doAction(action)
