"""The clock of a journey."""

from datetime import datetime, timedelta


class JourneyClock:
    """Stands still until the journey lets time pass."""

    def __init__(self, begin: datetime) -> None:
        self.now = begin

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step: float) -> None:
        """Let time pass."""
        self.now += timedelta(**step)
