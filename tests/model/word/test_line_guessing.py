"""What the lines of a Word text are taken for at first sight."""

import pytest

from app.model.library.procedure import StepKind
from app.model.word.kind_words import kind_of_title
from app.model.word.outline import OutlineLine, Written
from app.model.word.proposal import Becomes, Proposal, Why
from app.model.word.step_drafts import Note
from tests.model.word.make import box, built_of, bullet, cell, guessed, heading, point, text


def becomes(proposal: Proposal) -> list[tuple[Becomes, str]]:
    return [(line.becomes, line.text) for line in proposal.lines]


def steps(proposal: Proposal) -> list[str]:
    return [line.text for line in proposal.lines if line.is_step]


# Where the steps are


def test_headings_are_steps_and_what_stands_above_them_are_chapters() -> None:
    proposal = guessed(
        heading("Underretning", 1),
        heading("Fase 1", 2),
        heading("Modtag", 3),
        text("Skriv ned."),
        heading("Vurdér sagen", 3),
        heading("Fase 2", 2),
        heading("Luk sagen", 3),
    )
    assert proposal.title == "Underretning"
    assert steps(proposal) == ["Modtag", "Vurdér sagen", "Luk sagen"]
    guide = built_of(proposal).procedure.step("luk-sagen").guide
    assert guide == "**Fase 2**\n"


def test_without_headings_the_numbered_list_holds_the_steps() -> None:
    proposal = guessed(point("Modtag", "1"), bullet("Skriv ned", 1), point("Vurdér", "2"))
    assert steps(proposal) == ["Modtag", "Vurdér"]
    assert (Becomes.ITEM, "Skriv ned") in becomes(proposal)


def test_a_list_whose_points_have_points_holds_steps() -> None:
    proposal = guessed(bullet("Modtag"), bullet("Skriv ned", 1), bullet("Svar"))
    assert steps(proposal) == ["Modtag", "Svar"]


def test_a_table_with_a_column_for_steps_holds_them_whatever_stands_first_in_a_row() -> None:
    proposal = guessed(
        OutlineLine("Hvem · Trin", Written.COLUMNS, row=1),
        *(cell("Rådgiver", 2, "Hvem"), cell("1", 2, "Nr."), cell("Ring", 2, "Trin")),
        *(cell("Modtagelse", 3, "Hvem"), cell("Skriv", 3, "Trin"), cell("Straks", 3, "Andet")),
    )
    assert becomes(proposal) == [
        (Becomes.LEFT_OUT, "Hvem · Trin"),
        (Becomes.STEP, "Ring"),
        (Becomes.WHO, "Hvem: Rådgiver"),
        (Becomes.STEP, "Skriv"),
        (Becomes.WHO, "Hvem: Modtagelse"),
        (Becomes.GUIDE, "Andet: Straks"),
    ]
    assert proposal.lines[1].number == "1"
    assert [step.role for step in built_of(proposal).procedure.steps[:2]] == [
        "raadgiver",
        "modtagelse",
    ]


def test_a_text_without_steps_becomes_one() -> None:
    proposal = guessed(text("Ring til skolen."), bullet("Barnet er set"))
    first = built_of(proposal).procedure.start
    assert first.title == "Første trin"
    assert [item.text for item in first.checklist] == ["Barnet er set"]


# What lines are


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Modtag underretningen", StepKind.ACTIVITY),
        ("Samtale med barnet", StepKind.CONVERSATION),
        ("Hør den unge", StepKind.CONVERSATION),
        ("Er barnet i fare?", StepKind.DECISION),
        ("Vurdér, om der skal undersøges", StepKind.DECISION),
        ("Beslut hvorvidt sagen åbnes", StepKind.DECISION),
        ("Netværksmøde", StepKind.MEETING),
        ("Send kvittering", StepKind.DOCUMENT),
        ("Afvent svar fra skolen", StepKind.WAIT),
    ],
)
def test_the_kind_of_a_step_is_guessed_from_its_title(title: str, kind: StepKind) -> None:
    assert kind_of_title(title) is kind


def test_sections_before_the_steps_say_what_stands_below_them() -> None:
    proposal = guessed(
        heading("Formål", 1),
        text("Barnet er hørt."),
        heading("Målgruppe", 1),
        bullet("Børn under 18 år"),
        text("Udløser: Underretningen er modtaget"),
        heading("Fremgangsmåde", 1),
        heading("Modtag", 2),
        heading("Svar", 2),
        heading("Bilag", 1),
        text("Skema 3"),
    )
    procedure = built_of(proposal).procedure
    assert procedure.purpose == "Barnet er hørt.\n"
    assert procedure.applies == "- Børn under 18 år\n"
    assert procedure.trigger == "Underretningen er modtaget"
    assert procedure.trigger_event == "underretning-modtaget"
    assert steps(proposal) == ["Modtag", "Svar"]
    assert [line.why for line in proposal.lines[-2:]] == [Why.ASIDE, Why.ASIDE]


