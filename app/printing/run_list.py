"""A list of runs on paper lying on its side: what the screen shows, as words in columns."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import date_label, time_label
from app.printing.fonts import BOLD, REGULAR, SEMIBOLD, text_width
from app.printing.ink import PAPER, Ink
from app.printing.page_marks import Block, Page, PageMark, Rule, TextMark, block
from app.printing.paper import A4, Paper, mm

_SIDE, _TOP = mm(14), mm(12)
_HEAD, _ROW, _FOOT = mm(18), 21.0, 14.0
_TITLE, _TEXT, _SMALL = 18.0, 10.5, 10.0
_GAP = 10.0


def run_list_pages(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: Sequence[float],
    title: str,
    now: datetime,
    paper: Paper = A4,
    ink: Ink = PAPER,
) -> tuple[Page, ...]:
    """Lay out rows of words; `shares` says how the width is divided."""
    sheet = paper if paper.is_wide else paper.turned
    room = sheet.height - 2 * _TOP - _HEAD - _ROW - _FOOT
    fit = max(int(room // _ROW), 1)
    groups = [rows[start : start + fit] for start in range(0, len(rows), fit)] or [()]
    table = _Table(headings, shares, sheet, ink)
    count = len(groups)
    return tuple(
        Page(sheet, title, table.blocks(group, _titled(title, number, count), now))
        for number, group in enumerate(groups, start=1)
    )


def _titled(title: str, number: int, count: int) -> str:
    return title if count == 1 else f"{title} {number}/{count}"


class _Table:
    """Sets rows in columns of one width on every page."""

    def __init__(
        self, headings: Sequence[str], shares: Sequence[float], paper: Paper, ink: Ink
    ) -> None:
        self._headings = headings
        self._paper, self._ink = paper, ink
        self._width = paper.width - 2 * _SIDE
        self._widths = [self._width * share / sum(shares) for share in shares]

    def blocks(self, rows: Sequence[Sequence[str]], title: str, now: datetime) -> tuple[Block, ...]:
        """Place the head, the rows and the foot of one page."""
        ink = self._ink
        wide = text_width(title, _TITLE, BOLD)
        head = block(
            "head", self._width, _HEAD, (TextMark(0, 20, title, _TITLE, ink.ink, wide, BOLD),)
        )
        placed = [head.at(_SIDE, _TOP)]
        for number, row in enumerate((self._headings, *rows)):
            marks = self._row(row, is_head=number == 0)
            line = block("row", self._width, _ROW, marks)
            placed.append(line.at(_SIDE, _TOP + _HEAD + number * _ROW))
        made = QCoreApplication.translate("print", "Udskrevet {} {}")
        words = made.format(date_label(now), time_label(now))
        wide = text_width(words, _SMALL)
        foot = block("foot", self._width, _SMALL, (TextMark(0, 9, words, _SMALL, ink.ink_3, wide),))
        placed.append(foot.at(_SIDE, self._paper.height - _TOP - _SMALL))
        return tuple(placed)

    def _row(self, cells: Sequence[str], *, is_head: bool) -> list[PageMark]:
        ink, x = self._ink, 0.0
        marks: list[PageMark] = []
        for position, (cell, width) in enumerate(zip(cells, self._widths, strict=True)):
            weight = SEMIBOLD if is_head or position == 0 else REGULAR
            words = _cut(cell, width - _GAP, is_strong=weight == SEMIBOLD)
            wide = text_width(words, _TEXT, weight)
            color = ink.ink_2 if is_head else ink.ink
            marks.append(TextMark(x, 14, words, _TEXT, color, wide, weight))
            x += width
        edge = ink.part if is_head else ink.hair
        marks.append(Rule(0, _ROW - 1, self._width, _ROW - 1, 0.6, edge))
        return marks


def _cut(words: str, room: float, *, is_strong: bool) -> str:
    weight = SEMIBOLD if is_strong else REGULAR
    if text_width(words, _TEXT, weight) <= room:
        return words
    while words and text_width(f"{words}…", _TEXT, weight) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"
