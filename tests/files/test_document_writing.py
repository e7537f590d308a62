"""Files are written as a careful person writes them."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from app.files import (
    document_path,
    export_library,
    library_files,
    parse_tool,
    read_library,
    write_card,
    write_procedure,
    write_tool,
)
from app.files.yaml_writer import WIDEST, write_yaml
from app.model.library.procedure import (
    Checked,
    CheckItem,
    Deadline,
    LastDay,
    Procedure,
    Step,
    StepKind,
    Tag,
    Transition,
)
from app.model.library.tool import Tool
from tests.files.helpers import CARD, PROCEDURE, SAMPLE

PROCEDURE_TEXT = """\
id: underretning
title: "Underretning: første døgn"
theme: henvendelser
summary: Fra nogen siger noget, til barnet har fået svar
purpose: |
  Første afsnit.

    - indrykket
trigger: Underretningen er modtaget
roles: [barnet, raadgiver]
law: [bl:133, bl:136.2]
checked: {act: bl, date: 2025-03-17}
steps:
  - id: vurder
    title: Er barnet i fare?
    kind: decision
    role: raadgiver
    deadline: {within: 24 hours, after: date:modtaget, last_day: stays, law: bl:136.2}
    guide: |-
      # Overskrift
      "citat": ja
    checklist:
      - Dato og klokkeslæt er noteret
      - {text: "Barnet er set, hørt", required: true, tags: [child_voice]}
    next:
      - {to: slut, when: Ja}
      - {to: slut, when: "no"}

  - id: slut
    title: Slut
    kind: end
    role: raadgiver
"""


def sample_procedure() -> Procedure:
    items = (
        CheckItem("Dato og klokkeslæt er noteret"),
        CheckItem("Barnet er set, hørt", required=True, tags=(Tag.CHILD_VOICE,)),
    )
    deadline = within_a_day_of_arrival()
    first = Step(
        "vurder",
        "Er barnet i fare?",
        StepKind.DECISION,
        "raadgiver",
        deadline=deadline,
        guide='# Overskrift\n"citat": ja',
        checklist=items,
        next=(Transition("slut", "Ja"), Transition("slut", "no")),
    )
    return Procedure(
        "underretning",
        "Underretning: første døgn",
        "henvendelser",
        "Fra nogen siger noget, til barnet har fået svar",
        "Underretningen er modtaget",
        ("barnet", "raadgiver"),
        (first, Step("slut", "Slut", StepKind.END, "raadgiver")),
        checked=Checked("bl", date(2025, 3, 17)),
        purpose="Første afsnit.\n\n  - indrykket\n",
        law=("bl:133", "bl:136.2"),
    )


def within_a_day_of_arrival() -> Deadline:
    return Deadline("24 hours", "date:modtaget", last_day=LastDay.STAYS, law="bl:136.2")


def test_a_procedure_looks_as_people_write_it() -> None:
    assert write_procedure(sample_procedure()) == PROCEDURE_TEXT


def test_a_card_keeps_its_looks() -> None:
    card = read_library(SAMPLE).library.cards[0]
    assert write_card(card).partition("## Før")[2] == (
        " du ringer\n- [ ] **Barnet er set og hørt**\n"
        "- [ ] Kollegaen er med på en linje, der går over to\n\n"
        "## Når du har ringet\n- [ ] Svaret er noteret: ____\n\n"
        "> Ring til døgnvagten uden for åbningstid.\n"
    )


def test_a_long_mapping_stands_on_lines_of_its_own() -> None:
    long = {"next": [{"to": "a", "when": "b" * WIDEST}], "gate": {"needs": ["c" * WIDEST]}}
    assert write_yaml(long) == (
        f"next:\n  - to: a\n    when: {'b' * WIDEST}\ngate:\n  needs:\n    - {'c' * WIDEST}\n"
    )


def test_other_readers_of_yaml_understand_the_same() -> None:
    tricky = ["no", "yes", "on", "12:30", "0x1f", "1e3", "~", "=", "2026-11-22", "a: b", "# a", "é"]
    data = {"a": tricky, "b": {"c": "it's", "d": 'x "y" \\z'}, "e": "1\n2\n", "f": ["{", "a, b"]}
    assert yaml.safe_load(write_yaml(data)) == data


def test_a_body_that_markdown_cannot_carry_stands_in_the_front_matter() -> None:
    tool = Tool("a", "A", "b", "c", "en\rto\x00", checked=Checked("bl", date(2025, 3, 17)))
    assert 'body: "en\\rto\\0"\n---\n' in write_tool(tool)
    assert parse_tool(write_tool(tool)).document == tool


def test_a_library_is_exported_over_an_older_one(tmp_path: Path) -> None:
    library = read_library(SAMPLE).library
    (tmp_path / "themes.yaml").write_text("gammel", encoding="utf-8")
    (tmp_path / "noter.txt").write_text("mine", encoding="utf-8")
    written = export_library(library, tmp_path)
    assert {path.relative_to(tmp_path).as_posix() for path in written} == set(
        library_files(library)
    )
    assert tmp_path / PROCEDURE in written
    assert tmp_path / CARD in written
    assert read_library(tmp_path).library == library
    assert (tmp_path / "noter.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("slug", ["../ude", "A", "", "a\n", "a/b"])
def test_only_slugs_become_file_names(slug: str) -> None:
    with pytest.raises(ValueError, match="no slug"):
        document_path("card", slug, "a")
    with pytest.raises(ValueError, match="no slug"):
        document_path("card", "a", slug)
