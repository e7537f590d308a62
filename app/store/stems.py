"""Danish words without their endings, and what is left of them when they are misspelt.

Pure text, on words as `folded_words.fold` leaves them. The stemmer is Snowball's; it is imported at
the
first word, since a start of the window needs none.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from string import ascii_lowercase
from typing import Protocol

_SMALL = """
ad af alle at blev bliver da de dem den denne der deres det dette din du efter eller en end
er et fik foer for fra fx goer goere ham han har hed hos hun hvad hvem hvilke hvilken
hvilket hvis hvor hvordan hvorfor hvornaar i ifm ift igen ikke jeg kan kun maa man med
mellem men mig min mit mod naar nogen noget nogle nu og ogsaa om op os over paa saa sig sin
sit skal skulle som stk til ud vaere vaeret ved vi vil vores
"""

STOP_WORDS = frozenset(_SMALL.split())
"""Words that say too little to be looked for where there are others."""

_UNFOLD = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))
_FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_BARE = (("ae", "a"), ("oe", "o"), ("aa", "a"))
_MADE_BY = ("ning", "ing", "sels", "else", "hed")
_SHORTEST_ROOT = 5
_SHORTEST_BEGUN = 4
_SAME = {
    "boern": "barn",
    "maend": "mand",
    "haend": "haand",
    "anbrag": "anbring",
    "afgjort": "afgoer",
    "spurg": "spoerg",
    "skrev": "skriv",
    "foedsl": "foed",
    "foedt": "foed",
    "slog": "slaar",
    "slaaet": "slaar",
    "foraeld": "foraeldr",
    "godt": "god",
    "svaert": "svaer",
}
"""Stems of one word that changes its vowel."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the package's own name


@cache
def _stemmer() -> _Stemmer:
    import snowballstemmer

    stemmer: _Stemmer = snowballstemmer.stemmer("danish")
    return stemmer


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the stem of a folded word: `undersoegelserne` and `undersoegt` have one."""
    spelt = word
    for letters, letter in _UNFOLD:
        spelt = spelt.replace(letters, letter)
    found = _stemmer().stemWord(spelt).translate(_FOLD)
    return _SAME.get(found, found)


def root(word: str) -> str:
    """Return what a word is made of: `underretter` and `underretning` have one root."""
    own = stem(word)
    for ending in _MADE_BY:
        if own.endswith(ending) and len(own) - len(ending) >= _SHORTEST_ROOT:
            return own.removesuffix(ending)
    return own


def bare(word: str) -> str:
    """Return what is left of a word when accents and double letters are forgotten."""
    for letters, letter in _BARE:
        word = word.replace(letters, letter)
    return word[:1] + "".join(after for before, after in pairwise(word) if before != after)


def misspellings(word: str) -> Iterator[str]:
    """Go through the words that one typing error makes of a word, or that became it by one."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


def beginning_of(word: str) -> str:
    """Return how the forms of a word begin, with a star; a short word stands for itself."""
    if len(word) < _SHORTEST_BEGUN:
        return word
    own = stem(word)
    return f"{own if len(own) > 4 or len(word) - len(own) < 3 else word[:-1]}*"
