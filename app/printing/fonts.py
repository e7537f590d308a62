"""The typeface of flow and paper: Source Sans Pro, the same on every machine.

The window's own controls use the system font; only what is drawn or printed uses this one.
Qt rounds font sizes to whole pixels on some systems. Sizes here come in half pixels, so text is
set twice as large and painted through a scale of one half; without hinting it measures the
same at every zoom and on paper.
"""

from functools import cache, lru_cache
from importlib.resources import files

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QStaticText,
    QTextOption,
    QTransform,
)

REGULAR, SEMIBOLD, BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold

_SCALE = 2
_LIGATURES = QFont.Tag("liga")
"""Set off: the joined letters of `ft` and `tt` could not be found again in a PDF."""
_FILES = {REGULAR: "Regular", SEMIBOLD: "Semibold", BOLD: "Bold"}


@cache
def _families() -> dict[QFont.Weight, str]:
    """Load the three weights once, and return the family each is found under."""
    folder = files("font_source_sans_pro") / "files"
    families = {}
    for weight, name in _FILES.items():
        data = (folder / f"SourceSansPro-{name}.ttf").read_bytes()
        loaded = QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFontFromData(data)
        )
        families[weight] = loaded[0] if loaded else "sans-serif"
    return families


@cache
def drawing_font(pixels: float, weight: QFont.Weight = REGULAR) -> QFont:
    """Return the drawing font in whole pixels, for painters that carry their own scale."""
    font = QFont(_families()[weight])
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(_LIGATURES, 0)
    return font


@cache
def _metrics(pixels: float, weight: QFont.Weight) -> QFontMetricsF:
    return QFontMetricsF(drawing_font(pixels * _SCALE, weight))


@lru_cache(maxsize=20_000)
def text_width(text: str, pixels: float, weight: QFont.Weight = REGULAR) -> float:
    """Return the width of one line of text, in logical pixels."""
    return _metrics(pixels, weight).horizontalAdvance(text) / _SCALE


def paint_text(
    painter: QPainter,
    at: QPointF,
    text: str,
    pixels: float,
    color: str,
    weight: QFont.Weight = REGULAR,
) -> None:
    """Paint one line of text with its baseline starting `at`."""
    painter.save()
    painter.translate(at)
    painter.scale(1 / _SCALE, 1 / _SCALE)
    painter.setFont(drawing_font(pixels * _SCALE, weight))
    painter.setPen(_color(color))
    painter.drawStaticText(QPointF(0, -_ascent(pixels, weight)), _shaped(text, pixels, weight))
    painter.restore()


@lru_cache(maxsize=8_192)
def _shaped(text: str, pixels: float, weight: QFont.Weight) -> QStaticText:
    """Keep a line shaped, so that painting it again costs half; one is kept for each size."""
    line = QStaticText(text)
    line.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    line.setTextOption(option)
    line.prepare(QTransform(), drawing_font(pixels * _SCALE, weight))
    return line


@cache
def _ascent(pixels: float, weight: QFont.Weight) -> float:
    return _metrics(pixels, weight).ascent()


@cache
def _color(name: str) -> QColor:
    return QColor(name)


def wrap_lines(
    text: str, pixels: float, width: float, weight: QFont.Weight = SEMIBOLD
) -> tuple[str, ...]:
    """Break text into lines of about equal length: the narrowest width that keeps their number."""
    words = text.split(" ")
    lines = _fill(words, pixels, width, weight)
    if len(lines) == 1:
        return lines
    low = max(text_width(word, pixels, weight) for word in words)
    high = width
    while high - low > 1:
        middle = (low + high) / 2
        if len(_fill(words, pixels, middle, weight)) <= len(lines):
            high = middle
        else:
            low = middle
    return _fill(words, pixels, high, weight)


def _fill(words: list[str], pixels: float, width: float, weight: QFont.Weight) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, pixels, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