def test_in_a_step_words_and_headings_say_what_comes_next() -> None:
    proposal = guessed(
        heading("Modtag"),
        text("Ansvarlig: Rådgiver"),
        text("Tjekliste:"),
        bullet("Datoen skal skrives"),
        text("Derefter ringes op."),
        heading("Dokumentation", 3),
        bullet("Barnets ord"),
        heading("Svar"),
    )
    assert [one for one, _ in becomes(proposal)] == [
        Becomes.STEP,
        Becomes.WHO,
        Becomes.LEFT_OUT,
        Becomes.ITEM,
        Becomes.GUIDE,
        Becomes.LEFT_OUT,
        Becomes.JOURNAL,
        Becomes.STEP,
    ]
    step = built_of(proposal).procedure.start
    assert step.checklist[0].required
    assert step.document == "## Barnets ord\n"


def test_boxes_and_short_points_are_items_and_long_ones_are_read() -> None:
    long = "Et langt punkt, der forklarer " + "og forklarer " * 20
    proposal = guessed(heading("A"), box("Set"), bullet("Kort"), bullet(long), heading("B"))
    assert [one for one, _ in becomes(proposal)][1:4] == [
        Becomes.ITEM,
        Becomes.ITEM,
        Becomes.GUIDE,
    ]


def test_a_long_point_that_is_a_step_keeps_its_first_sentence_as_its_title() -> None:
    long = "Modtag underretningen. Skriv dato og klokkeslæt, og læs det op for den, der ringer."
    proposal = guessed(point(long, "1"), point("Svar", "2"))
    assert becomes(proposal)[:2] == [
        (Becomes.STEP, "Modtag underretningen"),
        (Becomes.GUIDE, "Skriv dato og klokkeslæt, og læs det op for den, der ringer."),
    ]


def test_answers_below_a_question_inside_a_step_make_it_a_choice() -> None:
    proposal = guessed(
        heading("Modtag"),
        bullet("Er barnet i fare?"),
        bullet("Hvis ja: Ring til døgnvagten", 1),
        bullet("Hvis nej: Gå videre", 1),
        heading("Svar"),
    )
    assert steps(proposal) == ["Modtag", "Er barnet i fare?", "Svar"]
    assert [one for one, _ in becomes(proposal)][2:4] == [Becomes.WAY, Becomes.WAY]


def test_a_question_that_is_all_of_its_step_makes_the_step_a_choice() -> None:
    lines = (text("Skal der ændres?"), bullet("Ja: Gå til 1"), bullet("Nej: Gå videre"))
    proposal = guessed(heading("Skriv", 2, "1"), heading("Vurdering"), *lines, heading("Svar"))
    assert steps(proposal) == ["Skriv", "Vurdering", "Svar"]
    procedure = built_of(proposal).procedure
    assert [way.to for way in procedure.step("vurdering").next] == ["skriv", "svar"]


def test_a_question_with_its_answers_in_one_line_is_a_choice() -> None:
    proposal = guessed(
        point("Skal sagen åbnes? Hvis ja, gå til 2. Hvis nej, afslut.", "1"),
        point("Opret sag", "2"),
    )
    assert becomes(proposal) == [
        (Becomes.STEP, "Skal sagen åbnes?"),
        (Becomes.WAY, "Hvis ja, gå til 2."),
        (Becomes.WAY, "Hvis nej, afslut."),
        (Becomes.STEP, "Opret sag"),
    ]


def test_numbered_sections_before_the_steps_are_no_steps() -> None:
    proposal = guessed(
        heading("Formål", 1, "1"),
        text("Barnet er hørt."),
        heading("Ansvar", 1, "2"),
        text("Afdelingslederen."),
        heading("Arbejdsgang", 1, "3"),
        heading("Modtag", 2, "3.1"),
        heading("Dokumentation", 2, "3.2"),
    )
    assert steps(proposal) == ["Modtag", "Dokumentation"]
    assert (Becomes.APPLIES, "Ansvar: Afdelingslederen.") in becomes(proposal)


def test_a_column_for_two_things_is_read_as_the_first() -> None:
    proposal = guessed(
        OutlineLine("Trin · Hvem/hvornår", Written.COLUMNS, row=1),
        *(cell("Ring", 2, "Trin"), cell("Rådgiver, inden 3 hverdage", 2, "Hvem/hvornår")),
        cell("Svar", 3, "Trin"),
    )
    step = built_of(proposal).procedure.start
    assert (step.role, step.deadline and step.deadline.within) == ("raadgiver", "3 weekdays")


