"""LIX, how heavy a text is to read: words to a sentence, and the share of long words.

A line is a sentence of its own, as in lists. Law that is quoted (`>` before the line) is exempt,
and so are marks of Markdown, web addresses, and the full stops of abbreviations and numbers.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

LONG_WORD = 7
"""A word of so many letters is long."""

CARD_LIMIT = 35
PROCEDURE_LIMIT = 45
CHILD_LIMIT = 25
FEWEST_WORDS = 30
"""Below so many words the figure says nothing."""

ABBREVIATIONS = (
    "a|art|bl|ca|dvs|eks|ekskl|evt|f|fl|fx|hhv|inkl|jf|kap|kl|m|mv|nr|osv|pkt|pr|stk|tlf|v|vedr"
)
_QUOTED_LAW = re.compile(r"^\s*>.*$", re.MULTILINE)
_LINK = re.compile(r"\]\([^)]{0,500}\)|https?://\S+")
_MARKS = re.compile(r"^\s*(?:#+|[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|[*_`#\[\]|{}]", re.MULTILINE)
_NO_STOP = re.compile(
    rf"\b({ABBREVIATIONS})\.(?=\s*[a-zæøå\d,;)])|(?<=\d)[.:](?=\d)|(?<=\d)\.(?=\s+[a-zæøå])"
)
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")


class Readability(Struct, frozen=True):
    """How a text reads."""

    words: int
    long_words: int
    sentences: int

    @property
    def lix(self) -> int:
        """The figure, rounded; 0 for a text without words."""
        if not self.words:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)

    @property
    def is_telling(self) -> bool:
        """Whether there is enough text for the figure to mean something."""
        return self.words >= FEWEST_WORDS


class Heaviest(Struct, frozen=True):
    """What weighs most in a text: its longest words, and its longest sentence in plain words."""

    words: tuple[str, ...] = ()
    sentence: str = ""
    length: int = 0


def readability(*texts: str) -> Readability:
    """Measure texts as one."""
    sentences = [found for sentence in _sentences(texts) if (found := _WORD.findall(sentence))]
    words = [word for sentence in sentences for word in sentence]
    long_words = sum(_letters(word) >= LONG_WORD for word in words)
    return Readability(len(words), long_words, len(sentences))


def heaviest(*texts: str, most: int = 5) -> Heaviest:
    """Return what to shorten first: so many of the longest words, and the longest sentence."""
    sentences = [" ".join(sentence.split()) for sentence in _sentences(texts)]
    lengths = [len(_WORD.findall(sentence)) for sentence in sentences]
    if not any(lengths):
        return Heaviest()
    length = max(lengths)
    one_of_each: dict[str, str] = {}
    for word in _WORD.findall("\n".join(sentences)):
        one_of_each.setdefault(word.casefold(), word)
    longest = sorted(one_of_each.values(), key=_letters, reverse=True)
    return Heaviest(
        tuple(word for word in longest[:most] if _letters(word) >= LONG_WORD),
        sentences[lengths.index(length)],
        length,
    )


def _sentences(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        plain = _MARKS.sub("", _LINK.sub(" ", _QUOTED_LAW.sub("", text)))
        yield from _SENTENCE_END.split(_NO_STOP.sub(lambda match: match[1] or "", plain))


def _letters(word: str) -> int:
    return sum(sign.isalpha() for sign in word)
