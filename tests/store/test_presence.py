"""Every window holds a place in its folder; a restore waits for none and enters with none."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.model.errors import Trouble
from app.paths import ROOT
from app.store.database_opening import open_store
from app.store.presence import Presence, alone_in
from app.store.rescue import recover
from tests.store.make import NOW, back_up, begin, procedure, publish, run_named

WINDOW = """
import sys
from pathlib import Path
from app.store.database_opening import open_store
from tests.store.make import NOW
store = open_store(Path(sys.argv[1]), now=NOW)
print("open", flush=True)
sys.stdin.readline()
"""


def test_the_first_window_knows_that_it_is_alone_and_the_next_that_it_is_not(
    tmp_path: Path,
) -> None:
    first, second = Presence.enter(tmp_path), Presence.enter(tmp_path)
    assert (first.was_alone, second.was_alone) == (True, False)
    first.leave()
    second.leave()
    third = Presence.enter(tmp_path)
    assert third.was_alone
    third.leave()


def test_nobody_restores_a_folder_that_another_window_has_open(tmp_path: Path) -> None:
    store = open_store(tmp_path, now=NOW)
    begin(store, run_named("a"), publish(store, procedure()))
    back_up(store)
    store.close()
    window = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert window.stdout
    assert window.stdout.readline() == "open\n"
    with pytest.raises(Trouble) as trouble:
        recover(tmp_path, now=NOW)
    assert trouble.value.code == "in_use"
    window.kill()
    window.communicate()
    assert recover(tmp_path, now=NOW).runs == 1


def test_a_window_that_comes_while_a_folder_is_restored_is_told_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.presence._WAIT_SECONDS", 0.1)
    with alone_in(tmp_path), pytest.raises(Trouble) as trouble:
        open_store(tmp_path, now=NOW)
    assert trouble.value.code == "locked"
    open_store(tmp_path, now=NOW).close()


def test_a_drive_that_knows_no_locks_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> bool:
        raise OSError

    monkeypatch.setattr("app.store.presence._take_alone", no_locks)
    store = open_store(tmp_path, now=NOW)
    begin(store, run_named("a"), publish(store, procedure()))
    back_up(store)
    store.close()
    assert recover(tmp_path, now=NOW).runs == 1
