"""What the shapes of a flow mean, for the foot of a poster."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.flow.geometry import Rect
from app.model.library.procedure import StepKind
from app.printing.flow_paint.step_dress import dress_step
from app.printing.flow_paint.step_paint import paint_shape
from app.printing.fonts import SEMIBOLD, text_width
from app.printing.ink import Ink
from app.printing.line_icons import paint_icon
from app.printing.page_marks import Block, Boxed, PageMark, TextMark, block
from app.printing.paint import paint_mark
from app.printing.paper import mm
from app.printing.typeset import baseline

_SIZE, _LEADING = 10.0, mm(6.5)
_SHAPE = (mm(8), mm(4.6))
_TEXT_LEFT, _COLUMN_GAP = mm(11.5), mm(6)
_ROWS = 4
_ZOOM = 0.36


class Shape(Boxed, frozen=True):
    """A small shape of a kind of step; an end that hands over has no kind of its own."""

    kind: StepKind
    ink: Ink
    hands_over: bool = False


def kind_names() -> dict[StepKind, str]:
    """The kinds of step as the legend names them."""
    return {
        StepKind.ACTIVITY: QCoreApplication.translate("print", "Handling"),
        StepKind.DECISION: QCoreApplication.translate("print", "Beslutning"),
        StepKind.CONVERSATION: QCoreApplication.translate("print", "Samtale med barnet"),
        StepKind.DOCUMENT: QCoreApplication.translate("print", "Dokument"),
        StepKind.MEETING: QCoreApplication.translate("print", "Møde"),
        StepKind.WAIT: QCoreApplication.translate("print", "Afvent"),
        StepKind.END: QCoreApplication.translate("print", "Afslutning"),
    }


def legend(ink: Ink, kinds: Iterable[StepKind], *, hands_over: bool) -> Block:
    """Set the legend of the kinds that stand in a flow, in columns of four."""
    used = set(kinds)
    entries = [(kind, name, False) for kind, name in kind_names().items() if kind in used]
    if hands_over:
        name = QCoreApplication.translate("print", "Anden procedure")
        entries.append((StepKind.END, name, True))
    marks: list[PageMark] = []
    x = right = 0.0
    for number, (kind, name, onward) in enumerate(entries):
        row = number % _ROWS
        if number and not row:
            x = right + _COLUMN_GAP
        width = text_width(name, _SIZE, SEMIBOLD)
        y = row * _LEADING
        rect = Rect(x, y + (_LEADING - _SHAPE[1]) / 2, *_SHAPE)
        marks.append(Shape(rect, kind, ink, onward))
        base = baseline(y, _LEADING, _SIZE)
        marks.append(TextMark(x + _TEXT_LEFT, base, name, _SIZE, ink.ink, width, SEMIBOLD))
        right = max(right, x + _TEXT_LEFT + width)
    return block("legend", right, min(len(entries), _ROWS) * _LEADING, marks)


@paint_mark.register
def _(mark: Shape, painter: QPainter) -> None:
    painter.save()
    painter.translate(mark.rect.x, mark.rect.y)
    if mark.kind is StepKind.END:
        _paint_ring(painter, mark)
    else:
        painter.scale(_ZOOM, _ZOOM)
        width, height = mark.rect.w / _ZOOM, mark.rect.h / _ZOOM
        dress = dress_step(mark.ink, mark.kind, None)
        paint_shape(painter, mark.kind, width, height, mark.ink, dress)
    painter.restore()


def _paint_ring(painter: QPainter, mark: Shape) -> None:
    side, line = mark.rect.h, mark.rect.h * 0.16
    place = QRectF((mark.rect.w - side) / 2, 0, side, side)
    inset = line / 2
    painter.setPen(QPen(QColor(mark.ink.ink_2), line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
    if mark.hands_over:
        third = side * 0.22
        inner = place.adjusted(third, third, -third, -third)
        paint_icon(painter, "arrow-r", inner, mark.ink.ink_2, 3)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mark.ink.ink_2))
    painter.drawEllipse(place.center(), side * 0.16, side * 0.16)
