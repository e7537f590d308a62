"""Sets the keys of the table, and tells which of them was pressed."""

from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut, QShortcutEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.keys.key_kinds import Key
from app.ui.keys.key_words import with_key

WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
ONLY_THERE = Qt.ShortcutContext.WidgetShortcut
WINDOW = Qt.ShortcutContext.WindowShortcut

_SAME = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
"""What is held or where a key stands, without making it another key."""


def bind(
    widget: QWidget,
    key: Key,
    act: Callable[[], object],
    context: Qt.ShortcutContext = WITHIN,
) -> None:
    """Let a key do something while the focus is in a widget, or as far as the context reaches."""
    for stroke in key.strokes:
        shortcut = QShortcut(sequence(stroke), widget)
        shortcut.setContext(context)
        shortcut.activated.connect(act)


class _AtOnce(QObject):
    """Presses a button when its key is pressed. Qt would wait a tenth of a second to show it
    pressed, and do meanwhile what is asked for after it.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_sure = isinstance(event, QShortcutEvent) and not event.isAmbiguous()
        if is_sure and isinstance(watched, QAbstractButton):
            watched.click()
            return True
        return False


def give_key(button: QAbstractButton, key: Key) -> None:
    """Let a key press a button, and say it in the tip."""
    first, *others = map(sequence, key.strokes)
    button.setShortcut(first)
    button.installEventFilter(_AtOnce(button))
    for other in others:
        QShortcut(other, button).activated.connect(button.click)
    button.setToolTip(with_key(button.toolTip() or button.text(), key))


def show_key(action: QAction, key: Key) -> None:
    """Show a key beside what a menu offers; it works by itself while the menu is closed."""
    action.setShortcut(sequence(key.strokes[0]))
    action.setShortcutContext(ONLY_THERE)


def bind_numbers(widget: QWidget, key: Key, act: Callable[[int], object]) -> None:
    """Let each of a row of numbers do something with its place, from 0."""
    for position, stroke in enumerate(key.strokes):
        shortcut = QShortcut(sequence(stroke), widget)
        shortcut.setContext(WITHIN)
        shortcut.activated.connect(lambda place=position: act(place))


def sequence(stroke: str) -> QKeySequence:
    """Return a stroke of the table as Qt takes it."""
    return QKeySequence(stroke, QKeySequence.SequenceFormat.PortableText)


def asks(event: QEvent, *keys: Key) -> bool:
    """Whether an event is the press of one of these keys, or asks whether it is taken here."""
    return isinstance(event, QKeyEvent) and any(place_of(event, key) is not None for key in keys)


def place_of(event: QKeyEvent, key: Key) -> int | None:
    """Return which of a key's strokes was pressed, from 0; None when none of them was."""
    return _places(key).get(_pressed(event))


def answer(event: QKeyEvent, acts: Mapping[Key, Callable[[], object]]) -> bool:
    """Do what a key stands for here; False when it stands for nothing."""
    pressed = _pressed(event)
    act = next((act for key, act in acts.items() if pressed in _places(key)), None)
    if act is None:
        return False
    act()
    return True


def claims(event: QEvent, *keys: Key) -> bool:
    """Keep keys to a widget that would do something else in the whole window.

    To be called from `event`; when it returns True that must return True too.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not asks(event, *keys):
        return False
    event.accept()
    return True


def is_letter(event: QKeyEvent) -> bool:
    """Whether a plain letter was pressed, which a list would look for."""
    key, held = event.key(), event.modifiers() & ~_SAME
    return Qt.Key.Key_A <= key <= Qt.Key.Key_Z and held == Qt.KeyboardModifier.NoModifier


@cache
def _places(key: Key) -> dict[str, int]:
    return {sequence(stroke).toString(): position for position, stroke in enumerate(key.strokes)}


def _pressed(event: QKeyEvent) -> str:
    """Return a press as the table spells it."""
    key, held = event.key(), event.modifiers() & ~_SAME
    if _is_sign(key):
        held &= ~Qt.KeyboardModifier.ShiftModifier  # it is held to come to the sign at all
    return QKeySequence(held.value | key).toString()


def _is_sign(key: int) -> bool:
    """Whether a key is a printed sign and neither letter nor space."""
    return Qt.Key.Key_Exclam <= key <= Qt.Key.Key_AsciiTilde and not (
        Qt.Key.Key_A <= key <= Qt.Key.Key_Z
    )
