"""How well an entry answers a question: pure text and numbers, no database.

Each term is worth what it is rare, and brings the more the nearer to the name it stands. What
holds all terms beats what holds some, and a name that says nothing else beats a longer one.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from app.model.search_hits import Level
from app.store.search.search_asking import OPEN, Answer, SearchQuestion, Term
from app.store.stems import STOP_WORDS, stem

NAME, LEAD, ITEMS, BODY, AROUND, LAW = range(6)

# The weights were found by asking: `tests/search` holds the questions of advisers with what should
# come first. Whoever turns one looks there at all of them.
_NEAR = {NAME: 10.0, LEAD: 4.5, ITEMS: 3.0, AROUND: 3.2}
"""What a term brings by where it stands; the name is worth what two other fields are together."""
_BODY = 1.5
"""And in the long text, where nearly every word stands sooner or later."""
_FIRST = 4
"""So many answers are looked for there where others stand nearer already: it is long."""
_LAW_FIELD = 8.0
"""And where it is a provision that the text rests on."""
_ALSO = 0.12
"""How much of a field counts that is not a term's best."""

_KINDS = {"procedure": 1.12, "card": 1.05, "tool": 1.0, "step": 0.93, "provision": 0.7}
"""Of two that answer alike the larger thing comes first: a procedure before a step of it."""
_SURE_PROVISION, _LIKELY_PROVISION = 3.0, 1.5
"""The provision itself, where it was asked for and nothing else, or with other words."""
_SAME_NAME, _SAME_THING = 1.2, 1.16
"""A name that says just what was asked for, in its own words or in others that mean it."""
_OPPOSITE = 0.3
"""A name that says the opposite: `med` where `uden` was asked for."""
_FIRST_IN_NAME, _IN_NAME = 1.35, 1.2
"""A name that begins with the question as it was typed, or holds it."""
_LONG_NAME = 0.75
"""A name of which the question is next to nothing; between this and 1 it counts by its share."""
_MOST_PROVISIONS = 4
"""So many provisions are shown where law was not asked for."""

_LEAST = 0.25
"""What holds less of what was asked for than this part of what another does is not shown."""


class Candidate(Struct, frozen=True):
    """An entry as the index keeps it: its kind, and its folded words by column."""

    number: int
    kind: str
    is_step: bool
    columns: tuple[str, ...]


class Ranked(Struct, frozen=True):
    """An entry with how well it answers, and what of it does."""

    number: int
    score: float
    share: float
    level: Level
    is_provision: bool


def rank(candidates: Sequence[Candidate], question: SearchQuestion) -> list[Ranked]:
    """Put candidates in order, the best first; what falls far behind is left out."""
    sought = [_Sought(term) for term in question.terms]
    found = sorted((_rank(one, question, sought) for one in candidates), key=_order)
    if not found:
        return []
    least = max(one.share for one in found) * _LEAST
    kept = [one for one in found if one.share >= least]
    if question.means_law:
        return kept
    provisions = [one for one in kept if one.is_provision][_MOST_PROVISIONS:]
    return [one for one in kept if one not in provisions]


def _order(ranked: Ranked) -> tuple[float, int]:
    return (-ranked.score, ranked.number)


