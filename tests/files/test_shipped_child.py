"""In every shipped procedure the child is heard, or it is asked why not, before it is decided.

Barnets lov § 5, stk. 3 (the child is heard before decisions), § 18, stk. 3 and the guidance on
abuse (nobody is told who may be suspected, before that is settled).
"""

from pathlib import Path

import pytest

from app.files.library_folder import read_library
from app.model.library.graph import graph_of
from app.model.library.procedure import Procedure, Step, StepKind
from app.model.run.hearing import decides_on_child, hearings_of

SHIPPED = {
    procedure.id: procedure
    for procedure in read_library(Path(__file__).parents[2] / "procedures").library.procedures
}

NOTHING_DECIDED_ON_THE_CHILD = {
    "flytning-og-handlekommune:f-handle": (
        "which municipality is responsible; f-vurder has the gate"
    ),
    "henvendelse-fra-barn:fare": (
        "danger must be answered at once (24 hours); the child itself has called"
    ),
    "henvendelse-fra-barn:fortsaet-akut": "danger: akut hears the child",
    "henvendelse-fra-barn:fortsaet-overgreb": "overgreb hears the child",
    "underretning:vurder-akut": "danger within 24 hours; akut hears the child",
    "underretning:fortsaet-akut": "danger: akut hears the child",
    "underretning:kvitteret": "side branch: the receipt to the one who reported",
    "underretning:saerlige-spor": "who may be contacted first; protects the child",
    "underretning:fortsaet-overgreb": "overgreb hears the child",
    "underretning:loebende-indsats": "whether a new colleague must join (§ 137.1)",
    "underretning:afslut-valg": "only leads on what konkluder decided, which has the gate",
    "akut-foreloebig-afgoerelse:vurder-fare": (
        "danger must be answered at once; every way on has the gate"
    ),
    "akut-foreloebig-afgoerelse:til-ikke-akut": (
        "goes on in screening or examination, which hear the child"
    ),
    "overgreb:akut": "danger within 24 hours",
    "overgreb:til-akut": "akut hears the child",
    "boernefaglig-undersoegelse:til-tiden": "is the text ready; stillingtagen has the gate",
    "boernefaglig-undersoegelse:til-afdaekning": "behind the gate of beslut-bfu",
    "screening:social-kontrol": "who may be contacted first; protects the child",
    "undersoegelse-uden-samarbejde:forsoeg-frivilligt-valg": (
        "do the voluntary ways give enough; ja leads back to the examination, nej to the talk"
    ),
    "undersoegelse-uden-samarbejde:til-bfu": (
        "goes back to the examination, which hears the child"
    ),
    "foraeldresamarbejde-under-anbringelse:foraeldre-stoetteperson": (
        "an afgørelse about the parent (§ 75)"
    ),
    "inddragelse-af-barnet:uden-foraeldre": "how the talk is held",
    "inddragelse-af-barnet:fravig": "whether the talk can be left out, with reason (§ 5.4)",
    "inddragelse-af-barnet:afslut": "heard in samtale or in another way (anden-vis) with reason",
    "opstartsmoede-aaben-dialog:aad-afklar": (
        "form of a voluntary meeting; the child is asked in the next step"
    ),
    "opstartsmoede-aaben-dialog:til-andet": "another form, in procedures that ask the child",
    "bekymrende-skolefravaer:t-tryg": "who may be contacted first; protects the child",
    "bekymrende-skolefravaer:til-underretning": "duty to report; underretning hears the child",
    "stoettende-indsats:stoette-grundlag-valg": (
        "whether an examination is started beside it; that one hears the child"
    ),
    "tidlig-hjaelp:t-underret": "duty to report",
    "tidlig-hjaelp:til-underretning": "duty to report; underretning hears the child",
    "barnets-plan:plan-stillingtagen": (
        "both ways go through a talk (plan-maal-barn, plan-uden-barn)"
    ),
    "opfoelgning-og-tilsyn:opf-dato-valg": "a fact",
    "opfoelgning-og-tilsyn:opf-tilsyn-valg": "a fact; the visit before it is itself a talk",
    "opfoelgning-og-tilsyn:tilsyn-i-gang": (
        "side branch: the visits themselves are talks (§ 156.5)"
    ),
    "anbringelse-med-samtykke:anb-a-grundlag-valg": (
        "is the basis there; leads to the talk, the examination or akut"
    ),
    "anbringelse-med-samtykke:til-undersoegelse": "the examination hears the child",
    "anbringelse-med-samtykke:til-akut": "akut hears the child",
    "anbringelse-uden-samtykke:anb-b-akutvurdering": (
        "can it wait for the committee; both ways go through a talk"
    ),
    "anbringelse-uden-samtykke:anb-b-foreloebig": "akut hears the child",
    "anbringelse-uden-samtykke:anb-b-genbehandling-valg": "which of the law's two terms applies",
    "anbringelse-uden-samtykke:genbehandlet": "side branch: the clock of § 50",
    "samvaer-og-kontakt:samvaer-klage": "a fact",
    "valg-af-anbringelsessted:sted-godkendt": "a fact",
    "handicapkompenserende-ydelse:til-ungeplan": "side branch: ungeplan hears the young person",
    "handicapkompenserende-ydelse:h-screen": (
        "how much must be known; h-maalgruppe and h-afgoer have the gate"
    ),
    "handicapkompenserende-ydelse:til-hjemmetraening": "hjemmetræning hears the child",
    "bekymrende-adfaerd-og-kriminalitet:kvitteret": "side branch: the receipt",
    "bekymrende-adfaerd-og-kriminalitet:k-fare": "danger within 24 hours",
    "bekymrende-adfaerd-og-kriminalitet:til-akut": "akut hears the child",
    "bekymrende-adfaerd-og-kriminalitet:k-opf": (
        "the report of a follow-up; the decision after it has the gate"
    ),
    "klage-og-genvurdering:klage-start": "a fact",
    "klage-og-genvurdering:klage-vejled": "information on the right to complain",
    "klage-og-genvurdering:klage-frist": "a fact",
    "klage-og-genvurdering:klage-modtag": "who treats the complaint, by law",
    "klage-og-genvurdering:klage-ankestyrelsen-valg": "Ankestyrelsen's decision",
    "klage-og-genvurdering:ny-afgoerelse-ankestyrelsen": (
        "the new decision is made in the procedure it leads to, with its gate"
    ),
    "klage-og-genvurdering:klage-ret": "the family's own choice",
    "klage-og-genvurdering:klage-egendrift": "Ankestyrelsen's decision",
    "klage-og-genvurdering:gennemfoer-paalaeg": (
        "carried out in the procedure it leads to, with its gate"
    ),
    "klage-og-genvurdering:ingen-klage": "no complaint, nothing decided",
    "klage-og-genvurdering:klage-slut": (
        "the complaint is answered; the talk before is the answer"
    ),
    "handicapkompenserende-ydelse:h-varsel-valg": "a fact",
    "overgreb:kvitteret": "side branch: the receipt",
}
"""Decisions and ends before which nobody needs to have heard the child, and why."""

