"""A small sample library to break, and short ways to say what was found."""

import shutil
from pathlib import Path

from app.files import Problem, Reading, read_library
from app.model.findings import Severity

SAMPLE = Path(__file__).parent / "sample"
PROCEDURE = "underretninger/underretning.yaml"
CARD = "underretninger/cards/akut.md"
TOOL = "underretninger/tools/guide.md"
AIDS = ("synonyms.yaml", "wayfinder.yaml", "ladder.yaml")
FILES = ("themes.yaml", "roles.yaml", "events.yaml", "law.yaml", *AIDS, PROCEDURE, CARD, TOOL)


def copy_of_sample(tmp_path: Path) -> Path:
    """Copy the sample library to where it can be broken."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "library"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Replace one place in a file."""
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def said(problem: Problem) -> str:
    """Say file, line, code and parameters in one line."""
    params = "".join(f" {key}={value}" for key, value in sorted(problem.params.items()))
    return f"{problem.path}:{problem.line} {problem.code}{params}"


def all_said(reading: Reading) -> list[str]:
    return [said(problem) for problem in reading.problems]


def errors_in(folder: Path) -> list[str]:
    """Read a folder and say its errors."""
    problems = read_library(folder).problems
    return [said(problem) for problem in problems if problem.severity is Severity.ERROR]
