"""What can be chosen for each text, and what is chosen to begin with."""

import pytest
from msgspec.structs import replace

from app.model.catalogue import Catalogue, Library, Role
from app.model.edits.procedure_fields import set_title
from app.model.edits.step_fields import set_guide
from app.model.merging import merge
from app.model.sharing.plan import IncomingLine, IncomingPage, Plan, seen_together
from app.model.sharing.standing import Choice, Standing
from app.model.version import Kind
from tests.model.make import flow

BASE = flow("a > b\nb > slut\nslut!")
OURS, THEIRS = set_title(BASE, "Vores"), set_guide(BASE, "a", "Ring")
CLASH = set_title(BASE, "Deres")


def page(standing: Standing, theirs: str = "", **more: object) -> IncomingPage:
    made = IncomingPage(Kind.PROCEDURE, CLASH if theirs else THEIRS, standing, OURS, 2, "m")
    return replace(made, **more)


MERGED, CLASHING = merge(BASE, OURS, THEIRS), merge(BASE, OURS, CLASH)
PARTLY = merge(BASE, OURS, set_guide(CLASH, "a", "Ring"))


@pytest.mark.parametrize(
    ("incoming", "choices", "usual"),
    [
        (page(Standing.NEW), "keep take", Choice.TAKE),
        (page(Standing.SAME), "", None),
        (page(Standing.THERE), "keep take", Choice.TAKE),
        (page(Standing.HERE), "keep take", Choice.KEEP),
        (page(Standing.BOTH), "keep take", Choice.KEEP),
        (page(Standing.BOTH, merged=MERGED), "keep take merge", Choice.MERGE),
        (page(Standing.BOTH, "x", merged=CLASHING), "keep take", Choice.KEEP),
        (page(Standing.BOTH, "x", merged=PARTLY), "keep take merge", Choice.KEEP),
        (page(Standing.THERE, is_waiting=True), "keep take", Choice.KEEP),
        (page(Standing.THERE, is_retired=True), "keep take", Choice.KEEP),
        (page(Standing.THERE, arrived=3), "keep take wait", Choice.TAKE),
        (page(Standing.BOTH, arrived=3), "keep take wait", Choice.WAIT),
    ],
)
def test_nothing_of_ours_is_left_out_without_being_asked_for(
    incoming: IncomingPage, choices: str, usual: Choice | None
) -> None:
    assert " ".join(incoming.choices) == choices
    if usual is not None:
        assert incoming.usual is usual


def test_a_choice_tells_which_text_becomes_a_draft() -> None:
    both = page(Standing.BOTH, merged=MERGED)
    assert both.outcome(Choice.KEEP) is None
    assert both.outcome(Choice.WAIT) is None
    assert both.outcome(Choice.TAKE) == THEIRS
    assert both.outcome(Choice.MERGE) == set_guide(OURS, "a", "Ring")


def test_new_lines_come_in_and_others_stay() -> None:
    role = Role("psykolog", "Psykolog", "")
    line = IncomingLine(("roles", "psykolog"), role, Standing.NEW)
    assert line.usual is Choice.TAKE
    assert replace(line, standing=Standing.BOTH, ours=role).usual is Choice.KEEP
    assert replace(line, standing=Standing.BOTH, is_update=True).usual is Choice.WAIT


def test_a_plan_counts_what_would_come_in() -> None:
    role = Role("psykolog", "Psykolog", "")
    line = IncomingLine(("roles", "psykolog"), role, Standing.NEW)
    same = replace(page(Standing.SAME), theirs=replace(THEIRS, id="ens"))
    plan = Plan("x", (page(Standing.HERE), same), (line,), Catalogue(roles=(role,)))
    assert plan.taken(plan.usual()) == (line,)
    assert plan.taken(plan.kept()) == ()
    assert same not in plan.open


def test_their_new_texts_can_be_read_beside_ours() -> None:
    role, new = Role("psykolog", "Psykolog", ""), replace(page(Standing.NEW), ours=None)
    plan = Plan("x", (new,), (), Catalogue(roles=(role,)))
    whole = seen_together(Library(), plan)
    assert whole.catalogue.roles == (role,)
    assert whole.procedures == (THEIRS,)
