"""Running text on paper: paragraphs, lists, quotes and tables of the Markdown in documents."""

from app.flow.geometry import Rect
from app.printing.card_blocks import Setter
from app.printing.card_face import FaceItem, ItemKind
from app.printing.card_style import AIM, HEADING, ITEM
from app.printing.column import Spaced
from app.printing.fonts import SEMIBOLD
from app.printing.markdown_paragraphs import Para, ParaKind, PrintedTable
from app.printing.page_marks import Block, FrameMark, PageMark, Rule, block
from app.printing.paper import mm
from app.printing.typeset import line_marks, set_lines

_LINE, _PAD, _PEN = mm(0.2), mm(1.5), mm(8.5)
_ABOVE = {
    ParaKind.TEXT: 1.6,
    ParaKind.HEADING: 5.0,
    ParaKind.ITEM: 0.0,
    ParaKind.CHECK: 0.0,
    ParaKind.QUOTE: 2.2,
}


class ProseSetter:
    """Sets paragraphs and tables to the width of a card's setter."""

    def __init__(self, setter: Setter) -> None:
        self.setter = setter
        self.style = setter.style
        self.width = setter.width

    def part(self, part: Para | PrintedTable) -> Spaced:
        """Set one of them, with its distance to what stands above."""
        if isinstance(part, PrintedTable):
            return Spaced(self.style.gap(2), self._table(part))
        return Spaced(self.style.gap(_ABOVE[part.kind]), self._para(part))

    def _para(self, para: Para) -> Block:
        match para.kind:
            case ParaKind.HEADING:
                return self._heading(para)
            case ParaKind.QUOTE:
                return self.setter.note(para.runs, "info")
            case ParaKind.CHECK:
                return self.setter.item(FaceItem(para.runs, is_ticked=para.is_ticked))
            case ParaKind.ITEM:
                return self._item(para)
            case _:
                return self._text(para)

    def _heading(self, para: Para) -> Block:
        if para.level == 1:
            return self.setter.words("heading", para.text, AIM, SEMIBOLD)
        return self.setter.words("heading", para.text, HEADING, SEMIBOLD)

    def _item(self, para: Para) -> Block:
        label = para.label or "•"
        return self.setter.item(FaceItem(para.runs, ItemKind.TEXT, label=label))

    def _text(self, para: Para) -> Block:
        size, leading = self.style.size(ITEM), self.style.leading(ITEM)
        lines = set_lines(para.runs, size, self.width)
        marks = line_marks(lines, 0, 0, size, leading, self.setter.look.text)
        return block("text", self.width, len(lines) * leading, marks)

    def _table(self, table: PrintedTable) -> Block:
        """Columns of one width with lines between, the heading on a tint.

        A row with an empty cell is one to be filled in, so it gets the height that a pen needs.
        """
        size, leading = self.style.size(ITEM), self.style.leading(ITEM)
        columns = max(len(row) for row in table.rows)
        width = self.width / columns
        marks: list[PageMark] = []
        y = 0.0
        for number, row in enumerate(table.rows):
            cells = [set_lines(runs, size, width - 2 * _PAD) for runs in row]
            height = max(1, *map(len, cells)) * leading + 2 * mm(0.8)
            if number and not all(row):
                height = max(height, _PEN)
            if not number:
                marks.append(FrameMark(Rect(0, 0, self.width, height), 0, self.setter.look.note))
            else:
                marks.append(Rule(0, y, self.width, y, _LINE, self.setter.look.text))
            for position, lines in enumerate(cells):
                x = position * width + _PAD
                marks += line_marks(lines, x, y + mm(0.8), size, leading, self.setter.look.text)
            y += height
        for position in range(1, columns):
            x = position * width
            marks.append(Rule(x, 0, x, y, _LINE, self.setter.look.text))
        frame = FrameMark(Rect(0, 0, self.width, y), 0, "", self.setter.look.text, _LINE)
        return block("table", self.width, y, [*marks, frame])
