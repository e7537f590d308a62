"""From what someone typed to terms: for each word, all that would answer it, and how well."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log

from msgspec import Struct
from msgspec.structs import replace

from app.model.danish.law_notation import FORMER_ACT, MAIN_ACT
from app.store.folded_words import LONGEST_PHRASE, LawAsked, Query, key_of, with_acts
from app.store.search.compounds import SHORTEST_TYPED, in_known_words
from app.store.search.search_vocabulary import KnownTerm, Meaning, Sort, Vocabulary
from app.store.stems import STOP_WORDS, beginning_of, root, stem

TOGETHER, EXACT, FORM, MEANT, OPEN, START = 2.0, 1.0, 0.95, 0.92, 0.85, 0.7
SISTER, INSIDE, SPLIT = 0.65, 0.6, 0.55

_NUMBER = 0.5
"""A number narrows what is asked for, and seldom is it."""

_TELLING = frozenset({"ikke", "med", "mod", "vil"})
"""Small words without which a synonym means something else: `med samtykke`."""

_OPPOSITE = {"med": "uden", "uden": "med"}

_FORMER = frozenset({"gammel", "gamle", "tidligere"})

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
    opposites: tuple[tuple[str, str], ...] = ()

    @property
    def names_law(self) -> bool:
        """Whether one paragraph is named, and can be nothing else."""
        return self.means_law and any(term.law and term.law.is_sure for term in self.terms)


def ask(query: Query, vocabulary: Vocabulary) -> SearchQuestion:
    """Find out what a query asks for."""
    meanings = vocabulary.meanings(_phrases(query.parts))
    acts = {one.phrase: one.text for one in meanings if one.is_act}
    said = _known_words(with_acts(query, _with_former(query, acts)), meanings, vocabulary)
    if said != query:
        query = said
        meanings = vocabulary.meanings(_phrases(query.parts))
    meant = _spread(query.parts, [one for one in meanings if not one.is_act])
    named = _spread(query.parts, [one for one in meanings if one.is_act])
    terms = []
    for number, part in enumerate(query.parts):
        if isinstance(part, LawAsked) and _has_unit(query.parts, number) and not meant[number]:
            terms.append(_number(part, vocabulary))
        elif isinstance(part, LawAsked):
            terms.append(_law_term(part, meant[number], vocabulary, alone=query.means_law))
        elif _says_something(query, number) or meant[number]:
            is_open = query.is_open and number == len(query.parts) - 1
            term = _word_term(part, meant[number], vocabulary, is_open=is_open)
            if number and _has_unit(query.parts, number - 1):
                term = _as_unit(term, terms[-1].typed)
            terms.append(_with_act(term, named[number]))
    covered = any(meant[n] for n, part in enumerate(query.parts) if isinstance(part, LawAsked))
    text = " ".join(part if isinstance(part, str) else part.paragraph for part in query.parts)
    means_law = (query.means_law and not covered) or any(named)
    other_words = any(not (term.law or term.act) for term in terms)
    return SearchQuestion(tuple(terms), text, means_law, other_words, (*_opposites(query.words),))


def _known_words(query: Query, meanings: Sequence[Meaning], vocabulary: Vocabulary) -> Query:
    """Ask for the known words of what is written together where nothing holds or means it."""
    meant = _spread(query.parts, [one for one in meanings if not one.is_act])
    named = _spread(query.parts, [one for one in meanings if one.is_act])
    parts: list[str | LawAsked] = []
    for one, means, acts in zip(query.parts, meant, named, strict=True):
        answers = [_meant(meaning.text) for meaning in means]
        if isinstance(one, LawAsked) or acts or _are_answered(answers, vocabulary):
            parts.append(one)
        else:
            parts += in_known_words(one, vocabulary)
    return replace(query, parts=tuple(parts))


def _with_former(query: Query, acts: Mapping[str, str]) -> dict[str, str]:
    """Let `den gamle § 50` name the act that was before barnets lov."""
    former = {stem(word): FORMER_ACT for word in query.words if word in _FORMER}
    return former | dict(acts) if query.law else dict(acts)


def _opposites(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what a name should say, and what says the opposite: `uden samtykke`, `med samtykke`."""
    for first, second in pairwise(words):
        if first in _OPPOSITE:
            rest = beginning_of(second).removesuffix("*")
            yield f" {first} {rest}", f" {_OPPOSITE[first]} {rest}"


def _with_act(term: Term, acts: Sequence[Meaning]) -> Term:
    """Let a word that names an act ask for the provisions of it too."""
    if not acts:
        return term
    provisions = tuple(Answer((f"{act.text}p*",), EXACT, law=True) for act in acts)
    return replace(term, answers=provisions + term.answers, act=True)


