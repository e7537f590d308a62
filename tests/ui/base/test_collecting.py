"""Objects in a ring: they are taken down on the user's thread, whoever else is at work."""

import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot


class Ring(QObject):
    """An object that only the collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_a_ring_is_taken_down_on_the_users_thread(qapp: QApplication, qtbot: QtBot) -> None:
    taken_down_on: list[int] = []
    kept: list[list[object]] = []
    weakref.finalize(Ring(), lambda: taken_down_on.append(threading.get_ident()))

    worker = threading.Thread(target=lambda: kept.extend([] for _ in range(100_000)))
    worker.start()
    worker.join()
    assert taken_down_on == []

    qtbot.waitUntil(lambda: bool(taken_down_on))
    assert taken_down_on == [threading.get_ident()]
