"""Where the steps stand in a Word text: in headings of a level, in a list, or in a table."""

import re
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from app.model.word.column_words import Column, column_of, is_row_number
from app.model.word.outline import OutlineLine, Written

_FEWEST = 2
_PARTS_OF_STEPS = (Column.JOURNAL, Column.GUIDE, Column.ITEMS, Column.WHO, Column.DEADLINE)
_TITLE_PLACE = 2
_LOOKS_LIKE_TITLE = re.compile(r"[^.:;!?]{3,80}")


class StepSource(StrEnum):
    """What the steps of a text are written as, beside those that stand in tables."""

    HEADINGS = "headings"
    NUMBERS = "numbers"
    BULLETS = "bullets"
    NONE = "none"


class OutlinePlan(Struct, frozen=True):
    """Where steps are looked for. `title` is the place of the line that names the whole.

    `headings` and `points` are the places of lines that are steps; a point is one only where
    nothing nearer says what stands there. `has_rows` tells that rows of tables are steps too.
    """

    source: StepSource
    level: int = 0
    title: int | None = None
    headings: frozenset[int] = frozenset()
    points: frozenset[int] = frozenset()
    has_rows: bool = False

    @property
    def has_steps(self) -> bool:
        """Whether there are steps at all."""
        return self.has_rows or self.source is not StepSource.NONE


def plan_of(lines: Sequence[OutlineLine]) -> OutlinePlan:
    """Look at a text as a whole, and tell where its steps are.

    Steps in a table do not hide those in the text, nor the other way round; beside a table only
    what surely is a step is one.
    """
    title = _title_of(lines)
    sections = _sections(lines)
    headings = [
        place
        for place, line in enumerate(lines)
        if line.written is Written.HEADING and place != title
    ]
    level, own = _heading_level(lines, headings)
    rows = _step_rows(lines)
    has_rows = rows >= _FEWEST and rows >= len(own)
    if has_rows:
        level, own = _heading_level(lines, _sure(lines, headings, sections))
        own = own if len(own) >= _FEWEST else []
    rows_of_numbers = _points(lines, sections, Written.NUMBER)
    numbers = [place for row in rows_of_numbers for place in row]
    named = [place for place in numbers if sections[place].about is Column.STEPS]
    if len(own) >= _FEWEST and not (len(named) >= _FEWEST and len(named) >= len(own)):
        lists = (row for row in rows_of_numbers if len(row) >= _FEWEST and row[0] > headings[0])
        more = [place for row in lists for place in row]
        return _plan(StepSource.HEADINGS, level, title, own, more, has_rows)
    if len(numbers) >= _FEWEST:
        return _plan(StepSource.NUMBERS, 0, title, [], numbers, has_rows)
    bullets = [place for row in _points(lines, sections, Written.BULLET) for place in row]
    if len(bullets) >= _FEWEST and _have_more_below(lines) and not has_rows:
        return _plan(StepSource.BULLETS, 0, title, [], bullets, has_rows)
    source = StepSource.HEADINGS if own else StepSource.NONE
    return _plan(source, level, title, own, [], has_rows)


def _plan(
    source: StepSource,
    level: int,
    title: int | None,
    headings: Sequence[int],
    points: Sequence[int],
    has_rows: bool,
) -> OutlinePlan:
    return OutlinePlan(source, level, title, frozenset(headings), frozenset(points), has_rows)


class _Above(Struct, frozen=True):
    """What the heading above a line is about, and whether any above it is one for steps."""

    about: Column = Column.OTHER
    is_for_steps: bool = False


def _sections(lines: Sequence[OutlineLine]) -> list[_Above]:
    """Tell for each line what it stands below."""
    found: list[_Above] = []
    opened: list[tuple[int, _Above]] = [(0, _Above())]
    for line in lines:
        is_heading = line.written is Written.HEADING
        while is_heading and len(opened) > 1 and opened[-1][0] >= line.level:
            opened.pop()
        found.append(opened[-1][1])
        if is_heading:
            about = column_of(line.text)
            is_for_steps = opened[-1][1].is_for_steps or about is Column.STEPS
            opened.append((line.level, _Above(about, is_for_steps)))
    return found


