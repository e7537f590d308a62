"""From an outline to a proposal: a first guess at what each line becomes.

Every line of the outline comes out again, in one line or two; what is not understood becomes
guidance, and what is no part of a procedure is left out where it can be seen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from app.model.cpr import without_cpr
from app.model.word.column_words import Column, column_of, is_row_number, labelled, row_number
from app.model.word.guidance_texts import answers, title_and_rest
from app.model.word.kind_words import is_required, kind_of_title
from app.model.word.known_words import KnownWords
from app.model.word.outline import Outline, OutlineLine, Written
from app.model.word.outline_plan import OutlinePlan, StepSource, heads_step, plan_of
from app.model.word.proposal import Becomes, Proposal, ProposalLine, Why
from app.model.word.second_look import second_look

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
_COLUMN_PARTS = {**_STEP_PARTS, Column.ITEMS: Becomes.ITEM, Column.STEP: Becomes.STEP}


def propose(outline: Outline, known: KnownWords, theme: str) -> Proposal:
    """Guess what each line of a Word text becomes."""
    lines = _blanked(outline.lines)
    guessed = _Guesser(known, plan_of(lines)).guess(lines)
    clean = {line.text for line in outline.lines}
    numbered = tuple(
        replace(line, id=number, is_blanked="•" in line.text and line.text not in clean)
        for number, line in enumerate(guessed, start=1)
    )
    return Proposal(without_cpr(outline.name), theme, second_look(numbered))


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

    def __init__(self, known: KnownWords, plan: OutlinePlan) -> None:
        self._known = known
        self._plan = plan
        self._section = Column.OTHER
        self._is_short_section = False
        self._in_step = False
        self._number = ""
        self._label = ""
        self._rows_with_step: set[int] = set()
        self._last_was_list = False

    def guess(self, lines: Sequence[OutlineLine]) -> Iterator[ProposalLine]:
        """Return a line, or two, for each."""
        self._rows_with_step = {
            line.row
            for line in lines
            if self._plan.source is StepSource.ROWS
            and column_of(line.column) is Column.STEP
            and line.written not in (Written.NOTE, Written.COLUMNS)
            and not _is_number(line)
        }
        for place, line in _with_steps_first(lines):
            if line.row:
                found: Iterable[ProposalLine] = self._of_row(line)
            elif place == self._plan.title:
                found = [_line(line, Becomes.TITLE)]
            else:
                found = self._of_text(line)
            yield from found
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
        if heads_step(line, self._plan):
            return self._step(line)
        self._section, self._label = column_of(line.text), line.text
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
            parts = (replace(line, text=text) for text in answers(line.text))
            return [_line(part, self._in_a_step(part, about)) for part in parts]
        return [self._before_steps(line, about)]

    def _names_next(self, line: OutlineLine) -> bool:
        """Tell whether a line is a word and a colon, and what it names comes below."""
        return line.text.endswith(":") and column_of(line.text) is not Column.OTHER

    def _is_step(self, line: OutlineLine) -> bool:
        wanted = {StepSource.NUMBERS: Written.NUMBER, StepSource.BULLETS: Written.BULLET}
        is_there = line.written is wanted.get(self._plan.source) and not line.level
        return is_there and self._section in (Column.OTHER, Column.STEPS)

    def _before_steps(self, line: OutlineLine, about: Column) -> ProposalLine:
        is_of_step = self._section in (*_STEP_PARTS, Column.ITEMS)
        if about in _HEAD_PARTS or self._section in _HEAD_PARTS:
            return _line(line, _HEAD_PARTS.get(about) or _HEAD_PARTS[self._section])
        if is_of_step and self._plan.source is StepSource.NONE:
            return _line(line, self._in_a_step(line, about))
        if is_of_step and not line.written.is_list:
            named = f"{self._label.rstrip(' :')}: {line.text}"
            return _line(replace(line, text=named), Becomes.APPLIES)
        return _line(line, self._of_first(line))

    def _of_first(self, line: OutlineLine) -> Becomes:
        """Guess at a line that stands before the steps and is named by nothing."""
        if _TRIGGER.search(line.text):
            return Becomes.TRIGGER
        if line.written is Written.BOX or (
            self._plan.source is StepSource.NONE and line.written.is_list
        ):
            return Becomes.ITEM
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
        if becomes is Becomes.WHO and len(text) > _LONGEST_ROLE:
            return Becomes.GUIDE
        if becomes is Becomes.LAW and not self._known.law.known(text):
            return Becomes.GUIDE
        if becomes is Becomes.JOURNAL and len(text) > LONGEST_ITEM:
            return Becomes.GUIDE
        return becomes

    # Tables

    def _of_row(self, line: OutlineLine) -> Iterable[ProposalLine]:
        if line.written is Written.COLUMNS:
            return [_left_out(line, Why.COLUMNS)]
        if line.written is Written.NOTE:
            return [_left_out(line, Why.NOTE)]
        about = column_of(line.column)
        if _is_number(line):
            return self._of_number(line)
        if not line.column:
            return self._of_cell(line)
        if self._plan.source is StepSource.ROWS and about is Column.STEP:
            return self._step(line)
        if self._section is Column.ASIDE and not self._in_step:
            return [_left_out(line, Why.ASIDE)]
        return [self._of_column(line, about)]

    def _of_number(self, line: OutlineLine) -> Iterable[ProposalLine]:
        """Let the number of a row be that of its step."""
        if line.row not in self._rows_with_step or self._number:
            return [_left_out(line, Why.COLUMNS)]
        self._number = row_number(line.text)
        return []

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
        if becomes is Becomes.STEP:
            becomes = Becomes.ITEM
        is_value = becomes in (Becomes.WHO, Becomes.DEADLINE)
        if not self._in_step and becomes is not Becomes.LAW:
            becomes = Becomes.APPLIES
        elif is_value and self._plan.source is not StepSource.ROWS:
            becomes = Becomes.GUIDE
        else:
            becomes = self._read_or_guide(becomes, line.text)
        speaks_alone = about in (Column.GUIDE, Column.ITEMS, Column.STEP)
        text = line.text if speaks_alone else f"{line.column.rstrip(' :')}: {line.text}"
        return _line(replace(line, text=text), becomes)

    # Steps

    def _step(self, line: OutlineLine) -> Iterable[ProposalLine]:
        self._section, self._is_short_section = Column.OTHER, False
        self._in_step = True
        number, self._number = self._number or line.number, ""
        title, rest = title_and_rest(line.text)
        named = replace(line, text=title, number=number)
        yield replace(_line(named, Becomes.STEP), kind=kind_of_title(title))
        for text in answers(rest) if rest else ():
            yield _line(OutlineLine(text), Becomes.GUIDE)


def _with_steps_first(lines: Sequence[OutlineLine]) -> list[tuple[int, OutlineLine]]:
    """Let the step of a row come before what stands in the columns left of it."""

    def rank(line: OutlineLine) -> int:
        return 0 if _is_number(line) else 1 if column_of(line.column) is Column.STEP else 2

    ordered: list[tuple[int, OutlineLine]] = []
    row: list[tuple[int, OutlineLine]] = []
    for position, line in enumerate(lines):
        if row and line.row != row[-1][1].row:
            ordered += sorted(row, key=lambda one: rank(one[1]))
            row = []
        (row if line.row else ordered).append((position, line))
    return ordered + sorted(row, key=lambda one: rank(one[1]))


def _is_number(line: OutlineLine) -> bool:
    """Tell whether a cell holds nothing but the number of its row."""
    is_there = column_of(line.column) in (Column.NUMBER, Column.STEP)
    return bool(line.row) and is_there and is_row_number(line.text)


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
