"""Links between law and what cites it, and documents that the law has moved under."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.model.library.catalogue import Act, Library
from app.model.library.citations import Citation, citations, cited_by, outdated
from app.model.library.procedure import Deadline, Gate
from app.model.library.target import Target, target_of
from tests.model.checks.test_checker import CARD, LIBRARY, TOOL
from tests.model.make import flow, step

MADE = replace(
    flow("a > slut\nslut!"),
    law=("bl:133",),
    steps=(
        step("a", "b", law=("bl:136.2", "bl:136.2"), gate=Gate(("b",), "bl:5.3")),
        step("b", "slut", deadline=Deadline(within="4 months", after="trigger", law="bl:20.3")),
        step("slut"),
    ),
)
ALL = replace(
    LIBRARY,
    procedures=(MADE,),
    cards=(replace(CARD, law=("bl:136",)),),
    tools=(replace(TOOL, law=("bl:136.2", "rsl:3")),),
)


def targets(found: tuple[Citation, ...]) -> list[str]:
    return [one.target.ref for one in found]


def test_a_provision_is_cited_by_steps_cards_and_tools() -> None:
    assert targets(cited_by("bl:136.2", ALL)) == [f"procedure:{MADE.id}/a", "tool:skema"]
    assert targets(cited_by("bl:133", ALL)) == [f"procedure:{MADE.id}"]


def test_the_law_of_a_deadline_and_a_gate_is_the_step_s() -> None:
    assert targets(cited_by("bl:20.3", ALL)) == [f"procedure:{MADE.id}/b"]
    assert targets(cited_by("bl:5.3", ALL)) == [f"procedure:{MADE.id}/a"]


def test_a_whole_paragraph_is_cited_by_what_cites_a_part_of_it() -> None:
    assert targets(cited_by("bl:136", ALL)) == [f"procedure:{MADE.id}/a", "card:kort", "tool:skema"]
    assert cited_by("bl:13", ALL) == ()


def test_all_citations_go_by_what_is_written() -> None:
    found = citations(ALL)
    assert set(found) == {"bl:133", "bl:136.2", "bl:5.3", "bl:20.3", "bl:136", "rsl:3"}
    assert targets(found["bl:136"]) == ["card:kort"]


@pytest.mark.parametrize("ref", ["card:a", "procedure:a", "procedure:a/b", "provision:bl:5.3"])
def test_a_target_is_read_as_it_is_written(ref: str) -> None:
    assert target_of(ref).ref == ref
    assert target_of("provision:bl:5.3") == Target("provision", "bl:5.3")


def test_a_document_is_outdated_by_any_newer_act_that_it_stands_on() -> None:
    bl, rsl = LIBRARY.catalogue.acts[0], Act("rsl", "R", "r", "1", date(2030, 1, 1), "")
    catalogue = replace(LIBRARY.catalogue, acts=(bl, rsl))
    assert outdated(ALL.tools[0], catalogue) == (rsl,)
    assert outdated(ALL.cards[0], catalogue) == ()
    newer = replace(bl, date=date(2030, 1, 1))
    assert outdated(MADE, replace(catalogue, acts=(newer,))) == (newer,)
    assert outdated(Library(procedures=(MADE,)).procedures[0], Library().catalogue) == ()
