"""The place *Actioncards*: themes at the left, the wall, and one card large."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.model.card import ActionCard
from app.model.notation import counted
from app.model.version import VersionInfo
from app.printing.card import card_pages
from app.printing.pages import page_image
from app.printing.sheet import VersionMark, version_mark
from app.services.library import Shelf
from app.ui.cards.large import LargeCard
from app.ui.cards.wall import CardWall, Tile
from app.ui.common.desk import Desk
from app.ui.common.grouped_list import GroupedList, Row
from app.ui.common.theme import theme
from app.ui.common.versions import version_line, version_state
from app.ui.common.widgets import Button, EmptyPlace, Header, SearchField, surface
from app.ui.shell.place import Place

_ALL = ""


class CardsPlace(Place):
    """The wall of cards.

    Signals: `print_requested` with a tuple of card ids.
    """

    print_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._theme = _ALL
        self._open = ""
        self.search = SearchField(self.tr("Søg i kort"), self.tr("Søg i actioncards"))
        self.list = GroupedList(self.tr("Temaer"))
        self.header = Header()
        self.wall = CardWall(self._draw_card)
        self.large = LargeCard()
        self._pages = QStackedWidget()
        self._assemble()
        self._connect()
        self.show_shelf(desk.shelf)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the cards of the library."""
        self.wall.forget_images()
        self.list.show_rows(self._theme_rows(), self._theme)
        self._show_wall()

    def show_card(self, card_id: str) -> None:
        """Show one card large."""
        card = self._desk.shelf.library.card_by_id.get(card_id)
        if card is None:
            return
        self._open = card_id
        pages = card_pages(card, self._desk.shelf.library.catalogue, self._mark(card_id))
        self.large.show_pages(pages, card.title, _spoken(card))
        self._pages.setCurrentWidget(self.large)
        self.large.setFocus()
        self._show_header()

    def show_target(self, target: object) -> None:
        if isinstance(target, str):
            self.show_card(target)

    def enter(self) -> None:
        current = self._pages.currentWidget()
        (self.large if current is self.large else self.wall).setFocus()

    def focus_search(self) -> bool:
        self._show_wall()
        self.search.setFocus()
        self.search.selectAll()
        return True

    def _show_wall(self) -> None:
        self._open = ""
        cards = self._cards()
        self.wall.rows.show_tiles([self._tile(card) for card in cards])
        has_cards = bool(self._desk.shelf.library.cards)
        self._pages.setCurrentWidget(self.wall if has_cards else self._empty)
        self._show_header()

    def _show_header(self) -> None:
        card = self._desk.shelf.library.card_by_id.get(self._open)
        chosen = len(self.wall.rows.chosen)
        self._back.setVisible(card is not None)
        self._earlier.setVisible(card is not None)
        self._later.setVisible(card is not None)
        self._drop.setVisible(card is None and chosen > 0)
        if card is not None:
            self.header.title.setText(card.title)
            version = self._desk.shelf.versions.get(("card", card.id))
            catalogue = self._desk.shelf.library.catalogue
            words = [version_line(version, card.checked, catalogue)]
            if version is not None:
                words.insert(0, version_state(version)[0])
            self.header.sub.setText(" · ".join(words))
            self.print_button.setText(self.tr("Udskriv kortet"))
            self.print_button.setEnabled(True)
            return
        self.header.title.setText(self.tr("Actioncards"))
        if chosen:
            words_chosen = counted(chosen, self.tr("kort er valgt"), self.tr("kort er valgt"))
            self.header.sub.setText(words_chosen)
            self.print_button.setText(self.tr("Udskriv {} kort").format(chosen))
        else:
            self.header.sub.setText(
                self.tr("Klik for at vælge, dobbeltklik for at se et kort stort")
            )
            self.print_button.setText(self.tr("Udskriv"))
        self.print_button.setEnabled(chosen > 0)

    def _cards(self) -> list[ActionCard]:
        words = self.search.text().casefold().split()
        library = self._desk.shelf.library
        order = {found.id: number for number, found in enumerate(library.catalogue.themes)}
        cards = [
            card
            for card in library.cards
            if self._theme in (_ALL, card.theme) and _holds(card, words)
        ]
        return sorted(cards, key=lambda card: order.get(card.theme, len(order)))

    def _tile(self, card: ActionCard) -> Tile:
        version = self._desk.shelf.versions.get(("card", card.id))
        if version is None:
            return Tile(card.id, card.title, card.aim, "", "edit", 0)
        words, _, icon = version_state(version)
        if not version.is_template:
            words = self.tr("{} · version {}").format(words, version.number)
        return Tile(card.id, card.title, card.aim, words, icon, version.number)

    def _theme_rows(self) -> Sequence[Row]:
        library = self._desk.shelf.library
        rows = [Row(self.tr("Alle kort"), _ALL, icon="cards", count=str(len(library.cards)))]
        for found in library.catalogue.themes:
            count = sum(card.theme == found.id for card in library.cards)
            if count:
                rows.append(Row(found.title, found.id, ink=found.ink, count=str(count)))
        return rows

    def _draw_card(self, card_id: str, width: int) -> QImage:
        library = self._desk.shelf.library
        pages = card_pages(library.card_by_id[card_id], library.catalogue, self._mark(card_id))
        return page_image(pages[0], width)

    def _mark(self, card_id: str) -> VersionMark:
        version: VersionInfo | None = self._desk.shelf.versions.get(("card", card_id))
        return version_mark(version) if version else VersionMark(1)

    def _assemble(self) -> None:
        self._side = surface("side")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._empty: QWidget = EmptyPlace(
            self.tr("Her kommer kortene til at hænge"),
            self.tr("Et actioncard er én side til ét øjeblik. De følger med programmet."),
        )
        for page in (self.wall, self.large, self._empty):
            self._pages.addWidget(page)
        self._add_buttons()
        wall = QVBoxLayout()
        wall.setContentsMargins(12, 8, 0, 0)
        wall.addWidget(self._pages)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addLayout(self.banner_slot)
        right.addLayout(wall, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)
        self._resize()

    def _add_buttons(self) -> None:
        self._back = Button("", "quiet", "arrow-l", self._show_wall, tip=self.tr("Til alle kort"))
        self._back.set_shortcut("Alt+Left")
        self.header.leading.addWidget(self._back)
        self._earlier = Button(
            "", "quiet", "chev-u", lambda: self._go_by(-1), tip=self.tr("Forrige kort")
        )
        self._later = Button(
            "", "quiet", "chev-d", lambda: self._go_by(1), tip=self.tr("Næste kort")
        )
        self._drop = Button(self.tr("Fravælg"), "quiet", "close", self._on_drop)
        self.print_button = Button(self.tr("Udskriv"), "go", "print", self._on_print)
        self.print_button.set_shortcut("Ctrl+P")
        for button in (self._earlier, self._later, self._drop, self.print_button):
            self.header.buttons.addWidget(button)

    def _connect(self) -> None:
        theme().changed.connect(self._resize)
        self._desk.shelf_changed.connect(self.show_shelf)
        self.search.textChanged.connect(lambda _: self._show_wall())
        self.search.left_downwards.connect(self.wall.setFocus)
        self.list.chosen.connect(self._on_theme_chosen)
        self.wall.card_opened.connect(self.show_card)
        self.wall.choice_changed.connect(self._show_header)
        for keys, action in (
            (Qt.Key.Key_Escape, self._show_wall),
            (Qt.Key.Key_Right, lambda: self._go_by(1)),
            (Qt.Key.Key_Left, lambda: self._go_by(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.large)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(action)

    def _resize(self) -> None:
        self._side.setFixedWidth(theme().px(232))

    def _go_by(self, by: int) -> None:
        """Show the card before or after the one that is open."""
        ids = [card.id for card in self._cards()] or [self._open]
        at = ids.index(self._open) if self._open in ids else 0
        self.show_card(ids[(at + by) % len(ids)])

    def _on_theme_chosen(self, chosen: object) -> None:
        self._theme = str(chosen)
        self._show_wall()

    def _on_drop(self) -> None:
        self.wall.rows.clear_chosen()
        self._show_header()

    def _on_print(self) -> None:
        self.print_requested.emit((self._open,) if self._open else self.wall.rows.chosen)


def _holds(card: ActionCard, words: list[str]) -> bool:
    text = _spoken(card).casefold()
    return all(word in text for word in words)


def _spoken(card: ActionCard) -> str:
    """Return all that a card says, as one text."""
    lines = [card.title, card.aim, card.when, card.deadline]
    for section in card.sections:
        lines += [section.title, *(item.text for item in section.items)]
    return ". ".join(line for line in (*lines, card.note) if line)
