"""The families of errors that a user is told about; anything else is a bug.

Both carry a code and parameters; the sentence is made where it is shown.
"""


class Told(Exception):  # noqa: N818 - the two families below are what is raised
    """Base of errors with a code that has a sentence."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    @property
    def is_refusal(self) -> bool:
        """Whether the user can put it right; else it is trouble."""
        return isinstance(self, Refused)


class Refused(Told):
    """The user may not do this, or should correct something first."""


class Trouble(Told):
    """The world failed: disk, lock, damaged file, printer. `kept` tells what is safe."""
