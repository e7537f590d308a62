"""Edits of tools: the head, the text, and the fields that are placed in it.

A field stands in the text as `{{its-id}}` on a line of its own.
"""

import re
from collections.abc import Collection, Iterable

import msgspec

from app.model.edits.edited_texts import (
    body_of,
    checked_of,
    laws_of,
    line_of,
    name_of,
    names_of,
    new_title_of,
    title_of,
)
from app.model.edits.id_naming import new_id
from app.model.errors import Refused
from app.model.library.procedure import Checked, Procedure
from app.model.library.tool import FIELD_SIGN, FieldKind, Tool, ToolField, field_named

MOST_LINES = 40


def new_tool(*, title: str, theme: str, taken: Collection[str] = ()) -> Tool:
    """Return an empty tool. `taken` are ids of others."""
    name = new_title_of(title)
    return Tool(new_id(name, taken, "skema"), name, name_of(theme), "", "")


def tool_of_step(procedure: Procedure, step_id: str, *, taken: Collection[str] = ()) -> Tool:
    """Return a tool made of a step: a field for each heading of its note, a box for each item."""
    step = procedure.step(step_id)
    tool = new_tool(title=step.title, theme=procedure.theme, taken=taken)
    tool = _with(tool, roles=(step.role,), law=step.law)
    for heading in step.document.splitlines():
        if label := heading.strip().lstrip("#").strip():
            tool = add_field(tool, label)
    for item in step.checklist:
        tool = add_field(tool, item.text, FieldKind.CHECK)
    return tool


# The head and the text


def set_tool_title(tool: Tool, title: str) -> Tool:
    """Name the tool; its id stays. `Refused`: edit_title_missing."""
    return _with(tool, title=title_of(title))


def set_tool_theme(tool: Tool, theme: str) -> Tool:
    """Put the tool under another theme."""
    return _with(tool, theme=name_of(theme))


def set_tool_purpose(tool: Tool, purpose: str) -> Tool:
    """Say what the tool is for."""
    return _with(tool, purpose=line_of(purpose))


def set_tool_roles(tool: Tool, roles: Iterable[str]) -> Tool:
    """Say who uses the tool."""
    return _with(tool, roles=names_of(roles))


def set_tool_law(tool: Tool, law: Iterable[str]) -> Tool:
    """Say which provisions the tool rests on. `Refused`: edit_law_unreadable."""
    return _with(tool, law=laws_of(law))


def set_tool_checked(tool: Tool, checked: Checked | None) -> Tool:
    """Say which act the tool was checked against, and when; or that it is not."""
    return _with(tool, checked=checked_of(checked))


def set_tool_apart(tool: Tool, apart: bool) -> Tool:
    """Say whether each leaf is for somebody else, so that they are taken along one by one."""
    return _with(tool, apart=apart)


def set_tool_body(tool: Tool, body: str) -> Tool:
    """Write the text, in Markdown with fields."""
    return _with(tool, body=body_of(body))


# Fields


def add_field(
    tool: Tool, label: str, kind: FieldKind = FieldKind.TEXT, *, line: int | None = None
) -> Tool:
    """Add a field, put in the text before a line or last. `Refused`: edit_new_title_missing."""
    name = new_title_of(label)
    field = ToolField(new_id(name, {one.id for one in tool.fields}, "felt"), name, kind)
    return _placed(_with(tool, fields=(*tool.fields, field)), field.id, line)


def edit_field(
    tool: Tool,
    field_id: str,
    *,
    label: str | None = None,
    kind: FieldKind | None = None,
    hint: str | None = None,
    options: Iterable[str] | None = None,
    columns: Iterable[str] | None = None,
    lines: int | None = None,
    settled: Collection[str] | None = None,
) -> Tool:
    """Change what is given of a field. `Refused`: edit_no_such_field, edit_title_missing.

    The name of a field that is not `settled`, as those of the tool that counts are, follows its
    label, in the text too; None where all are.
    """
    old = _field(tool, field_id)
    named = old.label if label is None else title_of(label)
    name = old.id
    if named != old.label and settled is not None and old.id not in settled:
        taken = {one.id for one in tool.fields if one.id != old.id} | {*settled}
        name = new_id(named, taken, "felt")
    new = ToolField(
        name,
        named,
        old.kind if kind is None else kind,
        old.hint if hint is None else line_of(hint),
        old.options if options is None else _lines_of(options),
        old.columns if columns is None else _lines_of(columns),
        old.lines if lines is None else max(1, min(lines, MOST_LINES)),
    )
    fields = tuple(new if one.id == field_id else one for one in tool.fields)
    body = tool.body if named == old.label else _resigned(tool, old.id, name)
    return _with(tool, fields=fields, body=body)


