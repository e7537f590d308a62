"""Filling the search index: entries, their words, the parts of compounds, what words mean.

All of it is thought out beforehand (`prepare`), so that nobody waits for more than the writing.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct
from sqlalchemy import Connection

from app.model.danish.law_notation import MAIN_ACT
from app.model.library.synonym import Synonym
from app.model.search_hits import ActName, SearchEntry
from app.store.folded_words import folded, law_words, phrase_key, understand, with_acts
from app.store.search.search_tables import CREATE, TABLES
from app.store.search.search_vocabulary import Sort
from app.store.stems import bare, stem

_SHORTEST_COMPOUND = 8
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 4
_LINKS = ("", "s", "e")
"""What may stand between the parts of a compound."""

_MAKING = ("ring", "ning", "else")
"""What makes a word of another, and looks like one itself: no part of `vurdering` is a ring."""
_Rows = tuple[tuple[object, ...], ...]


Portion = tuple[str, _Rows]
"""Some rows of a table."""

COMING, _GONE = "coming_", "gone_"
"""What stands before the names of tables that are to be the index, or that were."""

_NAMED = "TABLE "
_FASTER = 5
"""So many times faster than a row of whole texts is one of the other tables written."""

_INDEXES = tuple(statement for statement in CREATE if statement.startswith("CREATE INDEX"))
_INDEX_NAMES = tuple(statement.split()[2] for statement in _INDEXES)


class Prepared(Struct, frozen=True):
    """All rows of the index, by table."""

    rows: dict[str, _Rows]

    @property
    def size(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.rows.values()))

    def portions(self, size: int) -> Iterator[Portion]:
        """Go through all rows, so many texts at a time, and more of what is written faster."""
        for table, rows in self.rows.items():
            many = size if table.startswith("search_text") else size * _FASTER
            for start in range(0, len(rows), many):
                yield table, rows[start : start + many]


def prepare(
    entries: Iterable[SearchEntry], synonyms: Iterable[Synonym], acts: Iterable[ActName]
) -> Prepared:
    """Think out the whole index of a library; no database is asked."""
    shown, names, texts = [], [], []
    counts: Counter[str] = Counter()
    for number, entry in enumerate(entries, start=1):
        columns = _columns(entry)
        shown.append((number, *_shown(entry)))
        names.append((number, columns[0]))
        texts.append((number, *columns))
        counts.update({word for column in columns[:-1] for word in column.split()})
    return Prepared(
        {
            "search_entry (id, kind, slug, step, title, context, cited, texts)": tuple(shown),
            "search_name (rowid, name)": tuple(names),
            "search_text (rowid, name, lead, items, body, around, law)": tuple(texts),
            "search_word (word, stem, bare, entries)": tuple(
                (word, stem(word), bare(word), count) for word, count in sorted(counts.items())
            ),
            "search_part (part, word)": tuple(sorted(_parts(frozenset(counts)))),
            "search_phrase (phrase, meaning, act)": tuple(sorted(_meanings(synonyms, acts))),
        }
    )


def fill(connection: Connection, prepared: Prepared) -> None:
    """Put an index in the place of the one before, whatever state that is in."""
    for table in TABLES:
        connection.exec_driver_sql(f"DROP TABLE {table}")
    for statement in CREATE:
        connection.exec_driver_sql(statement)
    for table, rows in prepared.rows.items():
        _insert(connection, table, rows)


def begin_beside(connection: Connection) -> None:
    """Make empty tables beside the index, and clear away what another time has left of them."""
    clear_beside(connection)
    for statement in CREATE:
        if statement not in _INDEXES:
            connection.exec_driver_sql(statement.replace(_NAMED, _NAMED + COMING))


def fill_beside(connection: Connection, portion: Portion) -> None:
    """Put some rows into the tables beside the index."""
    table, rows = portion
    _insert(connection, COMING + table, rows)


def take_over(connection: Connection) -> None:
    """Put the tables beside the index in its place; they are named anew, and nothing is copied."""
    for table in TABLES:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {_GONE}{table}")
    for index in _INDEX_NAMES:
        connection.exec_driver_sql(f"DROP INDEX {index}")
    for table in TABLES:
        connection.exec_driver_sql(f"ALTER TABLE {COMING}{table} RENAME TO {table}")
    for statement in _INDEXES:
        connection.exec_driver_sql(statement)


def clear_beside(connection: Connection) -> None:
    """Clear away the tables that were the index before, and what was never finished."""
    for table in TABLES:
        for name in (COMING + table, _GONE + table):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")


def _insert(connection: Connection, table: str, rows: _Rows) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", list(rows))


def _meanings(
    synonyms: Iterable[Synonym], acts: Iterable[ActName]
) -> Iterator[tuple[str, str, int]]:
    """Return what words mean, each once."""
    names = {phrase_key(name.name): name.act for name in acts}
    rows: dict[tuple[str, str], Sort] = {}
    for synonym in synonyms:
        for one, other, sort in _pairs(synonym):
            pair = phrase_key(one, names), _meaning(other, names)
            rows[pair] = min(sort, rows.get(pair, sort))
    yield from ((phrase, act, int(Sort.ACT)) for phrase, act in names.items() if phrase)
    yield from ((*pair, int(sort)) for pair, sort in rows.items() if all(pair))


def _pairs(synonym: Synonym) -> Iterator[tuple[str, str, Sort]]:
    """Let each of a set of words find the others; an old word finds them and is not found."""
    for meaning in synonym.means:
        yield synonym.word, meaning, Sort.MEANT
        if not synonym.one_way:
            yield meaning, synonym.word, Sort.MEANT
            sisters = () if "§" in meaning else synonym.means
            yield from (
                (meaning, other, Sort.SISTER)
                for other in sisters
                if other != meaning and "§" not in other
            )


def _meaning(text: str, acts: Mapping[str, str]) -> str:
    """Return the words of a meaning; a paragraph as it stands in the index, after its sign."""
    query = with_acts(understand(text), acts)
    return " ".join(
        part if isinstance(part, str) else f"§{part.act or MAIN_ACT}{part.exact}"
        for part in query.parts
    )


def _shown(entry: SearchEntry) -> tuple[str, ...]:
    texts = json.dumps([entry.lead, entry.items, entry.body], ensure_ascii=False)
    return entry.kind, entry.slug, entry.step, entry.title, entry.context, entry.cited, texts


@lru_cache(maxsize=4_096)
def _columns(entry: SearchEntry) -> tuple[str, ...]:
    """Return the folded words of an entry, by column of the index.

    They are kept: when one text is published, all the others are as they were.
    """
    return (
        folded(entry.title if entry.named else ""),
        folded("\n".join(entry.lead)),
        folded("\n".join(entry.items)),
        folded("\n".join(entry.body)),
        folded(f"{entry.context} {entry.around} {'' if entry.named else entry.title}"),
        law_words(entry.law),
    )


def _parts(words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Take compounds apart where a word stands before the seam or after it."""
    stems = {stem(word) for word in words}
    beginnings = {word[:_SHORTEST_TAIL] for word in words}
    for word in words:
        if len(word) >= _SHORTEST_COMPOUND:
            for at in _seams(word):
                if word[at:].startswith(_MAKING):
                    continue
                if _begins(word, at, words, stems) or _ends(word, at, beginnings, stems):
                    yield word[at:], word


def _begins(word: str, at: int, words: frozenset[str], stems: set[str]) -> bool:
    """Whether a word stands before the seam."""
    return any(form in words or form in stems for form in _heads(word, at))


def _ends(word: str, at: int, beginnings: set[str], stems: set[str]) -> bool:
    """Whether a word stands after the seam; most are dismissed by their beginning."""
    tail = word[at:]
    return tail[:_SHORTEST_TAIL] in beginnings and stem(tail) in stems


def _seams(word: str) -> range:
    return range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1)


def _heads(word: str, at: int) -> list[str]:
    """Return the forms that the first part of a compound may have by itself."""
    head = word[:at]
    return [
        head.removesuffix(link)
        for link in _LINKS
        if head.endswith(link) and len(head) - len(link) >= _SHORTEST_HEAD
    ]
