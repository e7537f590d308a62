"""Pictures of what stands in a tool: a curve over time, and the people around a child."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, pi, sin

from PySide6.QtCore import QCoreApplication

from app.flow.geometry import Rect
from app.model.library.tool_pictures import HIGHEST, LOWEST, Curve, PeopleNetwork, Person
from app.printing.fonts import REGULAR, SEMIBOLD, text_width
from app.printing.ink import Ink
from app.printing.page_marks import Block, FrameMark, Icon, PageMark, Rule, TextMark, block

_TEXT, _SMALL = 11.0, 10.0
_CURVE_HEIGHT, _LEFT, _TOP, _BOTTOM = 210.0, 28.0, 26.0, 26.0
_DOT = 4.5
_DASHES = ((), (6.0, 4.0), (2.0, 3.0), (9.0, 3.0, 2.0, 3.0))
_RINGS = (0.42, 0.72, 1.0)


def curve_block(curve: Curve, width: float, ink: Ink, unit: float = 1) -> Block:
    """Draw numbers over time; lines differ by their dashes too, so that black print reads."""
    height = _CURVE_HEIGHT * unit
    marks = tuple(_curve(curve, width, height, ink, unit))
    return block("curve", width, height, marks)


def network_block(network: PeopleNetwork, width: float, ink: Ink, unit: float = 1) -> Block:
    """Draw people around the child: the nearer the closer, those of one field side by side."""
    radius = min(width / 2 - 90 * unit, 190 * unit)
    height = 2 * radius + 56 * unit
    marks = tuple(_network(network, width / 2, height / 2, radius, ink, unit))
    return block("network", width, height, marks)


def _curve(curve: Curve, width: float, height: float, ink: Ink, unit: float) -> Iterator[PageMark]:
    left, top, bottom = _LEFT * unit, _TOP * unit, height - _BOTTOM * unit
    step = (width - left - 16 * unit) / max(len(curve.labels) - 1, 1)

    def x(position: int) -> float:
        return left + 8 * unit + position * step

    def y(number: float) -> float:
        return bottom - (number - LOWEST) / (HIGHEST - LOWEST) * (bottom - top)

    for number in (LOWEST, 5, HIGHEST):
        yield Rule(left, y(number), width, y(number), 0.6 * unit, ink.hair)
        yield _words(str(number), 4 * unit, y(number) + 4 * unit, _SMALL * unit, ink.ink_3)
    for position, label in enumerate(curve.labels):
        wide = text_width(label, _SMALL * unit)
        at = min(max(x(position) - wide / 2, 0), width - wide)
        yield _words(label, at, height - 8 * unit, _SMALL * unit, ink.ink_2)
    at = left
    for number, line in enumerate(curve.lines):
        dash = tuple(length * unit for length in _DASHES[number % len(_DASHES)])
        color = (ink.accent, ink.child_ink, ink.ink, ink.done)[number % 4]
        points = [(x(place), y(value)) for place, value in line.points]
        for (x1, y1), (x2, y2) in pairwise(points):
            yield Rule(x1, y1, x2, y2, 2 * unit, color, dash)
        for px, py in points:
            dot = _DOT * unit
            yield FrameMark(
                Rect(px - dot, py - dot, 2 * dot, 2 * dot), dot, ink.surface, color, 2 * unit
            )
        yield Rule(at, 9 * unit, at + 22 * unit, 9 * unit, 2 * unit, color, dash)
        name = _words(line.name, at + 27 * unit, 13 * unit, _TEXT * unit, ink.ink)
        yield name
        at += 43 * unit + name.width


def _network(
    network: PeopleNetwork, cx: float, cy: float, radius: float, ink: Ink, unit: float
) -> Iterator[PageMark]:
    for share in reversed(_RINGS):
        reach = radius * share
        ring = Rect(cx - reach, cy - reach, 2 * reach, 2 * reach)
        yield FrameMark(ring, reach, edge=ink.part, line=0.7 * unit)
    side = 22 * unit
    middle = Rect(cx - side, cy - side, 2 * side, 2 * side)
    yield FrameMark(middle, side, ink.child_head, ink.child_line, 1.75 * unit)
    child = QCoreApplication.translate("print", "Barnet")
    wide = text_width(child, _SMALL * unit, SEMIBOLD)
    yield TextMark(
        cx - wide / 2, cy + 4 * unit, child, _SMALL * unit, ink.child_ink, wide, SEMIBOLD
    )
    for person, angle in _places(network.people):
        reach = radius * _RINGS[person.ring - 1]
        x, y = cx + reach * cos(angle), cy + reach * sin(angle)
        yield from _person(person, x, y, ink, unit)


def _places(people: Sequence[Person]) -> Iterator[tuple[Person, float]]:
    """Give each an angle: those of one field of life together, from the top, clockwise."""
    groups = list(dict.fromkeys(person.group for person in people))
    ordered = sorted(people, key=lambda person: groups.index(person.group))
    for number, person in enumerate(ordered):
        yield person, -pi / 2 + 2 * pi * number / len(ordered)


def _person(person: Person, x: float, y: float, ink: Ink, unit: float) -> Iterator[PageMark]:
    feeling = person.feeling.casefold()
    color = ink.done if "tryg" in feeling else ink.soon if "svær" in feeling else ink.part
    dot = 6 * unit
    yield FrameMark(Rect(x - dot, y - dot, 2 * dot, 2 * dot), dot, ink.surface, color, 2 * unit)
    if "savn" in feeling:
        star = Rect(x - dot, y - dot, 2 * dot, 2 * dot)
        yield Icon(star, "star", ink.ink_2, 2)
    below = y + 18 * unit
    for words, weight, shade in (
        (person.role, SEMIBOLD, ink.ink),
        (_note(person), REGULAR, ink.ink_2),
    ):
        if words:
            wide = text_width(words, _SMALL * unit, weight)
            yield TextMark(x - wide / 2, below, words, _SMALL * unit, shade, wide, weight)
            below += 12 * unit


def _note(person: Person) -> str:
    return ", ".join(part for part in (person.group, person.feeling.lower()) if part)


def _words(text: str, x: float, base: float, size: float, color: str) -> TextMark:
    return TextMark(x, base, text, size, color, text_width(text, size))
