"""From a procedure to geometry: lanes, rows, boxes, routed arrows. Pure Python, no Qt."""

from app.flow.geometry import Arrow, Lane, Measure, Picture, Point, Rect
from app.flow.layout import lay_out

__all__ = ["Arrow", "Lane", "Measure", "Picture", "Point", "Rect", "lay_out"]
