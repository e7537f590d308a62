"""A database that was deleted, moved or replaced under an open window takes no more writes."""

import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from app.model.errors import Trouble
from app.store.backup_files import backups_in
from app.store.database_opening import open_store
from app.store.rescue import recover
from app.store.unit_of_work import Store
from tests.store.make import NOW, back_up, begin, later, procedure, publish, run_named

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file stays there")

Deed = Callable[[Path], None]


def _with_log(path: Path) -> tuple[Path, ...]:
    return path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def delete_file(path: Path) -> None:
    path.unlink()


def delete_all_files(path: Path) -> None:
    for one in _with_log(path):
        one.unlink(missing_ok=True)


def delete_the_log(path: Path) -> None:
    _with_log(path)[1].unlink()


def delete_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def move_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("flyttet"))


def move_file(path: Path) -> None:
    path.rename(path.with_name("flyttet.sqlite3"))


def sync_in_an_older_one(path: Path) -> None:
    older = path.with_name("ældre")
    shutil.copyfile(path, older)
    older.replace(path)


def empty_the_file(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate()


DEEDS = (
    *(delete_file, delete_all_files, delete_the_log, delete_folder, move_folder, move_file),
    *(sync_in_an_older_one, empty_the_file),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def _filled(folder: Path) -> Store:
    """A database with a backup, and a run that came after it."""
    store = open_store(folder, now=NOW)
    key = publish(store, procedure())
    begin(store, run_named("før"), key)
    back_up(store)
    begin(store, run_named("efter"), key)
    return store


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_is_told_to_be_stored_that_is_not(folder: Path, deed: Deed) -> None:
    store = _filled(folder)
    deed(store.path)
    for _ in range(2):
        with pytest.raises(Trouble) as trouble:
            begin(store, run_named("borte"), 1)
        assert trouble.value.code in ("vanished", "replaced")
        with pytest.raises(Trouble):
            store.check_place()
    with suppress(Trouble):
        store.close()


@pytest.mark.parametrize("deed", DEEDS[:-1])
def test_all_that_was_stored_before_is_there_again_afterwards(folder: Path, deed: Deed) -> None:
    store = _filled(folder)
    deed(store.path)
    with pytest.raises(Trouble) as trouble:
        store.check_place()
    assert trouble.value.params["kept"] == backups_in(folder)[0].name
    with suppress(Trouble):
        store.close()
    recover(folder, now=later(1))
    again = open_store(folder, now=later(2))
    with again.reading() as work:
        assert set(work.runs.ids()) == {"før", "efter"}
    again.close()


def _write_over(store: Store, older: bytes) -> None:
    """Let a sync or a hand put an older copy into the same file."""
    store.wipe()
    assert store.path.read_bytes() != older
    with store.path.open("r+b") as file:
        file.truncate()
        file.write(older)


@pytest.mark.parametrize("is_shared", [False, True])
def test_a_file_that_is_written_over_takes_no_more_writes(folder: Path, *, is_shared: bool) -> None:
    store = _filled(folder)
    store.wipe()
    older = store.path.read_bytes()
    begin(store, run_named("nyest"), 1)
    other = open_store(folder, now=later(1)) if is_shared else None
    _write_over(store, older)
    for _ in range(2):
        with pytest.raises(Trouble) as trouble:
            begin(store, run_named("borte"), 1)
        assert trouble.value.code in ("written_over", "overwritten")
        with pytest.raises(Trouble):
            store.check_place()
    for window in (store, other):
        if window is not None:
            with suppress(Trouble):
                window.close()


@pytest.mark.parametrize("has_written", [False, True])
def test_what_was_written_over_a_file_is_not_read_as_ours(
    folder: Path, *, has_written: bool
) -> None:
    store = _filled(folder)
    store.wipe()
    older = store.path.read_bytes()
    begin(store, run_named("nyest"), 1)
    if not has_written:
        store.close()
        store = open_store(folder, now=later(1))
    _write_over(store, older)
    for _ in range(2):
        with pytest.raises(Trouble) as trouble, store.reading() as work:
            work.runs.ids()
        assert trouble.value.code in ("written_over", "overwritten")
    with suppress(Trouble):
        store.close()


def test_a_database_that_was_put_over_ours_stays_as_it_was_put(folder: Path) -> None:
    store = _filled(folder)
    store.wipe()
    other = store.path.read_bytes()
    for number in range(30):
        begin(store, run_named(f"nyt{number}"), 1)
    store.wipe()
    begin(store, run_named("nyest"), 1)
    with store.path.open("r+b") as file:
        file.truncate()
        file.write(other)
    with pytest.raises(Trouble):
        store.check_place()
    store.close()
    assert store.path.read_bytes() == other
    (aside,) = folder.glob("roed-traad-beskadiget-*-wal")
    assert aside.stat().st_size > 0
    again = open_store(folder, now=later(1))
    with again.reading() as work:
        assert set(work.runs.ids()) == {"før", "efter"}
    again.close()


def test_a_log_that_another_window_folds_into_the_file_is_no_other_file(folder: Path) -> None:
    store = _filled(folder)
    other = open_store(folder, now=later(1))
    for number in range(3):
        begin(other, run_named(f"der{number}"), 1)
        other.wipe()
        begin(store, run_named(f"her{number}"), 1)
        store.check_place()
    other.close()
    store.check_place()
    store.close()


def test_what_goes_away_while_it_is_written_is_not_acknowledged(folder: Path) -> None:
    store = _filled(folder)

    def write() -> None:
        with store.writing() as work:
            work.settings.put("role", "raadgiver", now=NOW)
            delete_file(store.path)
            work.commit()

    with pytest.raises(Trouble) as trouble:
        write()
    assert trouble.value.code == "vanished"
    with suppress(Trouble):
        store.close()


def test_a_folder_that_is_put_back_takes_writes_again(folder: Path) -> None:
    store = _filled(folder)
    away = folder.with_name("væk")
    folder.rename(away)
    with pytest.raises(Trouble):
        begin(store, run_named("borte"), 1)
    shutil.rmtree(folder)
    away.rename(folder)
    begin(store, run_named("igen"), 1)
    store.close()
    again = open_store(folder, now=later(1))
    with again.reading() as work:
        assert "igen" in work.runs.ids()
    again.close()


def test_closing_a_window_whose_file_is_gone_makes_no_empty_one(folder: Path) -> None:
    store = _filled(folder)
    delete_all_files(store.path)
    store.close()
    assert not store.path.exists()
    with pytest.raises(Trouble) as trouble:
        open_store(folder, now=later(1))
    assert trouble.value.code == "missing"
