"""Copied steps that come from another window, or that are none at all."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui.editor.canvas.step_clipboard import STEPS, take


@pytest.mark.parametrize("held", [b"", b"{", b"[]", b'{"steps":"\x95"}'])
def test_what_is_no_copied_steps_is_nothing_to_paste(qapp: QApplication, held: bytes) -> None:
    data = QMimeData()
    data.setData(STEPS, held)
    QGuiApplication.clipboard().setMimeData(data)
    assert take() is None
