"""The log tells what was done, and nothing of whom it was done for or by."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.log import NAME, What, begin_log, note, note_error, note_start, slow_noted, timed
from app.model.errors import Trouble
from app.version import VERSION


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    end = begin_log(tmp_path / "data")
    yield tmp_path / "data"
    end()


def _lines(folder: Path) -> list[str]:
    return (folder / NAME).read_text(encoding="utf-8").splitlines()


def test_a_start_says_which_program_runs_where(folder: Path) -> None:
    note_start()
    (line,) = _lines(folder)
    assert re.search(rf" {os.getpid()} INFO started version={VERSION} python=3\.\d+", line)


def test_what_was_done_is_noted_with_numbers_and_codes(folder: Path) -> None:
    note(What.TOLD, code=Trouble("disk_full", path="/home/anna/sag.sqlite3"), ms=3)
    with timed(What.BACKED_UP):
        pass
    first, second = _lines(folder)
    assert first.endswith("INFO told code=disk_full ms=3")
    assert re.search(r"backed_up ms=\d+$", second)


def test_slow_work_is_named_by_its_function_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(case_number: str) -> None:
        del case_number

    with slow_noted(work):
        pass
    monkeypatch.setattr("app.log._SLOW_SECONDS", -1)
    with slow_noted(partial(work, "2026-04417")):
        pass
    (line,) = _lines(folder)
    assert "slow work=tests.test_log.test_slow_work_is_named_by_its_function_alone" in line
    assert "04417" not in line


def test_a_mistake_is_noted_without_what_it_says(folder: Path) -> None:
    try:
        raise LookupError("2026-04417")
    except LookupError as error:
        note_error(type(error), error.__traceback__)
    (line,) = _lines(folder)
    assert "ERROR LookupError at test_log.py" in line
    assert "04417" not in line


def test_logs_are_turned_over_and_only_so_many_are_kept(folder: Path) -> None:
    for _ in range(20_000):
        note(What.SLOW, work=test_logs_are_turned_over_and_only_so_many_are_kept)
    logs = sorted(path.name for path in folder.iterdir())
    assert logs == [NAME, *(f"{NAME}.{number}" for number in (1, 2, 3))]
    if sys.platform != "win32":
        assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in folder.iterdir())


def test_a_folder_that_cannot_be_written_to_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    end = begin_log(tmp_path / "fil" / "data")
    note(What.MADE)
    end()
