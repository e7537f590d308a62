"""The application object: one for all, and gone without a crash; a program leaves nothing."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.ui.base import tasks
from app.ui.start import Program
from tests.ui.conftest import Clock

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


def test_nothing_is_kept_of_a_program_that_has_ended(
    folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    gc.unfreeze()  # what died in another test and was put out of sight is none of this program's
    before = {id(one) for one in _dead()}
    _run_and_end(folder, clock, qtbot)

    def is_gone() -> None:
        left = [type(one).__name__ for one in _dead() if id(one) not in before]
        assert left == []

    # What was being done beside the window may take a while to its end; and to look through all
    # that a worker of the tests holds is slow, and not done more often than needed.
    qtbot.waitUntil(lambda: not tasks._ledger().is_asked)
    qtbot.waitUntil(is_gone)


def _run_and_end(folder: Path, clock: Clock, qtbot: QtBot) -> None:
    program = Program(folder, clock)
    window = program.window
    program.open()
    qtbot.waitUntil(lambda: bool(window.current))
    for key in window.unmade:
        window.place(key)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    program.end()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _dead() -> list[QObject]:
    """Return what Python still has of our objects that Qt has taken down."""
    gc.collect()
    found = (one for one in gc.get_objects() if isinstance(one, QObject) and not isValid(one))
    return [one for one in found if type(one).__module__.startswith("app.")]


_WHAT_A_START_READS = """
import linecache, sys
from app.ui.haste import make_haste
make_haste()
import app.ui.start
first = set(sys.modules)
explaining = sys.modules["shibokensupport.signature.parser"]
print("pyside_type_init" in vars(explaining))
try:
    app.ui.start.QIcon(2)
except TypeError as error:
    print("Supported signatures" in str(error))
import app.ui.shell.furnishing
print([name for name in linecache.cache if "/app/" in name])
print(sorted({"sqlalchemy", "markdown", "app.ui.shell.trouble_place"} & first))
places = {f"{one}_place" for one in ("run", "card", "tool", "meeting", "settings", "editor")}
print(sorted(name for name in sys.modules if name.split(".")[-1] in places))
"""


def test_a_start_reads_no_source_and_imports_nothing_that_is_not_shown() -> None:
    code = [sys.executable, "-c", _WHAT_A_START_READS]
    done = subprocess.run(code, capture_output=True, check=True, text=True)
    assert done.stdout.splitlines() == ["False", "True", "[]", "[]", "[]"]
