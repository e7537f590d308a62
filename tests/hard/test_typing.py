"""The window is killed while somebody types in it: what is older than two seconds is kept."""

import random
import time
from datetime import datetime
from pathlib import Path

import pytest

from app.model.library.card import ActionCard
from app.model.library.stored_version import Kind
from app.model.times import ZONE
from app.services import runs
from app.services.authoring import drafts_of
from app.services.rights import TEAM_LEADER
from app.services.run_lists import list_runs
from app.services.settings import load_settings
from app.services.workplace import Workplace
from tests.hard.figures import note, rounds
from tests.hard.filled import copied
from tests.hard.jobs import opened_by
from tests.hard.processes import Worker
from tests.hard.typing import NUMBER, type_for_ever
from tools.journey.cases import Case, prepare, settle

_LOST_AT_MOST_S = 2.0


@pytest.fixture(scope="module")
def used(shipped_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copied(shipped_folder, tmp_path_factory.mktemp("tastet") / "data")
    now = datetime.now(ZONE)
    settle(folder, now, user_name="anna", role=TEAM_LEADER)
    prepare(folder, now, (Case(number=NUMBER, procedure="underretning", days=0),))
    return folder


def _note(workplace: Workplace) -> str:
    (row,) = list_runs(workplace)
    state = runs.open_run(workplace, run=row.run.id).state
    return " ".join(step.note for step in state.steps.values())


def _suggestion(workplace: Workplace) -> str:
    return " ".join(load_settings(workplace).begun.values())


def _draft(workplace: Workplace) -> str:
    (draft,) = drafts_of(workplace, kind=Kind.CARD, slug="kortet")
    assert isinstance(draft.document, ActionCard)
    return draft.document.aim


_KEPT_IN = {"note": _note, "suggestion": _suggestion, "draft": _draft}


@pytest.mark.parametrize("field", list(_KEPT_IN))
def test_at_most_two_seconds_of_typing_are_lost(used: Path, tmp_path: Path, field: str) -> None:
    chance, typed, lost_ms = random.Random(field), 0, 0
    for _ in range(rounds(5)):
        folder = copied(used, tmp_path / "data")
        worker = Worker(type_for_ever, folder, field)
        worker.hear_first()
        worker.hear(chance.uniform(2.5, 5.0))
        killed = time.monotonic()
        worker.kill()
        words = [one for one in worker.said if isinstance(one, tuple)]
        with opened_by(folder, "bagefter") as workplace:
            stored = _KEPT_IN[field](workplace).split()
        missing = [at for number, at in words if f"ord{number}" not in stored]
        longest = killed - min(missing, default=killed)
        typed += len(words)
        lost_ms = max(lost_ms, round(longest * 1000))
        assert longest < _LOST_AT_MOST_S, f"{longest:.1f} s of typing are lost"
    note(
        f"kills while typing, {field}",
        {"kills": rounds(5), "words typed": typed, "ms of typing lost at most": lost_ms},
    )
