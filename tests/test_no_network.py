"""The program talks to no other machine: it has nothing to do so with."""

import ast
from pathlib import Path

from app.paths import ROOT

TALKS = {"socket", "ssl", "http", "ftplib", "smtplib", "requests", "asyncio"}
TO_THE_DISPLAY = ROOT / "app" / "display.py"
"""Asks the display of this very machine whether it is there."""


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_nothing_of_the_program_can_open_a_connection() -> None:
    talking = {
        path.relative_to(ROOT).as_posix(): names
        for path in (ROOT / "app").rglob("*.py")
        if path != TO_THE_DISPLAY and (names := {one for one in _imported(path) if _talks(one)})
    }
    assert talking == {}


def _talks(name: str) -> bool:
    return name.split(".")[0] in TALKS or name.startswith(
        ("urllib.request", "PySide6.QtNetwork", "PySide6.QtWebEngine")
    )
