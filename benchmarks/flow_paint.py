"""How long a frame of a large flow takes to paint.

Run: `.venv/bin/python -m benchmarks.flow_paint [steps]`.
Measured on the raster painter in a window of 1440 x 900: the whole window painted anew, as when
zooming, and a scroll by 40 pixels, as with the wheel. Times are those of the processor, so that
other work on the machine does not count.
"""

import os
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from statistics import median, quantiles
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.flow import lay_out
from app.jobs.contact_sheet import made_up_run
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import (
    Checked,
    CheckItem,
    Deadline,
    Procedure,
    Step,
    StepKind,
    Transition,
)
from app.printing.flow_paint import measure_title
from app.ui.flow.flow_view import FlowView
from app.ui.look.theme import install_theme

_ROLES = ("barnet", "modtagelse", "raadgiver", "faglig-koordinator", "foraeldre", "skole")
_KINDS = tuple(kind for kind in StepKind if kind is not StepKind.END)
_FRAMES = 40
_BUDGET = 1000 / 60


def large_procedure(count: int, abreast: int) -> Procedure:
    """Make a procedure with that many steps, so many of them side by side."""
    make = _step if abreast == 1 else partial(_abreast, abreast)
    steps = [make(number, count) for number in range(count - 1)]
    steps.append(Step(_name(count - 1), "Forløbet er slut", StepKind.END, "raadgiver"))
    checked = Checked("bl", date(2026, 1, 1))
    return Procedure(
        "stor", "Stor", "prove", "", "Det begynder", _ROLES, tuple(steps), checked=checked
    )


def _step(number: int, count: int) -> Step:
    last = count - 1
    kind = _KINDS[number % len(_KINDS)]
    ways = [Transition(_name(number + 1))]
    if kind is StepKind.DECISION:
        further = min(last, number + 2 + number % 5)
        ways = [Transition(_name(number + 1), "Ja"), Transition(_name(further), "Nej")]
    elif number % 11 == 0:
        ways.append(Transition(_name(min(last, number + 3))))
    law = ("bl:136.2",) if number % 3 == 0 else ()
    deadline = Deadline(within="24 hours", after="trigger", law="bl:136.2")
    return Step(
        _name(number),
        f"Trin {number} gør noget ved sagen",
        kind,
        _ROLES[number % len(_ROLES)],
        law=law,
        deadline=deadline if number % 4 == 0 else None,
        checklist=tuple(CheckItem(f"Punkt {position}") for position in range(5)),
        next=tuple(dict.fromkeys(ways)),
    )


def _abreast(abreast: int, number: int, count: int) -> Step:
    """Make a step of a bundle: one that opens it, then those side by side that join again."""
    step = _step(number, count)
    place = number % (abreast + 1)
    opens = number - place
    if place == 0:
        targets = range(opens + 1, min(opens + abreast + 1, count))
    else:
        targets = range(min(opens + abreast + 1, count - 1), min(opens + abreast + 2, count))
    kind = StepKind.ACTIVITY if step.is_decision else step.kind
    return replace(step, kind=kind, next=tuple(Transition(_name(to)) for to in targets))


def _name(number: int) -> str:
    return f"trin-{number}"


def main() -> None:
    """Print a table of frame times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    application = QApplication([])
    install_theme(application)
    for abreast in (1, 6, 12):
        _measure(application, large_procedure(count, abreast), abreast)
    print(f"\nA frame at 60 a second has {_BUDGET:.1f} ms.")


def _measure(application: QApplication, procedure: Procedure, abreast: int) -> None:
    start = perf_counter()
    picture = lay_out(procedure, measure_title)
    taken = 1000 * (perf_counter() - start)
    print(f"\n{len(procedure.steps)} steps, {abreast} abreast: laid out in {taken:.0f} ms")
    view = FlowView()
    view.resize(1440, 900)
    view.show()
    start = perf_counter()
    view.show_flow(procedure, picture, Catalogue())
    application.processEvents()
    print(f"first shown after {1000 * (perf_counter() - start):.0f} ms\n")
    state, now = made_up_run(procedure)
    print("| shown | zoom | whole window | 95 % | scroll |")
    print("|---|---|---|---|---|")
    for name, shown in (("read", None), ("run", state)):
        view.show_state(shown, now)
        for zoom in (4.0, 1.0, 0.67, 0.5, 0.36, 0.25):
            view.set_zoom(zoom)
            _print_row(application, view, name)
        view.fit_window()
        _print_row(application, view, name)
    view.close()


def _print_row(application: QApplication, view: FlowView, name: str) -> None:
    bar = view.verticalScrollBar()
    for either in (bar, view.horizontalScrollBar()):
        either.setValue(either.maximum() // 2)
    application.processEvents()
    whole = _timed(lambda _: view.viewport().repaint())

    def scroll(frame: int) -> None:
        bar.setValue(bar.value() + (40 if frame % 20 < 10 else -40))
        application.processEvents()

    scrolled = _timed(scroll)
    worst = quantiles(whole, n=20)[-1]
    print(
        f"| {name} | {view.zoom:.2f} | {median(whole):.1f} ms | {worst:.1f} ms"
        f" | {median(scrolled):.1f} ms |"
    )


def _timed(frame: Callable[[int], object]) -> list[float]:
    times = []
    for number in range(_FRAMES):
        start = process_time()
        frame(number)
        times.append(1000 * (process_time() - start))
    return times


if __name__ == "__main__":
    main()
