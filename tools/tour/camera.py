"""Writes what a user saw as numbered pictures."""

from pathlib import Path

from tools.hand import Hand


class Camera:
    """Takes pictures into one folder, in the order of the tour; those of an earlier one go."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.pdf = out / "24-timers-vurdering.pdf"
        self._taken = 0
        for earlier in (*out.glob("[0-9][0-9]-*.png"), self.pdf):
            earlier.unlink(missing_ok=True)

    def take(self, hand: Hand, name: str) -> None:
        """Write one picture, when what moves has come to rest."""
        self._taken += 1
        hand.picture(self.out / f"{self._taken:02}-{name}.png")
