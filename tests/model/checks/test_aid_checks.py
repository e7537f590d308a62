"""Synonyms, the choices of *Hvad gør jeg nu?* and the ladder: where they lead, what is wrong."""

from msgspec.structs import replace

from app.model.checks.checker import check_library
from app.model.findings import Finding
from app.model.library.catalogue import Catalogue, Library, Rung
from app.model.library.synonym import Synonym
from app.model.library.target import Target, target_of
from app.model.library.wayfinder import Age, Lead, WayfinderHappening, WayfinderStage
from tests.model.checks.test_checker import CARD, LIBRARY, TOOL
from tests.model.make import flow

AGES = (Age("lille", "0-9 år"), Age("stor", "10-17 år"))


def choice(*leads: Lead) -> WayfinderStage:
    return WayfinderStage("ny", "Ny her", (WayfinderHappening("ring", "Nogen ringer", leads),))


def library(*stages: WayfinderStage, synonyms: tuple[Synonym, ...] = ()) -> Library:
    aids: Catalogue = replace(LIBRARY.catalogue, ages=AGES, stages=stages, synonyms=synonyms)
    made = flow("a > slut\nslut!")
    return Library(aids, (made,), (CARD,), (TOOL,))


def found(checked: Library) -> list[tuple[str, tuple[str | int, ...]]]:
    own = ("synonym", "age", "stage")
    findings: list[Finding] = [one for one in check_library(checked) if one.place.kind in own]
    return [(one.code, one.place.path) for one in findings]


def test_a_reference_names_a_document_and_maybe_a_step() -> None:
    assert target_of("card:klage") == Target("card", "klage")
    assert target_of("procedure:klage/modtag") == Target("procedure", "klage", "modtag")


def test_what_is_for_an_age_alone_comes_first() -> None:
    own, other, any_age = Lead("card:a", ("stor",)), Lead("card:b", ("lille",)), Lead("card:c")
    happening = WayfinderHappening("x", "X", (any_age, own, other))
    assert happening.asks_age
    assert happening.leads_for("stor") == (own, any_age)
    assert not WayfinderHappening("x", "X", (any_age,)).asks_age


def test_choices_that_lead_somewhere_have_no_findings() -> None:
    made = library().procedures[0].id
    sound = choice(Lead(f"procedure:{made}/a"), Lead("card:kort", ("stor",)), Lead("tool:skema"))
    assert found(library(sound, synonyms=(Synonym("k", ("kort",)),))) == []


def test_choices_that_lead_nowhere_are_found() -> None:
    made = library().procedures[0].id
    leads = [Lead("card:x"), Lead(f"procedure:{made}/x"), Lead("procedure:x"), Lead("tool:x")]
    at = ("happenings", "ring", "leads")
    assert found(library(choice(*leads))) == [
        ("unknown_card", (*at, 0, "to")),
        ("unknown_step", (*at, 1, "to")),
        ("unknown_procedure", (*at, 2, "to")),
        ("unknown_tool", (*at, 3, "to")),
    ]


def test_an_age_that_is_unknown_or_left_out_is_found() -> None:
    assert found(library(choice(Lead("card:kort", ("gammel", "lille"))))) == [
        ("unknown_age", ("happenings", "ring", "leads", 0, "ages", 0)),
        ("age_without_lead", ("happenings", "ring", "leads")),
    ]


def test_names_that_stand_twice_are_found() -> None:
    twice = (Synonym("bfu", ("a",)), Synonym("bfu", ("BFU",)))
    stage = choice(Lead("card:kort"))
    again = replace(stage, happenings=stage.happenings * 2)
    assert found(library(again, synonyms=twice)) == [
        ("duplicate_id", ("word",)),
        ("synonym_of_itself", ("means", 0)),
        ("duplicate_id", ("happenings", "ring", "id")),
    ]


def rungs(*ladder: Rung) -> list[tuple[str, str, tuple[str | int, ...]]]:
    checked = library()
    whole = replace(checked, catalogue=replace(checked.catalogue, ladder=ladder))
    findings = [one for one in check_library(whole) if one.place.kind == "rung"]
    return [(one.place.id, one.code, one.place.path) for one in findings]


def test_a_step_of_the_ladder_that_leads_somewhere_has_no_findings() -> None:
    made = library().procedures[0].id
    law = LIBRARY.catalogue.provisions[0].ref
    assert rungs(Rung("almen", "Almen hjælp", "Hverdagen", (made,), ("kort",), (law,))) == []


def test_a_step_of_the_ladder_that_leads_nowhere_is_found() -> None:
    rung = Rung("almen", "Almen hjælp", "Hverdagen", ("x",), ("kort", "y"), ("bl:999",))
    assert rungs(rung) == [
        ("almen", "unknown_procedure", ("procedures", 0)),
        ("almen", "unknown_card", ("cards", 1)),
        ("almen", "unknown_provision", ("law", 0)),
    ]


def test_two_steps_of_the_ladder_have_two_ids() -> None:
    rung = Rung("almen", "Almen hjælp", "Hverdagen")
    assert rungs(rung, rung) == [("almen", "duplicate_id", ("id",))]
