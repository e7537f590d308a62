"""What a meeting can be asked to show."""

from msgspec import Struct

from app.model.library.procedure import Procedure


class Subject(Struct, frozen=True):
    """What a meeting is about: cards, or the steps of a procedure.

    `start` names the card or step to begin with. A run follows a version of its own: `followed`
    is its procedure, and `version` the number of it.
    """

    kind: str
    names: tuple[str, ...]
    start: str = ""
    followed: Procedure | None = None
    version: int = 0
