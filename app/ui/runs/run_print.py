"""The preview of a run, or of a step of it, before it is printed: in the version it follows."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.model.library.catalogue import Catalogue
from app.printing.paper import A3, A4, A5, A6
from app.printing.procedure_pages import step_pages
from app.printing.run_pages import run_pages
from app.printing.sheet import version_mark
from app.services.run_core import RunView
from app.ui.paper.print_preview import PrintPreview


def preview_run(window: QWidget, view: RunView, catalogue: Catalogue, now: datetime) -> None:
    """Show a run as it will print."""
    procedure, state, mark = view.procedure, view.state, version_mark(view.version)
    case = QCoreApplication.translate("print", "sag {number}").format(number=state.run.case_number)
    preview = PrintPreview(
        f"{procedure.title}, {case}",
        lambda paper, ink: run_pages(procedure, state, catalogue, mark, now, paper, ink),
        (A4, A3),
        parent=window,
    )
    preview.open()


def preview_step(window: QWidget, view: RunView, step_id: str, catalogue: Catalogue) -> None:
    """Show a step of what a run follows as the card it will print as."""
    procedure, mark = view.procedure, version_mark(view.version)
    step = procedure.step(step_id)
    preview = PrintPreview(
        step.title,
        lambda paper, ink: step_pages(procedure, step, catalogue, mark, paper, ink),
        (A5, A4, A6),
        parent=window,
    )
    preview.open()
