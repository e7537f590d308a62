"""`check`: findings as lines, each with file, line and what is wrong, in Danish."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import counted, listed
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
        mild = "" if one.severity is Severity.ERROR else _mildly()
        sentence = finding_text(one.code, one.params)
        lines.append(f"{shown_path(one.path)}:{one.line}: {mild}{sentence}")
    return CheckReport(tuple(lines), _summary(result), result.errors)


def shown_path(path: str) -> str:
    """Show a file as seen from where one stands, when it lies below."""
    here = Path.cwd()
    whole = Path(path).absolute()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else path


def _mildly() -> str:
    return QCoreApplication.translate("jobs", "advarsel: ")


def _summary(result: CheckResult) -> str:
    translate = QCoreApplication.translate
    checked = (
        counted(result.procedures, translate("jobs", "procedure"), translate("jobs", "procedurer")),
        counted(result.cards, translate("jobs", "kort"), translate("jobs", "kort")),
        counted(result.tools, translate("jobs", "værktøj"), translate("jobs", "værktøjer")),
        counted(
            result.provisions, translate("jobs", "bestemmelse"), translate("jobs", "bestemmelser")
        ),
    )
    found = (
        counted(result.errors, translate("jobs", "fejl"), translate("jobs", "fejl")),
        counted(result.warnings, translate("jobs", "advarsel"), translate("jobs", "advarsler")),
    )
    words = translate("jobs", "Kontrolleret: {}. Fundet: {}.")
    return words.format(", ".join(checked), listed(found))
