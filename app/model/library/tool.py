"""A tool: a template with fields, to fill in for a case or to print empty."""

import re
from collections.abc import Iterable
from enum import StrEnum

from app.model.ids import LawRef, Slug
from app.model.library.procedure import Checked, Document

FIELD_SIGN = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
"""Where a field stands in a text; its first group is the name it is called by."""


class FieldKind(StrEnum):
    """What is written in a field of a tool."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    CHECK = "check"
    CHOICE = "choice"
    SCALE = "scale"
    ROWS = "rows"


class ToolField(Document, frozen=True):
    """A place to write.

    `options` are the answers of a choice, or the two ends of a scale from 1 to 10; `columns`
    are the headings of rows; `hint` says what belongs there.
    """

    id: Slug
    label: str
    kind: FieldKind = FieldKind.TEXT
    hint: str = ""
    options: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    lines: int = 3


class Tool(Document, frozen=True, weakref=True):
    """A template: Markdown in which `{{field-id}}` on a line of its own stands for a field.

    A field is found by its label too, as people know it: `{{Mødedato}}`.
    Without `checked` nobody has checked the text against the law yet. `apart`: each of its leaves
    is for somebody else, so that only one of them is ever taken along.
    """

    id: Slug
    title: str
    theme: Slug
    purpose: str
    body: str
    fields: tuple[ToolField, ...] = ()
    roles: tuple[Slug, ...] = ()
    law: tuple[LawRef, ...] = ()
    checked: Checked | None = None
    apart: bool = False


def field_named(fields: Iterable[ToolField], name: str) -> ToolField | None:
    """Find the field that a sign in the text means: by its id, or by its label as one writes it."""
    known = tuple(fields)
    found = next((one for one in known if one.id == name), None)
    return found or next((one for one in known if _as_said(one.label) == _as_said(name)), None)


def _as_said(label: str) -> str:
    return " ".join(label.split()).casefold()
