"""The write-ahead log as it lies on the disk after a crash: what SQLite will take from it.

SQLite stops at the first frame that is not as it was written, and drops what follows in silence.
Frames of the same log behind it tell that something was there that was told to be stored. What a
process that was killed had half written ends a log too: then nothing of its log follows.

The format is SQLite's own (fileformat2, "The Write-Ahead Log").
"""

import struct
from pathlib import Path

from msgspec import Struct

_HEAD, _FRAME_HEAD = 32, 24
_MAGIC = 0x377F0682
_U32 = 0xFFFFFFFF


class Frame(Struct, frozen=True):
    """A page as it stood at one moment; `ends` tells that a transaction ended with it."""

    page: int
    ends: bool
    start: int


class Log(Struct, frozen=True):
    """What lies in a log: all frames of whole transactions, and how many of them SQLite takes."""

    page_size: int = 0
    frames: tuple[Frame, ...] = ()
    taken: int = 0

    @property
    def is_cut(self) -> bool:
        """Whether something was stored that SQLite does not come to."""
        return self.taken < len(self.frames)


def log_of(database: Path) -> Path:
    """Return where the log of a database lies."""
    return database.with_name(f"{database.name}-wal")


def read_log(path: Path) -> Log:
    """Read a log; one that is not there, or that nothing was ever written to, is empty."""
    try:
        data = path.read_bytes()
    except OSError:
        return Log()
    if len(data) <= _HEAD:
        return Log()
    return _Reading(data).log()


class _Reading:
    """One reading of a log."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._magic, _, self._page_size, _, self._salt1, self._salt2, *self._sums = struct.unpack(
            ">8I", data[:_HEAD]
        )

    def log(self) -> Log:
        if not self._has_sound_head():
            return self._headless()
        frames, sound, is_sound = [], 0, True
        sums = (self._sums[0], self._sums[1])
        for start in self._starts():
            page, size, salt1, salt2, *found = struct.unpack_from(">6I", self._data, start)
            # Both are new with each log; one that is the same tells that the other was damaged.
            is_ours = salt1 == self._salt1 or salt2 == self._salt2
            frame = Frame(page, size != 0, start + _FRAME_HEAD)
            if is_sound:
                sums = self._sum(sums, start)
                is_exact = (salt1, salt2) == (self._salt1, self._salt2)
                is_sound = is_exact and page != 0 and list(sums) == found
            if is_ours:
                frames.append(frame)
                sound += is_sound
        return Log(self._page_size, _ended(frames), len(_ended(frames[:sound])))

    def _has_sound_head(self) -> bool:
        if self._magic & ~1 != _MAGIC or not 512 <= self._page_size <= 65536:
            return False
        return list(self._add((0, 0), self._data[: _HEAD - 8])) == self._sums

    def _headless(self) -> Log:
        """Without its head SQLite takes nothing; what the frames say may still be read."""
        size = self._page_size if self._page_size in (1024, 4096, 8192, 16384) else 4096
        self._page_size = size
        frames, newest = [], None
        for start in self._starts():
            page, ends, *salts = struct.unpack_from(">4I", self._data, start)
            newest = newest or salts
            if salts == newest:
                frames.append(Frame(page, ends != 0, start + _FRAME_HEAD))
        return Log(size, _ended(frames))

    def _starts(self) -> range:
        step = _FRAME_HEAD + self._page_size
        return range(_HEAD, len(self._data) - step + 1, step)

    def _sum(self, sums: tuple[int, int], start: int) -> tuple[int, int]:
        sums = self._add(sums, self._data[start : start + 8])
        page = start + _FRAME_HEAD
        return self._add(sums, self._data[page : page + self._page_size])

    def _add(self, sums: tuple[int, int], data: bytes) -> tuple[int, int]:
        order = ">" if self._magic & 1 else "<"
        first, second = sums
        words = struct.unpack(f"{order}{len(data) // 4}I", data)
        for one, two in zip(words[::2], words[1::2], strict=True):
            first = (first + one + second) & _U32
            second = (second + two + first) & _U32
        return first, second


def _ended(frames: list[Frame]) -> tuple[Frame, ...]:
    """Leave out the frames of a transaction that never ended."""
    last = max((number for number, frame in enumerate(frames) if frame.ends), default=-1)
    return tuple(frames[: last + 1])
