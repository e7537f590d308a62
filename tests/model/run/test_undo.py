"""Undo and redo as new events: nothing is removed, and both can go on as long as there is a log."""

from hypothesis import given
from hypothesis import strategies as st

from app.model.run.run import Noted
from app.model.run.undo import counting, redoable, redone_next, undoable, undone_next
from tests.model.log import Log
from tests.model.make import flow

LINE = flow("a > b\nb > slut\nslut!")


def undo(log: Log) -> bool:
    target = undoable(log.events)
    if target is not None:
        log.undo(target)
    return target is not None


def redo(log: Log) -> bool:
    target = redoable(log.events)
    if target is not None:
        log.undo(target)
    return target is not None


def note(log: Log) -> str:
    return log.state().steps["a"].note


def test_a_new_run_has_nothing_to_undo_or_redo() -> None:
    log = Log(LINE)
    assert undoable(log.events) is None
    assert redoable(log.events) is None


def test_undo_and_redo_walk_through_the_log() -> None:
    log = Log(LINE).note("a", "1").note("a", "2").note("a", "3")
    seen = [note(log)]
    while undo(log):
        seen.append(note(log))
    while redo(log):
        seen.append(note(log))
    assert seen == ["3", "2", "1", "", "1", "2", "3"]
    assert undo(log)
    assert note(log) == "2"


def test_something_new_ends_what_could_be_redone() -> None:
    log = Log(LINE).note("a", "1").note("a", "2")
    undo(log)
    log.note("a", "3")
    assert redoable(log.events) is None
    undo(log)
    assert note(log) == "1"
    redo(log)
    assert note(log) == "3"
    assert redoable(log.events) is None


def test_what_comes_next_is_named_before_it_is_undone_or_brought_back() -> None:
    log = Log(LINE).note("a", "1").note("b", "2")
    assert redone_next(log.events) is None
    taken = undone_next(log.events)
    assert taken is not None
    assert taken.what == Noted("b", "2")
    undo(log)
    again = redone_next(log.events)
    assert again is not None
    assert again.what == Noted("b", "2")
    first = undone_next(log.events)
    assert first is not None
    assert first.what == Noted("a", "1")


def test_an_event_that_undoes_itself_or_the_future_does_nothing() -> None:
    log = Log(LINE).note("a", "1")
    log.undo(3).undo(99).undo(0)
    assert note(log) == "1"


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=25))
def test_undo_and_redo_do_what_two_stacks_would(steps: list[str]) -> None:
    log, number = Log(LINE), 0
    done: list[str] = []
    undone: list[str] = []
    for what in steps:
        if what == "do":
            number += 1
            log.note("a", str(number))
            done.append(str(number))
            undone.clear()
        elif what == "undo":
            assert undo(log) == bool(done)
            undone += [done.pop()] if done else []
        else:
            assert redo(log) == bool(undone)
            done += [undone.pop()] if undone else []
        kept = [event.what for event in counting(log.events)][1:]
        assert [one.text for one in kept if isinstance(one, Noted)] == done