def _says_something(query: Query, number: int) -> bool:
    """Tell whether a word is looked for beside others: no small one, nor one just begun."""
    part = query.parts[number]
    is_begun = query.is_open and number == len(query.parts) - 1 and len(str(part)) == 1
    return len(query.parts) == 1 or not (part in STOP_WORDS or is_begun)


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
    yield from (_whole_of(part) for part in parts)
    keys = [key_of(part) for part in parts]
    for start in range(len(keys)):
        for end in range(start + 1, min(start + LONGEST_PHRASE, len(keys)) + 1):
            yield " ".join(keys[start:end])


def _whole_of(part: str | LawAsked) -> str:
    """Return the paragraph of another act by itself: the old ones are known as a whole."""
    is_other = isinstance(part, LawAsked) and part.part and part.act not in {"", MAIN_ACT}
    return key_of(replace(part, part="")) if isinstance(part, LawAsked) and is_other else ""


def _spread(parts: Sequence[str | LawAsked], meanings: Sequence[Meaning]) -> list[list[Meaning]]:
    """Give each part of the query the meanings of the longest phrase that it is in."""
    keys = [key_of(part) for part in parts]
    meant: list[list[Meaning]] = [[] for _ in parts]
    longest = [0] * len(parts)
    for one in sorted(meanings, key=lambda one: -len(one.phrase.split())):
        phrase = one.phrase.split()
        for start in range(len(keys) - len(phrase) + 1):
            if keys[start : start + len(phrase)] == phrase:
                for number in range(start, start + len(phrase)):
                    longest[number] = longest[number] or len(phrase)
                    if longest[number] == len(phrase):
                        meant[number].append(one)
    for found, part in zip(meant, parts, strict=True):
        found += [] if found else [one for one in meanings if one.phrase == _whole_of(part)]
    return meant


def _word_term(
    word: str, meant: Sequence[Meaning], vocabulary: Vocabulary, *, is_open: bool
) -> Term:
    own = stem(word)
    begun, forms, inside = vocabulary.all_of(word)
    answers = [*_direct(word, own, begun, forms, is_open=is_open)]
    meanings = [_meant(one.text, SISTER if one.sort is Sort.SISTER else MEANT) for one in meant]
    answers += meanings
    answers += [Answer((one.word,), INSIDE) for one in inside]
    if not (begun or forms or inside):
        answers += _indirect(word, vocabulary, has_meaning=_are_answered(meanings, vocabulary))
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


def _are_answered(answers: Sequence[Answer], vocabulary: Vocabulary) -> bool:
    """Tell whether anything may hold one of some answers."""
    words = {word.rstrip("*") for one in answers if not one.law for word in one.words}
    there = vocabulary.begins_any(words) if words else words
    return any(one.law or all(word.rstrip("*") in there for word in one.words) for one in answers)


def _meant(text: str, weight: float = MEANT) -> Answer:
    if text.startswith("§"):
        return Answer(tuple(word.removeprefix("§") for word in text.split()), weight, law=True)
    words = text.split()
    telling = [word for word in words if word in _TELLING or word not in STOP_WORDS]
    return Answer(tuple(map(beginning_of, telling or words)), weight)


def _indirect(word: str, vocabulary: Vocabulary, *, has_meaning: bool) -> Iterator[Answer]:
    """Answer a word that nothing holds: by its stem, or by what was probably meant.

    A number is that number and no other: 4711 is neither 47 nor made of it.
    """
    if word.isdecimal():
        return
    own = stem(word)
    if own != word and len(own) >= _SHORTEST_INSIDE and vocabulary.beginning(own):
        yield Answer((f"{own}*",), INSIDE)
    elif len(word) >= SHORTEST_TYPED:
        near = vocabulary.spelt_badly(word)
        yield from _near(near if near or has_meaning else vocabulary.misspelt(word))


def _near(words: Sequence[KnownTerm]) -> Iterator[Answer]:
    """Answer with words that may have been meant, the first of them above all."""
    yield from (
        Answer((one.word,), START if position else MEANT) for position, one in enumerate(words)
    )
    yield from (Answer((beginning_of(one.word),), INSIDE) for one in words[:1])


def _law_term(
    asked: LawAsked, meant: Sequence[Meaning], vocabulary: Vocabulary, *, alone: bool
) -> Term:
    """Ask for a paragraph; a number that stands `alone` can be nothing else."""
    worth = _worth(_RARE, vocabulary)
    meanings = [_meant(one.text, EXACT) for one in meant]
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
