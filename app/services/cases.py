"""A whole case: all its runs, as far as they can be read here."""

from msgspec import Struct

from app.model.run.state import RunSummary
from app.services.run_core import RunView, readable_view
from app.services.run_lists import list_runs
from app.services.workplace import Workplace


class CaseView(Struct, frozen=True):
    """The runs of a case: a row of each, and those that can be opened.

    The others are rows alone: a newer program has written in them.
    """

    rows: tuple[RunSummary, ...]
    views: tuple[RunView, ...]

    @property
    def unread(self) -> int:
        """How many runs cannot be opened here."""
        return len(self.rows) - len(self.views)


def open_case(workplace: Workplace, *, case_number: str) -> CaseView:
    """Return all runs of a case as they stand now."""
    rows = list_runs(workplace, case_number=case_number)
    with workplace.store.reading() as work:
        found = [readable_view(workplace, work, row.run.id) for row in rows]
    return CaseView(rows, tuple(view for view in found if view is not None))