def _sure(
    lines: Sequence[OutlineLine], headings: Sequence[int], sections: Sequence[_Above]
) -> list[int]:
    """Return the headings that surely are steps: below one for them, or counted as steps alone."""
    about = {place: column_of(lines[place].text) for place in headings}
    are_chapters = any(
        lines[place].number and one is not Column.OTHER and one not in _PARTS_OF_STEPS
        for place, one in about.items()
    )
    return [
        place
        for place in headings
        if sections[place].is_for_steps or (lines[place].number and not are_chapters)
    ]


def _title_of(lines: Sequence[OutlineLine]) -> int | None:
    """Return the place of the title: by its style, or a first heading above all others."""
    headings = [position for position, line in enumerate(lines) if line.written is Written.HEADING]
    for position, line in enumerate(lines):
        if line.written is Written.TITLE:
            return position
    if not headings or headings[0] > 0:
        first = lines[0] if lines else None
        is_title = first is not None and first.written is Written.TEXT and not first.row
        if first and is_title and _LOOKS_LIKE_TITLE.fullmatch(first.text):
            return 0
    if not headings or headings[0] > _TITLE_PLACE:
        return None
    if any(line.written.is_list or line.row for line in lines[: headings[0]]):
        return None
    first = lines[headings[0]]
    siblings = [place for place in headings if lines[place].level <= first.level]
    is_alone = siblings == headings[:1] and column_of(first.text) is Column.OTHER
    return headings[0] if is_alone and not first.number else None


def _heading_level(lines: Sequence[OutlineLine], places: Sequence[int]) -> tuple[int, list[int]]:
    """Return the level of headings that are steps, and the places of those.

    It is the first whose headings mostly have text of their own: a heading that is followed by
    a deeper one at once is a chapter. Those that say what stands below them do not count.
    """
    best: tuple[int, list[int]] = (0, [])
    for level in sorted({lines[place].level for place in places}):
        own = [place for place in places if _may_be_step(lines[place], level)]
        chapters = sum(_is_chapter(lines, place) for place in own)
        if len(own) >= _FEWEST and chapters * 2 < len(own):
            return level, own
        if len(own) > len(best[1]) and not chapters:
            best = (level, own)
    return best


def _may_be_step(line: OutlineLine, level: int) -> bool:
    """A numbered step may be called what else names a part of one: `5. Dokumentation`."""
    about = column_of(line.text)
    is_named = about is Column.OTHER or (bool(line.number) and about in _PARTS_OF_STEPS)
    return line.level == level and is_named


def _is_chapter(lines: Sequence[OutlineLine], position: int) -> bool:
    following = lines[position + 1 : position + 2]
    return any(
        line.written is Written.HEADING
        and line.level > lines[position].level
        and column_of(line.text) is Column.OTHER
        for line in following
    )


def _step_rows(lines: Sequence[OutlineLine]) -> int:
    """Count the rows of tables that have a column for steps."""
    return len(
        {
            line.row
            for line in lines
            if line.row and column_of(line.column) is Column.STEP and not is_row_number(line.text)
        }
    )


def _points(
    lines: Sequence[OutlineLine], sections: Sequence[_Above], written: Written
) -> list[list[int]]:
    """Return the points of lists that may be steps, those below one heading together."""
    rows: list[list[int]] = [[]]
    for place, line in enumerate(lines):
        if line.written is Written.HEADING:
            rows.append([])
        is_point = line.written is written and not line.level and not line.row
        if is_point and sections[place].about in (Column.OTHER, Column.STEPS):
            rows[-1].append(place)
    return [row for row in rows if row]


def _have_more_below(lines: Sequence[OutlineLine]) -> bool:
    """Tell whether points of a list have points of their own."""
    return any(line.written.is_list and line.level and not line.row for line in lines)