CONTACTS = {
    "akut-foreloebig-afgoerelse:sikr-barnet": ("hvem-foerst",),
    "akut-foreloebig-afgoerelse:samtykke": ("hvem-foerst",),
    "underretning:tal-med-foraeldre": ("saerlige-spor", "risikovurdering"),
    "screening:meddel": ("social-kontrol", "risikovurdering"),
    "boernefaglig-undersoegelse:meddel-afgoerelse": ("hvem-foerst",),
    "boernefaglig-undersoegelse:familie-netvaerk": ("hvem-foerst",),
    "boernefaglig-undersoegelse:fagfolk": ("hvem-foerst",),
    "afdaekning:foraeldre": ("hvem-foerst",),
    "afdaekning:fagfolk": ("hvem-foerst",),
    "kommende-foraeldre:raadgivning": ("hvem-foerst",),
    "kommende-foraeldre:afdaek": ("hvem-foerst",),
    "kommende-foraeldre:undersoeg": ("hvem-foerst",),
    "undersoegelse-uden-samarbejde:forsoeg-frivilligt": ("hvem-foerst",),
    "anbringelse-med-samtykke:anb-a-grundlag": ("hvem-foerst",),
    "anbringelse-med-samtykke:anb-a-netvaerk": ("hvem-foerst",),
    "anbringelse-uden-samtykke:anb-b-sagsoplysning": ("hvem-foerst",),
    "valg-af-anbringelsessted:sted-netvaerk": ("hvem-foerst",),
    "samvaer-og-kontakt:samvaer-plan": ("hvem-foerst",),
    "tidlig-hjaelp:t-foraeldre": ("t-underret",),
    "tidlig-hjaelp:t-sparring": ("t-underret",),
    "bekymrende-skolefravaer:t-fravaer": ("t-tryg",),
    "bekymrende-skolefravaer:t-fravaer-10": ("t-tryg",),
    "overgreb:orienter-foraeldre": ("samraad",),
}
"""Steps that contact parents, network or school, with those that settle who may be told first."""


