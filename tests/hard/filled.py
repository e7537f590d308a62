"""A data folder with something of everything, and all that a user could see of it."""

import shutil
from pathlib import Path

from app.model.run import Mark, RunEvent
from app.model.version import Kind
from app.services import runs, suggestions
from app.services.authoring import all_drafts, keep_draft
from app.services.library import load_shelf
from app.services.run_lists import list_runs
from app.services.settings import change_settings, load_settings
from app.services.workplace import Workplace, open_workplace
from tests.services.make import Clock, library, procedure, ship

Seen = dict[str, object]
"""What was seen, by what it is: `run …` for each run."""

RUNS = 12
BACKUPS = 4


def fill(folder: Path, clock: Clock) -> Path:
    """Make a folder with runs, notes, drafts, suggestions, settings and a few days' backups."""
    shipped = ship(folder.with_name(f"{folder.name}-procedures"), library())
    with opened(folder, shipped, clock) as place:
        change_settings(place, user_name="Anna", role="teamleder", own_words=("samvær", "værge"))
        for number in range(RUNS):
            _work(place, f"2026-{number:05}")
            if number % 4 == 3:
                place.look_after()
                clock.forward(days=1)
        keep_draft(place, document=procedure("En kladde"), base=1)
        suggestions.suggest(
            place, kind=Kind.CARD, slug="opkald", step="", version=1, text="Skriv det kortere"
        )
    with opened(folder, shipped, clock):
        pass  # the backup of the last day is made when the window closes
    return shipped


def _work(place: Workplace, number: str) -> None:
    view = runs.start_run(place, procedure="underretning", case_number=number, trigger=place.now())
    run = view.state.run.id
    for item in (0, 1):
        runs.mark_item(place, run=run, step="modtag", item=item, mark=Mark.DONE)
    runs.write_note(place, run=run, step="modtag", text=f"Sagen {number}: æøå og et par ord.")
    runs.finish_step(place, run=run, step="modtag")


def see(place: Workplace) -> Seen:
    """Read all that stands in a folder, as the window does."""
    found: Seen = {"library": load_shelf(place).library, "settings": load_settings(place)}
    rows = list_runs(place)
    found["list"] = sorted((row.run.id, row.run.case_number, row.title) for row in rows)
    for row in rows:
        view = runs.open_run(place, run=row.run.id)
        found[f"run {row.run.id}"] = (view.state.run, view.events)
    found["drafts"] = [(one.info.slug, one.document) for one in all_drafts(place)]
    found["suggestions"] = suggestions.all_suggestions(place)
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
