"""`check`: findings as lines, each with file, line and what is wrong, in Danish."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from app.model.danish.notation import counted
from app.model.findings import Severity
from app.services.checking import CheckResult, check_paths
from app.ui.says.finding_texts import finding_text


class CheckReport(Struct, frozen=True):
    """What is printed, and how many errors there were."""

    lines: tuple[str, ...]
    summary: str
    errors: int


def report_on(paths: Sequence[Path]) -> CheckReport:
    """Check files and folders, and say what was found."""
    result = check_paths(paths)
    lines = []
    for one in result.found:
        mild = "" if one.severity is Severity.ERROR else "advarsel: "
        sentence = finding_text(one.code, one.params)
        lines.append(f"{shown_path(one.path)}:{one.line}: {mild}{sentence}")
    return CheckReport(tuple(lines), _summary(result), result.errors)


def shown_path(path: str) -> str:
    """Show a file as seen from where one stands, when it lies below."""
    here = Path.cwd()
    whole = Path(path).absolute()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else path


def _summary(result: CheckResult) -> str:
    checked = (
        counted(result.procedures, "procedure", "procedurer"),
        counted(result.cards, "kort", "kort"),
        counted(result.tools, "værktøj", "værktøjer"),
        counted(result.provisions, "bestemmelse", "bestemmelser"),
    )
    found = (
        counted(result.errors, "fejl", "fejl"),
        counted(result.warnings, "advarsel", "advarsler"),
    )
    return f"Kontrolleret: {', '.join(checked)}. Fundet: {' og '.join(found)}."
