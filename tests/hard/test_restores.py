"""Every restore that has a whole backup ends in a program that works, and tells what it cost."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from app.data_folder import DATABASE
from app.model.errors import Refused
from app.services import runs
from app.services.backups import list_backups, recover, restore
from app.services.care import look_after
from app.services.workplace import Workplace
from app.store.backup_files import FOLDER, backup_files
from tests.hard.figures import note, rounds
from tests.hard.filled import BACKUPS, Seen, events_in, opened
from tests.hard.stand import Stand, spoil

CHUNKS = 4


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Stand:
    return Stand(tmp_path_factory.mktemp("hentet"))


def _changed(before: Seen, after: Seen) -> list[str]:
    """Name the runs that are there and not as they were."""
    return [
        name
        for name, value in after.items()
        if name.startswith("run ") and before.get(name) != value
    ]


def _works(stand: Stand) -> None:
    """Go on with a case, and find it again."""
    with opened(stand.copy, stand.shipped, stand.clock) as workplace:
        view = _start(workplace)
    with opened(stand.copy, stand.shipped, stand.clock) as workplace:
        assert runs.open_run(workplace, run=view).state.run.case_number == "2026-99999"


def _start(workplace: Workplace) -> str:
    view = runs.start_run(
        workplace, procedure="underretning", case_number="2026-99999", trigger=workplace.now()
    )
    return view.state.run.id


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_lost_database_comes_back_although_backups_are_damaged_too(
    stand: Stand, chunk: int
) -> None:
    """One whole backup at least is left; what came after the newest of those is lost, and told."""
    outcome: Counter[str] = Counter()
    for number in range(chunk, rounds(120), CHUNKS):
        chance = random.Random(20_000 + number)
        stand.lay_out().unlink()
        backups = backup_files(stand.copy)
        assert len(backups) == BACKUPS
        for backup in chance.sample(backups, k=1 + number % (BACKUPS - 1)):
            spoil(backup, chance)
        came = recover(stand.copy, clock=stand.clock)
        seen = stand.look()
        assert _changed(stand.seen, seen) == [], f"changed in silence, restore {number}"
        assert came.runs == sum(name.startswith("run ") for name in seen)
        assert came.runs >= 4, number
        assert seen["library"] == stand.seen["library"]
        _works(stand)
        outcome["tried"] += 1
        outcome["runs lost that no whole backup held, told"] += 12 - came.runs
    note("restores of a lost database", {**outcome, "failed": 0})


def test_a_restore_brings_back_what_the_backup_held_and_keeps_what_was_there(
    stand: Stand,
) -> None:
    for number in range(rounds(40)):
        stand.lay_out()
        with opened(stand.copy, stand.shipped, stand.clock) as workplace:
            backups = list_backups(workplace)
            chosen = backups[number % len(backups)]
            newer = _start(workplace)
        came = restore(stand.copy, name=chosen.name, clock=stand.clock)
        seen = stand.look()
        assert _changed(stand.seen, seen) == [], number
        assert len(events_in(seen)) == chosen.events, number
        with opened(stand.copy, stand.shipped, stand.clock) as workplace:
            restore(stand.copy, name=came.kept.name, clock=stand.clock)
        with opened(stand.copy, stand.shipped, stand.clock) as workplace:
            assert runs.open_run(workplace, run=newer).state.run.case_number == "2026-99999"
    note("restores of a chosen backup", {"tried": rounds(40), "failed": 0, "lost": 0})


def test_a_damaged_backup_that_is_chosen_is_refused_or_whole(stand: Stand) -> None:
    outcome: Counter[str] = Counter()
    for number in range(rounds(60)):
        chance = random.Random(60_000 + number)
        stand.lay_out()
        backup = stand.copy / FOLDER / chance.choice(backup_files(stand.copy)).name
        spoil(backup, chance)
        answer = _restored(stand, backup.name)
        outcome[answer] += 1
        assert answer in ("whole", "backup_unusable"), number
        if answer != "whole":
            assert events_in(stand.look()) == events_in(stand.seen), number
        assert _changed(stand.seen, stand.look()) == [], f"changed in silence, {number}"
    note(
        "restores of a damaged backup",
        {
            "tried": rounds(60),
            "whole": outcome["whole"],
            "refused": outcome["backup_unusable"],
            "lost": 0,
        },
    )


def _restored(stand: Stand, name: str) -> str:
    try:
        restore(stand.copy, name=name, clock=stand.clock)
    except Refused as refused:
        return refused.code
    return "whole"


def test_a_backup_laid_in_the_place_of_the_database_by_hand_is_taken_and_the_newer_told(
    stand: Stand,
) -> None:
    database = stand.lay_out()
    oldest = sorted(backup_files(stand.copy))[0]
    _lay(oldest, database)
    with opened(stand.copy, stand.shipped, stand.clock) as workplace:
        newer = look_after(workplace).newer
        assert newer is not None
        restore(stand.copy, name=newer.name, clock=stand.clock)
    seen = stand.look()
    assert events_in(seen) == events_in(stand.seen)
    note("restores by hand", {"tried": 1, "lost": 0})


def _lay(backup: Path, database: Path) -> None:
    database.unlink()
    shutil.copyfile(backup, database.with_name(DATABASE))
