"""A place with a wall: themes at the left, the wall, and one sheet large with what it is for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import counted
from app.model.library.stored_version import Kind
from app.model.library.suggestion_spots import SuggestionSpot
from app.model.library.target import Target
from app.printing.pages import page_image
from app.printing.sheet import VersionMark, version_mark
from app.services.library import Shelf
from app.ui.base.desk import Desk
from app.ui.base.place import Place
from app.ui.keys import keys
from app.ui.keys.key_kinds import Where
from app.ui.keys.shortcuts import ONLY_THERE, bind
from app.ui.library.version_words import version_line, version_state
from app.ui.lists.grouped_list import GroupedList, Row
from app.ui.look.empty_place import EmptyPlace
from app.ui.look.page_header import Header
from app.ui.look.page_stack import Pages
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, SearchField, surface
from app.ui.suggestions.suggestion_box import SuggestionBox
from app.ui.wall.large_sheet import LargeSheet
from app.ui.wall.wall import Tile, Wall
from app.ui.wall.wall_panel import SheetPanel
from app.ui.wall.wall_sheets import Sheets, WallSheet, WallWords

_ALL = ""
_ROOM = 1120


class WallPlace(Place):
    """Shows one kind of sheet: all of them on a wall, or one of them large.

    Signals: `print_requested` with a tuple of ids; `choice_changed` with the ids that the
    buttons of the header are about now; `sheet_shown` with the id of one that is shown large.
    """

    key_places = (Where.WALL,)

    print_requested = Signal(object)
    choice_changed = Signal(object)
    sheet_shown = Signal(str)

    def __init__(self, desk: Desk, sheets: Sheets, words: WallWords) -> None:
        super().__init__()
        self._desk = desk
        self._sheets = sheets
        self._words = words
        self._all: tuple[WallSheet, ...] = ()
        self._theme = _ALL
        self._open = ""
        self.search = SearchField(words.search_hint, words.search_name)
        self.list = GroupedList(self.tr("Temaer"))
        self.header = Header()
        self.wall = Wall(words.wall, self._draw, sheets.paper)
        self.large = LargeSheet()
        self.panel = SheetPanel()
        self.suggestions = SuggestionBox(desk)
        self._pages = Pages()
        self._assemble()
        self._connect()
        self.show_shelf(desk.shelf)

    @property
    def heading(self) -> str:
        return self.header.title.text()

    @property
    def here(self) -> object:
        return self._open

    def panes(self) -> Sequence[QWidget]:
        return (self._side, self.header, self._hung, self.large, self.panel)

    def begin(self) -> None:
        """Show the wall."""
        if self._open:
            self._on_left()
        else:
            self.enter()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is asked for: the sheet that is open, else those chosen on the wall."""
        return (self._open,) if self._open else self.wall.rows.chosen

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the sheets of the library."""
        self._all = self._sheets.all(shelf.library)
        self.wall.forget_images()
        self.list.show_rows(self._theme_rows(), self._theme)
        if self._found(self._open) is None:
            self._show_wall()
        else:
            self._hang()
            self._show_large(self._open)

    def show_sheet(self, sheet_id: str) -> None:
        """Show one sheet large."""
        if self._found(sheet_id) is None:
            return
        self._show_large(sheet_id)
        self.large.setFocus()
        self.sheet_shown.emit(sheet_id)
        self.shown_changed.emit()

    def _show_large(self, sheet_id: str) -> None:
        """Show one sheet as it is now; where it is the one that is read, one stays there."""
        sheet, is_same = self._found(sheet_id), sheet_id == self._open
        if sheet is None:
            return
        if sheet not in self._shown_sheets():
            self._show_all_themes()
        self._open = sheet_id
        library = self._desk.shelf.library
        pages = self._sheets.pages(sheet_id, library, self._mark(sheet_id))
        show = self.large.update_pages if is_same else self.large.show_pages
        show(pages, sheet.title, sheet.text)
        uses = self._sheets.uses(sheet_id, library)
        self.panel.show_sheet(sheet.purpose, sheet.roles, sheet.law, uses, library.catalogue)
        version = self._desk.shelf.versions.get((self._sheets.kind, sheet_id))
        number = version.number if version else 0
        self.suggestions.show_at(SuggestionSpot(Kind(self._sheets.kind), sheet_id, version=number))
        self._pages.setCurrentWidget(self._reading)
        self._fold()
        self._show_header()

    def show_target(self, target: object) -> None:
        if isinstance(target, str) and target:
            self.show_sheet(target)
        elif target == "":
            self.begin()

    def enter(self) -> None:
        (self.large if self._open else self.wall).setFocus()

    def suggest(self) -> bool:
        if not self._open and len(self.chosen) == 1:
            self.show_sheet(self.chosen[0])
        return bool(self._open) and self.suggestions.begin()

    def focus_search(self) -> bool:
        self._show_wall()
        self.search.setFocus()
        self.search.selectAll()
        return True

    def show_buttons(self, *, is_open: bool, count: int) -> None:
        """Say on the buttons of the header what they would do now."""
        for button in (self._back, self._earlier, self._later):
            button.setVisible(is_open)
        self._drop.setVisible(not is_open and count > 0)
        one = is_open or count == 1
        many = self._words.print_many.format(count) if count else self.tr("Udskriv")
        self.print_button.say(self._words.print_one if one else many)
        self.print_button.setEnabled(is_open or count > 0)
        self.choice_changed.emit(self.chosen)

    def _show_wall(self) -> None:
        was_open, self._open = self._open, ""
        self._hang()
        self._pages.setCurrentWidget(self._hung if self._all else self._empty)
        self._fold()
        self._show_header()
        if was_open:
            self.shown_changed.emit()

    def _hang(self) -> None:
        self.wall.hang([self._tile(sheet) for sheet in self._shown_sheets()])

    def _show_all_themes(self) -> None:
        """Take away what hides the sheet that is asked for."""
        self._theme = _ALL
        self.search.clear()
        self.list.show_current(_ALL)

    def _show_header(self) -> None:
        sheet = self._found(self._open)
        count = len(self.wall.rows.chosen)
        if sheet is not None:
            self.header.title.setText(sheet.title)
            self.header.sub.setText(self._version_words(sheet))
        else:
            words = self._words
            chosen = counted(count, words.one_chosen, words.many_chosen)
            self.header.title.setText(words.title)
            self.header.sub.setText(chosen if count else words.guide)
        self.show_buttons(is_open=sheet is not None, count=count)

    def _version_words(self, sheet: WallSheet) -> str:
        shelf = self._desk.shelf
        version = shelf.versions.get((self._sheets.kind, sheet.id))
        words = [version_line(version, sheet.checked, shelf.library.catalogue)]
        if version is not None:
            words.insert(0, version_state(version)[0])
        return " · ".join(words)

    def _found(self, sheet_id: str) -> WallSheet | None:
        return next((sheet for sheet in self._all if sheet.id == sheet_id), None)

    def _shown_sheets(self) -> list[WallSheet]:
        words = self.search.text().casefold().split()
        themes = self._desk.shelf.library.catalogue.themes
        order = {found.id: number for number, found in enumerate(themes)}
        found = [
            sheet
            for sheet in self._all
            if self._theme in (_ALL, sheet.theme) and _holds(sheet, words)
        ]
        return sorted(found, key=lambda sheet: order.get(sheet.theme, len(order)))

    def _tile(self, sheet: WallSheet) -> Tile:
        version = self._desk.shelf.versions.get((self._sheets.kind, sheet.id))
        if version is None:
            return Tile(sheet.id, sheet.title, sheet.aim, "", "edit", 0)
        words, _, icon = version_state(version)
        if not version.is_template:
            words = self.tr("{} · version {}").format(words, version.number)
        return Tile(sheet.id, sheet.title, sheet.aim, words, icon, version.number)

    def _theme_rows(self) -> Sequence[Row]:
        icon, count = self._sheets.icon, str(len(self._all))
        rows = [Row(self._words.everything, _ALL, icon=icon, count=count)]
        for found in self._desk.shelf.library.catalogue.themes:
            of_theme = sum(sheet.theme == found.id for sheet in self._all)
            if of_theme:
                rows.append(Row(found.title, found.id, ink=found.ink, count=str(of_theme)))
        return rows

    def _draw(self, sheet_id: str, width: int) -> QImage:
        library = self._desk.shelf.library
        return page_image(self._sheets.pages(sheet_id, library, self._mark(sheet_id))[0], width)

    def _mark(self, sheet_id: str) -> VersionMark:
        version = self._desk.shelf.versions.get((self._sheets.kind, sheet_id))
        return version_mark(version) if version else VersionMark(1)

    def _assemble(self) -> None:
        self._side = surface("side")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._empty = EmptyPlace(self._words.empty_title, self._words.empty_text)
        self._hung = QWidget()
        hung = QVBoxLayout(self._hung)
        hung.setContentsMargins(12, 8, 0, 0)
        hung.addWidget(self.wall)
        self._reading = QWidget()
        reading = QHBoxLayout(self._reading)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(0)
        reading.addWidget(self.large, 1)
        reading.addWidget(self.panel)
        self.panel.above.addWidget(self.suggestions.mark)
        self.panel.below.addWidget(self.suggestions)
        for page in (self._hung, self._reading, self._empty):
            self._pages.addWidget(page)
        self._add_buttons()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addLayout(self.banner_slot)
        right.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)
        self._resize()

    def _add_buttons(self) -> None:
        words = self._words
        self._back = Button("", "quiet", "arrow-l", self._on_left, tip=words.back)
        self.header.leading.addWidget(self._back)
        self._earlier = Button("", "quiet", "chev-u", lambda: self._go_by(-1), tip=words.earlier)
        self._later = Button("", "quiet", "chev-d", lambda: self._go_by(1), tip=words.later)
        self._drop = Button(self.tr("Fravælg"), "quiet", "close", self._on_drop)
        self.print_button = Button(self.tr("Udskriv"), "go", "print", self._on_print)
        self.print_button.set_key(keys.PRINT_SHEETS)
        self.extra_buttons = QHBoxLayout()
        self.header.foldable = (self._drop,)
        for button in (self._earlier, self._later, self._drop):
            self.header.buttons.addWidget(button)
        self.header.buttons.addLayout(self.extra_buttons)
        self.header.buttons.addWidget(self.print_button)

    def _connect(self) -> None:
        theme().changed.connect(self._resize)
        self._desk.shelf_changed.connect(self.show_shelf)
        self.search.textChanged.connect(self._on_search_changed)
        self.search.left_downwards.connect(self.wall.setFocus)
        self.list.chosen.connect(self._on_theme_chosen)
        self.wall.sheet_opened.connect(self.show_sheet)
        self.wall.choice_changed.connect(self._show_header)
        self.panel.step_requested.connect(self._on_step_requested)
        self.panel.law_requested.connect(lambda ref: self.go_requested.emit("law", ref))
        bind(self.large, keys.LEAVE_SHEET, self._on_left, ONLY_THERE)
        bind(self.large, keys.EARLIER_SHEET, lambda: self._go_by(-1), ONLY_THERE)
        bind(self.large, keys.LATER_SHEET, lambda: self._go_by(1), ONLY_THERE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _resize(self) -> None:
        self._side.setFixedWidth(theme().px(232))
        self._fold()

    def _fold(self) -> None:
        """Fold the themes away where a large sheet would be left too narrow."""
        self._side.setVisible(not self._open or self.width() >= theme().px(_ROOM))

    def _go_by(self, by: int) -> None:
        """Show the sheet before or after the one that is open."""
        ids = [sheet.id for sheet in self._shown_sheets()] or [self._open]
        at = ids.index(self._open) if self._open in ids else 0
        self.show_sheet(ids[(at + by) % len(ids)])

    def _on_left(self) -> None:
        """Go back to the wall, to the sheet one comes from."""
        left = self._open
        self._show_wall()
        self.wall.stand_at(left)
        self.wall.setFocus()

    def _on_search_changed(self) -> None:
        if not self._open or self.search.hasFocus():
            self._show_wall()

    def _on_theme_chosen(self, chosen: object) -> None:
        self._theme = str(chosen)
        self._show_wall()

    def _on_step_requested(self, procedure: str, step: str) -> None:
        self.go_requested.emit("procedures", Target("procedure", procedure, step))

    def _on_drop(self) -> None:
        self.wall.leave_chosen()
        self.wall.setFocus()

    def _on_print(self) -> None:
        """Ask for the print; the keyboard comes back to where one chose when it is closed."""
        self.enter()
        self.print_requested.emit(self.chosen)


def _holds(sheet: WallSheet, words: list[str]) -> bool:
    text = sheet.text.casefold()
    return all(word in text for word in words)
