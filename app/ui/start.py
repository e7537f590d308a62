"""The start of the window, in stages: frame, data folder, places; each as late as can be."""

import atexit
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from app.paths import RESOURCES
from app.ui.common.collecting import collect_on_this_thread
from app.ui.common.crash import install_crash_hook
from app.ui.common.speller import DictionaryProcess, speller
from app.ui.common.tasks import BackgroundTasks
from app.ui.common.theme import install_theme
from app.ui.shell.opening import Opening
from app.ui.shell.window import MainWindow


def make_application() -> QApplication:
    """Return the one application object, with its look and its Danish standard words."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else _new_application()
    collect_on_this_thread(application)
    install_theme(application)
    atexit.unregister(_hand_over_clipboard)
    atexit.register(_hand_over_clipboard)
    return application


def run_window(folder: Path) -> int:
    """Open the window on a data folder, and return when it is closed."""
    application = make_application()
    install_crash_hook(folder)
    window = MainWindow()
    tasks = BackgroundTasks()
    opening = Opening(window, tasks, folder)
    window.restore_frame("")
    window.show()
    QTimer.singleShot(0, opening.begin)
    speller().use(DictionaryProcess(speller()).ask)
    status = application.exec()
    tasks.close()
    return status


def _new_application() -> QApplication:
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    application = QApplication(sys.argv[:1])
    application.setApplicationName("roed-traad")
    application.setApplicationDisplayName("Rød tråd")
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "roed-traad.svg")))
    _translate(application)
    return application


def _hand_over_clipboard() -> None:
    """Leave what was copied as plain text that is Qt's own.

    WORKAROUND: what Python has put there crashes Qt when the program ends.
    """
    clipboard = QGuiApplication.clipboard()
    # Without a screen the clipboard is ours alone, and Qt does not tell.
    if clipboard.ownsClipboard() or QGuiApplication.platformName() == "offscreen":
        clipboard.setText(clipboard.text())


def _translate(application: QApplication) -> None:
    """Load Qt's own Danish, for the buttons and menus that Qt makes."""
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_da", folder):
        QCoreApplication.installTranslator(translator)
