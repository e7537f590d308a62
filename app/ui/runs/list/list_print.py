"""The preview of a list of runs before it is printed."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.run.state import RunSummary
from app.printing.paper import A3, A4
from app.printing.run_list import run_list_pages
from app.ui.paper.print_preview import PrintPreview
from app.ui.runs.list.run_table_model import RunTableModel

_WIDTHS = (11, 20, 25, 8, 27, 13, 14, 12)
"""How the width of the paper is divided: there is no bar beside the progress."""


def preview_list(
    window: QWidget,
    model: RunTableModel,
    runs: Sequence[RunSummary],
    title: str,
    now: datetime,
) -> PrintPreview:
    """Show the list as it will print: the words of the screen, in its columns."""
    columns = model.columns
    widths = [_WIDTHS[column] for column in columns]
    across = Qt.Orientation.Horizontal
    headings = [str(model.headerData(column, across)) for column in columns]
    rows = [[model.cell(run, column).whole for column in columns] for run in runs]
    preview = PrintPreview(
        title,
        lambda paper, ink: run_list_pages(headings, rows, widths, title, now, paper, ink),
        (A4.turned, A3.turned),
        parent=window,
    )
    preview.open()
    return preview
