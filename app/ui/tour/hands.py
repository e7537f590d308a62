"""The hands of a user: they type, paste and choose in the fields of the window."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.editor.form.fields.ways import Picker
from app.ui.editor.form.fields.writing import GrowingText

_TYPED = 60
"""A text longer than this is pasted."""


def type_into(field: QWidget, text: str) -> None:
    """Write a text over what stands in a field, key by key; what no key has is pasted."""
    field.setFocus()
    if isinstance(field, GrowingText) and (len(text) > _TYPED or not text.isascii()):
        paste(field, text)
        return
    if isinstance(field, QLineEdit | GrowingText):
        field.selectAll()
    if text.isascii() or not isinstance(field, QLineEdit):
        QTest.keyClicks(field, text)
    else:
        QGuiApplication.clipboard().setText(text)
        field.paste()


def paste(field: GrowingText, text: str) -> None:
    """Paste a text over what stands in a field."""
    field.setFocus()
    field.selectAll()
    data = QMimeData()
    data.setText(text.rstrip("\n"))
    field.insertFromMimeData(data)


def choose(field: QWidget, data: str) -> None:
    """Choose in a box as a click in its list does."""
    assert isinstance(field, Picker)
    index = field.findData(data)
    if index != field.currentIndex():
        field.setCurrentIndex(index)
        field.activated.emit(index)