def test_those_outside_act_but_do_not_take_over_what_comes_after() -> None:
    procedure = built_of(guessed(point("Forældre ringer", "1"), point("Skriv ned", "2"))).procedure
    assert procedure.step("skriv-ned").role == "raadgiver"


def test_a_single_condition_in_a_step_that_asks_nothing_stays_an_item() -> None:
    proposal = guessed(heading("Modtag"), bullet("Hvis der er tolk: Bestil tid"), heading("Svar"))
    assert becomes(proposal)[1][0] is Becomes.ITEM


def test_what_is_about_the_file_and_what_stands_beside_is_left_out_where_it_is_seen() -> None:
    proposal = guessed(
        OutlineLine("Underretning", Written.TITLE),
        text("Version 2.1"),
        OutlineLine("Modtag 3", Written.CONTENTS),
        heading("Modtag", 1),
        OutlineLine("Husk tolk", Written.NOTE),
        heading("Svar", 1),
    )
    left = [line.why for line in proposal.lines if line.becomes is Becomes.LEFT_OUT]
    assert left == [Why.ABOUT_FILE, Why.CONTENTS, Why.NOTE]


def test_what_may_be_a_cpr_number_is_taken_out_and_the_line_says_so() -> None:
    proposal = guessed(heading("Modtag"), text("Barnet (010190-1234) ringer"), text("x"))
    assert proposal.lines[1].text == "Barnet (••••••-••••) ringer"
    assert [line.is_blanked for line in proposal.lines] == [False, True, False]


def test_a_cpr_number_torn_over_two_lines_is_taken_out_too() -> None:
    proposal = guessed(text("010190"), text("1234"))
    assert all("•" in line.text for line in proposal.lines)


# A table and a text in one document


COLUMNS = OutlineLine("Nr. · Trin · Hvem · Frist", Written.COLUMNS, row=1)


def row(number: int, no: str, title: str, who: str, deadline: str) -> tuple[OutlineLine, ...]:
    """A row of a table of steps."""
    texts = (("Nr.", no), ("Trin", title), ("Hvem", who), ("Frist", deadline))
    return tuple(cell(words, number, column) for column, words in texts if words)


TABLE = (
    COLUMNS,
    *row(2, "1", "Modtag underretningen", "Modtagelsen", ""),
    *row(3, "2", "Vurdér barnets sikkerhed", "Rådgiver", "24 timer"),
    *row(4, "3", "Send kvittering", "Modtagelsen", "6 hverdage"),
)


def test_a_table_that_says_more_of_the_steps_of_a_list_says_it_in_those_steps() -> None:
    proposal = guessed(
        heading("Formål", 1),
        text("Barnet er hørt."),
        heading("Arbejdsgang", 1),
        point("Modtag underretningen", "1"),
        bullet("Skriv ned", 1),
        point("Vurdér barnets sikkerhed", "2"),
        point("Kvittering for modtagelsen", "3"),
        heading("Oversigt", 1),
        COLUMNS,
        *row(2, "1", "Modtag underretningen", "Modtagelsen", ""),
        *row(3, "2", "Vurdér barnets sikkerhed", "Rådgiver", "24 timer"),
        *row(4, "3", "Send kvittering", "Modtagelsen", "6 hverdage"),
    )
    titles = ["Modtag underretningen", "Vurdér barnets sikkerhed", "Kvittering for modtagelsen"]
    assert steps(proposal) == titles
    first, second, third = built_of(proposal).procedure.steps[:3]
    assert [one.role for one in (first, second, third)] == ["modtagelse", "raadgiver", "modtagelse"]
    assert [one.deadline and one.deadline.within for one in (first, second, third)] == [
        *(None, "24 hours", "6 weekdays"),
    ]
    assert third.guide == "Send kvittering\n"
    assert built_of(proposal).procedure.purpose == "Barnet er hørt.\n"
    assert [line.text for line in proposal.lines if line.why is Why.REPEATS] == [
        *("Oversigt", "Modtag underretningen", "Vurdér barnets sikkerhed", "3"),
    ]


def test_a_table_that_names_steps_by_number_alone_speaks_of_those() -> None:
    proposal = guessed(
        point("Modtag", "1"),
        point("Svar", "2"),
        OutlineLine("Trin · Hvem", Written.COLUMNS, row=1),
        *(cell("Trin 2", 2, "Trin"), cell("Modtagelsen", 2, "Hvem")),
        *(cell("1", 3, "Trin"), cell("Rådgiver", 3, "Hvem")),
    )
    assert steps(proposal) == ["Modtag", "Svar"]
    roles = [step.role for step in built_of(proposal).procedure.steps[:2]]
    assert roles == ["raadgiver", "modtagelse"]


