import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app import paths
from app.data_folder import DATABASE
from app.model.errors import Trouble
from app.model.run.run import ItemMarked, Mark
from app.services import library as library_service
from app.services import run_lists, run_steps, runs
from app.services.backups import recover
from app.services.care import look_after
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.services.workplace import Workplace
from app.store.backup_files import FOLDER
from app.store.engine import raw
from tests.services.make import NOW, Clock


def begin(workplace: Workplace) -> str:
    view = runs.start_run(
        workplace, procedure="underretning", case_number="2026-04417", trigger=workplace.now()
    )
    return view.state.run.id


def tick(workplace: Workplace, run: str, mark: Mark = Mark.DONE) -> None:
    run_steps.mark_item(workplace, run=run, step="modtag", item=0, mark=mark)


@pytest.fixture
def other(workplace: Workplace, clock: Clock) -> Workplace:
    """A second window on the same folder; closed by the test."""
    return open_workplace(workplace.folder, shipped=workplace.shipped, clock=clock, actor="bo")


# Two windows


def test_two_windows_see_what_the_other_does(workplace: Workplace, other: Workplace) -> None:
    run = begin(workplace)
    assert other.changes_elsewhere().runs == {run}
    tick(other, run)
    seen = workplace.changes_elsewhere()
    assert seen.runs == {run}
    assert not seen.library
    assert not workplace.changes_elsewhere()
    item = runs.open_run(workplace, run=run).state.steps["modtag"].items[0]
    assert (item.mark, item.by) == (Mark.DONE, "bo")
    other.close()


def test_settings_of_another_window_are_taken_up(workplace: Workplace, other: Workplace) -> None:
    change_settings(other, zoom=150)
    assert workplace.changes_elsewhere().settings
    assert workplace.settings.zoom == 150
    other.close()


def test_a_new_version_is_noticed_by_other_windows(workplace: Workplace, other: Workplace) -> None:
    from app.model.library.stored_version import Kind

    with other.store.writing() as work:
        work.items.retire(Kind.CARD, "opkald", now=other.now())
        work.commit()
    assert workplace.changes_elsewhere().library
    other.close()


def test_two_windows_lose_nothing_to_each_other(workplace: Workplace, other: Workplace) -> None:
    run = begin(workplace)
    for number in range(10):
        tick(workplace, run, Mark.OPEN if number % 2 else Mark.DONE)
        run_steps.write_note(other, run=run, step="modtag", text=f"Note {number}")
    view = runs.open_run(workplace, run=run)
    assert [event.sequence for event in view.events] == list(range(1, 22))
    other.close()


def test_work_inside_other_work_is_a_mistake_that_shows(workplace: Workplace) -> None:
    with workplace.store.reading(), pytest.raises(RuntimeError):
        run_lists.list_runs(workplace)


# Who acts


def test_the_user_of_the_system_acts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ida")
    with open_workplace(tmp_path, shipped=None) as workplace:
        assert workplace.actor == "ida"
        change_settings(workplace, user_name="Ida fra modtagelsen")
    with open_workplace(tmp_path, shipped=None) as workplace:
        assert workplace.actor == "Ida fra modtagelsen"


def test_a_name_that_is_set_in_another_window_counts_here_too(tmp_path: Path) -> None:
    with (
        open_workplace(tmp_path, shipped=None) as here,
        open_workplace(tmp_path, shipped=None) as there,
    ):
        change_settings(there, user_name="Ida")
        assert here.changes_elsewhere().settings
        assert here.actor == "Ida"


@pytest.mark.parametrize("name", ["0101901234", None])
def test_a_user_that_cannot_be_named_still_acts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    def getuser() -> str:
        if name is None:
            raise OSError
        return name

    monkeypatch.setattr("getpass.getuser", getuser)
    with open_workplace(tmp_path, shipped=None) as workplace:
        assert workplace.actor == "bruger"


# Bad days


def test_a_full_disk_is_told_and_the_ticks_before_are_kept(
    workplace: Workplace, clock: Clock
) -> None:
    run = begin(workplace)
    with workplace.store._engine.connect() as connection:
        driver = raw(connection)
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count={pages}")
    acknowledged = 0
    with pytest.raises(Trouble) as trouble:  # noqa: PT012 - which tick it is does not matter
        for number in range(200):
            run_steps.write_note(workplace, run=run, step="modtag", text=f"{number} {'x' * 500}")
            acknowledged += 1
    assert trouble.value.code == "disk_full"
    events = runs.open_run(workplace, run=run).events
    assert len(events) == 1 + acknowledged
    workplace.store.close()
    with open_workplace(workplace.folder, shipped=None, clock=clock) as again:
        assert runs.open_run(again, run=run).events == events


