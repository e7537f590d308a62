"""Python's garbage, collected on the user's thread alone.

Python collects rings of objects on whatever thread happens to allocate. When that is the
database's thread and the ring holds a widget, Qt takes the widget down there, and crashes.
"""

import gc

from PySide6.QtCore import QCoreApplication, QTimer

_LOOK_MS = 1_000
_FIRST_LOOK_MS = 10_000
"""What is made while the program starts is there to stay."""

_NAME = "collecting"


def collect_on_this_thread(application: QCoreApplication) -> None:
    """Stop Python's own collecting, and look each second whether it is time for it here."""
    if application.findChild(QTimer, _NAME) is not None:
        return
    gc.disable()
    timer = QTimer(application)
    timer.setObjectName(_NAME)
    timer.timeout.connect(_collect_when_due)
    timer.setInterval(_LOOK_MS)
    QTimer.singleShot(_FIRST_LOOK_MS, timer.start)


def _collect_when_due() -> None:
    """Collect the oldest generation that has passed its threshold, as Python itself would."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    generations = [number for number, (count, most) in enumerate(due) if count > most > 0]
    if generations:
        gc.collect(generations[-1])


def pass_over_what_stays() -> None:
    """Let the collector look no more at what is there now, as it stays as long as the folder."""
    gc.freeze()


def look_at_all_again() -> None:
    """Let the collector find what was to stay, and has been let go of."""
    gc.unfreeze()
