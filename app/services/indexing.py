"""What can be searched for in a library: every title, step, check item, guide and paragraph."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from app.model.card import ActionCard
from app.model.catalogue import Catalogue, Library, Provision
from app.model.law_notation import law_label, law_labels
from app.model.procedure import Deadline, Procedure, Step
from app.model.search import Entry, Level
from app.model.tool import Tool

INDEX_FORMAT = 1
"""Goes up when what is indexed changes, so that an older index is made anew."""

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"\{\{[^}]*\}\}|^\s*(?:#+|>|[-*+]|\d+\.)\s|[*_`|]", re.MULTILINE)


def entries_of(library: Library) -> Iterator[Entry]:
    """Go through all that can be found in a library."""
    catalogue = library.catalogue
    return chain(
        chain.from_iterable(_procedure(one, catalogue) for one in library.procedures),
        chain.from_iterable(_card(one, catalogue) for one in library.cards),
        chain.from_iterable(_tool(one, catalogue) for one in library.tools),
        (_provision(one, catalogue) for one in catalogue.provisions),
    )


def plain(markdown: str) -> str:
    """Return a Markdown text without its signs, on one line."""
    return " ".join(_SIGNS.sub(" ", _LINK.sub(r"\1", markdown)).split())


def _procedure(procedure: Procedure, catalogue: Catalogue) -> Iterator[Entry]:
    theme = _theme(procedure.theme, catalogue)
    law = tuple(procedure.law)
    yield Entry(
        "procedure",
        procedure.id,
        Level.TITLE,
        procedure.title,
        text=procedure.summary,
        context=theme,
        around=_acts(law, catalogue),
        law=law,
        cited=law_labels(law, catalogue),
    )
    more = (procedure.summary, procedure.trigger, procedure.purpose, procedure.applies)
    yield Entry(
        "procedure",
        procedure.id,
        Level.TEXT,
        procedure.title,
        text=plain("\n".join(part for part in more if part)),
        context=theme,
    )
    for step in procedure.steps:
        yield from _step(step, procedure, catalogue)


def _step(step: Step, procedure: Procedure, catalogue: Catalogue) -> Iterator[Entry]:
    law = tuple(dict.fromkeys(_law_of(step)))
    role = catalogue.role_by_id.get(step.role)

    def entry(level: Level, text: str, **more: str) -> Entry:
        return Entry(
            "procedure",
            procedure.id,
            level,
            step.title,
            text=text,
            step=step.id,
            context=procedure.title,
            law=law if level is Level.STEP else (),
            **more,
        )

    around = f"{role.title if role else ''} {_acts(law, catalogue)}"
    yield entry(Level.STEP, "", around=around, cited=law_labels(law, catalogue))
    for item in step.checklist:
        yield entry(Level.ITEM, item.text)
    text = plain(f"{step.guide}\n{step.document}")
    if text:
        yield entry(Level.TEXT, text)


def _law_of(step: Step) -> Iterator[str]:
    yield from step.law
    if step.deadline:
        yield from _deadline_law(step.deadline)
    if step.gate and step.gate.law:
        yield step.gate.law


def _deadline_law(deadline: Deadline) -> Iterator[str]:
    found = (deadline.law, *(part.law for part in deadline.first_of))
    return (ref for ref in found if ref)


def _card(card: ActionCard, catalogue: Catalogue) -> Iterator[Entry]:
    items = [item.text for section in card.sections for item in section.items]
    aside = (card.aim, card.when, card.note, *(section.title for section in card.sections))
    return _page("card", card, items, aside, catalogue)


def _tool(tool: Tool, catalogue: Catalogue) -> Iterator[Entry]:
    items = [field.label for field in tool.fields]
    return _page("tool", tool, items, (tool.purpose, tool.body), catalogue)


def _page(
    kind: str,
    page: ActionCard | Tool,
    items: Iterable[str],
    aside: Iterable[str],
    catalogue: Catalogue,
) -> Iterator[Entry]:
    """What cards and tools have in common: a title, lines, and the text around them."""
    theme = _theme(page.theme, catalogue)
    law = tuple(page.law)
    yield Entry(
        kind,
        page.id,
        Level.TITLE,
        page.title,
        context=theme,
        around=_acts(law, catalogue),
        law=law,
        cited=law_labels(law, catalogue),
    )
    for text in items:
        yield Entry(kind, page.id, Level.ITEM, page.title, text=text, context=theme)
    text = plain("\n".join(aside))
    if text:
        yield Entry(kind, page.id, Level.TEXT, page.title, text=text, context=theme)


def _provision(provision: Provision, catalogue: Catalogue) -> Entry:
    label = law_label(provision.ref, catalogue, full=True)
    return Entry(
        "provision",
        provision.ref,
        Level.TEXT,
        label[:1].upper() + label[1:],
        text=provision.says,
        around=_acts((provision.ref,), catalogue),
        law=(provision.ref,),
        cited=law_label(provision.ref, catalogue),
    )


def _theme(theme_id: str, catalogue: Catalogue) -> str:
    theme = catalogue.theme_by_id.get(theme_id)
    return theme.title if theme else ""


def _acts(refs: Iterable[str], catalogue: Catalogue) -> str:
    """Name the acts that references are to, in all the ways people name them."""
    acts = dict.fromkeys(ref.partition(":")[0] for ref in refs)
    known = (catalogue.act_by_id.get(act) for act in acts)
    names = (f"{act.short} {act.title}" for act in known if act)
    return " ".join((*acts, *names))
