"""Runs as threads pulled straight: what was done when, and when deadlines run out.

The same marks are painted on the screen and on paper. Several runs of one case share one scale,
each on a strip of its own.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.flow.geometry import Rect
from app.model.times import day_of
from app.printing.fonts import REGULAR, SEMIBOLD, text_width
from app.printing.ink import Ink
from app.printing.page_marks import Block, FrameMark, Icon, PageMark, Rule, TextMark, block
from app.printing.timeline_places import (
    KNOT,
    OLD_KNOT,
    SIGN,
    SMALL,
    TEXT,
    Knot,
    PlacedDue,
    PlacedKnots,
    Strip,
    place_dues,
    place_knots,
)
from app.printing.timescale import scale_over

_FAR_AHEAD = timedelta(days=60)
_LEFT, _RIGHT = 140.0, 24.0
_WIDEST_LEFT = 250.0
_HEAD, _FOOT = 34.0, 6.0
_ABOVE, _LINE, _BELOW = 34.0, 18.0, 4.0
_THREAD = 16.0
FEW_LINES, MANY_LINES = 2, 5
"""So many lines of deadlines a strip may have: on the page of one run, and where there is room."""


class TimelineStop(Struct, frozen=True):
    """What a place on the timeline stands for, a step or the run itself, and what is said of it."""

    step: str
    words: str


class TimelineSpot(Struct, frozen=True):
    """Where something can be pointed at: the run, and what it stands for in it.

    `row` counts the lines one can go along: of each run what was done, then its deadlines.
    """

    rect: Rect
    run: str
    stops: tuple[TimelineStop, ...]
    row: int

    @property
    def tip(self) -> str:
        """All that it says."""
        return "\n".join(stop.words for stop in self.stops)


class Drawn(Struct, frozen=True):
    """A timeline laid out."""

    block: Block
    spots: tuple[TimelineSpot, ...]


def draw_timeline(
    strips: Sequence[Strip],
    now: datetime,
    width: float,
    ink: Ink,
    unit: float = 1,
    *,
    lines: int = FEW_LINES,
) -> Drawn:
    """Lay out runs over a width; `unit` is how long a length of the visual standard is."""
    drawing = _Drawing(strips, now, width, ink, unit, lines)
    marks = tuple(drawing.marks())
    whole = block("timeline", width, drawing.height, marks)
    return Drawn(whole, tuple(drawing.spots))


class _Drawing:
    """One timeline while it is laid out. Lengths come in the visual standard's."""

    def __init__(
        self,
        strips: Sequence[Strip],
        now: datetime,
        width: float,
        ink: Ink,
        unit: float,
        lines: int,
    ) -> None:
        self.strips, self.now, self.ink, self.unit = strips, now, ink, unit
        self.spots: list[TimelineSpot] = []
        self._today = QCoreApplication.translate("timeline", "I dag")
        names = [text_width(strip.name, TEXT * unit, SEMIBOLD) for strip in strips]
        widest = max(names, default=0) + 40 * unit
        self._left = min(max(_LEFT * unit, widest), _WIDEST_LEFT * unit)
        left, right = self._left, _RIGHT * unit
        self.scale = scale_over(self._moments(), now, left, width - left - right)
        self._placed = [place_dues(strip.dues, self.scale, lines, unit) for strip in strips]
        least = FEW_LINES if lines == FEW_LINES else 1
        self._heights = [self._height_of(placed, least) for placed in self._placed]
        self.height = (_HEAD + _FOOT) * unit + sum(self._heights)

    def marks(self) -> Iterator[PageMark]:
        """Give everything, from the ground up."""
        yield from self._days()
        yield from self._now_line()
        yield self._text(20, 24, QCoreApplication.translate("timeline", "Tidslinje"), bold=True)
        top = _HEAD * self.unit
        for number, strip in enumerate(self.strips):
            yield from self._strip(strip, top, number)
            top += self._heights[number]

    def _moments(self) -> list[datetime]:
        horizon = self.now + _FAR_AHEAD
        moments = []
        for strip in self.strips:
            moments += [strip.started, *(knot.at for knot in strip.knots)]
            moments += [due.at for due in strip.dues if due.at <= horizon]
        return moments

    def _days(self) -> Iterator[PageMark]:
        today = day_of(self.now)
        unit = self.unit
        free = 0.0  # from here on nothing is written yet
        for tick in self.scale.ticks(today, 44 * unit):
            if tick.is_rest and tick.width > 20 * unit:
                rest = Rect(tick.x, 8 * unit, tick.width, self.height - 8 * unit)
                yield FrameMark(rest, fill=self.ink.sunken)
            yield Rule(tick.x, 34 * unit, tick.x, self.height, unit, self.ink.hair)
            color = self.ink.ink if tick.is_today else self.ink.ink_3
            weight = SEMIBOLD if tick.is_today else REGULAR
            size = SMALL * unit
            wide = text_width(tick.text, size, weight)
            centred = tick.width >= 44 * unit
            x = tick.x + (tick.width - wide) / 2 if centred else tick.x + 2 * unit
            pill = self._pill()
            if x < free or (x < pill.right and x + wide > pill.x):
                continue
            free = x + wide + 4 * unit
            yield TextMark(x, 24 * unit, tick.text, size, color, wide, weight)

    def _strip(self, strip: Strip, top: float, number: int) -> Iterator[PageMark]:
        yield from self._names(strip, top / self.unit, number)
        y = top + _THREAD * self.unit
        start = self.scale.x(strip.started) if strip.name else self.scale.left
        end = self.scale.left + self.scale.width
        if strip.ended is not None:
            end = max(self.scale.x(strip.ended), start)
        yield Rule(start, y, end, y, 1.5 * self.unit, self.ink.part)
        yield from self._thread(strip, y, 2 * number)
        yield from self._dues(strip, number, top + _ABOVE * self.unit)

    def _names(self, strip: Strip, top: float, number: int) -> Iterator[PageMark]:
        """Name the lines of a run that stands alone, else the run."""
        translate = QCoreApplication.translate
        if not strip.name:
            yield self._text(20, top + _THREAD + 4, translate("timeline", "Udført"))
            shown = sum(len(one.dues) for one in self._placed[number])
            there = len(strip.dues)
            words = translate("timeline", "Frister")
            if shown < there:
                words = translate("timeline", "Frister, {} af {}").format(shown, there)
            yield self._text(20, top + _THREAD + 30, words)
            return
        room = self._left - 36 * self.unit
        name = _cut(strip.name, TEXT * self.unit, room)
        yield self._text(20, top + _THREAD + 4, name, bold=True)
        rect = Rect(20 * self.unit, top * self.unit, room, self._heights[number])
        self.spots.append(
            TimelineSpot(rect, strip.run, (TimelineStop("", strip.name),), 2 * number)
        )

    def _thread(self, strip: Strip, y: float, row: int) -> Iterator[PageMark]:
        """Draw the thread from mark to mark, and the dots of earlier rounds under its knots.

        Knots that stand together are come to by the first of them: what is broken among them does
        not break the thread before.
        """
        old = [knot for knot in strip.knots if knot.is_old]
        placed = place_knots(strip.knots, self.scale, self.now, self.unit)
        ends = [(self.scale.x(knot.at), True, False) for knot in old]
        ends += [(one.x, False, one.knots[0].is_broken) for one in placed]
        at = self.scale.x(strip.started)
        for x, is_old, is_broken in sorted(ends):
            if x > at:
                width = (2 if is_old else 4) * self.unit
                dash = (7 * self.unit, 6 * self.unit) if is_broken else ()
                yield Rule(at, y, x, y, width, self.ink.thread, dash)
            at = max(at, x)
        for knot in old:
            yield self._dot(strip, knot, y, row)
        for one in placed:
            yield from self._knots(strip, one, y, row)

    def _dot(self, strip: Strip, knot: Knot, y: float, row: int) -> PageMark:
        """Mark what was done in an earlier round."""
        radius = OLD_KNOT * self.unit
        rect = Rect(self.scale.x(knot.at) - radius, y - radius, 2 * radius, 2 * radius)
        self.spots.append(TimelineSpot(rect, strip.run, (TimelineStop(knot.step, knot.tip),), row))
        return FrameMark(rect, radius, self.ink.surface, self.ink.thread, 1.5 * self.unit)

    def _knots(self, strip: Strip, one: PlacedKnots, y: float, row: int) -> Iterator[PageMark]:
        radius = KNOT * self.unit
        rect = Rect(one.left, y - radius, one.width, 2 * radius)
        is_alone = len(one.knots) == 1
        is_talk = any(knot.is_talk for knot in one.knots)
        honey = is_talk and is_alone
        fill = self.ink.child_head if honey else self.ink.surface
        yield FrameMark(rect, radius, fill, self.ink.thread, 2 * self.unit)
        size = SMALL * self.unit
        wide = text_width(one.words, size, SEMIBOLD)
        color = self.ink.child_ink if honey else self.ink.ink
        yield TextMark(one.x - wide / 2, y + size * 0.35, one.words, size, color, wide, SEMIBOLD)
        if is_talk:
            side = 11 * self.unit
            sign = Rect(one.x - side / 2, y - radius - side - self.unit, side, side)
            yield Icon(sign, "voice", self.ink.child_ink, 2)
        stops = tuple(TimelineStop(knot.step, knot.tip) for knot in one.knots)
        self.spots.append(TimelineSpot(rect, strip.run, stops, row))

    def _height_of(self, placed: Sequence[PlacedDue], least: int) -> float:
        used = max((one.line + 1 for one in placed), default=0)
        return (_ABOVE + max(used, least) * _LINE + _BELOW) * self.unit

    def _dues(self, strip: Strip, number: int, top: float) -> Iterator[PageMark]:
        unit, size = self.unit, SMALL * self.unit
        side = SIGN * unit
        for one in self._placed[number]:
            due, x, y = one.due, one.x, top + one.line * _LINE * unit
            color = getattr(self.ink, due.color)
            if x < self.scale.x(self.now) < x + one.width:
                yield FrameMark(Rect(x, y, one.width, 15 * unit), fill=self.ink.paper)
            icon = "arrow-r" if one.is_far else due.icon
            yield Icon(Rect(one.sign - side / 2, y, side, side), icon, color, 2)
            is_before = one.sign - side / 2 > x
            words = x if is_before else x + one.width - text_width(one.words, size, SEMIBOLD)
            room = one.width - side - 4 * unit
            yield TextMark(words, y + 11 * unit, one.words, size, color, room, SEMIBOLD)
            rect = Rect(x, y, one.width, 16 * unit)
            stops = tuple(TimelineStop(found.step, found.tip or one.words) for found in one.dues)
            self.spots.append(TimelineSpot(rect, strip.run, stops, 2 * number + 1))

    def _now_line(self) -> Iterator[PageMark]:
        """Mark now: a line through all strips, with a pill among the days."""
        unit, x = self.unit, self.scale.x(self.now)
        wide = text_width(self._today, SMALL * unit, SEMIBOLD)
        yield Rule(x, 28 * unit, x, self.height, 2 * unit, self.ink.accent)
        pill = self._pill()
        yield FrameMark(pill, 9 * unit, self.ink.accent)
        color = self.ink.on_accent
        base = 24 * unit
        yield TextMark(x - wide / 2, base, self._today, SMALL * unit, color, wide, SEMIBOLD)

    def _pill(self) -> Rect:
        unit = self.unit
        wide = text_width(self._today, SMALL * unit, SEMIBOLD) + 16 * unit
        return Rect(self.scale.x(self.now) - wide / 2, 11 * unit, wide, 18 * unit)

    def _text(self, x: float, base: float, text: str, *, bold: bool = False) -> TextMark:
        size, weight = TEXT * self.unit, SEMIBOLD if bold else REGULAR
        color = self.ink.ink if bold else self.ink.ink_2
        wide = text_width(text, size, weight)
        return TextMark(x * self.unit, base * self.unit, text, size, color, wide, weight)


def _cut(text: str, size: float, room: float) -> str:
    """Shorten a name to its room."""
    if text_width(text, size, SEMIBOLD) <= room:
        return text
    while text and text_width(f"{text}…", size, SEMIBOLD) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
