"""A deadline that has run out asks for what the procedure says, and the run keeps the answer."""

from datetime import timedelta

from msgspec.structs import replace

from app.model.checks.checker import check_procedure
from app.model.compare.changes import compare
from app.model.danish.notation import late_words
from app.model.deadlines.deadline_counting import whole_parts
from app.model.edits.step_fields import set_deadline
from app.model.journal.journal_note import step_note
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Deadline, Procedure, StepKind
from app.model.outgoing.outgoing_text import plain_text
from app.model.run.rules import may_mark_late
from app.model.run.run import LateMarked, Mark
from app.model.run.state import ItemState, StepStatus
from tests.model.log import Log
from tests.model.make import procedure, step

DUTY = "Skriv en foreløbig vurdering"
DEADLINE = Deadline("4 months", after="trigger", law="bl:20.3", late=DUTY)


def flow_of(deadline: Deadline = DEADLINE) -> Procedure:
    """Two steps of one investigation, both due at the same time, and one without a deadline."""
    return procedure(
        step("undersoeg", "vaelg", deadline=deadline),
        step("vaelg", "slut", deadline=deadline, kind=StepKind.DECISION),
        step("slut", kind=StepKind.END),
    )


def late_log(deadline: Deadline = DEADLINE) -> Log:
    return Log(flow_of(deadline)).later(days=150)


def marked(log: Log, mark: Mark = Mark.DONE, reason: str = "", at: str = "undersoeg") -> Log:
    return log.add(LateMarked(at, mark, reason))


def said(log: Log, at: str = "undersoeg") -> str:
    note = step_note(log.procedure, log.state(), at, Catalogue())
    return plain_text(note)


def test_nothing_is_asked_while_the_deadline_runs() -> None:
    state = Log(flow_of()).state()
    assert state.steps["undersoeg"].duty == ""
    refusal = may_mark_late(state, flow_of(), "undersoeg", Mark.DONE, actor="bo")
    assert refusal
    assert refusal.code == "deadline_not_over"


def test_a_deadline_that_has_run_out_asks_for_what_the_law_asks_for() -> None:
    found = late_log().state().steps["undersoeg"]
    assert found.status is StepStatus.LATE
    assert found.duty == DUTY
    assert found.late == ItemState()


def test_it_is_asked_too_where_the_step_was_done_after_its_deadline() -> None:
    log = late_log().done("undersoeg")
    assert log.state().steps["undersoeg"].duty == DUTY
    in_time = Log(flow_of()).done("undersoeg").later(days=150)
    assert in_time.state().steps["undersoeg"].duty == ""


def test_a_day_before_which_one_may_not_act_asks_for_nothing() -> None:
    early = Deadline("3 months", after="trigger", law="bl:49.3", earliest=True, late=DUTY)
    assert Log(flow_of(early)).done("undersoeg").state().steps["undersoeg"].duty == ""


def test_a_mark_on_it_is_kept_with_who_and_when_and_can_be_taken_back() -> None:
    log = marked(late_log())
    found = log.state().steps["undersoeg"].late
    assert (found.mark, found.by, found.at) == (Mark.DONE, "raadgiver", log.at)
    assert marked(log, Mark.OPEN).state().steps["undersoeg"].late == ItemState()
    undone = marked(late_log())
    assert undone.undo(2).state().steps["undersoeg"].late == ItemState()


def test_steps_with_the_same_deadline_are_asked_once() -> None:
    log = marked(late_log())
    assert log.state().steps["vaelg"].late.mark is Mark.DONE
    taken_back = marked(log, Mark.OPEN, at="vaelg")
    assert taken_back.state().steps["undersoeg"].late == ItemState()


def test_a_mark_from_before_the_clock_started_anew_counts_no_more() -> None:
    log = marked(late_log())
    anew = log.date("trigger", log.at + timedelta(days=1)).later(days=200)
    found = anew.state().steps["undersoeg"]
    assert found.duty == DUTY
    assert found.late == ItemState()


def test_what_the_law_asks_for_is_not_put_aside_without_a_reason() -> None:
    log = late_log()
    aside = Mark.NOT_RELEVANT
    refusal = may_mark_late(log.state(), log.procedure, "undersoeg", aside, actor="bo")
    assert refusal
    assert (refusal.code, refusal.params["item"]) == ("item_needs_reason", DUTY)


