"""A contact sheet: every flow of a library in light, dark, running and printed form, to look at."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from app.flow import lay_out
from app.model.deadlines.deadline_counting import Calendar
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Procedure
from app.model.run.fold import fold
from app.model.run.run import (
    AnyHappening,
    CaseRun,
    ItemMarked,
    Mark,
    RunEvent,
    Started,
    StepDone,
    WayChosen,
)
from app.model.run.state import RunState
from app.printing.flow_paint import FlowDrawing, FlowLook, measure_title
from app.printing.ink import BLACK, DARK, LIGHT, PAPER, Ink

_MARGIN = 24
_START = datetime(2026, 11, 16, 12, 40, tzinfo=UTC)


def contact_sheet(library: Library, out_dir: Path, zoom: float = 1.0) -> tuple[Path, ...]:
    """Write the pictures of all procedures to a folder, and return their files."""
    out_dir.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for procedure in library.procedures:
        written += _sheets(procedure, library.catalogue, out_dir, zoom)
    return tuple(written)


def made_up_run(procedure: Procedure, share: float = 0.6) -> tuple[RunState, datetime]:
    """Follow a procedure part of the way, with one conversation left out; and the time then."""
    log = [RunEvent(1, _START, "eksempel", Started(_START))]
    for what, at in _happenings(procedure, share):
        log.append(RunEvent(len(log) + 1, at, "eksempel", what))
    now = log[-1].at + timedelta(days=2)
    run = CaseRun("eksempel", procedure.id, 1, "2026-04417", "eksempel", _START)
    return fold(run, procedure, log, now=now, calendar=Calendar()), now


def render(
    drawing: FlowDrawing, look: FlowLook, zoom: float = 1.0, margin: int = _MARGIN
) -> QImage:
    """Paint a flow with its lanes into a picture."""
    bounds = drawing.bounds
    size = (bounds.size() * zoom).toSize()
    image = QImage(
        size.width() + 2 * margin, size.height() + 2 * margin, QImage.Format.Format_RGB32
    )
    image.fill(QColor(look.ink.paper))
    painter = QPainter(image)
    painter.translate(QPointF(margin, margin))
    painter.scale(zoom, zoom)
    painter.translate(-bounds.topLeft())
    drawing.paint_all(painter, look)
    painter.end()
    return image


def _sheets(
    procedure: Procedure, catalogue: Catalogue, out_dir: Path, zoom: float
) -> Iterable[Path]:
    picture = lay_out(procedure, measure_title)
    read = FlowDrawing(procedure, picture, catalogue)
    state, now = made_up_run(procedure)
    run = FlowDrawing(procedure, picture, catalogue, state, now)
    stands_at = state.current[0] if state.current else None
    selected = procedure.steps[min(1, len(procedure.steps) - 1)].id
    shown: tuple[tuple[str, FlowDrawing, Ink, str | None], ...] = (
        ("lys", read, LIGHT, selected),
        ("moerk", read, DARK, selected),
        ("forloeb", run, LIGHT, stands_at),
        ("forloeb-moerk", run, DARK, stands_at),
        ("papir", read, PAPER, None),
        ("sort", run, BLACK, None),
    )
    for name, drawing, ink, chosen in shown:
        path = out_dir / f"{procedure.id}-{name}.png"
        render(drawing, FlowLook(ink=ink, selected=chosen), zoom).save(str(path))
        yield path


def _happenings(procedure: Procedure, share: float) -> Iterable[tuple[AnyHappening, datetime]]:
    """Do steps in order, all items of each, until a share of them is done; skip one talk."""
    at, waiting, seen = _START, [procedure.start.id], set[str]()
    wanted = max(1, round(len(procedure.numbers) * share))
    order = {step.id: position for position, step in enumerate(procedure.steps)}
    skipped = False
    done = 0
    while waiting and done < wanted:
        waiting.sort(key=order.__getitem__)
        step = procedure.step(waiting.pop(0))
        if step.id in seen or step.is_end:
            continue
        seen.add(step.id)
        at += timedelta(hours=7)
        ways = range(len(step.next))
        if step.role == "barnet" and not skipped:
            skipped = True
        else:
            for item in range(len(step.checklist)):
                yield ItemMarked(step.id, item, Mark.DONE), at
            if step.is_decision and step.next:
                ways = range(_onward(procedure, step.id), _onward(procedure, step.id) + 1)
                yield WayChosen(step.id, ways[0]), at
            yield StepDone(step.id, "Aftalt" if step.gate else ""), at
            done += 1
        waiting += [step.next[way].to for way in ways]


def _onward(procedure: Procedure, step_id: str) -> int:
    """Return the way of a decision that leads to more steps, not to an end."""
    ways = procedure.step(step_id).next
    going_on = [number for number, way in enumerate(ways) if not procedure.step(way.to).is_end]
    return going_on[0] if going_on else 0
