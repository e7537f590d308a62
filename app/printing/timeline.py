"""Runs as threads pulled straight: what was done when, and when deadlines run out.

The same marks are painted on the screen and on paper. Several runs of one case share one scale,
each on a strip of its own.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.flow.geometry import Rect
from app.model.times import local
from app.printing.fonts import REGULAR, SEMIBOLD, text_width
from app.printing.ink import Ink
from app.printing.marks import Block, Frame, Icon, Mark, Rule, Text, block
from app.printing.timescale import scale_over

_FAR_AHEAD = timedelta(days=60)
_LEFT, _RIGHT = 140.0, 24.0
_WIDEST_LEFT = 250.0
_HEAD, _FOOT = 34.0, 6.0
_ABOVE, _LINE, _BELOW = 34.0, 18.0, 4.0
_THREAD = 16.0
FEW_LINES, MANY_LINES = 2, 5
"""So many lines of deadlines a strip may have: on the page of one run, and where there is room."""
_LEAST_GAP = 9.0
_KNOT, _OLD_KNOT = 9.0, 6.0
_TEXT, _SMALL = 12.0, 11.0


class Knot(Struct, frozen=True):
    """A step that was done. `is_old` tells that a later round has taken its place."""

    at: datetime
    step: str
    number: str
    tip: str
    is_broken: bool = False
    is_talk: bool = False
    is_old: bool = False


class DueMark(Struct, frozen=True):
    """A deadline: when it runs out, and what is said of it."""

    at: datetime
    step: str
    text: str
    color: str
    icon: str


class Strip(Struct, frozen=True):
    """One run. `run` is its id; without a `name` it stands alone and needs none."""

    run: str
    started: datetime
    knots: tuple[Knot, ...]
    dues: tuple[DueMark, ...]
    name: str = ""
    ended: datetime | None = None

    @property
    def words(self) -> str:
        """All of it in words, for whoever does not see it."""
        return "; ".join((*(knot.tip for knot in self.knots), *(due.text for due in self.dues)))


class Spot(Struct, frozen=True):
    """Where something can be pointed at: the run and step it stands for, and what it says."""

    rect: Rect
    run: str
    step: str
    tip: str


class Drawn(Struct, frozen=True):
    """A timeline laid out."""

    block: Block
    spots: tuple[Spot, ...]


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


class _Placed(Struct, frozen=True):
    """A deadline with where its words stand."""

    due: DueMark
    x: float
    width: float
    line: int


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
        self.spots: list[Spot] = []
        self._today = QCoreApplication.translate("timeline", "I dag")
        names = [text_width(strip.name, _TEXT * unit, SEMIBOLD) for strip in strips]
        widest = max(names, default=0) + 40 * unit
        self._left = min(max(_LEFT * unit, widest), _WIDEST_LEFT * unit)
        left, right = self._left, _RIGHT * unit
        self.scale = scale_over(self._moments(), now, left, width - left - right)
        self._placed = [self._place_dues(strip, lines) for strip in strips]
        least = FEW_LINES if lines == FEW_LINES else 1
        self._heights = [self._height_of(placed, least) for placed in self._placed]
        self.height = (_HEAD + _FOOT) * unit + sum(self._heights)

    def marks(self) -> Iterator[Mark]:
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

    def _days(self) -> Iterator[Mark]:
        today = local(self.now).date()
        unit = self.unit
        for tick in self.scale.ticks(today, 44 * unit):
            if tick.is_rest and tick.width > 20 * unit:
                rest = Rect(tick.x, 8 * unit, tick.width, self.height - 8 * unit)
                yield Frame(rest, fill=self.ink.sunken)
            yield Rule(tick.x, 34 * unit, tick.x, self.height, unit, self.ink.hair)
            color = self.ink.ink if tick.is_today else self.ink.ink_3
            weight = SEMIBOLD if tick.is_today else REGULAR
            size = _SMALL * unit
            wide = text_width(tick.text, size, weight)
            centred = tick.width >= 44 * unit
            x = tick.x + (tick.width - wide) / 2 if centred else tick.x + 2 * unit
            pill = self._pill()
            if x < pill.right and x + wide > pill.x:
                continue
            yield Text(x, 24 * unit, tick.text, size, color, wide, weight)

    def _strip(self, strip: Strip, top: float, number: int) -> Iterator[Mark]:
        yield from self._names(strip, top / self.unit, self._heights[number])
        y = top + _THREAD * self.unit
        start = self.scale.x(strip.started) if strip.name else self.scale.left
        end = self.scale.left + self.scale.width
        if strip.ended is not None:
            end = max(self.scale.x(strip.ended), start)
        yield Rule(start, y, end, y, 1.5 * self.unit, self.ink.part)
        yield from self._thread(strip, y)
        yield from self._dues(strip, self._placed[number], top + _ABOVE * self.unit)

    def _names(self, strip: Strip, top: float, height: float) -> Iterator[Mark]:
        """Name the lines of a run that stands alone, else the run."""
        translate = QCoreApplication.translate
        if not strip.name:
            yield self._text(20, top + _THREAD + 4, translate("timeline", "Udført"))
            yield self._text(20, top + _THREAD + 30, translate("timeline", "Frister"))
            return
        room = self._left - 36 * self.unit
        name = _cut(strip.name, _TEXT * self.unit, room)
        yield self._text(20, top + _THREAD + 4, name, bold=True)
        rect = Rect(20 * self.unit, top * self.unit, room, height)
        self.spots.append(Spot(rect, strip.run, "", strip.name))

    def _thread(self, strip: Strip, y: float) -> Iterator[Mark]:
        spots = self._knot_places(strip)
        at = self.scale.x(strip.started)
        for x, knot in spots:
            if x > at:
                width = (2 if knot.is_old else 4) * self.unit
                dash = (7 * self.unit, 6 * self.unit) if knot.is_broken else ()
                yield Rule(at, y, x, y, width, self.ink.thread, dash)
            at = max(at, x)
        for x, knot in spots:
            yield from self._knot(strip, x, y, knot)

    def _knot_places(self, strip: Strip) -> list[tuple[float, Knot]]:
        """Tell where knots stand. Those close in time stand side by side, overlapping where they
        would otherwise come to stand after now.
        """
        knots = sorted(strip.knots, key=lambda knot: knot.at)
        if not knots:
            return []
        unit, after = self.unit, len(knots) - 1
        true = [self.scale.x(knot.at) for knot in knots]
        limit = max(self.scale.x(self.now), true[-1], true[0] + after * _LEAST_GAP * unit)
        limit = min(limit, self.scale.left + self.scale.width)
        gap = min((2 * _KNOT + 2) * unit, (limit - true[0]) / after if after else 0)
        places = true[:]
        for n in range(1, len(places)):
            places[n] = max(places[n], places[n - 1] + gap)
        places[-1] = min(places[-1], limit)
        for n in range(after - 1, -1, -1):
            places[n] = min(places[n], places[n + 1] - gap)
        return list(zip(places, knots, strict=True))

    def _knot(self, strip: Strip, x: float, y: float, knot: Knot) -> Iterator[Mark]:
        radius = (_OLD_KNOT if knot.is_old else _KNOT) * self.unit
        rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        fill = self.ink.child_head if knot.is_talk else self.ink.surface
        yield Frame(rect, radius, fill, self.ink.thread, 2 * self.unit)
        size = (8.5 if knot.is_old else 11) * self.unit
        wide = text_width(knot.number, size, SEMIBOLD)
        color = self.ink.child_ink if knot.is_talk else self.ink.ink
        base = y + size * 0.35
        yield Text(x - wide / 2, base, knot.number, size, color, wide, SEMIBOLD)
        if knot.is_talk:
            side = 11 * self.unit
            sign = Rect(x - side / 2, y - radius - side - self.unit, side, side)
            yield Icon(sign, "voice", self.ink.child_ink, 2)
        self.spots.append(Spot(rect, strip.run, knot.step, knot.tip))

    def _place_dues(self, strip: Strip, lines: int) -> list[_Placed]:
        """Find room for the deadlines: what is late first, then what runs, then what was kept.

        One that fits in no line is left to the list of steps.
        """
        unit, last = self.unit, self.scale.left + self.scale.width
        rank = {"thread": 0, "ink_2": 1}
        placed: list[_Placed] = []
        for due in sorted(strip.dues, key=lambda due: (rank.get(due.color, 2), due.at)):
            width = text_width(due.text, _SMALL * unit, SEMIBOLD) + 18 * unit
            x = max(self.scale.left, min(self.scale.x(due.at), last - width))
            line = next((n for n in range(lines) if _is_free(placed, n, x, width, 8 * unit)), None)
            if line is not None:
                placed.append(_Placed(due, x, width, line))
        return placed

    def _height_of(self, placed: Sequence[_Placed], least: int) -> float:
        used = max((one.line + 1 for one in placed), default=0)
        return (_ABOVE + max(used, least) * _LINE + _BELOW) * self.unit

    def _dues(self, strip: Strip, placed: Sequence[_Placed], top: float) -> Iterator[Mark]:
        unit, size = self.unit, _SMALL * self.unit
        for one in placed:
            due, x, y = one.due, one.x, top + one.line * _LINE * unit
            color = getattr(self.ink, due.color)
            if x < self.scale.x(self.now) < x + one.width:
                yield Frame(Rect(x, y, one.width, 15 * unit), fill=self.ink.paper)
            yield Icon(Rect(x, y, 14 * unit, 14 * unit), due.icon, color, 2)
            words = one.width - 18 * unit
            yield Text(x + 18 * unit, y + 11 * unit, due.text, size, color, words, SEMIBOLD)
            rect = Rect(x, y, one.width, 16 * unit)
            self.spots.append(Spot(rect, strip.run, due.step, due.text))

    def _now_line(self) -> Iterator[Mark]:
        """Mark now: a line through all strips, with a pill among the days."""
        unit, x = self.unit, self.scale.x(self.now)
        wide = text_width(self._today, _SMALL * unit, SEMIBOLD)
        yield Rule(x, 28 * unit, x, self.height, 2 * unit, self.ink.accent)
        pill = self._pill()
        yield Frame(pill, 9 * unit, self.ink.accent)
        color = self.ink.on_accent
        base = 24 * unit
        yield Text(x - wide / 2, base, self._today, _SMALL * unit, color, wide, SEMIBOLD)

    def _pill(self) -> Rect:
        unit = self.unit
        wide = text_width(self._today, _SMALL * unit, SEMIBOLD) + 16 * unit
        return Rect(self.scale.x(self.now) - wide / 2, 11 * unit, wide, 18 * unit)

    def _text(self, x: float, base: float, text: str, *, bold: bool = False) -> Text:
        size, weight = _TEXT * self.unit, SEMIBOLD if bold else REGULAR
        color = self.ink.ink if bold else self.ink.ink_2
        wide = text_width(text, size, weight)
        return Text(x * self.unit, base * self.unit, text, size, color, wide, weight)


def _cut(text: str, size: float, room: float) -> str:
    """Shorten a name to its room."""
    if text_width(text, size, SEMIBOLD) <= room:
        return text
    while text and text_width(f"{text}…", size, SEMIBOLD) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _is_free(placed: Sequence[_Placed], line: int, x: float, width: float, air: float) -> bool:
    """Tell whether a stretch of a line is free."""
    there = (one for one in placed if one.line == line)
    return all(x > one.x + one.width + air or x + width + air < one.x for one in there)
