"""From an outline to a proposal: a first guess at what each line becomes.

Every line of the outline comes out again, in one line or two; what is not understood becomes
guidance, and what is no part of a procedure is left out where it can be seen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from app.model.cpr import without_cpr
from app.model.danish.time_reading import find_time
from app.model.word.column_words import Column, column_of, labelled, row_number
from app.model.word.guidance_texts import answers, title_and_rest
from app.model.word.kind_words import is_required, kind_of_title
from app.model.word.known_words import KnownWords
from app.model.word.outline import Outline, OutlineLine, Written
from app.model.word.outline_plan import OutlinePlan, StepSource, plan_of
from app.model.word.proposal import Becomes, Proposal, ProposalLine, Why
from app.model.word.rows_in_text import RowsInText, TextSteps, is_number, rows_in_text
from app.model.word.second_look import second_look

_LEFT_OUT = Becomes.LEFT_OUT
LONGEST_ITEM = 200
"""What is longer is no point to tick but something to read."""

_LONGEST_ROLE = 80
_ABOUT_FILE = re.compile(
    r"^\s*(?:version(?:snr|snummer)?\b|dato\b|godkendt\b|udarbejdet\b|revideret\b|senest\s+revideret|"
    r"sidst\s+opdateret|opdateret\b|gyldig\s+(?:fra|til)|dokument(?:ansvarlig|nr|nummer|ejer)|"
    r"ejer\b|forfatter\b|side\s+\d+\s+af\s+\d+|sags?nr|journalnr|næste\s+revision|revisionsdato)",
    re.IGNORECASE,
)
_APPLIES = re.compile(
    r"\b(?:proceduren|vejledningen|instruksen|arbejdsgangen|retningslinjen|denne)\b.{0,40}"
    r"\b(?:gælder|bruges|anvendes|omfatter)\b|^(?:bruges|anvendes|gælder)\b",
    re.IGNORECASE,
)
_TRIGGER = re.compile(
    r"^(?:proceduren|forløbet|arbejdsgangen|sagsgangen)\s+(?:starter|begynder|udløses|igangsættes)\b",
    re.IGNORECASE,
)
_HEAD_PARTS = {
    Column.PURPOSE: Becomes.PURPOSE,
    Column.APPLIES: Becomes.APPLIES,
    Column.TRIGGER: Becomes.TRIGGER,
    Column.LAW: Becomes.LAW,
}
_STEP_PARTS = {
    Column.WHO: Becomes.WHO,
    Column.DEADLINE: Becomes.DEADLINE,
    Column.LAW: Becomes.LAW,
    Column.JOURNAL: Becomes.JOURNAL,
    Column.GUIDE: Becomes.GUIDE,
}
_WHEN = (Column.APPLIES, Column.TRIGGER)
"""What a column for when something is done may be called too: *Hvornår*."""

_COLUMN_PARTS = {**_STEP_PARTS, Column.ITEMS: Becomes.ITEM, Column.STEP: Becomes.STEP}


def propose(outline: Outline, known: KnownWords, theme: str) -> Proposal:
    """Guess what each line of a Word text becomes."""
    lines = _blanked(outline.lines)
    guessed = _guessed(lines, known)
    clean = {line.text for line in outline.lines}
    numbered = tuple(
        replace(line, id=number, is_blanked="•" in line.text and line.text not in clean)
        for number, line in enumerate(guessed, start=1)
    )
    return Proposal(without_cpr(outline.name), theme, second_look(numbered))


def _guessed(lines: Sequence[OutlineLine], known: KnownWords) -> list[ProposalLine]:
    """Guess at the lines, and where a table speaks of steps that the text has, once more."""
    plan = plan_of(lines)
    guesser = _Guesser(known, plan, rows_in_text(lines, plan, TextSteps({})), TextSteps({}))
    guessed = list(guesser.guess())
    steps = {place: line for place, line in guessed if line.is_step and not lines[place].row}
    rows = rows_in_text(lines, plan, TextSteps(steps))
    if rows.told:
        guessed = list(_Guesser(known, plan, rows, TextSteps(steps)).guess())
    return _without_bare_headings([line for _, line in guessed])


def _without_bare_headings(lines: list[ProposalLine]) -> list[ProposalLine]:
    """Leave a heading out where all below it was said of steps elsewhere."""
    for place, line in enumerate(lines):
        if line.becomes is not Becomes.HEADING:
            continue
        end = next(
            (at for at in range(place + 1, len(lines)) if lines[at].becomes is not _LEFT_OUT),
            len(lines),
        )
        is_bare = end == len(lines) or lines[end].written is Written.HEADING
        if is_bare and any(one.why is Why.REPEATS for one in lines[place + 1 : end]):
            lines[place] = replace(line, becomes=_LEFT_OUT, why=Why.REPEATS)
    return lines


def _blanked(lines: Sequence[OutlineLine]) -> tuple[OutlineLine, ...]:
    """Take away what may be CPR numbers, those that are torn over two lines too."""
    whole = without_cpr("\n".join(line.text.replace("\n", " ") for line in lines))
    texts = whole.split("\n") if lines else []
    return tuple(
        replace(line, text=text, column=without_cpr(line.column))
        for line, text in zip(lines, texts, strict=True)
    )


class _Guesser:
    """Goes through the lines from the top; what it has read last tells what comes next."""

    def __init__(
        self,
        known: KnownWords,
        plan: OutlinePlan,
        rows: RowsInText,
        steps: TextSteps,
    ) -> None:
        self._known = known
        self._plan = plan
        self._rows = rows
        self._steps = steps
        self._place = 0
        self._section = Column.OTHER
        self._is_short_section = False
        self._in_step = False
        self._number = ""
        self._label = ""
        self._is_below_other = False
        self._last_was_list = False
        self._is_counted_on = False
        self._step_line: OutlineLine | None = None

    def guess(self) -> Iterator[tuple[int, ProposalLine]]:
        """Return a line, or two, for each, and its place in the text."""
        for place, line in self._rows.lines:
            self._place = place
            if line.row:
                found: Iterable[ProposalLine] = self._of_row(line)
            elif place == self._plan.title:
                found = [_line(line, Becomes.TITLE)]
            else:
                found = self._of_text(line)
            for one in found:
                yield place, one
            self._last_was_list = line.written.is_list

    # Text

    def _of_text(self, line: OutlineLine) -> Iterable[ProposalLine]:
        match line.written:
            case Written.HEADING | Written.TITLE:
                return self._of_heading(line)
            case Written.CONTENTS:
                return [_left_out(line, Why.CONTENTS)]
            case Written.NOTE:
                return [_left_out(line, Why.NOTE)]
            case _:
                return self._of_line(line)

    def _of_heading(self, line: OutlineLine) -> Iterable[ProposalLine]:
        self._is_short_section = False
        if self._place in self._plan.headings:
            return self._step(line)
        self._section, self._label = column_of(line.text), line.text
        self._is_below_other = self._section is Column.OTHER
        if line.level <= self._plan.level or self._plan.source is not StepSource.HEADINGS:
            self._in_step = self._in_step and self._section in (*_STEP_PARTS, Column.ITEMS)
        if self._section is Column.ASIDE:
            return [_left_out(line, Why.ASIDE)]
        if self._section is not Column.OTHER:
            return [_left_out(line, Why.NAMES_NEXT)]
        return [_line(line, Becomes.HEADING)]

    def _of_line(self, line: OutlineLine) -> Iterable[ProposalLine]:
        if self._section is Column.ASIDE:
            return [_left_out(line, Why.ASIDE)]
        if self._is_short_section and not line.written.is_list and self._last_was_list:
            self._section, self._is_short_section = Column.OTHER, False
        if not self._in_step and _ABOUT_FILE.match(line.text):
            return [_left_out(line, Why.ABOUT_FILE)]
        if self._names_next(line):
            self._section, self._is_short_section = column_of(line.text), True
            self._label = line.text
            return [_left_out(line, Why.NAMES_NEXT)]
        if self._is_step(line):
            return self._step(line)
        about, _ = labelled(line.text)
        if self._in_step:
            return self._in_step_lines(line)
        return [self._before_steps(line, about)]

    def _in_step_lines(self, line: OutlineLine) -> Iterable[ProposalLine]:
        about, _ = labelled(line.text)
        parts = (replace(line, text=text) for text in answers(line.text))
        return [_line(part, self._in_a_step(part, about)) for part in parts]

    def _names_next(self, line: OutlineLine) -> bool:
        """Tell whether a line is a word and a colon, and what it names comes below."""
        return line.text.endswith(":") and column_of(line.text) is not Column.OTHER

    def _is_step(self, line: OutlineLine) -> bool:
        is_there = self._place in self._plan.points and not line.row
        if self._plan.source is StepSource.HEADINGS and self._in_step and not self._is_counted_on:
            return False
        return is_there and self._section in (Column.OTHER, Column.STEPS)

    def _before_steps(self, line: OutlineLine, about: Column) -> ProposalLine:
        is_of_step = self._section in (*_STEP_PARTS, Column.ITEMS)
        if about in _HEAD_PARTS or self._section in _HEAD_PARTS:
            return _line(line, _HEAD_PARTS.get(about) or _HEAD_PARTS[self._section])
        if is_of_step and not self._plan.has_steps:
            return _line(line, self._in_a_step(line, about))
        if is_of_step and not line.written.is_list:
            named = f"{self._label.rstrip(' :')}: {line.text}"
            return _line(replace(line, text=named), Becomes.APPLIES)
        return _line(line, self._of_first(line))

    def _of_first(self, line: OutlineLine) -> Becomes:
        """Guess at a line that stands before the steps and is named by nothing."""
        if _TRIGGER.search(line.text):
            return Becomes.TRIGGER
        if line.written is Written.BOX or (not self._plan.has_steps and line.written.is_list):
            return Becomes.ITEM
        if self._is_below_other and self._plan.has_steps and self._section is Column.OTHER:
            return Becomes.GUIDE
        return Becomes.APPLIES if _APPLIES.search(line.text) else Becomes.PURPOSE

    def _in_a_step(self, line: OutlineLine, about: Column) -> Becomes:
        if about in _STEP_PARTS:
            return self._read_or_guide(_STEP_PARTS[about], line.text)
        if line.written is Written.BOX:
            return Becomes.ITEM
        if self._section in _STEP_PARTS:
            return self._read_or_guide(_STEP_PARTS[self._section], line.text)
        is_short = len(line.text) <= LONGEST_ITEM
        if is_short and (line.written.is_list or self._section is Column.ITEMS):
            return Becomes.ITEM
        return Becomes.GUIDE

    def _read_or_guide(self, becomes: Becomes, text: str) -> Becomes:
        """Let a line be what is read from it only where something may be read."""
        if becomes is Becomes.WHO and len(text) > _LONGEST_ROLE and not self._names_role(text):
            return Becomes.GUIDE
        if becomes is Becomes.LAW and not self._known.law.known(text):
            return Becomes.GUIDE
        if becomes is Becomes.JOURNAL and len(text) > LONGEST_ITEM:
            return Becomes.GUIDE
        return becomes

    def _names_role(self, text: str) -> bool:
        """Tell whether a word and a colon name who does it, and a role that is known follows."""
        about, rest = labelled(text)
        return about is Column.WHO and bool(self._known.roles.acting(rest))

    # Tables

    def _of_row(self, line: OutlineLine) -> Iterable[ProposalLine]:
        if line.written is Written.COLUMNS:
            return [_left_out(line, Why.COLUMNS)]
        if line.written is Written.NOTE:
            return [_left_out(line, Why.NOTE)]
        about = column_of(line.column)
        if line.row in self._rows.told and self._steps.repeats(line):
            return self._of_repeating(line)
        if is_number(line):
            return self._of_number(line)
        if not line.column:
            return self._of_cell(line)
        if about is Column.STEP and line.row in self._rows.steps:
            return self._of_step_cell(line)
        if self._section is Column.ASIDE and not self._in_step:
            return [_left_out(line, Why.ASIDE)]
        return [self._of_column(line, about)]

    def _of_repeating(self, line: OutlineLine) -> Iterable[ProposalLine]:
        """Leave out what only says which step a row speaks of, its number with its title."""
        if is_number(line) and line.row in self._rows.named and not self._number:
            self._number = row_number(line.text)
            return []
        number, self._number = self._number or line.number, ""
        return [_left_out(replace(line, number=number), Why.REPEATS)]

    def _of_number(self, line: OutlineLine) -> Iterable[ProposalLine]:
        """Let the number of a row be that of its step."""
        if line.row not in self._rows.steps or self._number:
            return [_left_out(line, Why.COLUMNS)]
        self._number = row_number(line.text)
        return []

    def _of_step_cell(self, line: OutlineLine) -> Iterable[ProposalLine]:
        """Let what stands below the title of a step in its cell be part of the step.

        A list in a cell is one step a point.
        """
        first = self._step_line
        is_more = first is not None and first.row == line.row
        is_point = line.written.is_list and first is not None and first.written is line.written
        if not is_more or is_point:
            return self._step(line)
        return self._in_step_lines(replace(line, row=0))

    def _of_cell(self, line: OutlineLine) -> Iterable[ProposalLine]:
        """Guess at a cell of a table without heads: the first may say what the next ones are."""
        about = column_of(line.text)
        if about is not Column.OTHER:
            self._section, self._is_short_section = about, True
            self._label = line.text
            return [_left_out(line, Why.ASIDE if about is Column.ASIDE else Why.NAMES_NEXT)]
        return self._of_line(replace(line, row=0))

    def _of_column(self, line: OutlineLine, about: Column) -> ProposalLine:
        becomes = _COLUMN_PARTS.get(about, Becomes.GUIDE)
        if about in _WHEN and find_time(line.text, is_deadline=True):
            becomes = Becomes.DEADLINE
        if becomes is Becomes.STEP:
            becomes = Becomes.GUIDE if line.row in self._rows.told else Becomes.ITEM
        is_value = becomes in (Becomes.WHO, Becomes.DEADLINE)
        if not self._in_step and becomes is not Becomes.LAW:
            becomes = Becomes.APPLIES
        elif is_value and line.row not in self._rows.valued:
            becomes = Becomes.GUIDE
        elif becomes is not Becomes.WHO:
            becomes = self._read_or_guide(becomes, line.text)
        speaks_alone = about in (Column.GUIDE, Column.ITEMS, Column.STEP)
        text = line.text if speaks_alone else f"{line.column.rstrip(' :')}: {line.text}"
        return _line(replace(line, text=text), becomes)

    # Steps

    def _step(self, line: OutlineLine) -> Iterable[ProposalLine]:
        self._section, self._is_short_section = Column.OTHER, False
        self._in_step = True
        self._is_counted_on = self._place in self._plan.points
        self._step_line = line
        number, self._number = self._number or line.number, ""
        title, rest = title_and_rest(line.text)
        named = replace(line, text=title, number=number)
        yield replace(_line(named, Becomes.STEP), kind=kind_of_title(title))
        for text in answers(rest) if rest else ():
            yield _line(OutlineLine(text), Becomes.GUIDE)


def _line(line: OutlineLine, becomes: Becomes) -> ProposalLine:
    return ProposalLine(
        0,
        line.text,
        becomes,
        line.written,
        line.level,
        line.number,
        is_required=becomes is Becomes.ITEM and is_required(line.text),
    )


def _left_out(line: OutlineLine, why: Why) -> ProposalLine:
    return replace(_line(line, Becomes.LEFT_OUT), why=why)
