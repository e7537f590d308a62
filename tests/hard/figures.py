"""How often an experiment is made, and what came of it in numbers."""

import os
from collections import Counter
from collections.abc import Mapping

import msgspec

from app.paths import ROOT

FILE = ROOT / "build" / "hard.jsonl"
"""One line an experiment, in the order they ended; several processes add to it."""

_PERCENT = int(os.environ.get("HARD_PERCENT", "100"))


def rounds(full: int) -> int:
    """Return how often to try what is tried `full` times in a whole run; once at least."""
    return max(1, full * _PERCENT // 100)


def stride() -> int:
    """Return how far to go at a time, where a whole run tries each number."""
    return max(1, 100 // _PERCENT)


def begin() -> None:
    """Forget the figures of the run before."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.unlink(missing_ok=True)


def note(experiment: str, figures: Mapping[str, int]) -> None:
    """Add what was counted."""
    with FILE.open("ab") as file:
        file.write(msgspec.json.encode((experiment, figures)) + b"\n")


def told() -> list[str]:
    """Say what all experiments have counted, each in a line."""
    summed: dict[str, Counter[str]] = {}
    for line in FILE.read_bytes().splitlines() if FILE.exists() else ():
        experiment, figures = msgspec.json.decode(line, type=tuple[str, dict[str, int]])
        summed.setdefault(experiment, Counter()).update(figures)
    return [
        f"{name}: {', '.join(f'{count:,} {what}' for what, count in counts.items())}"
        for name, counts in sorted(summed.items())
    ]