def test_a_damaged_database_is_told_and_rescued(data: Path, shipped: Path, clock: Clock) -> None:
    with open_workplace(data, shipped=shipped, clock=clock) as workplace:
        run = begin(workplace)
        look_after(workplace)
        tick(workplace, run)
    with (data / DATABASE).open("r+b") as file:
        file.write(b"\xff" * 100)
    with pytest.raises(Trouble) as trouble:
        open_workplace(data, shipped=shipped, clock=clock)
    assert trouble.value.code == "damaged"
    assert trouble.value.params["kept"] == "dagligt-2026-11-26.sqlite3"
    told = recover(data, clock=clock)
    assert (told.runs, told.events) == (1, 2)
    assert (data / told.kept).exists()
    with open_workplace(data, shipped=shipped, clock=clock) as workplace:
        (row,) = run_lists.list_runs(workplace)
        assert row.run.id == run
        assert runs.open_run(workplace, run=run).state.steps["modtag"].settled == 1
        assert library_service.search(workplace, "modtag")


def test_a_backup_is_made_when_nobody_asked_for_one(workplace: Workplace) -> None:
    assert not (workplace.folder / FOLDER).exists()
    workplace.close()
    assert [path.name for path in (workplace.folder / FOLDER).iterdir()] == [
        "dagligt-2026-11-26.sqlite3"
    ]


def test_a_backup_that_fails_does_not_hinder_closing(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workplace.folder / FOLDER).write_text("in the way")
    workplace.close()


# Start


def test_no_more_is_imported_than_the_first_window_needs() -> None:
    code = (
        "import sys, app.services.opening, app.services.library, app.services.runs\n"
        "heavy = ('sqlalchemy', 'alembic', 'yaml', 'markdown', 'holidays', 'PySide6')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_opening_a_folder_that_stands_imports_no_more_than_the_database(
    workplace: Workplace,
) -> None:
    workplace.close()
    code = (
        "import sys; from pathlib import Path\n"
        "from app.services.opening import open_workplace\n"
        "from app.services import library, run_lists\n"
        "from app.services.care import look_after\n"
        f"folder, shipped = Path({str(workplace.folder)!r}), Path({str(workplace.shipped)!r})\n"
        "place = open_workplace(folder, shipped=shipped)\n"
        "library.load_shelf(place); run_lists.list_runs(place); look_after(place); place.close()\n"
        "heavy = ('alembic', 'yaml', 'markdown', 'holidays', 'PySide6')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# A process that is killed

TICKER = """
import sys
from pathlib import Path
from app.model.run.run import Mark
from app.services import run_lists, run_steps, runs
from app.services.opening import open_workplace
place = open_workplace(Path(sys.argv[1]), shipped=None)
(row,) = run_lists.list_runs(place)
number = len(runs.open_run(place, run=row.run.id).events)
while True:
    mark = Mark.DONE if number % 2 else Mark.OPEN
    view = run_steps.mark_item(place, run=row.run.id, step="modtag", item=0, mark=mark)
    number = view.events[-1].sequence
    print(number, flush=True)
"""


def test_a_process_that_is_killed_loses_no_tick_that_was_shown(data: Path, shipped: Path) -> None:
    """Once and again; `tests/hard` kills it at hundreds of moments."""
    chance = random.Random(4417)
    with open_workplace(data, shipped=shipped) as workplace:
        run = begin(workplace)
    shown = 1
    for _ in range(2):
        ticker = subprocess.Popen(
            [sys.executable, "-c", TICKER, str(data)],
            cwd=paths.ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert ticker.stdout
        for _ in range(chance.randint(1, 12)):
            shown = int(ticker.stdout.readline())
        ticker.kill()
        rest = ticker.communicate()[0].split()
        assert ticker.returncode == -signal.SIGKILL
        shown = int(rest[-1]) if rest else shown
        with open_workplace(data, shipped=None) as workplace:
            events = runs.open_run(workplace, run=run).events
        assert [event.sequence for event in events] == list(range(1, len(events) + 1))
        assert len(events) >= shown
        assert isinstance(events[shown - 1].what, ItemMarked)


def test_time_is_told_in_utc(workplace: Workplace) -> None:
    assert workplace.now() == NOW
    assert workplace.now().utcoffset() is not None
