import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from app.model.search_hits import ActName, SearchEntry
from app.services.index_filling import put_in
from app.services.indexing import INDEX_FORMAT, act_names, entries_of, plain
from app.services.library import search
from app.services.opening import open_workplace
from app.services.workplace import Workplace
from app.store.search import SearchIndex, prepare
from app.store.search.search_filling import Portion, Prepared
from tests.services.make import Clock, library


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Ring **straks** til _vagten_.", "Ring straks til vagten ."),
        ("# Først\n\n- et\n- to\n1. tre\n> fire", "Først et to tre fire"),
        ("Se [vejledningen](https://eksempel.dk/a_b)", "Se vejledningen"),
        ("Mål\n\n{{maal}}\n", "Mål"),
    ],
)
def test_markdown_is_searched_as_plain_text(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_each_document_step_and_provision_is_one_entry() -> None:
    found = [(entry.kind, entry.slug, entry.step) for entry in entries_of(library())]
    assert found == [
        ("procedure", "underretning", ""),
        ("procedure", "underretning", "modtag"),
        ("procedure", "underretning", "samtale"),
        ("procedure", "underretning", "vurder"),
        ("procedure", "underretning", "kvittering"),
        ("procedure", "underretning", "slut"),
        ("card", "opkald", ""),
        ("tool", "dagsorden", ""),
        *(("provision", ref, "") for ref in ("bl:5.3", "bl:133", "bl:136.2")),
    ]


def test_the_law_of_a_step_is_also_that_of_its_deadline_and_gate() -> None:
    law = {entry.step: entry.law for entry in entries_of(library()) if entry.law and entry.step}
    assert law == {"modtag": ("bl:136.2",), "vurder": ("bl:5.3",)}


def test_a_deadline_is_found_by_its_words() -> None:
    step = next(entry for entry in entries_of(library()) if entry.step == "modtag")
    assert step.lead == ("24 timer",)


def test_acts_are_named_in_every_way() -> None:
    names = [*act_names(library().catalogue)]
    assert names == [
        ActName("bl", "bl"),
        ActName("bl", "barnets lov"),
        ActName("bl", "Barnets lov"),
    ]


# A large index, filled in beside the one there is


def _entries(name: str, number: int) -> list[SearchEntry]:
    return [SearchEntry("card", f"{name}-{one}", f"{name} {one}") for one in range(number)]


def _put_in(workplace: Workplace, name: str) -> bool:
    with workplace.store.reading() as work:
        stamp = work.items.stamp()
    return put_in(workplace, prepare(_entries(name, 5_000), (), ()), stamp, INDEX_FORMAT)


def _tables(workplace: Workplace) -> set[str]:
    with closing(sqlite3.connect(workplace.store.path)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in rows}


def test_a_large_index_takes_the_place_of_the_one_before_and_leaves_nothing(
    workplace: Workplace,
) -> None:
    before = _tables(workplace)
    assert _put_in(workplace, "brev")
    assert _put_in(workplace, "kort")
    assert len(search(workplace, "kort")) == 30
    assert search(workplace, "brev") == ()
    assert _tables(workplace) == before


def test_nobody_waits_for_more_than_a_portion_of_a_large_index(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: list[int] = []
    once = SearchIndex.fill_beside

    def fill(index: SearchIndex, portion: Portion) -> None:
        filled.append(len(portion[1]))
        once(index, portion)

    monkeypatch.setattr(SearchIndex, "fill_beside", fill)
    _put_in(workplace, "brev")
    assert len(filled) > 5
    assert max(filled) <= 5_000


def test_an_index_that_another_window_fills_in_beside_ours_hinders_nothing(
    workplace: Workplace, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = Prepared.portions

    def portions(prepared: Prepared, size: int) -> Iterator[Portion]:
        first, *rest = once(prepared, size)
        yield first
        monkeypatch.setattr(Prepared, "portions", once)
        with open_workplace(workplace.folder, shipped=None, clock=clock) as other:
            _put_in(other, "kort")
        yield from rest

    monkeypatch.setattr(Prepared, "portions", portions)
    assert _put_in(workplace, "brev")
    assert len(search(workplace, "brev")) == 30
    assert search(workplace, "kort") == ()


def test_what_a_window_that_was_killed_has_left_beside_the_index_goes(
    workplace: Workplace,
) -> None:
    before = _tables(workplace)
    with workplace.store.writing() as work:
        work.search.begin_beside()
        work.commit()
    assert _put_in(workplace, "brev")
    assert len(search(workplace, "brev")) == 30
    assert _tables(workplace) == before
