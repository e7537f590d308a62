"""One step made two, where it asks for more than can be kept in mind at once."""

from app.model.edits.adding import add_after, add_before, new_step_id
from app.model.edits.parts import changed, step_of
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.library.procedure import Procedure


@edit
def split_step(procedure: Procedure, step_id: str, *, title: str) -> Procedure:
    """Give half of a step's items to a new step of that title.

    It follows the step and takes the last items; before a decision it takes the first ones, so
    that they are done when one chooses. `Refused`: edit_no_such_item, edit_new_title_missing,
    edit_after_end.
    """
    step = step_of(procedure, step_id)
    half = (len(step.checklist) + 1) // 2
    if len(step.checklist) < 2:
        raise Refused("edit_no_such_item", step=step.title)
    first, last = step.checklist[:half], step.checklist[half:]
    new = new_step_id(procedure, title)
    if step.is_decision:
        wider, kept, given = add_before(procedure, step_id, title=title), last, first
    else:
        wider, kept, given = add_after(procedure, step_id, title=title), first, last
    return changed(changed(wider, step_id, checklist=kept), new, checklist=given, law=step.law)
