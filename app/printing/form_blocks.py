"""The fields of a tool as places to write by hand: lines, boxes, rings, scales, tables.

Lengths are millimetres that a pen needs, so they do not shrink with the type.
"""

from collections.abc import Iterator, Sequence

from app.flow.geometry import Rect
from app.model.library.tool import FieldKind, ToolField
from app.printing.card_blocks import Setter
from app.printing.card_face import FaceItem
from app.printing.card_style import FACT, FOOT, ITEM
from app.printing.fonts import SEMIBOLD, text_width
from app.printing.page_marks import Block, FrameMark, PageMark, Rule, TextMark, block
from app.printing.paper import mm
from app.printing.typeset import baseline, line_marks, set_lines

_LINE, _LEAST_LINE = mm(8.5), mm(7.8)
"""From one line to write on to the next; the least where pages can be saved."""
_THIN, _EDGE, _RADIUS = mm(0.2), mm(0.3), mm(1.2)
_PALE, _STRONG = "#9AA0A1", "#5B6466"
_GAP = mm(6)
_LEAST_WIDTH = {
    FieldKind.DATE: mm(42),
    FieldKind.TIME: mm(34),
    FieldKind.NUMBER: mm(34),
    FieldKind.LINE: mm(76),
}
_BOX_LINES, _TABLE_ROWS = 22, 20
"""What a box or a table may hold before it goes on in a further one."""
_NARROW = 9
"""Headings of columns up to so many letters mostly ask for little: a date, a number, a yes."""


