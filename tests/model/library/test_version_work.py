"""A draft goes only when it says what it was made of, and never while something differs."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.model.history import History, begin
from app.model.library.procedure import CheckItem, Procedure, Step, StepKind
from app.model.library.version_work import Deed, Fate, VersionDeed, fate_of

_NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
_STEP = Step("a", "Hør barnet", StepKind.CONVERSATION, "barnet")
_STEPS = st.sampled_from(
    [
        _STEP,
        replace(_STEP, title="Hør Barnet"),
        replace(_STEP, guide="Ring først."),
        replace(_STEP, law=("bl:5",)),
        replace(_STEP, checklist=(CheckItem("Barnet er hørt"),)),
        replace(_STEP, checklist=(CheckItem("Barnet er hørt", required=True),)),
    ]
)
_PROCEDURES = st.builds(
    Procedure,
    id=st.just("a"),
    title=st.sampled_from(["Prøve", "prøve"]),
    theme=st.just("tema"),
    summary=st.just(""),
    trigger=st.just("Noget er sket"),
    roles=st.sampled_from([("barnet",), ("barnet", "raadgiver")]),
    steps=st.lists(_STEPS, min_size=1, max_size=2).map(tuple),
)
"""Texts that are nearly alike, so that two are the same as often as not."""

_DEEDS = st.lists(
    st.builds(
        VersionDeed,
        st.integers(1, 3),
        st.just(_NOW),
        st.just("teamleder A"),
        st.sampled_from(Deed),
        other=st.none() | st.integers(1, 3),
    ),
    max_size=6,
)


@given(_PROCEDURES, _PROCEDURES, _DEEDS, st.booleans())
def test_nothing_that_differs_ever_goes(
    document: Procedure, made_of: Procedure, deeds: list[VersionDeed], is_awaited: bool
) -> None:
    fate = fate_of(document, made_of, 2, deeds, is_awaited=is_awaited)
    assert (fate is Fate.STAYS) == (document != made_of or is_awaited)
    assert fate_of(document, None, 2, deeds) is Fate.STAYS, "what was made of nothing is all new"


@given(_PROCEDURES, st.lists(_PROCEDURES, max_size=4), st.data())
def test_a_draft_goes_when_all_is_taken_back_and_not_before(
    made_of: Procedure, texts: list[Procedure], data: st.DataObject
) -> None:
    history: History[Procedure] = begin(made_of)
    for text in texts:
        history = history.record(text, "edit")
    while history.past:
        goes = fate_of(history.present, made_of) is not Fate.STAYS
        assert goes == (history.present == made_of)
        history = history.redo() if data.draw(st.integers(0, 3)) == 0 else history.undo()
    assert fate_of(history.present, made_of) is Fate.LET_GO


@given(_PROCEDURES, _DEEDS)
def test_what_anything_is_told_of_is_kept_in_the_history(
    document: Procedure, deeds: list[VersionDeed]
) -> None:
    done = [one.deed for one in deeds if one.number == 2]
    is_told_of = any(one.other == 2 for one in deeds if one.number != 2)
    goes = fate_of(document, document, 2, deeds) is Fate.LET_GO
    assert goes == (not is_told_of and {*done} <= {Deed.WRITTEN, Deed.CHANGED})
