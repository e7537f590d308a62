import pytest

from app.model.library.synonym import Synonym
from app.model.search_hits import ActName, Level, SearchEntry, SearchHit
from app.store.search import prepare
from app.store.unit_of_work import Store

GUIDE = (
    "Ring til underretter samme dag, og sig hvem der nu har sagen. Skriv i journalen hvad der "
    "blev sagt. Vurdér om barnet kan blive hjemme i nat, og hvem der kan hjælpe med det. "
    "Tal med vagten, hvis det trækker ud, og skriv hvad børn og voksne aftalte."
)
ENTRIES = (
    SearchEntry("procedure", "underretning", "Underretning", law=("bl:133",), cited="§ 133"),
    SearchEntry("procedure", "bfu", "Børnefaglig undersøgelse"),
    SearchEntry(
        "procedure",
        "underretning",
        "Send kvittering til underretter",
        step="kvittering",
        context="Underretning",
        items=("Der er kvitteret inden for 6 hverdage", "Brevet er lagt på sagen"),
        around="Modtagelse",
        law=("bl:138.1", "bl:136"),
        cited="§ 136 og § 138, stk. 1",
    ),
    SearchEntry(
        "procedure",
        "bfu",
        "Hold børnesamtalen",
        step="samtale",
        context="Børnefaglig undersøgelse",
        law=("bl:136.2",),
        cited="§ 136, stk. 2",
    ),
    SearchEntry(
        "procedure",
        "bfu",
        "Skriv udkast",
        step="udkast",
        context="Børnefaglig undersøgelse",
        items=("Underretningen er nævnt i udkastet",),
        body=(GUIDE,),
    ),
    SearchEntry("card", "opkald", "Kvittering på telefon", context="Henvendelser"),
    SearchEntry("card", "fase", "Undersøgelsesfasen", context="Henvendelser"),
    SearchEntry(
        "provision",
        "bl:136.2",
        "Barnets lov § 136, stk. 2",
        lead=("Kommunen vurderer inden 24 timer",),
        law=("bl:136.2",),
        cited="§ 136, stk. 2",
        around="bl barnets lov",
        named=False,
    ),
    SearchEntry(
        "provision",
        "rsl:13",
        "Retssikkerhedsloven § 13",
        lead=("Noget andet",),
        law=("rsl:13",),
        cited="§ 13",
        around="rsl retssikkerhedsloven",
        named=False,
    ),
)
ACTS = (
    ActName("bl", "bl"),
    ActName("bl", "Barnets lov"),
    ActName("rsl", "rsl"),
    ActName("rsl", "Retssikkerhedsloven"),
    ActName("sel", "Serviceloven"),
    ActName("sel", "sel"),
)
SYNONYMS = (
    Synonym("BFU", ("børnefaglig undersøgelse",)),
    Synonym("§ 50-undersøgelse", ("børnefaglig undersøgelse",), one_way=True),
    Synonym("serviceloven § 50", ("barnets lov § 136", "børnefaglig undersøgelse"), one_way=True),
    Synonym("FMX", ("indehaver af noget", "undersøgelsesfase")),
    Synonym("hvornår haster det", ("§ 136, stk. 2",), one_way=True),
    Synonym("bekymringsbrev", ("underretning",), one_way=True),
)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as work:
        work.search.fill(prepare(ENTRIES, SYNONYMS, ACTS))
        work.commit()
    return store


def find(store: Store, typed: str, limit: int = 20) -> tuple[SearchHit, ...]:
    with store.reading() as work:
        return work.search.find(typed, limit)


def places(store: Store, typed: str) -> list[str]:
    return [hit.step or hit.id for hit in find(store, typed)]


def marked(hit: SearchHit) -> list[str]:
    return [hit.title[a:b] for a, b in hit.title_marks]


def test_names_stand_before_check_items_and_check_items_before_texts(filled: Store) -> None:
    assert places(filled, "underretning") == ["underretning", "kvittering", "udkast"]
    assert places(filled, "journal") == ["udkast"]


def test_a_place_is_found_once_with_what_was_found_of_it(filled: Store) -> None:
    hits = find(filled, "kvitteret")
    assert [hit.step or hit.id for hit in hits] == ["opkald", "kvittering"]
    (item,) = [hit for hit in find(filled, "hverdage") if hit.step]
    assert (item.level, item.snippet) == (Level.ITEM, "Der er kvitteret inden for 6 hverdage")


def test_answers_come_while_one_types(filled: Store) -> None:
    assert places(filled, "u")[0] == "underretning"
    assert places(filled, "und")[0] == "underretning"
    assert set(places(filled, "kvi")) == {"opkald", "kvittering"}


