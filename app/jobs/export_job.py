"""The job of the command line that shares what is published, as files or as one bundle."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.model.errors import Told
from app.model.library.target import Target
from app.services.opening import open_workplace
from app.services.sharing import BUNDLE_ENDING, share_as_bundle, share_as_files
from app.ui.says.told_texts import told_text


def export_items(data: Path, items: Sequence[tuple[str, str]], out: Path) -> str:
    """Write documents and themes, or everything; return what went wrong, if anything."""
    wanted = [Target(kind, slug) for kind, slug in items]
    title = ", ".join(slug for _, slug in items) or QCoreApplication.translate(
        "jobs", "Hele biblioteket"
    )
    try:
        with open_workplace(data) as workplace:
            if out.suffix == BUNDLE_ENDING:
                share_as_bundle(workplace, wanted=wanted, title=title, path=out)
            else:
                share_as_files(workplace, wanted=wanted, title=title, folder=out)
    except Told as error:
        heading, line = told_text(error)
        return f"{heading}. {line}"
    return ""
