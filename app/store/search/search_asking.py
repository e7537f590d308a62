"""From what someone typed to terms: for each word, all that would answer it, and how well."""

from collections.abc import Iterator, Sequence
from math import log

from msgspec import Struct
from msgspec.structs import replace

from app.model.danish.law_notation import MAIN_ACT
from app.store.folded_words import LONGEST_PHRASE, LawAsked, Query, key_of, with_acts
from app.store.search.search_vocabulary import KnownTerm, Meaning, Vocabulary
from app.store.stems import STOP_WORDS, bare, misspellings, root, stem

TOGETHER, EXACT, FORM, MEANT, OPEN, START = 2.0, 1.0, 0.95, 0.92, 0.85, 0.7
INSIDE, SPLIT, HALF = 0.6, 0.55, 0.35

_NUMBER = 0.5
"""A number narrows what is asked for, and seldom is it."""

_TELLING = frozenset({"ikke", "med", "mod", "vil"})
"""Small words without which a synonym means something else: `med samtykke`."""

_UNITS = frozenset(
    (unit,)
    for unit in (
        *("time", "timer", "timers", "dag", "dage", "dages", "hverdag", "hverdage", "arbejdsdage"),
        *("uge", "uger", "ugers", "maaned", "maaneder", "mdr", "aar", "aars", "aarig", "aarige"),
        *("procent", "pct", "kr", "kroner"),
    )
)

_RARE = 10
"""How many entries are thought to answer what the index does not count."""

_SHORTEST_INSIDE = 4
_SHORTEST_SPLIT = 8
_SHORTEST_HALF = 5
_SHORTEST_TYPED = 4
"""Shorter words are not taken for misspelt ones."""


class Answer(Struct, frozen=True):
    """Words that answer a term when they stand together, each whole or (with `*`) begun so.

    `law` answers stand among the references.
    """

    words: tuple[str, ...]
    weight: float
    law: bool = False


class Term(Struct, frozen=True):
    """One thing that is asked for.

    `count` guesses how many entries answer it, `worth` is high for what is rare. `typed` and
    `forms` are what is marked in a text. What only `narrows`, such as `12 år`, may be missing.
    """

    answers: tuple[Answer, ...]
    worth: float
    count: int = 0
    typed: str = ""
    forms: tuple[str, ...] = ()
    law: LawAsked | None = None
    act: bool = False
    narrows: bool = False


class SearchQuestion(Struct, frozen=True):
    """All terms of a query."""

    terms: tuple[Term, ...]
    text: str
    means_law: bool = False
    other_words: bool = False

    @property
    def names_law(self) -> bool:
        """Whether one paragraph is named, and can be nothing else."""
        return self.means_law and any(term.law and term.law.is_sure for term in self.terms)


def ask(query: Query, vocabulary: Vocabulary) -> SearchQuestion:
    """Find out what a query asks for."""
    meanings = vocabulary.meanings(_phrases(query.parts))
    acts = {one.phrase: one.text for one in meanings if one.is_act}
    query = with_acts(query, acts)
    meant = _spread(query.parts, [one for one in meanings if not one.is_act])
    named = _spread(query.parts, [one for one in meanings if one.is_act])
    terms = []
    for number, part in enumerate(query.parts):
        if isinstance(part, LawAsked) and _has_unit(query.parts, number) and not meant[number]:
            terms.append(_number(part, vocabulary))
        elif isinstance(part, LawAsked):
            terms.append(_law_term(part, meant[number], vocabulary, alone=query.means_law))
        elif part not in STOP_WORDS or meant[number] or len(query.parts) == 1:
            is_open = query.is_open and number == len(query.parts) - 1
            term = _word_term(part, meant[number], vocabulary, is_open=is_open)
            if number and _has_unit(query.parts, number - 1):
                term = _as_unit(term, terms[-1].typed)
            terms.append(_with_act(term, named[number]))
    covered = any(meant[n] for n, part in enumerate(query.parts) if isinstance(part, LawAsked))
    text = " ".join(part if isinstance(part, str) else part.paragraph for part in query.parts)
    means_law = (query.means_law and not covered) or any(named)
    return SearchQuestion(
        tuple(terms), text, means_law, any(not (term.law or term.act) for term in terms)
    )


def _with_act(term: Term, acts: Sequence[str]) -> Term:
    """Let a word that names an act ask for the provisions of it too."""
    if not acts:
        return term
    provisions = tuple(Answer((f"{act}p*",), EXACT, law=True) for act in acts)
    return replace(term, answers=provisions + term.answers, act=True)


