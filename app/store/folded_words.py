"""Words as they are searched: folded to plain letters, with law references understood.

Pure text, no database. What is indexed and what is asked for goes through the same functions, so
that `børnesamtale`, `boernesamtale` and `Børnesamtale` are one word, and `§ 136, stk. 2`,
`136 stk 2` and `bl 136` find the same paragraph.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from app.model.danish.law_notation import MAIN_ACT
from app.model.search_hits import Marks
from app.store.stems import stem

_SPELT = {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "y", "ß": "ss", "ł": "l"}
_LETTERS = str.maketrans(_SPELT)
_WRITTEN_OUT = tuple(_SPELT.items())
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_INSIDE = 4
LONGEST_PHRASE = 5
"""Longer names and synonyms are not known again in a query."""

EMPTY: Mapping[str, str] = {}

_PLAIN = re.compile(r"[a-z0-9]+")


class LawAsked(Struct, frozen=True):
    """A paragraph that a query names, or a number that may be one; `act` when it is known."""

    paragraph: str
    part: str = ""
    sign: bool = False
    act: str = ""

    @property
    def exact(self) -> str:
        """What stands in the index for just this."""
        return f"p{self.paragraph}s{self.part}" if self.part else f"p{self.paragraph}"

    @property
    def is_sure(self) -> bool:
        """Whether it can be nothing but law: `24` may as well be a length of time."""
        return self.sign or bool(self.part or self.act)


class Query(Struct, frozen=True):
    """What someone typed: folded words and paragraphs, in their order.

    `is_open` while the last word may still grow.
    """

    parts: tuple[str | LawAsked, ...] = ()
    is_open: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(part for part in self.parts if isinstance(part, str))

    @property
    def law(self) -> tuple[LawAsked, ...]:
        return tuple(part for part in self.parts if isinstance(part, LawAsked))

    @property
    def means_law(self) -> bool:
        """Whether a paragraph is what is looked for."""
        return any(one.is_sure or not self.words for one in self.law)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word in small letters a to z and digits: æ, ø, å written out, accents dropped."""
    plain = spelt(word)
    if plain.isascii():
        return plain
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", plain).translate(_LETTERS))
    return "".join(_PLAIN.findall(bare.lower()))


def spelt(text: str) -> str:
    """Return a text in small letters with æ, ø, å written out, its signs left as they are."""
    plain = text.lower()
    if plain.isascii():
        return plain
    for letter, letters in _WRITTEN_OUT:  # much faster than `translate`
        plain = plain.replace(letter, letters)
    return plain


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    whole = unicodedata.normalize("NFC", text)
    return [word for found in _WORD.finditer(whole) if (word := fold(found[0]))]


def folded(text: str) -> str:
    """Return the words of a text, folded, as the index keeps them."""
    return " ".join(words(text))


def phrase_key(text: str, acts: Mapping[str, str] = EMPTY) -> str:
    """Return what a phrase goes by: the stems of its words, paragraphs by number and act."""
    return " ".join(map(key_of, with_acts(understand(text), acts).parts))


def key_of(part: "str | LawAsked") -> str:
    """Return what one part of a query goes by in a phrase; barnets lov need not be named."""
    if isinstance(part, str):
        return stem(part)
    return part.exact if part.act == MAIN_ACT else part.act + part.exact


def with_acts(query: Query, acts: Mapping[str, str]) -> Query:
    """Let the name of an act that stands before a paragraph, or after it, say which act it is of.

    `acts` go by the key of their name.
    """
    if not acts:
        return query
    parts: list[str | LawAsked] = []
    left = list(query.parts)
    while left:
        part = left.pop(0)
        if isinstance(part, LawAsked):
            if length := _length_of_act(parts, acts):
                name = " ".join(map(key_of, parts[-length:]))
                del parts[-length:]
                part = replace(part, act=acts[name])
            elif part.sign and (behind := _act_behind(left, acts)):
                name, length = behind
                del left[:length]
                part = replace(part, act=acts[name])
        parts.append(part)
    return replace(query, parts=tuple(parts))


def _length_of_act(parts: Sequence[str | LawAsked], acts: Mapping[str, str]) -> int:
    """Return how many of the last parts name an act."""
    longest = min(LONGEST_PHRASE, len(parts))
    lengths = (
        length for length in range(longest, 0, -1) if " ".join(map(key_of, parts[-length:])) in acts
    )
    return next(lengths, 0)


def _act_behind(parts: Sequence[str | LawAsked], acts: Mapping[str, str]) -> tuple[str, int] | None:
    """Return the name of an act that begins here, and how many parts it takes: `i serviceloven`.

    Before another paragraph it is the name of that one's act.
    """
    start = 1 if parts[:1] in (["i"], ["af"]) else 0
    for end in range(min(len(parts), start + LONGEST_PHRASE), start, -1):
        name = " ".join(map(key_of, parts[start:end]))
        if name in acts:
            is_next = isinstance(parts[end] if end < len(parts) else "", LawAsked)
            return None if is_next else (name, end)
    return None


