"""Words as they are searched: folded to plain letters, with law references understood.

Pure text, no database. What is indexed and what is asked for goes through the same functions, so
that `børnesamtale`, `boernesamtale` and `Børnesamtale` are one word, and `§ 136, stk. 2`,
`136 stk 2` and `bl 136` find the same paragraph.
"""

import re
import string
import unicodedata
from functools import lru_cache

from msgspec import Struct

from app.model.law_notation import MAIN_ACT
from app.model.search import Marks

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "y", "ß": "ss", "ł": "l"}
)
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_TAIL = 4
_SHORTEST_COMPOUND = 8
_PLAIN = re.compile(r"[a-z0-9]+")
_NO_ACT = frozenset({"og", "eller", "samt", "stk", "nr", "paragraf", "lovens"})


class LawAsked(Struct, frozen=True):
    """A paragraph that a query names; `act` is the word before it, if any, as it was typed."""

    paragraph: str
    part: str = ""
    act: str = ""
    sign: bool = False

    @property
    def exact(self) -> str:
        """What stands in the index for just this."""
        return f"p{self.paragraph}s{self.part}" if self.part else f"p{self.paragraph}"


class Query(Struct, frozen=True):
    """What someone typed: folded words, and the paragraphs among them."""

    words: tuple[str, ...] = ()
    law: tuple[LawAsked, ...] = ()

    @property
    def means_law(self) -> bool:
        """Whether a paragraph is what is looked for: `24 timer` is a length of time."""
        return any(one.sign or one.part or one.act or not self.words for one in self.law)

    @property
    def is_empty(self) -> bool:
        return not self.words and not self.law


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word in small letters a to z and digits: æ, ø, å written out, accents dropped."""
    spelt = word.lower().translate(_LETTERS)
    if spelt.isascii():
        return spelt
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", spelt).translate(_LETTERS))
    return "".join(_PLAIN.findall(bare.lower()))


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    whole = unicodedata.normalize("NFC", text)
    return [word for found in _WORD.finditer(whole) if (word := fold(found[0]))]


def folded(text: str) -> str:
    """Return the words of a text, folded, as the index keeps them."""
    return " ".join(words(text))


def tails(text: str) -> str:
    """Return the ends of the long words of a text: `samtale` is found in `boernesamtale`."""
    found = {
        word[start:]
        for word in words(text)
        if len(word) >= _SHORTEST_COMPOUND
        for start in range(2, len(word) - _SHORTEST_TAIL + 1)
    }
    return " ".join(sorted(found))


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


def law_order(ref: str) -> tuple[bool, str, int, str, int]:
    """Say where a reference stands among others: barnets lov first, then as acts count."""
    act, _, place = ref.partition(":")
    paragraph, _, part = place.partition(".")
    number = paragraph.rstrip(string.ascii_lowercase)
    return (act != MAIN_ACT, act, int(number or 0), paragraph, int(part or 0))


_LAW_ASKED = re.compile(
    r"""
    (?:(?P<act>[^\W\d_]+)\s*[:\s]\s*)?                     # bl, rsl, or a word that is no act
    (?P<sign>§{1,2}\s*)?
    (?<![\w.])(?P<paragraph>\d{1,3}(?:\s?[a-h](?!\w))?)(?!\w)
    (?:
        \s*[,.]?\s*stk\.?\s*(?P<part>\d{1,2})(?!\w)
        | \.(?P<dotted>\d{1,2})(?!\w)
        | \s*[,.]?\s+s(?:t(?:k\.?)?)?\s*$                   # about to type a stk.
    )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AND_ALSO = re.compile(r"§|\b(?:og|samt|eller)\b", re.IGNORECASE)


def understand(text: str) -> Query:
    """Read what someone typed."""
    law = tuple(map(_law_asked, _LAW_ASKED.finditer(text)))
    rest = _AND_ALSO.sub(" ", _LAW_ASKED.sub(" ", text))
    return Query(tuple(words(rest)), law)


def _law_asked(found: re.Match[str]) -> LawAsked:
    before = fold(found["act"] or "")
    return LawAsked(
        paragraph=found["paragraph"].lower().replace(" ", ""),
        part=found["part"] or found["dotted"] or "",
        act="" if before in _NO_ACT else before,
        sign=bool(found["sign"]) or before == "paragraf",
    )


def mark_words(text: str, asked: tuple[str, ...]) -> Marks:
    """Find where the words asked for stand in a text, as they are written there."""
    marks: list[tuple[int, int]] = []
    for found in _WORD.finditer(text):
        folded_word = fold(found[0])
        begins = [word for word in asked if folded_word.startswith(word)]
        inside = [word for word in asked if len(word) >= _SHORTEST_TAIL and word in folded_word]
        for chosen in (begins or inside)[:1]:
            longest = max(begins, key=len) if begins else chosen
            at = folded_word.find(longest)
            marks.append(_span(found[0], found.start(), at, len(longest)))
    return tuple(marks)


def _span(word: str, offset: int, at: int, length: int) -> tuple[int, int]:
    """Turn a place in a folded word into one in the word as it is written."""
    start, end, seen = len(word), len(word), 0
    for index, letter in enumerate(word):
        if seen >= at and start == len(word):
            start = index
        if seen >= at + length:
            end = index
            break
        seen += len(fold(letter))
    return (offset + min(start, end), offset + end)
