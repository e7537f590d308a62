"""What a person sees: the things in the windows that are shown, by their words and names.

Nothing of the program is imported: text, accessible names and places of Qt's own widgets, and
the named parts of a widget that paints several things itself.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QTreeView,
    QWidget,
)

from tools.hand.reach import in_sight, plain_rect, point_on, port

_TAGS = re.compile(r"<[^>]+>")
_GAPS = re.compile(r"\s+")
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)


class Thing(Struct, frozen=True):
    """Something that is seen; plain values, so that they may go to another thread.

    `rect` is the part of it that is in sight, in places of the screen; empty where it is
    scrolled away. `whole` is all of it.
    """

    names: tuple[str, ...]
    kind: str
    rect: tuple[int, int, int, int]
    whole: tuple[int, int, int, int]
    value: str = ""
    description: str = ""
    is_enabled: bool = True
    is_checked: bool = False
    is_box: bool = False
    """Whether it is a box to tick, by itself and not one of several."""
    is_focused: bool = False
    acts: bool = False
    """Whether one can do something with it; a label only says something."""
    cover: str = ""
    """What lies over its middle; empty where the mouse would hit it."""
    at: tuple[int, int] = (0, 0)
    """Where on the screen one would click."""
    port: tuple[int, int, int, int] = (0, 0, 0, 0)
    """What it is scrolled in: where one turns the wheel to bring it into sight."""

    @property
    def is_in_sight(self) -> bool:
        """Whether any of it is seen."""
        return self.rect[2] > 0 and self.rect[3] > 0

    @property
    def says(self) -> str:
        """All its words in one line."""
        return " | ".join(dict.fromkeys(word for word in (*self.names, self.value) if word))


Wanted = Callable[[tuple[str, ...], str], bool]
"""Tells by its names, and by what stands in it, whether a thing is looked for."""


def _anything(_: tuple[str, ...], __: str) -> bool:
    return True


def plain(text: str) -> str:
    """Return words as they are read: without marks of keys, soft hyphens and odd spaces."""
    if "<" in text and ">" in text:
        text = _TAGS.sub(" ", text)
    text = text.replace("\u00ad", "").replace("\u200b", "").replace("\u2060", "")
    return _GAPS.sub(" ", text.replace("\u00a0", " ").replace("\u202f", " ")).strip()


def mnemonic_free(text: str) -> str:
    """Return a button's words without the mark of its key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def front_windows() -> list[QWidget]:
    """Return the windows one can work in now, the foremost first.

    An open menu or list takes everything; a dialog that must be answered does too. What lies
    wholly behind the foremost is not seen.
    """
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return [popup]
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return [modal]
    shown = [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window.windowType() is not Qt.WindowType.ToolTip
    ]
    shown.sort(key=lambda window: not window.isActiveWindow())
    front = next((window.geometry() for window in shown if window.isActiveWindow()), QRect())
    return shown[:1] + [window for window in shown[1:] if not front.contains(window.geometry())]


def things(tops: Sequence[QWidget] | None = None, wanted: Wanted = _anything) -> Iterator[Thing]:
    """Give what is seen in some widgets, or in the windows one can work in.

    What is not `wanted` by its words is passed over before anybody asks where it stands.
    """
    for top in front_windows() if tops is None else tops:
        for widget in visible(top):
            names, value = names_of(widget), value_of(widget)
            if (names or value) and wanted(names, value):
                yield _thing_of(widget, names, value)
            yield from _parts_of(widget, wanted)


def holders(name: str) -> list[QWidget]:
    """Return the widgets of a name, to look for something inside them; the outermost."""
    shown = [widget for window in front_windows() for widget in visible(window)]
    called = [widget for widget in shown if is_called(names_of(widget), plain(name))]
    return [
        one
        for one in called
        if not any(other is not one and other.isAncestorOf(one) for other in called)
    ]


def is_called(names: Sequence[str], wanted: str) -> bool:
    """Tell whether one of the names is what is wanted; »Notér …« wants the beginning alone."""
    if wanted.endswith("…") and wanted not in names:
        begin = wanted.removesuffix("…").rstrip()
        return any(name.startswith(begin) for name in names)
    return wanted in names


def visible(widget: QWidget) -> Iterator[QWidget]:
    """Return a widget and all shown within it, in the order of the window's own tree."""
    yield widget
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from visible(child)


def names_of(widget: QWidget) -> tuple[str, ...]:
    """Return what one may call a widget: its words, and its accessible name."""
    words = [_words_of(widget), plain(widget.accessibleName())]
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        words.append(plain(widget.placeholderText()))
    if widget.isWindow():
        words.append(plain(widget.windowTitle()))
    return tuple(dict.fromkeys(word for word in words if word))


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return plain(mnemonic_free(widget.text()))
    if isinstance(widget, QLabel):
        buddy = widget.buddy() is not None
        return plain(mnemonic_free(widget.text()) if buddy else widget.text())
    if isinstance(widget, QGroupBox):
        return plain(mnemonic_free(widget.title()))
    return ""


def value_of(widget: QWidget) -> str:
    """Return what stands in a field."""
    if isinstance(widget, QLineEdit):
        return widget.displayText()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractSpinBox):
        return widget.text()
    return ""


