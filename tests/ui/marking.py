"""Marking an item as a user does from its menu."""

from app.ui.runs.step.item_marking import MarkBox


def ask_why_not(box: MarkBox) -> None:
    """Say that an item is not relevant, so that it is asked why."""
    actions = box.marks_menu().actions()
    next(one for one in actions if one.text().startswith("Ikke relevant")).trigger()
