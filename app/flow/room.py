"""Room for the pills: on which side of its line each stands, and gutters wide enough for them."""

from collections import defaultdict
from math import inf

from app.flow import measures as m
from app.flow.across import Across, Pads
from app.flow.down import PillStack
from app.flow.face import Ruler
from app.flow.ground import Ground
from app.flow.labels import Pills, level_pills, texts_of, upright_pills
from app.flow.network import Network
from app.flow.ports import Bottom, turns_at_once
from app.flow.routes import UPRIGHT, Route

Standing = dict[int, list[tuple[float, Route, int]]]
"""Uprights by band: x, route, and which part of it."""


class PillRoom:
    """The pills of a picture and its measures across, so that every pill stands free."""

    def __init__(self, ground: Ground, network: Network, ruler: Ruler) -> None:
        self._ground = ground
        self._network = network
        self._ruler = ruler
        self._pads: Pads = defaultdict(float)
        self.across = self._measure()
        self.level_pills = [
            level_pills(route, ruler)
            for route in network.routes
            if route.link.labelled and not route.leaves_bottom
        ]
        self.stacks = [stack for bottom in network.bottoms for stack in self._stacks(bottom)]
        self._make()

    def _measure(self) -> Across:
        ground = self._ground
        roles, widths = ground.plan.roles, ground.column_widths()
        return Across(ground.columns, roles, widths, self._network.gutters, self._pads)

    def side_x(self, step: int, right: bool, whole: bool = False) -> float:
        """The x of a step's side; `whole` with the caption of an end."""
        shape = self._ground.faces[step]
        half = (shape.cell_width if whole else shape.width) / 2
        return self.across.centre(self._ground.columns.column[step]) + (half if right else -half)

    def port_x(self, route: Route) -> float:
        """The x where a route leaves the bottom of its step."""
        return self.across.centre(self._ground.columns.column[route.link.source]) + route.port

    def _stacks(self, bottom: Bottom) -> list[PillStack]:
        """The pills below one decision."""
        found = []
        for position, route in enumerate(bottom.routes):
            texts = texts_of(route)
            if len(bottom.routes) == 1 and len(texts) > 1 and not route.port:
                half = (len(texts) + 1) // 2
                found += [
                    self._stack(route, texts[:half], False, []),
                    self._stack(route, texts[half:], True, []),
                ]
            elif texts:
                right = bottom.pill_stands_right(route)
                beyond = bottom.routes[position + 1 :] if right else bottom.routes[:position]
                found.append(self._stack(route, texts, right, beyond))
        return found

    def _stack(
        self, route: Route, texts: list[tuple[int, str]], right: bool, beyond: list[Route]
    ) -> PillStack:
        """Pills on one side of a line, below the lines that leave the same bottom there."""
        first = self._network.channels.of
        under = [first[other.link.index, 1] for other in beyond if turns_at_once(other)]
        return PillStack(upright_pills(route, right, texts, self._ruler), self.port_x(route), under)

    def _make(self) -> None:
        """Let gutters grow for pills that lack room, and measure across again."""
        standing = self._standing()
        facing = {(pills.source, pills.right): pills for pills in self.level_pills}
        for pills in self.level_pills:
            free = min(self._free_of_lines(pills, standing), self._free_of_boxes(pills, facing))
            self._ask(pills, free)
        for stack in self.stacks:
            self._ask(stack.pills, self._free_below(stack, standing))
        if self._pads:
            self.across = self._measure()
            for stack in self.stacks:
                stack.move(self.port_x(stack.pills.route))

    def _ask(self, pills: Pills, free: float) -> None:
        """Ask for room in the gutter beside the step, where pills reach farther than is free."""
        if pills.reach > free:
            column = self._ground.columns.column[pills.source]
            key = (column + 1, False) if pills.right else (column, True)
            self._pads[key] = max(self._pads[key], pills.reach - free)

    def _standing(self) -> Standing:
        """The uprights in every band where pills stand."""
        wanted = {pills.route.parts[0][1] for pills in self.level_pills}
        wanted |= {stack.pills.route.parts[0][2] + 1 for stack in self.stacks}
        standing: Standing = defaultdict(list)
        for route in self._network.routes if wanted else ():
            for index, (kind, _, start, end) in enumerate(route.parts):
                if kind == UPRIGHT:
                    for band in range(min(start, end), max(start, end) + 1):
                        if band in wanted:
                            x = self.across.x_of(route, index)
                            standing[band].append((x, route, index))
        return standing

    def _free_of_lines(self, pills: Pills, standing: Standing) -> float:
        """How far it is from a side to the next upright, or the edge of the picture."""
        side = self.side_x(pills.source, pills.right)
        free = self._to_edge(side, pills.right)
        for x, route, index in standing[pills.route.parts[0][1]]:
            away = x - side if pills.right else side - x
            # Its own line turns down below a single pill.
            own = route is pills.route and len(pills.ways) == 1 and _turns_down(route, index)
            if away > 0 and not own:
                free = min(free, away - m.PILL_TO_LINE)
        return free

    def _free_of_boxes(self, pills: Pills, facing: dict[tuple[int, bool], Pills]) -> float:
        """How far it is from a side to the next step in the row, or to the pills at its side."""
        beside = self._ground.grid.beside(pills.source, pills.right)
        if beside is None:
            return inf
        edge = self.side_x(beside, not pills.right, whole=len(pills.ways) > 1)
        gap = abs(edge - self.side_x(pills.source, pills.right)) - m.PILL_TO_BOX
        other = facing.get((beside, not pills.right))
        return gap - (other.reach + m.PILL_GAP if other else 0.0)

    def _free_below(self, stack: PillStack, standing: Standing) -> float:
        """How far it is from a port to the next upright outside the step's own column."""
        pills = stack.pills
        free = self._to_edge(stack.x, pills.right)
        own_unit = 2 * self._ground.columns.column[pills.source] + 1
        for x, route, index in standing[pills.route.parts[0][2] + 1]:
            away = x - stack.x if pills.right else stack.x - x
            if away > 0 and route.parts[index][1] != own_unit:
                free = min(free, away - m.PILL_TO_LINE)
        return free

    def _to_edge(self, x: float, right: bool) -> float:
        return (self.across.width - x if right else x) - m.PILL_TO_LINE


def _turns_down(route: Route, index: int) -> bool:
    _, _, start, end = route.parts[index]
    return index == 1 and end > start
