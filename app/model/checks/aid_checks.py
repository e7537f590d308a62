"""Does what helps to find things lead somewhere: synonyms, choices, the intervention ladder?"""

from collections.abc import Mapping

from app.model.checks.finding_collecting import Collector
from app.model.checks.text_checks import LONGEST_STEP_TITLE, check_lix, check_title
from app.model.danish.lix import PROCEDURE_LIMIT
from app.model.findings import Finding
from app.model.library.catalogue import Library, Rung
from app.model.library.wayfinder import Lead, WayfinderHappening, WayfinderStage


def check_aids(library: Library) -> list[Finding]:
    """Check the synonyms, the choices of *Hvad gør jeg nu?* and the steps of the ladder."""
    findings: list[Finding] = []
    for synonym in library.catalogue.synonyms:
        found = Collector("synonym", synonym.word, library)
        for index, meaning in enumerate(synonym.means):
            if meaning.casefold() == synonym.word.casefold():
                found.warn("synonym_of_itself", "means", index, word=synonym.word)
        findings += found.findings
    for stage in library.catalogue.stages:
        findings += _check_stage(stage, library)
    for rung in library.catalogue.ladder:
        findings += _check_rung(rung, library)
    return findings


def _check_rung(rung: Rung, library: Library) -> list[Finding]:
    found = Collector("rung", rung.id, library)
    check_title(found, rung.title, LONGEST_STEP_TITLE, "title")
    check_lix(found, [rung.summary], PROCEDURE_LIMIT, "summary")
    for index, slug in enumerate(rung.procedures):
        if slug not in library.procedure_by_id:
            found.error("unknown_procedure", "procedures", index, procedure=slug)
    for index, slug in enumerate(rung.cards):
        if slug not in library.card_by_id:
            found.error("unknown_card", "cards", index, card=slug)
    found.laws(rung.law, "law")
    return found.findings


def _check_stage(stage: WayfinderStage, library: Library) -> list[Finding]:
    found = Collector("stage", stage.id, library)
    known: set[str] = set()
    for happening in stage.happenings:
        if happening.id in known:
            found.error("duplicate_id", "happenings", happening.id, "id", id=happening.id)
        known.add(happening.id)
        _check_happening(found, happening)
    return found.findings


def _check_happening(found: Collector, happening: WayfinderHappening) -> None:
    ages = {age.id for age in found.library.catalogue.ages}
    for index, lead in enumerate(happening.leads):
        at = ("happenings", happening.id, "leads", index)
        _check_lead(found, lead, *at, "to")
        for number, age in enumerate(lead.ages):
            if age not in ages:
                found.error("unknown_age", *at, "ages", number, age=age)
    if ages and all(lead.ages for lead in happening.leads):
        missing = ages - {age for lead in happening.leads for age in lead.ages}
        if missing:
            names = ", ".join(
                age.title for age in found.library.catalogue.ages if age.id in missing
            )
            found.warn("age_without_lead", "happenings", happening.id, "leads", ages=names)


def _check_lead(found: Collector, lead: Lead, *path: str | int) -> None:
    library, target = found.library, lead.target
    by_kind: dict[str, Mapping[str, object]] = {
        "procedure": library.procedure_by_id,
        "card": library.card_by_id,
        "tool": library.tool_by_id,
    }
    if target.id not in by_kind[target.kind]:
        found.error(f"unknown_{target.kind}", *path, **{target.kind: target.id})
    elif target.step and target.step not in library.procedure_by_id[target.id].by_id:
        found.error("unknown_step", *path, step=target.step)
