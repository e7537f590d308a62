"""What it takes to change between light and dark, and the size of the text, with all places made.

Run: `.venv/bin/python -m benchmarks.look`. Milliseconds of the processor, the best of several: the
change itself with the painting after it, and going to a place that was hidden at the change.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.model.library.stored_version import Kind
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.ui.base.tasks import DirectTasks
from app.ui.look.theme import theme
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.main_window import MainWindow
from app.ui.start import make_application
from app.ui.targets.editor_targets import EditTarget

_TRIES = 5
_PLACES = ("procedures", "runs", "cards", "tools", "meeting", "settings", "editor")

_ACTS: dict[str, Callable[[], object]] = {
    "dark": lambda: theme().set_appearance("dark"),
    "light": lambda: theme().set_appearance("light"),
    "larger": lambda: theme().set_zoom(110),
    "smaller": lambda: theme().set_zoom(100),
}


def main() -> None:
    """Open the window, measure, and print a table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_workplace(Path(folder), clock=lambda: datetime.now(UTC)) as workplace,
    ):
        window = MainWindow()
        shelf = load_shelf(workplace)
        house = Furnishing(window, workplace, shelf, DirectTasks(), lambda: datetime.now(UTC))
        window.resize(1440, 900)
        window.show()
        QTimer.singleShot(0, lambda: _measure(house, application))
        application.exec()


def _measure(house: Furnishing, application: QApplication) -> None:
    """Change the look in each place, first with the first place alone and then with all."""
    window = house.window
    heads = ("widgets", *_ACTS, "gone to")
    print(f"{'shown':14}" + "".join(f"{head:>9}" for head in heads))
    _row(house, application, "procedures")
    for key in _PLACES[1:-1]:
        window.go(key)
    window.go("editor", EditTarget(Kind.PROCEDURE, "underretning", "modtag"))
    for key in _PLACES:
        window.go(key)
        _row(house, application, key)
    sys.stdout.flush()
    window.guard_closing(None)
    window.close()


def _row(house: Furnishing, application: QApplication, key: str) -> None:
    best = dict.fromkeys((*_ACTS, "gone to"), 1e9)
    elsewhere = "cards" if key == "settings" else "settings"
    for _ in range(_TRIES):
        for name, act in _ACTS.items():
            best[name] = min(best[name], _timed(act, application))
        if len(house.window.unmade) < len(_PLACES) - 1:
            house.window.go(elsewhere)
            theme().set_appearance("dark")
            gone = _timed(lambda: house.window.go(key), application)
            best["gone to"] = min(best["gone to"], gone)
            theme().set_appearance("light")
    figures = "".join(f"{figure:9.0f}" if figure < 1e9 else "" for figure in best.values())
    print(f"{key:14}{len(application.allWidgets()):9}{figures}")


def _timed(act: Callable[[], object], application: QApplication) -> float:
    began = time.process_time()
    act()
    application.processEvents()
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main()
