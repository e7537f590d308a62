"""A procedure as a picture and as a list: what reading, running and editing share."""

from app.ui.flow.flow_pane import FlowPane
from app.ui.flow.flow_view import FlowView
from app.ui.flow.step_list import StepList

__all__ = ["FlowPane", "FlowView", "StepList"]
