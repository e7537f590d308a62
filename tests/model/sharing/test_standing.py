"""How a text from elsewhere stands is told by the texts that each side has had."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.sharing.standing import Standing, standing_of


@pytest.mark.parametrize(
    ("theirs", "ours", "standing", "common"),
    [
        ("a", "", Standing.NEW, ""),
        ("a", "a", Standing.SAME, "a"),
        ("a", "ba", Standing.HERE, "a"),
        ("ba", "a", Standing.THERE, "a"),
        ("ba", "ca", Standing.BOTH, "a"),
        ("dba", "ecba", Standing.BOTH, "b"),
        ("b", "a", Standing.BOTH, ""),
        ("acb", "ba", Standing.HERE, "a"),  # they went back to a text that was here before
    ],
)
def test_the_lines_of_two_texts_tell_who_changed(
    theirs: str, ours: str, standing: Standing, common: str
) -> None:
    assert standing_of(tuple(theirs), tuple(ours)) == (standing, common)


_lines = st.lists(st.sampled_from("abcde"), min_size=1, max_size=5, unique=True)
_TURNED = {Standing.HERE: Standing.THERE, Standing.THERE: Standing.HERE}


@given(_lines, _lines)
def test_seen_from_the_other_side_it_is_the_other_way_round(
    theirs: list[str], ours: list[str]
) -> None:
    one, _ = standing_of(theirs, ours)
    other, _ = standing_of(ours, theirs)
    if theirs[0] in ours and ours[0] in theirs:
        assert one is other
        assert one in (Standing.SAME, Standing.HERE)
    else:
        assert other is _TURNED.get(one, one)


@given(_lines, _lines)
def test_the_common_text_is_one_that_both_have_had(theirs: list[str], ours: list[str]) -> None:
    _, common = standing_of(theirs, ours)
    assert not common or (common in theirs and common in ours)
