"""What takes long to make is made once in a test run, by the worker that needs it first."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest


class Once:
    """Makes folders for all workers of a test run."""

    def __init__(self, factory: pytest.TempPathFactory, worker_id: str) -> None:
        base = factory.getbasetemp()
        self._shared = base if worker_id == "master" else base.parent

    def folder(self, name: str, make: Callable[[Path], None]) -> Path:
        """Return a folder that `make` has filled, now or for another worker; it is only read."""
        found, ready = self._shared / name, self._shared / f"{name}.ready"
        with (self._shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not ready.exists():
                found.mkdir()
                make(found)
                ready.touch()
        return found
