"""What a window does of itself a moment later: it is waited for until it is done, however busy the
machine is.
"""

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

_MOMENT_MS = 60
"""A clock that goes once and for less only lets something be laid out first."""

_ROUNDS = 4
"""One lays out, what it holds is laid out, that is brought into sight, and is painted."""

_PATIENCE_MS = 60_000


def come_to_rest() -> None:
    """Let what was begun in the windows be laid out and brought into sight."""
    waited = QElapsedTimer()
    waited.start()
    still = 0
    while still < _ROUNDS:
        QTest.qWait(1)
        still = 0 if _is_about_to_move() else still + 1
        assert waited.elapsed() < _PATIENCE_MS, "It never comes to rest."


def _is_about_to_move() -> bool:
    return any(
        clock.isActive() and clock.isSingleShot() and clock.interval() <= _MOMENT_MS
        for window in QApplication.topLevelWidgets()
        for clock in window.findChildren(QTimer)
    )
