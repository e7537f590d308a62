"""The search index: FTS5, and the one place that knows it is.

Each row is one text that can be found. Words are folded before they come here (`words.py`), so
the index sees plain letters only. `main` is the text itself, `inner` the ends of its long words,
`around` what else narrows a search, `law` the references; the other columns are only carried.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Connection, text

from app.model.search import Entry, Hit, Level, Marks
from app.store.tables import AnyRow
from app.store.words import (
    LawAsked,
    Query,
    folded,
    law_order,
    law_words,
    mark_words,
    tails,
    understand,
)

CREATE = """
CREATE VIRTUAL TABLE search USING fts5(
    kind UNINDEXED, slug UNINDEXED, step UNINDEXED, level UNINDEXED,
    title UNINDEXED, context UNINDEXED, body UNINDEXED, cited UNINDEXED,
    main, inner, around, law,
    tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3'
)
"""

_INSERT = text(
    "INSERT INTO search (rowid, kind, slug, step, level, title, context, body, cited,"
    " main, inner, around, law) VALUES (:rowid, :kind, :slug, :step, :level, :title, :context,"
    " :body, :cited, :main, :inner, :around, :law)"
)
_NEWEST = text(
    "SELECT rowid FROM search WHERE rowid BETWEEN :first AND :last ORDER BY rowid DESC LIMIT 1"
)
_FIND = text(
    "SELECT kind, slug, step, level, title, context, body, cited FROM ("
    "SELECT rowid AS place, bm25(search, 0, 0, 0, 0, 0, 0, 0, 0, 10.0, 3.0, 1.0, 5.0) AS worth"
    " FROM search WHERE search MATCH :asked AND rowid BETWEEN :first AND :last"
    " ORDER BY worth LIMIT :limit"
    ") JOIN search ON search.rowid = place ORDER BY worth, place"
)

_BAND = 10**12
"""Rows of one level lie together, so that the best level is searched without reading the rest."""

_LAW_BAND = len(Level)
"""Provisions have a band of their own: first for a paragraph, last for words."""

_ROWS_PER_HIT = 4
"""Several rows may lead to one place; so many are looked at for each place asked for."""

_KINDS = ("procedure", "card", "tool", "provision")
_BEFORE = 36
_SNIPPET = 110
_SHORTEST_INSIDE = 4
_ENDINGS = ("ernes", "erne", "enes", "ene", "ens", "ets", "en", "et", "er", "es", "e", "s")
_SHORTEST_STEM = 5


class SearchIndex:
    """The search index in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entries: Iterable[Entry]) -> None:
        """Add texts that can be found."""
        newest = {band: self._newest(band) for band in range(_LAW_BAND + 1)}
        rows = []
        for entry in entries:
            band = _LAW_BAND if entry.kind == "provision" else int(entry.level)
            newest[band] += 1
            rows.append({"rowid": newest[band], **_row(entry)})
        if rows:
            self._connection.execute(_INSERT, rows)

    def remove(self, kind: str, slug: str) -> None:
        """Take out all that leads to a document."""
        gone = text("DELETE FROM search WHERE kind = :kind AND slug = :slug")
        self._connection.execute(gone, {"kind": kind, "slug": slug})

    def clear(self) -> None:
        """Take out everything."""
        self._connection.execute(text("DELETE FROM search"))

    def find(self, typed: str, limit: int) -> tuple[Hit, ...]:
        """Find the places that fit what someone has typed so far, the best first."""
        query = understand(typed)
        if query.is_empty:
            return ()
        hits = self._hits(query, limit)
        if not hits and (stems := _stems(query.words)) != query.words:
            hits = self._hits(msgspec.structs.replace(query, words=stems), limit)
        return hits

    def _hits(self, query: Query, limit: int) -> tuple[Hit, ...]:
        hits: dict[tuple[str, str, str], Hit] = {}
        for asked in _readings(query):
            for row in self._rows(asked, query, limit):
                place = (row.kind, row.slug, row.step)
                if place not in hits:
                    hits[place] = _hit(row, query)
                if len(hits) == limit:
                    return tuple(hits.values())
        return tuple(hits.values())

    def _rows(self, asked: str, query: Query, limit: int) -> Iterator[AnyRow]:
        """Go through what fits, band by band; later bands are not read unless they are needed."""
        bands = [*map(int, Level)]
        for band in [_LAW_BAND, *bands] if query.means_law else [*bands, _LAW_BAND]:
            first = band * _BAND
            params = {
                "asked": asked,
                "first": first,
                "last": first + _BAND - 1,
                "limit": limit * _ROWS_PER_HIT,
            }
            rows = self._connection.execute(_FIND, params).all()
            yield from _sorted(rows, band, query)

    def _newest(self, band: int) -> int:
        first = band * _BAND
        params = {"first": first, "last": first + _BAND - 1}
        return self._connection.scalar(_NEWEST, params) or first


