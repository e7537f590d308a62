"""The palette: one field over everything, opened by Ctrl+K wherever one is."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.model.search import Hit
from app.model.target import Target
from app.services import finding
from app.services import library as library_service
from app.ui.common.desk import Desk
from app.ui.common.grouped_list import GroupedList, Row
from app.ui.common.theme import theme
from app.ui.common.widgets import Label
from app.ui.find.field import PaletteField
from app.ui.find.rows import Way, hit_rows, nothing_rows, start_rows, way_rows

_HITS = 30
_WIDTH, _TOP, _EDGE = 640, 72, 16


class Palette(QWidget):
    """Lies over the window while one looks for something.

    Signals: `target_chosen` with a `Target` that one wants to go to.
    """

    target_chosen = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._over = window
        self._way = Way()
        self._asked = ""
        self._is_waiting = False
        self._back_to: QWidget | None = None
        hint = self.tr("Søg i alt: et ord, en situation eller § 136")
        self.field = PaletteField(hint, self.tr("Søg i alt"))
        self.list = GroupedList(self.tr("Fundet"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel = QFrame()
        self._panel.setObjectName("finder")
        self._panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot = Label("", points=8.5, color="ink_3")
        self.setAccessibleName(self.tr("Find"))
        self.hide()
        self._assemble()
        self._connect()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        model = self.list.rows
        return tuple(model.row(model.index(number)) for number in range(model.rowCount()))

    @property
    def current(self) -> object:
        """What Enter would open."""
        index = self.list.currentIndex()
        return self.list.rows.row(index).payload if index.isValid() else None

    def open(self) -> None:
        """Show the palette, with what it offers before anything is typed."""
        if not self.isVisible():
            self._back_to = QApplication.focusWidget()
        self._way = Way()
        self.field.clear()
        self._show_offers()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def leave(self) -> None:
        """Go away, and give the keyboard back."""
        self.hide()
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away when one clicks beside the panel."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.leave()

    def _assemble(self) -> None:
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self._panel.setParent(self)

    def _connect(self) -> None:
        self._over.installEventFilter(self)
        self.field.textChanged.connect(self._on_typed)
        self.field.moved.connect(self._on_moved)
        self.field.taken.connect(lambda: self._take(self.list.currentIndex()))
        self.field.left.connect(self._on_left)
        self.field.back_asked.connect(self._on_back_asked)
        self.field.star_asked.connect(self._on_star_asked)
        self.list.clicked.connect(self._take)
        theme().changed.connect(self._place)

    def _place(self) -> None:
        """Stand in the middle above, as tall as what is shown."""
        px = theme().px
        self.setGeometry(self._over.rect())
        width = min(px(_WIDTH), self.width() - 2 * px(_EDGE))
        self._panel.setFixedWidth(width)
        around = self.field.sizeHint().height() + self._foot.sizeHint().height() + px(56)
        room = self.height() - px(_TOP) - px(_EDGE)
        rows = self.list.content_height(width - 2 * 12)
        top = px(_TOP) if room > px(280) else px(_EDGE)
        height = min(around + rows, self.height() - top - px(_EDGE))
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)

    def _on_typed(self, text: str) -> None:
        if not text.strip():
            self._show_offers()
        elif not self._is_waiting:
            self._ask()

    def _ask(self) -> None:
        """Search for what stands in the field; what is typed meanwhile is asked for after."""
        self._asked = self.field.text().strip()
        self._is_waiting = True
        asked = self._asked
        self._desk.do(
            lambda place: library_service.search(place, asked, limit=_HITS),
            self._on_found,
            self._on_refused,
        )

    def _on_found(self, hits: tuple[Hit, ...]) -> None:
        self._is_waiting = False
        now = self.field.text().strip()
        if now:
            self._show(hit_rows(hits, self._desk.settings.favourites) or nothing_rows())
        if now and now != self._asked:
            self._ask()

    def _on_refused(self, _: object) -> bool:
        self._is_waiting = False
        return False

    def _show_offers(self) -> None:
        """Show favourites, choices and what was opened last, or the next choice."""
        library, settings = self._desk.shelf.library, self._desk.settings
        if self._way.stage:
            self._show(way_rows(self._way, library, settings.favourites))
        else:
            self._show(start_rows(library, settings.favourites, settings.recent))

    def _show(self, rows: list[Row]) -> None:
        first = next((row.payload for row in rows if not row.is_group), None)
        self.list.show_rows(rows, first)
        self.list.scrollToTop()
        self._say()
        self._place()

    def _say(self) -> None:
        """Say the keys below, and the current row to a screen reader."""
        back = self.tr("Esc går tilbage") if self._way.stage else self.tr("Esc lukker")
        self._foot.setText(self.tr("Enter åbner · Ctrl+D gør til favorit · {}").format(back))
        index = self.list.currentIndex()
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        self.field.setAccessibleDescription(spoken or "")
        changed = QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)

    def _on_moved(self, by: int) -> None:
        """Move past headings, and stop at both ends."""
        rows = [number for number, row in enumerate(self.rows) if not row.is_group]
        if not rows:
            return
        here = self.list.currentIndex().row()
        place = rows.index(here) if here in rows else 0
        wanted = rows[min(max(place + by, 0), len(rows) - 1)]
        self.list.show_current(self.rows[wanted].payload)
        if wanted == rows[0]:
            self.list.scrollToTop()
        self._say()

    def _take(self, index: QModelIndex) -> None:
        """Go to what a row stands for, or make its choice."""
        payload = self.list.rows.row(index).payload if index.isValid() else None
        if isinstance(payload, Way):
            self._way = payload
            self._show_offers()
        elif isinstance(payload, Target):
            self.leave()
            self.target_chosen.emit(payload)

    def _on_left(self) -> None:
        if self.field.text():
            self.field.clear()
        elif self._way.stage:
            self._on_back_asked()
        else:
            self.leave()

    def _on_back_asked(self) -> None:
        if self._way.stage:
            self._way = self._way.back
            self._show_offers()

    def _on_star_asked(self) -> None:
        """Make the current row a favourite, or no longer one."""
        target = self.current
        if isinstance(target, Target):
            self._desk.do(
                lambda place: finding.turn_favourite(place, target),
                lambda _: self._on_star_turned(target),
            )

    def _on_star_turned(self, target: Target) -> None:
        self._desk.settings_changed.emit()
        if self.field.text().strip():
            self._ask()
        else:
            self._show_offers()
        self.list.show_current(target)
