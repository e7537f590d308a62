"""Tables in a Word file: which row heads the columns, and what stands in which column."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct

from app.files.word.word_styles import is_on, value_of, whole
from app.model.word.column_words import Column, column_of

_WIDEST_HEAD = 40
_MOST_COLUMNS = 64


class Cell(Struct, frozen=True):
    """A cell, and the column it begins in."""

    element: Element
    column: int


def rows_of(table: Element) -> list[Element]:
    """Return the rows of a table, not those of tables in it."""
    rows: list[Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins"):
            rows += rows_of(child)
    return rows


def cells_of(row: Element) -> list[Cell]:
    """Return the cells of a row that hold their own text; one that goes on from above does not."""
    found: list[Cell] = []
    column = 0
    for cell in _cells(row):
        properties = cell.find("tcPr")
        merged = properties.find("vMerge") if properties is not None else None
        if merged is None or merged.get("val") == "restart":
            found.append(Cell(cell, column))
        column += min(max(whole(value_of(properties, "gridSpan")), 1), _MOST_COLUMNS)
    return found


def is_layout(rows: Sequence[Element]) -> bool:
    """Tell whether a table only frames its text: it has one column."""
    return all(len(list(_cells(row))) <= 1 for row in rows)


def columns_of(
    rows: Sequence[Element], text_of: Callable[[Element], tuple[str, bool]]
) -> dict[int, str]:
    """Return what heads each column; nothing where the first row is a row like the others.

    It heads them when Word says so, when two of its cells are known words for columns, or when
    all of it is bold and the row below is not.
    """
    if len(rows) < 2:
        return {}
    heads = {cell.column: text_of(cell.element) for cell in cells_of(rows[0])}
    texts = [text for text, _ in heads.values()]
    if not any(texts) or any(len(text) > _WIDEST_HEAD for text in texts):
        return {}
    known = sum(column_of(text) is not Column.OTHER for text in texts)
    is_told = is_on(rows[0].find("trPr"), "tblHeader")
    below = [text_of(cell.element) for cell in cells_of(rows[1])]
    stands_out = all(bold for text, bold in heads.values() if text) and not all(
        bold for text, bold in below if text
    )
    if is_told or known >= 2 or (stands_out and len(texts) > 2):
        return {column: text for column, (text, _) in heads.items()}
    return {}


def _cells(row: Element) -> list[Element]:
    found: list[Element] = []
    for child in row:
        if child.tag == "tc":
            found.append(child)
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins"):
            found += _cells(child)
    return found
