"""What can be shown of the forløb, as another place asks for it."""

from msgspec import Struct


class RunsTarget(Struct, frozen=True):
    """A run, a tool filled in for it, or a whole case; the list where none of them is named."""

    run: str = ""
    case: str = ""
    tool: str = ""
