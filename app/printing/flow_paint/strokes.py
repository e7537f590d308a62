"""Colours and pens, made once and kept: a frame asks for them thousands of times."""

from functools import cache, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

NO_PEN = Qt.PenStyle.NoPen
NO_BRUSH = Qt.BrushStyle.NoBrush


@cache
def color(name: str) -> QColor:
    """Return a colour of an ink. Do not change it."""
    return QColor(name)


@cache
def brush(name: str) -> QBrush:
    """Return a flat brush. Do not change it."""
    return QBrush(color(name))


@lru_cache(maxsize=512)
def pen(name: str, width: float, dash: tuple[float, ...] = (), *, is_round: bool = False) -> QPen:
    """Return a pen; `dash` are lengths of strokes and spaces in pixels. Do not change it."""
    made = QPen(color(name), width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    cap = Qt.PenCapStyle.RoundCap if is_round else Qt.PenCapStyle.FlatCap
    made.setCapStyle(cap)
    if dash:
        made.setDashPattern([length / width for length in dash])
    return made
