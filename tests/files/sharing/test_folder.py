"""A folder of shared texts is whole, or as it was."""

import os
from pathlib import Path

import pytest

from app.files.sharing.folder import write_folder
from app.files.sharing.manifest import MANIFEST
from app.model.errors import Trouble

FILES = {
    "themes.yaml": "temaer",
    "et-tema/procedure.yaml": "en procedure",
    "et-tema/kort/kort.md": "et kort",
    MANIFEST: "sedlen",
}


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes two files and no more."""
    left, sync = [2], os.fsync

    def fsync(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        sync(handle)

    monkeypatch.setattr("os.fsync", fsync)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_disk_that_fills_up_leaves_the_folder_as_it_was(
    tmp_path: Path, full_disk: None, is_there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "delt"
    if is_there:
        folder.mkdir()
    with pytest.raises(Trouble):
        write_folder(FILES, folder)
    assert [path for path in tmp_path.rglob("*") if path != folder] == []
    monkeypatch.undo()
    write_folder(FILES, folder)
    assert (folder / MANIFEST).read_text(encoding="utf-8") == "sedlen"
