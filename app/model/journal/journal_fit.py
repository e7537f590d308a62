"""Under which heading of a note to the journal a sentence belongs, judged by the words they share.

Words are compared by their beginnings, so that *vurderingen* meets *vurderet*.
"""

import re
from collections.abc import Iterable, Sequence

from app.model.library.procedure import Tag

_WORD = re.compile(r"[^\W_]+")
_STEM = 5
_SHORTEST = 3
_WEAK = frozenset({"barn", "skrev", "notér", "noter", "hvad", "hvem", "hvis", "ikke", "med", "det"})
"""Beginnings that nearly every sentence has: alone they say nothing."""

_NONE = frozenset(
    {"der", "den", "som", "for", "til", "har", "fra", "kan", "skal", "eller", "efter"}
)
_STRONG_POINTS, _WEAK_POINTS, _TAG_POINTS = 2, 1, 2
_ENOUGH = 2

_CHILD = frozenset({"barn"})
_VIEW = frozenset({"syn", "ord", "ønske", "holdn", "stemm", "svar", "reakt", "forsl", "forta"})
_WORDS = frozenset({"ord", "sagde", "citat"})
_TAG_STEMS = {
    Tag.CHILD_VOICE: _CHILD,
    Tag.ASSESSMENT: frozenset({"vurde", "begru", "konkl", "afgør", "valg"}),
    Tag.NETWORK: frozenset({"netvæ", "famil", "søske"}),
}
_CHOICE = frozenset({"svar", "valg", "valgt", "konkl", "afgør", "beslu"})


def headings_of(document: str) -> tuple[str, ...]:
    """Return the headings that a step's document asks for, in their order."""
    lines = (line.lstrip("# ").strip() for line in document.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def fitting(text: str, tags: Iterable[Tag], headings: Sequence[str]) -> str:
    """Return the heading a sentence belongs under; empty when it fits none."""
    stems = _stems(text)
    tags = tuple(tags)
    points = {heading: _points(stems, tags, heading) for heading in headings}

    def fits(heading: str) -> tuple[int, float]:
        found = _stems(heading)
        return points[heading], len(stems & found) / max(len(found), 1)

    best = max(headings, key=fits, default="")
    return best if points.get(best, 0) >= _ENOUGH else ""


def for_choice(headings: Sequence[str]) -> str:
    """Return the heading under which it stands what was chosen; empty when there is none."""
    return next((heading for heading in headings if _stems(heading) & _CHOICE), "")


def asks_for_child(heading: str) -> bool:
    """Tell whether a heading asks for what the child thinks or said."""
    stems = _stems(heading)
    return bool(stems & _CHILD and stems & _VIEW)


def asks_for_words(heading: str) -> bool:
    """Tell whether a heading asks for what somebody said, word for word."""
    return bool(_stems(heading) & _WORDS)


def led_by(line: str, headings: Sequence[str]) -> tuple[str, str]:
    """Part a line that begins with a heading and a colon into the two; else it has no heading."""
    start, colon, rest = line.partition(":")
    wanted = start.strip().casefold()
    if not colon or len(wanted) < _SHORTEST or not rest.strip():
        return "", line
    for heading in headings:
        if heading.casefold().startswith(wanted):
            return heading, rest.strip()
    return "", line


def _points(stems: frozenset[str], tags: Sequence[Tag], heading: str) -> int:
    found = _stems(heading)
    shared = stems & found
    points = sum(_WEAK_POINTS if stem in _WEAK else _STRONG_POINTS for stem in shared)
    return points + _TAG_POINTS * any(_TAG_STEMS.get(tag, frozenset()) & found for tag in tags)


def _stems(text: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST)
    return frozenset(_stem(word) for word in words if word not in _NONE)


def _stem(word: str) -> str:
    return "barn" if word.startswith(("barn", "børn")) else word[:_STEM]
