"""How a drawing is to look at this moment: its colours, and what is selected or pointed at."""

from msgspec import Struct

from app.printing.ink import LIGHT, Ink

WayKey = tuple[str | None, int]
"""A way: the step it leaves, and its place in that step's `next`; None is the trigger."""


class FlowLook(Struct, frozen=True):
    """`grown` is how far the thread has come along the ways in `growing`, from 0 to 1. `pointed`
    is a way that can be chosen, and that the mouse is on.
    """

    ink: Ink = LIGHT
    selected: str | None = None
    focused: str | None = None
    hovered: str | None = None
    pointed: WayKey | None = None
    growing: frozenset[WayKey] = frozenset()
    grown: float = 1.0
