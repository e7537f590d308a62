"""A journey through the program: its data folder, its clock, and a hand to work it."""

from tools.journey.clock import JourneyClock
from tools.journey.program import Journey

__all__ = ["Journey", "JourneyClock"]
