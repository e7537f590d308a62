import pytest

from app.model.search import Entry, Hit, Level
from app.store.unit_of_work import Store

GUIDE = (
    "Ring til underretter samme dag, og sig hvem der nu har sagen. Skriv i journalen hvad der "
    "blev sagt. Vurdér om barnet kan blive hjemme i nat, og hvem der kan hjælpe med det. "
    "Tal med vagten, hvis det trækker ud, og skriv hvad I aftalte."
)
ENTRIES = (
    Entry("procedure", "underretning", Level.TITLE, "Underretning", law=("bl:133",), cited="§ 133"),
    Entry("procedure", "bfu", Level.TITLE, "Børnefaglig undersøgelse"),
    Entry(
        "procedure",
        "underretning",
        Level.STEP,
        "Send kvittering til underretter",
        step="kvittering",
        context="Underretning",
        around="Modtagelse",
        law=("bl:138.1", "bl:136"),
        cited="§ 136 og § 138, stk. 1",
    ),
    Entry(
        "procedure",
        "underretning",
        Level.ITEM,
        "Send kvittering til underretter",
        text="Der er kvitteret inden for 6 hverdage",
        step="kvittering",
        context="Underretning",
    ),
    Entry(
        "procedure",
        "bfu",
        Level.STEP,
        "Hold børnesamtalen",
        step="samtale",
        context="Børnefaglig undersøgelse",
        law=("bl:136.2",),
        cited="§ 136, stk. 2",
    ),
    Entry(
        "procedure",
        "bfu",
        Level.ITEM,
        "Skriv udkast",
        text="Underretningen er nævnt i udkastet",
        step="udkast",
        context="Børnefaglig undersøgelse",
    ),
    Entry(
        "procedure",
        "bfu",
        Level.TEXT,
        "Skriv udkast",
        text=GUIDE,
        step="udkast",
        context="Børnefaglig undersøgelse",
    ),
    Entry("card", "opkald", Level.TITLE, "Kvittering på telefon", context="Henvendelser"),
    Entry(
        "provision",
        "bl:136.2",
        Level.TEXT,
        "Barnets lov § 136, stk. 2",
        text="Kommunen vurderer inden 24 timer",
        law=("bl:136.2",),
        cited="§ 136, stk. 2",
        around="bl barnets lov",
    ),
    Entry(
        "provision",
        "rsl:13",
        Level.TEXT,
        "Retssikkerhedsloven § 13",
        text="Noget andet",
        law=("rsl:13",),
        cited="§ 13",
    ),
)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as work:
        work.search.add(ENTRIES)
        work.commit()
    return store


def find(store: Store, typed: str, limit: int = 20) -> tuple[Hit, ...]:
    with store.reading() as work:
        return work.search.find(typed, limit)


def places(store: Store, typed: str) -> list[str]:
    return [hit.step or hit.id for hit in find(store, typed)]


def test_titles_stand_before_steps_and_steps_before_texts(filled: Store) -> None:
    assert places(filled, "under") == ["underretning", "bfu", "kvittering", "udkast"]


def test_one_place_is_found_once(filled: Store) -> None:
    assert places(filled, "kvitter") == ["opkald", "kvittering"]


@pytest.mark.parametrize("typed", ["børnesam", "boernesam", "BØRNESAMTALEN", "bornesam"])
def test_letters_may_be_typed_as_one_can(filled: Store, typed: str) -> None:
    expected = [] if typed == "bornesam" else ["samtale"]
    assert places(filled, typed) == expected


def test_the_end_of_a_compound_finds_it(filled: Store) -> None:
    (hit,) = find(filled, "samtale")
    assert hit.step == "samtale"
    assert [hit.title[a:b] for a, b in hit.title_marks] == ["samtale"]


def test_all_words_must_fit_but_may_stand_in_the_context(filled: Store) -> None:
    assert places(filled, "undersøgelse udkast") == ["udkast"]
    assert places(filled, "modtagelse kvittering") == ["kvittering"]
    assert places(filled, "modtagelse") == []


def test_a_longer_form_finds_the_word(filled: Store) -> None:
    assert places(filled, "kvitteringerne") == ["opkald", "kvittering"]


@pytest.mark.parametrize(
    "typed", ["§ 136 stk 2", "136 stk. 2", "bl 136.2", "bl § 136, stk. 2", "barnets lov § 136.2"]
)
def test_a_paragraph_is_found_however_it_is_written(filled: Store, typed: str) -> None:
    assert places(filled, typed)[0] == "bl:136.2"


def test_a_whole_paragraph_finds_its_parts_and_all_that_stand_on_them(filled: Store) -> None:
    assert places(filled, "§ 136") == ["bl:136.2", "samtale", "kvittering"]


def test_a_part_that_nothing_stands_on_finds_the_paragraph(filled: Store) -> None:
    assert places(filled, "§ 138 stk. 7") == ["kvittering"]


def test_a_paragraph_finds_before_it_is_typed_out(filled: Store) -> None:
    assert places(filled, "§ 13")[0] == "rsl:13"
    assert "kvittering" in places(filled, "§ 13")


def test_the_act_tells_paragraphs_apart(filled: Store) -> None:
    assert places(filled, "rsl 13") == ["rsl:13"]
    assert places(filled, "rsl 136") == []


def test_a_number_is_also_a_word(filled: Store) -> None:
    assert places(filled, "24 timer") == ["bl:136.2"]
    assert places(filled, "6 hverdage") == ["kvittering"]


def test_a_paragraph_and_a_word_narrow_each_other(filled: Store) -> None:
    assert places(filled, "kvittering § 138") == ["kvittering"]
    assert places(filled, "§ 138 kvittering") == ["kvittering"]
    assert places(filled, "§ 138 samtale") == []


def test_a_paragraph_is_shown_as_it_is_cited(filled: Store) -> None:
    hit = next(hit for hit in find(filled, "§ 138") if hit.step == "kvittering")
    assert hit.snippet == "§ 136 og § 138, stk. 1"
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["138"]


def test_a_long_text_is_cut_around_what_was_found(filled: Store) -> None:
    (hit,) = find(filled, "hjemme")
    assert hit.level is Level.TEXT
    assert len(hit.snippet) < 130
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["hjemme"]


@pytest.mark.parametrize(
    "typed", ['"', "*", "a* OR b", "NEAR(", "main:x", "(", "-", "'; DROP TABLE search", "\ud800"]
)
def test_whatever_is_typed_is_only_a_search(filled: Store, typed: str) -> None:
    find(filled, typed)
    assert places(filled, "hjemme") == ["udkast"]


def test_no_more_is_found_than_asked_for(filled: Store) -> None:
    assert len(find(filled, "under", limit=2)) == 2


def test_what_is_taken_out_is_not_found(filled: Store) -> None:
    with filled.writing() as work:
        work.search.remove("procedure", "bfu")
        work.commit()
    assert places(filled, "udkast") == []
    with filled.writing() as work:
        work.search.clear()
        work.commit()
    assert places(filled, "kvittering") == []
