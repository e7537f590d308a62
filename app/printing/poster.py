"""A procedure on the wall: its flow as large as the paper allows, with legend, law and age.

Where the flow would become too small to read it goes on over several sheets, parted between
rows, each with the heads of its lanes.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from app.flow import lay_out
from app.flow.geometry import Picture
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.run.state import RunState
from app.printing.flow_mark import Flow, flow_rect
from app.printing.flow_paint import FlowDrawing, measure_title
from app.printing.flow_paint.lane_paint import LANE_HEAD
from app.printing.ink import PAPER, Ink
from app.printing.page_marks import Page, block
from app.printing.paper import A3, Paper, mm
from app.printing.poster_frame import SIDE, FrameSetter, PosterFrame
from app.printing.sheet import VersionMark

_LARGEST, READABLE, _ONE_SHEET = 0.96, 0.7, 0.61
"""Points to a pixel of the picture: at most 13 pt titles; at least 8 pt for the smallest words,
and for the sake of one sheet 8 pt for titles and 7 pt for what stands below them."""
_ABOVE, _BELOW = 12.0, 12.0
"""What belongs to a step above and below its shape: station and tag, tail."""

Span = tuple[float, float]


def poster_pages(
    procedure: Procedure,
    catalogue: Catalogue,
    version: VersionMark,
    paper: Paper = A3,
    ink: Ink = PAPER,
    state: RunState | None = None,
    now: datetime | None = None,
) -> tuple[Page, ...]:
    """Lay out a procedure as a poster on that paper, upright or lying, as suits it best.

    With `state` it is that of a run, with its thread.
    """
    drawing = FlowDrawing(procedure, lay_out(procedure, measure_title), catalogue, state, now)
    setter = FrameSetter(procedure, catalogue, version, ink)
    turns = (paper, paper.turned)
    turn = max(turns, key=lambda turn: _whole_scale(drawing, setter.frame(turn)))
    scale, spans = _whole_scale(drawing, setter.frame(turn)), [_whole(drawing)]
    if scale < _ONE_SHEET:
        turn, scale, spans = min(
            (_parted(drawing, setter.frame(turn, 1, 2)) for turn in turns),
            key=lambda found: (-min(found[1], READABLE), len(found[2]), -found[1]),
        )
    return tuple(
        _page(setter.frame(turn, number, len(spans)), drawing, span, scale, ink)
        for number, span in enumerate(spans, start=1)
    )


def _whole(drawing: FlowDrawing) -> Span:
    bounds = drawing.bounds
    return (bounds.top() + LANE_HEAD, bounds.bottom())


def _whole_scale(drawing: FlowDrawing, frame: PosterFrame) -> float:
    """How large the whole flow may be on one sheet."""
    width, height = frame.room
    bounds = drawing.bounds
    return min(_LARGEST, width / bounds.width(), height / bounds.height())


def _parted(drawing: FlowDrawing, frame: PosterFrame) -> tuple[Paper, float, list[Span]]:
    """Part a flow over as few sheets as can be read, all about equally full."""
    width, height = frame.room
    widest = min(_LARGEST, width / drawing.bounds.width())
    top, bottom = _whole(drawing)
    levels = (top, *_cuts(drawing.picture), bottom)
    for count in range(1, len(levels)):
        spans = _evenly(levels, count)
        tallest = max(end - start for start, end in spans) + LANE_HEAD
        scale = min(widest, height / tallest)
        if scale >= min(widest, READABLE):
            break
    return frame.paper, scale, spans


def _evenly(levels: Sequence[float], count: int) -> list[Span]:
    """Cut at `count` - 1 of the levels so that the tallest part is as low as can be."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(count):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (tallest, path) in best.items():
            for end in range(start + 1, len(levels)):
                found = max(tallest, levels[end] - levels[start])
                if end not in longer or found < longer[end][0]:
                    longer[end] = (found, (*path, end))
        best = longer
    ends = best[len(levels) - 1][1]
    return [(levels[start], levels[end]) for start, end in pairwise(ends)]


def _cuts(picture: Picture) -> Iterator[float]:
    """The levels at which nothing but lines would be cut."""
    taken = [(rect.y - _ABOVE, rect.bottom + _BELOW) for rect in picture.boxes.values()]
    taken += [(rect.y, rect.bottom) for rect in picture.captions.values()]
    taken += [(arrow.label.y, arrow.label.bottom) for arrow in picture.arrows if arrow.label]
    filled: list[Span] = []
    for top, bottom in sorted(taken):
        if filled and top <= filled[-1][1]:
            filled[-1] = (filled[-1][0], max(filled[-1][1], bottom))
        else:
            filled.append((top, bottom))
    for above, below in pairwise(filled):
        yield (above[1] + below[0]) / 2


def _page(frame: PosterFrame, drawing: FlowDrawing, span: Span, scale: float, ink: Ink) -> Page:
    rect = flow_rect(drawing, *span, scale)
    width, height = frame.room
    flow = block("flow", rect.w, rect.h, [Flow(rect, drawing, *span, scale, ink)])
    x = SIDE + (width - rect.w) / 2
    y = frame.flow_top + max(0.0, min((height - rect.h) / 3, mm(6)))
    head, foot = frame.placed()
    return Page(frame.paper, drawing.procedure.title, (head, flow.at(x, y), foot))
