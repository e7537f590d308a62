"""Every edit has a name for undo, and every handle says what it is for."""

from app.model.edits.registry import PROCEDURE_EDITS
from app.ui.editor.canvas.edit_handles import HandleKind
from app.ui.editor.canvas.edit_words import edit_names, handle_tip


def test_every_edit_of_a_procedure_has_a_name() -> None:
    assert PROCEDURE_EDITS.keys() - edit_names() == set()


def test_every_handle_says_what_it_is_for() -> None:
    assert all(handle_tip(kind) for kind in HandleKind)
