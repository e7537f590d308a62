"""From a procedure to its picture: the steps of the layout, one after the other."""

from collections import defaultdict

from app.flow import measures as m
from app.flow.bridges import find_bridges
from app.flow.channels import Channels
from app.flow.columns import Columns
from app.flow.down import Packing, Stack
from app.flow.face import Ruler, face
from app.flow.geometry import Arrow, Lane, Measure, Picture, Point, Rect
from app.flow.grid import Grid
from app.flow.gutters import Across, Gutters, x_of
from app.flow.labels import Pills, Rooms, level_pills, texts_of, upright_pills
from app.flow.plan import Plan
from app.flow.ports import Bottom, spread, turns_at_once
from app.flow.routes import LEVEL, UPRIGHT, Route, Router
from app.flow.rows import Rows
from app.flow.strips import Line
from app.model.procedure import Procedure

_TRIES = 3


def lay_out(procedure: Procedure, measure: Measure) -> Picture:
    """Lay a procedure out: the same document gives the same picture."""
    return Layout(procedure, Ruler(measure)).picture()


class Layout:
    """All that is known of one picture while it is made."""

    def __init__(self, procedure: Procedure, ruler: Ruler) -> None:
        self.procedure = procedure
        self.ruler = ruler
        self.plan = Plan(procedure)
        self._stand()
        self.faces = [face(step, procedure, ruler) for step in self.plan.steps]
        self.routes = Router(self.plan.links, self.grid, self.rows.beside).run()
        self.bottoms = spread(self.routes, self.grid)
        self.channels = Channels(self.routes, self.bottoms, self.grid)
        self.gutters = Gutters(self.routes, self.columns.count)
        self.pads: dict[tuple[int, bool], float] = {}
        self.across = self._across()
        self.level_pills = [
            level_pills(route, ruler)
            for route in self.routes
            if route.link.labelled and not route.leaves_bottom
        ]
        self.stacks = self._stacks()
        self._make_room()
        self._rows_down()

    def _stand(self) -> None:
        """Find rows and columns; ends that cannot be reached beside their decision stand below."""
        below: frozenset[int] = frozenset()
        for _ in range(_TRIES):
            self.rows = Rows(self.plan, below)
            self.columns = Columns(self.plan, self.rows)
            self.grid = Grid(self.plan, self.rows, self.columns)
            hidden = {end for end in self.rows.beside if not self._is_next_to(end)}
            if not hidden:
                break
            below |= hidden

    def _is_next_to(self, end: int) -> bool:
        decision = self.rows.beside[end]
        return any(self.grid.beside(decision, right) == end for right in (False, True))

    # Across

    def _across(self) -> Across:
        widths = [0.0] * self.columns.count
        for step, column in enumerate(self.columns.column):
            widths[column] = max(widths[column], self.faces[step].cell_width)
        return Across(self.columns, self.plan.roles, widths, self.gutters.tracks, self.pads)

    def _make_room(self) -> None:
        """Let gutters grow for pills that lack room, and measure across again."""
        rooms = Rooms()
        standing = self._standing()
        facing = {(p.route.link.source, p.right): p for p in self.level_pills}
        for pills in self.level_pills:
            self._ask_level(pills, rooms, standing, facing)
        for stack in self.stacks:
            self._ask_upright(stack, rooms, standing)
        if rooms.pads:
            self.pads = rooms.pads
            self.across = self._across()
        for stack in self.stacks:
            fresh = Stack(stack.pills, self._port_x(stack.pills.route), stack.under)
            stack.x, stack.start, stack.end = fresh.x, fresh.start, fresh.end

    def _standing(self) -> dict[int, list[tuple[float, Route, int]]]:
        """The uprights in every band where pills stand."""
        wanted = {pills.route.parts[0][1] for pills in self.level_pills}
        wanted |= {stack.pills.route.parts[0][2] + 1 for stack in self.stacks}
        standing: dict[int, list[tuple[float, Route, int]]] = defaultdict(list)
        if not wanted:
            return standing
        for route in self.routes:
            for index, (kind, _, start, end) in enumerate(route.parts):
                if kind == UPRIGHT:
                    low, high = min(start, end), max(start, end)
                    bands = [band for band in range(low, high + 1) if band in wanted]
                    if bands:
                        x = x_of(route, index, self.across, self.gutters)
                        for band in bands:
                            standing[band].append((x, route, index))
        return standing

    def _ask_level(
        self,
        pills: Pills,
        rooms: Rooms,
        standing: dict[int, list[tuple[float, Route, int]]],
        facing: dict[tuple[int, bool], Pills],
    ) -> None:
        source = pills.route.link.source
        sign = 1 if pills.right else -1
        side = self._side_x(source, pills.right)
        several = len(pills.ways) > 1
        free = self._to_edge(side, pills.right)
        for x, route, index in standing[pills.route.parts[0][1]]:
            own = route is pills.route and not several and _goes_down(route, index)
            if not own and (x - side) * sign > 0:
                free = min(free, (x - side) * sign - m.PILL_TO_LINE)
        beside = self.grid.beside(source, pills.right)
        if beside is not None:
            edge = self._side_x(beside, not pills.right, whole=several)
            gap = (edge - side) * sign - m.PILL_TO_BOX
            other = facing.get((beside, not pills.right))
            free = min(free, gap - (other.reach + m.PILL_GAP if other else 0.0))
        rooms.ask(self.columns.column[source], pills.right, pills.reach, free)

    def _ask_upright(
        self,
        stack: Stack,
        rooms: Rooms,
        standing: dict[int, list[tuple[float, Route, int]]],
    ) -> None:
        pills = stack.pills
        source = pills.route.link.source
        sign = 1 if pills.right else -1
        free = self._to_edge(stack.x, pills.right)
        for x, route, index in standing[pills.route.parts[0][2] + 1]:
            own = route.link.source == source and index == 0
            if not own and (x - stack.x) * sign > 0 and not self._under(route, index, source):
                free = min(free, (x - stack.x) * sign - m.PILL_TO_LINE)
        rooms.ask(self.columns.column[source], pills.right, pills.reach, free)

    def _to_edge(self, x: float, right: bool) -> float:
        return (self.across.width - x if right else x) - 4

    def _under(self, route: Route, index: int, source: int) -> bool:
        """Whether an upright runs in the source's own column."""
        return route.parts[index][1] == 2 * self.columns.column[source] + 1

    def _side_x(self, step: int, right: bool, whole: bool = False) -> float:
        column = self.columns.column[step]
        width = self.faces[step].width
        if whole:
            width = self.faces[step].cell_width
        return self.across.centre(column) + (width / 2 if right else -width / 2)

    def _port_x(self, route: Route) -> float:
        return self.across.centre(self.columns.column[route.link.source]) + route.port

    # Pills below decisions

    def _stacks(self) -> list[Stack]:
        found = []
        for bottom in self.bottoms:
            if any(route.link.labelled for route in bottom.routes):
                for place, route in enumerate(bottom.routes):
                    found += self._stacks_of(bottom, place, route)
        return found

    def _stacks_of(self, bottom: Bottom, place: int, route: Route) -> list[Stack]:
        texts = texts_of(route)
        if not texts:
            return []
        x = self._port_x(route)
        if len(bottom.routes) == 1 and len(texts) > 1:
            half = (len(texts) + 1) // 2
            return [
                Stack(upright_pills(route, right, some, self.ruler), x, [])
                for right, some in ((False, texts[:half]), (True, texts[half:]))
            ]
        right = bottom.pill_stands_right(route)
        pills = upright_pills(route, right, texts, self.ruler)
        beyond = bottom.routes[place + 1 :] if right else bottom.routes[:place]
        under = [self.channels.of[other.link.index, 1] for other in beyond if turns_at_once(other)]
        return [Stack(pills, x, under)]

    # Down

    def _rows_down(self) -> None:
        count = self.rows.count
        up, down = [0.0] * count, [0.0] * count
        for step, shape in enumerate(self.faces):
            row = self.rows.row[step]
            up[row] = max(up[row], shape.height / 2)
            foot = shape.height / 2
            if shape.caption:
                foot += m.CAPTION_GAP + shape.caption[1] + m.CAPTION_FOOT
            down[row] = max(down[row], foot)
        for pills in self.level_pills:
            row = self.rows.row[pills.route.link.source]
            top = max(line for _, _, line in pills.places)
            bottom = -min(line for _, _, line in pills.places)
            up[row] = max(up[row], m.PILL_TO_LINE + top * (m.PILL_HEIGHT + 3))
            down[row] = max(down[row], m.PILL_TO_LINE + bottom * (m.PILL_HEIGHT + 3))
        self._reach_lines()
        self.middle: list[float] = []
        self.line_y: dict[int, float] = {}
        y = 0.0
        for row in range(count):
            y += self._channel(2 * row, y)
            self.middle.append(y + up[row])
            y += up[row] + down[row]
        self.height = y + self._channel(2 * count, y)

    def _channel(self, band: int, y: float) -> float:
        """Pack the channel that begins at y; return its height."""
        lines = list(self.channels.lines[band].values()) if band in self.channels.lines else []
        stacks = self._stacks_in.get(band, [])
        least = m.CHANNEL
        if band == 0:
            least = m.HEAD_ROOM
        elif band == 2 * self.rows.count:
            least = m.FOOT_ROOM
        if not lines and not stacks:
            return least
        packing = Packing(m.TRACK_TO_ROW if band else m.UNDER_TRIGGER)
        packing.pack(lines, stacks)
        height = packing.close(least, self._stations(band // 2) if stacks else ())
        for line, at in packing.line_y.items():
            self.line_y[line] = y + at
        for stack, _ in stacks:
            stack.y += y
        return height

    def _stations(self, row: int) -> list[tuple[float, float]]:
        """Where the stations of a row reach up into the channel above it."""
        return (
            [
                (self._side_x(step, right=False), self._side_x(step, right=False) + 48)
                for step in self.grid.in_row[row]
            ]
            if row < self.rows.count
            else []
        )

    def _reach_lines(self) -> None:
        """Let the lines of the channels reach to the uprights that they join."""
        self._stacks_in: dict[int, list[tuple[Stack, Line | None]]] = defaultdict(list)
        for stack in self.stacks:
            route = stack.pills.route
            line = self.channels.of[route.link.index, 1] if turns_at_once(route) else None
            self._stacks_in[route.parts[0][2] + 1].append((stack, line))
        for route in self.routes:
            for index, (kind, band, _, _) in enumerate(route.parts):
                if kind == LEVEL and not band & 1:
                    self._reach(route, index, band, self.channels.of[route.link.index, index])

    def _reach(self, route: Route, index: int, band: int, line: Line) -> None:
        for beside in (index - 1, index + 1):
            x = x_of(route, beside, self.across, self.gutters)
            line.reach(x)
            _, _, start, end = route.parts[beside]
            (line.low if min(start, end) < band else line.high).append(x)

    # The picture

    def picture(self) -> Picture:
        boxes = [self._box(step) for step in range(len(self.plan.steps))]
        points = [self._points(route, boxes) for route in self.routes]
        arrows = self._arrows(points)
        ids = [step.id for step in self.plan.steps]
        start = boxes[0]
        rows: list[list[str]] = [[] for _ in range(self.rows.count)]
        for step in self.grid.reading:
            rows[self.rows.row[step]].append(ids[step])
        return Picture(
            size=(self.across.width, self.height),
            lanes=tuple(
                Lane(role, Rect(left, 0.0, right - left, self.height))
                for role, (left, right) in zip(self.plan.roles, self.across.lanes, strict=True)
            ),
            boxes=dict(zip(ids, boxes, strict=True)),
            captions=self._captions(boxes),
            arrows=tuple(arrows),
            trigger=((start.center[0], m.TRIGGER_Y), (start.center[0], start.y)),
            bridges=find_bridges(
                [
                    (r.link.source, r.link.target, p)
                    for r, p in zip(self.routes, points, strict=True)
                ]
            ),
            rows=tuple(tuple(row) for row in rows),
        )

    def _box(self, step: int) -> Rect:
        shape = self.faces[step]
        x = self.across.centre(self.columns.column[step])
        y = self.middle[self.rows.row[step]]
        return Rect(x - shape.width / 2, y - shape.height / 2, shape.width, shape.height)

    def _captions(self, boxes: list[Rect]) -> dict[str, Rect]:
        found = {}
        for step, shape in enumerate(self.faces):
            if shape.caption:
                w, h = shape.caption
                box = boxes[step]
                top = box.bottom + m.CAPTION_GAP
                found[self.plan.steps[step].id] = Rect(box.center[0] - w / 2, top, w, h)
        return found

    def _points(self, route: Route, boxes: list[Rect]) -> tuple[Point, ...]:
        source, target = boxes[route.link.source], boxes[route.link.target]
        parts = route.parts
        at = [
            self._level_y(route, index)
            if part[0] == LEVEL
            else x_of(route, index, self.across, self.gutters)
            for index, part in enumerate(parts)
        ]
        points: list[Point] = []
        if route.leaves_bottom:
            points.append((at[0], self._bottom(route.link.source, source)))
        else:
            points.append((source.right if parts[0][3] > parts[0][2] else source.x, at[0]))
        for index in range(len(parts) - 1):
            level_first = parts[index][0] == LEVEL
            points.append((at[index + 1], at[index]) if level_first else (at[index], at[index + 1]))
        if route.enters_top:
            points.append((at[-1], target.y))
        else:
            points.append((target.x if parts[-1][3] > parts[-1][2] else target.right, at[-1]))
        return tuple(points)

    def _bottom(self, step: int, box: Rect) -> float:
        """Where arrows leave the bottom of a step: an end's below its caption."""
        caption = self.faces[step].caption
        return box.bottom + m.CAPTION_GAP + caption[1] if caption else box.bottom

    def _level_y(self, route: Route, index: int) -> float:
        band = route.parts[index][1]
        if band & 1:
            return self.middle[band // 2]
        return self.line_y[id(self.channels.of[route.link.index, index])]

    def _arrows(self, points: list[tuple[Point, ...]]) -> list[Arrow]:
        rects: dict[tuple[int, int], Rect] = {}
        for pills in self.level_pills:
            source = pills.route.link.source
            y = self.middle[self.rows.row[source]]
            for way, rect in pills.rects(self._side_x(source, pills.right), y).items():
                rects[source, way] = rect
        for stack in self.stacks:
            for way, rect in stack.pills.rects(stack.x, stack.y).items():
                rects[stack.pills.route.link.source, way] = rect
        arrows = []
        for route, line in zip(self.routes, points, strict=True):
            link = route.link
            ends = (self.plan.steps[link.source].id, self.plan.steps[link.target].id)
            for way, text in zip(link.ways, link.texts, strict=True):
                label = rects.get((link.source, way))
                arrows.append(Arrow(*ends, way, line, label, text, link.back))
        return arrows


def _goes_down(route: Route, index: int) -> bool:
    _, _, start, end = route.parts[index]
    return index == 1 and end > start
