"""Across the picture: the x of columns, tracks and lanes."""

from app.flow import measures as m
from app.flow.columns import Columns
from app.flow.gutters import Gutters
from app.flow.routes import Route
from app.model.ids import CHILD_ROLE

Pads = dict[tuple[int, bool], float]
"""Room for labels in a gutter: by gutter, and whether it is before its tracks or after them."""


class Across:
    """The x of everything: the sides of columns, the tracks of gutters, the edges of lanes."""

    def __init__(
        self, columns: Columns, roles: list[str], widths: list[float], gutters: Gutters, pads: Pads
    ) -> None:
        self.left: list[float] = []
        self.right: list[float] = []
        self.lanes: list[tuple[float, float]] = []
        self.track: list[list[float]] = []
        self._gutters = gutters
        self._x = 0.0
        taken = set(columns.column)
        for column in range(columns.count):
            self._gutter(column, columns, pads)
            self.left.append(self._x)
            is_child = roles[columns.lane[column]] == CHILD_ROLE
            bare = m.BARE_CHILD_LANE if is_child else m.BARE_LANE
            self._x += widths[column] if column in taken else bare
            self.right.append(self._x)
        self._gutter(columns.count, columns, pads)
        self._end_lane()
        self.width = self._x

    def _gutter(self, gutter: int, columns: Columns, pads: Pads) -> None:
        """Go across a gutter: room for labels, tracks, room for labels; a lane may end in it."""
        self._x += pads.get((gutter, False), 0.0)
        self.track.append([])
        count = self._gutters.tracks[gutter]
        lane_of = columns.lane
        if gutter in (0, columns.count):
            self._tracks(count, m.TRACK_TO_BOX, m.TRACK_TO_BOX, m.LANE_PAD)
        elif lane_of[gutter - 1] == lane_of[gutter]:
            self._tracks(count, m.TRACK_TO_BOX, m.TRACK_TO_BOX, m.BOX_GAP)
        else:
            leftward = self._gutters.leftward[gutter]
            self._tracks(leftward, m.TRACK_TO_BOX, m.TRACK_TO_BORDER, m.LANE_PAD)
            self._end_lane()
            self._tracks(count - leftward, m.TRACK_TO_BORDER, m.TRACK_TO_BOX, m.LANE_PAD)
        self._x += pads.get((gutter, True), 0.0)

    def _tracks(self, count: int, before: float, after: float, bare: float) -> None:
        """Set so many tracks; without any, go on by the bare width."""
        if not count:
            self._x += bare
            return
        self._x += before
        self.track[-1] += [self._x + m.TRACK * number for number in range(count)]
        self._x = self.track[-1][-1] + after

    def _end_lane(self) -> None:
        start = self.lanes[-1][1] if self.lanes else 0.0
        self.lanes.append((start, self._x))

    def centre(self, column: int) -> float:
        return (self.left[column] + self.right[column]) / 2

    def x_of(self, route: Route, index: int) -> float:
        """The x of an upright part of a route."""
        unit = route.parts[index][1]
        if not unit & 1:
            track = self._gutters.line[route.link.index, index].track
            return self.track[unit >> 1][track]
        return self.centre(unit >> 1) + (route.port if index == 0 else 0.0)
