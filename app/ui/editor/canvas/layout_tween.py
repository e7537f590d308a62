"""A picture on its way from one layout to the next, so that the eye can follow. Pure values."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from app.flow.geometry import Arrow, Lane, Picture, Point, Rect


def between(old: Picture, new: Picture, part: float) -> Picture:
    """Return the picture that has come so far, from 0 to 1, from the old one to the new one.

    What is new grows out of the step that leads to it; what is gone is gone at once. Bridges are
    drawn when all stands still.
    """
    if part >= 1:
        return new
    before = {(arrow.source, arrow.way): arrow for arrow in old.arrows}
    return replace(
        new,
        lanes=_lanes(old, new, part),
        boxes={
            step: _rect(_start_of(step, old, new), box, part) for step, box in new.boxes.items()
        },
        captions={
            step: _rect(old.captions.get(step, _moved(caption, step, old, new)), caption, part)
            for step, caption in new.captions.items()
        },
        arrows=tuple(
            _arrow(before.get((arrow.source, arrow.way)), arrow, part) for arrow in new.arrows
        ),
        trigger=_line(old.trigger, new.trigger, part),
        bridges=(),
    )


def _lanes(old: Picture, new: Picture, part: float) -> tuple[Lane, ...]:
    known = {lane.role: lane.rect for lane in old.lanes}
    edge = max((lane.rect.right for lane in old.lanes), default=0.0)
    return tuple(
        Lane(
            lane.role,
            _rect(known.get(lane.role, Rect(edge, lane.rect.y, 0.0, lane.rect.h)), lane.rect, part),
        )
        for lane in new.lanes
    )


def _start_of(step: str, old: Picture, new: Picture) -> Rect:
    """Return where a step stood; a new one starts at the step that leads to it."""
    if step in old.boxes:
        return old.boxes[step]
    box = new.boxes[step]
    for arrow in new.arrows:
        if arrow.target == step and arrow.source in old.boxes:
            x, y = old.boxes[arrow.source].center
            return Rect(x - box.w / 2, y - box.h / 2, box.w, box.h)
    return box


def _moved(caption: Rect, step: str, old: Picture, new: Picture) -> Rect:
    """Return where the title of a new end starts: as far from its ring as it will stand."""
    start, end = _start_of(step, old, new), new.boxes[step]
    return Rect(caption.x + start.x - end.x, caption.y + start.y - end.y, caption.w, caption.h)


def _arrow(old: Arrow | None, new: Arrow, part: float) -> Arrow:
    if old is None or old.target != new.target:
        return new
    label = new.label
    if label is not None and old.label is not None:
        label = _rect(old.label, label, part)
    return replace(new, points=_line(old.points, new.points, part), label=label)


def _line(old: Sequence[Point], new: Sequence[Point], part: float) -> tuple[Point, ...]:
    """Move a line; both are walked in the same shares of their lengths."""
    if len(old) < 2 or len(new) < 2:
        return tuple(new)
    if len(old) != len(new):
        shares = sorted({*_shares(old), *_shares(new)})
        old, new = _at(old, shares), _at(new, shares)
    return tuple(_point(a, b, part) for a, b in zip(old, new, strict=True))


def _shares(points: Sequence[Point]) -> list[float]:
    """Return how far along the line each of its corners lies, from 0 to 1."""
    lengths = [_length(a, b) for a, b in pairwise(points)]
    whole = sum(lengths) or 1.0
    passed, found = 0.0, [0.0]
    for length in lengths[:-1]:
        passed += length
        found.append(round(passed / whole, 4))
    return [*found, 1.0]


def _at(points: Sequence[Point], shares: Sequence[float]) -> list[Point]:
    own = _shares(points)
    found = []
    for share in shares:
        place = next(n for n, end in enumerate(own[1:], start=1) if share <= end)
        start, end = own[place - 1], own[place]
        part = (share - start) / (end - start) if end > start else 1.0
        found.append(_point(points[place - 1], points[place], part))
    return found


def _rect(a: Rect, b: Rect, part: float) -> Rect:
    x, y = _point((a.x, a.y), (b.x, b.y), part)
    w, h = _point((a.w, a.h), (b.w, b.h), part)
    return Rect(x, y, w, h)


def _point(a: Point, b: Point, part: float) -> Point:
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def _length(a: Point, b: Point) -> float:
    return abs(b[0] - a[0]) + abs(b[1] - a[1])
