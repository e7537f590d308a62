"""What procedures ask, and what in them nobody ticks."""

from pathlib import Path

from app.files import read_file, read_library
from app.model.checks.burden import Burden, burden_of
from app.model.library.procedure import Procedure
from app.model.run.ticking import Ticking, ticking
from app.services.run_core import readable_view
from app.services.workplace import Workplace

_MOST_RUNS = 100
"""So many runs tell enough, and are read in a moment."""


def burdens_in(path: Path) -> tuple[tuple[Procedure, Burden], ...]:
    """Measure the procedures of a library folder or of one file, the heaviest first."""
    reading = read_library(path) if path.is_dir() else read_file(path)
    found = ((procedure, burden_of(procedure)) for procedure in reading.library.procedures)
    return tuple(sorted(found, key=lambda one: (-one[1].minutes, one[0].id)))


def ticking_of(workplace: Workplace, *, procedure: str) -> Ticking:
    """Count what was ticked in the runs of a procedure that were closed last."""
    with workplace.store.reading() as work:
        closed = work.lists.closed_of(procedure, limit=_MOST_RUNS)
        views = [readable_view(workplace, work, run) for run in closed]
    return ticking((view.procedure, view.state) for view in views if view is not None)
