"""Where the steps stand: rows, columns, the grid of both, and what stands on each step."""

from app.flow.columns import Columns
from app.flow.face import Ruler, face
from app.flow.grid import Grid
from app.flow.plan import Plan
from app.flow.rows import Rows
from app.model.procedure import Procedure

_TRIES = 3


class Ground:
    """The steps in their places, before any arrow is drawn."""

    def __init__(self, procedure: Procedure, ruler: Ruler) -> None:
        self.plan = Plan(procedure)
        self.faces = [face(step, procedure, ruler) for step in self.plan.steps]
        self._stand()

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

    def column_widths(self) -> list[float]:
        """How wide each column must be for its steps; nothing where none stands."""
        widths = [0.0] * self.columns.count
        for step, column in enumerate(self.columns.column):
            widths[column] = max(widths[column], self.faces[step].cell_width)
        return widths
