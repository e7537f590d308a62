"""Finding what lies within a part of a picture, without looking at all of it."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF

_BAND = 256.0


class BandIndex:
    """Numbered things by the horizontal bands they touch; a flow is long, not wide."""

    def __init__(self, rects: Iterable[QRectF]) -> None:
        self._bands: dict[int, list[int]] = {}
        self._rects = tuple(rects)
        for number, rect in enumerate(self._rects):
            for band in _bands(rect):
                self._bands.setdefault(band, []).append(number)

    def within(self, area: QRectF | None) -> list[int]:
        """Return the numbers of what touches the area, in order; all when there is none."""
        if area is None:
            return list(range(len(self._rects)))
        found: set[int] = set()
        for band in _bands(area):
            found.update(self._bands.get(band, ()))
        return sorted(number for number in found if self._touches(self._rects[number], area))

    @staticmethod
    def _touches(rect: QRectF, area: QRectF) -> bool:
        return (
            rect.left() <= area.right()
            and rect.right() >= area.left()
            and rect.top() <= area.bottom()
            and rect.bottom() >= area.top()
        )


def _bands(rect: QRectF) -> range:
    return range(int(rect.top() // _BAND), int(rect.bottom() // _BAND) + 1)
