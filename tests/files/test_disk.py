"""A file is written whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from app.files import save_library_file
from app.files.disk import read_text
from app.model.errors import Trouble


def test_writes_a_file_and_the_folders_above_it(tmp_path: Path) -> None:
    path = tmp_path / "tema" / "cards" / "kort.md"
    save_library_file(path, "æøå\nto\n")
    assert path.read_bytes() == "æøå\nto\n".encode()
    assert read_text(path, tmp_path) == "æøå\nto\n"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EACCES, "file_not_writable"),
        (errno.EROFS, "file_not_writable"),
        (errno.EIO, "file_not_written"),
    ],
)
def test_keeps_the_old_file_when_the_disk_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    path = tmp_path / "roles.yaml"
    path.write_text("før\n", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Trouble) as caught:
        save_library_file(path, "efter\n")
    assert caught.value.code == code
    assert caught.value.params == {"path": str(path), "reason": os.strerror(number)}
    assert path.read_text(encoding="utf-8") == "før\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_trouble_and_stays(tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        save_library_file(tmp_path, "tekst")
    (tmp_path / "fil").touch()
    with pytest.raises(Trouble):
        save_library_file(tmp_path / "fil" / "roles.yaml", "tekst")


@pytest.mark.skipif(os.name == "nt", reason="rights as bits are a thing of Unix")
def test_a_file_keeps_its_rights_and_a_new_one_gets_the_usual(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.touch()
    path.chmod(0o640)
    save_library_file(path, "a")
    save_library_file(tmp_path / "b.yaml", "b")
    (tmp_path / "c.yaml").touch()
    rights = [stat.S_IMODE((tmp_path / f"{name}.yaml").stat().st_mode) for name in "abc"]
    assert rights[0] == 0o640
    assert rights[1] == rights[2]
