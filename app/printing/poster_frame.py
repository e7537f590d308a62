"""Head and foot of a poster: what it is, what its shapes mean, which law, how old it is."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.flow.geometry import Rect
from app.model.danish.notation import law_label
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.printing.card_style import look_of
from app.printing.fonts import BOLD, REGULAR, SEMIBOLD, text_width, wrap_lines
from app.printing.ink import Ink, theme_ink
from app.printing.page_marks import Block, Code, Icon, PageMark, TextMark, block
from app.printing.paper import A3, Paper, mm
from app.printing.poster_legend import legend
from app.printing.sheet import PrintedSheet, VersionMark, checked_words, version_line
from app.printing.typeset import Run, SetLine, baseline, line_marks, set_lines

SIDE, TOP, BOTTOM = mm(13), mm(11), mm(10)
_SMALL, _LEADING = 10.0, 13.6
_CODE, _VERSION_WIDTH, _LEAST_LAW = mm(17), mm(58), mm(64)
_GAP = mm(8)
_HEAD_GAP, _FOOT_GAP = mm(4), mm(4.5)


class PosterFrame(Struct, frozen=True):
    """A sheet's head and foot, and the room for the flow between them."""

    paper: Paper
    head: Block
    foot: Block

    @property
    def room(self) -> tuple[float, float]:
        """Width and height that the flow may take."""
        taken = self.head.rect.h + self.foot.rect.h + _HEAD_GAP + _FOOT_GAP
        return (self.paper.width - 2 * SIDE, self.paper.height - TOP - BOTTOM - taken)

    @property
    def flow_top(self) -> float:
        return TOP + self.head.rect.h + _HEAD_GAP

    def placed(self) -> tuple[Block, Block]:
        """Head and foot in their places."""
        foot_top = self.paper.height - BOTTOM - self.foot.rect.h
        return self.head.at(SIDE, TOP), self.foot.at(SIDE, foot_top)


