"""What advisers type finds what they need among the first three hits, on all that ships."""

from collections.abc import Iterator
from functools import partial

import pytest

from app import paths
from app.model.library.catalogue import Library
from app.model.search_hits import Level, SearchHit
from app.services.library import load_shelf, search
from app.services.opening import open_workplace
from app.services.workplace import Workplace
from tests.search.asked import Asked, Outcome, ask_all, is_there, leads_to, questions

LIMIT = 30
WRITTEN, UNSEEN, SAID = map(questions, ("questions.yaml", "unseen.yaml", "dossiers.yaml"))


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    folder = tmp_path_factory.mktemp("shipped")
    with open_workplace(folder, shipped=paths.SHIPPED_LIBRARY, actor="anna") as opened:
        yield opened


@pytest.fixture(scope="module")
def library(workplace: Workplace) -> Library:
    return load_shelf(workplace).library


def answered(workplace: Workplace, library: Library, asked: tuple[Asked, ...]) -> Outcome:
    outcome = ask_all(asked, library, partial(search, workplace, limit=LIMIT))
    print(outcome)  # noqa: T201 - shown where the test fails, and with -s
    return outcome


def test_there_are_enough_questions_and_none_stands_twice() -> None:
    asked = [one.ask for one in (*WRITTEN, *UNSEEN, *SAID)]
    assert len(WRITTEN) >= 130
    assert len(SAID) >= 60
    assert len(set(asked)) == len(asked)


def test_nearly_every_question_is_answered_among_the_first_three(
    workplace: Workplace, library: Library
) -> None:
    outcome = answered(workplace, library, WRITTEN)
    assert outcome.success >= 0.95, outcome
    assert outcome.reciprocal_rank >= 0.85, outcome


def test_questions_in_other_words_than_the_texts_are_answered_as_well(
    workplace: Workplace, library: Library
) -> None:
    outcome = answered(workplace, library, SAID)
    assert outcome.success >= 0.95, outcome


def test_questions_that_nobody_thought_of_are_mostly_answered(
    workplace: Workplace, library: Library
) -> None:
    outcome = answered(workplace, library, UNSEEN)
    assert outcome.success >= 0.75, outcome


@pytest.mark.parametrize("start", ["u", "un", "und", "bør", "§", "§ 1", "§ 13", "24"])
def test_every_beginning_finds_something_as_it_is_typed(workplace: Workplace, start: str) -> None:
    assert bool(search(workplace, start)) is (start != "§")


def test_marks_stand_in_what_is_shown(workplace: Workplace) -> None:
    for one in WRITTEN[:60]:
        for hit in search(workplace, one.ask, LIMIT):
            assert all(0 <= start < end <= len(hit.title) for start, end in hit.title_marks)
            assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


def test_each_place_comes_once(workplace: Workplace) -> None:
    for one in WRITTEN[:60]:
        places = [(hit.kind, hit.id, hit.step) for hit in search(workplace, one.ask, LIMIT)]
        assert len(set(places)) == len(places)


def hit(kind: str, slug: str, step: str | None = None) -> SearchHit:
    return SearchHit(kind, slug, step, Level.TITLE, "", "", "")


def test_a_hit_is_right_when_it_leads_to_the_place_wanted() -> None:
    assert leads_to(hit("card", "a"), "card:a")
    assert not leads_to(hit("tool", "a"), "card:a")
    assert leads_to(hit("provision", "bl:5.3"), "provision:bl:5.3")
    assert leads_to(hit("procedure", "a", "b"), "procedure:a/b")
    assert leads_to(hit("procedure", "a", "b"), "procedure:a/*")
    assert leads_to(hit("procedure", "a"), "procedure:a/*")
    assert not leads_to(hit("procedure", "a", "b"), "procedure:a")


def test_questions_of_what_is_not_there_are_skipped_and_counted(library: Library) -> None:
    assert not is_there("procedure:findes-ikke/*", library)
    nothing = ask_all((Asked("x", ("card:findes-ikke",)),), library, lambda _: ())
    assert (nothing.ranks, nothing.skipped) == ({}, 1)


def test_of_a_long_text_the_beginning_is_searched_for(workplace: Workplace) -> None:
    long, short = "barnets stemme " * 20_000, ("barnets stemme " * 14)[:200]
    found = [(hit.kind, hit.id, hit.step) for hit in search(workplace, long)]
    assert found == [(hit.kind, hit.id, hit.step) for hit in search(workplace, short)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("samtykkeblanket", "tool:samtykkeark"),
        ("partshøringbrev", "procedure:anbringelse-uden-samtykke/anb-b-rettigheder"),
        ("24timersvurdering", "card:24-timers-vurdering"),
        ("24t", "card:24-timers-vurdering"),
        ("børnesagkyndig", "card:barnet-og-udvalget"),
        ("mentorfamilie", "card:mentorfamilie"),
        ("mentorfamilien", "card:mentorfamilie"),
        ("forældremyndighedsindehaver", "tool:hvem-bestemmer"),
        ("forældremyndighedsindehaveren", "tool:hvem-bestemmer"),
        ("underretningskvittering", "procedure:underretning/kvitter"),
        ("ankevejledning", "tool:klagevejledning"),
        ("seksuelt misbrug", "procedure:overgreb"),
        ("uden samtykke", "procedure:anbringelse-uden-samtykke"),
        ("anbringelse udentsamtykke", "procedure:anbringelse-uden-samtykke"),
        ("anbringelse med samtykke", "procedure:anbringelse-med-samtykke"),
        ("SEL § 50", "procedure:boernefaglig-undersoegelse"),
        ("servicelov § 50", "procedure:boernefaglig-undersoegelse"),
        ("§ 50 serviceloven", "procedure:boernefaglig-undersoegelse"),
        ("§ 50", "provision:bl:50"),
        ("servicelovens § 140", "procedure:barnets-plan"),
        ("SEL § 84", "provision:sel:84"),
    ],
)
def test_a_compound_and_an_old_paragraph_lead_to_what_they_mean(
    workplace: Workplace, typed: str, first: str
) -> None:
    assert leads_to(search(workplace, typed)[0], first)


@pytest.mark.parametrize("old", ["41", "42", "44", "45", "52", "57 a", "76", "153", "155 a"])
def test_old_paragraphs_of_serviceloven_are_answered(workplace: Workplace, old: str) -> None:
    for typed in (f"SEL § {old}", f"serviceloven § {old}", f"§ {old} i serviceloven"):
        assert search(workplace, typed)
