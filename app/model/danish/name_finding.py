"""Finding what looks like the name of a person in a note, so that it can be asked about.

A name is no number: it can only be guessed at, and a guess is never a refusal. Words with a
capital letter are looked at: a common given name, a family name behind another word, a word beside
a date of birth, or right after who it is. Places, offices, laws and the beginnings of sentences
are not meant.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from app.model.danish.common_names import FAMILY_NAMES, GIVEN_NAMES

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?|\d{6}(?!\d)|[^\w\s]|\d+|\n")
_INITIAL = re.compile(r"[A-ZÆØÅ]\.?")
_BORN = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d")
_ENDS = frozenset('.!?:;\n•-–»“”"(/*|[>#')
_FAMILY_ENDING = re.compile(r".{3,}sen")

_WHO = frozenset(
    (
        *("mor", "moderen", "moren", "mors", "far", "faderen", "faren", "fars", "barnet", "barn"),
        *("drengen", "pigen", "søster", "søsteren", "bror", "broren", "storebror", "storesøster"),
        *("lillebror", "lillesøster", "mormor", "morfar", "farmor", "farfar", "moster", "faster"),
        *("onkel", "kæreste", "kæresten", "stedfar", "stedmor", "plejemor", "plejefar", "veninde"),
        *("ven", "vennen", "veninden", "naboen", "læreren", "pædagogen", "lægen", "sønnen"),
        *("datteren", "søn", "datter", "unge", "hedder", "kaldes", "klassekammerat"),
    )
)
"""Who is named right after: `mor Sofie`, `barnet hedder Sofie`."""

_NO_PERSONS = re.compile(
    r"""
    .*(?:kommune[nrs]*|region(?:en)?|skole[nr]*|gård(?:en)?|centr?(?:et|er)?|huset?|hjem(?:met)?
    |hospital(?:et)?|sygehus(?:et)?|klinik(?:ken)?|politi(?:et)?|styrelse[nr]?|nævn(?:et)?
    |ret(?:ten)?|lov(?:en|s)?|råd(?:et)?|klub(?:ben)?|forening(?:en)?|ministeri(?:et|um)
    |institution(?:en)?|afdeling(?:en)?|gade|vej|gruppe(?:n)?|team(?:et)?|havn|vilkår|dialog
    |barnet|børn|gymnasi(?:et|um)|bibliotek(?:et)?|kirke[n]?|efterskole|fonden|akademi(?:et)?)s?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is no person: `Grenaa Skole`, `Børnehuset Midt`, `Red Barnet`."""

_ALSO_WORDS = frozenset({"storm", "saga", "luna", "tage", "per", "sine", "ane", "line", "bent"})
"""Names that are words as well, and oftener: alone they are none."""


class _Token(Struct, frozen=True):
    """A word of a text, and whether a sentence may begin with it."""

    text: str
    start: int
    begins: bool

    @property
    def key(self) -> str:
        """The word as it is compared: without its case, and without the ending of a genitive."""
        plain = self.text.rstrip(".").casefold()
        return plain[:-1] if plain.endswith("s") and plain[:-1] in _KNOWN else plain

    @property
    def is_named(self) -> bool:
        """Whether it is written as names are: a capital letter, and small ones after it."""
        word = self.text.rstrip(".")
        return len(word) > 1 and word[0].isupper() and not word.isupper() and word[1:] != ""

    @property
    def is_given(self) -> bool:
        parts = self.key.split("-")
        return self.is_named and all(part in GIVEN_NAMES for part in parts)

    @property
    def is_family(self) -> bool:
        key = self.key
        return self.is_named and (key in FAMILY_NAMES or _FAMILY_ENDING.fullmatch(key) is not None)

    @property
    def is_no_person(self) -> bool:
        return _NO_PERSONS.fullmatch(self.text) is not None


_KNOWN = GIVEN_NAMES | FAMILY_NAMES


def names_in(text: str) -> tuple[str, ...]:
    """Return what looks like names in a text, each once, as it is written there."""
    return tuple(dict.fromkeys(_names(text)))


def _names(text: str) -> Iterator[str]:
    tokens = [*_tokens(text)]
    at = 0
    while at < len(tokens):
        length = _length(tokens, at)
        if length:
            last = tokens[at + length - 1]
            yield text[tokens[at].start : last.start + len(last.text.rstrip("."))]
        at += length or 1


def _tokens(text: str) -> Iterator[_Token]:
    begins = True
    for found in _WORD.finditer(text):
        word = found[0]
        yield _Token(word, found.start(), begins)
        is_initial = _INITIAL.fullmatch(word) is not None
        begins = word in _ENDS or (word.endswith(".") and not is_initial)


def _length(tokens: Sequence[_Token], at: int) -> int:
    """Return how many words from here on are a name; 0 where none begins."""
    run = [*_run(tokens[at:])]
    while run and not run[-1].is_named:
        run.pop()
    if not run or not run[0].is_named or any(one.is_no_person for one in run):
        return 0
    return len(run) if _is_name(run, tokens, at) else 0


def _run(tokens: Sequence[_Token]) -> Iterator[_Token]:
    """Go on while words are written as names are, to the end of the sentence at most."""
    for token in takewhile(_may_go_on, tokens):
        yield token
        if token.text.endswith(".") and not _INITIAL.fullmatch(token.text):
            return


def _may_go_on(token: _Token) -> bool:
    return token.is_named or _INITIAL.fullmatch(token.text) is not None


def _is_name(run: Sequence[_Token], tokens: Sequence[_Token], at: int) -> bool:
    first = run[0]
    behind = tokens[at + len(run)] if at + len(run) < len(tokens) else None
    if behind is not None and _BORN.fullmatch(behind.text):
        return True
    if len(run) > 1 and (first.is_given or any(one.is_family for one in run[1:])):
        return True
    before = tokens[at - 1].text.casefold() if at else ""
    if not first.begins and before in _WHO:
        return True
    if _says_who_behind(tokens, at + len(run)):
        return True
    return first.is_given and first.key not in _ALSO_WORDS


def _says_who_behind(tokens: Sequence[_Token], at: int) -> bool:
    """Whether it says in brackets who was named: `Sofie (mor)`."""
    here = [one.text.casefold() for one in tokens[at : at + 3]]
    return len(here) == 3 and here[0] == "(" and here[1] in _WHO and here[2] in {")", ","}
