"""Where what was done and what runs out stands on the timeline: pure places, no ink.

Nothing stands in another day than its own. Steps too close to be told apart share a mark, and
words that have no room on one side of their sign stand on the other.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import date_label, listed
from app.model.times import day_of
from app.printing.fonts import SEMIBOLD, text_width
from app.printing.timescale import TimeScale

KNOT, OLD_KNOT = 9.0, 4.0
"""How far a knot reaches from its middle; one of an earlier round is a bare dot."""
TEXT, SMALL = 12.0, 11.0
SIGN = 14.0
_SIGN_AIR, _AIR = 4.0, 8.0
_PILL_AIR = 18.0
_HAIR = 0.01


class Knot(Struct, frozen=True):
    """A step that was done. `is_old` tells that a later round has taken its place."""

    at: datetime
    step: str
    number: str
    tip: str
    is_broken: bool = False
    is_talk: bool = False
    is_old: bool = False


class TimelineDue(Struct, frozen=True):
    """A deadline: when it runs out, whose it is, and how it stands; `tip` says it in full.

    `timed` tells that its clock time matters; else it has its whole day. A step without a `number`
    goes by its `name`.
    """

    at: datetime
    step: str
    name: str
    stands: str
    color: str
    icon: str
    timed: bool = False
    tip: str = ""
    number: str = ""


class Strip(Struct, frozen=True):
    """One run. `run` is its id; without a `name` it stands alone and needs none."""

    run: str
    started: datetime
    knots: tuple[Knot, ...]
    dues: tuple[TimelineDue, ...]
    name: str = ""
    ended: datetime | None = None

    @property
    def words(self) -> str:
        """All of it in words, for whoever does not see it."""
        return "; ".join((*(knot.tip for knot in self.knots), *(due.tip for due in self.dues)))


class PlacedKnots(Struct, frozen=True):
    """One mark on the thread, by its middle: a step that was done, or several that share it."""

    x: float
    knots: tuple[Knot, ...]
    width: float

    @property
    def left(self) -> float:
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        return self.x + self.width / 2

    @property
    def words(self) -> str:
        """What stands in it: the number of the step, or how many there are."""
        return self.knots[0].number if len(self.knots) == 1 else _several(len(self.knots))


class PlacedDue(Struct, frozen=True):
    """Deadlines of one day that stand alike, with their line; `sign` is the middle of their icon,
    `x` where all of it begins. `is_far` tells that the day lies beyond the end of the scale.
    """

    dues: tuple[TimelineDue, ...]
    words: str
    sign: float
    x: float
    width: float
    line: int
    is_far: bool = False

    @property
    def due(self) -> TimelineDue:
        """The first of them."""
        return self.dues[0]


# What was done


def place_knots(
    knots: Sequence[Knot], scale: TimeScale, now: datetime, unit: float
) -> list[PlacedKnots]:
    """Place the steps of the latest round, from left to right: each in its day, none after now."""
    latest = sorted((knot for knot in knots if not knot.is_old), key=lambda knot: knot.at)
    apart: list[PlacedKnots] = []
    for _, found in groupby(latest, key=lambda knot: day_of(knot.at)):
        for mark in _of_one_day(tuple(found), scale, now, unit):
            placed = mark
            while apart and placed.left < apart[-1].right - _HAIR:
                placed = _shared((*apart.pop().knots, *placed.knots), scale, unit)
            apart.append(placed)
    return apart


def _of_one_day(
    knots: tuple[Knot, ...], scale: TimeScale, now: datetime, unit: float
) -> Iterator[PlacedKnots]:
    """Place steps beside each other in their day, where it is wide enough for them all."""
    left, right = scale.column(knots[0].at)
    low, high = left + KNOT * unit, min(right, scale.x(now)) - KNOT * unit
    gap = (2 * KNOT + 2) * unit
    if len(knots) > 1 and (len(knots) - 1) * gap > high - low:
        yield _shared(knots, scale, unit)
        return
    at = [scale.x(knot.at) for knot in knots]
    if low <= high:
        at = _spread(at, low, high, gap)
    for x, knot in zip(at, knots, strict=True):
        yield PlacedKnots(x, (knot,), 2 * KNOT * unit)


def _spread(at: list[float], low: float, high: float, gap: float) -> list[float]:
    """Move places apart as little as is needed within their bounds, which hold them all."""
    places: list[float] = []
    for n, x in enumerate(at):
        least = places[-1] + gap if places else low
        most = high - (len(at) - 1 - n) * gap
        places.append(min(max(x, least), most))
    return places


def _shared(knots: tuple[Knot, ...], scale: TimeScale, unit: float) -> PlacedKnots:
    """Let several steps share one mark, amid the times when they were done."""
    middle = sum(scale.x(knot.at) for knot in knots) / len(knots)
    words = text_width(_several(len(knots)), SMALL * unit, SEMIBOLD)
    return PlacedKnots(middle, knots, words + _PILL_AIR * unit)


def _several(count: int) -> str:
    return QCoreApplication.translate("timeline", "{} trin").format(count)


# What runs out


def place_dues(
    dues: Sequence[TimelineDue], scale: TimeScale, lines: int, unit: float
) -> list[PlacedDue]:
    """Find room for the deadlines: what is late first, then what runs, then what was kept.

    One that fits in no line is left to the list of steps.
    """
    rank = {"thread": 0, "ink_2": 1}
    alike: dict[object, list[TimelineDue]] = {}
    for due in sorted(dues, key=lambda due: (rank.get(due.color, 2), due.at)):
        alike.setdefault((day_of(due.at), due.stands, due.color), []).append(due)
    placed: list[PlacedDue] = []

    def put(found: Sequence[TimelineDue]) -> bool:
        ways = _ways_to_place(tuple(found), scale, lines, unit)
        free = next((one for one in ways if _is_free(placed, one, unit)), None)
        if free is not None:
            placed.append(free)
        return free is not None

    for found in alike.values():
        if not put(found) and len(found) > 1:
            for due in found:
                put([due])
    return placed


def sign_of(due: TimelineDue, scale: TimeScale, unit: float) -> float:
    """Return the middle of a deadline's sign: within its day, by its clock time where that counts.

    One that has its whole day stands at the day's beginning.
    """
    left, right = scale.column(due.at)
    half = SIGN / 2 * unit
    if not due.timed:
        return left + min(_SIGN_AIR * unit + half, (right - left) / 2)
    x = scale.x(due.at)
    return min(max(x, left + half), right - half) if right - left > 2 * half else x


def _ways_to_place(
    dues: tuple[TimelineDue, ...], scale: TimeScale, lines: int, unit: float
) -> Iterator[PlacedDue]:
    """Give the places deadlines could have: words after the sign on any line, else before it."""
    due = dues[0]
    first, last = scale.left, scale.left + scale.width
    is_far = not scale.holds(due.at)
    words = f"{_names(dues)}: {date_label(due.at) if is_far else due.stands}"
    width = text_width(words, SMALL * unit, SEMIBOLD) + (SIGN + _SIGN_AIR) * unit
    half = SIGN / 2 * unit
    sign = last - half if is_far else sign_of(due, scale, unit)
    after, before = sign - half, sign + half - width
    for x in (after, before):
        if (x == after and (is_far or x + width > last)) or (x == before and x < first):
            continue
        for line in range(lines):
            yield PlacedDue(dues, words, sign, x, width, line, is_far)


def _names(dues: Sequence[TimelineDue]) -> str:
    """Name the steps that deadlines are of: `Trin 18 og 19`."""
    if len(dues) > 1 and all(due.number for due in dues):
        several = listed([due.number for due in dues])
        return QCoreApplication.translate("timeline", "Trin {}").format(several)
    return listed([due.name for due in dues])


def _is_free(placed: Sequence[PlacedDue], one: PlacedDue, unit: float) -> bool:
    """Tell whether nothing stands yet where a deadline would."""
    air = _AIR * unit
    there = (other for other in placed if other.line == one.line)
    return all(
        one.x > other.x + other.width + air or one.x + one.width + air < other.x for other in there
    )
