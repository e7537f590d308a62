"""What the YAML parser complains of -> codes that say what to do about it."""

import re

import yaml

from app.files.problems import Unreadable

# What YAML lets stand in a file; the rest has to be written as an escape in double quotes.
CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_TAB_INDENT = re.compile(r"[ -]*\t")

_BY_PROBLEM = (
    ("mapping values are not allowed", "yaml_colon"),
    ("could not find expected ':'", "yaml_no_colon"),
    ("unexpected end of stream", "yaml_quote"),
    ("unexpected document indicator", "yaml_quote"),
    ("did not find expected ',' or", "yaml_bracket"),
    ("expected node content", "yaml_bracket"),
    ("cannot start any token", "yaml_first_character"),
    ("unknown escape", "yaml_escape"),
    ("hexdecimal number", "yaml_escape"),
    ("expected alphabetic or numeric", "yaml_first_character"),
    ("maximum nesting depth", "yaml_too_deep"),
    ("expected key", "yaml_indent"),
    ("'-' indicator", "yaml_indent"),
    ("sequence entries are not allowed", "yaml_indent"),
    ("expected <document start>", "yaml_indent"),
)
_STARTS_WHERE_CONTEXT_DOES = frozenset({"yaml_quote", "yaml_bracket", "yaml_no_colon"})


def refuse_control_characters(text: str) -> None:
    """Raise Unreadable where a character stands that no text file should hold."""
    found = CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise Unreadable("text_control", line, character=f"U+{ord(found[0]):04X}")


def as_unreadable(error: yaml.MarkedYAMLError, text: str) -> Unreadable:
    """Translate an error of the parser, with the line where the writer has to look."""
    lines = text.split("\n")
    problem = error.problem or ""
    code = next((code for part, code in _BY_PROBLEM if part in problem), "yaml_syntax")
    at, context = _line(error.problem_mark), _line(error.context_mark)
    tab = next((n for n in (at, context) if n and _TAB_INDENT.match(_nth(lines, n))), None)
    if tab:
        return Unreadable("yaml_tab", tab, text=_nth(lines, tab).strip())
    if code in _STARTS_WHERE_CONTEXT_DOES and context:
        at = context
    line = min(at or context or 1, max(1, len(lines)))
    if code == "yaml_too_deep":
        return Unreadable(code, line)
    return Unreadable(code, line, text=_nth(lines, line).strip())


def _line(mark: yaml.Mark | None) -> int | None:
    return None if mark is None else int(mark.line) + 1


def _nth(lines: list[str], number: int) -> str:
    return lines[number - 1] if number <= len(lines) else ""
