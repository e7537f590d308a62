"""What goes along when something is shared: the cards and tools of a procedure, and the lines of
the registers that the texts refer to.
"""

from collections.abc import Collection, Iterator

from app.model.library.catalogue import Catalogue, Library
from app.model.library.citations import law_of_document
from app.model.library.procedure import Procedure
from app.model.library.target import Target
from app.model.library.version_work import AnyPage
from app.model.run.carrying import events_of

THEME = "theme"
"""The kind of a target that stands for all texts of a theme."""


def selection(library: Library, wanted: Collection[Target]) -> Library:
    """Return what is wanted with all that belongs to it; the whole library where nothing is named.

    A procedure brings its cards and tools; other procedures that it leads to stay behind.
    """
    if not wanted:
        return library
    refs = {(one.kind, one.id) for one in wanted}
    themes = {one.id for one in wanted if one.kind == THEME}

    def is_wanted(kind: str, document: AnyPage) -> bool:
        return (kind, document.id) in refs or document.theme in themes

    procedures = tuple(one for one in library.procedures if is_wanted("procedure", one))
    used = {card for one in procedures for step in one.steps for card in step.cards}
    used_tools = {tool for one in procedures for step in one.steps for tool in step.tools}
    cards = tuple(one for one in library.cards if is_wanted("card", one) or one.id in used)
    tools = tuple(one for one in library.tools if is_wanted("tool", one) or one.id in used_tools)
    found = Library(procedures=procedures, cards=cards, tools=tools)
    return Library(needed_lines(library.catalogue, found, themes), procedures, cards, tools)


def needed_lines(catalogue: Catalogue, library: Library, themes: Collection[str] = ()) -> Catalogue:
    """Return the lines of the registers that documents cannot be read without."""
    documents: tuple[AnyPage, ...] = (*library.procedures, *library.cards, *library.tools)
    theme_ids = {document.theme for document in documents} | set(themes)
    role_ids = {role for document in documents for role in _roles(document)}
    events = {event for procedure in library.procedures for event in events_of(procedure)}
    refs = {ref for document in documents for ref in law_of_document(document)}
    refs |= {ref.partition(".")[0] for ref in refs}
    acts = {one.checked.act for one in documents if one.checked}
    acts |= {ref.partition(":")[0] for ref in refs}
    return Catalogue(
        themes=tuple(one for one in catalogue.themes if one.id in theme_ids),
        roles=tuple(one for one in catalogue.roles if one.id in role_ids),
        events=tuple(one for one in catalogue.events if one.id in events),
        acts=tuple(one for one in catalogue.acts if one.id in acts),
        provisions=tuple(one for one in catalogue.provisions if one.ref in refs),
    )


def _roles(document: AnyPage) -> Iterator[str]:
    yield from document.roles
    for step in document.steps if isinstance(document, Procedure) else ():
        yield step.role
