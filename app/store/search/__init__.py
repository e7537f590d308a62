"""Search: all that is found in a library, by word, by paragraph, by what is meant."""

from app.store.search.filling import prepare
from app.store.search.index import SearchIndex
from app.store.search.tables import CREATE, TABLES

__all__ = ["CREATE", "TABLES", "SearchIndex", "prepare"]
