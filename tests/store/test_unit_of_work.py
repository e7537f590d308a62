import threading

import pytest

from app.model.errors import Trouble
from app.store import engine
from app.store.database_opening import open_store
from app.store.unit_of_work import Store
from tests.store.make import NOW


def test_nothing_is_written_without_a_commit(store: Store) -> None:
    with store.writing() as work:
        work.settings.put("role", "raadgiver", now=NOW)
    with store.reading() as work:
        assert work.settings.all() == {}


def test_nothing_is_written_when_something_fails_half_way(store: Store) -> None:
    def fail_half_way() -> None:
        with store.writing() as work:
            work.settings.put("role", "raadgiver", now=NOW)
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    with store.reading() as work:
        assert work.settings.all() == {}


def test_a_reader_sees_what_another_window_committed(store: Store) -> None:
    other = open_store(store.path.parent, now=NOW)
    with other.writing() as work:
        work.settings.put("role", "raadgiver", now=NOW)
        work.commit()
    other.close()
    with store.reading() as work:
        assert work.settings.get("role") == "raadgiver"


def test_threads_take_turns(store: Store) -> None:
    def count_up() -> None:
        for _ in range(10):
            with store.writing() as work:
                number = work.settings.get("number") or 0
                assert isinstance(number, int)
                work.settings.put("number", number + 1, now=NOW)
                work.commit()

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as work:
        assert work.settings.get("number") == 40


def test_a_window_that_never_lets_go_is_told_as_locked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    other = open_store(store.path.parent, now=NOW)
    with store.writing(), pytest.raises(Trouble) as told, other.writing():
        pass
    other.close()
    assert told.value.code == "locked"
    assert told.value.params["path"] == str(store.path)
