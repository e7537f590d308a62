"""The application object: one for all, and gone without a crash."""

import subprocess
import sys

import pytest

_COPY_AND_END = """
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

{before}
from app.ui.start import make_application

application = make_application()
data = QMimeData()
data.setText("Barnet er hørt.")
data.setHtml("<p>Barnet er hørt.</p>")
QGuiApplication.clipboard().setMimeData(data)
"""


@pytest.mark.parametrize("before", ["", "older = QApplication([])"])
def test_the_program_ends_well_with_a_note_on_the_clipboard(before: str) -> None:
    code = _COPY_AND_END.format(before=before)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
