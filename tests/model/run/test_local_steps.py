"""A step of a run's own comes last in the document, beside what follows the one it comes after."""

import pytest

from app.model.library.procedure import Procedure
from app.model.run.local_steps import additions, is_local, may_add, new_id, with_local
from app.model.run.run import StepAdded, StepDropped
from tests.model.log import Log
from tests.model.make import flow

PATH = "a > valg\nvalg? > b slut\nb > slut\nslut!"


def added(log: Log) -> Procedure:
    return with_local(log.procedure, additions(log.events))


def test_no_other_step_changes_its_number() -> None:
    log = Log(flow(PATH)).add(StepAdded("eget-trin-1", "Ring", "a"))
    whole = added(log)
    numbers = log.procedure.numbers
    assert {key: whole.numbers[key] for key in numbers} == numbers
    assert whole.numbers["eget-trin-1"] == len(numbers) + 1
    assert [way.to for way in whole.step("a").next] == ["valg", "eget-trin-1"]
    assert whole.step("eget-trin-1").role == whole.step("a").role


def test_it_is_done_beside_the_others() -> None:
    log = Log(flow(PATH)).add(StepAdded("eget-trin-1", "Ring", "a")).done("a")
    log.procedure = added(log)
    assert set(log.state().current) == {"valg", "eget-trin-1"}
    assert log.done("eget-trin-1").state().steps["eget-trin-1"].is_done


def test_it_can_be_taken_out_and_the_addition_undone() -> None:
    log = Log(flow(PATH)).add(StepAdded("eget-trin-1", "Ring", "a"))
    assert new_id(log.events) == "eget-trin-2"
    assert is_local("eget-trin-1")
    dropped = Log(flow(PATH)).add(StepAdded("eget-trin-1", "Ring", "a"))
    assert additions(dropped.add(StepDropped("eget-trin-1")).events) == ()
    assert additions(log.undo(len(log.events)).events) == ()
    assert new_id(log.events) == "eget-trin-2"


def test_where_its_place_is_gone_it_comes_after_the_first_step() -> None:
    whole = with_local(flow(PATH), (StepAdded("eget-trin-1", "Ring", "borte"),))
    assert whole.step("a").next[-1].to == "eget-trin-1"


@pytest.mark.parametrize(
    ("title", "after", "code"),
    [
        ("Ring", "a", None),
        ("", "a", "local_step_needs_title"),
        ("Ring", "valg", "no_step_after_this"),
        ("Ring", "slut", "no_step_after_this"),
        ("Ring", "intet", "unknown_step"),
    ],
)
def test_it_comes_after_a_step_that_goes_on(title: str, after: str, code: str | None) -> None:
    refusal = may_add(flow(PATH), title, after)
    assert (refusal.code if refusal else None) == code


def test_several_come_after_one_another() -> None:
    log = Log(flow(PATH)).add(StepAdded("eget-trin-1", "Ring", "a"))
    log.add(StepAdded("eget-trin-2", "Skriv", "eget-trin-1"))
    whole = added(log)
    assert [way.to for way in whole.step("eget-trin-1").next] == ["eget-trin-2"]
