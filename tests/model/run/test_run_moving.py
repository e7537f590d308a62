"""A run that moves to a new version keeps what is still meant, and can be moved back."""

from datetime import UTC, datetime

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.deadlines.days import Calendar
from app.model.library.procedure import CheckItem, Procedure, Step, StepKind, Transition
from app.model.run.fold import fold
from app.model.run.move_plan import MovePlan, MoveQuestion, News, move_of, plan_move
from app.model.run.run import ItemMarked, Mark, Moved, RunEvent, StepDone, Undone, WayChosen
from app.model.run.run_moving import in_terms_of_now, version_followed
from app.model.run.state import RunState
from app.model.run.undo import counting
from tests.model.log import RUN, Log
from tests.model.make import procedure

AT = datetime(2026, 11, 26, tzinfo=UTC)


def version(items: tuple[str, ...], ways: tuple[tuple[str, str], ...]) -> Procedure:
    return procedure(
        Step(
            "valg",
            "Hvad nu?",
            StepKind.DECISION,
            "raadgiver",
            checklist=tuple(CheckItem(text) for text in items),
            next=tuple(Transition(to, when) for when, to in ways),
        ),
        Step("goer", "Gør", StepKind.ACTIVITY, "raadgiver", next=(Transition("slut"),)),
        Step("slut", "Slut", StepKind.END, "raadgiver"),
    )


OLD = version(
    ("Barnet er hørt", "Skolen er spurgt om fravær", "Mødet er holdt"),
    (("Ja", "goer"), ("Nej", "slut")),
)
NEW = version(
    ("Netværket er tegnet", "Barnet er hørt", "Skolen er spurgt om fravær og trivsel"),
    (("Nej", "slut"), ("Ja", "goer")),
)


def plan(log: Log, new: Procedure = NEW) -> MovePlan:
    return plan_move(log.procedure, new, log.state(), 2)


def moved(log: Log, new: Procedure = NEW, kept: tuple[tuple[str, int], ...] = ()) -> RunState:
    log.add(move_of(plan(log, new), kept))
    return fold(RUN, new, log.events, now=log.at, calendar=Calendar())


def marks(state: RunState) -> list[str]:
    return [item.mark.value for item in state.steps["valg"].items]


def test_a_tick_follows_its_text_to_its_new_place() -> None:
    assert marks(moved(Log(OLD).mark("valg", 0))) == ["open", "done", "open"]


def test_a_rewritten_item_is_asked_about_and_kept_on_a_yes() -> None:
    log = Log(OLD).mark("valg", 1)
    assert plan(log).questions == (
        MoveQuestion(
            "valg",
            "Hvad nu?",
            1,
            "Skolen er spurgt om fravær",
            "Skolen er spurgt om fravær og trivsel",
            Mark.DONE,
        ),
    )
    assert marks(moved(Log(OLD).mark("valg", 1))) == ["open", "open", "open"]
    assert marks(moved(log, kept=(("valg", 1),))) == ["open", "open", "done"]


def test_a_tick_of_an_item_that_is_gone_is_told() -> None:
    assert plan(Log(OLD).mark("valg", 2)).lost == ("Mødet er holdt",)


def test_a_choice_follows_its_condition() -> None:
    state = moved(Log(OLD).decide("valg", 0))
    assert state.steps["valg"].way == 1
    assert state.steps["valg"].is_done
    assert state.steps["goer"].in_line


def test_a_step_whose_way_is_gone_is_decided_anew() -> None:
    gone = version(("Barnet er hørt",), (("Nej", "slut"), ("Måske", "slut")))
    gone = msgspec.structs.replace(gone, steps=(gone.steps[0], gone.steps[2]))
    state = moved(Log(OLD).decide("valg", 0), gone)
    assert state.steps["valg"].way is None
    assert not state.steps["valg"].is_done


def test_what_is_marked_after_the_move_is_meant_in_the_new_version() -> None:
    log = Log(OLD).mark("valg", 0)
    moved(log)
    log.mark("valg", 0)
    state = fold(RUN, NEW, log.events, now=log.at, calendar=Calendar())
    assert marks(state) == ["done", "done", "open"]


def test_a_move_that_is_undone_is_as_if_it_never_was() -> None:
    log = Log(OLD).mark("valg", 0).decide("valg", 0)
    before = log.state()
    moved(log)
    assert version_followed(log.events, 2) == 2
    log.undo(len(log.events))
    assert version_followed(log.events, 2) == 1
    after = log.state()
    assert after.steps == before.steps


def test_a_run_that_never_moved_follows_what_it_began_with() -> None:
    assert version_followed(Log(OLD).done("valg").events, 1) == 1


def test_only_steps_still_to_do_are_news() -> None:
    found = plan(Log(OLD)).news
    assert [(one.step, one.news) for one in found] == [("valg", (News.ITEMS, News.WAYS))]
    assert found[0].added == ("Netværket er tegnet", "Skolen er spurgt om fravær og trivsel")
    assert found[0].removed == ("Skolen er spurgt om fravær", "Mødet er holdt")
    assert plan(Log(OLD).decide("valg", 0)).news == ()


def test_new_steps_and_steps_that_are_gone_are_news() -> None:
    more = Step("mere", "Mere", StepKind.ACTIVITY, "raadgiver", next=(Transition("slut"),))
    new = msgspec.structs.replace(OLD, steps=(OLD.steps[0], more, OLD.steps[2]))
    assert {(one.step, one.news) for one in plan(Log(OLD), new).news} == {
        ("mere", (News.ADDED,)),
        ("goer", (News.REMOVED,)),
    }


def test_moves_one_after_the_other_are_followed_through() -> None:
    events = [
        RunEvent(1, AT, "a", ItemMarked("valg", 0, Mark.DONE)),
        RunEvent(2, AT, "a", Moved(1, 2, {"valg": (2, None)})),
        RunEvent(3, AT, "a", ItemMarked("valg", 1, Mark.DONE)),
        RunEvent(4, AT, "a", Moved(2, 3, {"valg": (0, None, 5)})),
        RunEvent(5, AT, "a", WayChosen("valg", 1)),
    ]
    kept = [event.what for event in in_terms_of_now(events)]
    assert ItemMarked("valg", 5, Mark.DONE) in kept
    assert sum(isinstance(what, ItemMarked) for what in kept) == 1
    assert WayChosen("valg", 1) in kept


@settings(max_examples=80)
@given(data=st.data())
def test_moving_and_undoing_changes_nothing_and_no_tick_appears_from_nowhere(
    data: st.DataObject,
) -> None:
    log = Log(OLD)
    for _ in range(data.draw(st.integers(0, 8))):
        what = data.draw(
            st.one_of(
                st.builds(ItemMarked, st.just("valg"), st.integers(0, 2), st.sampled_from(Mark)),
                st.builds(WayChosen, st.just("valg"), st.integers(0, 1)),
                st.builds(StepDone, st.sampled_from(["valg", "goer"])),
            )
        )
        log.add(what)
    before = log.state()
    texts = {
        item.text
        for item, mark in zip(OLD.steps[0].checklist, before.steps["valg"].items, strict=True)
        if mark.is_settled
    }
    state = moved(log)
    for item, mark in zip(NEW.steps[0].checklist, state.steps["valg"].items, strict=True):
        assert mark.is_settled == (item.text in texts)
    log.add(Undone(len(log.events)))
    assert log.state().steps == before.steps
    assert counting(log.events) == counting(log.events[:-2])
