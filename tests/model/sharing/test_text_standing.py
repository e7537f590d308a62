"""How a text from elsewhere stands is told by the texts that each side has had."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.sharing.text_standing import TextStanding, standing_of


@pytest.mark.parametrize(
    ("theirs", "ours", "standing", "common"),
    [
        ("a", "", TextStanding.NEW, ""),
        ("a", "a", TextStanding.SAME, "a"),
        ("a", "ba", TextStanding.HERE, "a"),
        ("ba", "a", TextStanding.THERE, "a"),
        ("ba", "ca", TextStanding.BOTH, "a"),
        ("dba", "ecba", TextStanding.BOTH, "b"),
        ("b", "a", TextStanding.BOTH, ""),
        ("acb", "ba", TextStanding.HERE, "a"),  # they went back to a text that was here before
    ],
)
def test_the_lines_of_two_texts_tell_who_changed(
    theirs: str, ours: str, standing: TextStanding, common: str
) -> None:
    assert standing_of(tuple(theirs), tuple(ours)) == (standing, common)


_lines = st.lists(st.sampled_from("abcde"), min_size=1, max_size=5, unique=True)
_TURNED = {TextStanding.HERE: TextStanding.THERE, TextStanding.THERE: TextStanding.HERE}


@given(_lines, _lines)
def test_seen_from_the_other_side_it_is_the_other_way_round(
    theirs: list[str], ours: list[str]
) -> None:
    one, _ = standing_of(theirs, ours)
    other, _ = standing_of(ours, theirs)
    if theirs[0] in ours and ours[0] in theirs:
        assert one is other
        assert one in (TextStanding.SAME, TextStanding.HERE)
    else:
        assert other is _TURNED.get(one, one)


@given(_lines, _lines)
def test_the_common_text_is_one_that_both_have_had(theirs: list[str], ours: list[str]) -> None:
    _, common = standing_of(theirs, ours)
    assert not common or (common in theirs and common in ours)
