"""Every edit of a procedure, card and tool by its name, which is its label in undo."""

from app.model.edits import (
    adding,
    checklists,
    copying,
    deleting,
    kinds,
    moving,
    procedure_fields,
    splitting,
    step_fields,
    ways,
    wording,
)
from app.model.edits.rule import PROCEDURE_EDITS

__all__ = [
    "PROCEDURE_EDITS",
    "adding",
    "checklists",
    "copying",
    "deleting",
    "kinds",
    "moving",
    "procedure_fields",
    "splitting",
    "step_fields",
    "ways",
    "wording",
]
