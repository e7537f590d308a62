"""The words that the index knows: asked for by beginning, stem, part, meaning, misspelling."""

import json
import sqlite3
from collections.abc import Iterable
from enum import IntEnum
from functools import cached_property

from msgspec import Struct

from app.store.stems import bare, misspellings, stem

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
_EXACT = "SELECT word, entries FROM search_word WHERE word IN (SELECT value FROM json_each(?))"
_STEMS = (
    "SELECT word, stem, entries FROM search_word WHERE stem IN (SELECT value FROM json_each(?))"
)
_BEGUN = (
    "SELECT value FROM json_each(?) AS asked WHERE EXISTS (SELECT 1 FROM search_word"
    " WHERE word >= asked.value AND word < asked.value || '{')"
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


_SHORTEST_PART = 4


class Sort(IntEnum):
    """What `act` of `search_phrase` says: other words, an act, or what means the same as both."""

    MEANT = 0
    ACT = 1
    SISTER = 2


class Meaning(Struct, frozen=True):
    """What a phrase means: other words, or an act."""

    phrase: str
    sort: Sort
    text: str

    @property
    def is_act(self) -> bool:
        return self.sort is Sort.ACT


class Vocabulary:
    """Answers for one search."""

    def __init__(self, reader: sqlite3.Connection) -> None:
        self._reader = reader
        self._asked: dict[tuple[str, str], list[KnownTerm]] = {}

    @cached_property
    def entries(self) -> int:
        """How many entries there are."""
        (most,) = self._reader.execute("SELECT max(id) FROM search_entry").fetchone()
        return most or 0

    def all_of(self, word: str) -> tuple[list[KnownTerm], list[KnownTerm], list[KnownTerm]]:
        """Return words that begin so, the forms of the word, and compounds that it is a part of."""
        own = stem(word)
        inside = self.with_part(own) if len(own) >= _SHORTEST_PART else []
        return self.beginning(word), self.of_stem(own), inside

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

    def exact(self, words: Iterable[str]) -> dict[str, int]:
        """Return those of some words that are there, with how many entries hold each."""
        rows = self._reader.execute(_EXACT, (json.dumps(list(words)),))
        return {str(word): int(entries) for word, entries in rows}

    def of_stems(self, stems: Iterable[str]) -> dict[str, list[KnownTerm]]:
        """Return the forms of several words."""
        found: dict[str, list[KnownTerm]] = {}
        for one in self._words(_STEMS, json.dumps(list(dict.fromkeys(stems)))):
            found.setdefault(one.stem, []).append(one)
        return found

    def begins_any(self, beginnings: Iterable[str]) -> set[str]:
        """Return those of some beginnings with which a word begins."""
        rows = self._reader.execute(_BEGUN, (json.dumps(list(beginnings)),))
        return {value for (value,) in rows}

    def meanings(self, phrases: Iterable[str]) -> list[Meaning]:
        """Return what any of some phrases mean."""
        rows = self._reader.execute(_MEANING, (json.dumps(list(phrases)),))
        return [Meaning(phrase, Sort(sort), text) for phrase, sort, text in rows]

    def _words(self, statement: str, asked: str) -> list[KnownTerm]:
        known = self._asked.get((statement, asked))
        if known is None:
            rows = self._reader.execute(statement, (asked,))
            known = self._asked[statement, asked] = [KnownTerm(*row) for row in rows]
        return known
