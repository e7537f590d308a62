"""A tool: a template with fields, to fill in for a case or to print empty."""

from enum import StrEnum

from app.model.ids import LawRef, Slug
from app.model.procedure import Checked, Document


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


class Tool(Document, frozen=True):
    """A template: Markdown in which `{{field-id}}` on a line of its own stands for a field.

    Without `checked` nobody has checked the text against the law yet.
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
