"""The grid that arrows are routed over, and what of it is taken.

Columns and the gutters beside them lie across, numbered together: gutter `k` is unit 2k, column
`k` unit 2k + 1. Rows and the channels between them lie downwards: the channel above row `r` is
band 2r, row `r` band 2r + 1. What is taken is kept in one whole number a band or unit, a bit for
each arrow's place, so that crossings are counted at once.
"""

from app.flow.columns import Columns
from app.flow.plan import FlowPlan
from app.flow.routes import Route
from app.flow.rows import Rows

FAR = 1 << 30


class Grid:
    """Where boxes stand and arrows run."""

    def __init__(self, plan: FlowPlan, rows: Rows, columns: Columns) -> None:
        self.row = rows.row
        self.column = columns.column
        self.lane = columns.lane
        self.row_count = rows.count
        self.column_count = columns.count
        self._find_neighbours()
        self.uprights = [0] * (2 * self.row_count + 1)
        self.levels = [0] * (2 * self.column_count + 1)
        self.buses: dict[tuple[int, int], tuple[int, int]] = {}
        self.entered_at: dict[int, int] = {}

    def _find_neighbours(self) -> None:
        """For each step the next box to all four sides, as row or column."""
        count = len(self.row)
        self.above, self.below = [-1] * count, [FAR] * count
        self.left, self.right = [-1] * count, [FAR] * count
        last_in_column: dict[int, int] = {}
        last_in_row: dict[int, int] = {}
        under: dict[int, int] = {}
        reading = sorted(range(count), key=lambda step: (self.row[step], self.column[step]))
        for step in reading:
            row, column = self.row[step], self.column[step]
            upper = last_in_column.get(column)
            if upper is not None:
                self.above[step], self.below[upper] = self.row[upper], row
                under[upper] = step
            before = last_in_row.get(row)
            if before is not None:
                self.left[step], self.right[before] = self.column[before], column
            last_in_column[column] = last_in_row[row] = step
        self.reading = reading
        self.in_row: list[list[int]] = [[] for _ in range(self.row_count)]
        for step in reading:
            self.in_row[self.row[step]].append(step)
        self.under = under

    def crossed_by_level(self, band: int, low: int, high: int) -> int:
        """How many uprights stand strictly between two units of a band."""
        if high - low < 2:
            return 0
        return ((self.uprights[band] >> (low + 1)) & ((1 << (high - low - 1)) - 1)).bit_count()

    def crossed_by_upright(self, unit: int, low: int, high: int) -> int:
        """How many levels run strictly between two bands of a unit."""
        if high - low < 2:
            return 0
        return ((self.levels[unit] >> (low + 1)) & ((1 << (high - low - 1)) - 1)).bit_count()

    def take_level(self, band: int, low: int, high: int) -> None:
        bit = 1 << band
        for unit in range(low + 1, high):
            self.levels[unit] |= bit

    def take_upright(self, unit: int, low: int, high: int) -> None:
        bit = 1 << unit
        for band in range(low, high + 1):
            self.uprights[band] |= bit

    def note_entry(self, route: Route) -> None:
        """Remember from which band on an arrow runs down to the top of its step."""
        if route.enters_top:
            step, band = route.link.target, route.parts[-1][2]
            self.entered_at[step] = min(self.entered_at.get(step, FAR), band)

    def entered_at_below(self, step: int) -> int:
        """The band where arrows first come into the column above the next step below."""
        under = self.under.get(step)
        return FAR if under is None else self.entered_at.get(under, FAR)

    def beside(self, step: int, right: bool) -> int | None:
        """The next step in the same row, to the right or left."""
        column = self.right[step] if right else self.left[step]
        if column in (FAR, -1):
            return None
        return next(other for other in self.in_row[self.row[step]] if self.column[other] == column)
