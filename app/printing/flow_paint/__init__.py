"""A flow on any painter: screen, picture file, paper. Pure drawing, no widgets."""

from app.printing.flow_paint.drawing_look import FlowLook
from app.printing.flow_paint.flow_drawing import DrawingHit, DrawingPart, FlowDrawing
from app.printing.flow_paint.measure import measure_title

__all__ = ["DrawingHit", "DrawingPart", "FlowDrawing", "FlowLook", "measure_title"]
