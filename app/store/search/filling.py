"""Filling the search index: entries, their words, the parts of compounds, what words mean."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection

from app.model.law_notation import MAIN_ACT
from app.model.search import ActName, Entry
from app.model.synonym import Synonym
from app.store.search.tables import TABLES
from app.store.stems import bare, stem
from app.store.words import folded, law_words, phrase_key, understand, with_acts

_ADD_ENTRY = (
    "INSERT INTO search_entry (id, kind, slug, step, title, context, cited, texts)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_NAME = "INSERT INTO search_name (rowid, name) VALUES (?, ?)"
_ADD_TEXT = (
    "INSERT INTO search_text (rowid, name, lead, items, body, around, law)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_ADD_WORD = (
    "INSERT INTO search_word (word, stem, bare, entries) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (word) DO UPDATE SET entries = entries + excluded.entries"
)
_KNOWN = "SELECT value FROM json_each(?) WHERE value IN (SELECT {} FROM search_word)"

_SHORTEST_COMPOUND = 8
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 4
_LINKS = ("", "s", "e")
"""What may stand between the parts of a compound."""


def add_entries(connection: Connection, entries: Iterable[Entry]) -> None:
    """Add entries with their words."""
    last = connection.exec_driver_sql("SELECT max(id) FROM search_entry").scalar() or 0
    shown, names, texts = [], [], []
    counts: Counter[str] = Counter()
    for number, entry in enumerate(entries, start=last + 1):
        columns = _columns(entry)
        shown.append((number, *_shown(entry)))
        names.append((number, columns[0]))
        texts.append((number, *columns))
        counts.update({word for column in columns[:-1] for word in column.split()})
    if not shown:
        return
    connection.exec_driver_sql(_ADD_ENTRY, shown)
    connection.exec_driver_sql(_ADD_NAME, names)
    connection.exec_driver_sql(_ADD_TEXT, texts)
    _add_words(connection, counts)


def remove_entries(connection: Connection, kind: str, slug: str) -> None:
    """Take out what leads to a document, with the words that nothing else holds."""
    found = connection.exec_driver_sql(
        "SELECT t.rowid, t.name, t.lead, t.items, t.body, t.around FROM search_entry AS e"
        " JOIN search_text AS t ON t.rowid = e.id WHERE e.kind = ? AND e.slug = ?",
        (kind, slug),
    ).all()
    counts: Counter[str] = Counter()
    for number, *columns in found:
        counts.update({word for column in columns for word in column.split()})
        for table, key in (
            ("search_entry", "id"),
            ("search_name", "rowid"),
            ("search_text", "rowid"),
        ):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE {key} = ?", (number,))
    if counts:
        fewer = [(count, word) for word, count in counts.items()]
        connection.exec_driver_sql(
            "UPDATE search_word SET entries = entries - ? WHERE word = ?", fewer
        )
        gone = "SELECT word FROM search_word WHERE entries <= 0"
        connection.exec_driver_sql(f"DELETE FROM search_part WHERE word IN ({gone})")
        connection.exec_driver_sql("DELETE FROM search_word WHERE entries <= 0")


def set_meanings(
    connection: Connection, synonyms: Iterable[Synonym], acts: Iterable[ActName]
) -> None:
    """Put synonyms and the names of acts in the place of those before."""
    connection.exec_driver_sql("DELETE FROM search_phrase")
    names = {phrase_key(name.name): name.act for name in acts}
    rows = {(phrase, 1, act) for phrase, act in names.items()}
    for synonym in synonyms:
        rows |= {(phrase_key(one), 0, _meaning(other, names)) for one, other in _pairs(synonym)}
    sound = [row for row in rows if row[0] and row[2]]
    if sound:
        connection.exec_driver_sql("INSERT INTO search_phrase VALUES (?, ?, ?)", sorted(sound))


def clear(connection: Connection) -> None:
    """Take out everything."""
    for table in TABLES:
        connection.exec_driver_sql(f"DELETE FROM {table}")


def _pairs(synonym: Synonym) -> Iterator[tuple[str, str]]:
    for meaning in synonym.means:
        yield synonym.word, meaning
        if not synonym.one_way:
            yield meaning, synonym.word


def _meaning(text: str, acts: Mapping[str, str]) -> str:
    """Return the words of a meaning; a paragraph as it stands in the index, after its sign."""
    query = with_acts(understand(text), acts)
    return " ".join(
        part if isinstance(part, str) else f"§{part.act or MAIN_ACT}{part.exact}"
        for part in query.parts
    )


def _shown(entry: Entry) -> tuple[str, ...]:
    texts = json.dumps([entry.lead, entry.items, entry.body], ensure_ascii=False)
    return entry.kind, entry.slug, entry.step, entry.title, entry.context, entry.cited, texts


def _columns(entry: Entry) -> tuple[str, ...]:
    """Return the folded words of an entry, by column of the index."""
    return (
        folded(entry.title if entry.named else ""),
        folded("\n".join(entry.lead)),
        folded("\n".join(entry.items)),
        folded("\n".join(entry.body)),
        folded(f"{entry.context} {entry.around} {'' if entry.named else entry.title}"),
        law_words(entry.law),
    )


def _add_words(connection: Connection, counts: Counter[str]) -> None:
    new = set(counts) - _known(connection, counts, "word")
    rows = [(word, stem(word), bare(word), count) for word, count in sorted(counts.items())]
    connection.exec_driver_sql(_ADD_WORD, rows)
    parts = _parts(connection, sorted(word for word in new if len(word) >= _SHORTEST_COMPOUND))
    if parts:
        connection.exec_driver_sql("INSERT OR IGNORE INTO search_part VALUES (?, ?)", parts)


def _parts(connection: Connection, compounds: list[str]) -> list[tuple[str, str]]:
    """Take compounds apart where a word stands before the seam or after it."""
    seams = [(word, at) for word in compounds for at in _seams(word)]
    heads = {form for word, at in seams for form in _heads(word, at)}
    known = _known(connection, heads, "word") | _known(connection, heads, "stem")
    found = [(word, at) for word, at in seams if not known.isdisjoint(_heads(word, at))]
    found += _known_tails(connection, sorted(set(seams) - set(found)))
    return [(word[at:], word) for word, at in found]


def _known_tails(connection: Connection, seams: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the seams after which a known word stands; most are dismissed by its beginning."""
    begins = f"SELECT DISTINCT substr(word, 1, {_SHORTEST_TAIL}) FROM search_word"
    beginnings = set(connection.exec_driver_sql(begins).scalars())
    likely = [(word, at) for word, at in seams if word[at : at + _SHORTEST_TAIL] in beginnings]
    known = _known(connection, {stem(word[at:]) for word, at in likely}, "stem")
    return [(word, at) for word, at in likely if stem(word[at:]) in known]


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


def _known(connection: Connection, words: Iterable[str], column: str) -> set[str]:
    asked = json.dumps(list(words))
    return set(connection.exec_driver_sql(_KNOWN.format(column), (asked,)).scalars())