def move_field(tool: Tool, field_id: str, position: int) -> Tool:
    """Put a field elsewhere in the list of fields. `Refused`: edit_no_such_field."""
    field = _field(tool, field_id)
    others = [one for one in tool.fields if one.id != field_id]
    others.insert(max(0, min(position, len(others))), field)
    return _with(tool, fields=tuple(others))


def remove_field(tool: Tool, field_id: str) -> Tool:
    """Remove a field, and where it stands in the text. `Refused`: edit_no_such_field."""
    _field(tool, field_id)
    fields = tuple(one for one in tool.fields if one.id != field_id)
    return _with(tool, fields=fields, body=_lifted(tool, tool.body, field_id))


def place_field(tool: Tool, field_id: str, line: int | None = None) -> Tool:
    """Place a field in the text before a line as it stands, or last; it leaves where it stood.

    `Refused`: edit_no_such_field.
    """
    _field(tool, field_id)
    lines = tool.body.split("\n")
    at = len(lines) if line is None else max(0, min(line, len(lines)))
    before = _lifted(tool, "\n".join(lines[:at]), field_id) if at else ""
    body = _lifted(tool, tool.body, field_id)
    goal = None if line is None else before.count("\n") + 1 if at else 0
    return _placed(_with(tool, body=body), field_id, goal)


def placed_fields(tool: Tool) -> tuple[str, ...]:
    """Return the ids that stand in the text, in their order."""
    return tuple(dict.fromkeys(_meant(tool, name) for name in FIELD_SIGN.findall(tool.body)))


# What they are made of


def _with(tool: Tool, **fields: object) -> Tool:
    after = msgspec.structs.replace(tool, **fields)
    return tool if after == tool else after


def _field(tool: Tool, field_id: str) -> ToolField:
    found = next((one for one in tool.fields if one.id == field_id), None)
    if found is None:
        raise Refused("edit_no_such_field", field=field_id)
    return found


def _lines_of(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in map(line_of, texts) if text)


def _placed(tool: Tool, field_id: str, line: int | None) -> Tool:
    """Put the sign of a field on a line of its own, set apart by empty lines."""
    lines = tool.body.removesuffix("\n").split("\n") if tool.body else []
    end = "\n" if tool.body.endswith("\n") else ""
    at = len(lines) if line is None else max(0, min(line, len(lines)))
    before, after = lines[:at], lines[at:]
    gap_before = [""] if before and before[-1].strip() else []
    gap_after = [""] if after and after[0].strip() else []
    new = [*before, *gap_before, f"{{{{{field_id}}}}}", *gap_after, *after]
    return _with(tool, body="\n".join(new) + end)


def _meant(tool: Tool, name: str) -> str:
    """Return the id of the field that a sign means, or what it says where there is none."""
    found = field_named(tool.fields, name)
    return found.id if found else name


def _resigned(tool: Tool, field_id: str, name: str) -> str:
    """Let the signs of a field in the text say another name."""

    def sign(found: re.Match[str]) -> str:
        return f"{{{{{name}}}}}" if _meant(tool, found[1]) == field_id else found[0]

    return FIELD_SIGN.sub(sign, tool.body)


def _lifted(tool: Tool, body: str, field_id: str) -> str:
    """Take the sign of a field out of a text, with its line where it has one to itself."""

    def is_sign(found: re.Match[str] | None) -> bool:
        return found is not None and _meant(tool, found[1]) == field_id

    kept: list[str] = []
    closing = False
    for line in body.split("\n"):
        if is_sign(FIELD_SIGN.fullmatch(line.strip())):
            closing = not kept or not kept[-1].strip()
        elif closing and not line.strip():
            closing = False
        else:
            kept.append(FIELD_SIGN.sub(lambda found: "" if is_sign(found) else found[0], line))
            closing = False
    while len(kept) > 1 and closing and not kept[-1].strip():
        kept.pop()
    return "\n".join(kept)
