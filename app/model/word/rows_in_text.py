"""Rows of tables beside the text: which are steps, and which speak of a step that the text has."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from app.model.word.column_words import Column, column_of, is_row_number, row_number
from app.model.word.known_words import stems
from app.model.word.line_numbers import number_key
from app.model.word.outline import OutlineLine, Written
from app.model.word.outline_plan import OutlinePlan
from app.model.word.proposal import ProposalLine

Placed = tuple[int, OutlineLine]


class RowsInText(Struct, frozen=True):
    """All lines as they are gone through, each with its place in the text.

    `steps` are rows that are steps, `told` those that speak of a step of the text, whose lines
    stand below it, `named` those of them that say its title again, and `valued` those whose role
    and deadline are those of the step they are in.
    """

    lines: tuple[Placed, ...]
    steps: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    valued: frozenset[int] = frozenset()


class TextSteps:
    """The steps of a text by their places, found again by title or by number."""

    def __init__(self, steps: Mapping[int, ProposalLine]) -> None:
        self._steps = steps
        self._taken: set[int] = set()
        self._by_title: defaultdict[str, list[int]] = defaultdict(list)
        self._by_number: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, step in steps.items():
            self._by_title[_letters(step.text)].append(place)
            if step.number:
                self._by_number[number_key(step.number)].append(place)

    def repeats(self, line: OutlineLine) -> bool:
        """Tell whether a line of a row says no more than what step it speaks of."""
        is_title = column_of(line.column) is Column.STEP
        return is_number(line) or (is_title and self.has_title(line.text))

    def has_title(self, text: str) -> bool:
        """Tell whether a text is the title of a step."""
        return bool(text) and _letters(text) in self._by_title

    def take(self, number: str, title: str) -> int | None:
        """Return the place of the step that a row speaks of, each once; None for no step."""
        places = self._by_title.get(_letters(title), []) if title else []
        if not places and number:
            places = self._by_number.get(number_key(number), [])
            if title and not (places and self._sounds_like(title, places[0])):
                return None
        while places:
            place = places.pop(0)
            if place not in self._taken:
                self._taken.add(place)
                return place
        return None

    def _sounds_like(self, title: str, place: int) -> bool:
        return bool(stems(title) & stems(self._steps[place].text))


class _TableRow(Struct, frozen=True):
    """A row of a table: its number and its title, and all its lines."""

    row: int
    lines: tuple[Placed, ...]
    number: str = ""
    title: str = ""


def rows_in_text(lines: Sequence[OutlineLine], plan: OutlinePlan, steps: TextSteps) -> RowsInText:
    """Tell what the rows are, beside the steps of the text."""
    rows, told, named, valued = set[int](), dict[int, int](), set[int](), set[int]()
    for table in _tables(lines):
        found = {row.row: steps.take(row.number, row.title) for row in table}
        meant = {row: place for row, place in found.items() if place is not None}
        if plan.has_rows or meant:
            rows |= {one.row for one in table if one.title and one.row not in meant}
        if len(table) == 1 or plan.has_rows or meant:
            valued |= {one.row for one in table}
        told |= meant
        named |= {one.row for one in table if one.row in meant and steps.has_title(one.title)}
    ordered = _with_steps_first(lines)
    if told:
        ordered = _below_their_steps(ordered, told, steps)
    return RowsInText(
        tuple(ordered), frozenset(rows), frozenset(told), frozenset(named), frozenset(valued)
    )


def is_number(line: OutlineLine) -> bool:
    """Tell whether a cell holds nothing but the number of its row."""
    is_there = column_of(line.column) in (Column.NUMBER, Column.STEP)
    return bool(line.row) and is_there and is_row_number(line.text)


def _tables(lines: Sequence[OutlineLine]) -> list[list[_TableRow]]:
    """Put the rows of each table together; heads begin one, and text between ends it."""
    tables: list[list[list[Placed]]] = [[]]
    for place, line in enumerate(lines):
        if not line.row or line.written is Written.COLUMNS:
            tables.append([])
        elif tables[-1] and tables[-1][-1][0][1].row == line.row:
            tables[-1][-1].append((place, line))
        else:
            tables[-1].append([(place, line)])
    return [[_row(row) for row in table] for table in tables if table]


def _row(lines: Sequence[Placed]) -> _TableRow:
    number = title = ""
    for _, line in lines:
        if line.written is Written.NOTE:
            continue
        if is_number(line):
            number = number or row_number(line.text)
        elif column_of(line.column) is Column.STEP and not title:
            title, number = line.text, number or line.number
    return _TableRow(lines[0][1].row, tuple(lines), number, title)


def _below_their_steps(
    ordered: Sequence[Placed], told: Mapping[int, int], steps: TextSteps
) -> list[Placed]:
    """Let the lines of rows stand below the steps they speak of."""
    moved: dict[int, list[Placed]] = {}
    stays: list[Placed] = []
    for placed in ordered:
        to = told.get(placed[1].row) if placed[1].written is not Written.COLUMNS else None
        if to is None or steps.repeats(placed[1]):
            stays.append(placed)
        else:
            moved.setdefault(to, []).append(placed)
    return [one for placed in stays for one in (placed, *moved.get(placed[0], ()))]


def _with_steps_first(lines: Sequence[OutlineLine]) -> list[Placed]:
    """Let the step of a row come before what stands in the columns left of it."""

    def rank(placed: Placed) -> int:
        line = placed[1]
        return 0 if is_number(line) else 1 if column_of(line.column) is Column.STEP else 2

    ordered: list[Placed] = []
    row: list[Placed] = []
    for place, line in enumerate(lines):
        if row and line.row != row[-1][1].row:
            ordered += sorted(row, key=rank)
            row = []
        (row if line.row else ordered).append((place, line))
    return ordered + sorted(row, key=rank)


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
