"""The tables of the search index: what can be found, the words in it, and what words mean.

`search_entry` carries what is shown. `search_name` and `search_text` are FTS5 with the folded
words: names alone, so that a common word is found fast, and everything. `search_word` knows each
word with its stem, its bare form and how many entries hold it, `search_part` the ends of
compounds, `search_phrase` synonyms and the names of acts. All is made anew from the library.
"""

TABLES = (
    "search_entry",
    "search_name",
    "search_text",
    "search_word",
    "search_part",
    "search_phrase",
)

CREATE = (
    """
CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    step TEXT NOT NULL,
    title TEXT NOT NULL,
    context TEXT NOT NULL,
    cited TEXT NOT NULL,
    texts TEXT NOT NULL
)
""",
    "CREATE INDEX ix_search_entry_kind_slug ON search_entry (kind, slug)",
    """
CREATE VIRTUAL TABLE search_name USING fts5(
    name, tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3'
)
""",
    """
CREATE VIRTUAL TABLE search_text USING fts5(
    name, lead, items, body, around, law,
    tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
)
""",
    """
CREATE TABLE search_word (
    word TEXT PRIMARY KEY,
    stem TEXT NOT NULL,
    bare TEXT NOT NULL,
    entries INTEGER NOT NULL
) WITHOUT ROWID
""",
    "CREATE INDEX ix_search_word_stem ON search_word (stem)",
    "CREATE INDEX ix_search_word_bare ON search_word (bare)",
    """
CREATE TABLE search_part (
    part TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (part, word)
) WITHOUT ROWID
""",
    """
CREATE TABLE search_phrase (
    phrase TEXT NOT NULL,
    act INTEGER NOT NULL,
    meaning TEXT NOT NULL,
    PRIMARY KEY (phrase, act, meaning)
) WITHOUT ROWID
""",
)
