"""Whole Word files, from the file to the procedure that comes of it."""

from pathlib import Path

from app.files.word import read_word
from app.model.word.line_guessing import propose
from app.model.word.procedure_building import Built
from tests.files.word_make import (
    abstract,
    from_body,
    level,
    listed,
    numbered,
    numbering,
    override,
    paragraph,
    run,
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
