"""Jobs of the command line that draw: print to PDF, and contact sheets of the flows."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.model.errors import Told
from app.services.shipped import shipped_shelf
from app.ui.says.told_texts import told_text


def print_items(
    items: Sequence[tuple[str, str]], paper: str, out: Path, *, black: bool = False
) -> str:
    """Print documents of the shipped library to a PDF; return what went wrong, if anything.

    Without a paper each is printed on the one it is made for.
    """
    _draw_without_a_screen()
    from app.printing.ink import BLACK, PAPER
    from app.printing.pages import write_pdf
    from app.printing.paper import PAPERS
    from app.ui.paper.printouts import own_pages_of, pages_of, title_of
    from app.ui.start import make_application

    make_application()
    try:
        shelf = shipped_shelf()
        ink = BLACK if black else PAPER
        if paper:
            pages = pages_of(shelf, items, PAPERS[paper.upper()], ink)
        else:
            pages = own_pages_of(shelf, items, ink)
        write_pdf(pages, out, title_of(shelf, items))
    except Told as error:
        heading, line = told_text(error)
        return f"{heading}. {line}"
    return ""


def draw_flows(out: Path) -> str:
    """Draw every shipped procedure in light, dark, running and printed form."""
    _draw_without_a_screen()
    from app.jobs.contact_sheet import contact_sheet
    from app.ui.start import make_application

    make_application()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        words = QCoreApplication.translate("jobs", "Der kan ikke skrives i mappen {}.")
        return words.format(out)
    contact_sheet(shipped_shelf().library, out)
    return ""


def _draw_without_a_screen() -> None:
    """Let Qt draw in memory: a job needs no display."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
