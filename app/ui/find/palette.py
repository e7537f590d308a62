"""The palette: one field over everything, opened by Ctrl+K wherever one is."""

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.library.target import Target
from app.model.run.state import RunSummary
from app.model.search_hits import SearchHit
from app.services import finding
from app.services import library as library_service
from app.services.rights import TEAM_LEADER
from app.services.run_lists import runs_of_numbers
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.find.palette_field import PaletteField
from app.ui.find.palette_rows import (
    MOST_HITS,
    WayfinderWay,
    found_rows,
    nothing_rows,
    start_rows,
    way_rows,
)
from app.ui.keys import keys
from app.ui.keys.key_words import with_key
from app.ui.keys.overlay import Overlay
from app.ui.lists.grouped_list import GroupedList, Row
from app.ui.look.theme import theme
from app.ui.look.widgets import Label
from app.ui.targets.goals import Goal, StepFinder, case_rows, named

_WIDTH, _TOP, _EDGE = 640, 72, 16


class _FoundAnywhere(Struct, frozen=True):
    """What the database answers: texts of the library, and runs by the number of their case."""

    hits: tuple[SearchHit, ...]
    runs: tuple[RunSummary, ...]


class Palette(Overlay):
    """Lies over the window while one looks for something.

    Signals: `target_chosen` with a `Target` of the library that one wants to go to; `goal_chosen`
    with a `Goal` elsewhere.
    """

    target_chosen = Signal(object)
    goal_chosen = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._way = WayfinderWay()
        self._finder: StepFinder | None = None
        self._asked = ""
        self._is_waiting = False
        self._takes_best = self._has_moved = False
        self._everywhere = self.tr("Søg i alt: et ord, en situation, en sag eller § 136")
        self.field = PaletteField(self._everywhere, self.tr("Søg i alt"))
        self.list = GroupedList(self.tr("Fundet"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel = QFrame()
        self._panel.setObjectName("finder")
        self._panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot = Label("", points=8.5, color="ink_3")
        self.setAccessibleName(self.tr("Find"))
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
        """Search in everything; before anything is typed it shows what it offers."""
        self._open_with(None)

    def open_in(self, finder: StepFinder) -> None:
        """Search in what one stands in."""
        self._open_with(finder)

    def leave(self) -> None:
        """Go away, and give the keyboard back."""
        self._takes_best = False
        self.close_overlay()

    def take_focus(self) -> None:
        self.field.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away when one clicks beside the panel."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.leave()

    def _open_with(self, finder: StepFinder | None) -> None:
        self._finder, self._way = finder, WayfinderWay()
        hint = finder.hint if finder else self._everywhere
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.clear()
        self._takes_best = self._has_moved = False
        self._show_offers()
        super().open()

    def _assemble(self) -> None:
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self._panel.setParent(self)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.moved.connect(self._on_moved)
        self.field.taken.connect(self._on_taken)
        self.field.left.connect(self._on_left)
        self.field.back_asked.connect(self._on_back_asked)
        self.field.star_asked.connect(self._on_star_asked)
        self.list.clicked.connect(self._take)
        theme().changed.connect(self.place)

    def place(self) -> None:
        """Stand in the middle above, as tall as what is shown."""
        px = theme().px
        width = min(px(_WIDTH), self.width() - 2 * px(_EDGE))
        self._panel.setFixedWidth(width)
        around = self.field.sizeHint().height() + self._foot.sizeHint().height() + px(56)
        room = self.height() - px(_TOP) - px(_EDGE)
        rows = self.list.content_height(width - 2 * 12)
        top = px(_TOP) if room > px(280) else px(_EDGE)
        height = min(around + rows, self.height() - top - px(_EDGE))
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)

    def _on_typed(self, text: str) -> None:
        self._takes_best = self._has_moved = False
        if not text.strip() or self._finder is not None:
            self._show_offers()
        elif not self._is_waiting:
            self._ask()

    def _ask(self) -> None:
        """Search for what stands in the field; what is typed meanwhile is asked for after."""
        self._asked = self.field.text().strip()
        self._is_waiting = True
        asked = self._asked

        def look(workplace: Workplace) -> _FoundAnywhere:
            hits = library_service.search(workplace, asked, limit=MOST_HITS)
            return _FoundAnywhere(hits, runs_of_numbers(workplace, typed=asked))

        self._desk.do(look, self._on_found, self._on_refused)

    def _on_found(self, found: _FoundAnywhere) -> None:
        self._is_waiting = False
        now, settings = self.field.text().strip(), self._desk.settings
        if now and self._finder is None:
            names = named(now, is_team_leader=settings.role == TEAM_LEADER)
            cases = case_rows(found.runs, now)
            self._show(found_rows(found.hits, names, cases, settings.favourites))
        if now and now != self._asked:
            self._ask()
        elif self._takes_best:
            self._takes_best = False
            self._take(self.list.currentIndex())

    def _on_taken(self) -> None:
        """Take what is current; the best answer when that is there, where it is on its way."""
        if self._is_waiting and not self._has_moved:
            self._takes_best = True
        else:
            self._take(self.list.currentIndex())

    def _on_refused(self, _: object) -> bool:
        self._is_waiting = self._takes_best = False
        return False

    def _show_offers(self) -> None:
        """Show favourites, choices and what was opened last, or the next choice."""
        library, settings = self._desk.shelf.library, self._desk.settings
        if self._finder is not None:
            self._show(self._finder.find(self.field.text()) or nothing_rows())
        elif self._way.stage:
            self._show(way_rows(self._way, library, settings.favourites))
        else:
            self._show(start_rows(library, settings.favourites, settings.recent))

    def _show(self, rows: list[Row]) -> None:
        first = next((row.payload for row in rows if not row.is_group), None)
        self.list.show_rows(rows, first)
        self.list.scrollToTop()
        self._say()
        self.place()

    def _say(self) -> None:
        """Say the keys below, and the current row to a screen reader."""
        back = self.tr("Esc går tilbage") if self._way.stage else self.tr("Esc lukker")
        if self.field.text():
            back = self.tr("Esc rydder feltet")
        parts = [self.tr("Enter åbner"), back]
        if isinstance(self.current, Target):
            parts.insert(1, with_key(self.tr("gør til favorit"), keys.STAR))
        self._foot.setText(" · ".join(parts))
        index = self.list.currentIndex()
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        self.field.setAccessibleDescription(spoken or "")
        changed = QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)

    def _on_moved(self, by: int) -> None:
        """Move past headings, and stop at both ends."""
        self._has_moved = True
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
        if self._finder is not None:
            if payload is not None:
                self.leave()
                self._finder.choose(payload)
        elif isinstance(payload, WayfinderWay):
            self._way = payload
            self._show_offers()
        elif isinstance(payload, Target):
            self.leave()
            self.target_chosen.emit(payload)
        elif isinstance(payload, Goal):
            self.leave()
            self.goal_chosen.emit(payload)

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
                lambda workplace: finding.turn_favourite(workplace, target),
                lambda _: self._on_star_turned(target),
            )

    def _on_star_turned(self, target: Target) -> None:
        self._desk.tell_of_settings()
        if self.field.text().strip():
            self._ask()
        else:
            self._show_offers()
        self.list.show_current(target)
