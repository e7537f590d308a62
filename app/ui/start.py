"""The start of the window, in stages: frame, data folder, places; each as late as can be."""

import atexit
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from app.paths import RESOURCES
from app.ui.base.collecting import collect_on_this_thread, look_at_all_again
from app.ui.base.crash import CrashWatch
from app.ui.base.speller import DictionaryProcess, speller
from app.ui.base.tasks import BackgroundTasks
from app.ui.look.theme import install_theme
from app.ui.shell.folder_opening import Opening, utc_now
from app.ui.shell.main_window import MainWindow


def make_application() -> QApplication:
    """Return the one application object, with its look and its Danish standard words."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else _new_application()
    collect_on_this_thread(application)
    install_theme(application)
    atexit.unregister(_hand_over_clipboard)
    atexit.register(_hand_over_clipboard)
    return application


class Program:
    """The program as it runs: its window, and the worker behind it."""

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], datetime] = utc_now,
        crashed: Path | None = None,
    ) -> None:
        self.window = MainWindow()
        self._tasks = BackgroundTasks()
        self._opening = Opening(self.window, self._tasks, folder, clock, crashed=crashed)
        self._dictionary = DictionaryProcess(speller())

    def open(self) -> None:
        """Show the window, and open the data folder behind it."""
        self._opening.begin_when_seen()
        self.window.show()
        speller().use(self._dictionary.ask)

    def end(self) -> None:
        """Wait until the worker has done what was asked, when the window is closed."""
        self._tasks.close()
        speller().use(None)
        self._dictionary.close()
        self._dictionary.deleteLater()
        look_at_all_again()


def run_window(folder: Path) -> int:
    """Open the window on a data folder, and return when it is closed."""
    application = make_application()
    watch = CrashWatch(folder, utc_now())
    program = Program(folder, crashed=watch.last)
    program.open()
    status = application.exec()
    program.end()
    watch.end()
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
    """Load Qt's own Danish, for what Qt makes, and then ours for the words that it lacks."""
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase_da", of_qt), ("qt_da", str(RESOURCES / "translations"))):
        translator = QTranslator(application)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