def is_afgoerelse(step: Step) -> bool:
    """Tell whether something is decided at a step, or the decision written or handed on."""
    if step.is_decision:
        return True
    words = ("afgør", "indstilling", "pålæg", "afslag", "godkend")
    tells = any(one.startswith("afgoerelse") or one.endswith("meddelt") for one in step.asks)
    named = any(word in step.title.casefold() for word in words)
    return step.kind is StepKind.DOCUMENT and (tells or named)


def spoken_of(procedure: Procedure) -> set[str]:
    """Name the steps that no way comes to before it was said whether the child was heard.

    Of ways that are all taken one is enough; of those of a choice all must lead by a talk.
    """
    graph, talks = graph_of(procedure), hearings_of(procedure)
    known: dict[str, bool] = {}
    for step_id in graph.order:
        into = [way.source for way in graph.into[step_id] if not way.is_back]
        before = bool(into) and (
            all(known[source] for source in into) or _meets(procedure, step_id, into, known)
        )
        step = procedure.by_id[step_id]
        known[step_id] = before or step_id in talks or decides_on_child(procedure, step)
    return {step_id for step_id, is_known in known.items() if is_known}


def _meets(procedure: Procedure, step_id: str, into: list[str], known: dict[str, bool]) -> bool:
    """Tell whether ways that are all taken meet here, one of which leads by a talk."""
    graph = graph_of(procedure)
    heard = [source for source in into if known[source]]
    forks = [one for one in procedure.steps if not one.is_decision and len(one.next) > 1]
    for fork in forks:
        reach = [{way.target} | graph.after[way.target] for way in graph.out[fork.id]]
        silent = [source for source in into if not known[source]]
        if heard and all(
            any(one in ways and other not in ways for ways in reach for one in heard)
            for other in silent
        ):
            return True
    return False


@pytest.mark.parametrize("procedure", SHIPPED.values(), ids=lambda one: one.id)
def test_no_afgoerelse_and_no_end_is_come_to_without_asking_for_the_child(
    procedure: Procedure,
) -> None:
    if procedure.without_child:
        return
    spoken = spoken_of(procedure)
    missing = [
        f"{procedure.id}:{step.id}"
        for step in procedure.steps
        if (is_afgoerelse(step) and not decides_on_child(procedure, step))
        or (step.is_end and step.id not in spoken)
    ]
    assert not [one for one in missing if one not in NOTHING_DECIDED_ON_THE_CHILD]


def test_what_is_said_to_need_no_talk_is_still_there_and_has_none() -> None:
    for name in NOTHING_DECIDED_ON_THE_CHILD:
        procedure, step = name.split(":")
        assert not decides_on_child(SHIPPED[procedure], SHIPPED[procedure].by_id[step]), name


def test_every_talk_says_what_it_is_for() -> None:
    talks = [
        (procedure.id, step.id, step.talk)
        for procedure in SHIPPED.values()
        for step in procedure.steps
        if step.kind is StepKind.CONVERSATION
    ]
    assert [one for one in talks if one[2] is None] == []
    assert len(talks) > 70


@pytest.mark.parametrize(("contact", "settled"), CONTACTS.items())
def test_nobody_is_contacted_before_it_is_settled_who_may_be_told_first(
    contact: str, settled: tuple[str, ...]
) -> None:
    procedure, step = contact.split(":")
    gate = SHIPPED[procedure].by_id[step].gate
    assert gate is not None
    assert set(settled) <= set(gate.needs)
