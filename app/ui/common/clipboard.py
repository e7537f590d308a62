"""Putting text on the clipboard in two forms at once, so that every program finds one it takes."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.model.journal import JournalNote
from app.model.journal_text import html_text, plain_text


def copy_note(note: JournalNote) -> None:
    """Put a note on the clipboard as plain text and as HTML."""
    data = QMimeData()
    data.setText(plain_text(note))
    data.setHtml(html_text(note))
    QGuiApplication.clipboard().setMimeData(data)
