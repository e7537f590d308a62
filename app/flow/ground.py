"""Where the steps stand: rows, columns, the grid of both, and what stands on each step."""

from collections import defaultdict

from app.flow.columns import Columns
from app.flow.face import Ruler, face
from app.flow.grid import Grid
from app.flow.order import LaneOrder
from app.flow.plan import FlowPlan
from app.flow.rows import Rows
from app.model.library.procedure import Procedure

_TRIES = 3
"""So often ends that got no place beside their decision are put below it instead."""


class Ground:
    """The steps in their places, before any arrow is drawn."""

    def __init__(self, procedure: Procedure, ruler: Ruler) -> None:
        self.plan = FlowPlan(procedure)
        self.faces = [face(step, procedure, ruler) for step in self.plan.steps]
        self._stand()

    def _stand(self) -> None:
        """Find rows and columns.

        Ends stand below their decision where they cannot be reached beside it, or where that
        makes a lane narrower.
        """
        order = LaneOrder(self.plan)
        below: frozenset[int] = frozenset()
        for _ in range(_TRIES):
            self.rows = Rows(self.plan, below)
            self.columns = Columns(self.plan, self.rows, order)
            self.grid = Grid(self.plan, self.rows, self.columns)
            hidden = {end for end in self.rows.beside if not self._is_next_to(end)}
            moving = hidden | self._widening()
            if not moving:
                break
            below |= moving

    def _widening(self) -> set[int]:
        """Ends that a lane has a column for alone, though all could stand below their decision."""
        taken = defaultdict(list)
        for step, column in enumerate(self.columns.column):
            taken[column].append(step)
        found: dict[int, int] = {}
        for steps in taken.values():
            if all(self._can_stand_below(step, found) for step in steps):
                found.update((self.rows.beside[end], end) for end in steps)
        return set(found.values())

    def _can_stand_below(self, end: int, found: dict[int, int]) -> bool:
        """Whether an end beside a decision could stand straight below it, in its lane."""
        decision = self.rows.beside.get(end)
        if decision is None or decision in found:
            return False
        plan = self.plan
        own = [link.target for link in plan.out[decision] if not link.back]
        own = [step for step in own if plan.lane[step] == plan.lane[decision]]
        return (
            end in own
            and all(step in self.rows.beside for step in own)
            and self.grid.below[decision] > self.rows.row[decision] + 1
        )

    def _is_next_to(self, end: int) -> bool:
        decision = self.rows.beside[end]
        return any(self.grid.beside(decision, right) == end for right in (False, True))

    def column_widths(self) -> list[float]:
        """How wide each column must be for its steps; nothing where none stands."""
        widths = [0.0] * self.columns.count
        for step, column in enumerate(self.columns.column):
            widths[column] = max(widths[column], self.faces[step].cell_width)
        return widths
