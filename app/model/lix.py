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

_ABBREVIATIONS = (
    "a|art|bl|ca|dvs|eks|ekskl|evt|f|fl|fx|hhv|inkl|jf|kap|kl|m|mv|nr|osv|pkt|pr|stk|tlf|v|vedr"
)
_QUOTED_LAW = re.compile(r"^\s*>.*$", re.MULTILINE)
_LINK = re.compile(r"\]\([^)]*\)|https?://\S+")
_MARKS = re.compile(r"^\s*(?:#+|[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|[*_`#\[\]|{}]", re.MULTILINE)
_NO_STOP = re.compile(
    rf"\b({_ABBREVIATIONS})\.(?=\s*[a-zæøå\d,;)])|(?<=\d)[.:](?=\d)|(?<=\d)\.(?=\s+[a-zæøå])"
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


def readability(*texts: str) -> Readability:
    """Measure texts as one."""
    words: list[str] = []
    sentences = 0
    for sentence in _sentences(texts):
        found = _WORD.findall(sentence)
        words += found
        sentences += bool(found)
    long_words = sum(_letters(word) >= LONG_WORD for word in words)
    return Readability(len(words), long_words, sentences)


def _sentences(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        plain = _MARKS.sub("", _LINK.sub(" ", _QUOTED_LAW.sub("", text)))
        yield from _SENTENCE_END.split(_NO_STOP.sub(lambda match: match[1] or "", plain))


def _letters(word: str) -> int:
    return sum(sign.isalpha() for sign in word)
