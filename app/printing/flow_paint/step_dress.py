"""What a step looks like in its state: edge, ground, colours and signs, told apart in black too."""

from functools import lru_cache

from msgspec import Struct

from app.model.library.procedure import StepKind
from app.model.run.state import StepStatus
from app.printing.fonts import REGULAR, SEMIBOLD
from app.printing.ink import Ink

EDGE, CHILD_EDGE, STRONG_EDGE, LATE_EDGE, MISSING_EDGE = 1.25, 1.75, 2.5, 1.75, 2.0
OFF_DASH, MISSING_DASH, CHIP_DASH = (3.0, 4.0), (6.0, 4.0), (3.0, 2.5)
OFF_RING_WIDTH, RING_OFF_DASH = 1.75, (3.0, 3.0)

SIGNS = {
    StepStatus.DONE: "check",
    StepStatus.UNHEARD: "voice",
    StepStatus.NOW: "now",
    StepStatus.LATE: "clock-alert",
    StepStatus.MISSING: "bang",
    StepStatus.WAITING: "wait",
    StepStatus.NOT_RELEVANT: "dash",
}
"""The icon of each state; an open step has none."""


class Dress(Struct, frozen=True):
    """Colours by value, lengths in pixels. `fill` is empty where the lane shows through."""

    edge: str
    width: float
    dash: tuple[float, ...]
    fill: str
    fold: str
    title: str
    weight: int
    meta: str
    meta_icon: str
    ring: str
    sign: str
    station_fill: str
    station_edge: str
    station_text: str
    station_dash: tuple[float, ...]


def dress_step(
    ink: Ink,
    kind: StepKind,
    status: StepStatus | None,
    *,
    is_selected: bool = False,
    is_hovered: bool = False,
) -> Dress:
    """Return how a step is drawn. A selected step keeps the sign and dashes of its state."""
    return _dress(ink, kind, status, is_selected, is_hovered)


@lru_cache(maxsize=512)
def _dress(
    ink: Ink, kind: StepKind, status: StepStatus | None, is_selected: bool, is_hovered: bool
) -> Dress:
    is_off = status is StepStatus.NOT_RELEVANT
    edge, width, dash = _edge(ink, kind, status)
    if is_selected:
        edge, width = ink.accent, STRONG_EDGE
    elif is_hovered and width < LATE_EDGE:
        edge, width = ink.ink_2, LATE_EDGE
    washed = is_selected or status is StepStatus.NOW
    fill = ink.accent_wash if washed else "" if is_off else ink.surface
    station_fill, station_edge, station_text = _station(ink, status, is_selected)
    return Dress(
        edge=edge,
        width=width,
        dash=dash,
        fill=fill,
        fold="" if is_off else ink.lane_head,
        title=ink.off if is_off else ink.ink,
        weight=int(REGULAR if is_off else SEMIBOLD),
        meta=ink.off if is_off else ink.ink_2,
        meta_icon=ink.off if is_off else ink.ink_3,
        ring=_ring(ink, status, is_selected),
        sign=SIGNS.get(status, "") if status else "",
        station_fill=station_fill,
        station_edge=station_edge,
        station_text=station_text,
        station_dash=(2.5, 2.5) if is_off else (),
    )


def _edge(
    ink: Ink, kind: StepKind, status: StepStatus | None
) -> tuple[str, float, tuple[float, ...]]:
    if status is StepStatus.NOW:
        return ink.accent, STRONG_EDGE, ()
    if status is StepStatus.LATE:
        return ink.thread, LATE_EDGE, ()
    if status is StepStatus.MISSING:
        return ink.soon, MISSING_EDGE, MISSING_DASH
    if status is StepStatus.UNHEARD:
        return ink.soon, MISSING_EDGE, ()
    if status is StepStatus.NOT_RELEVANT:
        return ink.off, EDGE, OFF_DASH
    if kind is StepKind.CONVERSATION:
        return ink.child_line, CHILD_EDGE, ()
    return ink.part, EDGE, ()


def _station(ink: Ink, status: StepStatus | None, is_selected: bool) -> tuple[str, str, str]:
    filled = {
        StepStatus.DONE: (ink.done, ink.surface),
        StepStatus.UNHEARD: (ink.soon, ink.surface),
        StepStatus.NOW: (ink.accent, ink.on_accent),
        StepStatus.LATE: (ink.thread, ink.on_thread),
        StepStatus.MISSING: (ink.soon, ink.surface),
        StepStatus.WAITING: (ink.wait, ink.surface),
    }
    if status in filled:
        fill, text = filled[status]
        return fill, fill, text
    if status is StepStatus.NOT_RELEVANT:
        return ink.lane, ink.off, ink.off
    if is_selected:
        return ink.accent, ink.accent, ink.on_accent
    return ink.surface, ink.part, ink.ink


def _ring(ink: Ink, status: StepStatus | None, is_selected: bool) -> str:
    if is_selected or status is StepStatus.NOW:
        return ink.accent
    return (
        {
            StepStatus.DONE: ink.done,
            StepStatus.UNHEARD: ink.soon,
            StepStatus.NOT_RELEVANT: ink.off,
            StepStatus.MISSING: ink.soon,
            StepStatus.LATE: ink.thread,
        }.get(status, ink.ink_2)
        if status
        else ink.ink_2
    )
