"""What stands on a step and how high that makes it; shared by the layout and the drawing."""

from enum import StrEnum
from functools import lru_cache
from math import inf

from msgspec import Struct

from app.flow import measures as m
from app.flow.geometry import Measure
from app.model.danish.notation import deadline_label, law_forms
from app.model.ids import CHILD_ROLE
from app.model.library.procedure import Procedure, Step, StepKind

PAD_TOP = 12.5
PAD_BOTTOM = 8.0
CHIP_HEIGHT = 18.0
CHIP_LINE = 21.0
CHIP_LINE_ABOVE_META = 24.5
META_LINE = 16.5
CHIP_EXTRA = 26.0
"""What a chip takes beside its words: the clock and the ends."""
META_GAP = 8.0
CHECK_ICON = 15.0
GATE_ICON = 13.0

_INSET = 12.0
_DECISION_INSET = 21.0
_RIGHT = 8.0
_DECISION_RIGHT = 15.0
_CORNER_TAKEN = {StepKind.WAIT: 20.0, StepKind.DOCUMENT: 10.0}
"""The hourglass and the fold keep the bottom right corner."""


class MetaKind(StrEnum):
    """What one part of the line below a title tells."""

    LAW = "law"
    CHECKS = "checks"
    CHILD_GATE = "child_gate"


class Meta(Struct, frozen=True):
    """One part of the line below a title; `width` holds its icon and widest text."""

    kind: MetaKind
    text: str
    width: float


class StepFace(Struct, frozen=True):
    """What stands on a step.

    `width` and `height` are the shape's (an end: its ring). `inset` is where text begins,
    `title_width` what the title is wrapped to, `title` its size. The caption is an end's title
    beneath its ring. `chip` is the deadline in short; `shares_line` tells that the meta stands
    beside it.
    """

    width: float
    height: float
    inset: float
    title_width: float
    title: tuple[float, float]
    caption: tuple[float, float] | None = None
    chip: str = ""
    chip_width: float = 0.0
    meta: tuple[Meta, ...] = ()
    shares_line: bool = False

    @property
    def cell_width(self) -> float:
        """What the step takes across, its caption with it."""
        if self.caption is None:
            return self.width
        return max(m.LEAST_END_WIDTH, self.caption[0] + 2 * m.CAPTION_SIDE)


class Ruler:
    """Measures text of all sizes with the one function that measures titles."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._widths: dict[str, float] = {}

    def title(self, text: str, width: float) -> tuple[float, float]:
        return self._measure(text, width)

    def width(self, text: str, size: float) -> float:
        """Estimate the width of one line of smaller text."""
        known = self._widths.get(text)
        if known is None:
            known = self._widths[text] = self._measure(text, inf)[0]
        return known * size / m.TITLE_SIZE


def face_of(step: Step, procedure: Procedure, measure: Measure) -> StepFace:
    """Say what stands on a step, and its size."""
    return face(step, procedure, Ruler(measure))


def face(step: Step, procedure: Procedure, ruler: Ruler) -> StepFace:
    """As `face_of`, with a ruler that remembers what it measured."""
    if step.is_end:
        caption = ruler.title(step.title, m.CAPTION_WIDTH)
        return StepFace(m.RING, m.RING, 0.0, m.CAPTION_WIDTH, caption, caption)
    inset = _DECISION_INSET if step.is_decision else _INSET
    right = _DECISION_RIGHT if step.is_decision else _RIGHT
    title_width = m.BOX_WIDTH - inset - right
    title = ruler.title(step.title, title_width)
    chip = deadline_label(step.deadline) if step.deadline else ""
    chip_width = ruler.width(chip, m.CHIP_SIZE) + CHIP_EXTRA if chip else 0.0
    room = m.BOX_WIDTH - inset - (inset if step.is_decision else _INSET / 2)
    room -= _CORNER_TAKEN.get(step.kind, 0.0)
    meta = _meta(step, procedure, ruler, room)
    shares = bool(chip and meta) and chip_width + META_GAP + _width(meta) <= room
    height = PAD_TOP + title[1] + _foot(bool(chip), bool(meta), shares) + PAD_BOTTOM
    if step.is_decision:
        height = max(height, m.LEAST_DECISION_HEIGHT)
    width = max(m.BOX_WIDTH, inset + right + max(title[0], chip_width))
    return StepFace(width, height, inset, title_width, title, None, chip, chip_width, meta, shares)


def _foot(chip: bool, meta: bool, shares: bool) -> float:
    """Height of what stands below the title."""
    if not chip:
        return META_LINE if meta else 0.0
    if meta and not shares:
        return CHIP_LINE_ABOVE_META + META_LINE
    return CHIP_LINE


def _meta(step: Step, procedure: Procedure, ruler: Ruler, room: float) -> tuple[Meta, ...]:
    """Law as long as fits, number of check items, and the gate's sign."""
    parts = []
    count = len(step.checklist)
    if count:
        # A run writes done of all, so that is what must fit.
        width = CHECK_ICON + ruler.width(f"{count}/{count}", m.CHIP_SIZE)
        parts.append(Meta(MetaKind.CHECKS, str(count), width))
    if needs_child(step, procedure):
        parts.append(Meta(MetaKind.CHILD_GATE, "", GATE_ICON))
    for label in _law(step.law):
        law = Meta(MetaKind.LAW, label, ruler.width(label, m.CHIP_SIZE))
        if _width([law, *parts]) <= room:
            return (law, *parts)
    return tuple(parts)


@lru_cache(maxsize=4096)
def _law(refs: tuple[str, ...]) -> tuple[str, ...]:
    return law_forms(refs) if refs else ()


def needs_child(step: Step, procedure: Procedure) -> bool:
    """Whether the gate of a step waits for something in the child's lane."""
    if step.gate is None:
        return False
    steps = procedure.by_id
    return any(need in steps and steps[need].role == CHILD_ROLE for need in step.gate.needs)


def _width(parts: "tuple[Meta, ...] | list[Meta]") -> float:
    return sum(part.width for part in parts) + META_GAP * max(0, len(parts) - 1)
