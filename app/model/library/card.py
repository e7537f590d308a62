"""An action card: one page for one moment, carried to a meeting or a talk."""

from app.model.ids import LawRef, Slug
from app.model.library.procedure import Checked, Document


class CardItem(Document, frozen=True):
    """One line to tick. `____` in the text is a line to write on."""

    text: str
    critical: bool = False


class CardSection(Document, frozen=True):
    """A pause point: a heading and the items that belong to it."""

    title: str
    items: tuple[CardItem, ...]


class ActionCard(Document, frozen=True, weakref=True):
    """A card for a moment that is no step; its title and aim say what it is for.

    `when` finishes the sentence "Brug kortet, når …"; `roles` says who uses it; `deadline` is
    a deadline in words, where the moment has one; `note` is an aside, never an action.
    Without `checked` nobody has checked the text against the law yet.
    """

    id: Slug
    title: str
    aim: str
    theme: Slug
    when: str
    roles: tuple[Slug, ...]
    sections: tuple[CardSection, ...]
    deadline: str = ""
    law: tuple[LawRef, ...] = ()
    note: str = ""
    checked: Checked | None = None
