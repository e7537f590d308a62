"""Finding something to add: a field to search in, and what fits, in a small window of its own."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer
from app.ui.lists.grouped_list import GroupedList, Row
from app.ui.look.theme import theme
from app.ui.look.widgets import SearchField

_FOR_A_MOMENT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_MOST = 200
_NEW = object()
"""Stands for what is not there yet."""

_WIDTH, _HEIGHT = 400, 320


class FinderChoice(Struct, frozen=True):
    """One thing that can be chosen: its id, its name, and what is said of it below.

    `words` are found by besides name and line, such as a number written in other ways. `group` is
    what it belongs to: those of one group stand together, until one searches.
    """

    id: str
    title: str
    says: str = ""
    words: str = ""
    group: str = ""


Rank = Callable[[str, FinderChoice], int | None]
"""Tells how well a choice fits what was typed, 0 the best; None when it does not."""


class _FinderField(SearchField):
    """The field: arrows move in the list below, Enter takes what is current there, Esc leaves.

    Signals: `moved` with a direction, `taken`, `passed` when Tab is pressed, `left`; `lost` when
    one has gone elsewhere.
    """

    moved = Signal(int)
    taken = Signal()
    passed = Signal()
    left = Signal()
    lost = Signal()

    def focusNextPrevChild(self, is_forward: bool) -> bool:
        """Stay: the list below has no use for the keyboard of its own."""
        if is_forward:
            self.passed.emit()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_MOMENT:
            self.lost.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Key, Callable[[], object]] = {
            keys.UP: lambda: self.moved.emit(-1),
            keys.DOWN: lambda: self.moved.emit(1),
            keys.TAKE: self.taken.emit,
            keys.LEAVE: self.left.emit,
        }
        if not answer(event, acts):
            super().keyPressEvent(event)


class FinderBox(QFrame):
    """A list that grows shorter as one types; it lies over the window until one looks elsewhere.

    Signals: `chosen` with the id of what was chosen; `new_asked` with what was typed, when
    something that is not there yet was; `closed` when it is no longer shown.
    """

    chosen = Signal(str)
    new_asked = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget, hint: str, rank: Rank | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finder")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rank = rank or holds_words
        self._choices: tuple[FinderChoice, ...] = ()
        self._back_to: QWidget | None = None
        self._new = ""
        self.hide()
        self.search = _FinderField(hint, hint)
        self.list = GroupedList(hint)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._assemble()
        self.search.textChanged.connect(self._show_fitting)
        self.search.moved.connect(self._on_moved)
        self.search.taken.connect(lambda: self._take(self.list.currentIndex()))
        self.search.passed.connect(self._on_passed)
        self.search.left.connect(self._leave)
        self.search.lost.connect(self.hide)
        self.list.clicked.connect(self._take)

    def open_at(
        self, widget: QWidget, choices: Sequence[FinderChoice], beside: QRect | None = None
    ) -> None:
        """Open below a widget, or a part of it, with these to choose from."""
        self._choices = tuple(choices)
        self._back_to = QApplication.focusWidget()
        window = widget.window()
        self.setParent(window)
        self.search.clear()
        self._show_fitting("")
        part = beside or widget.rect()
        self.setGeometry(
            _place_near(QRect(widget.mapTo(window, part.topLeft()), part.size()), window)
        )
        self.show()
        self.raise_()
        self.search.setFocus()
        _application().installEventFilter(self)

    def offer_new(self, words: str) -> None:
        """Offer something new besides: first of all, or last where something is typed."""
        self._new = words
        self._show_fitting(self.search.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when one clicks elsewhere."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            at = self.mapFromGlobal(event.globalPosition().toPoint())
            if not self.rect().contains(at):
                self._leave()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        _application().removeEventFilter(self)
        self.closed.emit()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def _show_fitting(self, typed: str) -> None:
        ranked = [
            (rank, number)
            for number, choice in enumerate(self._choices)
            if (rank := self._rank(typed.strip(), choice)) is not None
        ]
        found = [self._choices[number] for _, number in sorted(ranked)[:_MOST]]
        rows = list(_rows(found, is_grouped=not typed.strip()))
        if self._new:
            rows.insert(len(rows) if typed.strip() else 0, Row(self._new, _NEW, icon="plus"))
        if not rows:
            rows = [Row(self.tr("Intet passer. Prøv et kortere ord."), is_group=True, icon="info")]
        self.list.show_rows(rows, next((row.payload for row in rows if not row.is_group), None))

    def _on_moved(self, by: int) -> None:
        """Move to the next row below or above that can be chosen."""
        index = self.list.currentIndex()
        wanted = self.list.rows.index(index.row() + by if index.isValid() else 0)
        while wanted.isValid() and self.list.rows.row(wanted).is_group:
            wanted = self.list.rows.index(wanted.row() + by)
        if wanted.isValid():
            self.list.show_current(self.list.rows.row(wanted).payload)

    def _on_passed(self) -> None:
        """Take what fits what was typed, as one who goes on means; nothing new, and not unasked."""
        index = self.list.currentIndex()
        is_there = index.isValid() and self.list.rows.row(index).payload is not _NEW
        if is_there and self.search.text().strip():
            self._take(index)

    def _leave(self) -> None:
        """Close, and give the keyboard back."""
        if self._back_to is not None and isValid(self._back_to):
            self._back_to.setFocus()
        self.hide()

    def _take(self, index: QModelIndex) -> None:
        if index.isValid() and not self.list.rows.row(index).is_group:
            self._leave()
            payload = self.list.rows.row(index).payload
            if payload is _NEW:
                self.new_asked.emit(" ".join(self.search.text().split()))
            else:
                self.chosen.emit(str(payload))


def holds_words(typed: str, choice: FinderChoice) -> int | None:
    """Find all words anywhere; best where the name begins with what was typed."""
    text = f"{choice.title} {choice.says} {choice.words} {choice.group}".casefold()
    words = typed.casefold().split()
    if not all(word in text for word in words):
        return None
    name = choice.title.casefold()
    if not words or name.startswith(typed.casefold()):
        return 0
    return 1 if all(word in name for word in words) else 2


def _rows(choices: Sequence[FinderChoice], *, is_grouped: bool) -> Iterator[Row]:
    """Give the rows of choices, under the names of their groups or with them on a line below."""
    group = ""
    for choice in choices:
        if is_grouped and choice.group != group:
            group = choice.group
            yield Row(group, is_group=True)
        below = choice.says or ("" if is_grouped else choice.group)
        yield Row(choice.title, choice.id, sub=below)


def _place_near(part: QRect, window: QWidget) -> QRect:
    """Return where to stand below a part of the window, or above it where the window ends."""
    px, edge = theme().px, theme().px(8)
    width = min(px(_WIDTH), window.width() - 2 * edge)
    height = min(px(_HEIGHT), window.height() - 2 * edge)
    below, above = part.bottom() + 5, part.top() - height - 4
    lowest = window.height() - height - edge
    y = below if below <= lowest else min(above, lowest) if above >= edge else max(edge, lowest)
    x = max(edge, min(part.left(), window.width() - width - edge))
    return QRect(x, y, width, height)


def _application() -> QCoreApplication:
    found = QApplication.instance()
    assert found is not None
    return found
