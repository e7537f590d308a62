"""The procedure that comes of a proposal: ways, roles, deadlines, law, and what is told."""

import pytest

from app.model.library.procedure import StepKind, Transition
from app.model.word.procedure_building import Built
from app.model.word.step_drafts import Note, Remark
from app.model.word.way_words import read_way
from tests.model.word.make import built, bullet, heading, point, text


def notes(result: Built) -> list[Note]:
    return [remark.note for some in result.remarks.values() for remark in some]


def test_steps_follow_each_other_and_the_last_leads_to_an_end() -> None:
    procedure = built(heading("Modtag"), heading("Svar")).procedure
    assert [step.title for step in procedure.steps] == ["Modtag", "Svar", "Afslutning"]
    assert procedure.step("modtag").next == (Transition("svar"),)
    assert procedure.steps[-1].kind is StepKind.END


def test_a_last_step_that_says_so_is_the_end_unless_work_is_done_in_it() -> None:
    assert len(built(heading("Modtag"), heading("Sagen afsluttes")).procedure.steps) == 2
    worked = built(heading("Modtag"), heading("Luk sagen"), bullet("Brev er sendt")).procedure
    assert [step.kind for step in worked.steps][1:] == [StepKind.ACTIVITY, StepKind.END]


def test_ways_lead_where_their_lines_say() -> None:
    procedure = built(
        heading("Er barnet i fare?", 2, "1"),
        bullet("Hvis ja: gå til trin 3"),
        bullet("Hvis nej: sagen afsluttes"),
        heading("Send brev", 2, "2"),
        heading("Ring til døgnvagten", 2, "3"),
        bullet("Ja: gå tilbage til trin 1"),
    ).procedure
    choice = procedure.start
    assert [(way.when, procedure.step(way.to).title) for way in choice.next] == [
        ("Ja", "Ring til døgnvagten"),
        ("Nej", "Sagen afsluttes"),
        ("Ellers", "Send brev"),
    ]
    assert procedure.step("sagen-afsluttes").kind is StepKind.END


def test_a_way_that_says_what_is_done_gets_a_step_of_its_own_with_the_points_below_it() -> None:
    procedure = built(
        heading("Er barnet i fare?"),
        bullet("Hvis ja: Ring til døgnvagten"),
        bullet("Nummeret er noteret", 1),
        bullet("Hvis nej: Gå videre"),
        heading("Svar"),
    ).procedure
    ring = procedure.step("ring-til-doegnvagten")
    assert [item.text for item in ring.checklist] == ["Nummeret er noteret"]
    assert ring.next == (Transition("svar"),)
    assert procedure.start.next[0] == Transition("ring-til-doegnvagten", "Ja")


def test_a_way_that_names_a_step_leads_to_it_and_makes_no_second_one() -> None:
    procedure = built(
        heading("Skal der en indsats til?"),
        bullet("Hvis ja: Lav en aftale med familien."),
        bullet("Hvis nej: Gå videre til »Følg op«"),
        heading("Lav en aftale med familien"),
        heading("Følg op"),
    ).procedure
    titles = [step.title for step in procedure.steps]
    assert titles == [
        "Skal der en indsats til?",
        "Lav en aftale med familien",
        "Følg op",
        "Afslutning",
    ]
    assert [(way.when, procedure.step(way.to).title) for way in procedure.start.next] == [
        ("Ja", "Lav en aftale med familien"),
        ("Nej", "Følg op"),
    ]


def test_a_way_to_another_procedure_ends_here_and_goes_on_there() -> None:
    procedure = built(
        heading("Skal sagen screenes?"),
        bullet("Ja: Fortsæt i proceduren Screening af sagen"),
        bullet("Nej: Gå videre"),
        heading("Svar"),
    ).procedure
    end = procedure.step(procedure.start.next[0].to)
    assert end.continue_in == ("screening",)
    assert end.is_end


def test_a_choice_without_lines_leads_on_both_ways_and_says_so() -> None:
    result = built(heading("Er barnet i fare?"), heading("Svar"))
    assert [way.when for way in result.procedure.start.next] == ["Ja", "Nej"]
    assert {way.to for way in result.procedure.start.next} == {"svar"}
    assert notes(result) == [Note.WAYS_GUESSED]


def test_a_way_to_a_step_that_is_not_there_is_told_of() -> None:
    lines = (bullet("Ja: gå til trin 9"), bullet("Nej: gå videre"), heading("Svar", 2, "2"))
    assert notes(built(heading("Fare?", 2, "1"), *lines)) == [Note.WAY_UNCLEAR]


