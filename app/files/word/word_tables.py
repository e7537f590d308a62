"""Tables in a Word file as the grid they are: what heads the columns, and what stands below."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from app.files.word.text_holders import is_placeholder
from app.files.word.word_styles import is_on, value_of, whole
from app.model.word.column_words import Column, column_of, is_row_number
from app.model.word.outline import PassedOver

Heard = Callable[[Element], tuple[str, bool]]
"""What a cell says, and whether all of it is bold."""

NUMBERS = "Nr."
"""What heads a column of numbers that nobody gave a head."""

_WIDEST_HEAD = 40
_MOST_COLUMNS = 64
_WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")


class TableCell(Struct, frozen=True):
    """A cell, and the columns it spans.

    `goes_on` tells that it only goes on from the one above, `goes_left` from the one before, and
    `asks` that it holds nothing but the words that ask for something to be filled in.
    """

    element: Element
    columns: range
    goes_on: bool = False
    goes_left: bool = False
    asks: bool = False

    @property
    def is_below(self) -> bool:
        """Whether it is hidden below another."""
        return self.goes_on or self.goes_left


class TableRow(Struct, frozen=True):
    """A row of the grid. `gone` tells that it is not shown, and why.

    `lacks_cells` tells that cells of it were deleted.
    """

    cells: tuple[TableCell, ...]
    is_head: bool = False
    gone: PassedOver | None = None
    lacks_cells: bool = False

    @property
    def own(self) -> list[TableCell]:
        """The cells that hold their own text."""
        return [cell for cell in self.cells if not (cell.is_below or cell.asks)]


class TableGrid(Struct, frozen=True):
    """A table in parts: what is said over it, its heads, the rows below them, and the columns."""

    above: tuple[TableRow, ...]
    heads: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    columns: dict[int, str]
    width: int

    def head_of(self, cell: TableCell) -> str:
        """Return what heads a cell: the head of the first column it spans that has one."""
        named = (self.columns.get(column, "") for column in cell.columns)
        return next((head for head in named if head), "")

    def is_across(self, row: TableRow) -> bool:
        """Tell whether a row is one cell across all columns."""
        return self.width > 1 and _is_across(row, self.width)


def grid_of(table: Element, heard: Heard) -> TableGrid:
    """Read a table as a grid."""
    heard = _remembering(heard)
    rows = [_row(element) for element in _elements(table, "tr")]
    width = max((cell.columns.stop for row in rows for cell in row.cells), default=0)
    there = [row for row in rows if row.gone is None]
    begin = 0
    while width > 1 and begin < len(there) and _is_across(there[begin], width):
        begin += 1
    heads = _heads(there[begin:], heard)
    if not heads:
        return TableGrid((), (), tuple(rows), {}, width)
    below = [row for row in there[begin + len(heads) :] if not _repeats(row, heads, heard)]
    columns = _columns(heads, below, heard)
    gone = [row for row in rows if row.gone is not None]
    return TableGrid(tuple(there[:begin]), tuple(heads), (*below, *gone), columns, width)


def is_layout(grid: TableGrid) -> bool:
    """Tell whether a table only frames its text: it has one column."""
    return all(len(row.cells) <= 1 for row in grid.rows) and not grid.heads


def stray_parts(table: Element) -> Iterator[Element]:
    """Find what stands in a table outside its cells, where nothing is read."""
    for child in table:
        if child.tag in _WRAPPERS or child.tag == "tr":
            yield from stray_parts(child)
        elif child.tag != "tc":
            yield child


def _row(element: Element) -> TableRow:
    properties = element.find("trPr")
    column = _at_most(value_of(properties, "gridBefore"), 0)
    cells: list[TableCell] = []
    lacks_cells = False
    asking = {id(cell) for control in _asking(element) for cell in _elements(control, "tc")}
    for cell in _elements(element, "tc"):
        own = cell.find("tcPr")
        if own is not None and own.find("cellDel") is not None:
            lacks_cells = True
            continue
        span = _at_most(value_of(own, "gridSpan"), 1)
        columns = range(column, column + span)
        column += span
        goes_left = bool(cells) and _goes_on(own, "hMerge")
        if goes_left:
            at = max(place for place, one in enumerate(cells) if not one.goes_left)
            cells[at] = replace(cells[at], columns=range(cells[at].columns.start, column))
        goes_on = _goes_on(own, "vMerge")
        cells.append(TableCell(cell, columns, goes_on, goes_left, id(cell) in asking))
    is_head = is_on(properties, "tblHeader")
    return TableRow(tuple(cells), is_head, _gone(properties), lacks_cells)


def _asking(row: Element) -> Iterator[Element]:
    """Find what stands around cells to be filled in."""
    for child in row:
        if child.tag == "sdt" and is_placeholder(child):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _asking(child)


def _gone(properties: Element | None) -> PassedOver | None:
    if properties is not None and properties.find("del") is not None:
        return PassedOver.CHANGES
    return PassedOver.HIDDEN if is_on(properties, "hidden") else None


def _goes_on(properties: Element | None, tag: str) -> bool:
    merged = properties.find(tag) if properties is not None else None
    return merged is not None and merged.get("val") != "restart"


def _heads(rows: Sequence[TableRow], heard: Heard) -> list[TableRow]:
    """Return the rows that head the columns; none where the first is a row like the others.

    It heads them when Word says so, when two of its cells are known words for columns, or when
    all of it is bold and the row below is not.
    """
    if len(rows) < 2:
        return []
    first = [heard(cell.element) for cell in rows[0].own]
    texts = [text for text, _ in first]
    if not _may_head(texts):
        return []
    below = [heard(cell.element) for cell in rows[1].own]
    stands_out = all(bold for text, bold in first if text) and not all(
        bold for text, bold in below if text
    )
    if not (rows[0].is_head or _known(texts) >= 2 or (stands_out and len(texts) > 2)):
        return []
    heads = [rows[0]]
    for row in rows[1:-1]:
        texts = [heard(cell.element)[0] for cell in row.own]
        if not _may_head(texts) or not (row.is_head or _goes_deeper(row, heads[-1], texts)):
            break
        heads.append(row)
    return heads


def _may_head(texts: Sequence[str]) -> bool:
    return any(texts) and all(len(text) <= _WIDEST_HEAD for text in texts)


def _known(texts: Iterable[str]) -> int:
    return sum(column_of(text) is not Column.OTHER for text in texts)


def _goes_deeper(row: TableRow, above: TableRow, texts: Sequence[str]) -> bool:
    """Tell whether a row names the columns below a head that spans several of them."""
    is_wide = any(len(cell.columns) > 1 for cell in above.own)
    goes_on = any(cell.goes_on for cell in row.cells)
    return is_wide and (goes_on or _known(texts) >= 2 or not texts[0])


def _columns(heads: Sequence[TableRow], rows: Sequence[TableRow], heard: Heard) -> dict[int, str]:
    """Name each column: by the lowest head that says what it is, else by the lowest there is."""
    found: dict[int, str] = {}
    for row in heads:
        for cell in row.own:
            text = heard(cell.element)[0]
            for column in cell.columns:
                is_known = column_of(text) is not Column.OTHER
                was_known = column_of(found.get(column, "")) is not Column.OTHER
                if text and (is_known or not was_known):
                    found[column] = text
    for column in {cell.columns.start for row in rows for cell in row.own} - found.keys():
        if _counts(column, rows, heard):
            found[column] = NUMBERS
    return found


def _counts(column: int, rows: Sequence[TableRow], heard: Heard) -> bool:
    """Tell whether a column without a head holds numbers alone."""
    cells = [cell for row in rows for cell in row.own if cell.columns.start == column]
    texts = [heard(cell.element)[0] for cell in cells if len(cell.columns) == 1]
    return column == 0 and all(not text or is_row_number(text) for text in texts)


def _remembering(heard: Heard) -> Heard:
    """Read each cell once."""
    known: dict[int, tuple[str, bool]] = {}

    def remembered(cell: Element) -> tuple[str, bool]:
        if id(cell) not in known:
            known[id(cell)] = heard(cell)
        return known[id(cell)]

    return remembered


def _repeats(row: TableRow, heads: Sequence[TableRow], heard: Heard) -> bool:
    """Tell whether a row says the heads again, as where a long table goes on."""
    cells, said = row.own, heads[0].own
    if len(cells) != len(said) or len(said) < 2:
        return False
    pairs = zip(cells, said, strict=True)
    return all(heard(one.element)[0] == heard(other.element)[0] for one, other in pairs)


def _is_across(row: TableRow, width: int) -> bool:
    own = row.own
    return len(own) == 1 and len(own[0].columns) == width


def _elements(parent: Element, tag: str) -> Iterator[Element]:
    """Find the rows of a table, or the cells of a row, not those of tables in it."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _elements(child, tag)


def _at_most(text: str, least: int) -> int:
    return min(max(whole(text), least), _MOST_COLUMNS)
