"""What must hold for every picture, told as the breaches that are found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from app.flow import Arrow, Picture, Point, Rect
from app.model.library.procedure import Procedure

_CELL = 160.0
_TOUCH = 0.6
Piece = tuple[Point, Point]


def breaches(picture: Picture, procedure: Procedure) -> list[str]:
    """All rules that a picture breaks; none for a good one."""
    return [
        *_shape(picture, procedure),
        *_boxes(picture),
        *_arrows_and_boxes(picture),
        *_foreign_arrows(picture),
        *_labels(picture),
    ]


def _shape(picture: Picture, procedure: Procedure) -> Iterator[str]:
    lanes = {lane.role: lane.rect for lane in picture.lanes}
    if picture.lanes[0].role != "barnet":
        yield "the child's lane is not first"
    for step in procedure.steps:
        lane, box = lanes[step.role], picture.boxes[step.id]
        if box.x < lane.x or box.right > lane.right or box.y < lane.y or box.bottom > lane.bottom:
            yield f"{step.id} stands outside its lane"
    ways = {
        (step.id, index)
        for step in procedure.steps
        for index, way in enumerate(step.next)
        if way.to in procedure.by_id
    }
    if sorted(ways) != sorted((arrow.source, arrow.way) for arrow in picture.arrows):
        yield "there is not one arrow for each way"
    for arrow in picture.arrows:
        yield from _arrow_shape(arrow, picture)


def _arrow_shape(arrow: Arrow, picture: Picture) -> Iterator[str]:
    name = f"{arrow.source}->{arrow.target}"
    width, height = picture.size
    for (x1, y1), (x2, y2) in pairwise(arrow.points):
        if x1 != x2 and y1 != y2:
            yield f"{name} runs aslant"
        if (x1, y1) == (x2, y2):
            yield f"{name} has a piece of no length"
        if min(x1, x2) < 0 or max(x1, x2) > width or min(y1, y2) < 0:
            yield f"{name} leaves the picture"
        if max(y1, y2) > height:
            yield f"{name} leaves the picture below"
    source = picture.boxes[arrow.source]
    caption = picture.captions.get(arrow.source)
    under_caption = caption is not None and arrow.points[0][1] == caption.bottom
    if not under_caption and not _on_edge(arrow.points[0], source):
        yield f"{name} does not leave its source"
    if not _on_edge(arrow.points[-1], picture.boxes[arrow.target]):
        yield f"{name} does not reach its target"
    if bool(arrow.label) != bool(arrow.text):
        yield f"{name} lacks its label"


def _on_edge(point: Point, box: Rect) -> bool:
    x, y = point
    on_side = x in (box.x, box.right) and box.y <= y <= box.bottom
    return on_side or (y in (box.y, box.bottom) and box.x <= x <= box.right)


def _boxes(picture: Picture) -> Iterator[str]:
    things = [*picture.boxes.items()]
    things += [(f"caption of {step}", rect) for step, rect in picture.captions.items()]
    for (one, a), (other, b) in _near(things, things):
        if one < other and _overlap(a, b):
            yield f"{one} lies on {other}"


def _arrows_and_boxes(picture: Picture) -> Iterator[str]:
    things = [*picture.boxes.items()]
    things += [(f"caption of {step}", rect) for step, rect in picture.captions.items()]
    pieces = [(_name(arrow), _thin(piece)) for arrow in picture.arrows for piece in _pieces(arrow)]
    for (name, piece), (step, box) in _near(pieces, things):
        if _overlap(piece, box):
            yield f"{name} crosses {step}"


def _foreign_arrows(picture: Picture) -> Iterator[str]:
    for upright in (False, True):
        lines: dict[int, list[tuple[float, float, float, Arrow]]] = defaultdict(list)
        for arrow in picture.arrows:
            for (x1, y1), (x2, y2) in _pieces(arrow):
                if (x1 == x2) != upright:
                    continue
                at = x1 if upright else y1
                run = sorted((y1, y2) if upright else (x1, x2))
                for key in {int(at), int(at + 1)}:
                    lines[key].append((run[0], run[1], at, arrow))
        for found in lines.values():
            yield from _lying_on_each_other(found)


def _lying_on_each_other(lines: list[tuple[float, float, float, Arrow]]) -> Iterator[str]:
    lines.sort(key=lambda line: line[:3])
    active: list[tuple[float, float, float, Arrow]] = []
    for line in lines:
        active = [other for other in active if other[1] > line[0] + _TOUCH]
        for other in active:
            one, two = other[3], line[3]
            shared = {one.source, one.target} & {two.source, two.target}
            if not shared and abs(other[2] - line[2]) < 1:
                yield f"{_name(one)} lies on {_name(two)}"
        active.append(line)


def _labels(picture: Picture) -> Iterator[str]:
    labels = [
        (f"label of {_name(arrow)}/{arrow.way}", arrow.label)
        for arrow in picture.arrows
        if arrow.label
    ]
    for (one, a), (other, b) in _near(labels, labels):
        if one < other and _overlap(a, b):
            yield f"{one} lies on {other}"
    things = [*picture.boxes.items(), *picture.captions.items()]
    pieces = [(_name(arrow), _thin(piece)) for arrow in picture.arrows for piece in _pieces(arrow)]
    for (label, rect), (thing, taken) in _near(labels, things + pieces):
        if _overlap(rect, taken):
            yield f"{label} lies on {thing}"
    width, height = picture.size
    for label, rect in labels:
        if rect.x < 0 or rect.y < 0 or rect.right > width or rect.bottom > height:
            yield f"{label} leaves the picture"


def _name(arrow: Arrow) -> str:
    return f"{arrow.source}->{arrow.target}"


def _pieces(arrow: Arrow) -> Iterator[Piece]:
    return pairwise(arrow.points)


def _thin(piece: Piece) -> Rect:
    (x1, y1), (x2, y2) = piece
    return Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def _overlap(a: Rect, b: Rect) -> bool:
    return (
        a.x < b.right - 0.01
        and b.x < a.right - 0.01
        and a.y < b.bottom - 0.01
        and b.y < a.bottom - 0.01
    )


Named = tuple[str, Rect]


def _near(ones: Iterable[Named], others: Iterable[Named]) -> Iterator[tuple[Named, Named]]:
    """Pairs that share a cell of a coarse grid, so that large pictures are checked in time."""
    cells: dict[tuple[int, int], list[Named]] = defaultdict(list)
    for thing in others:
        for cell in _cells(thing[1]):
            cells[cell].append(thing)
    seen: set[tuple[int, int]] = set()
    for one in ones:
        for cell in _cells(one[1]):
            for other in cells.get(cell, ()):
                key = (id(one), id(other))
                if key not in seen:
                    seen.add(key)
                    yield one, other


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(rect.x // _CELL), int(rect.right // _CELL) + 1):
        for row in range(int(rect.y // _CELL), int(rect.bottom // _CELL) + 1):
            yield column, row
