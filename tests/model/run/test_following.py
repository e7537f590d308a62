"""What helps to follow a run: what a choice means, what is carried on, notes of two windows."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.model.deadlines.days import Calendar
from app.model.library.procedure import Deadline, Step, StepKind, Transition
from app.model.run.carrying import Carried, carried, carried_from_all, events_of
from app.model.run.outlook import ways_ahead
from app.model.run.shared_notes import merged
from tests.model.log import START, Log
from tests.model.make import flow, procedure

NOW = datetime(2026, 11, 26, tzinfo=UTC)
FORK = """
valg? > venstre hoejre
venstre > samlet
hoejre > samlet
samlet > slut
slut!
"""


def outlook(log: Log, step: str = "valg") -> dict[int, tuple[str, ...]]:
    return ways_ahead(log.state(), log.procedure, log.events, step, now=log.at, calendar=Calendar())


def test_a_choice_leaves_out_what_only_the_others_need() -> None:
    assert outlook(Log(flow(FORK))) == {0: ("hoejre",), 1: ("venstre",)}


def test_a_choice_that_is_made_does_not_change_what_the_others_mean() -> None:
    assert outlook(Log(flow(FORK)).decide("valg", 0)) == {0: ("hoejre",), 1: ("venstre",)}


def test_what_is_done_is_never_left_out() -> None:
    assert outlook(Log(flow(FORK)).done("hoejre"))[0] == ()


def test_a_way_back_leaves_nothing_out() -> None:
    loop = flow("a > valg\nvalg? > slut a\nslut!")
    assert outlook(Log(loop).done("a")) == {0: ()}


def test_looking_ahead_changes_nothing() -> None:
    log = Log(flow(FORK))
    before = log.state()
    outlook(log)
    assert log.state() == before


def test_what_a_procedure_needs_is_what_it_counts_from_and_asks_for() -> None:
    made = procedure(
        Step(
            "a",
            "A",
            StepKind.ACTIVITY,
            "raadgiver",
            deadline=Deadline(
                first_of=(
                    Deadline(within="1 weeks", after="date:afgoerelse", reason="x"),
                    Deadline(within="6 months", before="date:fyldt-18", reason="x"),
                    Deadline(within="1 weeks", after="trigger", reason="x"),
                )
            ),
            asks=("termin",),
            next=(Transition("slut"),),
        ),
        Step("slut", "Slut", StepKind.END, "raadgiver"),
        trigger_event="opmaerksom",
    )
    assert set(events_of(made)) == {"opmaerksom", "termin", "afgoerelse", "fyldt-18"}
    log = Log(made, termin=NOW, andet=NOW)
    assert carried(made, log.state(), made).trigger == START
    assert carried(made, log.state(), made).dates == {"termin": NOW}


def test_a_procedure_that_begins_with_something_else_asks_for_its_time() -> None:
    log = Log(procedure(Step("a", "A", StepKind.END, "raadgiver")))
    assert carried(log.procedure, log.state(), log.procedure).trigger is None


def test_lines_of_both_windows_are_kept() -> None:
    assert merged("a", "a\nmine", "a\nyours") == "a\nyours\nmine"


def test_typing_on_in_a_line_does_not_double_it() -> None:
    once = merged("", "Ringet til sko", "Mor er ringet op")
    assert merged("Ringet til sko", "Ringet til skolen", once) == (
        "Mor er ringet op\nRinget til skolen"
    )


LINES = st.lists(st.sampled_from("abcdef"), max_size=5, unique=True).map("\n".join)


@given(base=LINES, mine=LINES, theirs=LINES)
def test_no_new_line_of_either_is_lost(base: str, mine: str, theirs: str) -> None:
    found = merged(base, mine, theirs).splitlines()
    for text in (mine, theirs):
        new = set(text.splitlines()) - set(base.splitlines())
        assert new <= set(found)


@given(text=LINES, base=LINES)
def test_alone_in_a_note_one_gets_what_one_wrote(text: str, base: str) -> None:
    assert merged(base, text, base) == text
    assert merged(base, base, text) == text


def test_what_a_run_began_with_goes_along_and_is_never_taken_for_another_event() -> None:
    """The next may not need it, and the one after that all the same."""
    report = structs.replace(flow("a > slut\nslut!"), trigger_event="underretning-modtaget")
    urgent = flow("b > slut\nslut!")
    takes = carried(report, Log(report).state(), urgent)
    assert takes == Carried(None, {"underretning-modtaget": START})

    abuse = structs.replace(urgent, trigger_event="underretning-modtaget")
    later = Log(urgent, **takes.dates).state()
    assert carried(urgent, later, abuse).trigger == START
    enquiry = structs.replace(urgent, trigger_event="opmaerksom")
    assert carried(urgent, later, enquiry).trigger is None


def test_a_case_knows_what_its_runs_know_and_the_one_that_began_last_knows_best() -> None:
    report = structs.replace(flow("a > slut\nslut!"), trigger_event="underretning-modtaget")
    enquiry = structs.replace(flow("b > slut\nslut!"), trigger_event="opmaerksom")
    early = Log(report, opmaerksom=NOW).state()
    late = structs.replace(Log(enquiry).state(), trigger=NOW.replace(day=27))
    for runs in ([(report, early), (enquiry, late)], [(enquiry, late), (report, early)]):
        assert carried_from_all(runs, enquiry) == Carried(
            NOW.replace(day=27), {"underretning-modtaget": START}
        )
    assert carried_from_all([], report) == Carried(None, {})