def test_a_table_and_a_list_with_steps_of_their_own_are_both_steps_in_their_order() -> None:
    proposal = guessed(
        *TABLE,
        heading("Opfølgning", 1),
        point("Ring til skolen", "1"),
        point("Hold møde", "2"),
    )
    assert steps(proposal) == [
        *("Modtag underretningen", "Vurdér barnets sikkerhed", "Send kvittering"),
        *("Ring til skolen", "Hold møde"),
    ]


def test_headings_below_the_one_for_steps_are_steps_beside_a_table() -> None:
    proposal = guessed(
        heading("Formål", 1, "1"),
        text("Barnet er hørt."),
        heading("Arbejdsgang", 1, "2"),
        heading("Forbered mødet", 2),
        text("Læs akten."),
        heading("Hold mødet", 2),
        text("Skriv referat."),
        heading("Kvalitetssikring", 1, "3"),
        text("Lederen ser på sagerne."),
        *TABLE,
    )
    assert steps(proposal)[:2] == ["Forbered mødet", "Hold mødet"]
    assert steps(proposal)[2:] == [line.text for line in TABLE if line.column == "Trin"]
    procedure = built_of(proposal).procedure
    assert procedure.purpose == "Barnet er hørt.\n"
    guide = procedure.step("modtag-underretningen").guide
    assert guide == "**Kvalitetssikring**\n\nLederen ser på sagerne.\n"


def test_numbered_lines_below_a_heading_are_steps_though_others_are_headings() -> None:
    proposal = guessed(
        heading("Når der ringes", 1),
        point("Lyt", "1"),
        bullet("Afbryd ikke", 1),
        point("Skriv ned", "2"),
        heading("Samtaler", 1),
        heading("Forbered samtalen", 2),
        text("Læs akten."),
        heading("Hold samtalen", 2),
        text("Vær to."),
    )
    assert steps(proposal) == ["Lyt", "Skriv ned", "Forbered samtalen", "Hold samtalen"]
    assert (Becomes.ITEM, "Afbryd ikke") in becomes(proposal)


def test_numbers_below_the_heading_for_steps_are_the_steps_and_other_headings_sections() -> None:
    proposal = guessed(
        heading("Fremgangsmåde", 1),
        *(point(title, str(number)) for number, title in enumerate(("A 1", "B 2", "C 3"), 1)),
        heading("Opfølgning", 1),
        text("Lederen ser på sagerne."),
        heading("Historie", 1),
        text("Begyndt sidste år."),
    )
    assert steps(proposal) == ["A 1", "B 2", "C 3"]


def test_a_section_before_the_first_step_is_said_of_the_whole_with_its_heading() -> None:
    lines = (heading("Principper", 1), text("Barnet først."), heading("Sagsgang", 1))
    proposal = guessed(*lines, point("Modtag", "1"), point("Svar", "2"))
    procedure = built_of(proposal).procedure
    assert procedure.purpose == "**Principper**\n\nBarnet først.\n"
    assert procedure.start.guide == ""


def test_what_stands_below_a_title_in_its_cell_is_part_of_the_step() -> None:
    proposal = guessed(
        COLUMNS,
        *row(2, "1", "Modtag", "", ""),
        cell("Skriv dato ned med det samme.", 2, "Trin"),
        OutlineLine("Ring tilbage", Written.BULLET, row=2, column="Trin"),
        *row(3, "2", "Svar", "", ""),
    )
    assert steps(proposal) == ["Modtag", "Svar"]
    assert becomes(proposal)[2:4] == [
        (Becomes.GUIDE, "Skriv dato ned med det samme."),
        (Becomes.ITEM, "Ring tilbage"),
    ]


def test_a_table_with_one_row_says_who_and_when_of_the_step_it_stands_in() -> None:
    proposal = guessed(
        heading("Modtag"),
        OutlineLine("Ansvarlig · Hvornår", Written.COLUMNS, row=1),
        *(cell("Modtagelsen", 2, "Ansvarlig"), cell("Inden 24 timer", 2, "Hvornår")),
        heading("Svar"),
        text("Skriv et brev."),
    )
    step = built_of(proposal).procedure.start
    assert (step.role, step.deadline and step.deadline.within) == ("modtagelse", "24 hours")


def test_a_section_after_the_steps_sets_nothing_for_the_last_of_them_and_says_so() -> None:
    proposal = guessed(
        point("Modtag", "1"),
        point("Svar", "2"),
        heading("Opfølgning", 1),
        text("Lederen ser på sagerne senest 4 uger efter, jf. § 136."),
    )
    result = built_of(proposal)
    last = result.procedure.step("svar")
    assert (last.deadline, last.law) == (None, ())
    assert last.guide.startswith("**Opfølgning**")
    notes = [remark.note for some in result.remarks.values() for remark in some]
    assert notes == [Note.DEADLINE_UNCLEAR]
