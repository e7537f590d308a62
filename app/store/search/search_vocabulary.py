"""The words that the index knows: asked for by beginning, stem, part, meaning, misspelling."""

import json
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct
from sqlalchemy import Connection

from app.store.stems import bare, misspellings

_BEGINNING = (
    "SELECT word, stem, entries FROM search_word WHERE word >= ?1 AND word < ?1 || '{'"
    " ORDER BY entries DESC LIMIT 60"
)
_STEM = "SELECT word, stem, entries FROM search_word WHERE stem = ? LIMIT 20"
_PART = (
    "SELECT DISTINCT w.word, w.stem, w.entries FROM search_part AS p JOIN search_word AS w"
    " ON w.word = p.word WHERE p.part >= ?1 AND p.part < ?1 || '{'"
    " ORDER BY w.entries DESC LIMIT 40"
)
_BARE = (
    "SELECT word, stem, entries FROM search_word WHERE bare >= ?1 AND bare < ?1 || '{'"
    " ORDER BY length(bare), entries DESC LIMIT 5"
)
_NEAR = (
    "SELECT w.word, w.stem, w.entries FROM (SELECT DISTINCT value FROM json_each(?)) AS near"
    " JOIN search_word AS w ON w.bare >= near.value AND w.bare < near.value || '{'"
    " ORDER BY length(w.bare), w.entries DESC LIMIT 5"
)
_MEANING = (
    "SELECT phrase, act, meaning FROM search_phrase"
    " WHERE phrase IN (SELECT value FROM json_each(?))"
)


class KnownTerm(Struct, frozen=True):
    """A word of the index, and how many entries hold it."""

    word: str
    stem: str
    entries: int


class Meaning(Struct, frozen=True):
    """What a phrase means: other words, or an act."""

    phrase: str
    is_act: bool
    text: str


class Vocabulary:
    """Answers for one search."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def entries(self) -> int:
        """How many entries there are."""
        return self._connection.exec_driver_sql("SELECT max(id) FROM search_entry").scalar() or 0

    def beginning(self, start: str) -> list[KnownTerm]:
        """Return words that begin so, the most common first."""
        return self._words(_BEGINNING, start)

    def of_stem(self, stem: str) -> list[KnownTerm]:
        """Return the forms of one word."""
        return self._words(_STEM, stem)

    def with_part(self, part: str) -> list[KnownTerm]:
        """Return compounds with a part, not the first, that begins so."""
        return self._words(_PART, part)

    def spelt_badly(self, word: str) -> list[KnownTerm]:
        """Return words that are the same but for accents and double letters."""
        return self._words(_BARE, bare(word))

    def misspelt(self, word: str) -> list[KnownTerm]:
        """Return words that are one typing error away."""
        return self._words(_NEAR, json.dumps(list(misspellings(bare(word)))))

    def meanings(self, phrases: Iterable[str]) -> list[Meaning]:
        """Return what any of some phrases mean."""
        rows = self._connection.exec_driver_sql(_MEANING, (json.dumps(list(phrases)),))
        return [Meaning(phrase, bool(act), text) for phrase, act, text in rows]

    def _words(self, statement: str, asked: str) -> list[KnownTerm]:
        rows = self._connection.exec_driver_sql(statement, (asked,))
        return [KnownTerm(*row) for row in rows]
