"""What can be chosen for each text, and what is chosen to begin with."""

import pytest
from msgspec.structs import replace

from app.model.compare.merging import merge
from app.model.edits.procedure_fields import set_title
from app.model.edits.step_fields import set_guide
from app.model.library.catalogue import Catalogue, Library, Role
from app.model.library.stored_version import Kind
from app.model.sharing.arrival_plan import ArrivalPlan, IncomingLine, IncomingPage, seen_together
from app.model.sharing.text_standing import ArrivalChoice, TextStanding
from tests.model.make import flow

BASE = flow("a > b\nb > slut\nslut!")
OURS, THEIRS = set_title(BASE, "Vores"), set_guide(BASE, "a", "Ring")
CLASH = set_title(BASE, "Deres")


def page(standing: TextStanding, theirs: str = "", **more: object) -> IncomingPage:
    made = IncomingPage(Kind.PROCEDURE, CLASH if theirs else THEIRS, standing, OURS, 2, "m")
    return replace(made, **more)


MERGED, CLASHING = merge(BASE, OURS, THEIRS), merge(BASE, OURS, CLASH)
PARTLY = merge(BASE, OURS, set_guide(CLASH, "a", "Ring"))


@pytest.mark.parametrize(
    ("incoming", "choices", "usual"),
    [
        (page(TextStanding.NEW), "keep take", ArrivalChoice.TAKE),
        (page(TextStanding.SAME), "", None),
        (page(TextStanding.THERE), "keep take", ArrivalChoice.TAKE),
        (page(TextStanding.HERE), "keep take", ArrivalChoice.KEEP),
        (page(TextStanding.BOTH), "keep take", ArrivalChoice.KEEP),
        (page(TextStanding.BOTH, merged=MERGED), "keep take merge", ArrivalChoice.MERGE),
        (page(TextStanding.BOTH, "x", merged=CLASHING), "keep take", ArrivalChoice.KEEP),
        (page(TextStanding.BOTH, "x", merged=PARTLY), "keep take merge", ArrivalChoice.KEEP),
        (page(TextStanding.THERE, is_waiting=True), "keep take", ArrivalChoice.KEEP),
        (page(TextStanding.THERE, is_retired=True), "keep take", ArrivalChoice.KEEP),
        (page(TextStanding.THERE, arrived=3), "keep take wait", ArrivalChoice.TAKE),
        (page(TextStanding.BOTH, arrived=3), "keep take wait", ArrivalChoice.WAIT),
    ],
)
def test_nothing_of_ours_is_left_out_without_being_asked_for(
    incoming: IncomingPage, choices: str, usual: ArrivalChoice | None
) -> None:
    assert " ".join(incoming.choices) == choices
    if usual is not None:
        assert incoming.usual is usual


def test_a_choice_tells_which_text_becomes_a_draft() -> None:
    both = page(TextStanding.BOTH, merged=MERGED)
    assert both.outcome(ArrivalChoice.KEEP) is None
    assert both.outcome(ArrivalChoice.WAIT) is None
    assert both.outcome(ArrivalChoice.TAKE) == THEIRS
    assert both.outcome(ArrivalChoice.MERGE) == set_guide(OURS, "a", "Ring")


def test_new_lines_come_in_and_others_stay() -> None:
    role = Role("psykolog", "Psykolog", "")
    line = IncomingLine(("roles", "psykolog"), role, TextStanding.NEW)
    assert line.usual is ArrivalChoice.TAKE
    assert replace(line, standing=TextStanding.BOTH, ours=role).usual is ArrivalChoice.KEEP
    assert replace(line, standing=TextStanding.BOTH, is_update=True).usual is ArrivalChoice.WAIT


def test_a_plan_counts_what_would_come_in() -> None:
    role = Role("psykolog", "Psykolog", "")
    line = IncomingLine(("roles", "psykolog"), role, TextStanding.NEW)
    same = replace(page(TextStanding.SAME), theirs=replace(THEIRS, id="ens"))
    plan = ArrivalPlan("x", (page(TextStanding.HERE), same), (line,), Catalogue(roles=(role,)))
    assert plan.taken(plan.usual()) == (line,)
    assert plan.taken(plan.kept()) == ()
    assert same not in plan.open


def test_their_new_texts_can_be_read_beside_ours() -> None:
    role, new = Role("psykolog", "Psykolog", ""), replace(page(TextStanding.NEW), ours=None)
    plan = ArrivalPlan("x", (new,), (), Catalogue(roles=(role,)))
    whole = seen_together(Library(), plan)
    assert whole.catalogue.roles == (role,)
    assert whole.procedures == (THEIRS,)
