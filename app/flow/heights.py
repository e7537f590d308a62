"""The y of every row and of every line in the channels between them."""

from collections import defaultdict

from app.flow import measures as m
from app.flow.down import Packing, PillStack
from app.flow.ground import Ground
from app.flow.network import Network
from app.flow.ports import turns_at_once
from app.flow.room import PillRoom
from app.flow.routes import LEVEL, Route
from app.flow.strips import StripLine


class Heights:
    """The middle of each row, the y of each channel's lines, and the height of the picture."""

    def __init__(self, ground: Ground, network: Network, room: PillRoom) -> None:
        self._ground = ground
        self._channels = network.channels
        self._room = room
        self._stacks: dict[int, list[tuple[PillStack, StripLine | None]]] = defaultdict(list)
        self._sort_stacks()
        for route in network.routes:
            self._reach(route)
        self.middle: list[float] = []
        self._line_y: dict[int, float] = {}
        up, down = self._reaches()
        y = 0.0
        for row in range(ground.rows.count):
            y += self._channel(2 * row, y)
            self.middle.append(y + up[row])
            y += up[row] + down[row]
        self.height = y + self._channel(2 * ground.rows.count, y)

    def level_y(self, route: Route, index: int) -> float:
        """The y of a level part of a route."""
        band = route.parts[index][1]
        if band & 1:
            return self.middle[band // 2]
        return self._line_y[id(self._channels.of[route.link.index, index])]

    def _reaches(self) -> tuple[list[float], list[float]]:
        """How far each row reaches up and down from its middle."""
        row_of = self._ground.rows.row
        up, down = [0.0] * self._ground.rows.count, [0.0] * self._ground.rows.count
        for step, shape in enumerate(self._ground.faces):
            row = row_of[step]
            up[row] = max(up[row], shape.height / 2)
            foot = shape.height / 2
            if shape.caption:
                foot += m.CAPTION_GAP + shape.caption[1] + m.CAPTION_FOOT
            down[row] = max(down[row], foot)
        for pills in self._room.level_pills:
            row = row_of[pills.source]
            lines = [line for _, _, line in pills.places]
            up[row] = max(up[row], m.PILL_TO_LINE + max(lines) * m.PILL_ROW)
            down[row] = max(down[row], m.PILL_TO_LINE - min(lines) * m.PILL_ROW)
        return up, down

    def _sort_stacks(self) -> None:
        """Note for each channel its pills, each with the line that its arrow turns into."""
        for stack in self._room.stacks:
            route = stack.pills.route
            line = self._channels.of[route.link.index, 1] if turns_at_once(route) else None
            self._stacks[route.parts[0][2] + 1].append((stack, line))

    def _reach(self, route: Route) -> None:
        """Let the lines in the channels reach to the uprights that they join."""
        for index, (kind, band, _, _) in enumerate(route.parts):
            if kind == LEVEL and not band & 1:
                line = self._channels.of[route.link.index, index]
                for beside in (index - 1, index + 1):
                    x = self._room.across.x_of(route, beside)
                    line.reach(x)
                    _, _, start, end = route.parts[beside]
                    (line.low if min(start, end) < band else line.high).append(x)

    def _channel(self, band: int, y: float) -> float:
        """Pack the channel that begins at y; return its height."""
        lines = list(self._channels.lines[band].values()) if band in self._channels.lines else []
        stacks = self._stacks.get(band, [])
        least = m.CHANNEL
        if band == 0:
            least = m.HEAD_ROOM
        elif band == 2 * self._ground.rows.count:
            least = m.FOOT_ROOM
        if not lines and not stacks:
            return least
        packing = Packing(m.TRACK_TO_ROW if band else m.UNDER_TRIGGER)
        packing.pack(lines, stacks)
        height = packing.close(least, self._stations(band // 2) if stacks else ())
        for line, at in packing.line_y.items():
            self._line_y[line] = y + at
        for stack, _ in stacks:
            stack.y += y
        return height

    def _stations(self, row: int) -> list[tuple[float, float]]:
        """Where the stations of a row reach up into the channel above it."""
        if row == self._ground.rows.count:
            return []
        sides = [self._room.side_x(step, right=False) for step in self._ground.grid.in_row[row]]
        return [(side, side + m.STATION_REACH) for side in sides]
