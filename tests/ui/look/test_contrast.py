"""Words can be read in light and in dark, whenever they were made and first shown."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.base.messages import Message, Tone
from app.ui.look.banner import Banner
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, Label

_EDGE = 3  # of a field with its focus
_READABLE = 4.5
"""What WCAG 2.1 asks of text."""

_LIGHT_AND_DARK = pytest.mark.parametrize("appearance", ["light", "dark"])


@pytest.fixture(autouse=True)
def _large(qapp: object) -> None:
    """Large letters have strokes that are wide enough to be measured."""
    theme().set_zoom(200)


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(widget: QWidget) -> float:
    """How much the words of a widget stand out from what is most of it."""
    window = widget.window()
    image = window.grab().toImage()
    inner = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    inner = inner.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    shown = image.copy(inner).convertToFormat(QImage.Format.Format_RGB32)
    dots = Counter(memoryview(shown.constBits()).cast("I"))
    tones = {luminance(QColor(dot)): times for dot, times in dots.items()}
    ground = _middle(tones)
    return max((max(tone, ground) + 0.05) / (min(tone, ground) + 0.05) for tone in tones)


def _middle(tones: dict[float, int]) -> float:
    """Return the tone that half of all is darker than."""
    darker, half = 0, sum(tones.values()) // 2
    for tone in sorted(tones):
        darker += tones[tone]
        if darker > half:
            return tone
    raise AssertionError("Nothing is shown.")


@_LIGHT_AND_DARK
@pytest.mark.parametrize("tone", [Tone.TROUBLE, Tone.NOTE])
def test_a_banner_is_read_in_the_theme_of_the_day_it_first_shows(
    qtbot: QtBot, appearance: str, tone: Tone
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    banner = Banner()
    theme().set_appearance("dark" if appearance == "light" else "light")
    theme().set_appearance(appearance)
    window.show()
    column.addWidget(banner)
    banner.show_message(Message("Noten er ikke gemt", "Prøv igen om lidt", tone))
    window.resize(window.sizeHint())
    words = [label for label in banner.findChildren(Label) if label.isVisible()]
    assert len(words) == 2
    assert all(contrast(label) >= _READABLE for label in words)


@_LIGHT_AND_DARK
def test_a_label_keeps_its_colour_when_it_is_moved_and_shown_anew(
    qtbot: QtBot, appearance: str
) -> None:
    window, other = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(other)
    first, second = QVBoxLayout(window), QVBoxLayout(other)
    label, button = Label("Over frist", color="ink_2"), Button("", "go")
    QVBoxLayout(button).addWidget(label)
    first.addWidget(button)
    window.show()
    theme().set_appearance(appearance)
    second.addWidget(button)
    other.show()
    assert label.palette().color(label.foregroundRole()) == theme().color("ink_2")


@_LIGHT_AND_DARK
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox])
def test_what_a_field_asks_for_can_be_read_while_it_is_empty(
    qtbot: QtBot, appearance: str, kind: type[QWidget]
) -> None:
    theme().set_appearance(appearance)
    window = QWidget()
    qtbot.addWidget(window)
    field = kind(window)
    assert isinstance(field, QLineEdit | QPlainTextEdit | QComboBox)
    field.setPlaceholderText("MMMM HHHH")
    field.setGeometry(0, 0, 400, 90)
    window.resize(500, 200)
    window.setFocus()
    window.show()
    assert contrast(field) >= _READABLE