def test_a_way_leads_to_the_step_of_its_number_in_its_own_row_of_numbers() -> None:
    procedure = built(
        point("Skriv ned", "1"),
        point("Læs akten", "2"),
        point("Modtag", "1"),
        point("Er barnet i fare?", "2"),
        bullet("Hvis ja: gå til trin 3", 1),
        bullet("Hvis nej: gå til trin 4 (Send kvittering)", 1),
        point("Ring", "3"),
        point("Send kvittering", "4"),
    ).procedure
    ways = procedure.step("er-barnet-i-fare").next
    assert [(way.when, way.to) for way in ways] == [("Ja", "ring"), ("Nej", "send-kvittering")]


@pytest.mark.parametrize(
    ("numbers", "way", "to"),
    [
        (("A", "B", "C"), "gå til trin c.", "svar"),
        (("I", "II", "III"), "fortsæt til fase III", "svar"),
        (("01", "02", "03"), "gå til trin 3", "svar"),
        (("1.0", "2.0", "3.0"), "gå til pkt. 3", "svar"),
        (("A1", "A2", "A3"), "gå til punkt A3)", "svar"),
    ],
)
def test_a_number_in_a_way_is_that_which_is_shown(
    numbers: tuple[str, str, str], way: str, to: str
) -> None:
    first, second, third = numbers
    lines = (bullet(f"Ja: {way}", 1), bullet("Nej: gå videre", 1), point("Ring", second))
    result = built(point("Er barnet i fare?", first), *lines, point("Svar", third))
    assert result.procedure.start.next[0].to == to
    assert notes(result) == []


def test_a_number_of_a_point_inside_a_step_leads_to_that_step_and_says_so() -> None:
    lines = (bullet("Ja: gå til punkt 3.2", 1), bullet("Nej: gå videre", 1), point("Ring", "2"))
    after = (point("Svar", "3"), point("Skriv brevet", "3.1", 1), point("Send det", "3.2", 1))
    result = built(point("Fare?", "1"), *lines, *after)
    assert result.procedure.start.next[0].to == "svar"
    assert notes(result) == [Note.WAY_INSIDE]


def test_a_number_that_no_step_has_leads_to_the_step_of_that_place_and_says_so() -> None:
    lines = (bullet("Ja: gå til trin 3", 1), bullet("Nej: gå videre", 1), point("Ring", "3.2"))
    result = built(point("Fare?", "3.1"), *lines, point("Svar", "3.3"))
    assert result.procedure.start.next[0].to == "svar"
    assert notes(result) == [Note.WAY_BY_PLACE]


def test_who_does_it_is_said_or_is_as_before_and_a_talk_is_in_the_childs_lane() -> None:
    procedure = built(
        heading("Modtag"),
        text("Ansvarlig: Modtagelsen"),
        heading("Skriv ned"),
        heading("Samtale med barnet"),
        text("Ansvarlig: Rådgiver"),
        heading("Svar"),
    ).procedure
    assert [step.role for step in procedure.steps] == [
        *("modtagelse", "modtagelse", "barnet", "raadgiver", "raadgiver"),
    ]
    assert procedure.roles[0] == "barnet"
    assert procedure.step("samtale-med-barnet").guide == "Ansvarlig: Rådgiver\n"


def test_a_role_that_says_more_keeps_its_words_and_one_unknown_is_told_of() -> None:
    result = built(heading("Modtag"), text("Ansvarlig: Rådgiver og sekretær"), heading("Svar"))
    assert result.procedure.start.role == "raadgiver"
    assert "sekretær" in result.procedure.start.guide


def test_deadlines_count_from_the_start_from_steps_and_from_dates_that_are_asked_for() -> None:
    procedure = built(
        text("Udløser: Underretningen er modtaget"),
        heading("Vurdér"),
        text("Frist: 24 timer efter modtagelsen (§ 136, stk. 2)"),
        heading("Samtale med barnet"),
        heading("Skriv notat"),
        text("Notatet er færdigt senest 3 dage efter samtalen."),
        heading("Ungeplan"),
        text("Frist: senest 6 måneder før den unge fylder 18 år"),
        heading("Svar"),
    ).procedure
    first = procedure.step("vurder").deadline
    assert first is not None
    assert (first.within, first.after, first.law) == ("24 hours", "trigger", "bl:136.2")
    noted = procedure.step("skriv-notat").deadline
    assert noted is not None
    assert noted.after == "samtale-med-barnet"
    plan = procedure.step("ungeplan")
    assert plan.deadline is not None
    assert plan.deadline.before == "date:fyldt-18"
    assert plan.asks == ("fyldt-18",)


