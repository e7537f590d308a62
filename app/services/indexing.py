"""What can be searched for in a library: every document, step and provision, with its words."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from app.model.danish.law_notation import law_label, law_labels
from app.model.danish.notation import capital, duration_label
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue, Library, Provision
from app.model.library.citations import law_of_step
from app.model.library.procedure import Deadline, Procedure, Step
from app.model.library.tool import Tool
from app.model.search_hits import ActName, SearchEntry

INDEX_FORMAT = 4
"""Goes up when what is indexed changes, so that an older index is made anew."""

_CARD, _TOOL = "kort", "skabelon skema ark"
"""What people call them, whatever their own names are: `skabelon til ungeplan`."""

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"\{\{[^}]*\}\}|^\s*(?:#+|>|[-*+]|\d+\.)\s|[*_`|]", re.MULTILINE)


def entries_of(library: Library) -> Iterator[SearchEntry]:
    """Go through all that can be found in a library."""
    catalogue = library.catalogue
    return chain(
        chain.from_iterable(_procedure(one, catalogue) for one in library.procedures),
        (_card(one, catalogue) for one in library.cards),
        (_tool(one, catalogue) for one in library.tools),
        (_provision(one, catalogue) for one in catalogue.provisions),
    )


def act_names(catalogue: Catalogue) -> Iterator[ActName]:
    """Go through the ways in which people name acts."""
    for act in catalogue.acts:
        for name in dict.fromkeys((act.id, act.short, act.title)):
            yield ActName(act.id, name)


@lru_cache(maxsize=4_096)
def plain(markdown: str) -> str:
    """Return a Markdown text without its signs, on one line."""
    return " ".join(_SIGNS.sub(" ", _LINK.sub(r"\1", markdown)).split())


def _procedure(procedure: Procedure, catalogue: Catalogue) -> Iterator[SearchEntry]:
    law = tuple(procedure.law)
    yield SearchEntry(
        "procedure",
        procedure.id,
        procedure.title,
        context=_theme(procedure.theme, catalogue),
        lead=_filled(procedure.summary, procedure.trigger),
        body=_plain(procedure.purpose, procedure.applies),
        around=f"{_slug_words(procedure.id)} {_acts(law, catalogue)}",
        law=law,
        cited=law_labels(law, catalogue),
    )
    for step in procedure.steps:
        if not step.continue_in:
            yield _step(step, procedure, catalogue)


def _step(step: Step, procedure: Procedure, catalogue: Catalogue) -> SearchEntry:
    law = law_of_step(step)
    role = catalogue.role_by_id.get(step.role)
    return SearchEntry(
        "procedure",
        procedure.id,
        step.title,
        step=step.id,
        context=procedure.title,
        lead=_filled(*_time(step.deadline), *(way.when for way in step.next)),
        items=tuple(item.text for item in step.checklist),
        body=_plain(step.guide, step.document),
        around=f"{role.title if role else ''} {_slug_words(step.id)} {_acts(law, catalogue)}",
        law=law,
        cited=law_labels(law, catalogue),
        named=not step.is_end,
    )


def _time(deadline: Deadline | None) -> Iterator[str]:
    for part in deadline.parts if deadline else ():
        if part.within:
            yield duration_label(part.within)


def _card(card: ActionCard, catalogue: Catalogue) -> SearchEntry:
    headings = (section.title for section in card.sections)
    return SearchEntry(
        "card",
        card.id,
        card.title,
        context=_theme(card.theme, catalogue),
        lead=_filled(card.aim, capital(card.when), card.deadline),
        items=tuple(item.text for section in card.sections for item in section.items),
        body=_plain(*headings, card.note),
        around=f"{_slug_words(card.id)} {_CARD} {_acts(card.law, catalogue)}",
        law=card.law,
        cited=law_labels(card.law, catalogue),
    )


def _tool(tool: Tool, catalogue: Catalogue) -> SearchEntry:
    return SearchEntry(
        "tool",
        tool.id,
        tool.title,
        context=_theme(tool.theme, catalogue),
        lead=_filled(tool.purpose),
        items=tuple(field.label for field in tool.fields),
        body=_plain(*tool.body.split("\n\n"), *(field.hint for field in tool.fields)),
        around=f"{_slug_words(tool.id)} {_TOOL} {_acts(tool.law, catalogue)}",
        law=tool.law,
        cited=law_labels(tool.law, catalogue),
    )


def _provision(provision: Provision, catalogue: Catalogue) -> SearchEntry:
    label = law_label(provision.ref, catalogue, full=True)
    return SearchEntry(
        "provision",
        provision.ref,
        label[:1].upper() + label[1:],
        lead=_filled(provision.says),
        around=_acts((provision.ref,), catalogue),
        law=(provision.ref,),
        cited=law_label(provision.ref, catalogue),
        named=False,
    )


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _plain(*texts: str) -> tuple[str, ...]:
    return _filled(*map(plain, texts))


def _slug_words(slug: str) -> str:
    """Return the words of an id: it often says what the title has in other words."""
    return slug.replace("-", " ")


def _theme(theme_id: str, catalogue: Catalogue) -> str:
    theme = catalogue.theme_by_id.get(theme_id)
    return theme.title if theme else ""


def _acts(refs: Iterable[str], catalogue: Catalogue) -> str:
    """Name the acts that references are to, in all the ways people name them."""
    acts = dict.fromkeys(ref.partition(":")[0] for ref in refs)
    known = (catalogue.act_by_id.get(act) for act in acts)
    names = (f"{act.short} {act.title}" for act in known if act)
    return " ".join((*acts, *names))
