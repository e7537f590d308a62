"""A timeline on a sheet of paper lying on its side: what it is of, the strips, when it was made."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model.notation import date_label, time_label
from app.printing.fonts import BOLD, REGULAR, text_width
from app.printing.ink import PAPER, Ink
from app.printing.marks import Block, Page, Text, block
from app.printing.paper import A4, Paper, mm
from app.printing.timeline import Strip, draw_timeline, timeline_height

_SIDE, _TOP = mm(14), mm(12)
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
    room = sheet.height - 2 * _TOP - mm(18)
    fit = 1
    while timeline_height(fit + 1, _UNIT) <= room:
        fit += 1
    groups = [strips[start : start + fit] for start in range(0, len(strips), fit)]
    return tuple(_page(group, title, sub, now, sheet, ink) for group in groups)


def _page(
    strips: Sequence[Strip], title: str, sub: str, now: datetime, paper: Paper, ink: Ink
) -> Page:
    width = paper.width - 2 * _SIDE
    head = block("head", width, mm(18), (_line(title, _TITLE, 18, ink.ink, bold=True),
                                         _line(sub, _SUB, 34, ink.ink_2)))  # fmt: skip
    drawn = draw_timeline(strips, now, width, ink, _UNIT).block
    made = QCoreApplication.translate("print", "Udskrevet {} {}")
    words = made.format(date_label(now), time_label(now))
    foot = block("foot", width, _SUB, (_line(words, _SUB, _SUB, ink.ink_3),))
    placed: tuple[Block, ...] = (
        head.at(_SIDE, _TOP),
        drawn.at(_SIDE, _TOP + mm(18)),
        foot.at(_SIDE, paper.height - _TOP - _SUB),
    )
    return Page(paper, title, placed)


def _line(words: str, size: float, base: float, color: str, *, bold: bool = False) -> Text:
    weight = BOLD if bold else REGULAR
    return Text(0, base, words, size, color, text_width(words, size, weight), weight)
