import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.outgoing.plain_text import plain_text


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("## Barnets ord\nHvad *siger* **barnet**?", "Barnets ord\nHvad siger barnet?"),
        ("- Ring\n  * Spørg\n2. Skriv", "• Ring\n  • Spørg\n2. Skriv"),
        ("- [ ] Set\n- [x] Gjort", "☐ Set\n☑ Gjort"),
        ("> Læs op\n---\nSå [loven](https://x.dk)", "Læs op\nSå loven"),
        ("| Hvem | Hvornår |\n|---|---|\n| Mor | I dag |", "Hvem · Hvornår\nMor · I dag"),
        ("Sted: {{sted}} og **{{dag}}**", "Sted: {{sted}} og {{dag}}"),
        ("2 * 3 er 6, og § 136, stk. 2", "2 * 3 er 6, og § 136, stk. 2"),
    ],
)
def test_marks_become_what_they_stand_for(markdown: str, words: str) -> None:
    assert plain_text(markdown) == words


@given(st.lists(st.sampled_from(["Ring", "til", "skolen", "§ 136", "i dag"]), min_size=1))
def test_a_text_without_marks_is_read_as_it_stands(words: list[str]) -> None:
    assert plain_text(" ".join(words)) == " ".join(words)
