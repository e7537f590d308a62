"""What a newer program has written stays as it is, is told where it is met, and hinders nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from app.data_folder import DATABASE
from app.model.errors import Trouble
from app.services import backups, runs
from app.services.run_lists import list_runs
from app.services.settings import add_own_word, change_settings, keep_folder, load_settings
from app.services.suggestions import keep_begun
from app.services.workplace import Workplace, open_workplace
from app.store.backing_up import is_whole
from app.store.backups import FOLDER
from tests.services.make import NOW, Clock

NEWER_EVENT = 'payload = \'{"kind":"teleported","to":"moon"}\', format = 2'
NEWER_ROW = "summary = '{}', format = 99"


def start(place: Workplace, number: str) -> str:
    view = runs.start_run(place, procedure="underretning", case_number=number, trigger=NOW)
    return view.state.run.id


@pytest.fixture
def newer(place: Workplace) -> str:
    """A run, beside another, in which a newer program has written an event and its row."""
    start(place, "1")
    run = start(place, "2")
    with place.store.writing() as work:
        execute = work._connection.exec_driver_sql
        execute(f"UPDATE run_event SET {NEWER_EVENT} WHERE run_id = '{run}'")
        execute(f"UPDATE case_run SET {NEWER_ROW} WHERE id = '{run}'")
        work.commit()
    return run


def numbers(place: Workplace) -> set[str]:
    return {row.run.case_number for row in list_runs(place)}


def test_a_run_of_a_newer_program_stays_in_the_list_and_is_told_when_it_is_opened(
    place: Workplace, newer: str
) -> None:
    assert numbers(place) == {"1", "2"}
    change_settings(place, closed_days=("12-24",))  # makes the rows of all runs anew
    assert numbers(place) == {"1", "2"}
    with pytest.raises(Trouble) as trouble:
        runs.open_run(place, run=newer)
    assert trouble.value.code == "newer_document"


def test_what_a_newer_program_wrote_is_in_backups_and_comes_through_a_rescue(
    place: Workplace, newer: str, clock: Clock
) -> None:
    made = backups.back_up_now(place)
    assert is_whole(place.folder / FOLDER / made.name)
    place.look_after()
    run = start(place, "3")
    place.close()
    with (place.folder / DATABASE).open("r+b") as file:
        file.write(bytes(100))
    backups.recover(place.folder, clock=clock)
    with open_workplace(place.folder, shipped=None, clock=clock) as again:
        assert numbers(again) == {"1", "2", "3"}
        assert runs.open_run(again, run=run)
    with closing(sqlite3.connect(place.folder / DATABASE)) as connection:
        asked = "SELECT payload FROM run_event WHERE run_id = ?"
        ((payload,),) = connection.execute(asked, (newer,)).fetchall()
    assert "teleported" in payload


def test_a_list_that_a_newer_program_keeps_otherwise_is_not_written_over(
    place: Workplace,
) -> None:
    words, begun = [{"word": "værge", "by": "Anna"}], {"card:a:": {"text": "Ring", "by": "Anna"}}
    with place.store.writing() as work:
        work.settings.put("own_words", words, now=NOW)
        work.settings.put("begun", begun, now=NOW)
        work.settings.put("folders", begun, now=NOW)
        work.commit()
    assert load_settings(place).own_words == ()
    changes: tuple[Callable[[], object], ...] = (
        lambda: add_own_word(place, "støtte"),
        lambda: change_settings(place, own_words=("støtte",)),
        lambda: keep_begun(place, where="card:b:", text="Ring"),
    )
    for change in changes:
        with pytest.raises(Trouble) as trouble:
            change()
        assert trouble.value.code == "newer_document"
    change_settings(place, zoom=120)
    keep_folder(place, "pdf", "/tmp")
    with place.store.reading() as work:
        stored = work.settings.all()
    assert (stored["own_words"], stored["begun"], stored["folders"]) == (words, begun, begun)
    assert stored["zoom"] == 120