def _sorted(rows: Sequence[AnyRow], band: int, query: Query) -> Sequence[AnyRow]:
    """Let what begins as it was typed come first among names, and the order of law among law."""
    if band == _LAW_BAND:
        return sorted(rows, key=lambda row: law_order(row.slug)) if query.means_law else rows
    if band > Level.STEP:
        return rows
    typed = " ".join(query.words)
    return sorted(
        rows, key=lambda row: (not folded(row.title).startswith(typed), _KINDS.index(row.kind))
    )


def _row(entry: Entry) -> dict[str, str | int]:
    main = entry.title if entry.level <= Level.STEP else entry.text
    return {
        "kind": entry.kind,
        "slug": entry.slug,
        "step": entry.step,
        "level": int(entry.level),
        "title": entry.title,
        "context": entry.context,
        "body": entry.text,
        "cited": entry.cited,
        "main": folded(main),
        "inner": tails(main),
        "around": folded(f"{entry.title} {entry.context} {entry.around}"),
        "law": law_words(entry.law),
    }


def _readings(query: Query) -> list[str]:
    """The ways to read a query, the strictest first, in the language of FTS5."""
    if not query.law:
        return [_match(query, [])]
    strict = [f"law : {_exact(asked)}" for asked in query.law]
    loose = [_begun(asked) for asked in query.law]
    whole = [f"law : {_quoted('p' + asked.paragraph)}" for asked in query.law if asked.part]
    return [_match(query, strict), _match(query, loose)] + ([_match(query, whole)] if whole else [])


def _match(query: Query, law: list[str]) -> str:
    """All that was asked for must be there, and some of it in the text itself."""
    everything = [f"({part})" for part in law] + [_anywhere(word) for word in query.words]
    if law:
        return " AND ".join(everything)
    itself = " OR ".join(f"{_columns('main', word)} : {_quoted(word)} *" for word in query.words)
    return f"({itself}) AND {' AND '.join(everything)}"


def _exact(asked: LawAsked) -> str:
    return _quoted(asked.act + asked.exact)


def _begun(asked: LawAsked) -> str:
    """A paragraph that may still be typed, or a number that is no paragraph at all."""
    paragraph = f"law : {_quoted(asked.exact)} *"
    if not asked.sign and not asked.part:
        paragraph = f"{paragraph} OR {{main around}} : {_quoted(asked.paragraph)} *"
    if not asked.act:
        return paragraph
    by_act = f"law : {_quoted(asked.act + asked.exact)} *"
    return f"{by_act} OR ({_anywhere(asked.act)} AND ({paragraph}))"


def _anywhere(word: str) -> str:
    return f"{_columns('main around', word)} : {_quoted(word)} *"


def _columns(names: str, word: str) -> str:
    inner = " inner" if len(word) >= _SHORTEST_INSIDE else ""
    return f"{{{names}{inner}}}"


def _quoted(word: str) -> str:
    return f'"{word}"'


def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    """Take the endings off words that were found nowhere."""
    return tuple(map(_stem, words))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def _hit(row: AnyRow, query: Query) -> Hit:
    level = Level(row.level)
    title_marks = mark_words(row.title, query.words)
    snippet, marks = _snippet(row, level, query)
    return Hit(
        kind=row.kind,
        id=row.slug,
        step=row.step or None,
        level=level,
        title=row.title,
        context=row.context,
        snippet=snippet,
        title_marks=title_marks,
        marks=marks,
    )


def _snippet(row: AnyRow, level: Level, query: Query) -> tuple[str, Marks]:
    """Show the piece of text that was found; for a paragraph, the references."""
    numbers = tuple(asked.paragraph for asked in query.law)
    if numbers and row.cited and level is not Level.ITEM:
        return row.cited, mark_words(row.cited, numbers)
    if level <= Level.STEP:
        return "", ()
    asked = query.words + numbers
    return _cut(row.body, mark_words(row.body, asked))


def _cut(body: str, marks: Marks) -> tuple[str, Marks]:
    """Cut a long text to the part around the first mark, at whole words."""
    if len(body) <= _SNIPPET:
        return body, marks
    first = marks[0][0] if marks else 0
    start = 0 if first <= _BEFORE else body.rfind(" ", 0, first - _BEFORE // 2) + 1
    end = len(body)
    if end - start > _SNIPPET:
        end = max(body.rfind(" ", start, start + _SNIPPET), start + _SNIPPET // 2)
    lead, trail = ("… " if start else ""), (" …" if end < len(body) else "")
    shift = len(lead) - start
    kept = tuple((a + shift, b + shift) for a, b in marks if a >= start and b <= end)
    return f"{lead}{body[start:end].rstrip()}{trail}", kept
