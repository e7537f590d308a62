"""Across the picture: tracks in the gutters, and the x of columns, gutters and lanes."""

from collections import defaultdict

from app.flow import measures as m
from app.flow.columns import Columns
from app.flow.routes import LEVEL, UPRIGHT, Route
from app.flow.strips import Line, give_tracks
from app.model.ids import CHILD_ROLE


class Gutters:
    """The tracks that arrows take in every gutter."""

    def __init__(self, routes: list[Route], column_count: int) -> None:
        self.line: dict[tuple[int, int], Line] = {}
        """By the index of the link and of the part in its route."""
        self.tracks = [0] * (column_count + 1)
        strips: dict[int, dict[tuple[int, ...], Line]] = defaultdict(dict)
        for route in routes:
            for index, part in enumerate(route.parts):
                if part[0] == UPRIGHT and not part[1] & 1:
                    key = _bundle(route, index)
                    line = strips[part[1] >> 1].setdefault(key, Line())
                    _join(line, route, index)
                    self.line[route.link.index, index] = line
        for gutter, lines in strips.items():
            self.tracks[gutter] = give_tracks(list(lines.values()), 0.5)


def _bundle(route: Route, index: int) -> tuple[int, ...]:
    """What may share a track: uprights to the same step that go in the same way."""
    last = len(route.parts) - 1
    _, _, start, end = route.parts[index]
    if index + 1 == last or (index + 2 == last and route.enters_top):
        return (route.link.target, end, int(end > start))
    return (-1 - route.link.index, index, 0)


def _join(line: Line, route: Route, index: int) -> None:
    _, unit, start, end = route.parts[index]
    line.reach(start)
    line.reach(end)
    before, after = route.parts[index - 1], route.parts[index + 1]
    (line.low if before[2] < unit else line.high).append(start)
    (line.low if after[3] < unit else line.high).append(end)


class Across:
    """The x of everything: columns, tracks and lanes.

    `pads` is room for labels in a gutter, at the side of the column before it and after it.
    """

    def __init__(
        self,
        columns: Columns,
        roles: list[str],
        widths: list[float],
        tracks: list[int],
        pads: dict[tuple[int, bool], float],
    ) -> None:
        self.left: list[float] = []
        self.right: list[float] = []
        self.lanes: list[tuple[float, float]] = []
        self.first_track: list[float] = []
        lane_of, count = columns.lane, columns.count
        taken = set(columns.column)
        x, lane_start = 0.0, 0.0
        for gutter in range(count + 1):
            outer = gutter in (0, count)
            border = not outer and lane_of[gutter - 1] != lane_of[gutter]
            before, after = pads.get((gutter, False), 0.0), pads.get((gutter, True), 0.0)
            x += before
            if border or gutter == count:
                edge = x + m.LANE_PAD
                if gutter == count and tracks[gutter]:
                    edge = x + _tracks_width(tracks[gutter])
                self.lanes.append((lane_start, edge))
                lane_start = edge
            x = self._gutter(x, tracks[gutter], outer, border) + after
            if gutter < count:
                self.left.append(x)
                x += _column_width(gutter, columns, roles, widths, taken)
                self.right.append(x)
        self.width = self.lanes[-1][1]

    def _gutter(self, x: float, tracks: int, outer: bool, border: bool) -> float:
        """Set the first track of a gutter and return where it ends."""
        if border:
            x += m.LANE_PAD
            self.first_track.append(x + m.TRACK_TO_BORDER)
            if not tracks:
                return x + m.LANE_PAD
            return x + m.TRACK_TO_BORDER + (tracks - 1) * m.TRACK + m.TRACK_TO_BOX
        self.first_track.append(x + m.TRACK_TO_BOX)
        if tracks:
            return x + _tracks_width(tracks)
        return x + (m.LANE_PAD if outer else m.BOX_GAP)

    def centre(self, column: int) -> float:
        return (self.left[column] + self.right[column]) / 2

    def track(self, gutter: int, track: int) -> float:
        return self.first_track[gutter] + track * m.TRACK


def _tracks_width(tracks: int) -> float:
    return 2 * m.TRACK_TO_BOX + (tracks - 1) * m.TRACK


def _column_width(
    column: int, columns: Columns, roles: list[str], widths: list[float], taken: set[int]
) -> float:
    if column in taken:
        return widths[column]
    return m.BARE_CHILD_LANE if roles[columns.lane[column]] == CHILD_ROLE else m.BARE_LANE


def x_of(route: Route, index: int, across: Across, gutters: Gutters) -> float:
    """The x of an upright part."""
    unit = route.parts[index][1]
    if not unit & 1:
        return across.track(unit >> 1, gutters.line[route.link.index, index].track)
    return across.centre(unit >> 1) + (route.port if index == 0 else 0.0)


def is_level(route: Route, index: int) -> bool:
    return route.parts[index][0] == LEVEL
