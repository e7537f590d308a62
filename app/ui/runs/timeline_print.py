"""The preview of a timeline before it is printed."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.printing.paper import A3, A4
from app.printing.timeline_page import timeline_pages
from app.printing.timeline_places import Strip
from app.ui.paper.print_preview import PrintPreview


def preview_timeline(
    window: QWidget, strips: Sequence[Strip], title: str, now: datetime
) -> PrintPreview:
    """Show a timeline as it will print."""
    sub = QCoreApplication.translate("print", "Tidslinje: hvad der er gjort, og frister")
    preview = PrintPreview(
        title,
        lambda paper, ink: timeline_pages(strips, title, sub, now, paper, ink),
        (A4.turned, A3.turned),
        parent=window,
    )
    preview.open()
    return preview