@pytest.mark.parametrize(
    ("lines", "second"),
    [
        (("Frist: 24 timer, dog 4 uger for undersøgelsen",), "4 uger"),
        (("Frist: 24 timer", "Frist: 4 uger"), "4 uger"),
        (
            ("Frist: 24 timer", "Planen laves senest 4 uger efter mødet."),
            "senest 4 uger efter mødet",
        ),
        (("Ring inden 24 timer, og skriv senest 4 uger efter.",), "senest 4 uger"),
    ],
)
def test_a_second_deadline_in_a_step_is_kept_as_text_and_told_of(
    lines: tuple[str, ...], second: str
) -> None:
    result = built(heading("Modtag"), *map(text, lines), heading("Svar"))
    step = result.procedure.start
    assert step.deadline is not None
    assert step.deadline.within == "24 hours"
    remarks = [remark for some in result.remarks.values() for remark in some]
    assert remarks == [Remark(Note.DEADLINE_SECOND, second)]
    assert "4 uger" in step.guide


def test_the_same_deadline_said_twice_is_one() -> None:
    lines = (text("Frist: 24 timer"), text("Vurderingen laves inden 24 timer."))
    assert notes(built(heading("Modtag"), *lines, heading("Svar"))) == []


def test_who_does_it_in_a_long_line_is_read_and_one_unknown_is_told_of() -> None:
    who = "Rådgiver i samarbejde med familien, skolen, sundhedsplejen og andre, der kender barnet"
    result = built(heading("Modtag"), text(f"Ansvarlig: {who}"), heading("Svar"))
    assert result.procedure.start.role == "raadgiver"
    assert who in result.procedure.start.guide
    unknown = built(heading("Modtag"), text("Ansvarlig: Det gule hold"), heading("Svar"))
    assert notes(unknown) == [Note.ROLE_UNKNOWN]
    assert "Det gule hold" in unknown.procedure.start.guide


def test_a_deadline_from_something_unknown_is_not_counted_from_something_else() -> None:
    result = built(heading("Modtag"), text("Frist: 14 dage efter høstferien"), heading("Svar"))
    assert result.procedure.start.deadline is None
    assert "høstferien" in result.procedure.start.guide
    assert notes(result) == [Note.DEADLINE_UNCLEAR]


def test_law_that_is_known_is_taken_and_the_rest_is_told_of() -> None:
    result = built(heading("Modtag"), text("Efter § 136 og § 999 skal der svares."), heading("B"))
    assert result.procedure.start.law == ("bl:136",)
    assert notes(result) == [Note.LAW_UNKNOWN]


def test_law_under_a_heading_above_the_steps_is_that_of_the_whole() -> None:
    procedure = built(
        heading("Fremgangsmåde", 1),
        heading("Modtag"),
        heading("Svar"),
        heading("Lovgrundlag", 1),
        text("Barnets lov §§ 133 og 135."),
    ).procedure
    assert procedure.law == ("bl:133", "bl:135")


def test_what_markdown_would_read_as_marks_is_shown_as_it_was_written() -> None:
    guide = built(heading("A"), text("# 1 *vigtigt* <b>"), heading("B")).procedure.start.guide
    assert guide == "\\# 1 \\*vigtigt\\* \\<b>\n"


def test_points_of_lists_stay_lists_in_guidance() -> None:
    lines = (heading("Vejledning", 3), point("Ring", "1"), point("Skriv", "2"), heading("B"))
    assert built(heading("A"), *lines).procedure.start.guide == "1. Ring\n2. Skriv\n"


def test_ways_are_read_as_people_write_them() -> None:
    assert read_way("Hvis svaret er ja, så gå til trin 4").number == "4"
    assert read_way("Nej → sagen afsluttes").ends
    assert read_way("Hvis barnet er i fare, kontakt lederen").when == "Barnet er i fare"
    assert read_way("Ellers: Gå videre").is_plain
    assert read_way("Akut fare: Ring").when == "Akut fare"
    assert read_way("Noget helt andet").when == "Noget helt andet"
