"""A folder that was filled once, and copies of it that can be damaged."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from app.data_folder import DATABASE
from app.model.errors import Trouble
from app.services.library import search
from app.store.log_file import log_of
from tests.hard.filled import Seen, copied, fill, opened, see
from tests.hard.jobs import work_for_ever
from tests.hard.processes import Worker
from tests.services.make import Clock

_AT_MOST = 40
"""So many bytes of a stored text are looked for in the file: a long one is not in one piece."""

_TEXTS = (
    "SELECT value FROM setting",
    "SELECT document FROM version",
    "SELECT payload FROM run_event",
    "SELECT text FROM suggestion",
    "SELECT case_number FROM case_run",
    "SELECT note FROM version_deed",
)


class Stand:
    """A folder that was closed, with what stood in it, and a place to damage copies of it.

    `crashed` is the same folder after a process was killed that worked in it.
    """

    def __init__(self, base: Path) -> None:
        self.clock = Clock()
        self.folder, self.crashed = base / "data", base / "styrtet"
        self.shipped = fill(self.folder, self.clock)
        self.copy = base / "kopi"
        self.seen, self.hits = self._look_and_search(self.folder)
        self._crash()
        self.seen_crashed, _ = self._look_and_search(copied(self.crashed, self.copy))
        self._texts = self._stored_texts()

    def _crash(self) -> None:
        worker = Worker(work_for_ever, copied(self.folder, self.crashed), "bo")
        while len(worker.said) < 40:
            worker.hear_first()
        worker.kill()
        assert log_of(self.crashed / DATABASE).stat().st_size

    def _look_and_search(self, folder: Path) -> tuple[Seen, object]:
        with opened(folder, self.shipped, self.clock) as workplace:
            return see(workplace), search(workplace, "vagt")

    def _stored_texts(self) -> list[bytes]:
        with closing(sqlite3.connect(self.folder / DATABASE)) as connection:
            rows = [row for ask in _TEXTS for row in connection.execute(ask)]
        return [text.encode() for (text,) in rows if text]

    def lay_out(self, folder: Path | None = None) -> Path:
        """Make a new copy; return its database."""
        return copied(folder or self.folder, self.copy) / DATABASE

    def look(self) -> Seen:
        """Open the copy, and read all of it."""
        with opened(self.copy, self.shipped, self.clock) as workplace:
            return see(workplace)

    def met(self) -> tuple[Seen | None, str]:
        """Open the copy, and tell what was seen, or what was told instead."""
        try:
            return self.look(), ""
        except Trouble as trouble:
            return None, trouble.code

    def change_a_letter(self, database: Path, chance: random.Random) -> None:
        """Let one letter of a stored text be another, as no program of ours would."""
        text = chance.choice(self._texts)[:_AT_MOST]
        data = bytearray(database.read_bytes())
        places = [at for at in range(len(text)) if chr(text[at]).isalnum()]
        at = data.index(text) + chance.choice(places or [0])
        data[at] ^= 1 << chance.randrange(3)
        database.write_bytes(data)


def spoil(path: Path, chance: random.Random) -> None:
    """Change one bit, one byte, a row of bytes or a page; or cut the file short."""
    data = bytearray(path.read_bytes())
    place = chance.randrange(len(data))
    how = chance.choice(("bit", "bit", "byte", "row", "page", "cut"))
    if how == "bit":
        data[place] ^= 1 << chance.randrange(8)
    elif how == "byte":
        data[place] = (data[place] + chance.randrange(1, 256)) % 256
    elif how == "row":
        data[place : place + 40] = chance.randbytes(len(data[place : place + 40]))
    elif how == "page":
        page = place // 4096 * 4096
        data[page : page + 4096] = bytes(len(data[page : page + 4096]))
    else:
        del data[place:]
    path.write_bytes(data)
