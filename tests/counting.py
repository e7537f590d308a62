"""How much is done, counted: what time it takes differs from machine to machine."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Calls:
    """Counts what Python calls, of its own and of what is written in C."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        self.number += event in {"call", "c_call"}


@contextmanager
def calls() -> Iterator[Calls]:
    """Count the calls that are made in the meantime."""
    counted, before = Calls(), sys.getprofile()
    sys.setprofile(counted)
    try:
        yield counted
    finally:
        sys.setprofile(before)
