"""The window stands wholly on a screen that is there, with its frame."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication

from app.ui.look.theme import theme
from app.ui.shell.window_frame import centred, fitted, least_size

LEAST = QSize(800, 480)
SCREEN = QRect(0, 0, 1440, 900)
SECOND = QRect(1440, 0, 1920, 1040)


@pytest.mark.parametrize(("width", "height"), [(1024, 700), (1366, 768), (1440, 900)])
def test_a_window_with_its_frame_is_no_larger_than_its_screen(width: int, height: int) -> None:
    room = QRect(0, 0, width, height)
    frame = QRect(-2, -24, width + 4, height + 26)
    assert fitted(frame, [room], LEAST) == room


def test_a_window_that_fits_stays_where_it_is() -> None:
    frame = QRect(1500, 100, 1200, 800)
    assert fitted(frame, [SCREEN, SECOND], LEAST) == frame


def test_a_window_that_sticks_out_is_moved_before_it_is_made_smaller() -> None:
    assert fitted(QRect(700, 300, 1000, 700), [SCREEN], LEAST) == QRect(440, 200, 1000, 700)


def test_a_window_on_a_screen_that_is_gone_comes_back() -> None:
    assert fitted(QRect(2000, 200, 1000, 700), [SCREEN], LEAST) == QRect(440, 200, 1000, 700)


def test_a_window_that_was_larger_than_the_screen_left_fills_it() -> None:
    assert fitted(QRect(1440, 0, 1920, 1040), [SCREEN], LEAST) == SCREEN


def test_it_is_made_no_smaller_than_can_be_worked_in() -> None:
    small = QRect(0, 0, 640, 400)
    assert fitted(QRect(0, 0, 1440, 900), [small], LEAST) == QRect(0, 0, 800, 480)


@pytest.mark.parametrize(
    ("zoom", "screen", "least"),
    [
        (100, QSize(1440, 900), QSize(800, 480)),
        (150, QSize(1440, 900), QSize(957, 480)),
        (200, QSize(1280, 720), QSize(1276, 640)),
        (200, QSize(1024, 600), QSize(1024, 568)),
        (80, QSize(640, 400), QSize(800, 480)),
    ],
)
def test_the_least_size_grows_with_the_type_and_fits_the_screen(
    qapp: QApplication, zoom: int, screen: QSize, least: QSize
) -> None:
    theme().set_zoom(zoom)
    found = least_size(screen)
    theme().set_zoom(100)
    assert found == least


def test_the_first_window_stands_in_the_middle() -> None:
    assert centred(QSize(1000, 600), SCREEN) == QRect(220, 150, 1000, 600)
    assert centred(QSize(3000, 2000), SCREEN) == SCREEN
