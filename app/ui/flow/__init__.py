"""A procedure as a picture and as a list: what reading, running and editing share."""

from app.ui.flow.pane import FlowPane
from app.ui.flow.step_list import StepList
from app.ui.flow.view import FlowView

__all__ = ["FlowPane", "FlowView", "StepList"]
