"""Plain data -> YAML as a careful person writes it: the same data, the same text.

Texts of several lines stand as blocks, lists of short words and small mappings on one line, and
a line is never broken inside a text. Steps are set apart by an empty line.
"""

from collections.abc import Iterator, Mapping, Sequence

from app.files.yaml_scalars import fits_literal, literal_header, scalar

WIDEST = 120
LONGEST_PHRASE = 30
_SPACED = frozenset({"steps"})
_ONE_PER_LINE = frozenset({"checklist"})
_SMALL = frozenset({"next", "checklist", "first_of", "one_of", "fields"})
"""Lists whose mappings may stand on one line each."""


def write_yaml(data: Mapping[str, object]) -> str:
    """Write a mapping; `read_yaml` gives it back."""
    return "".join(f"{line}\n" for line in _mapping(data, WIDEST))


def _mapping(data: Mapping[str, object], room: int) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(key, value, room)


def _entry(key: str, value: object, room: int) -> Iterator[str]:
    """Write one key with its value, the value on the same line where it is small."""
    small = None if key in _ONE_PER_LINE else _on_one_line(value)
    if small is not None and len(key) + 2 + len(small) <= room:
        yield f"{key}: {small}"
    elif isinstance(value, Mapping):
        yield f"{key}:"
        yield from _indented(_mapping(value, room - 2))
    elif isinstance(value, list | tuple):
        yield f"{key}:"
        yield from _indented(_items(key, value, room - 2))
    elif isinstance(value, str) and fits_literal(value):
        yield f"{key}: {literal_header(value)}"
        yield from _indented(value.removesuffix("\n").split("\n"))
    else:
        yield f"{key}: {scalar(value)}"


def _items(key: str, values: Sequence[object], room: int) -> Iterator[str]:
    for number, value in enumerate(values):
        if number and key in _SPACED:
            yield ""
        small = _on_one_line(value) if key in _SMALL else None
        if isinstance(value, Mapping) and (small is None or len(small) + 2 > room):
            yield from _dashed(_mapping(value, room - 2))
        else:
            yield f"- {small or scalar(value)}"


def _on_one_line(value: object) -> str | None:
    """Write a value within brackets or braces; None where it is no small thing."""
    if isinstance(value, Mapping):
        parts = [_member(key, member) for key, member in value.items()]
        return None if None in parts else "{" + ", ".join(filter(None, parts)) + "}"
    if isinstance(value, list | tuple):
        words = [scalar(word, in_flow=True) for word in value if _is_word(word)]
        return "[" + ", ".join(words) + "]" if len(words) == len(value) else None
    return None if isinstance(value, str) and "\n" in value else scalar(value)


def _member(key: str, value: object) -> str | None:
    if isinstance(value, Mapping) or (isinstance(value, str) and "\n" in value):
        return None
    if isinstance(value, list | tuple):
        small = _on_one_line(value)
        return None if small is None else f"{key}: {small}"
    return f"{key}: {scalar(value, in_flow=True)}"


def _is_word(value: object) -> bool:
    """Tell whether a value may share its line with others of a list."""
    if not isinstance(value, str):
        return isinstance(value, bool | int)
    return len(value) <= LONGEST_PHRASE or not any(map(str.isspace, value))


def _dashed(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield (f"  {line}" if line else "") if number else f"- {line}"


def _indented(lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {line}" if line else ""
