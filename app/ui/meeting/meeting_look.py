"""Words and signs of the big screen: their sizes are those of a window 900 pixels high."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from app.printing.fonts import REGULAR, SEMIBOLD, drawing_font
from app.printing.line_icons import paint_icon
from app.ui.look.theme import theme
from app.ui.look.widgets import ink_words

BASE_HEIGHT, LEAST_WIDTH = 900, 1280
"""A window of this size shows everything at 1; one that is narrower for its height, smaller."""


def scale_of(width: int, height: int) -> float:
    """Return how large everything is in a window of that size."""
    return max(min(height / BASE_HEIGHT, width / LEAST_WIDTH), 0.2)


def ground() -> str:
    """Return the colour behind everything: white in light, the darkest there is in dark."""
    return theme().ink.paper if theme().ink.is_dark else theme().ink.surface


class BigLabel(QLabel):
    """Text that grows with the window."""

    def __init__(
        self,
        size: float,
        color: str = "ink",
        weight: QFont.Weight = REGULAR,
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._size, self._color, self._weight = size, color, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)

    def fit(self, scale: float) -> None:
        """Take the size and the colours in force."""
        self.setFont(drawing_font(round(self._size * scale), self._weight))
        ink_words(self, self._color)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            ink_words(self, self._color)


class BigIcon(QWidget):
    """A sign that grows with the window; silent, as the words beside it say the same."""

    def __init__(self, name: str, size: float, color: str = "ink") -> None:
        super().__init__()
        self._name, self._size, self._color = name, size, color

    def fit(self, scale: float) -> None:
        """Take the size in force."""
        self.setFixedSize(round(self._size * scale), round(self._size * scale))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = getattr(theme().ink, self._color)
        paint_icon(painter, self._name, QRectF(self.rect()), color)
        painter.end()


class KeyButton(QAbstractButton):
    """A key and what it does; a click does the same, and the keyboard needs no stop here."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self._key, self._scale = key, 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Say something else beside the key."""
        self.setText(words)
        self.setAccessibleName(f"{words} ({self._key})")
        self.fit(self._scale)

    def fit(self, scale: float) -> None:
        """Take the size in force."""
        self._scale = scale
        words = QFontMetricsF(self._words_font()).horizontalAdvance(self.text())
        self.setFixedSize(round(self._cap_width() + 8 * scale + words + 2), round(32 * scale))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, high = self._scale, 26 * self._scale
        cap = QRectF(1, (self.height() - high) / 2, self._cap_width() - 2, high)
        painter.setPen(QPen(theme().color("part"), max(1.0, 1.5 * scale)))
        painter.setBrush(theme().color("accent_wash") if self.underMouse() else QColor(ground()))
        painter.drawRoundedRect(cap, 6 * scale, 6 * scale)
        painter.setPen(theme().color("ink"))
        painter.setFont(self._key_font())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.setPen(theme().color("ink_2"))
        painter.setFont(self._words_font())
        room = QRectF(self.rect()).adjusted(self._cap_width() + 8 * scale, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _cap_width(self) -> float:
        width = QFontMetricsF(self._key_font()).horizontalAdvance(self._key)
        return max(width + 20 * self._scale, 28 * self._scale)

    def _key_font(self) -> QFont:
        return drawing_font(round(17 * self._scale), SEMIBOLD)

    def _words_font(self) -> QFont:
        return drawing_font(round(20 * self._scale))
