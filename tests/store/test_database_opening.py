import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.data_folder import DATABASE
from app.model.errors import Trouble
from app.store.database_opening import open_store
from tests.store.make import NOW, back_up, begin, procedure, publish, run_named


def _trouble_opening(folder: Path) -> Trouble:
    with pytest.raises(Trouble) as told:
        open_store(folder, now=NOW)
    return told.value


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    open_store(tmp_path / "a" / "b", now=NOW).close()
    assert (tmp_path / "a" / "b" / DATABASE).exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("no folder")
    trouble = _trouble_opening(tmp_path / "fil" / "data")
    assert trouble.code == "folder_not_writable"
    assert trouble.params["path"] == str(tmp_path / "fil" / "data" / DATABASE)


def test_a_folder_where_no_file_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / DATABASE).mkdir()
    assert _trouble_opening(tmp_path).code == "no_file"


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another thing there")
def test_a_folder_that_may_only_be_read_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o555)
    code = (
        "import os; from pathlib import Path; from app.model.errors import Trouble\n"
        "from app.store.database_opening import open_store; from tests.store.make import NOW\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        f"try: open_store(Path({str(folder)!r}), now=NOW)\n"
        "except Trouble as trouble: print(trouble.code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    folder.chmod(0o755)
    assert done.stdout.strip() == "folder_not_writable", done.stderr


def test_a_file_that_is_no_database_is_told_as_damaged(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"this is no database at all" * 400)
    trouble = _trouble_opening(tmp_path)
    assert trouble.code == "damaged"
    assert trouble.params["kept"] == ""


def test_damage_names_the_newest_backup(tmp_path: Path) -> None:
    store = open_store(tmp_path, now=NOW)
    backup = back_up(store)
    store.close()
    (tmp_path / DATABASE).write_bytes(b"this is no database at all" * 400)
    assert backup
    assert _trouble_opening(tmp_path).params["kept"] == backup.name


def test_a_database_of_another_program_is_told_as_damaged(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / DATABASE)) as other:
        other.execute("CREATE TABLE photo (id INTEGER)")
    assert _trouble_opening(tmp_path).code == "damaged"


def test_a_newer_schema_is_refused_by_name(tmp_path: Path) -> None:
    open_store(tmp_path, now=NOW).close()
    with closing(sqlite3.connect(tmp_path / DATABASE)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '0999'")
        newer.commit()
    trouble = _trouble_opening(tmp_path)
    assert trouble.code == "newer_version"
    assert trouble.params["found"] == "0999"


@pytest.mark.parametrize("leave_empty_file", [True, False])
def test_a_lost_database_is_not_begun_anew_in_silence(
    tmp_path: Path, leave_empty_file: bool
) -> None:
    store = open_store(tmp_path, now=NOW)
    backup = back_up(store)
    store.close()
    store.path.unlink()
    if leave_empty_file:
        store.path.touch()
    trouble = _trouble_opening(tmp_path)
    assert backup
    assert (trouble.code, trouble.params["kept"]) == ("missing", backup.name)


def test_windows_that_start_at_once_make_one_database(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from app.store.database_opening import open_store\n"
        f"from tests.store.make import NOW; open_store(Path({str(tmp_path)!r}), now=NOW).close()"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) for _ in range(3)
    ]
    errors = [process.communicate()[1] for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], errors


def test_a_database_that_was_emptied_is_not_begun_anew_where_there_is_no_backup(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path, now=NOW)
    store.close()
    store.path.write_bytes(b"")
    assert _trouble_opening(tmp_path).code == "missing"


def test_a_start_that_was_cut_off_before_it_wrote_is_no_loss(tmp_path: Path) -> None:
    (tmp_path / DATABASE).touch()
    open_store(tmp_path, now=NOW).close()


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir])
def test_what_is_no_file_is_neither_opened_nor_waited_for(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / DATABASE)
    assert _trouble_opening(tmp_path).code == "no_file"


def test_a_link_to_a_drive_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / DATABASE).symlink_to(tmp_path / "drev" / DATABASE)
    assert _trouble_opening(tmp_path).code == "not_connected"


# Whose the files are


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps users apart by itself")
def test_nobody_else_can_look_into_what_the_program_makes(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        store = open_store(tmp_path / "data", now=NOW)
        begin(store, run_named("a"), publish(store, procedure()))
        back_up(store)
    finally:
        os.umask(before)
    open_to_others = [
        path for path in tmp_path.rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    assert open_to_others == []
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps users apart by itself")
def test_what_an_older_program_left_open_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store = open_store(folder, now=NOW)
    back_up(store)
    store.close()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    open_store(folder, now=NOW).close()
    for path in (folder, *folder.rglob("*")):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps users apart by itself")
def test_a_folder_that_holds_other_things_too_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("brugerens")
    tmp_path.chmod(0o755)
    open_store(tmp_path, now=NOW).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert not stat.S_IMODE((tmp_path / DATABASE).stat().st_mode) & 0o077
