"""What a newer program has written stays as it is, is told where it is met, and hinders nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.data_folder import DATABASE
from app.model.errors import Trouble
from app.model.library.stored_version import Kind, VersionState
from app.services import backups, runs
from app.services.authoring import all_drafts, keep_draft
from app.services.care import look_after
from app.services.cases import open_case
from app.services.library import load_shelf
from app.services.moving_runs import newer_version, runs_behind
from app.services.opening import open_workplace
from app.services.rights import TEAM_LEADER
from app.services.run_lists import list_runs
from app.services.settings import add_own_word, change_settings, keep_folder, load_settings
from app.services.suggestions import keep_begun
from app.services.workplace import Workplace
from app.store.backing_up import is_whole
from app.store.backup_files import FOLDER
from app.store.stored_documents import fingerprint
from tests.services.make import NOW, Clock, library, procedure, ship

NEWER_EVENT = 'payload = \'{"kind":"teleported","to":"moon"}\', format = 2'
NEWER_ROW = "summary = '{}', format = 99"


def start(workplace: Workplace, number: str) -> str:
    view = runs.start_run(workplace, procedure="underretning", case_number=number, trigger=NOW)
    return view.state.run.id


@pytest.fixture
def newer(workplace: Workplace) -> str:
    """A run, beside another, in which a newer program has written an event and its row."""
    start(workplace, "1")
    run = start(workplace, "2")
    with workplace.store.writing() as work:
        execute = work._connection.exec_driver_sql
        execute(f"UPDATE run_event SET {NEWER_EVENT} WHERE run_id = '{run}'")
        execute(f"UPDATE case_run SET {NEWER_ROW} WHERE id = '{run}'")
        work.commit()
    return run


def numbers(workplace: Workplace) -> set[str]:
    return {row.run.case_number for row in list_runs(workplace)}


def test_a_run_of_a_newer_program_stays_in_the_list_and_is_told_when_it_is_opened(
    workplace: Workplace, newer: str
) -> None:
    assert numbers(workplace) == {"1", "2"}
    change_settings(workplace, closed_days=("12-24",))  # makes the rows of all runs anew
    assert numbers(workplace) == {"1", "2"}
    with pytest.raises(Trouble) as trouble:
        runs.open_run(workplace, run=newer)
    assert trouble.value.code == "newer_document"


def test_what_a_newer_program_wrote_is_in_backups_and_comes_through_a_rescue(
    workplace: Workplace, newer: str, clock: Clock
) -> None:
    made = backups.back_up_now(workplace)
    assert is_whole(workplace.folder / FOLDER / made.name)
    look_after(workplace)
    run = start(workplace, "3")
    workplace.close()
    with (workplace.folder / DATABASE).open("r+b") as file:
        file.write(bytes(100))
    backups.recover(workplace.folder, clock=clock)
    with open_workplace(workplace.folder, shipped=None, clock=clock) as again:
        assert numbers(again) == {"1", "2", "3"}
        assert runs.open_run(again, run=run)
    with closing(sqlite3.connect(workplace.folder / DATABASE)) as connection:
        asked = "SELECT payload FROM run_event WHERE run_id = ?"
        ((payload,),) = connection.execute(asked, (newer,)).fetchall()
    assert "teleported" in payload


def test_a_case_shows_the_runs_that_can_be_read_and_a_row_of_each(
    workplace: Workplace, newer: str
) -> None:
    readable = start(workplace, "2")
    case = open_case(workplace, case_number="2")
    assert {row.run.id for row in case.rows} == {readable, newer}
    assert [view.state.run.id for view in case.views] == [readable]
    assert case.unread == 1


# Texts of a newer form


def write_newer(workplace: Workplace, *, kind: str, slug: str) -> None:
    """Let the text that counts be one that a newer program has written."""
    text = '{"title":"Ny form","formen":{"er":"ukendt"}}'
    which = "item_id = (SELECT id FROM item WHERE kind = ? AND slug = ?)"
    with workplace.store.writing() as work:
        work._connection.exec_driver_sql(
            f"UPDATE version SET format = 2, document = ?, sha256 = ? WHERE {which}",
            (text, fingerprint(text), kind, slug),
        )
        work.commit()


def formats(workplace: Workplace, kind: str, slug: str) -> list[int]:
    with workplace.store.reading() as work:
        found = work._connection.exec_driver_sql(
            "SELECT format FROM version JOIN item ON item.id = item_id WHERE kind = ? AND slug = ?",
            (kind, slug),
        )
        return [row[0] for row in found]


def test_a_text_of_a_newer_program_is_named_and_all_else_is_there(workplace: Workplace) -> None:
    run = start(workplace, "1")
    before = load_shelf(workplace).library
    write_newer(workplace, kind="procedure", slug="underretning")
    workplace.procedures.clear()
    shelf = load_shelf(workplace)
    assert [(one.info.slug, one.title) for one in shelf.newer] == [("underretning", "Ny form")]
    assert "underretning" not in shelf.library.procedure_by_id
    assert shelf.library.cards == before.cards
    assert shelf.library.catalogue == before.catalogue
    assert numbers(workplace) == {"1"}
    assert runs_behind(workplace) == ()
    with pytest.raises(Trouble) as trouble:
        runs.open_run(workplace, run=run)
    assert trouble.value.code == "newer_document"


def test_a_run_that_follows_an_older_version_goes_on_beside_one_of_a_newer_program(
    workplace: Workplace,
) -> None:
    run = start(workplace, "1")
    with workplace.store.writing() as work:
        info = work.items.add_version(
            Kind.PROCEDURE, "underretning", procedure(), shipped=False, author="", now=NOW
        )
        work.items.publish(Kind.PROCEDURE, "underretning", info.number, now=NOW)
        text = "{}"
        work._connection.exec_driver_sql(
            "UPDATE version SET format = 2, document = ?, sha256 = ? WHERE number = ?",
            (text, fingerprint(text), info.number),
        )
        work.commit()
    assert runs.open_run(workplace, run=run).version.number == 1
    assert newer_version(workplace, run=run) is None
    assert runs_behind(workplace) == ()


def test_the_registers_that_were_there_before_count_where_a_newer_program_wrote_them(
    workplace: Workplace,
) -> None:
    before = load_shelf(workplace).library.catalogue
    with workplace.store.reading() as work:
        slug = next(one.info.slug for one in work.items.published() if one.info.kind == "catalogue")
        stored = work.items.published_version(Kind.CATALOGUE, slug)
    assert stored is not None
    with workplace.store.writing() as work:
        info = work.items.add_version(
            Kind.CATALOGUE, slug, stored.document, shipped=False, author="", now=NOW
        )
        work.items.publish(Kind.CATALOGUE, slug, info.number, now=NOW)
        work._connection.exec_driver_sql(
            "UPDATE version SET format = 2, document = '{}', sha256 = ? WHERE number = 2",
            (fingerprint("{}"),),
        )
        work.commit()
    shelf = load_shelf(workplace)
    assert shelf.library.catalogue == before
    assert [one.info.kind for one in shelf.newer] == [Kind.CATALOGUE]


def test_a_draft_of_a_newer_program_is_told_and_the_others_are_listed(workplace: Workplace) -> None:
    change_settings(workplace, role=TEAM_LEADER)
    mine = keep_draft(workplace, document=procedure("Min"), base=1)
    theirs = keep_draft(workplace, document=procedure("Deres"), base=1)
    with workplace.store.writing() as work:
        work._connection.exec_driver_sql(
            "UPDATE version SET format = 2, document = '{}', sha256 = ? WHERE number = ?",
            (fingerprint("{}"), theirs.info.number),
        )
        work.commit()
    assert [draft.info.number for draft in all_drafts(workplace)] == [mine.info.number]
    assert [one.info.state for one in load_shelf(workplace).newer] == [VersionState.DRAFT]
    with pytest.raises(Trouble) as trouble:
        keep_draft(workplace, document=procedure("Deres"), draft=theirs.info.number, base=1)
    assert trouble.value.code == "newer_document"


def test_what_ships_with_an_older_program_leaves_what_a_newer_one_wrote(
    workplace: Workplace, shipped: Path, clock: Clock
) -> None:
    write_newer(workplace, kind="procedure", slug="underretning")
    ship(shipped, library(procedure("Ældre udgave")))
    with open_workplace(workplace.folder, shipped=shipped, clock=clock) as again:
        assert formats(again, "procedure", "underretning") == [2]
        assert [one.title for one in load_shelf(again).newer] == ["Ny form"]


def test_a_list_that_a_newer_program_keeps_otherwise_is_not_written_over(
    workplace: Workplace,
) -> None:
    words, begun = [{"word": "værge", "by": "Anna"}], {"card:a:": {"text": "Ring", "by": "Anna"}}
    with workplace.store.writing() as work:
        work.settings.put("own_words", words, now=NOW)
        work.settings.put("begun", begun, now=NOW)
        work.settings.put("folders", begun, now=NOW)
        work.commit()
    assert load_settings(workplace).own_words == ()
    changes: tuple[Callable[[], object], ...] = (
        lambda: add_own_word(workplace, "støtte"),
        lambda: change_settings(workplace, own_words=("støtte",)),
        lambda: keep_begun(workplace, where="card:b:", text="Ring"),
    )
    for change in changes:
        with pytest.raises(Trouble) as trouble:
            change()
        assert trouble.value.code == "newer_document"
    change_settings(workplace, zoom=120)
    keep_folder(workplace, "pdf", "/tmp")
    with workplace.store.reading() as work:
        stored = work.settings.all()
    assert (stored["own_words"], stored["begun"], stored["folders"]) == (words, begun, begun)
    assert stored["zoom"] == 120
