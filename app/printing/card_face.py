"""What stands on a card, in words: made from an action card, or from any step of a procedure."""

from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import listed
from app.model.library.card import ActionCard, CardItem
from app.model.library.catalogue import Catalogue
from app.printing.ink import theme_ink
from app.printing.sheet import PrintedSheet, VersionMark, check_line, law_line, version_line
from app.printing.typeset import Run


class Fact(Struct, frozen=True):
    """A line of the facts below the title."""

    label: str
    text: str
    icon: str = ""
    is_strong: bool = False


class ItemKind(Enum):
    """What stands before a line of a card, and how it looks."""

    BOX = "box"
    CRITICAL = "critical"
    CHOICE = "choice"
    TEXT = "text"


class FaceItem(Struct, frozen=True):
    """One line of a section. `mark` is the word at its right; `label` numbers a line of text.

    `is_ticked` tells that its box is ticked already.
    """

    text: str | tuple[Run, ...]
    kind: ItemKind = ItemKind.BOX
    mark: str = ""
    label: str = ""
    is_ticked: bool = False


class FaceSection(Struct, frozen=True):
    """A heading with its number, else its sign, and what belongs to it."""

    title: str
    items: tuple[FaceItem, ...]
    number: str = ""
    sign: str = ""


class Foot(Struct, frozen=True):
    """What a card says about itself; `code` is what its code holds."""

    law: tuple[Run, ...]
    version: tuple[Run, ...]
    check: str
    code: str

    @property
    def lines(self) -> tuple[tuple[Run, ...], ...]:
        return tuple(line for line in (self.law, self.version, (Run(self.check),)) if line)


class CardFace(Struct, frozen=True):
    """Everything on a card, in reading order.

    `least_type` is the part of its designed size that type may shrink to before the card takes
    a further page.
    """

    icon: str
    ink: str
    band: str
    band_right: str
    title: str
    aim: str
    facts: tuple[Fact, ...]
    sections: tuple[FaceSection, ...]
    note: str
    foot: Foot
    note_icon: str = "note"
    least_type: float = 0


def card_face(card: ActionCard, catalogue: Catalogue, version: VersionMark) -> CardFace:
    """Put an action card into the words that are printed."""
    theme = catalogue.theme_by_id.get(card.theme)
    sheet = PrintedSheet("card", card.id, card.title, version, card.law, card.checked)
    return CardFace(
        icon=theme.icon if theme else "cards",
        ink=theme_ink(theme.ink if theme else ""),
        band=theme.title if theme else card.theme,
        band_right=QCoreApplication.translate("print", "Actioncard"),
        title=card.title,
        aim=card.aim,
        facts=tuple(_facts(card, catalogue)),
        sections=tuple(
            FaceSection(section.title, tuple(_item(item) for item in section.items), str(number))
            for number, section in enumerate(card.sections, start=1)
        ),
        note=card.note,
        foot=foot_of(sheet, catalogue),
    )


def foot_of(sheet: PrintedSheet, catalogue: Catalogue) -> Foot:
    """Make the foot of a card: law, version, how to check."""
    return Foot(
        law_line(sheet, catalogue),
        version_line(sheet.version),
        check_line(sheet.kind),
        sheet.code,
    )


def moment_of(card: ActionCard) -> str:
    """Say when a card is used, as the end of a sentence; empty while it is not written."""
    when = card.when.strip()
    return when if not when or when.endswith((".", "!", "?")) else f"{when}."


def role_names(roles: tuple[str, ...], catalogue: Catalogue) -> str:
    """Name roles in a sentence: only the first keeps its capital."""
    known = catalogue.role_by_id
    titles = [known[role].title if role in known else role for role in roles]
    return listed([title if not n else _lower(title) for n, title in enumerate(titles)])


def _facts(card: ActionCard, catalogue: Catalogue) -> list[Fact]:
    facts = []
    if when := moment_of(card):
        facts.append(Fact(QCoreApplication.translate("print", "Brug kortet, når"), when))
    if card.roles:
        who = role_names(card.roles, catalogue)
        facts.append(Fact(QCoreApplication.translate("print", "Hvem"), who))
    if card.deadline:
        label = QCoreApplication.translate("print", "Frist")
        facts.append(Fact(label, card.deadline, icon="clock", is_strong=True))
    return facts


def _item(item: CardItem) -> FaceItem:
    if not item.critical:
        return FaceItem(item.text)
    important = QCoreApplication.translate("print", "Vigtigt")
    return FaceItem(item.text, ItemKind.CRITICAL, important)


def _lower(title: str) -> str:
    """Begin with a small letter, save where the word is an abbreviation: `PPR`."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
