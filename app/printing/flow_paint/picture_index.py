"""Finding what lies within a part of a picture, without looking at all of it."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF

_BAND = 256.0


class BandIndex:
    """Numbered things by the horizontal bands they touch; a flow is long, not wide."""

    def __init__(self, rects: Iterable[QRectF]) -> None:
        self._bands: dict[int, list[int]] = {}
        self._sides = [(rect.left(), rect.top(), rect.right(), rect.bottom()) for rect in rects]
        for number, (_, top, _, bottom) in enumerate(self._sides):
            for band in _bands(top, bottom):
                self._bands.setdefault(band, []).append(number)

    def within(self, area: QRectF | None) -> list[int]:
        """Return the numbers of what touches the area, in order; all when there is none."""
        everything = range(len(self._sides))
        if area is None:
            return list(everything)
        left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
        bands = _bands(top, bottom)
        near = everything if len(bands) > len(self._bands) else self._in_bands(bands)
        sides = self._sides
        return [
            number
            for number in near
            if sides[number][0] <= right
            and sides[number][2] >= left
            and sides[number][1] <= bottom
            and sides[number][3] >= top
        ]

    def _in_bands(self, bands: range) -> list[int]:
        found: set[int] = set()
        for band in bands:
            found.update(self._bands.get(band, ()))
        return sorted(found)


def _bands(top: float, bottom: float) -> range:
    return range(int(top // _BAND), int(bottom // _BAND) + 1)
