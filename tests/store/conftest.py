"""A real database in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.database_opening import open_store
from app.store.unit_of_work import Store
from tests.store.make import NOW


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path, now=NOW)
    yield opened
    opened.close()
