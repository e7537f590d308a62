"""A text to take along set as plain text and as HTML; both say the same."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from app.model.danish.notation import NBSP
from app.model.danish.scale_notation import scale_ends
from app.model.library.tool import FieldKind, ToolField
from app.model.outgoing.outgoing_blocks import (
    BULLET,
    OPEN_BOX,
    Blank,
    Block,
    Outgoing,
    OutgoingHeading,
    OutgoingTable,
    Paragraph,
    Span,
    field_label,
)

_BLANK = "_" * 20
_BLANK_LINE = "_" * 60
_MOST_LINES = 3
_LISTS = {BULLET: "ul"}


def plain_text(text: Outgoing, *, title: bool = True) -> str:
    """Set a text as plain text: a blank line between blocks, and ordinary spaces only."""
    said = ""
    for block in text.blocks:
        gap = "\n" if block.is_close else "\n\n"
        said += f"{gap if said else ''}{_plain(block)}"
    parts = (text.title, said) if title else (said,)
    return "\n\n".join(filter(None, parts)).replace(NBSP, " ")


def html_text(text: Outgoing) -> str:
    """Set a text as HTML of headings, paragraphs, lists and tables, which any journal can take."""
    lines = [f"<h2>{escape(text.title)}</h2>"]
    for tag, group in groupby(text.blocks, key=_list_tag):
        found = [_html(block) for block in group]
        lines += [f"<{tag}>{''.join(found)}</{tag}>"] if tag else found
    return "\n".join(lines)


def blank_rows(field: ToolField) -> tuple[tuple[str, ...], ...]:
    """Return a table that nothing was written in: its headings, and rows to write in."""
    columns = field.columns or (field.label,)
    return (columns, *[("",) * len(columns)] * min(max(field.lines, 1), _MOST_LINES))


def blank_lines(field: ToolField) -> tuple[str, ...]:
    """Return what stands for a field that nothing was written in, each line of it."""
    if field.kind is FieldKind.TEXT:
        return (_BLANK_LINE,) * min(max(field.lines, 1), _MOST_LINES)
    if field.kind is FieldKind.CHOICE:
        return (" ".join(f"{OPEN_BOX}{NBSP}{answer}" for answer in field.options),)
    ends = scale_ends(field) if field.kind is FieldKind.SCALE else ""
    return (f"{_BLANK} ({ends})" if ends else _BLANK,)


def _plain(block: Block) -> str:
    match block:
        case OutgoingHeading(text):
            return text
        case Paragraph(lead=lead):
            return f"{lead} {block.text}" if lead else block.text
        case OutgoingTable(rows):
            return "\n".join("\t".join(row) for row in rows)
        case Blank(field):
            return _plain_blank(field)


def _plain_blank(field: ToolField) -> str:
    if field.kind is FieldKind.ROWS:
        head, *rows = blank_rows(field)
        lines = ["\t".join(head), *("\t".join(_BLANK for _ in row) for row in rows)]
        return "\n".join([field.label, *lines])
    if field.kind is FieldKind.TEXT:
        return "\n".join([field.label, *blank_lines(field)])
    return f"{field_label(field)} {blank_lines(field)[0]}"


def _list_tag(block: Block) -> str:
    """Return the list that a block is an item of; empty for none."""
    lead = block.lead if isinstance(block, Paragraph) else ""
    return "ol" if lead.removesuffix(".").isdecimal() else _LISTS.get(lead, "")


def _html(block: Block) -> str:
    match block:
        case OutgoingHeading(text, level):
            return f"<h{min(level + 2, 6)}>{escape(text)}</h{min(level + 2, 6)}>"
        case Paragraph(spans, lead):
            words = _html_spans(spans)
            if _list_tag(block):
                return f"<li>{words}</li>"
            return f"<p>{lead} {words}</p>" if lead else f"<p>{words}</p>"
        case OutgoingTable(rows):
            return _html_table(rows)
        case Blank(field):
            return "\n".join(_html_blank(field))


def _html_blank(field: ToolField) -> Iterator[str]:
    label = f"<b>{escape(field.label)}</b>"
    if field.kind is FieldKind.ROWS:
        yield f"<p>{label}</p>"
        yield _html_table(blank_rows(field), blank="&nbsp;")
    elif field.kind is FieldKind.TEXT:
        yield f"<p>{label}</p>"
        yield from (f"<p>{line}</p>" for line in blank_lines(field))
    else:
        yield f"<p><b>{escape(field_label(field))}</b> {escape(blank_lines(field)[0])}</p>"


def _html_spans(spans: Iterable[Span]) -> str:
    return "".join(
        f"<b>{escape(span.text)}</b>" if span.is_strong else escape(span.text) for span in spans
    )


def _html_table(rows: tuple[tuple[str, ...], ...], blank: str = "") -> str:
    lines = [_row(row, "td" if number else "th", blank) for number, row in enumerate(rows)]
    return f"<table>{''.join(lines)}</table>"


def _row(cells: tuple[str, ...], tag: str, blank: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell) or blank}</{tag}>' for cell in cells)}</tr>"
