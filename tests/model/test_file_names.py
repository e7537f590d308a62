"""A title becomes a name that every disk takes."""

import pytest

from app.model.file_names import LONGEST, sound_file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Underretning", "Underretning.pdf"),
        ("Sag 2026/04417: hvad nu?", "Sag 2026 04417 hvad nu.pdf"),
        ("  to   ord \n her ", "to ord her.pdf"),
        ("Mine frister...", "Mine frister.pdf"),
        ("con", "roed-traad con.pdf"),
        ("LPT1.txt", "roed-traad LPT1.txt.pdf"),
        ("//", "roed-traad.pdf"),
        ("Contrapunkt", "Contrapunkt.pdf"),
    ],
)
def test_what_no_disk_takes_is_left_out(title: str, name: str) -> None:
    assert sound_file_name(title, ".pdf") == name


def test_a_long_title_is_cut_and_keeps_its_ending() -> None:
    name = sound_file_name("Et langt navn " * 20, ".docx")
    assert len(name) <= LONGEST + len(".docx")
    assert not name.removesuffix(".docx").endswith(" ")
