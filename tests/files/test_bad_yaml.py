"""Each way in which YAML goes wrong has its code, on the line where the writer has to look."""

import pytest

from app.files.document_files import parse_procedure
from app.files.problems import Report
from app.files.yaml_reader import MOST_NODES, read_yaml
from tests.files.helpers import said


def problems_of(text: str) -> list[str]:
    return [said(problem).removeprefix(":") for problem in parse_procedure(text).problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id: a\nsteps:\n\t- id: b\n", "3 yaml_tab text=- id: b"),
        ("id: a\nsteps:\n  - id: b\n\ttitle: c\n", "4 yaml_tab text=title: c"),
        ("id: a\ntitle: Samtale: barnet\n", "2 yaml_colon text=title: Samtale: barnet"),
        ("id: a\n title: b\n", "2 yaml_colon text=title: b"),
        ("id: a\ntitle\nsummary: b\n", "2 yaml_no_colon text=title"),
        ('id: a\ntitle: "b\nsummary: c\n', '2 yaml_quote text=title: "b'),
        ("id: a\nroles: [b, c\ntheme: d\n", "2 yaml_bracket text=roles: [b, c"),
        ("id: a\nchecked: {act: b\ntheme: d\n", "2 yaml_bracket text=checked: {act: b"),
        ("id: a\nroles: [b,, c]\n", "2 yaml_bracket text=roles: [b,, c]"),
        ("id: a\ntitle: @b\n", "2 yaml_first_character text=title: @b"),
        ("id: a\ntitle: `b`\n", "2 yaml_first_character text=title: `b`"),
        ("id: a\ntitle: **b**\n", "2 yaml_first_character text=title: **b**"),
        ('id: a\ntitle: "C:\\mappe"\n', '2 yaml_escape text=title: "C:\\mappe"'),
        ('id: a\ntitle: "\\xzz"\n', '2 yaml_escape text=title: "\\xzz"'),
        ("steps:\n  - id: a\n - id: b\n", "3 yaml_indent text=- id: b"),
        ("steps:\n  - id: a\n    title: b\n   kind: c\n", "4 yaml_indent text=kind: c"),
        ("title: - b\n", "1 yaml_indent text=title: - b"),
        ("a: &b c\n", "1 yaml_anchor name=b"),
        ("id: a\nroles: *alle\n", "2 yaml_alias name=alle"),
        (
            "id: !!python/object:os.system a\n",
            "1 yaml_tag tag=tag:yaml.org,2002:python/object:os.system",
        ),
        ("id: ! a\n", "1 yaml_tag tag=!"),
        ("id: a\n---\nid: b\n", "2 yaml_many_documents"),
        ("? [a]\n: b\n", "1 yaml_key"),
        ("%YAML 3.0\n---\nid: a\n", "1 yaml_syntax text=%YAML 3.0"),
        ("a: " + "[" * 50 + "]" * 50, "1 yaml_too_deep"),
        ("a: " + "[" * 5000, "1 yaml_too_deep"),
        ("a:\n" + "- b\n" * 70_000, f"{MOST_NODES - 1} yaml_too_many limit={MOST_NODES}"),
        ("id: a\ntitle: b\x07c\n", "2 text_control character=U+0007"),
        ("id: a\n\ntitle: b\ufeffc\n", "3 text_control character=U+FEFF"),
        ("", "1 file_empty"),
        ("# kun en bemærkning\n\n", "1 file_empty"),
        ("~\n", "1 file_empty"),
        ("bare en linje\n", "1 file_no_fields"),
        ("- id: a\n", "1 file_no_fields"),
    ],
)
def test_tells_what_is_wrong_and_where(text: str, expected: str) -> None:
    assert problems_of(text) == [expected]


def test_a_yaml_bomb_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert problems_of("\n".join(lines)) == ["1 yaml_anchor name=a0"]


def test_a_key_that_stands_twice_is_told_with_both_lines() -> None:
    report = Report("")
    tree = read_yaml("a: 1\nb: 2\na: 3\n", report)
    assert tree.plain == {"a": 1, "b": 2}
    assert [said(problem) for problem in report.problems] == [":3 yaml_key_twice first=1 key=a"]


def test_only_true_and_false_are_booleans() -> None:
    tree = read_yaml("[ja, no, yes, on, off, Nej, y, true, false, True]", Report(""))
    assert tree.plain == ["ja", "no", "yes", "on", "off", "Nej", "y", True, False, True]


def test_dates_times_and_odd_numbers_stay_text() -> None:
    tree = read_yaml("[2026-11-22, 9:40, 1.50, 0x1F, 012, 1_000, 1e3, .inf, 12, -3]", Report(""))
    assert tree.plain == [
        *("2026-11-22", "9:40", "1.50", "0x1F", "012", "1_000", "1e3", ".inf"),
        *(12, -3),
    ]


def test_a_number_of_many_digits_stays_text() -> None:
    assert read_yaml("9" * 9000, Report("")).plain == "9" * 9000
