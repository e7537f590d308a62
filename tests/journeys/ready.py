"""Data folders made ready once: what the same work made of the same folder is copied."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp


class ReadyFolders:
    """Keeps a copy of every folder that was made ready, for all workers of a test run."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def make(self, folder: Path, work: str, do: Callable[[], None]) -> None:
        """Do the work in a folder, unless it was done in one just like it: then copy that one.

        `work` says all that it depends on besides the folder.
        """
        kept = self._root / _sum(work, folder)
        if kept.exists():
            shutil.rmtree(folder)
            shutil.copytree(kept, folder)
            return
        do()
        self._root.mkdir(exist_ok=True)
        half = Path(mkdtemp(dir=self._root))
        shutil.copytree(folder, half, dirs_exist_ok=True)
        if not kept.exists():
            half.rename(kept)


def _sum(work: str, folder: Path) -> str:
    said = hashlib.sha256(work.encode())
    for path in _files(folder):
        said.update(str(path.relative_to(folder)).encode())
        said.update(path.read_bytes())
    return said.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
