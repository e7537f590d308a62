"""`check --spelling`: the words that the dictionary does not know, as lines in Danish."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.jobs.check_lines import shown_path
from app.model.danish.notation import counted
from app.services.spelling_report import misspelt_in


def report_on_spelling(path: Path) -> tuple[str, ...] | None:
    """Say which words are not known, and where; None without a dictionary."""
    found = misspelt_in(path)
    if found is None:
        return None
    lines = (f"{shown_path(one.path)}:{one.line}: »{one.word}«" for one in found)
    translate = QCoreApplication.translate
    count = counted(len(found), translate("jobs", "ord"), translate("jobs", "ord"))
    words = translate(
        "jobs", "{} står ikke i ordbogen. Rigtige ord hører til i resources/words.txt."
    )
    return (*lines, words.format(count))
