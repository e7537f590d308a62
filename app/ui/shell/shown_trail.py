"""What was shown, one thing after the other, and the way back and forward through it. Pure."""

from msgspec import Struct

_LONGEST = 200


class TrailStop(Struct, frozen=True):
    """One thing that was shown: the key of its place, and what the place takes to show it again."""

    place: str
    target: object = None


class Trail:
    """The stops in their order, and which of them one is at."""

    def __init__(self) -> None:
        self._stops: list[TrailStop] = []
        self._at = -1
        self._is_passing = False

    @property
    def current(self) -> TrailStop | None:
        """Where one is; None before anything was shown."""
        return self._stops[self._at] if self._at >= 0 else None

    @property
    def may_go_back(self) -> bool:
        """Whether something was shown before."""
        return self._at > 0

    @property
    def may_go_forward(self) -> bool:
        """Whether one has gone back."""
        return self._at < len(self._stops) - 1

    def visit(self, stop: TrailStop, *, is_passing: bool = False) -> bool:
        """Be at a stop; what was gone back from is forgotten. Tells whether that is somewhere new.

        Of what one is only passing, as of the rows one runs through in a list, the last stays.
        """
        if stop == self.current:
            self._is_passing = self._is_passing and is_passing
            return False
        if self._is_passing and is_passing:
            self.replace(stop)
            return False
        self._stops = [*self._stops[: self._at + 1], stop][-_LONGEST:]
        self._at = len(self._stops) - 1
        self._is_passing = is_passing
        return True

    def replace(self, stop: TrailStop) -> None:
        """Be at another stop instead of the one that one is at."""
        if self.current is None or stop == self.current:
            return
        if self._at > 0 and self._stops[self._at - 1] == stop:
            del self._stops[self._at]
            self._at -= 1
        else:
            self._stops[self._at] = stop

    def back(self) -> TrailStop | None:
        """Go to the stop before; None when there is none."""
        return self._go(-1) if self.may_go_back else None

    def forward(self) -> TrailStop | None:
        """Go to the stop that one went back from; None when there is none."""
        return self._go(1) if self.may_go_forward else None

    def _go(self, by: int) -> TrailStop:
        self._at += by
        self._is_passing = False
        return self._stops[self._at]
