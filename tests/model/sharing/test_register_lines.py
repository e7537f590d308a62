"""Registers take in lines one by one; no line is lost, and new ones stand where they stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.library.catalogue import Catalogue, Provision, Role
from app.model.sharing.register_lines import line_standing, lines_of, with_lines
from app.model.sharing.text_standing import TextStanding


def roles(text: str) -> Catalogue:
    """Make a register of roles: `a b2` are a role a, and b in its second form."""
    return Catalogue(
        roles=tuple(Role(word[0], f"{word[0]}{word[1:]}", "") for word in text.split())
    )


def text_of(catalogue: Catalogue) -> str:
    return " ".join(role.title for role in catalogue.roles)


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted", "after"),
    [
        ("a b", "a c b", "c", "a c b"),
        ("a b", "c a b", "c", "c a b"),
        ("a b", "a b c d", "cd", "a b c d"),
        ("b a", "a c b", "c", "b a c"),
        ("a b", "a2 b2", "b", "a b2"),
        ("a b", "a2 c", "", "a b"),
        ("", "a b", "ab", "a b"),
    ],
)
def test_lines_come_in_where_they_stand_there(
    ours: str, theirs: str, wanted: str, after: str
) -> None:
    keys = [("roles", name) for name in wanted]
    assert text_of(with_lines(roles(ours), roles(theirs), keys)) == after


_words = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(["", "2"])).map("".join),
    max_size=6,
    unique_by=lambda word: word[0],
)


@given(_words, _words, st.sets(st.sampled_from("abcdef")))
def test_each_line_is_as_it_was_chosen(ours: list[str], theirs: list[str], names: set[str]) -> None:
    here, there = roles(" ".join(ours)), roles(" ".join(theirs))
    wanted = {("roles", name) for name in names}
    after = lines_of(with_lines(here, there, wanted))
    expected = lines_of(here) | {k: v for k, v in lines_of(there).items() if k in wanted}
    assert after == expected


def test_a_provision_goes_by_its_reference() -> None:
    found = lines_of(Catalogue(provisions=(Provision("bl:5.3", "Barnet høres"),)))
    assert list(found) == [("provisions", "bl:5.3")]


def test_how_a_line_stands_is_told_by_the_forms_it_has_had_here() -> None:
    old, mine, new = (Provision("bl:5", says) for says in ("Før", "Vores", "Nyt"))
    assert line_standing(new, None, [], []) is TextStanding.NEW
    assert line_standing(new, new, [], []) is TextStanding.SAME
    assert line_standing(old, mine, [old, mine], [old]) is TextStanding.HERE
    assert line_standing(new, old, [old], [old]) is TextStanding.THERE
    assert line_standing(new, mine, [old, mine], [old]) is TextStanding.BOTH
