"""The place *Møde*: choose a card or a procedure, and show it on the whole screen."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.library.catalogue import Library, Theme
from app.services.library import Shelf
from app.ui.base.desk import Desk
from app.ui.base.place import Place
from app.ui.keys import keys
from app.ui.keys.key_kinds import Where
from app.ui.library.procedure_rows import procedures_of
from app.ui.lists.grouped_list import GroupedList, Row
from app.ui.look.empty_place import EmptyPlace
from app.ui.look.page_header import Header
from app.ui.look.page_stack import Pages
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, SearchField, surface
from app.ui.meeting.meeting_material import slides_of
from app.ui.meeting.meeting_view import MeetingView
from app.ui.targets.meeting_subject import Subject


class MeetingPlace(Place):
    """What can be shown at the left, how it will look at the right.

    Signals: `meeting_requested` with a `Subject`.
    """

    key_places = (
        Where.MEETING,
        Where.SCREEN,
    )

    meeting_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chosen: Subject | None = None
        self.search = SearchField(self.tr("Søg i titler"), self.tr("Søg i det, der kan vises"))
        self.list = GroupedList(self.tr("Kort og procedurer efter tema"))
        self.header = Header()
        self.preview = MeetingView(desk.suggestions, live=False)
        self.show_button = Button(self.tr("Vis på møde"), "go", "meeting", self._on_show)
        self._assemble()
        self._connect()
        self.show_shelf(desk.shelf)

    @property
    def heading(self) -> str:
        return self.header.title.text()

    def panes(self) -> Sequence[QWidget]:
        return (self._side, self.header)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show what the library holds."""
        rows = list(_rows(shelf.library, self.search.text()))
        found = [row.payload for row in rows if isinstance(row.payload, Subject)]
        if self._chosen not in found:
            self._chosen = found[0] if found else self._chosen
        self.list.show_rows(rows or [self._nothing()], self._chosen)
        self._show_chosen()

    def enter(self) -> None:
        self.list.setFocus()

    def focus_search(self) -> bool:
        self.search.setFocus()
        self.search.selectAll()
        return True

    def show_target(self, target: object) -> None:
        if isinstance(target, Subject):
            self._chosen = target
            self.list.show_current(target)
            self._show_chosen()
        self.enter()
        self.shown_changed.emit()

    def _show_chosen(self) -> None:
        slides = slides_of(self._chosen, self._desk.shelf) if self._chosen else ()
        self._pages.setCurrentWidget(self._frame if slides else self._empty)
        self.show_button.setEnabled(bool(slides))
        if slides:
            self.preview.show_slides(slides)

    def _nothing(self) -> Row:
        return Row(self.tr("Intet fundet. Prøv et kortere ord."), is_group=True, icon="info")

    def _assemble(self) -> None:
        self._side = surface("side")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.header.title.setText(self.tr("Møde"))
        self.header.sub.setText(
            self.tr(
                "Vis et kort eller en procedure på hele skærmen, og gå punkterne igennem sammen"
            )
        )
        self.show_button.set_key(keys.SHOW_CHOSEN)
        self.header.buttons.addWidget(self.show_button)
        self._empty = EmptyPlace(
            self.tr("Her vises det, I samles om"),
            self.tr("Når biblioteket har kort og procedurer, kan de vises på hele skærmen."),
        )
        self._pages = Pages()
        self._frame = QFrame()
        framed = QVBoxLayout(self._frame)
        framed.setContentsMargins(20, 20, 20, 20)
        framed.addWidget(self.preview)
        for page in (self._frame, self._empty):
            self._pages.addWidget(page)
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

    def _connect(self) -> None:
        theme().changed.connect(self._resize)
        self._desk.shelf_changed.connect(self.show_shelf)
        self.search.textChanged.connect(lambda _: self.show_shelf(self._desk.shelf))
        self.search.left_downwards.connect(self.list.choose_first)
        self.list.chosen.connect(self._on_chosen)
        self.list.activated_row.connect(lambda _: self._on_show())

    def _resize(self) -> None:
        self._side.setFixedWidth(theme().px(232))

    def _on_chosen(self, payload: object) -> None:
        if isinstance(payload, Subject):
            self._chosen = payload
            self._show_chosen()

    def _on_show(self) -> None:
        if self._chosen is not None:
            self.meeting_requested.emit(self._chosen)


def _rows(library: Library, query: str) -> Iterator[Row]:
    """Go through the themes, each with its procedures and then its cards."""
    words = query.casefold().split()
    for found in library.catalogue.themes:
        rows = [row for row in _of_theme(found, library) if _holds(row, words)]
        if rows:
            yield Row(found.title, is_group=True, icon=found.icon)
            yield from rows


def _of_theme(found: Theme, library: Library) -> Iterator[Row]:
    for procedure in procedures_of(found, library):
        yield Row(procedure.title, Subject("procedure", (procedure.id,)), icon="procedures")
    for card in library.cards:
        if card.theme == found.id:
            yield Row(card.title, Subject("card", (card.id,)), icon="cards")


def _holds(row: Row, words: list[str]) -> bool:
    return all(word in row.title.casefold() for word in words)