class FrameSetter:
    """Sets head and foot of one procedure's poster for any paper."""

    def __init__(
        self, procedure: Procedure, catalogue: Catalogue, version: VersionMark, ink: Ink
    ) -> None:
        self.procedure = procedure
        self.catalogue = catalogue
        self.version = version
        self.ink = ink
        theme = catalogue.theme_by_id.get(procedure.theme)
        self.theme = theme.title if theme else procedure.theme
        self.icon = theme.icon if theme else "procedures"
        self.color = look_of(theme_ink(theme.ink if theme else ""), ink).theme
        self.code = PrintedSheet("procedure", procedure.id, procedure.title, version).code

    def frame(self, paper: Paper, number: int = 1, count: int = 1) -> PosterFrame:
        """Make the frame of one sheet of several."""
        width = paper.width - 2 * SIDE
        large = 1.0 if max(paper.width, paper.height) >= A3.height - 1 else 0.75
        return PosterFrame(paper, self._head(width, large, number, count), self._foot(width))

    def _head(self, width: float, large: float, number: int, count: int) -> Block:
        """Theme and title at the left, the summary at the right, level with the title."""
        size, title_size, summary_size = max(11, 13 * large), 35 * large, max(11, 14 * large)
        theme = self.theme if count == 1 else f"{self.theme} · {_sheet_words(number, count)}"
        icon = mm(5.2) * large
        marks: list[PageMark] = [Icon(Rect(0, 0, icon, icon), self.icon, self.color, 2)]
        name_width = text_width(theme, size, SEMIBOLD)
        base = baseline(0, icon, size)
        marks.append(TextMark(icon + mm(2), base, theme, size, self.color, name_width, SEMIBOLD))
        top = icon + mm(1) * large
        title = set_lines(self.procedure.title, title_size, width * 0.74, BOLD)
        leading = title_size * 1.1
        marks += line_marks(title, 0, top, title_size, leading, self.ink.ink)
        height = top + len(title) * leading
        left = max(line.width for line in title) + _GAP
        summary, tall = self._summary(width, left, summary_size)
        foot = max(height, tall)  # a long summary has the title stand lower, and stays on the paper
        marks = [*_moved(marks, 0, foot - height), *_moved(summary, 0, foot - tall)]
        return block("head", width, foot, marks)

    def _summary(self, width: float, left: float, size: float) -> tuple[list[PageMark], float]:
        """Set the summary against the right edge from the top; give its height with its air."""
        leading = size * 1.25
        room = min(width - left, width * 0.4)
        lines = wrap_lines(self.procedure.summary, size, room, REGULAR)
        marks: list[PageMark] = []
        for number, text in enumerate(lines):
            wide = text_width(text, size)
            base = baseline(number * leading, leading, size)
            marks.append(TextMark(width - wide, base, text, size, self.ink.ink_2, wide))
        return marks, len(lines) * leading + mm(1)

    def _foot(self, width: float) -> Block:
        """Legend, law and age side by side; the law below them where the paper is narrow."""
        kinds = [step.kind for step in self.procedure.steps]
        shapes = legend(self.ink, kinds, hands_over=self._hands_over)
        age = self._age()
        room = width - shapes.rect.w - age.rect.w - 2 * _GAP
        beside = room >= _LEAST_LAW
        law = self._law(room if beside else width)
        marks = [*shapes.marks, *_moved(age.marks, width - age.rect.w, 0)]
        height = max(shapes.rect.h, age.rect.h)
        if beside:
            marks += _moved(law.marks, shapes.rect.w + _GAP, 0)
            return block("foot", width, max(height, law.rect.h), marks)
        marks += _moved(law.marks, 0, height + mm(2))
        return block("foot", width, height + mm(2) + law.rect.h, marks)

    @property
    def _hands_over(self) -> bool:
        return any(step.continue_in for step in self.procedure.steps)

    def _law(self, width: float) -> Block:
        """Each provision in one line, in two columns where there is room."""
        refs = self.procedure.law
        columns = 2 if width > mm(150) and len(refs) > 2 else 1
        column = (width - (columns - 1) * _GAP) / columns
        marks: list[PageMark] = []
        heights = [0.0] * columns
        for number, ref in enumerate(refs):
            place = number * columns // len(refs)
            heights[place] += self._provision(
                ref, place * (column + _GAP), heights[place], column, marks
            )
        return block("law", width, max(heights), marks)

    def _provision(
        self, ref: str, x: float, y: float, width: float, marks: list[PageMark]
    ) -> float:
        label = law_label(ref, self.catalogue)
        found = self.catalogue.provision(ref)
        labels = [law_label(ref, self.catalogue) for ref in self.procedure.law]
        left = max(text_width(text, _SMALL, SEMIBOLD) for text in labels) + mm(3)
        label_width = text_width(label, _SMALL, SEMIBOLD)
        base = baseline(y, _LEADING, _SMALL)
        marks.append(TextMark(x, base, label, _SMALL, self.color, label_width, SEMIBOLD))
        lines = set_lines(found.says if found else "", _SMALL, width - left)
        marks += line_marks(lines, x + left, y, _SMALL, _LEADING, self.ink.ink)
        return len(lines) * _LEADING

    def _age(self) -> Block:
        """Version, what it was checked against, how to check it, and the code."""
        check = QCoreApplication.translate("print", "Tjek, om plakaten stadig gælder: scan koden.")
        checked = checked_words(self.procedure.checked, self.catalogue)
        paragraphs: list[tuple[Run, ...]] = [version_line(self.version)]
        paragraphs += [(Run(text[:1].upper() + text[1:]),) for text in (checked, check) if text]
        marks: list[PageMark] = []
        y = 0.0
        for runs in paragraphs:
            lines: Sequence[SetLine] = set_lines(runs, _SMALL, _VERSION_WIDTH)
            marks += line_marks(lines, 0, y, _SMALL, _LEADING, self.ink.ink)
            y += len(lines) * _LEADING
        left = _VERSION_WIDTH + mm(4)
        marks.append(Code(Rect(left, 0, _CODE, _CODE), self.code))
        return block("age", left + _CODE, max(y, _CODE), marks)


def _sheet_words(number: int, count: int) -> str:
    said = QCoreApplication.translate("print", "ark {number} af {count}")
    return said.format(number=number, count=count)


def _moved(marks: Sequence[PageMark], x: float, y: float) -> list[PageMark]:
    return [mark.moved(x, y) for mark in marks]
