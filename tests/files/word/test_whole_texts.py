"""Whole Word files, from the file to the procedure that comes of it."""

from pathlib import Path

from app.files.word import read_word
from app.model.word.line_guessing import propose
from app.model.word.procedure_building import Built
from app.model.word.step_drafts import Note
from tests.files.word.test_word_tables import tbl, tc, tr
from tests.files.word_make import (
    HEAD,
    STEPS,
    abstract,
    from_body,
    level,
    listed,
    numbered,
    numbering,
    override,
    paragraph,
    run,
    saved,
    with_list_and_table,
)
from tests.model.word.make import KNOWN, THEME, built_of


def built_from(path: Path) -> Built:
    """Read a file, and build what is proposed."""
    return built_of(propose(read_word(path), KNOWN, THEME))


def test_ways_lead_where_the_numbers_on_the_page_say_though_the_list_began_before(
    tmp_path: Path,
) -> None:
    lists = numbering(abstract(0, level(0, "%1.")), numbered(1, 0), numbered(2, 0, override(0, 1)))
    heading = (
        '<w:pStyle w:val="Heading2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    )
    body = (
        paragraph(run("Husk altid:"))
        + listed("Barnet først", 1, 0)
        + listed("Skriv tidspunktet", 1, 0)
        + paragraph(run("Modtag underretningen"), look=heading)
        + paragraph(run("Er barnet i fare nu?"), look=heading)
        + paragraph(run("Hvis ja: gå til trin 3"))
        + paragraph(run("Hvis nej: gå til trin 5"))
        + paragraph(run("Iværksæt akut hjælp"), look=heading)
        + paragraph(run("Hold møde"), look=heading)
        + paragraph(run("Send kvittering"), look=heading)
        + paragraph(run("Orientér forældrene"), look=heading)
    )
    built = built_from(from_body(tmp_path, body, **lists))
    ways = built.procedure.step("er-barnet-i-fare-nu").next
    assert [way.to for way in ways] == ["ivaerksaet-akut-hjaelp", "send-kvittering"]
    assert not any(built.remarks.values())


def test_a_table_of_steps_with_a_head_over_two_columns_becomes_its_steps(tmp_path: Path) -> None:
    heads = tr(tc("Trin", span=2), tc("Hvem"), tc("Frist"))
    rows = (
        tr(tc("1"), tc("Modtag underretningen"), tc("Modtagelse"), tc("Straks")),
        tr(tc("2"), tc("Vurdér sikkerheden"), tc("Rådgiver"), tc("24 timer")),
        tr(tc("3"), tc("Send kvittering"), tc("Det gule hold"), tc("6 hverdage")),
    )
    built = built_from(from_body(tmp_path, tbl(heads, *rows)))
    steps = built.procedure.steps[:3]
    assert [step.title for step in steps] == [
        *("Modtag underretningen", "Vurdér sikkerheden", "Send kvittering"),
    ]
    assert [step.role for step in steps][:2] == ["modtagelse", "raadgiver"]
    assert [step.deadline and step.deadline.within for step in steps] == [
        *(None, "24 hours", "6 weekdays"),
    ]
    notes = [remark.note for some in built.remarks.values() for remark in some]
    assert set(notes) == {Note.DEADLINE_UNCLEAR, Note.ROLE_UNKNOWN}
    assert built.procedure.purpose == ""


def test_a_list_of_steps_and_a_table_of_who_and_when_become_one_row_of_steps(
    tmp_path: Path,
) -> None:
    built = built_from(saved(tmp_path, with_list_and_table()))
    procedure = built.procedure
    mains = [step.title for step in procedure.steps if step.title in {one[0] for one in STEPS}]
    assert mains == [title for title, *_ in STEPS]
    assert "Arbejdsgang" not in procedure.purpose
    assert procedure.purpose == f"{HEAD[0][1]}\n"
    choice = procedure.step("er-barnet-i-akut-fare")
    assert (choice.role, choice.deadline and choice.deadline.within) == ("modtagelse", "24 hours")
    assert "send-kvittering-til-underretter" in [way.to for way in choice.next]
    assert procedure.step("moede-i-visitationsteamet").role == "faglig-koordinator"