def test_a_recommendation_is_never_late_and_asks_for_nothing() -> None:
    own = late_log(Deadline("4 months", after="trigger", reason="Aftalt her", late=DUTY))
    found = own.state().steps["undersoeg"]
    assert found.status is not StepStatus.LATE
    assert found.duty == ""
    assert own.state().late == ()
    assert "overskredet" not in said(own)
    done = own.done("undersoeg").state().steps["undersoeg"]
    assert done.held is None
    assert "ikke holdt" not in said(own)
    assert "Foreslået dag var" in said(own)


def test_only_another_sees_it_through_and_only_when_it_is_done() -> None:
    def refused(log: Log, actor: str) -> str:
        refusal = may_mark_late(log.state(), log.procedure, "undersoeg", Mark.VERIFIED, actor=actor)
        return refusal.code if refusal else ""

    assert refused(late_log(), "bo") == "verify_not_done"
    assert refused(marked(late_log()), "raadgiver") == "verify_own_work"
    assert refused(marked(late_log()), "bo") == ""


def test_a_reason_to_put_it_aside_counts_once_among_the_deviations() -> None:
    log = marked(late_log(), Mark.NOT_RELEVANT, "Undersøgelsen var færdig dagen efter")
    assert log.state().deviations == 1


def test_of_several_deadlines_each_may_ask_and_the_whole_asks_for_all() -> None:
    several = Deadline(
        first_of=(
            Deadline("1 months", after="trigger", late="Giv besked"),
            Deadline("9 months", after="trigger"),
        ),
        law="bl:20.3",
        late=DUTY,
    )
    assert [part.late for part in whole_parts(several)] == ["Giv besked", DUTY]
    assert late_log(several).state().steps["undersoeg"].duty == "Giv besked"


def test_the_journal_says_what_was_asked_and_whether_it_was_done() -> None:
    before = said(late_log())
    assert "er overskredet. Når fristen er overskredet, gælder efter" in before
    assert f"§ 20, stk. 3: {DUTY}." in before
    assert "Det er ikke noteret som gjort." in before
    log = marked(late_log())
    day = f"{log.at.day}.{log.at.month}.{log.at.year}"
    assert f"Det er gjort og noteret {day}" in said(log)
    assert "set det efter." in said(marked(marked(late_log()).by("bo"), Mark.VERIFIED))
    assert "set det efter" not in said(marked(marked(late_log()), Mark.VERIFIED))
    assert "set det efter" not in said(marked(late_log(), Mark.VERIFIED))
    aside = said(marked(late_log(), Mark.NOT_RELEVANT, "færdig dagen efter"))
    assert "Det er ikke relevant: færdig dagen efter." in aside


def test_a_step_done_too_late_tells_of_it_among_the_deviations() -> None:
    text = said(marked(late_log().done("undersoeg")))
    assert "blev ikke holdt. Trinnet blev udført" in text
    assert DUTY in text.partition("Afvigelser og grunde")[2]


def test_it_is_kept_by_edits_and_seen_as_a_change() -> None:
    plain = flow_of(Deadline("4 months", after="trigger", law="bl:20.3"))
    edited = set_deadline(plain, "undersoeg", replace(DEADLINE, late=f"  {DUTY} "))
    found = edited.step("undersoeg").deadline
    assert found
    assert found.late == DUTY
    assert set_deadline(plain, "undersoeg", DEADLINE) == edited
    change = compare(plain, edited).part("undersoeg")
    assert change
    assert [field.field for field in change.fields] == ["deadline"]


def test_the_checker_says_where_it_can_never_be_asked_for() -> None:
    early = Deadline("3 months", after="trigger", law="bl:49.3", earliest=True, late=DUTY)
    found = [one.code for one in check_procedure(flow_of(early), Library(Catalogue()))]
    assert "late_without_effect" in found
    ours = [one.code for one in check_procedure(flow_of(), Library(Catalogue()))]
    assert "late_without_effect" not in ours


def test_it_is_told_before_the_deadline_has_run_out() -> None:
    assert late_words(DEADLINE) == f"Kan fristen ikke holdes: {DUTY}"
    both = Deadline(first_of=(DEADLINE, replace(DEADLINE, late="Giv besked")), late=DUTY)
    assert late_words(both) == f"Kan fristen ikke holdes: {DUTY}; Giv besked"
    assert late_words(Deadline("1 days", after="trigger")) == ""
