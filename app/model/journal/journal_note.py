"""The note to the journal: what a run holds, as whole Danish sentences under headings.

Pure text, as in `notation`. It names nobody: not who ticked, nor whom the case is about.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from msgspec import Struct, structs

from app.model.danish.notation import (
    capital,
    counted,
    date_label,
    happened_label,
    listed,
    trigger_label,
)
from app.model.journal.hearing_words import hearing_sentences
from app.model.journal.journal_step import NotePart, StepWriter, joined, sentence
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.outgoing.outgoing_blocks import Block, OutgoingHeading, plain
from app.model.run.fold import progress
from app.model.run.state import RunState, StepState, StepStatus

__all__ = ["JournalNote", "NotePart", "case_note", "run_note", "step_note"]

_OPEN = "Ikke gjort endnu"


class JournalNote(Struct, frozen=True):
    """A note ready to be set as text, HTML or a file."""

    title: str
    parts: tuple[NotePart, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The note as a text to take along; what belongs to a part stands close in it."""
        return tuple(block for part in self.parts for block in _part_blocks(part))


def _part_blocks(part: NotePart) -> Iterator[Block]:
    is_close = bool(part.heading)
    if part.heading:
        yield OutgoingHeading(part.heading, part.level)
    for text in part.paragraphs:
        yield plain(text, is_close=is_close)
        is_close = True


def step_note(
    procedure: Procedure, state: RunState, step_id: str, catalogue: Catalogue
) -> JournalNote:
    """Tell of one step as it stands, under every heading that it asks for."""
    step = procedure.step(step_id)
    number = procedure.numbers.get(step_id)
    name = f"trin {number}" if number else "afslutning"
    title = f"{procedure.title}, sag {state.run.case_number}, {name}: {step.title}"
    writer = StepWriter(procedure, state, step, state.steps[step_id], catalogue)
    opening = NotePart("", (joined([_began(procedure, state), *writer.opening()]),))
    return JournalNote(title, (opening, *writer.parts(asked=True)))


def run_note(procedure: Procedure, state: RunState, catalogue: Catalogue) -> JournalNote:
    """Tell of a whole run: how it stands, then each step that something was done at."""
    parts = [NotePart("", tuple(_run_opening(procedure, state, catalogue)))]
    for found in in_order_of_time(state):
        step = procedure.step(found.step)
        writer = StepWriter(procedure, state, step, found, catalogue)
        parts.append(
            NotePart(_step_heading(procedure, found), (joined(writer.opening()),), level=1)
        )
        parts += writer.parts(asked=False)
    missing = [_named(procedure, one) for one in left_behind(state)]
    if missing:
        parts.append(NotePart(_OPEN, (sentence(capital(listed(missing))),), level=1))
    return JournalNote(f"{procedure.title}, sag {state.run.case_number}", tuple(parts))


def case_note(case_number: str, runs: Sequence[JournalNote]) -> JournalNote:
    """Tell of a whole case: its runs one after the other, each under its name."""
    parts: list[NotePart] = []
    for note in runs:
        opening, *rest = note.parts
        parts.append(NotePart(note.title, opening.paragraphs, level=1))
        parts += [structs.replace(part, level=part.level + 1) for part in rest]
    return JournalNote(f"Sag {case_number}", tuple(parts))


def _run_opening(procedure: Procedure, state: RunState, catalogue: Catalogue) -> Iterator[str]:
    done, total = progress(state)
    words = [_began(procedure, state), f"{done} af {counted(total, 'trin', 'trin')} er udført."]
    if state.closed_at is not None:
        result = f": {sentence(state.closed)}" if state.closed else "."
        words.append(f"Forløbet er afsluttet {happened_label(state.closed_at)}{result}")
        if state.said_at_close:
            words += hearing_sentences(state.said_at_close, catalogue)
    elif state.stands_at:
        at = [_named(procedure, state.steps[one]) for one in state.current or (state.stands_at,)]
        words.append(sentence(f"Sagen står ved {listed(at)}"))
    yield joined(words)
    known = [
        f"{capital(catalogue.event_by_id[event].phrase)} {date_label(value)}."
        for event, value in state.dates.items()
        if event in catalogue.event_by_id and event != procedure.trigger_event
    ]
    if known:
        yield joined(known)


def _began(procedure: Procedure, state: RunState) -> str:
    return f"{trigger_label(procedure).rstrip('.')} {happened_label(state.trigger)}."


def in_order_of_time(state: RunState) -> Sequence[StepState]:
    """Give the steps that something was done at, in the order they were first touched or done."""
    touched = [(_last_touched(one), one) for one in (*state.past, *state.steps.values())]
    known = [(at, one) for at, one in touched if at is not None]
    return [one for _, one in sorted(known, key=lambda pair: pair[0])]


def _last_touched(found: StepState) -> datetime | None:
    """Tell when a step was done, or else worked on last; an end by itself tells nothing."""
    if found.is_end and not any(item.is_settled for item in found.items) and not found.note:
        return None
    marked = [item.at for item in found.items if item.at]
    chosen = [choice.at for choice in found.choices]
    noted = [datetime.max.replace(tzinfo=UTC)] if found.note else []
    return found.done_at or max((*marked, *chosen), default=noted[0] if noted else None)


def left_behind(state: RunState) -> list[StepState]:
    """Give the steps that were passed by or are late."""
    behind = (StepStatus.LATE, StepStatus.MISSING)
    return [one for one in state.steps.values() if one.status in behind]


def _step_heading(procedure: Procedure, found: StepState) -> str:
    number = procedure.numbers.get(found.step)
    title = procedure.step(found.step).title
    name = f"{number}. {title}" if number else title
    return f"{name} ({found.round}. gang)" if found.round > 1 else name


def _named(procedure: Procedure, found: StepState) -> str:
    number = procedure.numbers.get(found.step)
    title = procedure.step(found.step).title
    return f"trin {number}, {title}" if number else title
