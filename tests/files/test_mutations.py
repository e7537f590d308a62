"""Hundreds of broken files: each is answered within a second with its place, never a traceback."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.files import Problem, parse_card, parse_procedure, parse_tool, read_library
from app.files.codes import CODES
from app.files.document_files import parse_catalogue_file
from tests.files.helpers import CARD, FILES, PROCEDURE, SAMPLE, TOOL, copy_of_sample
from tests.files.monsters import MONSTERS

Mutation = Callable[[bytes, random.Random], bytes]
SPOILERS = [b"\xff", b"\x00", b"\t", b"&a ", b"*a", b"!!int ", b"{", b"[", b'"', b"'", b": ", b"- "]
SPOILERS += [b"---\n", b"#", b"|", b">", b"@", b"\\", b"\n", b"  ", "æ".encode("latin-1"), b"%"]


def _cut(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw))]


def _spoil(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw))
    return raw[:at] + chance.choice(SPOILERS) + raw[at:]


def _drop_line(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def _double_line(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    return b"".join([*lines[: at + 1], lines[at], *lines[at + 1 :]])


def _move_line(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return b"".join(lines)


def _indent(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    lines[at] = chance.choice([b"\t", b" ", b"   "]) + lines[at]
    return b"".join(lines)


def _change_value(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines()
    at = chance.choice([n for n, line in enumerate(lines) if b": " in line])
    value = chance.choice([b"", b"12", b"[]", b"{}", b"true", b"null", b"'Noget andet'", b"- a"])
    lines[at] = lines[at].partition(b": ")[0] + b": " + value
    return b"\n".join(lines)


STARTS = ["", "---\n", "---\nid: a\n---\n", "---\nid: a\n---\n\n## A\n- [ ] ", "steps:\n  - "]
MUTATIONS = [_cut, _spoil, _drop_line, _double_line, _move_line, _indent, _change_value]


def _mutants() -> Iterator[tuple[str, Mutation, int]]:
    for name in FILES:
        for mutation in MUTATIONS:
            for seed in range(6):
                yield name, mutation, seed


def _check(problems: tuple[Problem, ...], text: str) -> None:
    """Check that every problem has its place in the file and fills its sentence."""
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert set(CODES[problem.code]) <= problem.params.keys()
        assert all(value.isprintable() for value in problem.params.values())


def test_broken_files_are_told_with_their_place_and_cost_no_other(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    broken = 0
    for name, mutation, seed in _mutants():
        raw = (SAMPLE / name).read_bytes()
        changed = mutation(raw, random.Random(f"{name} {mutation.__name__} {seed}"))
        (folder / name).write_bytes(changed)
        reading = read_library(folder)
        assert {problem.path for problem in reading.problems} <= {name}
        _check(reading.problems, changed.decode("latin-1"))
        broken += reading.has_errors
        (folder / name).write_bytes(raw)
    assert broken >= 150
    assert read_library(folder).problems == ()


@pytest.mark.parametrize("monster", MONSTERS)
@pytest.mark.parametrize("name", [PROCEDURE, CARD, "roles.yaml"])
def test_monsters_are_answered_with_few_words(tmp_path: Path, name: str, monster: str) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / name).write_bytes(MONSTERS[monster])
    reading = read_library(folder)
    assert 1 <= len(reading.problems) <= 41
    assert reading.has_errors
    _check(reading.problems, MONSTERS[monster].decode())


@settings(max_examples=100)
@given(
    st.text(max_size=60) | st.text(alphabet="-:#[]{}&*!|>'\"%@ \n\tab1~?,<", max_size=60),
    st.sampled_from(STARTS),
)
@example("\r0", "")
@example("\u2028\x85:", "")
def test_no_text_is_too_strange_to_read(text: str, start: str) -> None:
    for parse in (parse_procedure, parse_card, parse_tool):
        _check(parse(start + text).problems, start + text)
    _check(parse_catalogue_file(start + text, "", "law.yaml").problems, start + text)


def test_a_tool_may_hold_a_body_of_any_size_a_file_has(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    with (folder / TOOL).open("a", encoding="utf-8") as file:
        file.write("ord " * 400_000)
    assert read_library(folder).problems == ()
