import errno
import sqlite3
from pathlib import Path
from unittest.mock import Mock

import pytest
from sqlalchemy.exc import IntegrityError

from app.model.errors import Trouble
from app.model.run.run import ItemMarked, Mark
from app.store.database_opening import open_store
from app.store.engine import raw
from app.store.troubles import code_of, told
from app.store.unit_of_work import Store
from tests.store.make import NOW, begin, later, procedure, publish, run_named


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EACCES, "folder_not_writable"),
        (errno.EROFS, "folder_not_writable"),
        (errno.EIO, "io"),
    ],
)
def test_what_the_disk_complains_of_has_a_code(number: int, code: str) -> None:
    assert code_of(OSError(number, "")) == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "disk_full"),
        (sqlite3.SQLITE_IOERR_WRITE, "io"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "locked"),
    ],
)
def test_what_the_database_complains_of_has_a_code(number: int, code: str) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = number
    assert code_of(error) == code


def test_a_mistake_of_ours_is_no_trouble(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), told(tmp_path):
        sqlite3.connect(":memory:").execute("SELECT nothing FORM nowhere")


def test_a_full_disk_is_known_by_what_is_left_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite calls it trouble with the disk when it cannot make the files that it works with."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMMAP
    with pytest.raises(Trouble, match="io"), told(tmp_path / "a"):
        raise error
    monkeypatch.setattr("shutil.disk_usage", lambda _: Mock(free=0))
    with pytest.raises(Trouble, match="disk_full"), told(tmp_path / "a"):
        raise error


def test_a_file_that_is_cut_short_is_damaged() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHORT_READ
    assert code_of(error) == "damaged"


def test_a_broken_reference_is_no_trouble(store: Store) -> None:
    with pytest.raises(IntegrityError), store.writing() as work:
        work.runs.append("nosuchrun", ItemMarked("foerst", 0, Mark.DONE), at=NOW, actor="anna")


def test_a_full_disk_is_told_and_loses_nothing(store: Store) -> None:
    begin(store, run_named("a"), publish(store, procedure()))
    with store._engine.connect() as connection:
        driver = raw(connection)
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count={pages}")
    written = 0
    with pytest.raises(Trouble) as trouble:  # noqa: PT012 - which of them it is does not matter
        for number in range(500):
            with store.writing() as work:
                what = ItemMarked("foerst", 0, Mark.DONE, reason="x" * 300)
                work.runs.append("a", what, at=later(number), actor="anna")
                work.commit()
            written += 1
    assert trouble.value.code == "disk_full"
    with store.reading() as work:
        assert len(work.runs.events("a")) == 1 + written
    with store._engine.connect() as connection:
        raw(connection).execute("PRAGMA max_page_count=1000000")
    with store.writing() as work:
        work.runs.append("a", ItemMarked("foerst", 0, Mark.OPEN), at=NOW, actor="anna")
        work.commit()


def test_a_database_that_may_only_be_read_is_told(store: Store) -> None:
    with store._engine.connect() as connection:
        raw(connection).execute("PRAGMA query_only=ON")
    with pytest.raises(Trouble) as trouble, store.writing() as work:
        work.settings.put("role", "raadgiver", now=NOW)
    assert trouble.value.code == "read_only"


def test_a_database_that_is_damaged_while_open_is_told(tmp_path: Path) -> None:
    store = open_store(tmp_path, now=NOW)
    for number in range(40):
        begin(store, run_named(f"r{number}"), publish(store, procedure(items=40)))
    store.close()
    with store.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (store.path.stat().st_size - 4096))
    with pytest.raises(Trouble) as trouble:  # noqa: PT012 - opening may tell already
        opened = open_store(tmp_path, now=NOW)
        with opened.reading() as work:
            work.runs.listing()
    assert trouble.value.code == "damaged"