class _Sought:
    """A term made ready to be looked for in many texts; the heaviest answers come first."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self._own = f" {stem(term.typed)}" if term.typed else " "
        self._words = [_ready(one) for one in term.answers if not one.law]
        self._law = [_ready(one) for one in term.answers if one.law]

    def weights(self, columns: Sequence[str], near: str) -> dict[int, float]:
        """Return what the term brings from each column that it stands in; `near` is the short ones.

        Few answers stand anywhere, so those are looked up first; in the long text all are
        looked for only where none stands elsewhere.
        """
        found = {}
        there = [one for one in self._words if one[0] in near]
        for field, worth in _NEAR.items() if there else ():
            weight = _heaviest(there, columns[field])
            if weight:
                found[field] = worth * weight
        weight = _heaviest(self._words[:_FIRST] if found else self._words, columns[BODY])
        if weight:
            found[BODY] = _BODY * weight
        weight = _heaviest(self._law, columns[LAW]) if self._law else 0.0
        if weight:
            found[LAW] = _LAW_FIELD * weight
        return found

    def is_said_in(self, name: str) -> bool:
        """Tell whether a name says the term in its own word, and in no other."""
        return self.term.typed != "" and _heaviest(self._words, name) >= OPEN and self._own in name

    def standing_in(self, name: str) -> list[str]:
        """Return the words of answers that stand in a name."""
        return [
            needle
            for first, others, _ in self._words
            if first in name and all(other in name for other in others)
            for needle in (first, *others)
        ]


_Ready = tuple[str, tuple[str, ...], float]


def _ready(answer: Answer) -> _Ready:
    """Return what to look for in a column that has a space at both ends, and its weight."""
    first, *others = (f" {w[:-1]}" if w[-1] == "*" else f" {w} " for w in answer.words)
    return first, tuple(others), answer.weight


def _heaviest(sought: Sequence[_Ready], column: str) -> float:
    """Return the weight of the first answer whose words all stand in a column."""
    for first, others, weight in sought:
        if first in column and (not others or all(other in column for other in others)):
            return weight
    return 0.0


def _rank(candidate: Candidate, question: SearchQuestion, sought: Sequence[_Sought]) -> Ranked:
    columns = [f" {column} " for column in candidate.columns]
    near = "\n".join(columns[field] for field in _NEAR)
    got = 0.0
    fields: dict[int, float] = {}
    missing = []
    for one in sought:
        term, weights = one.term, one.weights(columns, near)
        if not weights:
            missing.append(term)
            continue
        best = max(weights, key=weights.__getitem__)
        got += term.worth * (weights[best] + _ALSO * (sum(weights.values()) - weights[best]))
        if not (term.narrows and best == LAW):
            fields[best] = fields.get(best, 0.0) + term.worth
    by_law = LAW in fields
    is_named = by_law and candidate.kind == "provision" and question.names_law
    share = 1.0 if is_named else _share(missing, question)
    name = _name(columns[NAME], question, sought) if NAME in fields else _LONG_NAME
    factor = share * _kind(candidate, question, by_law=by_law) * name
    score = got / sum(term.worth for term in question.terms) * factor
    return Ranked(
        candidate.number, score, share, _level(fields, candidate), candidate.kind == "provision"
    )


def _share(missing: Sequence[Term], question: SearchQuestion) -> float:
    """Return how much of what was asked for is there; what only narrows may be missing."""
    asked = [term for term in question.terms if not term.narrows] or question.terms
    lost = sum(term.worth for term in missing if term in asked)
    return 1.0 - lost / sum(term.worth for term in asked)


def _fit(needle: str, word: str) -> float:
    """Say how much of a word an answer covers: all of it where only the ending differs."""
    begun = needle.strip()
    if word == begun:
        return 1.0
    if needle[-1] == " " or not word.startswith(begun):
        return 0.0
    return 1.0 if stem(word) == stem(begun) else len(begun) / len(word)


def _kind(candidate: Candidate, question: SearchQuestion, *, by_law: bool) -> float:
    if candidate.kind == "provision" and by_law:
        sure = question.means_law and not question.other_words
        return _SURE_PROVISION if sure else _LIKELY_PROVISION
    return _KINDS["step" if candidate.is_step else candidate.kind]


def _name(name: str, question: SearchQuestion, sought: Sequence[_Sought]) -> float:
    """Prefer the name that says what was asked for, in these words or others, and little else."""
    words = [word for word in name.split() if word not in STOP_WORDS] or name.split()
    standing = [one.standing_in(name) for one in sought]
    needles = {needle for found in standing for needle in found}
    share = sum(max(_fit(needle, word) for needle in needles) for word in words) / len(words)
    near = _LONG_NAME + (1 - _LONG_NAME) * share
    if name.startswith(f" {question.text}"):
        near *= _FIRST_IN_NAME
    elif f" {question.text}" in name:
        near *= _IN_NAME
    if any(says not in name and opposite in name for says, opposite in question.opposites):
        near *= _OPPOSITE
    if share < 1 or not all(standing):
        return near
    is_own = all(one.is_said_in(name) for one in sought)
    return near * (_SAME_NAME if is_own else _SAME_THING)


def _level(fields: Mapping[int, float], candidate: Candidate) -> Level:
    best = max(fields, key=lambda field: fields[field]) if fields else NAME
    if best == ITEMS:
        return Level.ITEM
    if best in {LEAD, BODY}:
        return Level.TEXT
    return Level.STEP if candidate.is_step else Level.TITLE