def _has_unit(parts: Sequence[str | LawAsked], number: int) -> bool:
    """Whether a part is a number of something, and the next one says of what: `12 år`."""
    part, unit = parts[number], parts[number + 1 : number + 2]
    return isinstance(part, LawAsked) and not part.is_sure and unit in _UNITS


def _as_unit(term: Term, amount: str) -> Term:
    """Let a unit count most right after its number."""
    together = Answer((f"{amount} {term.typed}*",), TOGETHER)
    answers = (together, *term.answers)
    return replace(term, answers=answers, worth=term.worth * _NUMBER, narrows=True)


def _phrases(parts: Sequence[str | LawAsked]) -> Iterator[str]:
    keys = [key_of(part) for part in parts]
    for start in range(len(keys)):
        for end in range(start + 1, min(start + LONGEST_PHRASE, len(keys)) + 1):
            yield " ".join(keys[start:end])


def _spread(parts: Sequence[str | LawAsked], meanings: Sequence[Meaning]) -> list[list[str]]:
    """Give each part of the query the meanings of the phrases that it is in."""
    keys = [key_of(part) for part in parts]
    meant: list[list[str]] = [[] for _ in parts]
    for one in meanings:
        phrase = one.phrase.split()
        for start in range(len(keys) - len(phrase) + 1):
            if keys[start : start + len(phrase)] == phrase:
                for number in range(start, start + len(phrase)):
                    meant[number].append(one.text)
    return meant


def _word_term(word: str, meant: Sequence[str], vocabulary: Vocabulary, *, is_open: bool) -> Term:
    own = stem(word)
    begun = vocabulary.beginning(word)
    forms = vocabulary.of_stem(own)
    inside = vocabulary.with_part(own) if len(own) >= _SHORTEST_INSIDE else []
    answers = [*_direct(word, own, begun, forms, is_open=is_open)]
    answers += [_meant(text) for text in meant]
    answers += [Answer((one.word,), INSIDE) for one in inside]
    if not (begun or forms or inside):
        answers += _indirect(word, vocabulary, has_meaning=bool(meant))
    count = _count(word, begun, forms, inside, is_open=is_open)
    marked = [one.word for one in forms]
    marked += [w.rstrip("*") for a in answers if a.weight != INSIDE and not a.law for w in a.words]
    marked += [own] if inside or not forms else []
    return Term(
        tuple(sorted(answers, key=lambda one: -one.weight)),
        _worth(count, vocabulary),
        count,
        word,
        tuple(dict.fromkeys(marked)),
    )


def _direct(
    word: str, own: str, begun: list[KnownTerm], forms: list[KnownTerm], *, is_open: bool
) -> Iterator[Answer]:
    if any(one.word == word for one in begun):
        yield Answer((word,), EXACT)
    yield from (Answer((one.word,), FORM) for one in forms if one.word != word)
    if begun:
        yield Answer((f"{word}*",), OPEN if is_open else START)
    if len(own) >= _SHORTEST_INSIDE and own != word and forms:
        yield Answer((f"{own}*",), INSIDE)
    if (made_of := root(word)) != own:
        yield Answer((f"{made_of}*",), SPLIT)


def _meant(text: str) -> Answer:
    if text.startswith("§"):
        return Answer(tuple(word.removeprefix("§") for word in text.split()), MEANT, law=True)
    words = text.split()
    telling = [word for word in words if word in _TELLING or word not in STOP_WORDS]
    return Answer(tuple(map(_begun, telling or words)), MEANT)


def _begun(word: str) -> str:
    own = stem(word)
    if len(word) < _SHORTEST_INSIDE:
        return word
    return f"{own if len(own) > 4 or len(word) - len(own) < 3 else word[:-1]}*"


def _indirect(word: str, vocabulary: Vocabulary, *, has_meaning: bool) -> Iterator[Answer]:
    """Answer a word that nothing holds: by its stem, its parts, or what was probably meant.

    A number is that number and no other: 4711 is neither 47 nor made of it.
    """
    if word.isdecimal():
        return
    own = stem(word)
    if own != word and len(own) >= _SHORTEST_INSIDE and vocabulary.beginning(own):
        yield Answer((f"{own}*",), INSIDE)
        return
    is_long = len(word) >= _SHORTEST_TYPED
    found = _near(vocabulary.spelt_badly(word)) if is_long else []
    if not found and not has_meaning:
        found = _near(_typos(word, vocabulary))
    found = found or _split(word, vocabulary)
    if not found and is_long and not has_meaning:
        found = _near(vocabulary.misspelt(word)) or _halves(word, vocabulary)
    yield from found


