"""The blocks of a card, each set to its width and not yet placed: band, title, facts, items, foot.

Lengths are those of the A5 design in millimetres; the style scales them.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QFont

from app.flow.geometry import Rect
from app.printing.card_face import CardFace, FaceItem, FaceSection, Fact, Foot, ItemKind
from app.printing.card_style import (
    BAND,
    FACT,
    FOOT,
    HEADING,
    ITEM,
    MARK,
    NOTE,
    NUMBER,
    CardStyle,
    Look,
    TypeSize,
)
from app.printing.fonts import REGULAR, SEMIBOLD, text_width
from app.printing.page_marks import Block, Code, FrameMark, Icon, PageMark, Rule, TextMark, block
from app.printing.typeset import Run, baseline, line_marks, set_lines

INDENT = 8.4
"""Where text starts, past disc or box."""


_BLOCK_KINDS = {
    ItemKind.BOX: "item",
    ItemKind.CRITICAL: "critical",
    ItemKind.CHOICE: "way",
    ItemKind.TEXT: "guide",
}


class Setter:
    """Sets the blocks of one card in one style, colour and width."""

    def __init__(self, style: CardStyle, look: Look, width: float) -> None:
        self.style = style
        self.look = look
        self.width = width

    def band(self, face: CardFace, right: str) -> Block:
        """The coloured band: icon, theme, and at the right what kind of thing this is."""
        mm = self.style.mm
        size, leading = self.style.size(BAND), self.style.leading(BAND)
        color = self.look.on_theme
        edge, icon, left = mm(3.5), mm(5), mm(3.5 + 5 + 2.2)
        right_width = text_width(right, size)
        room = self.width - left - edge - (right_width + mm(3) if right else 0)
        lines = set_lines(face.band, size, room, SEMIBOLD)
        height = max(mm(9), len(lines) * leading + mm(2.6))
        top = (height - len(lines) * leading) / 2
        marks: list[PageMark] = [self._band_frame(height)]
        marks.append(Icon(Rect(edge, (height - icon) / 2, icon, icon), face.icon, color, 2))
        marks += line_marks(lines, left, top, size, leading, color)
        if right:
            base = baseline((height - leading) / 2, leading, size)
            marks.append(
                TextMark(self.width - edge - right_width, base, right, size, color, right_width)
            )
        return block("band", self.width, height, marks)

    def _band_frame(self, height: float) -> FrameMark:
        rect, radius = Rect(0, 0, self.width, height), self.style.mm(1.2)
        if self.look.is_black:
            return FrameMark(rect, radius, "", self.look.theme, self.style.mm(0.7))
        return FrameMark(rect, radius, self.look.theme)

    def words(
        self, kind: str, text: str, type_size: TypeSize, weight: QFont.Weight = REGULAR
    ) -> Block:
        """Plain lines of one kind of type: the title, the aim."""
        size, leading = self.style.size(type_size), self.style.leading(type_size)
        lines = set_lines(text, size, self.width, weight)
        marks = line_marks(lines, 0, 0, size, leading, self.look.text)
        return block(kind, self.width, len(lines) * leading, marks)

    def facts(self, face: CardFace) -> Block:
        """When to use it, who, by when: labels in the theme's ink, under a line."""
        style = self.style
        line = style.mm(0.35)
        marks: list[PageMark] = [Rule(0, line / 2, self.width, line / 2, line, self.look.theme)]
        y = line + style.gap(2.2)
        labels = max((self._label_width(fact) for fact in face.facts), default=0)
        column = max(style.mm(31), labels + style.mm(3))
        for fact in face.facts:
            height = self._fact(fact, y, column, marks)
            y += height + style.gap(1)
        return block("facts", self.width, max(line, y - style.gap(1)), marks)

    def _label_width(self, fact: Fact) -> float:
        size = self.style.size(FACT)
        return text_width(fact.label, size, SEMIBOLD) + (self.style.mm(6) if fact.icon else 0)

    def _fact(self, fact: Fact, y: float, column: float, marks: list[PageMark]) -> float:
        size, leading = self.style.size(FACT), self.style.leading(FACT)
        label = text_width(fact.label, size, SEMIBOLD)
        theme = self.look.theme
        marks.append(
            TextMark(0, baseline(y, leading, size), fact.label, size, theme, label, SEMIBOLD)
        )
        if fact.icon:
            side = self.style.mm(4.5)
            top = y + (leading - side) / 2
            marks.append(
                Icon(Rect(label + self.style.mm(1.4), top, side, side), fact.icon, theme, 2)
            )
        weight = SEMIBOLD if fact.is_strong else REGULAR
        lines = set_lines(fact.text, size, self.width - column, weight)
        marks += line_marks(lines, column, y, size, leading, self.look.text)
        return len(lines) * leading

    def heading(self, section: FaceSection) -> Block:
        """A heading with its number in a disc."""
        style, look = self.style, self.look
        size, leading = style.size(HEADING), style.leading(HEADING)
        indent, side = style.mm(INDENT), style.mm(6)
        first = max(side, leading)
        top = (first - leading) / 2
        marks: list[PageMark] = []
        if section.number:
            marks += self._disc(section.number, side, first)
        elif section.sign:
            rect = Rect(0, (first - side) / 2, side, side)
            marks.append(Icon(rect, section.sign, look.theme, 2))
        else:
            indent = 0
        lines = set_lines(section.title, size, self.width - indent, SEMIBOLD)
        marks += line_marks(lines, indent, top, size, leading, look.text)
        return block("heading", self.width, first + (len(lines) - 1) * leading, marks)

    def _disc(self, number: str, side: float, height: float) -> Iterator[PageMark]:
        size = self.style.size(NUMBER)
        rect = Rect(0, (height - side) / 2, side, side)
        if self.look.is_black:
            yield FrameMark(rect, side / 2, "", self.look.theme, self.style.mm(0.45))
        else:
            yield FrameMark(rect, side / 2, self.look.theme)
        width = text_width(number, size, SEMIBOLD)
        base = baseline(0, height, size)
        yield TextMark((side - width) / 2, base, number, size, self.look.on_theme, width, SEMIBOLD)

    def item(self, item: FaceItem) -> Block:
        """A line to tick; a critical one is framed, and a word with a sign stands at its right."""
        style = self.style
        is_critical = item.kind is ItemKind.CRITICAL
        size, leading = style.size(ITEM), style.leading(ITEM)
        indent, tag = style.mm(INDENT), self._mark_width(item)
        edge = style.mm(2) if is_critical else 0
        room = self.width - indent - edge - (tag + style.mm(2) if tag else 0)
        lines = set_lines(item.text, size, room, SEMIBOLD if is_critical else REGULAR)
        pad = style.gap(0.9) + style.mm(0.5) if is_critical else style.gap(0.85)
        height = len(lines) * leading + 2 * pad
        marks: list[PageMark] = []
        if is_critical:
            rect = Rect(0, 0, self.width, height)
            marks.append(FrameMark(rect, style.mm(1.2), "", self.look.text, style.mm(0.5)))
        marks += self._before(item, pad, leading)
        marks += line_marks(lines, indent, pad, size, leading, self.look.text)
        if tag:
            marks += self._mark(item, self.width - edge - tag, pad, leading)
        return block(_BLOCK_KINDS[item.kind], self.width, height, marks)

    def _before(self, item: FaceItem, top: float, leading: float) -> Iterator[PageMark]:
        """What stands before the words: a box, a ring where one is chosen, or a number."""
        if item.kind is not ItemKind.TEXT:
            side = self.style.mm(4.4)
            rect = Rect(self.style.mm(1.6), top + (leading - side) / 2, side, side)
            radius = side / 2 if item.kind is ItemKind.CHOICE else self.style.mm(0.9)
            yield FrameMark(rect, radius, "", self.look.text, self.style.mm(0.42))
            if item.is_ticked:
                yield Icon(rect, "check", self.look.text, 3)
        elif item.label:
            size = self.style.size(ITEM)
            width = text_width(item.label, size)
            x = self.style.mm(INDENT - 1.6) - width
            yield TextMark(x, baseline(top, leading, size), item.label, size, self.look.text, width)

    def _mark_width(self, item: FaceItem) -> float:
        if not item.mark:
            return 0
        size = self.style.size(MARK)
        sign = self.style.mm(3.44 + 1.1) if item.kind is ItemKind.CRITICAL else 0
        return sign + text_width(item.mark, size, SEMIBOLD)

    def _mark(self, item: FaceItem, x: float, top: float, leading: float) -> Iterator[PageMark]:
        size, side = self.style.size(MARK), self.style.mm(3.44)
        if item.kind is ItemKind.CRITICAL:
            rect = Rect(x, top + (leading - side) / 2, side, side)
            yield Icon(rect, "alert", self.look.text, 2.6)
            x += side + self.style.mm(1.1)
        width = text_width(item.mark, size, SEMIBOLD)
        base = baseline(top, leading, size)
        yield TextMark(x, base, item.mark, size, self.look.text, width, SEMIBOLD)

    def note(self, text: str | tuple[Run, ...], icon: str) -> Block:
        """An aside, which looks unlike an action."""
        style = self.style
        size, leading = style.size(NOTE), style.leading(NOTE)
        side, edge = style.mm(3.97), style.mm(3)
        left = edge + side + style.mm(2.4)
        lines = set_lines(text, size, self.width - left - edge)
        pad = max(style.gap(1.2), style.mm(0.8))
        height = len(lines) * leading + 2 * pad
        marks: list[PageMark] = [self._note_frame(height)]
        marks.append(Icon(Rect(edge, pad + (leading - side) / 2, side, side), icon, self.look.text))
        marks += line_marks(lines, left, pad, size, leading, self.look.text)
        return block("note", self.width, height, marks)

    def _note_frame(self, height: float) -> FrameMark:
        rect, radius = Rect(0, 0, self.width, height), self.style.mm(1.2)
        if self.look.is_black:
            dash = (self.style.mm(0.8), self.style.mm(0.6))
            return FrameMark(rect, radius, "", self.look.text, self.style.mm(0.25), dash)
        return FrameMark(rect, radius, self.look.note)

    def foot(self, foot: Foot) -> Block:
        """What it is, how old, how to check it, and the code."""
        side = self.style.mm(17)
        marks: list[PageMark] = []
        y = self._foot_lines(foot.lines, self.width - side - self.style.mm(4), marks)
        marks.append(Code(Rect(self.width - side, self._foot_top, side, side), foot.code))
        return block("foot", self.width, max(y, self._foot_top + side), marks)

    def short_foot(self, foot: Foot) -> Block:
        """The foot of a page that is not the last: which version."""
        marks: list[PageMark] = []
        height = self._foot_lines((foot.version,), self.width, marks)
        return block("foot", self.width, height, marks)

    def onward(self, text: str) -> Block:
        """The last line of a page that is not the last."""
        size, leading = self.style.size(NOTE), self.style.leading(NOTE)
        width = text_width(text, size, SEMIBOLD)
        side = self.style.mm(3.97)
        x = self.width - width - side - self.style.mm(1)
        rect = Rect(self.width - side, (leading - side) / 2, side, side)
        base = baseline(0, leading, size)
        marks = (
            TextMark(x, base, text, size, self.look.theme, width, SEMIBOLD),
            Icon(rect, "arrow-r", self.look.theme, 2),
        )
        return block("onward", self.width, leading, marks)

    @property
    def _foot_top(self) -> float:
        return self.style.mm(0.35) + self.style.mm(2.6)

    def _foot_lines(
        self, lines: Iterable[tuple[Run, ...]], width: float, marks: list[PageMark]
    ) -> float:
        size, leading = self.style.size(FOOT), self.style.leading(FOOT)
        line = self.style.mm(0.35)
        marks.append(Rule(0, line / 2, self.width, line / 2, line, self.look.theme))
        y = self._foot_top
        for number, runs in enumerate(lines):
            if number:
                y += self.style.gap(0.6)
            found = set_lines(runs, size, width)
            marks += line_marks(found, 0, y, size, leading, self.look.text)
            y += len(found) * leading
        return y
