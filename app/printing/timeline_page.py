"""A timeline on a sheet of paper lying on its side: what it is of, the strips, when it was made."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import date_label, time_label
from app.printing.fonts import BOLD, REGULAR, text_width
from app.printing.ink import PAPER, Ink
from app.printing.page_marks import Block, Page, TextMark, block
from app.printing.paper import A4, Paper, mm
from app.printing.timeline import MANY_LINES, draw_timeline
from app.printing.timeline_places import Strip

_SIDE, _TOP, _HEAD = mm(14), mm(12), mm(18)
_TITLE, _SUB = 18.0, 11.0
_UNIT = 0.85


def timeline_pages(
    strips: Sequence[Strip],
    title: str,
    sub: str,
    now: datetime,
    paper: Paper = A4,
    ink: Ink = PAPER,
) -> tuple[Page, ...]:
    """Lay out the runs of a case, as many to a page as there is room for."""
    sheet = paper if paper.is_wide else paper.turned
    room = sheet.height - 2 * _TOP - _HEAD - 2 * _SUB
    groups: list[list[Strip]] = []
    for strip in strips:
        if groups and _drawn([*groups[-1], strip], now, sheet, ink).rect.h <= room:
            groups[-1].append(strip)
        else:
            groups.append([strip])
    return tuple(_page(group, title, sub, now, sheet, ink) for group in groups)


def _drawn(strips: Sequence[Strip], now: datetime, paper: Paper, ink: Ink) -> Block:
    width = paper.width - 2 * _SIDE
    return draw_timeline(strips, now, width, ink, _UNIT, lines=MANY_LINES).block


def _page(
    strips: Sequence[Strip], title: str, sub: str, now: datetime, paper: Paper, ink: Ink
) -> Page:
    width = paper.width - 2 * _SIDE
    lines = (_line(title, _TITLE, 18, ink.ink, bold=True), _line(sub, _SUB, 34, ink.ink_2))
    head = block("head", width, _HEAD, lines)
    drawn = _drawn(strips, now, paper, ink)
    made = QCoreApplication.translate("print", "Udskrevet {} {}")
    words = made.format(date_label(now), time_label(now))
    foot = block("foot", width, _SUB, (_line(words, _SUB, _SUB, ink.ink_3),))
    placed: tuple[Block, ...] = (
        head.at(_SIDE, _TOP),
        drawn.at(_SIDE, _TOP + _HEAD),
        foot.at(_SIDE, paper.height - _TOP - _SUB),
    )
    return Page(paper, title, placed)


def _line(words: str, size: float, base: float, color: str, *, bold: bool = False) -> TextMark:
    weight = BOLD if bold else REGULAR
    return TextMark(0, base, words, size, color, text_width(words, size, weight), weight)
