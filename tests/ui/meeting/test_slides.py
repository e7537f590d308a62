"""What of a card or a step stands on the big screen."""

from datetime import date

import pytest

from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.catalogue import Catalogue, Role
from app.model.library.procedure import (
    Checked,
    CheckItem,
    Deadline,
    Procedure,
    Step,
    StepKind,
    Transition,
)
from app.ui.meeting.slides import SlideItem, card_slide, parts_of, step_slides, without_blanks

CHECKED = Checked("bl", date(2026, 3, 8))
ROLES = ("barnet", "raadgiver", "modtagelse", "faglig-koordinator", "jurist")
CATALOGUE = Catalogue(roles=tuple(Role(role, role.capitalize(), "") for role in ROLES))
CARD = ActionCard(
    "akut",
    "24-timersvurdering",
    "Afgør, om barnet er i fare nu",
    "akut",
    "en underretning er modtaget",
    ("raadgiver", "faglig-koordinator"),
    (
        CardSection("Få overblik", (CardItem("Modtaget: dato ____ kl. ____"),)),
        CardSection("Vurdér", (CardItem("Vi ved, hvor barnet er", critical=True),)),
    ),
    checked=CHECKED,
    deadline="24 timer",
    note="Skriv også, når svaret er nej.",
)
PROCEDURE = Procedure(
    "underretning",
    "Underretning",
    "akut",
    "",
    "Nu",
    ("raadgiver",),
    (
        Step(
            "fare",
            "Er barnet i fare?",
            StepKind.DECISION,
            "raadgiver",
            deadline=Deadline(within="24 hours", after="trigger", law="bl:136.2"),
            checklist=(CheckItem("Vurderet", required=True),),
            next=(Transition("slut", "Nej"), Transition("tal", "Ja")),
        ),
        Step("slut", "Slut", StepKind.END, "raadgiver"),
        Step(
            "tal",
            "Tal med barnet",
            StepKind.CONVERSATION,
            "barnet",
            deadline=Deadline(within="1 weeks", after="trigger", reason="Godt"),
            next=(Transition("faerdig"),),
        ),
        Step("faerdig", "Færdig", StepKind.END, "raadgiver", checklist=(CheckItem("Lukket"),)),
    ),
    checked=CHECKED,
)


def test_a_card_keeps_its_order_and_marks_what_is_critical() -> None:
    slide = card_slide(CARD, CATALOGUE, "Version 3")
    assert [section.title for section in slide.sections] == ["Få overblik", "Vurdér"]
    assert slide.sections[1].items == (SlideItem("Vi ved, hvor barnet er", "Vigtigt", "alert"),)
    assert (slide.count, slide.deadline, slide.version) == (2, "24 timer", "Version 3")
    assert slide.aside == ("Bemærk", "Skriv også, når svaret er nej.")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Modtaget: dato ____ kl. ____", "Modtaget: dato … kl. …"),
        (
            "Udvalg senest dag 7: ____. Kortet er færdigt",
            "Udvalg senest dag 7: … Kortet er færdigt",
        ),
        ("Barnet er hørt", "Barnet er hørt"),
    ],
)
def test_lines_to_write_on_are_three_dots(written: str, shown: str) -> None:
    assert without_blanks(written) == shown


@pytest.mark.parametrize(
    ("roles", "parts"),
    [
        ((), ()),
        (("raadgiver",), (("Hvem", "Raadgiver"),)),
        (
            ("raadgiver", "faglig-koordinator"),
            (("Læser op", "Faglig-koordinator"), ("Svarer og skriver", "Raadgiver")),
        ),
        (
            ("modtagelse", "jurist", "faglig-koordinator"),
            (("Læser op", "Faglig-koordinator"), ("Svarer", "Modtagelse"), ("Skriver", "Jurist")),
        ),
        (("barnet", "raadgiver"), (("Læser op", "Raadgiver"), ("Svarer", "Barnet"))),
        (
            ("barnet", "raadgiver", "modtagelse"),
            (("Læser op", "Modtagelse"), ("Svarer", "Barnet"), ("Skriver", "Raadgiver")),
        ),
    ],
)
def test_one_leads_one_answers_one_writes_and_never_the_child(
    roles: tuple[str, ...], parts: tuple[tuple[str, str], ...]
) -> None:
    assert parts_of(roles, CATALOGUE) == parts


def test_steps_come_in_order_without_ends_that_hold_nothing() -> None:
    slides = step_slides(PROCEDURE, CATALOGUE, "")
    assert [name for name, _ in slides] == ["fare", "tal", "faerdig"]
    assert [slide.place.replace("\u00a0", " ") for _, slide in slides] == [
        "Trin 1 af 2",
        "Trin 2 af 2",
        "Afslutning",
    ]


def test_a_decision_shows_its_ways_and_other_steps_what_follows() -> None:
    (_, decision), (_, talk), _ = step_slides(PROCEDURE, CATALOGUE, "")
    assert decision.sections[0].items == (SlideItem("Vurderet", "Krav"),)
    assert [item.text for item in decision.sections[1].items] == [
        "Nej → Slut",
        "Ja → trin\u00a02, Tal med barnet",
    ]
    assert decision.aside[1] == ""
    assert talk.aside == ("Derefter", "Færdig")


def test_a_deadline_that_is_not_the_laws_says_so() -> None:
    (_, decision), (_, talk), _ = step_slides(PROCEDURE, CATALOGUE, "")
    assert decision.deadline == "24 timer"
    assert talk.deadline == "1 uge (anbefaling)"
