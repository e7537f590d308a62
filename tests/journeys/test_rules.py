"""What a journey may know: the program's beginning and the hand, and nothing else of it."""

import ast
from pathlib import Path

HERE = Path(__file__).parent
_FIXTURES = ("conftest.py",)
"""It starts the program on a data folder of the journey's own."""


def test_a_journey_imports_the_hand_and_nothing_of_the_program() -> None:
    for path in HERE.glob("*.py"):
        if path.name in _FIXTURES:
            continue
        known = [name for name in _imported(path) if name.split(".")[0] in ("app", "PySide6")]
        assert known == [], f"{path.name} knows {known}"


def test_a_journey_goes_in_by_no_back_door() -> None:
    for path in [*HERE.glob("test_*.py"), *(HERE.parents[1] / "tools").rglob("*.py")]:
        if path.name == "test_rules.py":
            continue
        text = path.read_text(encoding="utf-8")
        for door in (".emit(", "window.go(", ".trigger(", ".click()", "services"):
            allowed = door == ".emit(" and path.name == "stage.py"
            allowed = allowed or (door == "services" and path.name == "cases.py")
            assert door not in text or allowed, f"{path.name} uses {door}"


def _imported(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
        elif isinstance(node, ast.Import):
            found.extend(alias.name for alias in node.names)
    return found
