"""Search: all that is found in a library, by word, by paragraph, by what is meant."""

from app.store.search.search_filling import prepare
from app.store.search.search_index import SearchIndex
from app.store.search.search_tables import CREATE, TABLES

__all__ = ["CREATE", "TABLES", "SearchIndex", "prepare"]
