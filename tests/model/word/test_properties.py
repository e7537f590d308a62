"""Whatever stands in a Word file, and whatever is done to it: nothing is lost, all is sound."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.model.checks.checker import check_procedure
from app.model.checks.structure_checks import structure_findings
from app.model.errors import Refused
from app.model.findings import Severity
from app.model.library.catalogue import with_document
from app.model.library.procedure import Procedure, StepKind
from app.model.word import proposal_correcting
from app.model.word.guidance_texts import escaped
from app.model.word.line_sorting import said
from app.model.word.outline import OutlineLine, Written
from app.model.word.procedure_building import Built
from app.model.word.proposal import Becomes, Proposal, ProposalLine
from app.model.word.step_drafts import DraftPart
from tests.model.word.make import KNOWN, LIBRARY, THEME, built_of, guessed

PHRASES_MET = (
    "Modtag underretningen",
    "Er barnet i fare?",
    "Hvis ja: gå til trin 1",
    "Hvis nej: sagen afsluttes",
    "Ja: Fortsæt i proceduren Screening af sagen",
    "Nej → gå til trin 3",
    "Ellers: Send brev til forældrene",
    "Hvis der er tvivl, kontakt lederen",
    "Ansvarlig: Rådgiver",
    "Hvem: Rådgiver og modtagelse",
    "Frist: 24 timer efter modtagelsen (§ 136, stk. 2)",
    "Senest 14 dage efter samtalen",
    "senest 3 måneder før den unge fylder 18 år",
    "Samtale med barnet",
    "Afslutning",
    "Sagen afsluttes",
    "Formål",
    "Tjekliste:",
    "Lovgrundlag",
    "Barnets lov §§ 133, 135 og § 999",
    "Barnet skal høres",
    "Version 2",
    "Bilag",
    "Underretningen er modtaget",
    "Proceduren starter når underretningen er modtaget",
    "trin",
    "Skal sagen åbnes? Hvis ja, gå til 2. Hvis nej, afslut.",
    "Skolen ringer til rådgiver. Rådgiver skriver det ned med det samme.",
    "Ansvar:",
    "trigger",
    "# *ikke* <b>fed</b>",
    "1. ring op",
)
words = st.sampled_from(PHRASES_MET) | st.text("abcæøå §?:.-123", min_size=1, max_size=40)
texts = words.map(lambda one: " ".join(one.split())).filter(bool)

outline_lines = st.builds(
    OutlineLine,
    text=texts,
    written=st.sampled_from(Written),
    level=st.integers(0, 3),
    number=st.sampled_from(("", "1", "2", "3", "1.1")),
    row=st.sampled_from((0, 0, 0, 1, 2)),
    column=st.sampled_from(("", "Trin", "Hvem/hvornår", "Frist", "Tjekliste", "Lov", "Andet")),
)
outlines = st.lists(outline_lines, max_size=14)

lines = st.lists(
    st.builds(
        ProposalLine,
        id=st.just(0),
        text=texts,
        becomes=st.sampled_from(Becomes),
        written=st.sampled_from(Written),
        level=st.integers(0, 2),
        number=st.sampled_from(("", "1", "2", "3")),
        kind=st.sampled_from(StepKind),
        role=st.sampled_from(("", "", "raadgiver", "barnet")),
    ),
    max_size=12,
).map(lambda some: Proposal("Navn", THEME, tuple(_numbered(some))))


def _numbered(some: list[ProposalLine]) -> list[ProposalLine]:
    return [replace(line, id=number) for number, line in enumerate(some, start=1)]


def assert_sound(procedure: Procedure) -> None:
    """The procedure hangs together, and the checker has no error to tell of."""
    assert structure_findings(procedure) == ()
    found = check_procedure(procedure, with_document(LIBRARY, procedure))
    assert [one for one in found if one.severity is Severity.ERROR] == []


def assert_nothing_lost(proposal: Proposal, built: Built) -> None:
    """Each line has one spot, and its words stand there."""
    assert built.spots.keys() == {line.id for line in proposal.lines}
    for line in proposal.lines:
        assert is_there(line, built), (line, built.spots[line.id])


def is_there(line: ProposalLine, built: Built) -> bool:
    """Tell whether what a line says is found where it is said to be."""
    spot, whole = built.spots[line.id], built.procedure
    step = whole.by_id[spot.step] if spot.step else whole.start
    guided = escaped(line.text) in step.guide
    law = {*whole.law, *step.law}
    found = {
        DraftPart.LEFT_OUT: line.becomes is Becomes.LEFT_OUT,
        DraftPart.TITLE: whole.title == line.text,
        DraftPart.PURPOSE: any(escaped(text) in whole.purpose for text in (line.text, said(line))),
        DraftPart.APPLIES: any(escaped(text) in whole.applies for text in (line.text, said(line))),
        DraftPart.TRIGGER: said(line).rstrip(".") in whole.trigger,
        DraftPart.STEP: step.title == line.text,
        DraftPart.ITEM: line.text in [item.text for item in step.checklist],
        DraftPart.GUIDE: guided,
        DraftPart.JOURNAL: said(line) in step.document,
        DraftPart.WHO: guided or bool(KNOWN.roles.first(line.text)),
        DraftPart.DEADLINE: guided or step.deadline is not None,
        DraftPart.LAW: set(KNOWN.law.known(line.text)) <= law,
        DraftPart.WAY: step.title.casefold() in line.text.casefold() or bool(step.next),
    }
    return found[spot.part]


@settings(max_examples=120)
@given(outlines)
def test_each_line_of_a_file_comes_out_once_and_the_result_is_sound(
    outline: list[OutlineLine],
) -> None:
    proposal = guessed(*outline)
    result = built_of(proposal)
    assert_sound(result.procedure)
    assert_nothing_lost(proposal, result)
    kept = " ".join(f"{line.number} {line.text}" for line in proposal.lines)
    for line in outline:
        assert all(word in kept for word in re.findall(r"\w+", line.text))


@settings(max_examples=150)
@given(lines)
def test_any_choice_of_what_lines_become_can_be_built(proposal: Proposal) -> None:
    result = built_of(proposal)
    assert_sound(result.procedure)
    assert_nothing_lost(proposal, result)


@settings(max_examples=60)
@given(lines, st.data())
def test_whatever_is_corrected_keeps_every_word(proposal: Proposal, data: st.DataObject) -> None:
    before = sorted("".join(line.text for line in proposal.lines).replace(" ", ""))
    for _ in range(4):
        if not proposal.lines:
            break
        line = data.draw(st.sampled_from(proposal.lines))
        try:
            match data.draw(st.sampled_from(("become", "merge", "split", "up", "down"))):
                case "become":
                    becomes = data.draw(st.sampled_from(Becomes))
                    proposal = proposal_correcting.become(proposal, (line.id,), becomes)
                case "merge":
                    proposal = proposal_correcting.merge_up(proposal, line.id)
                case "split":
                    at = data.draw(st.integers(0, len(line.text)))
                    proposal = proposal_correcting.split(proposal, line.id, at)
                case "up":
                    proposal = proposal_correcting.move(proposal, (line.id,), -1)
                case _:
                    proposal = proposal_correcting.move(proposal, (line.id,), 1)
        except Refused:
            continue
    assert sorted("".join(line.text for line in proposal.lines).replace(" ", "")) == before
    assert len({line.id for line in proposal.lines}) == len(proposal.lines)
    assert_sound(built_of(proposal).procedure)


@given(outlines)
@settings(max_examples=40)
def test_the_same_text_always_becomes_the_same(outline: list[OutlineLine]) -> None:
    assert guessed(*outline) == guessed(*outline)
