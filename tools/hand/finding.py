"""Finding what is seen by its words or its name, on the program's own thread."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from tools.hand import sight
from tools.hand.sight import Thing, plain

_LINE = 8
"""What differs less in height, in pixels, stands on one line."""


def things(within: str, wanted: sight.Wanted | None = None) -> Iterator[Thing]:
    """Return the things that are seen, or those of a part."""
    tops = sight.holders(within) if within else None
    return sight.things(tops) if wanted is None else sight.things(tops, wanted)


def called(name: str, within: str) -> list[Thing]:
    """Return the things of a name: those one can work before those that only say something."""
    wanted = plain(name)
    found = things(within, lambda names, _: sight.is_called(names, wanted))
    return sorted(found, key=lambda thing: (not thing.acts, not thing.is_in_sight, reading(thing)))


def reading(thing: Thing) -> tuple[int, int]:
    """Return where a thing stands when one reads line by line."""
    left, top, _, height = thing.whole
    return (top + min(height, 4 * _LINE) // 2) // _LINE, left


def saying(words: str, within: str) -> Thing | None:
    """Return a thing in sight that says some words."""
    wanted = plain(words).removesuffix(" …")

    def says(names: tuple[str, ...], value: str) -> bool:
        return any(wanted in text for text in (*names, plain(value)))

    return next((thing for thing in things(within, says) if thing.is_in_sight), None)


def texts(within: str) -> list[str]:
    """Return all that is read in a part, line by line."""
    seen = [thing for thing in things(within) if thing.is_in_sight]
    seen.sort(key=reading)
    return list(dict.fromkeys(thing.says for thing in seen))


def focus() -> str:
    """Name what has the keyboard; empty where nothing has."""
    widget = QApplication.focusWidget()
    if widget is None:
        return ""
    for thing in sight.things([widget]):
        if thing.is_focused and thing.kind.endswith("part"):
            return thing.names[0]
    named: QWidget | None = widget
    while named is not None:
        names = sight.names_of(named)
        if names:
            return names[0]
        named = named.parentWidget()
    return ""


def file_is_asked_for() -> bool:
    """Whether a dialog waits for the name of a file."""
    dialog = QApplication.activeModalWidget()
    return isinstance(dialog, QFileDialog) and isinstance(QApplication.focusWidget(), QLineEdit)


def is_asked() -> bool:
    """Whether something is open that wants an answer first."""
    return bool(QApplication.activePopupWidget() or QApplication.activeModalWidget())


def front() -> QWidget:
    """Return the window in front."""
    windows: Sequence[QWidget] = sight.front_windows()
    if not windows:
        raise LookupError("No window is shown.")
    return windows[0]


def place(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, and keep it on the screen."""
    screen, at = window.screen().availableGeometry(), window.pos()
    window.resize(width, height)
    window.move(
        max(min(at.x(), screen.right() + 1 - width), screen.left()),
        max(min(at.y(), screen.bottom() + 1 - height), screen.top()),
    )


def widget(name: str, within: str) -> QWidget:
    """Return the widget of a name that can be worked."""
    wanted = plain(name)
    tops = sight.holders(within) if within else sight.front_windows()
    for top in tops:
        for widget in sight.visible(top):
            if sight.is_called(sight.names_of(widget), wanted) and sight.acts(widget):
                return widget
    raise LookupError(f"There is no »{name}«.")


def way_to(thing: Thing) -> tuple[tuple[int, int], int, str] | None:
    """Return where to turn the wheel, which way, and with which key, to come nearer to it."""
    left, top, width, height = thing.port
    if width <= 0 or height <= 0:
        return None
    right, bottom = left + width, top + height
    x, y = (thing.whole[0] + thing.whole[2] // 2, thing.whole[1] + thing.whole[3] // 2)
    middle = (left + width // 2, top + height // 2)
    if not top <= y < bottom:
        return middle, -1 if y >= bottom else 1, ""
    return middle, -1 if x >= right else 1, "Alt"


def screen(*, trimmed: bool = False) -> QImage:
    """Paint all windows where they stand on the screen."""
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    shown.sort(key=lambda window: (window.isActiveWindow(), window.windowType().value))
    front = QApplication.activePopupWidget()
    if front in shown:
        shown.remove(front)
        shown.append(front)
    whole = QRect()
    for window in shown:
        whole = whole.united(window.geometry())
    size = whole if trimmed else QRect(0, 0, whole.right() + 1, whole.bottom() + 1)
    image = QPixmap(size.size())
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for window in shown:
        painter.drawPixmap(window.geometry().topLeft() - size.topLeft(), window.grab())
    painter.end()
    return image.toImage()
