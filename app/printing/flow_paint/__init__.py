"""A flow on any painter: screen, picture file, paper. Pure drawing, no widgets."""

from app.printing.flow_paint.drawing import FlowDrawing, Hit, Part
from app.printing.flow_paint.look import FlowLook
from app.printing.flow_paint.measure import measure_title

__all__ = ["FlowDrawing", "FlowLook", "Hit", "Part", "measure_title"]
