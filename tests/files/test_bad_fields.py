"""Every field that is not as it should be is told, all in one reading, each on its line."""

import re
from pathlib import Path

import pytest

from app.files import read_library
from tests.files.helpers import CARD, PROCEDURE, TOOL, change, copy_of_sample, errors_in

WHERE = {"procedure": PROCEDURE, "card": CARD, "tool": TOOL}
CASES = """
procedure | title: Underretning⏎ | titel: Underretning⏎ | field_unknown_near field=titel near=title
procedure | title: Underretning⏎ | title:⏎ | field_empty field=title
procedure | title: Underretning⏎ | title: 12⏎ | field_not_text field=title found=12
procedure | title: Underretning⏎ | title: true⏎ | field_not_text field=title found=true
procedure | title: Underretning⏎ | title: [a]⏎ | field_not_text field=title found=[…]
procedure | title: Underretning⏎ | title: {a: b}⏎ | field_not_text field=title found={…}
procedure | title: Underretning⏎ | title: a⏎a: b⏎ | 1 field_unknown field=a
procedure | roles: [barnet, raadgiver] | roles: barnet | field_not_list field=roles found=barnet
procedure | roles: [barnet, | roles: [Far, | field_slug field=roles found=Far
procedure | law: [bl:12, | law: [bl 12, | field_law field=law found=bl 12
procedure | date: 2025-03-17 | date: 17.3.2025 | field_not_date field=date found=17.3.2025
procedure | date: 2025-03-17 | date: 2025-02-30 | field_not_date field=date found=2025-02-30
procedure | {act: bl, date: 2025-03-17} | bl | field_not_mapping field=checked found=bl
procedure | within: 24 hours | within: 24 timer | field_within field=within found=24 timer
procedure | hours, after: trigger | hours, after: "date:" | field_event field=after found=date:
procedure | required: true | required: ja | field_not_truth field=required found=ja
procedure | required: true | require: true | field_unknown_near field=require near=required
procedure | - Dato og klokkeslæt er noteret | - 12 | field_not_text field=text found=12
procedure | - Dato og klokkeslæt er noteret | - | field_empty field=checklist
procedure | kind: end | kind: slut | field_choice field=kind found=slut
procedure | tags: [child_voice] | tags: [ord] | field_choice field=tags found=ord
procedure | within: 6 weekdays | within: {a: b} | field_not_text field=within found={…}
procedure | kind: end | kind: end⏎    gate: {needs: [1]} | 1 field_not_text field=needs found=1
tool | lines: 8 | lines: mange | field_not_number field=lines found=mange
tool | lines: 8 | lines: true | field_not_number field=lines found=true
card | aim: Barnet | note: Sæt dig⏎aim: Barnet | field_belongs_below field=note
themes.yaml | themes:⏎ | themes:⏎  - abc⏎ | 1 field_not_mapping field=themes found=abc
law.yaml | provisions: | provisioner: | field_unknown_near field=provisioner near=provisions
law.yaml | provisions:⏎ | provisions: 7⏎x:⏎ | field_not_list field=provisions found=7
events.yaml | events:⏎ | events:⏎x:⏎ | field_empty field=events
synonyms.yaml | means: [underretning] | means: [] | field_empty field=means
wayfinder.yaml | to: card:akut | to: akut | field_target field=to found=akut
ladder.yaml | law: [bl:12.2] | law: [12] | field_not_text field=law found=12
"""


def _cases() -> list[list[str]]:
    return [line.replace("⏎", "\n").split(" | ") for line in CASES.strip().split("\n")]


@pytest.mark.parametrize(("where", "old", "new", "expected"), _cases())
def test_tells_what_is_wrong_with_a_field(
    tmp_path: Path, where: str, old: str, new: str, expected: str
) -> None:
    folder, name = copy_of_sample(tmp_path), WHERE.get(where, where)
    before = (folder / name).read_text(encoding="utf-8").partition(old)[0]
    change(folder, name, old, new)
    below, _, code = expected.rpartition(" field_")
    line = before.count("\n") + 1 + int(below or 0)
    found = re.sub(" choices=.*(?= field)", "", errors_in(folder)[0])
    assert found == f"{name}:{line} field_{code.removeprefix('field_')}"


def test_a_wrong_choice_is_told_with_the_right_ones(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    change(folder, PROCEDURE, "kind: end", "kind: slut")
    choices = "activity, conversation, meeting, decision, wait, document, end"
    assert read_library(folder).problems[0].params["choices"] == choices


def test_tells_of_all_that_is_wrong_at_once(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    change(folder, PROCEDURE, "kind: conversation", "kind: samtale")
    change(folder, PROCEDURE, "- {to: slut, when: Nej}", "- {til: slut, when: Nej}")
    change(folder, PROCEDURE, "    title: Tal med barnet\n", "")
    found = read_library(folder).problems
    assert [f"{p.line} {p.code} field={p.params['field']}" for p in found] == [
        "29 field_unknown field=til",
        "29 field_missing field=to",
        "31 field_missing field=title",
        "32 field_choice field=kind",
    ]


def test_a_name_is_taken_for_the_field_that_is_missing(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    change(folder, PROCEDURE, "title: Underretning\n", "titel: Underretning\n")
    change(folder, CARD, "aim: Barnet er i sikkerhed\n", "")
    assert errors_in(folder) == [
        f"{CARD}:2 field_missing field=aim",
        f"{PROCEDURE}:2 field_unknown_near field=titel near=title",
    ]


def test_a_procedure_without_steps_is_empty(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    text = (folder / PROCEDURE).read_text(encoding="utf-8").partition("steps:")[0]
    (folder / PROCEDURE).write_text(text + "steps: []\n", encoding="utf-8")
    assert errors_in(folder) == [f"{PROCEDURE}:14 field_empty field=steps"]


def test_very_many_errors_are_counted_instead_of_listed(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    change(folder, PROCEDURE, "[barnet, raadgiver]", "[" + ", ".join(["Ø"] * 500) + "]")
    found = errors_in(folder)
    assert len(found) == 41
    assert found[-1] == f"{PROCEDURE}:11 file_more_problems"


def test_one_bad_entry_of_the_catalogue_leaves_the_others(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    change(folder, "roles.yaml", "    summary: Fører sagen\n", "")
    reading = read_library(folder)
    assert [role.id for role in reading.library.catalogue.roles] == ["barnet"]
    assert reading.may_be_broken("role", "raadgiver")
    assert not reading.may_be_broken("theme", "underretninger")


def test_an_id_with_a_line_end_is_none(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    change(folder, PROCEDURE, "  - id: slut\n", "  - id: |\n      slut\n")
    assert errors_in(folder) == [f"{PROCEDURE}:44 field_slug field=id found=slut"]
