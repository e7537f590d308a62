"""What the documents refer to (themes, roles, events, law), and what helps to find them."""

from datetime import date
from functools import cached_property

from msgspec.structs import replace

from app.model.ids import LawRef, Slug
from app.model.library.card import ActionCard
from app.model.library.procedure import Document, Procedure
from app.model.library.synonym import Synonym
from app.model.library.tool import Tool
from app.model.library.wayfinder import Age, WayfinderStage


class Theme(Document, frozen=True):
    """A central theme of the work. `icon` and `ink` are names in the tokens of the looks.

    `order` names its procedures as one meets them in the work; others follow.
    """

    id: Slug
    title: str
    summary: str
    icon: str
    ink: str
    order: tuple[Slug, ...] = ()


class Role(Document, frozen=True):
    """Who does a step: a lane of the picture."""

    id: Slug
    title: str
    summary: str
    icon: str = "person"


class Event(Document, frozen=True):
    """Something that happens at a time and that deadlines count from.

    `title` stands alone (*Underretningen er modtaget*); `phrase` finishes "6 hverdage efter, at
    …" (*underretningen er modtaget*).
    """

    id: Slug
    title: str
    phrase: str


class Act(Document, frozen=True):
    """An act or order. `number` and `date` name the version that the library is checked against."""

    id: Slug
    title: str
    short: str
    number: str
    date: date
    eli: str
    note: str = ""


class Provision(Document, frozen=True):
    """One provision with its meaning in one line of our own words."""

    ref: LawRef
    says: str


class Rung(Document, frozen=True):
    """One step of the intervention ladder, with what belongs to it; the first is the lowest."""

    id: Slug
    title: str
    summary: str
    procedures: tuple[Slug, ...] = ()
    cards: tuple[Slug, ...] = ()
    law: tuple[LawRef, ...] = ()


class Catalogue(Document, frozen=True, weakref=True):
    """The registers of a library, in their order."""

    themes: tuple[Theme, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    acts: tuple[Act, ...] = ()
    provisions: tuple[Provision, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    ages: tuple[Age, ...] = ()
    stages: tuple[WayfinderStage, ...] = ()
    ladder: tuple[Rung, ...] = ()

    @cached_property
    def theme_by_id(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def role_by_id(self) -> dict[str, Role]:
        return {role.id: role for role in self.roles}

    @cached_property
    def event_by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def act_by_id(self) -> dict[str, Act]:
        return {act.id: act for act in self.acts}

    @cached_property
    def provision_by_ref(self) -> dict[str, Provision]:
        return {provision.ref: provision for provision in self.provisions}

    def provision(self, ref: str) -> Provision | None:
        """Find what a reference means: the provision itself, or the paragraph it is part of."""
        return self.provision_by_ref.get(ref) or self.provision_by_ref.get(ref.partition(".")[0])


CATALOGUE_PARTS = {
    "themes": ("themes",),
    "roles": ("roles",),
    "events": ("events",),
    "law": ("acts", "provisions"),
    "synonyms": ("synonyms",),
    "wayfinder": ("ages", "stages"),
    "ladder": ("ladder",),
}
"""The catalogue is stored as its files are, so that a change of one role brings no new law."""


def parts_of(catalogue: Catalogue) -> dict[str, Catalogue]:
    """Return the parts a catalogue is stored in."""
    return {
        slug: Catalogue(**{name: getattr(catalogue, name) for name in names})
        for slug, names in CATALOGUE_PARTS.items()
    }


class Library(Document, frozen=True):
    """All documents together with what they refer to."""

    catalogue: Catalogue = Catalogue()
    procedures: tuple[Procedure, ...] = ()
    cards: tuple[ActionCard, ...] = ()
    tools: tuple[Tool, ...] = ()

    @cached_property
    def procedure_by_id(self) -> dict[str, Procedure]:
        return {procedure.id: procedure for procedure in self.procedures}

    @cached_property
    def card_by_id(self) -> dict[str, ActionCard]:
        return {card.id: card for card in self.cards}

    @cached_property
    def tool_by_id(self) -> dict[str, Tool]:
        return {tool.id: tool for tool in self.tools}


def with_document(library: Library, document: Procedure | ActionCard | Tool) -> Library:
    """Return the library with a document beside the others, in the place of the one of its id."""
    if isinstance(document, Procedure):
        others = tuple(one for one in library.procedures if one.id != document.id)
        return replace(library, procedures=(*others, document))
    if isinstance(document, ActionCard):
        cards = tuple(one for one in library.cards if one.id != document.id)
        return replace(library, cards=(*cards, document))
    tools = tuple(one for one in library.tools if one.id != document.id)
    return replace(library, tools=(*tools, document))
