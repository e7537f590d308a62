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
    """What the steps of a text are written as."""

    HEADINGS = "headings"
    NUMBERS = "numbers"
    BULLETS = "bullets"
    ROWS = "rows"
    NONE = "none"


class OutlinePlan(Struct, frozen=True):
    """Where steps are looked for. `title` is the place of the line that names the whole."""

    source: StepSource
    level: int = 0
    title: int | None = None


def plan_of(lines: Sequence[OutlineLine]) -> OutlinePlan:
    """Look at a text as a whole, and tell where its steps are."""
    title = _title_of(lines)
    rows = _step_rows(lines)
    level, headings = _heading_level(lines, title)
    if rows >= _FEWEST and rows >= headings:
        return OutlinePlan(StepSource.ROWS, title=title)
    if headings >= _FEWEST:
        return OutlinePlan(StepSource.HEADINGS, level, title)
    for source, written in (
        (StepSource.NUMBERS, Written.NUMBER),
        (StepSource.BULLETS, Written.BULLET),
    ):
        if _points(lines, written) >= _FEWEST and (
            source is StepSource.NUMBERS or _have_more_below(lines)
        ):
            return OutlinePlan(source, title=title)
    return (
        OutlinePlan(StepSource.HEADINGS, level, title)
        if headings
        else OutlinePlan(StepSource.NONE, title=title)
    )


def heads_step(line: OutlineLine, plan: OutlinePlan) -> bool:
    """Tell whether a heading is a step by where it stands."""
    is_there = plan.source is StepSource.HEADINGS and line.level == plan.level
    return is_there and _may_be_step(line, plan.level)


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
    first = lines[headings[0]]
    siblings = [place for place in headings if lines[place].level <= first.level]
    is_alone = siblings == headings[:1] and column_of(first.text) is Column.OTHER
    return headings[0] if is_alone and not first.number else None


def _heading_level(lines: Sequence[OutlineLine], title: int | None) -> tuple[int, int]:
    """Return the level of headings that are steps, and how many there are.

    It is the first whose headings mostly have text of their own: a heading that is followed by
    a deeper one at once is a chapter. Those that say what stands below them do not count.
    """
    places = [
        position
        for position, line in enumerate(lines)
        if line.written is Written.HEADING and position != title
    ]
    levels = sorted({lines[place].level for place in places})
    best = (0, 0)
    for level in levels:
        own = [place for place in places if _may_be_step(lines[place], level)]
        chapters = sum(_is_chapter(lines, place) for place in own)
        if len(own) >= _FEWEST and chapters * 2 < len(own):
            return level, len(own)
        if own and len(own) > best[1] and not chapters:
            best = (level, len(own))
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


def _points(lines: Sequence[OutlineLine], written: Written) -> int:
    return sum(line.written is written and not line.level and not line.row for line in lines)


def _have_more_below(lines: Sequence[OutlineLine]) -> bool:
    """Tell whether points of a list have points of their own."""
    return any(line.written.is_list and line.level and not line.row for line in lines)
