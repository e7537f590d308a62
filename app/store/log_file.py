"""The write-ahead log as it lies on the disk after a crash: what SQLite will take from it.

SQLite stops at the first frame that is not as it was written, and drops what follows in silence.
Frames of the same log behind it tell that something was there that was told to be stored. What a
process that was killed had half written ends a log too: then nothing of its log follows.

Of a log whose end is gone nothing follows either. How far it went stands in SQLite's index beside
it, which a process that is killed leaves behind; it is written after the log, and never promises
more than was stored.

The formats are SQLite's own (fileformat2, "The Write-Ahead Log" and "The WAL-Index File Format").
"""

import struct
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, structs

_HEAD, _FRAME_HEAD = 32, 24
_MAGIC = 0x377F0682
_SALTS = slice(16, 24)
_INDEX_HEAD, _INDEX_SALTS, _INDEX_VERSION = 48, slice(32, 40), 3007000
_U32 = 0xFFFFFFFF


class LogFrame(Struct, frozen=True):
    """A page as it stood at one moment; `ends` tells that a transaction ended with it."""

    page: int
    ends: bool
    start: int


class Log(Struct, frozen=True):
    """What lies in a log: all frames of whole transactions, and how many of them SQLite takes.

    `promised` is how many there were when something was last stored, where that is known.
    """

    page_size: int = 0
    frames: tuple[LogFrame, ...] = ()
    taken: int = 0
    promised: int = 0

    @property
    def is_cut(self) -> bool:
        """Whether something was stored that SQLite does not come to."""
        return self.taken < max(len(self.frames), self.promised)


def log_of(database: Path) -> Path:
    """Return where the log of a database lies."""
    return database.with_name(f"{database.name}-wal")


def read_log(path: Path) -> Log:
    """Read a log; one that is not there, or that nothing was ever written to, is empty."""
    data, index = b"", b""
    with suppress(OSError):
        data = path.read_bytes()
    with suppress(OSError):
        index = path.with_name(f"{path.name.removesuffix('-wal')}-shm").read_bytes()
    log = _Reading(data).log() if len(data) > _HEAD else Log()
    return structs.replace(log, promised=_promised(index, data))


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
            frame = LogFrame(page, size != 0, start + _FRAME_HEAD)
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
                frames.append(LogFrame(page, ends != 0, start + _FRAME_HEAD))
        return Log(size, _ended(frames))

    def _starts(self) -> range:
        step = _FRAME_HEAD + self._page_size
        return range(_HEAD, len(self._data) - step + 1, step)

    def _sum(self, sums: tuple[int, int], start: int) -> tuple[int, int]:
        sums = self._add(sums, self._data[start : start + 8])
        page = start + _FRAME_HEAD
        return self._add(sums, self._data[page : page + self._page_size])

    def _add(self, sums: tuple[int, int], data: bytes) -> tuple[int, int]:
        return _checksum(sums, data, ">" if self._magic & 1 else "<")


def _checksum(sums: tuple[int, int], data: bytes, order: str) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, two in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & _U32
        second = (second + two + first) & _U32
    return first, second


def _promised(index: bytes, log: bytes) -> int:
    """Return how many frames the index of a log counts; nought where it is that of another log.

    It holds the same twice, so that what is half written is known as such.
    """
    head = index[:_INDEX_HEAD]
    if len(head) < _INDEX_HEAD or index[_INDEX_HEAD : 2 * _INDEX_HEAD] != head:
        return 0
    version, *_ = words = struct.unpack("=12I", head)
    if version != _INDEX_VERSION or _checksum((0, 0), head[:40], "=") != tuple(words[10:]):
        return 0
    is_of_another = len(log) > _HEAD and log[_SALTS] != head[_INDEX_SALTS]
    return 0 if is_of_another else words[4]


def _ended(frames: list[LogFrame]) -> tuple[LogFrame, ...]:
    """Leave out the frames of a transaction that never ended."""
    last = max((number for number, frame in enumerate(frames) if frame.ends), default=-1)
    return tuple(frames[: last + 1])
