"""Whatever can be decoded can be checked, written about, and followed."""

import re
from datetime import UTC, datetime

import msgspec
from hypothesis import given, settings

from app.model.checks.checker import check_library
from app.model.danish.notation import (
    counting_words,
    deadline_label,
    deadline_sentence,
    deadline_words,
)
from app.model.deadlines.days import Calendar
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Procedure
from app.model.run.fold import fold, summarise
from app.model.run.run import AnyHappening, CaseRun, RunEvent, Started, StepDone
from tests.model.documents import CATALOGUES, LIBRARIES, PROCEDURES

NOW = datetime(2026, 11, 26, 11, 5, tzinfo=UTC)


@settings(max_examples=60)
@given(LIBRARIES)
def test_the_checker_takes_any_library_and_finds_the_same_again(library: Library) -> None:
    decoded = msgspec.json.decode(msgspec.json.encode(library), type=Library)
    assert decoded == library
    found = check_library(library)
    assert check_library(decoded) == found
    for finding in found:
        assert all(isinstance(value, str) for value in finding.params.values())


@settings(max_examples=60)
@given(PROCEDURES, CATALOGUES)
def test_any_deadline_can_be_written(procedure: Procedure, catalogue: Catalogue) -> None:
    for step in procedure.steps:
        if step.deadline:
            deadline_label(step.deadline)
            words = deadline_words(step.deadline, procedure, catalogue)
            assert not re.search(r"(\bat|\bsom|\bfør|»«)$|\btrigger\b|date:", words)
            counting_words(step.deadline, Calendar())


@settings(max_examples=60)
@given(PROCEDURES)
def test_any_procedure_can_be_followed(procedure: Procedure) -> None:
    run = CaseRun("f1", procedure.id, 1, "2026-04417", "raadgiver", NOW)
    done = [StepDone(step.id) for step in procedure.steps[1:]]
    happened: list[AnyHappening] = [Started(NOW), *done]
    log = [RunEvent(n, NOW, "raadgiver", what) for n, what in enumerate(happened, start=1)]
    state = fold(run, procedure, log, now=NOW, calendar=Calendar())
    summarise(state, procedure)
    for step in state.steps.values():
        if step.due:
            deadline_sentence(step.due, Calendar())