@pytest.mark.parametrize(
    "typed", ["børnesam", "boernesam", "BØRNESAMTALEN", "bornesamtalen", "børnesamtaler"]
)
def test_letters_and_endings_may_be_as_one_types_them(filled: Store, typed: str) -> None:
    assert places(filled, typed) == ["samtale"]


@pytest.mark.parametrize("typed", ["undersøgelse", "undersogelse", "undersøgelser", "undersøgt"])
def test_a_word_is_found_in_compounds_on_both_sides(filled: Store, typed: str) -> None:
    assert places(filled, typed)[0] == "bfu"
    assert "fase" in places(filled, typed)


def test_the_end_of_a_compound_finds_it(filled: Store) -> None:
    (hit,) = find(filled, "samtale")
    assert hit.step == "samtale"
    assert marked(hit) == ["samtale"]


def test_a_compound_that_nothing_holds_is_taken_apart(filled: Store) -> None:
    assert places(filled, "telefonkvittering")[0] == "opkald"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("telefonkvitteringen", "opkald"),
        ("kvitteringsblanket", "opkald"),
        ("underretterhverdage", "kvittering"),
        ("bekymringstelefon", "opkald"),
    ],
)
def test_all_seams_are_tried_and_no_piece_of_a_word_is_one(
    filled: Store, typed: str, first: str
) -> None:
    assert places(filled, typed)[0] == first


def test_a_seam_counts_only_where_a_word_begins_as_is_asked_for(filled: Store) -> None:
    assert places(filled, "blandbrevet") == ["kvittering"]
    assert places(filled, "zzzzhustru") == []


@pytest.mark.parametrize(
    "typed", ["kvitering", "kvttering", "kvitterinf", "vkittering", "kvittterng", "kvitering tele"]
)
def test_one_typing_error_is_forgiven(filled: Store, typed: str) -> None:
    assert "opkald" in places(filled, typed)


def test_a_word_that_is_known_is_never_taken_for_a_misspelt_one(filled: Store) -> None:
    assert places(filled, "vagten") == ["udkast"]


@pytest.mark.parametrize("typed", ["BFU", "bfu", "§ 50-undersøgelse", "paragraf 50 undersøgelse"])
def test_synonyms_find_what_they_mean(filled: Store, typed: str) -> None:
    hit = find(filled, typed)[0]
    assert (hit.id, hit.step) == ("bfu", None)


@pytest.mark.parametrize(
    "typed",
    [
        *("SEL § 50", "sel 50", "servicelov § 50", "servicelovens § 50", "§ 50 serviceloven"),
        *("§ 50 i serviceloven", "SEL § 50, stk. 2", "den gamle § 50", "gammel § 50"),
    ],
)
def test_an_old_paragraph_leads_to_what_took_its_place(filled: Store, typed: str) -> None:
    found = places(filled, typed)
    assert found[0] == "bfu"
    assert "bl:136.2" in found


def test_the_same_number_of_another_act_is_no_old_one(filled: Store) -> None:
    assert "bfu" not in places(filled, "§ 50")
    assert "bfu" not in places(filled, "retssikkerhedsloven § 50")


def test_words_of_one_meaning_find_each_other(filled: Store) -> None:
    assert places(filled, "FMX") == ["fase"]
    assert places(filled, "indehaver af noget")[0] == "fase"


def test_a_word_whose_meaning_nothing_holds_is_asked_for_as_it_is(filled: Store) -> None:
    with filled.writing() as work:
        synonyms = (Synonym("telefonkvittering", ("ukendt ting",)),)
        work.search.fill(prepare(ENTRIES, synonyms, ACTS))
        work.commit()
    assert places(filled, "telefonkvittering")[0] == "opkald"


def test_without_is_never_answered_by_with(store: Store) -> None:
    entries = (
        SearchEntry("procedure", "med", "Anbringelse med samtykke"),
        SearchEntry("procedure", "uden", "Anbringelse uden samtykke"),
    )
    with store.writing() as work:
        work.search.fill(prepare(entries, (), ()))
        work.commit()
    for said in ("uden samtykke", "anbringelse uden samtykke", "anbringelse udentsamtykke"):
        assert places(store, said)[0] == "uden"
    for said in ("med samtykke", "anbringelse med samtykke", "anbringelse medsamtykke"):
        assert places(store, said)[0] == "med"


def test_a_synonym_may_mean_a_paragraph_and_may_go_one_way(filled: Store) -> None:
    assert places(filled, "hvornår haster det")[0] == "bl:136.2"
    assert places(filled, "bekymringsbrev")[0] == "underretning"


