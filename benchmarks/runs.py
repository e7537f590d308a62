"""How long lists, filters, opening and ticking take with 10,000 runs of 100 events each.

Run: `.venv/bin/python -m benchmarks.runs [runs]`. Each figure is the median and the worst of
several tries, in milliseconds of the processor, with what must not be passed beside it.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import msgspec

from app.data_folder import DATABASE
from app.model.deadlines.days import Calendar
from app.model.library.procedure import Procedure
from app.model.run.fold import fold, summarise
from app.model.run.run import (
    AnyHappening,
    CaseRun,
    ItemMarked,
    Mark,
    Noted,
    RunEvent,
    Started,
    StepDone,
    WayChosen,
)
from app.model.run.run_listing import ListAsked, ListOrder, Scope, Show
from app.model.run.state import RunSummary
from app.services import run_lists, run_steps, runs
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.workplace import Workplace
from app.store.seals import seal_all, teach

NOW = datetime(2026, 11, 26, 8, 40, tzinfo=UTC)
EVENTS = 100
_VARIANTS = 60
_TRIES = 15
_TICKS = 60
_TICKS_IN_ONE = 10
_LIMIT_MS = 50


def main() -> None:
    """Fill a folder, measure, and print a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_workplace(folder, clock=lambda: NOW, actor="anna") as workplace:
            shelf = load_shelf(workplace)
        began = time.perf_counter()
        fill(folder, shelf.library.procedure_by_id["underretning"], count)
        print(f"{count} runs of {EVENTS} events written in {time.perf_counter() - began:.0f} s")
        print(f"{'':34}{'median':>8}{'worst':>8}{'limit':>8}")
        _row("open the folder", _timed(lambda: _open(folder), 5), 0)
        with open_workplace(folder, clock=lambda: NOW, actor="anna") as workplace:
            measure(workplace)


def measure(workplace: Workplace) -> None:
    """Ask for all that the list page and the run page ask for."""
    asked = ListAsked(NOW, NOW + timedelta(days=3))
    replace = msgspec.structs.replace
    questions: dict[str, ListAsked] = {
        "list, by deadline": asked,
        "list, page 40": replace(asked, offset=7800),
        "list, late": replace(asked, show=Show.LATE),
        "list, child not heard": replace(asked, show=Show.CHILD),
        "list, mine": replace(asked, scope=Scope.MINE, me="anna"),
        "list, given": replace(asked, scope=Scope.GIVEN, me="anna"),
        "list, words": replace(asked, words="2026-0412 underr"),
        "list, by progress": replace(asked, order=ListOrder.PROGRESS, descending=True),
        "list, by case": replace(asked, by_case=True),
    }
    run_lists.page_of_runs(workplace, asked=asked)
    for name, question in questions.items():

        def ask(question: ListAsked = question) -> object:
            return run_lists.page_of_runs(workplace, asked=question)

        _row(name, _timed(ask))
    _row("counts of all filters", _timed(lambda: run_lists.count_runs(workplace, asked=asked)))
    _row("due this week", _timed(lambda: run_lists.due_list(workplace, asked=asked, most=3)))
    ids = iter(_some_ids(workplace))
    _row("open a run", _timed(lambda: runs.open_run(workplace, run=next(ids))))
    _measure_ticks(workplace, ids)
    _row("look for other windows", _timed(workplace.changes_elsewhere))


def _measure_ticks(workplace: Workplace, ids: Iterator[str]) -> None:
    """Tick in turns with a bare commit on the same disk: its mood is that of both.

    In each run as many times as one ticks in a step. The disk is waited for, so the clock counts
    beside the processor.
    """
    for unit, clock in (("clock", time.perf_counter), ("processor", time.thread_time)):
        bare: list[float] = []
        first: list[float] = []
        later: list[float] = []
        with closing(_bare_database(workplace.folder / f"bare-{unit}.sqlite3")) as connection:
            for number in range(_TICKS):
                run = next(ids)
                for turn in range(_TICKS_IN_ONE):
                    row = number * _TICKS_IN_ONE + turn
                    bare += _timed(partial(_commit, connection, row), 1, clock)
                    mark = (Mark.OPEN, Mark.DONE)[turn % 2]
                    ticks = later if turn else first
                    ticks += _timed(partial(_tick, workplace, run, mark), 1, clock)
        _row(f"a bare commit, by the {unit}", bare, 0)
        _row(f"first tick in a run, by the {unit}", first)
        _row(f"next tick in a run, by the {unit}", later)
        share = statistics.median(later) / statistics.median(bare)
        print(f"{'a tick in bare commits':34}{share:8.1f}{'':8}{2:8}")


