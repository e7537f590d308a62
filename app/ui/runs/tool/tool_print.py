"""The preview of a tool that was filled in, before it is printed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.model.library.tool import Tool
from app.model.outgoing.outgoing_blocks import OutgoingText
from app.printing.filled_tool_pages import Picture, filled_tool_pages
from app.printing.paper import A4
from app.printing.sheet import VersionMark, version_mark
from app.services.library import Shelf
from app.ui.paper.print_preview import PrintPreview


def preview_filled(
    window: QWidget, tool: Tool, text: OutgoingText, pictures: Sequence[Picture], shelf: Shelf
) -> PrintPreview:
    """Show a filled tool as it will print."""
    info = shelf.versions.get(("tool", tool.id))
    version = version_mark(info) if info else VersionMark(1)
    catalogue = shelf.library.catalogue
    preview = PrintPreview(
        text.title,
        lambda paper, ink: filled_tool_pages(tool, text, pictures, catalogue, version, paper, ink),
        (A4,),
        parent=window,
    )
    preview.open()
    return preview
