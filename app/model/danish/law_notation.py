"""How Danes write law: references, short and in full, held together by no-break spaces."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from app.model.danish.time_notation import NBSP, listed
from app.model.library.catalogue import Catalogue

MAIN_ACT = "bl"
MAIN_ACT_NAME = "barnets lov"

FORMER_ACT = "sel"
"""Where most of it stood before."""


def act_label(act: str, catalogue: Catalogue | None = None) -> str:
    """Name an act in short: `forvaltningsloven`; its id where the catalogue does not know it."""
    known = catalogue.act_by_id.get(act) if catalogue else None
    if known:
        return known.short
    return MAIN_ACT_NAME if act == MAIN_ACT else act


def law_label(ref: str, catalogue: Catalogue | None = None, *, full: bool = False) -> str:
    """Write one reference: `§ 136, stk. 2`; with the act's name unless it is barnets lov.

    `full` names barnets lov too.
    """
    return law_labels([ref], catalogue, full=full)


def law_labels(
    refs: Iterable[str], catalogue: Catalogue | None = None, *, full: bool = False
) -> str:
    """Write several references as short as is right: `§§ 133, 135; § 136, stk. 1 og 2`.

    Barnets lov comes first and is not named unless `full`; else the order is kept.
    """
    acts: dict[str, list[tuple[str, str]]] = {}
    for ref in dict.fromkeys(refs):
        act, _, place = ref.partition(":")
        paragraph, _, part = place.partition(".")
        acts.setdefault(act, []).append((paragraph, part))
    ordered = sorted(acts, key=lambda act: act != MAIN_ACT)
    labels = []
    for act in ordered:
        name = act_label(act, catalogue) + " " if full or act != MAIN_ACT else ""
        labels.append(name + "; ".join(_paragraphs(acts[act])))
    return "; ".join(labels)


def law_forms(refs: Iterable[str]) -> tuple[str, ...]:
    """Write several references ever shorter, where room is scarce; none says what is not so.

    In full, by paragraph alone, and the first paragraph with `m.fl.` for the others.
    """
    found = list(dict.fromkeys(refs))
    paragraphs = list(dict.fromkeys(ref.partition(".")[0] for ref in found))
    forms = [law_labels(found), law_labels(paragraphs)]
    if len(paragraphs) > 1:
        first = min(paragraphs, key=lambda ref: not ref.startswith(f"{MAIN_ACT}:"))
        forms.append(f"{law_label(first)}{NBSP}m.fl.")
    return tuple(dict.fromkeys(forms))


def _paragraphs(places: Sequence[tuple[str, str]]) -> Iterable[str]:
    """Join neighbours: whole paragraphs with each other, parts with parts of the same one."""
    for paragraph, group in groupby(places, key=lambda place: place[0] if place[1] else None):
        found = list(group)
        if paragraph is None:
            yield _sections([place[0] for place in found])
        else:
            parts = _ranges([part for _, part in found])
            yield f"§{NBSP}{_spaced(paragraph)}, stk.{NBSP}{listed(parts)}"


def _sections(paragraphs: Sequence[str]) -> str:
    if len(paragraphs) == 1:
        return f"§{NBSP}{_spaced(paragraphs[0])}"
    return f"§§{NBSP}{', '.join(_ranges(paragraphs))}"


def _ranges(numbers: Sequence[str]) -> list[str]:
    """Draw three or more numbers in a row together: 28, 29, 30, 31 become `28-31`."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    drawn: list[str] = []
    for run in runs:
        drawn += [f"{run[0]}-{run[-1]}"] if len(run) > 2 else [_spaced(number) for number in run]
    return drawn


def _follows(before: str, number: str) -> bool:
    return before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1


def _spaced(paragraph: str) -> str:
    """Write `171b` as law does: `171 b`."""
    return f"{paragraph[:-1]}{NBSP}{paragraph[-1]}" if paragraph[-1:].isalpha() else paragraph
