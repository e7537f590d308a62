"""A tool that was filled in, as a text to take along: its words with the fields in their places.

What nothing was written in is a place to write. What is quoted speaks to whoever fills the tool
in and stays behind.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from msgspec.structs import replace

from app.model.danish.notation import date_label
from app.model.danish.scale_notation import scale_answer
from app.model.ids import CHILD_ROLE
from app.model.library.catalogue import Catalogue, Event
from app.model.library.procedure import Procedure
from app.model.library.tool import FieldKind, Tool, ToolField
from app.model.library.tool_body import Leaf, Piece, Prose, tool_leaves
from app.model.outgoing.markdown_blocks import markdown_blocks
from app.model.outgoing.outgoing_blocks import (
    OPEN_BOX,
    TICKED_BOX,
    Blank,
    Block,
    OutgoingHeading,
    OutgoingTable,
    OutgoingText,
    Paragraph,
    Span,
    field_label,
    plain,
)
from app.model.run.case_numbers import CASE_NUMBER
from app.model.run.state import Filled, RunState

WRITTEN_BY = "skrevet-af"
"""The field that says which role wrote a tool."""


def filled_text(tool: Tool, filled: Filled, case_number: str) -> OutgoingText:
    """Return a tool as it was filled in, without the leaves that were left out.

    Where one titled leaf of several is left, it is that one's text.
    """
    leaves = tool_leaves(tool)
    taken = [leaf for leaf in leaves if leaf.title not in filled.left_out]
    titles = [leaf.title for leaf in taken if leaf.title]
    is_one_of_several = len(titles) == 1 < sum(bool(leaf.title) for leaf in leaves)
    title = titles[0] if is_one_of_several else tool.title
    blocks: list[Block] = []
    for leaf in taken:
        if leaf.title and not is_one_of_several:
            blocks.append(OutgoingHeading(leaf.title))
        blocks += _leaf_blocks(leaf, filled)
    return OutgoingText(f"{title}, sag {case_number}", tuple(blocks))


def leaves_to_choose(tool: Tool) -> tuple[Leaf, ...]:
    """Return the leaves that can be taken along or not; none where there is only one."""
    leaves = tool_leaves(tool)
    return leaves if sum(bool(leaf.title) for leaf in leaves) > 1 else ()


def standing_in(tool: Tool, stored: Filled, known: Mapping[str, str]) -> Filled:
    """Return what stands in a tool: what was written, and what is known before anybody has."""
    standing = replace(stored, fields={**known, **stored.fields})
    return replace(standing, left_out=_all_but_one(tool, stored)) if tool.apart else standing


def known_in(
    tool: Tool, procedure: Procedure, state: RunState, catalogue: Catalogue
) -> dict[str, str]:
    """Return what a run knows of the fields of a tool: case number, dates of events, the role.

    A field is that of an event where it is called so, and asks for its date.
    """
    known: dict[str, str] = {}
    for field in tool.fields:
        if field.id == CASE_NUMBER:
            known[field.id] = state.run.case_number
        elif field.id == WRITTEN_BY:
            known[field.id] = _role_of(tool, procedure, catalogue)
        elif field.kind is FieldKind.DATE:
            event = event_of(field, catalogue)
            at = _when(event, procedure, state) if event is not None else None
            known[field.id] = date_label(at) if at is not None else ""
    return {name: text for name, text in known.items() if text}


def event_of(field: ToolField, catalogue: Catalogue) -> Event | None:
    """Return the event that a field is called by: its own name, or its title."""
    called = _bare(field.label)
    return next(
        (one for one in catalogue.events if field.id == one.id or called == _bare(one.title)),
        None,
    )


def _when(event: Event, procedure: Procedure, state: RunState) -> datetime | None:
    is_trigger = event.id == procedure.trigger_event
    return state.trigger if is_trigger else state.dates.get(event.id)


def _role_of(tool: Tool, procedure: Procedure, catalogue: Catalogue) -> str:
    """Name the role whose step the tool hangs at; empty where several have it, or none."""
    roles = {step.role for step in procedure.steps if tool.id in step.tools} - {CHILD_ROLE}
    found = catalogue.role_by_id.get(roles.pop()) if len(roles) == 1 else None
    return found.title if found else ""


def _bare(label: str) -> str:
    return " ".join(label.split()).rstrip(":").casefold()


def _all_but_one(tool: Tool, stored: Filled) -> tuple[str, ...]:
    """Return what is left out where one leaf goes along: that which is written in, else the first.

    What has no title goes with each of them.
    """
    titled = [leaf for leaf in tool_leaves(tool) if leaf.title]
    taken = [leaf for leaf in titled if leaf.title not in stored.left_out]
    written = [leaf for leaf in taken if any(_stands_in(piece, stored) for piece in leaf.pieces)]
    kept = (written or taken)[:1]
    return (*stored.left_out, *(leaf.title for leaf in taken if leaf not in kept))


def _stands_in(piece: Piece, stored: Filled) -> bool:
    if not isinstance(piece, ToolField):
        return False
    rows = stored.rows.get(piece.id, ())
    return bool(stored.fields.get(piece.id)) or any(map(any, rows))


def _leaf_blocks(leaf: Leaf, filled: Filled) -> Iterator[Block]:
    for piece in leaf.pieces:
        if isinstance(piece, Prose):
            yield from markdown_blocks(piece.markdown)
        elif isinstance(piece, ToolField):
            yield from _field_blocks(piece, filled)


def _field_blocks(field: ToolField, filled: Filled) -> Iterator[Block]:
    if field.kind is FieldKind.ROWS:
        yield from _rows(field, filled)
        return
    value = filled.fields.get(field.id, "").strip()
    if field.kind is FieldKind.CHECK:
        yield plain(field.label, lead=TICKED_BOX if value else OPEN_BOX)
    elif not value:
        yield Blank(field)
    elif field.kind is FieldKind.TEXT:
        yield Paragraph((Span(field.label, is_strong=True),))
        lines = filter(None, map(str.strip, value.splitlines()))
        yield from (plain(line, is_close=True) for line in lines)
    else:
        yield Paragraph((Span(field_label(field), is_strong=True), Span(f" {_said(field, value)}")))


def _said(field: ToolField, value: str) -> str:
    return scale_answer(field, value) if field.kind is FieldKind.SCALE else value


def _rows(field: ToolField, filled: Filled) -> Iterator[Block]:
    rows = [row for row in filled.rows.get(field.id, ()) if any(cell.strip() for cell in row)]
    if not rows:
        yield Blank(field)
        return
    yield Paragraph((Span(field.label, is_strong=True),))
    yield OutgoingTable((field.columns, *rows), is_close=True)
