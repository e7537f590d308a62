"""From a card or a tool back to the steps that use it."""

from datetime import date

from app.model.library.catalogue import Library
from app.model.library.procedure import Checked, Procedure, Step, StepKind
from app.model.library.uses import uses_of_card, uses_of_tool


def _procedure(slug: str, **aids: tuple[tuple[str, ...], tuple[str, ...]]) -> Procedure:
    steps = tuple(
        Step(name, name, StepKind.ACTIVITY, "raadgiver", cards=cards, tools=tools)
        for name, (cards, tools) in aids.items()
    )
    checked = Checked("bl", date(2026, 3, 8))
    return Procedure(slug, slug, "akut", "", "Nu", ("raadgiver",), steps, checked=checked)


LIBRARY = Library(
    procedures=(
        _procedure("en", a=(("kort",), ()), b=((), ("ark",)), c=(("kort",), ("ark",))),
        _procedure("to", a=((), ())),
        _procedure("tre", a=(("andet", "kort"), ())),
    )
)


def test_all_steps_that_use_a_card_are_found_by_procedure() -> None:
    found = [(procedure.id, [step.id for step in steps]) for procedure, steps in _cards("kort")]
    assert found == [("en", ["a", "c"]), ("tre", ["a"])]


def test_all_steps_that_use_a_tool_are_found() -> None:
    found = [
        (procedure.id, [step.id for step in steps])
        for procedure, steps in uses_of_tool("ark", LIBRARY)
    ]
    assert found == [("en", ["b", "c"])]


def test_what_nobody_uses_has_no_use() -> None:
    assert uses_of_card("ingens", LIBRARY) == ()
    assert uses_of_tool("kort", LIBRARY) == ()


def _cards(card: str) -> tuple[tuple[Procedure, tuple[Step, ...]], ...]:
    return uses_of_card(card, LIBRARY)
