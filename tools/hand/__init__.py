"""A hand on mouse and keyboard: it works the program as a person does, by what is seen."""

from tools.hand.hand import Hand, NotThereError
from tools.hand.sight import Thing
from tools.hand.stage import Stage

__all__ = ["Hand", "NotThereError", "Stage", "Thing"]
