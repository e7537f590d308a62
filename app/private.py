"""Files and folders that belong to the user alone: case numbers and notes lie in them.

Windows keeps a user's folders apart by itself; there nothing is done.
"""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

_FOLDER, _FILE = 0o700, 0o600
_OURS = "roed-traad"
_OUR_FOLDERS = frozenset({"sikkerhedskopier", "redning", "tilbagehentning"})


def make_private_folder(folder: Path) -> None:
    """Make a folder that nobody else can look into, and close one that holds nothing but ours.

    A folder that the user keeps other things in is left as it is.
    """
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=_FOLDER, exist_ok=True)
    elif all(_is_ours(name) for name in os.listdir(folder)):
        _close(folder, _FOLDER)


def make_private_file(path: Path) -> None:
    """Make an empty file that nobody else can read, where there is none; else close it."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE))
        return
    close_file(path)


def close_file(path: Path) -> None:
    """Let nobody else read a file of ours."""
    _close(path, _FILE)


def close_all(folder: Path) -> None:
    """Close all files of ours in a data folder: an older program left them open to others."""
    for path in (*folder.glob(f"{_OURS}*"), *folder.glob("sikkerhedskopier/*")):
        if path.is_file() and not path.is_symlink():
            close_file(path)
    for name in _OUR_FOLDERS:
        if (folder / name).is_dir():
            _close(folder / name, _FOLDER)


def _is_ours(name: str) -> bool:
    return name.startswith(_OURS) or name in _OUR_FOLDERS


def _close(path: Path, mode: int) -> None:
    if sys.platform == "win32":
        return
    with suppress(OSError):  # somebody else's: then it is theirs to close
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            path.chmod(mode)