def _thing_of(widget: QWidget, names: tuple[str, ...], value: str) -> Thing:
    seen = in_sight(widget, widget.rect())
    at = point_on(widget, seen)
    return Thing(
        names=names,
        kind=type(widget).__name__,
        rect=plain_rect(seen),
        whole=plain_rect(QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())),
        value=value,
        description=plain(widget.accessibleDescription()),
        is_enabled=widget.isEnabled(),
        is_checked=isinstance(widget, QAbstractButton) and widget.isChecked(),
        is_box=_is_box(widget),
        is_focused=widget.hasFocus(),
        acts=acts(widget),
        cover=_cover(widget, at) if not seen.isEmpty() else "",
        at=(at.x(), at.y()),
        port=port(widget),
    )


def _is_box(widget: QWidget) -> bool:
    return (
        isinstance(widget, QAbstractButton) and widget.isCheckable() and not widget.autoExclusive()
    )


def acts(widget: QWidget) -> bool:
    """Tell whether one can do something with a widget."""
    if isinstance(widget, QTextBrowser | QLabel):
        return False
    if isinstance(widget, (QAbstractButton, *_FIELDS)):
        return True
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _parts_of(widget: QWidget, wanted: Wanted) -> Iterator[Thing]:
    if isinstance(widget, QMenu):
        yield from _actions_of(widget, wanted)
    elif isinstance(widget, QAbstractItemView):
        yield from _rows_of(widget, wanted)
    painted = getattr(widget, "named_parts", None)
    if callable(painted):
        for name, rect in painted():
            if wanted((plain(name),), ""):
                yield _part(widget, (plain(name),), rect)


def _part(widget: QWidget, names: tuple[str, ...], rect: QRect, **more: object) -> Thing:
    """Return a part of a widget that paints it itself; `rect` is in the widget's own places."""
    seen = in_sight(widget, rect)
    at = seen.center()
    return Thing(
        names=names,
        kind=f"{type(widget).__name__} part",
        rect=plain_rect(seen),
        whole=plain_rect(QRect(widget.mapToGlobal(rect.topLeft()), rect.size())),
        is_enabled=bool(more.get("is_enabled", widget.isEnabled())),
        is_checked=bool(more.get("is_checked")),
        is_focused=bool(more.get("is_focused")),
        value=str(more.get("value", "")),
        description=str(more.get("description", "")),
        acts=True,
        cover=_cover(widget, at) if not seen.isEmpty() else "",
        at=(at.x(), at.y()),
        port=port(widget),
    )


def _actions_of(menu: QMenu, wanted: Wanted) -> Iterator[Thing]:
    for action in menu.actions():
        names = (plain(mnemonic_free(_without_keys(action))),)
        if action.isSeparator() or not action.isVisible() or not wanted(names, ""):
            continue
        yield _part(
            menu,
            names,
            menu.actionGeometry(action),
            is_enabled=action.isEnabled(),
            is_checked=action.isChecked(),
            is_focused=menu.activeAction() is action,
            description=plain(action.toolTip()),
        )


def _without_keys(action: QAction) -> str:
    return action.text().partition("\t")[0]


def _rows_of(view: QAbstractItemView, wanted: Wanted) -> Iterator[Thing]:
    offset = view.viewport().mapTo(view, QPoint(0, 0))
    current = view.currentIndex()
    for index in _indexes(view):
        names = _names_of_row(index)
        if not names or not wanted(names, ""):
            continue
        rect = view.visualRect(index)
        if rect.isEmpty():
            continue
        flags = index.flags()
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        yield _part(
            view,
            names,
            rect.translated(offset),
            is_enabled=bool(flags & Qt.ItemFlag.ItemIsEnabled),
            is_checked=view.selectionModel().isSelected(index)
            if check is None
            else Qt.CheckState(check) is Qt.CheckState.Checked,
            is_focused=view.hasFocus() and index == current,
            description=plain(str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) or "")),
        )


def _indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    stack = [view.rootIndex()] if model else []
    while stack:
        parent = stack.pop()
        for row in range(model.rowCount(parent)):
            for column in _columns(view, parent):
                index = model.index(row, column, parent)
                yield index
                if isinstance(view, QTreeView):
                    stack.append(index)


def _columns(view: QAbstractItemView, parent: QModelIndex) -> Sequence[int]:
    """Return the columns that a view shows; a list has one."""
    if isinstance(view, QListView):
        return (view.modelColumn(),)
    return range(view.model().columnCount(parent))


def _names_of_row(index: QModelIndex) -> tuple[str, ...]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    texts = (index.data(role) for role in roles)
    return tuple(dict.fromkeys(plain(str(text)) for text in texts if text))


def _cover(widget: QWidget, at: QPoint) -> str:
    """Say what lies over a point of a widget; nothing where the mouse would reach it."""
    window = widget.window()
    hit = window.childAt(window.mapFromGlobal(at)) or window
    if hit is widget or widget.isAncestorOf(hit):
        return ""
    see_through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    below: QWidget | None = widget
    while below is not None and below is not hit:
        # What lets the mouse through, or a label in something, is reached through it.
        if not (below.testAttribute(see_through) or isinstance(below, QLabel)):
            break
        below = below.parentWidget()
    if below is hit:
        return ""
    names = names_of(hit)
    return f"{type(hit).__name__} {names[0] if names else ''}".strip()
