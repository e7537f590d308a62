"""What is said of deadlines: red for a duty not kept, of all else what it is; and where a run
stands.
"""

from datetime import datetime

import pytest

from app.model.danish.notation import authority_label
from app.model.journal.journal_note import step_note
from app.model.library.catalogue import Catalogue, Role
from app.model.library.procedure import Deadline, Procedure, StepKind, Whose
from app.model.outgoing.outgoing_text import plain_text
from app.model.run.fold import summarise
from app.model.times import ZONE
from app.ui.runs.run_strips import strip_of
from app.ui.runs.run_words import next_deadline, stands_also, step_due
from tests.model.log import Log
from tests.model.make import flow, procedure, step

ANKE = Catalogue(roles=(Role("ankestyrelsen", "Ankestyrelsen", "Afgør klager"),))
BEFORE = datetime(2026, 11, 26, 10, tzinfo=ZONE)
AFTER = datetime(2027, 6, 1, 10, tzinfo=ZONE)

SUGGESTED = Deadline("1 weeks", after="trigger", reason="God skik")
FAMILY = Deadline("4 weeks", after="trigger", law="rsl:67.1", whose=Whose.FAMILY)
AUTHORITY = Deadline("8 weeks", after="trigger", law="rsl:73.2", whose=Whose.AUTHORITY)
ENDS = Deadline("1 months", after="trigger", law="bl:143.5", ends=True, late="Ring til juristen")
DUTY = Deadline("3 months", after="trigger", law="bl:95.2")


def flow_of(*deadlines: Deadline) -> Procedure:
    steps = [
        step(f"s{number}", f"s{number + 1}", deadline=deadline)
        for number, deadline in enumerate(deadlines)
    ]
    return procedure(*steps, step(f"s{len(deadlines)}", kind=StepKind.END))


@pytest.mark.parametrize(
    ("deadline", "before", "after"),
    [
        (SUGGESTED, "Foreslået dag: 30.11.2026", "Foreslået dag var 30.11.2026"),
        (FAMILY, "Familiens frist: til 21.12.2026", "Familiens frist var 21.12.2026"),
        (AUTHORITY, "Ankestyrelsens frist: til 18.1.2027", "Ankestyrelsens frist var 18.1.2027"),
        (ENDS, "Gælder til 23.12.2026", "Gjaldt til 23.12.2026"),
    ],
)
def test_what_is_no_duty_is_told_calmly_before_and_after_its_day(
    deadline: Deadline, before: str, after: str
) -> None:
    log = Log(flow_of(deadline))
    whose = authority_label("ankestyrelsen", ANKE)
    for now, words in ((BEFORE, before), (AFTER, after)):
        color = "soon" if deadline.ends and now is AFTER else "ink_2"
        state = log.state(now)
        said = step_due(state.steps["s0"], now, whose)
        assert said
        assert (said.text, said.color) == (words, color)
        assert "overskredet" not in plain_text(step_note(log.procedure, state, "s0", ANKE))
        mark = strip_of(log.procedure, state, now).dues[0]
        assert mark.color == "ink_2"
        assert "for sent" not in mark.tip
        row = summarise(state, log.procedure)
        assert (row.late, row.next_due) == (0, None)
        assert next_deadline(row, now).color != "thread"


def test_a_row_shows_the_first_duty_and_else_what_comes_next_as_what_it_is() -> None:
    both = Log(flow_of(SUGGESTED, DUTY))
    said = next_deadline(summarise(both.state(BEFORE), both.procedure), BEFORE)
    assert said.text == "23.2.2027, 12 uger"
    alone = Log(flow_of(SUGGESTED, FAMILY))
    told = next_deadline(summarise(alone.state(BEFORE), alone.procedure), BEFORE)
    assert (told.text, told.below) == ("Foreslået dag: 30.11.2026", "S0")
    nothing = next_deadline(summarise(alone.state(AFTER), alone.procedure), AFTER)
    assert nothing.text == "Ingen frist"
    lapsed = Log(flow_of(FAMILY, ENDS))
    ended = next_deadline(summarise(lapsed.state(AFTER), lapsed.procedure), AFTER)
    assert (ended.text, ended.color) == ("Gjaldt til 23.12.2026", "soon")


def test_what_holds_no_more_says_in_the_journal_what_is_to_be_done() -> None:
    log = Log(flow_of(ENDS))
    told = plain_text(step_note(log.procedure, log.state(AFTER), "s0", ANKE))
    assert "Når det ikke gælder mere, gælder efter" in told
    assert "Ring til juristen." in told


def test_the_list_says_which_other_steps_a_run_stands_at() -> None:
    log = Log(flow("a > b c d\nb > slut\nc > slut\nd > slut\nslut!")).done("a")
    assert stands_also(summarise(log.state(), log.procedure)) == "også trin 3 og 4"
    closed = log.close("flyttet")
    assert stands_also(summarise(closed.state(), closed.procedure)) == ""
