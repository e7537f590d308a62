"""Painting pages laid out: the one place where marks meet a painter."""

from functools import lru_cache, singledispatch

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from app.flow.geometry import Rect
from app.printing.fonts import paint_text
from app.printing.line_icons import paint_icon
from app.printing.page_marks import Code, FrameMark, Icon, Page, PageMark, Rule, TextMark

_OVERLAP = 0.02
"""Modules of a code overlap by so much, so that no seam shows between them."""


def paint_page(painter: QPainter, page: Page) -> None:
    """Paint a page; the painter's unit is the point, its origin the paper's corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block in page.blocks:
        painter.save()
        painter.translate(block.rect.x, block.rect.y)
        for mark in block.marks:
            paint_mark(mark, painter)
        painter.restore()


@singledispatch
def paint_mark(mark: PageMark, painter: QPainter) -> None:
    """Paint one mark."""
    raise TypeError(mark)


@paint_mark.register
def _(mark: TextMark, painter: QPainter) -> None:
    paint_text(painter, QPointF(mark.x, mark.y), mark.text, mark.size, mark.color, mark.weight)


@paint_mark.register
def _(mark: FrameMark, painter: QPainter) -> None:
    inset = mark.line / 2
    rect = _rect(mark.rect).adjusted(inset, inset, -inset, -inset)
    radius = max(0.0, mark.radius - inset)
    painter.setPen(_pen(mark.edge, mark.line, mark.dash) if mark.edge else Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(mark.fill)) if mark.fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


@paint_mark.register
def _(mark: Rule, painter: QPainter) -> None:
    painter.setPen(_pen(mark.color, mark.line, mark.dash))
    painter.drawLine(QLineF(mark.x1, mark.y1, mark.x2, mark.y2))


@paint_mark.register
def _(mark: Icon, painter: QPainter) -> None:
    paint_icon(painter, mark.name, _rect(mark.rect), mark.color, mark.weight)


@paint_mark.register
def _(mark: Code, painter: QPainter) -> None:
    modules, path = _code(mark.says)
    painter.save()
    painter.translate(mark.rect.x, mark.rect.y)
    painter.scale(mark.rect.w / modules, mark.rect.h / modules)
    painter.fillPath(path, QColor("#000000"))
    painter.restore()


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)


def _pen(color: str, width: float, dash: tuple[float, ...]) -> QPen:
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        pen.setDashPattern([length / width for length in dash])
    return pen


@lru_cache(maxsize=256)
def _code(says: str) -> tuple[int, QPainterPath]:
    """Make a code once: how many modules it is wide, and its dark ones, a row's runs as bars."""
    import segno

    rows = segno.make(says, error="m", micro=False).matrix
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                path.addRect(QRectF(x, y, end - x, 1 + _OVERLAP))
            x = end + 1
    return len(rows), path