class FormSetter:
    """Sets the fields of a tool to the width of a card's setter."""

    def __init__(self, setter: Setter) -> None:
        self.setter = setter
        self.style = setter.style
        self.width = setter.width
        self.line = _LINE if setter.style.space > 0.7 else _LEAST_LINE
        self.text = setter.look.text
        self.pale = "#000000" if setter.look.is_black else _PALE
        self.strong = "#000000" if setter.look.is_black else _STRONG

    def fields(self, fields: Sequence[ToolField]) -> Iterator[Block]:
        """Set fields that follow each other; short ones share a row."""
        row: list[ToolField] = []
        for field in fields:
            is_short = field.kind in _LEAST_WIDTH
            if row and (not is_short or self._row_width([*row, field]) > self.width):
                yield self._row(row)
                row = []
            if is_short:
                row.append(field)
            else:
                yield from self._field(field)
        if row:
            yield self._row(row)

    def _field(self, field: ToolField) -> Iterator[Block]:
        match field.kind:
            case FieldKind.CHECK:
                yield self._check(field)
            case FieldKind.CHOICE:
                yield self._choice(field)
            case FieldKind.SCALE:
                yield self._scale(field)
            case FieldKind.ROWS:
                yield from self._rows(field)
            case _:
                yield from self._boxes(field)

    def _row_width(self, row: Sequence[ToolField]) -> float:
        return sum(map(self._least_width, row)) + _GAP * (len(row) - 1)

    def _least_width(self, field: ToolField) -> float:
        label = text_width(field.label, self.style.size(FACT), SEMIBOLD)
        return min(self.width, max(_LEAST_WIDTH[field.kind], min(label, mm(84))))

    def _row(self, row: Sequence[ToolField]) -> Block:
        """Set short fields side by side, their lines on one level."""
        left = self.width - self._row_width(row)
        wide = [field for field in row if field.kind is FieldKind.LINE]
        marks: list[PageMark] = []
        cells: list[tuple[float, float]] = []
        x = y = 0.0
        for field in row:
            width = self._least_width(field)
            if field in wide:
                width += left / len(wide)
            y = max(y, self._label(field, x, width, marks))
            cells.append((x, width))
            x += width + _GAP
        y += self.line
        marks += (Rule(x, y, x + width, y, _EDGE, self.strong) for x, width in cells)
        return block("fields", self.width, y + mm(0.5), marks)

    def _label(self, field: ToolField, x: float, width: float, marks: list[PageMark]) -> float:
        """Write a field's name and hint, and return where they end."""
        size, leading = self.style.size(FACT), self.style.leading(FACT)
        lines = set_lines(field.label, size, width, SEMIBOLD)
        marks += line_marks(lines, x, 0, size, leading, self.text)
        y = len(lines) * leading
        if field.hint:
            size, leading = self.style.size(FOOT), self.style.leading(FOOT)
            lines = set_lines(field.hint, size, width)
            marks += line_marks(lines, x, y, size, leading, self.strong)
            y += len(lines) * leading
        return y

    def _check(self, field: ToolField) -> Block:
        text = f"{field.label} ({field.hint})" if field.hint else field.label
        return self.setter.item(FaceItem(text))

    def _boxes(self, field: ToolField) -> Iterator[Block]:
        """A box to write in, with pale lines; a very long one in several parts."""
        left = max(1, field.lines)
        marks: list[PageMark] = []
        y = self._label(field, 0, self.width, marks) + mm(1)
        while left:
            lines = min(left, _BOX_LINES)
            marks += self._box(y, lines)
            yield block("box", self.width, y + lines * self.line, marks)
            left -= lines
            marks, y = [], 0.0

    def _box(self, y: float, lines: int) -> Iterator[PageMark]:
        rect = Rect(0, y, self.width, lines * self.line)
        yield FrameMark(rect, _RADIUS, "", self.strong, _EDGE)
        for number in range(1, lines):
            level, edge = y + number * self.line, mm(2)
            yield Rule(edge, level, self.width - edge, level, _THIN, self.pale, (mm(0.4), mm(0.9)))

    def _choice(self, field: ToolField) -> Block:
        """Answers with rings to choose from, side by side where they fit."""
        marks: list[PageMark] = []
        y = self._label(field, 0, self.width, marks) + mm(0.6)
        size, leading = self.style.size(ITEM), self.style.leading(ITEM) + mm(1.2)
        ring, after, between = self.style.mm(4.4), mm(1.8), mm(7)
        x = 0.0
        for option in field.options:
            lines = set_lines(option, size, self.width - ring - after)
            width = ring + after + max(line.width for line in lines)
            if x and x + width > self.width:
                x, y = 0.0, y + leading
            rect = Rect(x, y + (leading - ring) / 2, ring, ring)
            marks.append(FrameMark(rect, ring / 2, "", self.text, self.style.mm(0.42)))
            marks += line_marks(lines, x + ring + after, y, size, leading, self.text)
            y += (len(lines) - 1) * leading
            x += width + between
        return block("choice", self.width, y + leading, marks)

    def _scale(self, field: ToolField) -> Block:
        """Ten rings in a row, with what the two ends mean."""
        marks: list[PageMark] = []
        y = self._label(field, 0, self.width, marks) + mm(1.2)
        size = self.style.size(FOOT)
        ring, span = mm(8), min(self.width, mm(150))
        pitch = (span - ring) / 9
        marks.append(Rule(ring, y + ring / 2, span - ring, y + ring / 2, _EDGE, self.pale))
        for number in range(10):
            x, text = number * pitch, str(number + 1)
            width = text_width(text, size, SEMIBOLD)
            marks.append(FrameMark(Rect(x, y, ring, ring), ring / 2, "#FFFFFF", self.text, _EDGE))
            base = baseline(y, ring, size)
            marks.append(
                TextMark(x + (ring - width) / 2, base, text, size, self.text, width, SEMIBOLD)
            )
        y += ring + mm(0.8)
        height = self._ends(field, y, span, marks)
        return block("scale", self.width, y + height, marks)

    def _ends(self, field: ToolField, y: float, span: float, marks: list[PageMark]) -> float:
        size, leading = self.style.size(FOOT), self.style.leading(FOOT)
        room = span / 2 - mm(4)
        tallest = 0
        for position, text in enumerate(field.options[:2]):
            lines = set_lines(text, size, room)
            x = span - max(line.width for line in lines) if position else 0.0
            marks += line_marks(lines, x, y, size, leading, self.text)
            tallest = max(tallest, len(lines))
        return tallest * leading

    def _rows(self, field: ToolField) -> Iterator[Block]:
        """A table to fill in; a very long one in several parts, each with its headings."""
        left = max(1, field.lines)
        marks: list[PageMark] = []
        y = self._label(field, 0, self.width, marks) + mm(1)
        while left:
            rows = min(left, _TABLE_ROWS)
            height = self._table(field, y, rows, marks)
            yield block("rows", self.width, y + height, marks)
            left -= rows
            marks, y = [], 0.0

    def _table(self, field: ToolField, y: float, rows: int, marks: list[PageMark]) -> float:
        size, leading = self.style.size(FOOT), self.style.leading(FOOT)
        pad = mm(1.5)
        widths = self._columns(field.columns or (field.label,))
        heads = [
            set_lines(text, size, width - 2 * pad, SEMIBOLD)
            for text, width in zip(field.columns or ("",), widths, strict=True)
        ]
        head = max(map(len, heads)) * leading + 2 * mm(0.8)
        height = head + rows * self.line
        marks.append(FrameMark(Rect(0, y, self.width, head), 0, self.setter.look.note))
        x = 0.0
        for lines, width in zip(heads, widths, strict=True):
            if x:
                marks.append(Rule(x, y, x, y + height, _THIN, self.strong))
            marks += line_marks(lines, x + pad, y + mm(0.8), size, leading, self.text)
            x += width
        for number in range(rows):
            level = y + head + number * self.line
            marks.append(Rule(0, level, self.width, level, _THIN, self.strong))
        marks.append(FrameMark(Rect(0, y, self.width, height), 0, "", self.strong, _EDGE))
        return height

    def _columns(self, names: Sequence[str]) -> list[float]:
        """Share the width: short headings get half of what long ones get."""
        shares = [1.0 if len(name) <= _NARROW else 2.0 for name in names]
        return [self.width * share / sum(shares) for share in shares]