def test_small_words_are_not_looked_for_where_there_are_others(filled: Store) -> None:
    assert places(filled, "hvornår skal jeg kvittere")[:2] == ["opkald", "kvittering"]
    assert "opkald" in places(filled, "på")


def test_words_may_stand_in_the_context(filled: Store) -> None:
    assert places(filled, "undersøgelse udkast")[0] == "udkast"
    assert places(filled, "modtagelse kvittering")[0] == "kvittering"


def test_what_holds_all_words_comes_before_what_holds_some(filled: Store) -> None:
    assert places(filled, "kvittering hverdage")[0] == "kvittering"
    assert places(filled, "kvittering telefon")[0] == "opkald"


@pytest.mark.parametrize(
    "typed",
    [
        *("§ 136 stk 2", "136 stk. 2", "bl 136.2", "bl § 136, stk. 2", "barnets lov § 136.2"),
        *("paragraf 136 stk 2", "par. 136 stk. 2", "bl:136.2", "§136, stk 2"),
        *("paragraf 136 stykke 2", "§ 136 stykke 2", "BL § 136 st. 2", "stykke 2 i § 136"),
        *("barnets lov 136, 2", "§ 136, 2", "136stk2", "§136stk2", "136 stykke 2"),
    ],
)
def test_a_paragraph_is_found_however_it_is_written(filled: Store, typed: str) -> None:
    assert places(filled, typed)[0] == "bl:136.2"


def test_a_whole_paragraph_finds_its_parts_and_all_that_stand_on_them(filled: Store) -> None:
    found = places(filled, "§ 136")
    assert found[0] == "bl:136.2"
    assert set(found[1:]) == {"kvittering", "samtale"}


def test_a_part_that_nothing_stands_on_finds_the_paragraph(filled: Store) -> None:
    assert places(filled, "§ 138 stk. 7") == ["kvittering"]


def test_a_paragraph_finds_before_it_is_typed_out(filled: Store) -> None:
    assert places(filled, "§ 13")[0] == "rsl:13"
    assert "kvittering" in places(filled, "§ 13")


def test_the_act_tells_paragraphs_apart(filled: Store) -> None:
    assert places(filled, "rsl 13")[0] == "rsl:13"
    assert places(filled, "rsl 136") == []


def test_the_name_of_an_act_finds_its_provisions(filled: Store) -> None:
    assert places(filled, "retssikkerhedsloven") == ["rsl:13"]


def test_a_number_is_also_a_word(filled: Store) -> None:
    assert places(filled, "24 timer") == ["bl:136.2"]
    assert places(filled, "24timer") == ["bl:136.2"]
    assert places(filled, "6 hverdage") == ["kvittering"]


def test_a_number_that_nothing_holds_is_no_other_number(filled: Store) -> None:
    assert places(filled, "136")
    assert places(filled, "1362") == []
    assert places(filled, "1385") == []


def test_a_paragraph_and_a_word_narrow_each_other(filled: Store) -> None:
    assert places(filled, "kvittering § 138")[0] == "kvittering"
    assert places(filled, "§ 138 kvittering")[0] == "kvittering"


def test_a_paragraph_is_shown_as_it_is_cited(filled: Store) -> None:
    hit = next(hit for hit in find(filled, "§ 138") if hit.step == "kvittering")
    assert hit.snippet == "§ 136 og § 138, stk. 1"
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["138"]


def test_a_provision_is_shown_with_what_it_says(filled: Store) -> None:
    hit = find(filled, "§ 136 stk 2")[0]
    assert (hit.title, hit.snippet) == (
        "Barnets lov § 136, stk. 2",
        "Kommunen vurderer inden 24 timer",
    )


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


def test_nothing_is_found_for_what_is_nowhere(filled: Store) -> None:
    assert places(filled, "xylofon") == []
    assert places(filled, "") == places(filled, " § ") == []


def test_no_more_is_found_than_asked_for(filled: Store) -> None:
    assert len(find(filled, "under", limit=2)) == 2


def test_a_new_index_takes_the_place_of_the_one_before(filled: Store) -> None:
    with filled.writing() as work:
        work.search.fill(prepare((one for one in ENTRIES if one.slug != "bfu"), (), ()))
        work.commit()
    assert places(filled, "udkast") == places(filled, "samtale") == []
    assert places(filled, "kvittering")


def test_an_index_that_is_damaged_is_put_away_all_the_same(filled: Store) -> None:
    with filled.writing() as work:
        work._connection.exec_driver_sql("DELETE FROM search_text_data")
        work.commit()
    with filled.writing() as work:
        work.search.fill(prepare(ENTRIES, SYNONYMS, ACTS))
        work.commit()
    assert places(filled, "kvittering")
