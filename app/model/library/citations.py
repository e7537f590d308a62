"""Which documents and steps stand on which provisions, and which the law has moved under."""

from collections.abc import Iterator

from msgspec import Struct

from app.model.library.card import ActionCard
from app.model.library.catalogue import Act, Catalogue, Library
from app.model.library.procedure import Procedure, Step
from app.model.library.target import Target
from app.model.library.tool import Tool


class Citation(Struct, frozen=True):
    """A place that cites a provision: its name, and that of the procedure or theme around it."""

    target: Target
    title: str
    context: str = ""


def cited_by(ref: str, library: Library) -> tuple[Citation, ...]:
    """Return all that cites a provision; for a whole paragraph, what cites any part of it too."""
    return tuple(
        citation
        for citation, refs in all_citations(library)
        if any(one == ref or one.startswith(f"{ref}.") for one in refs)
    )


def citations(library: Library) -> dict[str, tuple[Citation, ...]]:
    """Return what cites each provision, by just the reference that is written."""
    found: dict[str, list[Citation]] = {}
    for citation, refs in all_citations(library):
        for ref in refs:
            found.setdefault(ref, []).append(citation)
    return {ref: tuple(citing) for ref, citing in found.items()}


def all_citations(library: Library) -> Iterator[tuple[Citation, tuple[str, ...]]]:
    """Go through procedures, their steps, cards, tools and the ladder, each with its law."""
    themes = {theme.id: theme.title for theme in library.catalogue.themes}
    for procedure in library.procedures:
        theme = themes.get(procedure.theme, "")
        here = Citation(Target("procedure", procedure.id), procedure.title, theme)
        yield here, tuple(dict.fromkeys(procedure.law))
        for step in procedure.steps:
            target = Target("procedure", procedure.id, step.id)
            yield Citation(target, step.title, procedure.title), law_of_step(step)
    for kind, pages in (("card", library.cards), ("tool", library.tools)):
        for page in pages:
            theme = themes.get(page.theme, "")
            yield Citation(Target(kind, page.id), page.title, theme), tuple(page.law)
    for rung in library.catalogue.ladder:
        yield Citation(Target("ladder", rung.id), rung.title), rung.law


def law_of_step(step: Step) -> tuple[str, ...]:
    """Return the provisions that a step stands on, those of its deadline and gate among them."""
    return tuple(dict.fromkeys(_law_of(step)))


def outdated(document: Procedure | ActionCard | Tool, catalogue: Catalogue) -> tuple[Act, ...]:
    """Return the acts that are newer than what a document was checked against, if it was."""
    checked = document.checked
    if checked is None:
        return ()
    ids = (checked.act, *(ref.partition(":")[0] for ref in law_of_document(document)))
    acts = (catalogue.act_by_id.get(act) for act in dict.fromkeys(ids))
    return tuple(act for act in acts if act and act.date > checked.date)


def law_of_document(document: Procedure | ActionCard | Tool) -> Iterator[str]:
    """Go through the provisions that a document and its steps stand on."""
    yield from document.law
    for step in document.steps if isinstance(document, Procedure) else ():
        yield from _law_of(step)


def _law_of(step: Step) -> Iterator[str]:
    yield from step.law
    for part in (step.deadline, *(step.deadline.several if step.deadline else ())):
        if part and part.law:
            yield part.law
    if step.gate and step.gate.law:
        yield step.gate.law
