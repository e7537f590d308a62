"""The picture itself: rects and points from all that was found."""

from app.flow import measures as m
from app.flow.bridges import find_bridges
from app.flow.geometry import Arrow, Lane, Picture, Point, Rect
from app.flow.ground import Ground
from app.flow.heights import Heights
from app.flow.network import Network
from app.flow.room import PillRoom
from app.flow.routes import LEVEL, Route


class Draughtsman:
    """Puts the picture together."""

    def __init__(self, ground: Ground, network: Network, room: PillRoom, heights: Heights) -> None:
        self._ground = ground
        self._network = network
        self._room = room
        self._heights = heights
        self._ids = [step.id for step in ground.plan.steps]
        self._boxes = [self._box(step) for step in range(len(self._ids))]

    def picture(self) -> Picture:
        routes = self._network.routes
        points = [self._points(route) for route in routes]
        first = self._boxes[0]
        top = (first.center[0], m.TRIGGER_Y)
        ends = [(route.link.source, route.link.target) for route in routes]
        return Picture(
            size=(self._room.across.width, self._heights.height),
            lanes=self._lanes(),
            boxes=dict(zip(self._ids, self._boxes, strict=True)),
            captions=self._captions(),
            arrows=self._arrows(points),
            trigger=(top, (first.center[0], first.y)),
            bridges=find_bridges([(*pair, p) for pair, p in zip(ends, points, strict=True)]),
            rows=tuple(
                tuple(self._ids[step] for step in steps) for steps in self._ground.grid.in_row
            ),
        )

    def _lanes(self) -> tuple[Lane, ...]:
        height = self._heights.height
        return tuple(
            Lane(role, Rect(left, 0.0, right - left, height))
            for role, (left, right) in zip(
                self._ground.plan.roles, self._room.across.lanes, strict=True
            )
        )

    def _box(self, step: int) -> Rect:
        shape = self._ground.faces[step]
        x = self._room.across.centre(self._ground.columns.column[step])
        y = self._heights.middle[self._ground.rows.row[step]]
        return Rect(x - shape.width / 2, y - shape.height / 2, shape.width, shape.height)

    def _captions(self) -> dict[str, Rect]:
        found = {}
        for step, shape in enumerate(self._ground.faces):
            if shape.caption:
                w, h = shape.caption
                box = self._boxes[step]
                found[self._ids[step]] = Rect(
                    box.center[0] - w / 2, box.bottom + m.CAPTION_GAP, w, h
                )
        return found

    def _points(self, route: Route) -> tuple[Point, ...]:
        """The corners of a route: where its parts meet, and its two ends."""
        parts = route.parts
        at = [
            self._heights.level_y(route, index)
            if part[0] == LEVEL
            else self._room.across.x_of(route, index)
            for index, part in enumerate(parts)
        ]
        points = [self._start(route, at[0])]
        for index in range(len(parts) - 1):
            level_first = parts[index][0] == LEVEL
            points.append((at[index + 1], at[index]) if level_first else (at[index], at[index + 1]))
        points.append(self._end(route, at[-1]))
        return tuple(points)

    def _start(self, route: Route, at: float) -> Point:
        step = route.link.source
        box = self._boxes[step]
        if not route.leaves_bottom:
            _, _, start, end = route.parts[0]
            return (box.right if end > start else box.x, at)
        caption = self._ground.faces[step].caption
        # What leaves an end, in a document that is not finished, begins below its caption.
        return (at, box.bottom + (m.CAPTION_GAP + caption[1] if caption else 0.0))

    def _end(self, route: Route, at: float) -> Point:
        box = self._boxes[route.link.target]
        if route.enters_top:
            return (at, box.y)
        _, _, start, end = route.parts[-1]
        return (box.x if end > start else box.right, at)

    def _arrows(self, points: list[tuple[Point, ...]]) -> tuple[Arrow, ...]:
        labels = self._labels()
        arrows = []
        for route, line in zip(self._network.routes, points, strict=True):
            link = route.link
            ends = (self._ids[link.source], self._ids[link.target])
            for way, text in zip(link.ways, link.texts, strict=True):
                label = labels.get((link.source, way))
                arrows.append(Arrow(*ends, way, line, label, text, link.back))
        return tuple(arrows)

    def _labels(self) -> dict[tuple[int, int], Rect]:
        """The pills by the step they belong to and the way."""
        rects: dict[tuple[int, int], Rect] = {}
        for pills in self._room.level_pills:
            y = self._heights.middle[self._ground.rows.row[pills.source]]
            side = self._room.side_x(pills.source, pills.right)
            found = pills.rects(side, y)
            rects.update({(pills.source, way): rect for way, rect in found.items()})
        for stack in self._room.stacks:
            found = stack.pills.rects(stack.x, stack.y)
            rects.update({(stack.pills.source, way): rect for way, rect in found.items()})
        return rects
