import sqlite3
from pathlib import Path
from threading import Timer

from app.store.database_opening import open_store
from app.store.engine import open_engine, raw
from app.store.unit_of_work import Store
from tests.store.make import NOW


def test_every_connection_is_durable_and_checks_references(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "prove.sqlite3")
    with engine.connect() as connection:
        driver = raw(connection)
        found = {
            name: driver.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
        waits = driver.execute("PRAGMA busy_timeout").fetchone()[0]
    engine.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    assert waits >= 5000


def test_a_window_that_comes_while_another_has_the_file_waits_for_its_turn(tmp_path: Path) -> None:
    path = tmp_path / "prove.sqlite3"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE a (b INTEGER)")
    other.execute("BEGIN IMMEDIATE")
    release = Timer(0.3, other.execute, ("ROLLBACK",))
    release.start()
    engine = open_engine(path)
    with engine.connect() as connection:
        assert raw(connection).execute("PRAGMA journal_mode").fetchone() == ("wal",)
    engine.dispose()
    release.join()
    other.close()


def test_schema_changes_roll_back_with_the_rest(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "prove.sqlite3")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE a (b INTEGER)")
        connection.rollback()
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").all()
    engine.dispose()
    assert tables == []


def test_another_window_can_be_told_to_have_written(store: Store) -> None:
    other = open_store(store.path.parent, now=NOW)
    before = store.data_version()
    assert store.data_version() == before
    with store.writing() as work:
        work.settings.put("role", "raadgiver", now=NOW)
        work.commit()
    assert store.data_version() == before, "one's own writing is no news"
    with other.writing() as work:
        work.settings.put("role", "afdelingsleder", now=NOW)
        work.commit()
    assert store.data_version() != before
    other.close()
