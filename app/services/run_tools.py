"""What is written into the tools of a run. Refused also as all that is done in one: `runs.py`."""

from collections.abc import Mapping

from app.model.errors import Refused
from app.model.library.stored_version import Kind
from app.model.run.run import AnyHappening, ToolFilled
from app.model.run.state import Filled
from app.services.kept_texts import LONGEST_TOOL, field_of
from app.services.run_core import RunView, happen
from app.services.workplace import Workplace


def fill_tool(
    workplace: Workplace,
    *,
    run: str,
    tool: str,
    fields: Mapping[str, str] = {},
    rows: Mapping[str, tuple[tuple[str, ...], ...]] = {},
    left_out: tuple[str, ...] | None = None,
) -> RunView:
    """Keep what stands in some fields and tables of a tool; all others stay as they are stored.

    `left_out` are the titles of its leaves that are not to be taken along; None leaves that as it
    is. What is empty is kept as such: somebody has taken out what stood there.

    `Refused`: cpr_in_field, field_too_long, tool_too_long, unknown_tool.
    """
    new_fields = {name: field_of(text) for name, text in fields.items()}
    new_rows = {
        name: tuple(tuple(map(field_of, row)) for row in found) for name, found in rows.items()
    }

    with workplace.store.reading() as work:
        if tool not in work.items.slugs(Kind.TOOL):
            raise Refused("unknown_tool")

    def decide(view: RunView) -> AnyHappening | None:
        stored = view.state.tools.get(tool, Filled())
        kept = ToolFilled(
            tool,
            {**stored.fields, **new_fields},
            {**stored.rows, **new_rows},
            stored.left_out if left_out is None else left_out,
        )
        if _length_of(kept) > LONGEST_TOOL:
            raise Refused("tool_too_long", limit=str(LONGEST_TOOL))
        before = (stored.fields, stored.rows, stored.left_out)
        return None if before == (kept.fields, kept.rows, kept.left_out) else kept

    return happen(workplace, run, decide)


def _length_of(filled: ToolFilled) -> int:
    cells = (cell for rows in filled.rows.values() for row in rows for cell in row)
    names = (*filled.fields, *filled.rows)
    return sum(map(len, (*names, *filled.fields.values(), *cells, *filled.left_out)))
