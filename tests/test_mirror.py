"""The tests stand where what they test stands, no name is there twice, no module is too long."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from app import paths

APP = Path(paths.__file__).parent
TESTS = Path(__file__).parent
MOST_LINES = 400
OF_THE_WHOLE = {"hard", "journeys", "properties", "search", "tools"}
"""Folders of tests that are of no one room: of the whole program, or of what lies beside it."""


def _modules(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")) if path.name != "__init__.py")


def test_every_folder_of_tests_is_a_room_of_the_program() -> None:
    folders = {path.parent.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}
    mirrored = {one for one in folders if not one.parts or one.parts[0] not in OF_THE_WHOLE}
    assert {str(one) for one in mirrored if not (APP / one / "__init__.py").exists()} == set()


def test_a_test_named_after_a_module_stands_where_it_stands() -> None:
    rooms = {path.stem: path.parent.relative_to(APP) for path in _modules(APP)}
    astray = {
        str(path.relative_to(TESTS)): str(rooms[name])
        for path in TESTS.rglob("test_*.py")
        if (here := path.parent.relative_to(TESTS)).parts[:1]
        not in {(one,) for one in OF_THE_WHOLE}
        and (name := path.stem.removeprefix("test_")) in rooms
        and rooms[name] != here
    }
    assert astray == {}


def test_no_file_name_is_used_twice() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for path in _modules(APP):
        found[path.name].append(str(path.relative_to(APP)))
    assert {name: where for name, where in found.items() if len(where) > 1} == {}


def test_no_class_name_is_used_twice() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for path in _modules(APP):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found[node.name].append(str(path.relative_to(APP)))
    assert {name: where for name, where in found.items() if len(where) > 1} == {}


def test_no_module_is_longer_than_one_reads_at_a_time() -> None:
    found = {
        str(path.relative_to(APP)): len(path.read_text(encoding="utf-8").splitlines())
        for path in _modules(APP)
    }
    assert {name: lines for name, lines in found.items() if lines > MOST_LINES} == {}


def test_every_room_says_its_one_reason_in_its_first_line() -> None:
    rooms = sorted(APP.rglob("__init__.py"))
    assert [
        str(path) for path in rooms if not path.read_text(encoding="utf-8").startswith('"""')
    ] == []
