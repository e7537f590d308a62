"""The search index in one transaction: putting in a new one, and finding in it.

FTS5 narrows the library down to a few dozen candidates; `ranking` puts them in order.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace
from sqlalchemy import Connection

from app.model.bounds import LONGEST_QUESTION
from app.model.search_hits import SearchHit
from app.store.engine import raw
from app.store.folded_words import understand
from app.store.search.hit_showing import Shower
from app.store.search.search_asking import Answer, SearchQuestion, Term, ask
from app.store.search.search_filling import (
    Portion,
    Prepared,
    begin_beside,
    clear_beside,
    fill,
    fill_beside,
    take_over,
)
from app.store.search.search_ranking import Candidate, Ranked, rank
from app.store.search.search_vocabulary import Vocabulary

_POOL = 40
"""So many candidates are looked at closely from each way of asking."""

_ENOUGH = 12
"""Where so many entries hold all that was asked for, those that hold less are not asked for."""

_COMMON = 2_000
"""What more entries than this answer is common."""

_TELLING = 8
"""What so many times more entries answer than the rarest word does not tell texts apart."""

_MOST_ANSWERS, _MOST_LOOSE, _MOST_TERMS = 20, 8, 5
_NOTHING = '"\x7f"'

_NAMES = (
    "SELECT rowid FROM search_name WHERE search_name MATCH ? ORDER BY bm25(search_name) LIMIT ?"
)
_TEXTS = (
    "SELECT rowid FROM search_text WHERE search_text MATCH ?"
    " ORDER BY bm25(search_text, 10.0, 4.0, 2.0, 1.0, 2.0, 6.0) LIMIT ?"
)
_CANDIDATES = (
    "SELECT e.id, e.kind, e.step <> '', t.name, t.lead, t.items, t.body, t.around, t.law"
    " FROM search_entry AS e JOIN search_text AS t ON t.rowid = e.id WHERE e.id IN ({})"
)
_SHOWN = (
    "SELECT id, kind, slug, step, title, context, cited, texts FROM search_entry WHERE id IN ({})"
)


class SearchIndex:
    """The search index in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def _reader(self) -> sqlite3.Connection:
        """The driver's own connection: one search asks many small questions."""
        return raw(self._connection)

    def fill(self, prepared: Prepared) -> None:
        """Put an index in the place of the one before."""
        fill(self._connection, prepared)

    def begin_beside(self) -> None:
        """Make ready for an index that is filled beside the one there is, a portion at a time."""
        begin_beside(self._connection)

    def fill_beside(self, portion: Portion) -> None:
        """Fill in some of it."""
        fill_beside(self._connection, portion)

    def take_over(self) -> None:
        """Let the index beside take the place of the one there was."""
        take_over(self._connection)

    def clear_beside(self) -> None:
        """Clear away the index that was, and one that was never finished."""
        clear_beside(self._connection)

    def find(self, typed: str, limit: int) -> tuple[SearchHit, ...]:
        """Find the places that fit what someone has typed so far, the best first.

        Of a long text its beginning is searched for: the time grows with the words.
        """
        if not self._connection.in_transaction():
            self._connection.begin()
        question = ask(understand(typed[:LONGEST_QUESTION]), Vocabulary(self._reader))
        if not question.terms:
            return ()
        ranked = rank(self._candidates(question), question)[:limit]
        return self._hits(ranked, question)

    def _candidates(self, question: SearchQuestion) -> list[Candidate]:
        found = dict.fromkeys(self._narrow(question))
        rows = self._reader.execute(_CANDIDATES.format(_marks(found)), tuple(found))
        return [
            Candidate(number, kind, bool(is_step), tuple(columns))
            for number, kind, is_step, *columns in rows
        ]

    def _narrow(self, question: SearchQuestion) -> list[int]:
        """Return what may answer a question: by all terms, else by the rarest of them.

        Where much answers it, names alone are enough; all texts would be slow to go through.
        """
        if all(term.law for term in question.terms):
            everything = " OR ".join(_any(term, _MOST_ANSWERS) for term in question.terms)
        else:
            everything = " AND ".join(_grouped(question.terms))
        found: list[int] = []
        if min(term.count for term in question.terms) > _COMMON:
            found = self._ask(_NAMES, everything)
        if len(found) < _POOL:
            found += self._ask(_TEXTS, everything)
        if len(question.terms) > 1 and len(found) < _ENOUGH:
            rarest = sorted(question.terms, key=lambda term: -term.worth)[:_MOST_TERMS]
            found += self._ask(_NAMES, " OR ".join(_any(term, _MOST_LOOSE) for term in rarest))
            telling = [term for term in rarest if term.count <= rarest[0].count * _TELLING]
            found += self._ask(_TEXTS, " OR ".join(_any(term, _MOST_LOOSE) for term in telling))
        return found

    def _ask(self, statement: str, asked: str) -> list[int]:
        return [number for (number,) in self._reader.execute(statement, (asked, _POOL))]

    def _hits(self, ranked: Sequence[Ranked], question: SearchQuestion) -> tuple[SearchHit, ...]:
        numbers = tuple(one.number for one in ranked)
        rows = self._reader.execute(_SHOWN.format(_marks(numbers)), numbers)
        shown = {number: row for number, *row in rows}
        shower = Shower(question)
        return tuple(shower.hit_of(shown[one.number], one.level) for one in ranked)


def _marks(numbers: Iterable[int]) -> str:
    return ", ".join("?" for _ in numbers)


def _grouped(terms: Sequence[Term]) -> Iterator[str]:
    """Ask for all terms; what several of them mean together is asked for once."""
    groups: dict[tuple[Answer, ...], list[Term]] = {}
    for term in terms:
        together = tuple(one for one in term.answers if len(one.words) > 1)
        groups.setdefault(together, []).append(term)
    for together, group in groups.items():
        if not together or len(group) == 1:
            yield from (f"({_any(term, _MOST_ANSWERS)})" for term in group)
        else:
            own = [_without(term, together) for term in group]
            each = " AND ".join(f"({_any(term, _MOST_ANSWERS)})" for term in own)
            yield " OR ".join([f"(({each})", *map(_match, together)]) + ")"


def _without(term: Term, together: Sequence[Answer]) -> Term:
    return replace(term, answers=tuple(one for one in term.answers if one not in together))


def _any(term: Term, most: int) -> str:
    """Return what answers a term best, in the language of FTS5; what is within another is left out.

    Forms that begin as another answer does cost time, and find nothing more.
    """
    alone = [one.words[0] for one in term.answers if len(one.words) == 1]
    begun = tuple(word[:-1] for word in alone if word[-1] == "*")
    asked = dict.fromkeys(
        _match(answer) for answer in term.answers if not _is_within(answer, begun)
    )
    return " OR ".join([*asked][:most]) or _NOTHING


def _is_within(answer: Answer, begun: tuple[str, ...]) -> bool:
    """Tell whether what begins in one of some ways holds an answer, and more."""
    if len(answer.words) != 1:
        return False
    word = answer.words[0]
    if word[-1] != "*":
        return word.startswith(begun)
    return any(len(one) < len(word) - 1 and word.startswith(one) for one in begun)


def _match(answer: Answer) -> str:
    words = [f'"{word[:-1]}" *' if word[-1] == "*" else f'"{word}"' for word in answer.words]
    return words[0] if len(words) == 1 else f"({' AND '.join(words)})"
