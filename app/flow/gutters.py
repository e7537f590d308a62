"""The tracks that arrows take in the gutters between columns."""

from collections import defaultdict

from app.flow.routes import UPRIGHT, Route
from app.flow.strips import StripLine, give_tracks


class Gutters:
    """The tracks that arrows take in every gutter."""

    def __init__(self, routes: list[Route], column_count: int) -> None:
        self.line: dict[tuple[int, int], StripLine] = {}
        """By the index of the link and of the part in its route."""
        self.tracks = [0] * (column_count + 1)
        self.leftward = [0] * (column_count + 1)
        """How many of the tracks, from the left, join nothing on the right."""
        strips: dict[int, dict[tuple[int, ...], StripLine]] = defaultdict(dict)
        for route in routes:
            for index, part in enumerate(route.parts):
                if part[0] == UPRIGHT and not part[1] & 1:
                    key = _bundle(route, index)
                    line = strips[part[1] >> 1].setdefault(key, StripLine())
                    _join(line, route, index)
                    self.line[route.link.index, index] = line
        for gutter, lines in strips.items():
            self.tracks[gutter] = give_tracks(list(lines.values()), 0.5)
            joining_right = [line.track for line in lines.values() if line.high]
            self.leftward[gutter] = min(joining_right, default=self.tracks[gutter])


def _bundle(route: Route, index: int) -> tuple[int, ...]:
    """What may share a track: uprights to the same step that go in the same way."""
    last = len(route.parts) - 1
    _, _, start, end = route.parts[index]
    if index + 1 == last or (index + 2 == last and route.enters_top):
        return (route.link.target, end, int(end > start))
    return (-1 - route.link.index, index, 0)


def _join(line: StripLine, route: Route, index: int) -> None:
    _, unit, start, end = route.parts[index]
    line.reach(start)
    line.reach(end)
    before, after = route.parts[index - 1], route.parts[index + 1]
    (line.low if before[2] < unit else line.high).append(start)
    (line.low if after[3] < unit else line.high).append(end)
