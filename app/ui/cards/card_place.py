"""The place *Actioncards*: the wall of cards, and one card large."""

from PySide6.QtCore import QCoreApplication, Signal

from app.model.library.card import ActionCard
from app.model.library.catalogue import Library
from app.model.library.uses import Use, uses_of_card
from app.printing.card_face import moment_of
from app.printing.card_pages import card_pages
from app.printing.page_marks import Page
from app.printing.paper import A5
from app.printing.sheet import VersionMark
from app.ui.base.desk import Desk
from app.ui.keys import keys
from app.ui.look.widgets import Button
from app.ui.targets.meeting_subject import Subject
from app.ui.wall.wall_place import WallPlace
from app.ui.wall.wall_sheets import WallSheet, WallWords


class CardsPlace(WallPlace):
    """The wall of cards.

    Signals: `meeting_requested` with a `Subject`.
    """

    meeting_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, CardSheets(), _words())
        words = self.tr("Vis på møde")
        self.meeting_button = Button(words, "quiet", "meeting", self._on_meeting)
        self.meeting_button.set_key(keys.SHOW_SHEETS)
        self.meeting_button.setEnabled(False)
        self.extra_buttons.addWidget(self.meeting_button)
        self.header.foldable = (*self.header.foldable, self.meeting_button)
        self.choice_changed.connect(lambda chosen: self.meeting_button.setEnabled(bool(chosen)))

    def _on_meeting(self) -> None:
        self.meeting_requested.emit(Subject("card", self.chosen))


class CardSheets:
    """Action cards, as a wall sees them."""

    kind = "card"
    icon = "cards"
    paper = A5

    def all(self, library: Library) -> tuple[WallSheet, ...]:
        return tuple(_sheet(card) for card in library.cards)

    def pages(self, sheet: str, library: Library, version: VersionMark) -> tuple[Page, ...]:
        return card_pages(library.card_by_id[sheet], library.catalogue, version)

    def uses(self, sheet: str, library: Library) -> tuple[Use, ...]:
        return uses_of_card(sheet, library)


def _sheet(card: ActionCard) -> WallSheet:
    heading = QCoreApplication.translate("cards", "Brug kortet, når")
    return WallSheet(
        card.id,
        card.title,
        card.theme,
        card.aim,
        (heading, moment_of(card)),
        card.roles,
        card.law,
        card.checked,
        _text(card),
    )


def _text(card: ActionCard) -> str:
    """Return all that a card says, as one text."""
    lines = [card.title, card.aim, card.when, card.deadline]
    for section in card.sections:
        lines += [section.title, *(item.text for item in section.items)]
    return ". ".join(line for line in (*lines, card.note) if line)


def _words() -> WallWords:
    translate = QCoreApplication.translate
    return WallWords(
        title=translate("cards", "Actioncards"),
        search_hint=translate("cards", "Søg i kort"),
        search_name=translate("cards", "Søg i actioncards"),
        everything=translate("cards", "Alle kort"),
        wall=translate("cards", "Væggen med actioncards"),
        guide=translate(
            "cards", "Klik eller mellemrum vælger, dobbeltklik eller Enter viser et kort stort"
        ),
        one_chosen=translate("cards", "kort er valgt"),
        many_chosen=translate("cards", "kort er valgt"),
        print_one=translate("cards", "Udskriv kortet"),
        print_many=translate("cards", "Udskriv {} kort"),
        back=translate("cards", "Til alle kort"),
        earlier=translate("cards", "Forrige kort"),
        later=translate("cards", "Næste kort"),
        empty_title=translate("cards", "Her kommer kortene til at hænge"),
        empty_text=translate(
            "cards", "Et actioncard er én side til ét øjeblik. De følger med programmet."
        ),
    )