def _near(words: Sequence[KnownTerm]) -> list[Answer]:
    """Answer with words that may have been meant, the first of them above all."""
    found = [
        Answer((one.word,), START if position else MEANT) for position, one in enumerate(words)
    ]
    return found + [Answer((_begun(one.word),), INSIDE) for one in words[:1]]


def _typos(word: str, vocabulary: Vocabulary) -> list[KnownTerm]:
    """Return whole words of which a long one is a typing error.

    Small words can be found in any long one: `undereting` is no thing that is under something.
    """
    if len(word) < _SHORTEST_SPLIT:
        return []
    meant = set(misspellings(bare(word)))
    return [one for one in vocabulary.misspelt(word) if bare(one.word) in meant]


def _split(word: str, vocabulary: Vocabulary) -> list[Answer]:
    """Take a compound apart that nothing holds whole; both parts are better than one."""
    for head, tail in _seams(word):
        if vocabulary.of_stem(stem(head)) and vocabulary.of_stem(stem(tail)):
            both = (_begun(head), _begun(tail))
            return [Answer(both, SPLIT), *(Answer((one,), HALF) for one in both)]
    return []


def _halves(word: str, vocabulary: Vocabulary) -> list[Answer]:
    """Take what is known of a compound of which one part is not."""
    for head, tail in _seams(word):
        for half in (tail, head):
            if len(half) >= _SHORTEST_HALF and vocabulary.of_stem(stem(half)):
                return [Answer((_begun(half),), HALF)]
    return []


def _seams(word: str) -> Iterator[tuple[str, str]]:
    """Go through the ways to part a long word, the longest first part first."""
    for at in range(len(word) - 3, 2, -1) if len(word) >= _SHORTEST_SPLIT else ():
        head = word[:at]
        yield head, word[at:]
        if head.endswith("s") and at > 3:
            yield head[:-1], word[at:]


def _law_term(
    asked: LawAsked, meant: Sequence[str], vocabulary: Vocabulary, *, alone: bool
) -> Term:
    """Ask for a paragraph; a number that stands `alone` can be nothing else."""
    worth = _worth(_RARE, vocabulary)
    meanings = [Answer(_meant(text).words, EXACT) for text in meant]
    if not alone:
        number = [Answer((asked.paragraph,), EXACT), *_paragraph(asked, 0.5), *meanings]
        return Term(tuple(number), worth * _NUMBER, _RARE, asked.paragraph, narrows=True)
    if asked.part:
        loose = Answer((f"{asked.act}p{asked.paragraph}",), 0.5, law=True)
    else:
        loose = Answer((f"{asked.act}{asked.exact}*",), 0.5, law=True)
    answers = (*meanings, *_paragraph(asked, EXACT), loose)
    return Term(answers, worth, _RARE, asked.paragraph, law=asked)


def _paragraph(asked: LawAsked, weight: float) -> Iterator[Answer]:
    """Answer by a paragraph, above all by that of the act named, or of barnets lov."""
    yield Answer((f"{asked.act or MAIN_ACT}{asked.exact}",), weight, law=True)
    if not asked.act:
        yield Answer((asked.exact,), weight * 0.9, law=True)


def _number(asked: LawAsked, vocabulary: Vocabulary) -> Term:
    """Ask for a number that a unit follows."""
    worth = _worth(_RARE, vocabulary) * _NUMBER
    answers = (Answer((asked.paragraph,), EXACT),)
    return Term(answers, worth, _RARE, asked.paragraph, narrows=True)


def _count(
    word: str,
    begun: list[KnownTerm],
    forms: list[KnownTerm],
    inside: list[KnownTerm],
    *,
    is_open: bool,
) -> int:
    """Guess how many entries answer a word."""
    known = {one.word: one.entries for one in (*forms, *(begun if is_open else begun[:1]))}
    return sum(known.values()) or sum(one.entries for one in inside) or _RARE


def _worth(count: int, vocabulary: Vocabulary) -> float:
    return log(1 + vocabulary.entries / (1 + min(count, vocabulary.entries)))
