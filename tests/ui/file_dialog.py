"""Answers the dialog that asks for a file, as one does: by typing a path."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot


def file_dialog() -> QFileDialog:
    """Return the dialog that asks."""
    found = [one for one in _asked() if one.isVisible()]
    assert len(found) == 1, "nobody asks for a file"
    return found[0]


def proposed() -> Path:
    """Return the folder and the name that the dialog begins with."""
    dialog = file_dialog()
    return Path(dialog.directory().path()) / _line(dialog).text()


def choose(qtbot: QtBot, path: Path) -> None:
    """Answer with a path, and wait until the dialog is gone."""
    dialog = file_dialog()
    type_path(path)
    qtbot.wait_until(lambda: dialog not in _asked() or not dialog.isVisible())


def type_path(path: Path) -> None:
    """Paste a path and press Enter."""
    line = _line(file_dialog())
    line.setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)


def cancel(qtbot: QtBot) -> None:
    """Close the dialog without an answer."""
    dialog = file_dialog()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.wait_until(lambda: dialog not in _asked() or not dialog.isVisible())


def answer_next_question(with_yes: bool) -> list[str]:
    """Answer the next message box that comes; what it said is in the list then."""
    said: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        kind = QMessageBox.StandardButton
        box.button(kind.Yes if with_yes else kind.No).click()

    QTimer.singleShot(0, answer)
    return said


def _asked() -> list[QFileDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]


def _line(dialog: QFileDialog) -> QLineEdit:
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    return line
