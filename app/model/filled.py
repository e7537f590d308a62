"""A tool that was filled in, as a note: its headings and fields with what stands in them.

What was left empty falls away with its heading, and so does the guidance for whoever fills it in.
"""

import re
from collections.abc import Iterator

from app.model.case_numbers import CASE_NUMBER
from app.model.journal import JournalNote, Part
from app.model.state import Filled
from app.model.tool import FieldKind, Tool, ToolField

_FIELD = re.compile(r"^\s*\{\{\s*([a-z0-9-]+)\s*\}\}\s*$")
_HEADING = re.compile(r"^#+\s+(.*)$")
_LONG = (FieldKind.TEXT, FieldKind.ROWS)
_MOST = 10


def tool_note(tool: Tool, filled: Filled, case_number: str) -> JournalNote:
    """Tell what stands in a tool."""
    parts: list[Part] = []
    for heading, fields in _sections(tool):
        parts += _section_parts(heading, fields, filled)
    return JournalNote(f"{tool.title}, sag {case_number}", tuple(parts))


def first_values(tool: Tool, case_number: str) -> Filled:
    """Return what stands in a tool before anybody has written in it."""
    known = any(field.id == CASE_NUMBER for field in tool.fields)
    return Filled({CASE_NUMBER: case_number} if known else {})


def _sections(tool: Tool) -> Iterator[tuple[str, list[ToolField]]]:
    """Give each heading with the fields below it; fields that the text forgets come last."""
    known = {field.id: field for field in tool.fields}
    heading = ""
    fields: list[ToolField] = []
    for line in tool.body.splitlines():
        title, field = _HEADING.match(line), _FIELD.match(line)
        if title:
            yield heading, fields
            heading, fields = title[1].strip(), []
        elif field and field[1] in known:
            fields.append(known.pop(field[1]))
    yield heading, [*fields, *known.values()]


def _section_parts(heading: str, fields: list[ToolField], filled: Filled) -> Iterator[Part]:
    short = [_line(field, filled) for field in fields if field.kind not in _LONG]
    long = [part for field in fields if field.kind in _LONG for part in _long(field, filled)]
    lines = tuple(line for line in short if line)
    if lines or (heading and long):
        yield Part(heading, lines, level=1)
    yield from long


def _line(field: ToolField, filled: Filled) -> str:
    value = filled.fields.get(field.id, "").strip()
    if not value:
        return ""
    if field.kind is FieldKind.SCALE:
        value = f"{value} af {_MOST}"
        if field.options:
            value += f" (1 er »{field.options[0]}«, {_MOST} er »{field.options[-1]}«)"
    return f"{field.label.rstrip(':')}: {value}"


def _long(field: ToolField, filled: Filled) -> Iterator[Part]:
    if field.kind is FieldKind.ROWS:
        rows = [row for row in filled.rows.get(field.id, ()) if any(cell.strip() for cell in row)]
        if rows:
            yield Part(field.label, (), table=(field.columns, *rows))
        return
    lines = tuple(filter(None, map(str.strip, filled.fields.get(field.id, "").splitlines())))
    if lines:
        yield Part(field.label, lines)
