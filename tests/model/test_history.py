from hypothesis import given
from hypothesis import strategies as st

from app.model.history import MERGE_SECONDS, History, begin


def test_undo_goes_back_and_redo_forth_again() -> None:
    history = begin("a").record("b", "set_title").record("c", "move_later")
    assert history.present == "c"
    assert history.undo().present == "b"
    assert history.undo().undo().present == "a"
    assert history.undo().undo().redo().redo() == history.seal()


def test_the_edits_that_can_be_undone_and_redone_are_named() -> None:
    history = begin("a").record("b", "move_later", about="Modtag").undo()
    assert history.undoable is None
    assert history.redoable
    assert (history.redoable.label, history.redoable.about) == ("move_later", "Modtag")


def test_nothing_to_undo_or_redo_changes_nothing() -> None:
    assert begin("a").undo() == begin("a")
    assert begin("a").redo() == begin("a")


def test_an_edit_after_undo_lets_go_of_what_was_undone() -> None:
    history = begin("a").record("b", "x").undo().record("c", "y")
    assert history.redoable is None
    assert history.undo().present == "a"


def test_typing_in_a_field_is_one_step() -> None:
    history = begin("").record("R", "t", merge="title", at=1.0)
    history = history.record("Ri", "t", merge="title", at=2.0)
    assert len(history.past) == 1
    assert history.undo().present == ""


def test_a_pause_another_field_and_leaving_the_field_end_it() -> None:
    typed = begin("").record("R", "t", merge="title", at=1.0)
    later = 1.1 + MERGE_SECONDS
    assert len(typed.record("Ri", "t", merge="title", at=later).past) == 2
    assert len(typed.record("Ri", "t", merge="guide", at=1.1).past) == 2
    assert len(typed.seal().record("Ri", "t", merge="title", at=1.1).past) == 2


def test_typing_after_undo_never_joins_what_was_typed_before() -> None:
    typed = begin("").record("R", "t", merge="title", at=1.0)
    again = typed.record("x", "t", merge="other", at=1.1).undo()
    assert len(again.record("Ri", "t", merge="title", at=1.2).past) == 2


def test_what_was_typed_and_taken_back_leaves_no_step() -> None:
    typed = begin("a").record("ab", "t", merge="title", at=1.0)
    assert typed.record("a", "t", merge="title", at=1.1).past == ()


def test_the_same_document_is_no_edit() -> None:
    history = begin("a").record("b", "x").undo()
    assert history.record("a", "y") is history


@given(st.lists(st.tuples(st.sampled_from(["edit", "undo", "redo"]), st.integers(0, 4))))
def test_undo_always_gives_the_document_there_was(work: list[tuple[str, int]]) -> None:
    history: History[int] = begin(0)
    documents = [0]
    place = 0
    for what, value in work:
        if what == "edit":
            if value != documents[place]:
                documents[place + 1 :] = [value]
                place += 1
            history = history.record(value, "edit")
        else:
            place = max(0, place - 1) if what == "undo" else min(place + 1, len(documents) - 1)
            history = history.undo() if what == "undo" else history.redo()
        assert history.present == documents[place]
