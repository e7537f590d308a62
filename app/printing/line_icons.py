"""Our line icons, drawn as vectors in any colour, at any size, on screen and on paper."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from app.paths import RESOURCES

ICON_FOLDER = RESOURCES / "icons"


@lru_cache(maxsize=512)
def _renderer(name: str, color: str, weight: float) -> QSvgRenderer:
    source = (ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace('stroke="#000"', f'stroke="{color}"')
    source = source.replace('stroke-width="1.75"', f'stroke-width="{weight:g}"')
    return QSvgRenderer(QByteArray(source.encode()))


def paint_icon(
    painter: QPainter, name: str, rect: QRectF, color: str, weight: float = 1.75
) -> None:
    """Draw an icon into `rect`. Below 14 px give a `weight` of 2 to 2.6, in grid units of 24."""
    _renderer(name, color, weight).render(painter, rect)
