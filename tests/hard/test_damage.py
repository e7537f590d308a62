"""A thousand damaged places: each is told or does no harm, and nothing is another in silence.

What was told is mended as the user would, and then it is counted what that cost.
"""

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from app.model.errors import Trouble
from app.services.backups import recover
from app.services.care import look_after
from app.services.library import search
from app.store import left, presence
from app.store.log_file import log_of
from tests.hard.figures import note, rounds
from tests.hard.filled import copied, events_in, lost, opened, see
from tests.hard.stand import Stand, spoil

CHUNKS = 10


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Stand:
    return Stand(tmp_path_factory.mktemp("skade"))


def _anywhere(_stand: Stand, database: Path, chance: random.Random) -> None:
    spoil(database, chance)


def _in_a_text(stand: Stand, database: Path, chance: random.Random) -> None:
    stand.change_a_letter(database, chance)


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize(
    ("name", "damage", "places"),
    [("anywhere in the database", _anywhere, 500), ("a letter of a text", _in_a_text, 200)],
)
def test_damage_is_told_or_does_no_harm_and_all_is_had_back(
    stand: Stand,
    name: str,
    damage: Callable[[Stand, Path, random.Random], None],
    places: int,
    chunk: int,
) -> None:
    """The backup of the day is whole here, and holds all."""
    outcome: Counter[str] = Counter()
    for number in range(chunk, rounds(places), CHUNKS):
        damage(stand, stand.lay_out(), random.Random(number))
        seen, told = stand.met()
        assert told in ("", "damaged", "missing", "newer_version"), (name, number)
        if seen is None:
            outcome["told"] += 1
            recover(stand.copy, clock=stand.clock)
            seen = stand.look()
        else:
            outcome["harmless"] += 1
        assert lost(stand.seen, seen) == [], f"changed in silence: {name}, place {number}"
    note(f"damage, {name}", {"places": outcome.total(), **outcome, "lost": 0})


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_damage_of_what_a_crash_has_left_is_told_and_all_else_is_read(
    stand: Stand, chunk: int
) -> None:
    """Nothing of the log is in any backup: what was on a spoilt page is lost, and is told."""
    outcome: Counter[str] = Counter()
    before = events_in(stand.seen_crashed)
    for number in range(chunk, rounds(200), CHUNKS):
        spoil(log_of(stand.lay_out(stand.crashed)), random.Random(30_000 + number))
        seen, told = stand.met()
        assert told in ("", "log_cut", "damaged"), number
        if seen is not None:
            outcome["harmless"] += 1
            assert lost(stand.seen_crashed, seen) == [], f"changed in silence: log, place {number}"
            continue
        outcome["told"] += 1
        recover(stand.copy, clock=stand.clock)
        after = events_in(stand.look())
        assert after.items() <= before.items(), f"changed in silence: log, place {number}"
        assert len(after) >= len(events_in(stand.seen)), number
        outcome["events lost with their page, told"] += len(before) - len(after)
    places = outcome["told"] + outcome["harmless"]
    note("damage, the log of a crash", {"places": places, **outcome})


def test_damage_of_what_lies_beside_the_database_does_no_harm(stand: Stand) -> None:
    for number in range(rounds(60)):
        chance = random.Random(40_000 + number)
        folder = stand.lay_out().parent
        beside = folder / chance.choice((left.NAME, presence.NAME))
        if number % 3 == 0:
            beside.unlink()
        elif beside.stat().st_size:
            spoil(beside, chance)
        else:
            beside.write_bytes(chance.randbytes(200))
        assert stand.met() == (stand.seen, ""), number
    note("damage, beside the database", {"places": rounds(60), "harmless": rounds(60)})


def test_damaged_files_of_what_ships_hinder_no_start_and_change_no_run(stand: Stand) -> None:
    whole = stand.shipped.with_name("hele")
    copied(stand.shipped, whole)
    for number in range(rounds(60)):
        chance = random.Random(50_000 + number)
        stand.lay_out()
        files = sorted(path for path in stand.shipped.rglob("*.*") if path.stat().st_size)
        spoil(chance.choice(files), chance)
        seen, told = stand.met()
        copied(whole, stand.shipped)
        assert told == "", number
        assert seen is not None
        assert set(lost(stand.seen, seen)) <= {"library"}, number
    note("damage, what ships", {"places": rounds(60), "hindered": 0})


def test_what_is_searched_is_never_damaged_in_silence(stand: Stand) -> None:
    for number in range(rounds(60)):
        spoil(stand.lay_out(), random.Random(10_000 + number))
        with suppress(Trouble), opened(stand.copy, stand.shipped, stand.clock) as workplace:
            look_after(workplace)
            assert search(workplace, "vagt") == stand.hits, number
            assert lost(stand.seen, see(workplace)) == [], number
    note("damage, seen in the search", {"places": rounds(60), "changed in silence": 0})
