"""A data folder with something of everything, and all that a user could see of it."""

import shutil
from pathlib import Path

from app.model.library.stored_version import Kind
from app.model.run.run import Mark, RunEvent
from app.services import run_steps, runs, suggestions
from app.services.authoring import all_drafts, keep_draft
from app.services.care import look_after
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.run_lists import list_runs
from app.services.settings import change_settings, load_settings
from app.services.workplace import Workplace
from tests.services.make import Clock, library, procedure, ship

Seen = dict[str, object]
"""What was seen, by what it is: `run …` for each run."""

RUNS = 12
BACKUPS = 4


def fill(folder: Path, clock: Clock) -> Path:
    """Make a folder with runs, notes, drafts, suggestions, settings and a few days' backups."""
    shipped = ship(folder.with_name(f"{folder.name}-procedures"), library())
    with opened(folder, shipped, clock) as workplace:
        change_settings(
            workplace, user_name="Anna", role="teamleder", own_words=("samvær", "værge")
        )
        for number in range(RUNS):
            _work(workplace, f"2026-{number:05}")
            if number % 4 == 3:
                look_after(workplace)
                clock.forward(days=1)
        keep_draft(workplace, document=procedure("En kladde"), base=1)
        suggestions.suggest(
            workplace, kind=Kind.CARD, slug="opkald", step="", version=1, text="Skriv det kortere"
        )
    with opened(folder, shipped, clock):
        pass  # the backup of the last day is made when the window closes
    return shipped


def _work(workplace: Workplace, number: str) -> None:
    view = runs.start_run(
        workplace, procedure="underretning", case_number=number, trigger=workplace.now()
    )
    run = view.state.run.id
    for item in (0, 1):
        run_steps.mark_item(workplace, run=run, step="modtag", item=item, mark=Mark.DONE)
    run_steps.write_note(
        workplace, run=run, step="modtag", text=f"Sagen {number}: æøå og et par ord."
    )
    run_steps.finish_step(workplace, run=run, step="modtag")


def see(workplace: Workplace) -> Seen:
    """Read all that stands in a folder, as the window does."""
    found: Seen = {"library": load_shelf(workplace).library, "settings": load_settings(workplace)}
    rows = list_runs(workplace)
    found["list"] = sorted((row.run.id, row.run.case_number, row.title) for row in rows)
    for row in rows:
        view = runs.open_run(workplace, run=row.run.id)
        found[f"run {row.run.id}"] = (view.state.run, view.events)
    found["drafts"] = [(one.info.slug, one.document) for one in all_drafts(workplace)]
    found["suggestions"] = suggestions.all_suggestions(workplace)
    return found


def lost(before: Seen, after: Seen) -> list[str]:
    """Name what is no longer as it was."""
    return [name for name, value in before.items() if after.get(name) != value]


def events_in(seen: Seen) -> dict[tuple[str, int], RunEvent]:
    """Return all events that were seen, by their run and number."""
    return {
        (run.id, event.sequence): event
        for name, value in seen.items()
        if name.startswith("run ") and isinstance(value, tuple)
        for run, events in (value,)
        for event in events
    }


def opened(folder: Path, shipped: Path, clock: Clock) -> Workplace:
    """Open a folder as the program does."""
    return open_workplace(folder, shipped=shipped, clock=clock, actor="anna")


def copied(folder: Path, target: Path) -> Path:
    """Lay out a copy of a folder, in the place of what was there."""
    shutil.rmtree(target, ignore_errors=True)
    return shutil.copytree(folder, target)