def law_words(refs: tuple[str, ...]) -> str:
    """Return what stands in the index for references: `bl:136.2` is found by act and without."""
    found: list[str] = []
    for ref in refs:
        act, _, place = ref.partition(":")
        paragraph, _, part = place.partition(".")
        for start in ("p", f"{act}p"):
            found.append(start + paragraph)
            if part:
                found.append(f"{start}{paragraph}s{part}")
    return " ".join(dict.fromkeys(found))


_PART_NAME = r"st(?:k|ykke)?\.?"
_LAW_ASKED = re.compile(
    rf"""
    (?P<sign>§{{1,2}}\s*|\b(?:paragraf(?:fen)?|par\.?)\s+)?
    (?<![\w.])(?P<paragraph>\d{{1,3}}(?:\s?[a-h](?!\w))?)(?!\w)
    (?:
        \s*[,.]?\s*{_PART_NAME}\s*(?P<part>\d{{1,2}})(?!\w)
        | \.(?P<dotted>\d{{1,2}})(?!\w)
        | \s*[,.]?\s+s(?:t(?:k\.?|y(?:k(?:ke?)?)?)?)?\s*$     # about to type a stk.
    )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PART_FIRST = re.compile(
    rf"\b{_PART_NAME}\s*(\d{{1,2}})\s*(?:i|af|,)?\s*(§\s*\d{{1,3}}(?:\s?[a-h](?!\w))?)", re.I
)
_PART_AFTER_COMMA = re.compile(r"(?<![\w.])(\d{2,3})\s*,\s*([1-9])(?!\s*[\w.,])")
"""`136, 2`: one digit after a larger number is the part of it; paragraphs are named upwards."""
_GLUED = re.compile(r"(?<![^\W\d_])(\d+)(?=[^\W\d_]{3})")
"""`24timersvurdering`: a number that a word was written on to; in `171 b` it is its letter."""
_HOURS = re.compile(r"(?<![\w.§])(\d{1,3})\s?t\b\.?", re.IGNORECASE)
"""`24t`: so many hours."""
_BETWEEN_LAW = re.compile(r"(?<=\d)\s*(?:,|\bog\b|\bsamt\b|\beller\b)\s*(?=§|\d)", re.IGNORECASE)


def understand(text: str) -> Query:
    """Read what someone typed."""
    parts: list[str | LawAsked] = []
    at = 0
    text = _PART_AFTER_COMMA.sub(r"\1 stk \2", _PART_FIRST.sub(r"\2 stk \1", text))
    text = _GLUED.sub(r"\1 ", _BETWEEN_LAW.sub(" ", _HOURS.sub(r"\1 timer", text)))
    for found in _LAW_ASKED.finditer(text):
        parts += [*words(text[at : found.start()]), _law_asked(found)]
        at = found.end()
    parts += words(text[at:])
    return Query(tuple(parts), is_open=bool(parts) and not text[-1:].isspace())


def _law_asked(found: re.Match[str]) -> LawAsked:
    return LawAsked(
        paragraph=found["paragraph"].lower().replace(" ", ""),
        part=found["part"] or found["dotted"] or "",
        sign=bool(found["sign"]),
    )


class Marker:
    """Finds where words stand in texts, as they are written there.

    Of what begins as it was `typed`, so much is marked; inside a word only a longer piece is.
    What begins with one of `whole` means the same in another form and is marked whole.
    """

    def __init__(self, typed: Iterable[str], whole: Iterable[str] = ()) -> None:
        self._typed = tuple(sorted(dict.fromkeys(typed), key=len, reverse=True))
        self._whole = tuple(dict.fromkeys(whole))
        self._all = tuple(dict.fromkeys((*typed, *whole)))
        self._inside = tuple(word for word in self._all if len(word) >= _SHORTEST_INSIDE)
        self._known: dict[str, tuple[int, int]] = {}

    def marks(self, text: str) -> Marks:
        """Return the places of the words in a text, from its beginning."""
        plain = spelt(text)
        if plain.isascii() and not any(piece in plain for piece in self._all):
            return ()
        return tuple(self._each(text))

    def first(self, text: str) -> int:
        """Return where the first of the words stands in a text; 0 where none does."""
        return next((begin for begin, _ in self._each(text)), 0)

    def _each(self, text: str) -> Iterator[tuple[int, int]]:
        known = self._known
        for found in _WORD.finditer(text):
            word = found[0]
            span = known.get(word)
            if span is None:
                span = known[word] = self._find(word)
            if span[1]:
                start = found.start()
                yield start + span[0], start + span[1]

    def _find(self, word: str) -> tuple[int, int]:
        """Return the part of one word that is marked; an empty one for none."""
        plain = fold(word)
        if plain.startswith(self._typed):
            longest = next(typed for typed in self._typed if plain.startswith(typed))
            return _span(word, 0, len(longest))
        if plain.startswith(self._whole):
            return (0, len(word))
        if len(plain) > _SHORTEST_INSIDE:
            for piece in self._inside:
                at = plain.find(piece)
                if at > 0:
                    return _span(word, at, len(piece))
        return (0, 0)


def _span(word: str, at: int, length: int) -> tuple[int, int]:
    """Turn a place in a folded word into one in the word as it is written."""
    start, end, seen = len(word), len(word), 0
    for index, letter in enumerate(word):
        if seen >= at and start == len(word):
            start = index
        if seen >= at + length:
            end = index
            break
        seen += len(fold(letter))
    return (min(start, end), end)
