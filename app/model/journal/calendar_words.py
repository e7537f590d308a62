"""A deadline of a run as it is told in a calendar: case number and step, and nothing personal."""

from collections.abc import Iterator

from app.model.danish.notation import capital, date_label, deadline_name, law_label
from app.model.run.state import OpenDeadline, RunSummary


def calendar_title(row: RunSummary, deadline: OpenDeadline) -> str:
    """Say what a deadline is, and in which case."""
    name = capital(deadline_name(deadline.kind))
    return f"{name}, sag {row.run.case_number}: {deadline.title}"


def calendar_lines(row: RunSummary, deadline: OpenDeadline) -> Iterator[str]:
    """Say what stands below it: where it comes from, and when one had better be done."""
    number = f", trin {deadline.number}" if deadline.number else ""
    yield f"{row.title}{number}"
    if deadline.law:
        yield f"Efter {law_label(deadline.law, full=True)}"
    else:
        yield "Anbefalet frist"
    if deadline.aim:
        yield f"Sidste arbejdsdag før: {date_label(deadline.aim)}"