def _bare_database(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE bare (number INTEGER PRIMARY KEY, words TEXT)")
    return connection


def _commit(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO bare VALUES (?, ?)", (number, "x" * 200))
    connection.execute("COMMIT")


def fill(folder: Path, procedure: Procedure, count: int) -> None:
    """Write runs straight into the tables, from a few logs that differ in time and progress."""
    samples = [_sample(procedure, number) for number in range(_VARIANTS)]
    with sqlite3.connect(folder / DATABASE) as connection:
        key = connection.execute(
            "SELECT v.id FROM version v JOIN item i ON i.id = v.item_id"
            " WHERE i.kind = 'procedure' AND i.slug = 'underretning'"
        ).fetchone()[0]
        for number, sample in enumerate(islice(cycle(samples), count)):
            _write(connection, number, key, sample)
        teach(connection)
        seal_all(connection)
    connection.close()


def _sample(procedure: Procedure, number: int) -> tuple[CaseRun, list[RunEvent], dict[str, object]]:
    begun = NOW - timedelta(days=number % 30, hours=number)
    run = CaseRun("x", procedure.id, 1, "x", "anna" if number % 3 else "bo", begun)
    events = [
        RunEvent(n + 1, begun + timedelta(minutes=7 * n), run.owner, what)
        for n, what in enumerate(islice(_happenings(procedure, begun, number), EVENTS))
    ]
    state = fold(run, procedure, events, now=NOW, calendar=Calendar())
    summary = msgspec.to_builtins(summarise(state, procedure))
    return run, events, summary


def _happenings(procedure: Procedure, begun: datetime, number: int) -> "list[AnyHappening]":
    found: list[AnyHappening] = [Started(begun)]
    for step in procedure.steps[: 2 + number % 12]:
        found += [ItemMarked(step.id, n, Mark.DONE) for n, _ in enumerate(step.checklist)]
        if step.is_decision:
            found.append(WayChosen(step.id, len(step.next) - 1))
        found.append(StepDone(step.id))
    notes = [Noted("modtag", f"Note nummer {n} til trinnet") for n in range(EVENTS)]
    return [*found, *notes]


def _write(
    connection: sqlite3.Connection,
    number: int,
    key: int,
    sample: tuple[CaseRun, list[RunEvent], dict[str, object]],
) -> None:
    run, events, summary = sample
    run_id = "".join(chr(97 + int(digit)) for digit in f"{number:08}")
    case = f"2026-{number * 2 // 3:05}"
    row = msgspec.convert(
        {**summary, "run": {**msgspec.to_builtins(run), "id": run_id, "case_number": case}},
        RunSummary,
    )
    from app.store.run_rows import _summary_columns

    values = {
        "id": run_id,
        "version_id": key,
        "procedure": run.procedure,
        "version": 1,
        "case_number": case,
        "started": run.started,
        **_summary_columns(row),
    }
    plain = {name: _plain(value) for name, value in values.items()}
    names, marks = ", ".join(plain), ", ".join("?" * len(plain))
    connection.execute(
        f"INSERT INTO case_run ({names}) VALUES ({marks})",
        tuple(plain.values()),
    )
    connection.executemany(
        "INSERT INTO run_event (run_id, sequence, at, actor, kind, payload) VALUES (?,?,?,?,?,?)",
        [
            (
                run_id,
                event.sequence,
                _plain(event.at),
                event.actor,
                "x",
                msgspec.json.encode(event.what).decode(),
            )
            for event in events
        ],
    )


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    return value


def _open(folder: Path) -> None:
    workplace = open_workplace(folder, clock=lambda: NOW, actor="anna")
    workplace.store.close()


def _some_ids(workplace: Workplace) -> list[str]:
    with workplace.store.reading() as work:
        return list(work.runs.ids(closed=False)[:: max(1, len(work.runs.ids()) // 200)])


def _tick(workplace: Workplace, run: str, mark: Mark) -> None:
    run_steps.mark_item(workplace, run=run, step="modtag", item=1, mark=mark)


def _timed(
    work: Callable[[], object],
    tries: int = _TRIES,
    clock: Callable[[], float] = time.thread_time,
) -> list[float]:
    figures = []
    for _ in range(tries):
        began = clock()
        work()
        figures.append((clock() - began) * 1000)
    return figures


def _row(name: str, figures: list[float], limit: int = _LIMIT_MS) -> None:
    bound = f"{limit:8}" if limit else f"{'':8}"
    print(f"{name:34}{statistics.median(figures):8.1f}{max(figures):8.1f}{bound}")


if __name__ == "__main__":
    main()
