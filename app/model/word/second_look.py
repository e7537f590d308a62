"""A second look at guessed lines, when all are known: choices with their ways, and the end."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from app.model.library.procedure import StepKind
from app.model.word.kind_words import names_choice, says_end
from app.model.word.proposal import Becomes, ProposalLine
from app.model.word.way_words import is_condition, is_yes_or_no

_MAY_CHOOSE = (Becomes.ITEM, Becomes.GUIDE)
_FEWEST = 2


def second_look(lines: Sequence[ProposalLine]) -> tuple[ProposalLine, ...]:
    """Let conditions below a question be ways, and a last step that says so the end."""
    return _with_end(_with_ways(_with_questions(list(lines))))


def _with_questions(lines: list[ProposalLine]) -> list[ProposalLine]:
    """Let a question inside a step be a step of its own where its answers follow."""
    for position, line in enumerate(lines):
        answers = 0
        for below in lines[position + 1 :]:
            if below.becomes not in _MAY_CHOOSE:
                break
            if is_yes_or_no(below.text):
                answers += 1
            elif below.level <= line.level:
                break
        is_question = line.becomes in _MAY_CHOOSE and line.text.rstrip().endswith("?")
        if not is_question or answers < _FEWEST:
            continue
        step = _step_asked(lines, position)
        if step is not None:
            lines[step] = replace(lines[step], kind=StepKind.DECISION)
        else:
            lines[position] = replace(
                line, becomes=Becomes.STEP, kind=StepKind.DECISION, is_required=False
            )
    return lines


def _step_asked(lines: Sequence[ProposalLine], position: int) -> int | None:
    """Return the step that a question is all there is of, and whose title only names it."""
    for at in range(position - 1, -1, -1):
        if lines[at].is_step:
            return at if names_choice(lines[at].text) else None
        if lines[at].becomes not in (Becomes.WHO, Becomes.DEADLINE):
            break
    return None


def _with_ways(lines: list[ProposalLine]) -> list[ProposalLine]:
    for first, last in _steps(lines):
        own = range(first + 1, last)
        possible = [at for at in own if lines[at].becomes in _MAY_CHOOSE]
        answers = [at for at in possible if is_yes_or_no(lines[at].text)]
        conditions = [at for at in possible if is_condition(lines[at].text)]
        is_choice = lines[first].kind is StepKind.DECISION
        enough = answers if is_choice else answers[_FEWEST - 1 :]
        if not enough and not (is_choice and len(conditions) >= _FEWEST):
            continue
        lines[first] = replace(lines[first], kind=StepKind.DECISION)
        for at in conditions:
            lines[at] = replace(lines[at], becomes=Becomes.WAY, is_required=False)
    return lines


def _with_end(lines: list[ProposalLine]) -> tuple[ProposalLine, ...]:
    spans = _steps(lines)
    if len(spans) > 1:
        first, last = spans[-1]
        is_work = any(line.becomes in (Becomes.ITEM, Becomes.WAY) for line in lines[first:last])
        if says_end(lines[first].text) and not is_work:
            lines[first] = replace(lines[first], kind=StepKind.END)
    return tuple(lines)


def _steps(lines: Sequence[ProposalLine]) -> list[tuple[int, int]]:
    """Return where each step begins, and where the next one does."""
    starts = [position for position, line in enumerate(lines) if line.is_step]
    return list(pairwise([*starts, len(lines)]))
