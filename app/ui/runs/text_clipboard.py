"""Putting text on the clipboard in two forms at once, so that every program finds one it takes."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.model.outgoing.outgoing_blocks import Outgoing
from app.model.outgoing.outgoing_text import html_text, plain_text


def copy_text(text: Outgoing) -> None:
    """Put a text on the clipboard as plain text and as HTML."""
    data = QMimeData()
    data.setText(plain_text(text))
    data.setHtml(html_text(text))
    QGuiApplication.clipboard().setMimeData(data)
