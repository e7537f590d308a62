"""A tool that was filled in, as a note and as pictures."""

import msgspec

from app.model.filled import first_values, tool_note
from app.model.journal_text import html_text, plain_text
from app.model.run import ToolFilled
from app.model.state import Filled
from app.model.tool import FieldKind, Tool, ToolField
from app.model.tool_pictures import Curve, Line, Network, Person, curve_of, network_of
from tests.model.log import Log
from tests.model.make import CHECKED, flow

CURVE = ToolField("kurve", "Tal", FieldKind.ROWS, columns=("Dato", "Barn", "Forælder", "Det skete"))
PEOPLE = ToolField(
    "personer", "Personer", FieldKind.ROWS, columns=("Hvem", "Felt", "Hvor tæt", "Tryg eller svær")
)
TOOL = Tool(
    "ark",
    "Målark",
    "tema",
    "Til mål",
    "*Skriv kort.*\n\n{{sagsnummer}}\n\n## Mål\n\n{{maal}}\n\n{{skala}}\n\n## Tal\n\n{{kurve}}\n"
    "\n## Tomt\n\n{{tomt}}\n",
    (
        ToolField("sagsnummer", "Sagsnummer", FieldKind.LINE),
        ToolField("maal", "Målet", FieldKind.TEXT),
        ToolField("skala", "Hvor er vi?", FieldKind.SCALE, options=("Langt fra", "I mål")),
        CURVE,
        ToolField("tomt", "Tomt", FieldKind.TEXT),
        ToolField("glemt", "Glemt af teksten", FieldKind.LINE),
    ),
    checked=CHECKED,
)
FILLED = Filled(
    {"sagsnummer": "2026-04417", "maal": "Sove godt\nog længe", "skala": "7", "glemt": "ja"},
    {"kurve": (("1.9.", "3", "4", ""), ("1.10.", "5,5", "x", "Flyttet"), ("", "", "", ""))},
)


def test_a_note_has_its_headings_and_leaves_out_what_is_empty() -> None:
    note = tool_note(TOOL, FILLED, "2026-04417")
    assert note.title == "Målark, sag 2026-04417"
    assert [(part.heading, part.paragraphs) for part in note.parts] == [
        ("", ("Sagsnummer: 2026-04417",)),
        ("Mål", ("Hvor er vi?: 7 af 10 (1 er »Langt fra«, 10 er »I mål«)",)),
        ("Målet", ("Sove godt", "og længe")),
        ("Tal", ()),
        ("Tal", ()),
        ("Tomt", ("Glemt af teksten: ja",)),
    ]


def test_a_table_stands_in_text_and_html() -> None:
    note = tool_note(TOOL, FILLED, "2026-04417")
    assert "Dato\tBarn\tForælder\tDet skete\n1.9.\t3\t4\t\n" in plain_text(note)
    assert "<th>Dato</th>" in html_text(note)
    assert "<td>Flyttet</td>" in html_text(note)


def test_the_case_number_fills_itself_in() -> None:
    assert first_values(TOOL, "7").fields == {"sagsnummer": "7"}
    bare = msgspec.structs.replace(TOOL, fields=())
    assert first_values(bare, "7").is_empty


def test_what_was_written_last_stands() -> None:
    log = Log(flow("a > slut\nslut!")).add(ToolFilled("ark", {"maal": "A"}))
    log.add(ToolFilled("ark", {"maal": "B"}))
    assert log.state().tools["ark"].fields == {"maal": "B"}
    assert log.state().tools["ark"].by == "raadgiver"
    assert log.undo(len(log.events)).state().tools["ark"].fields == {"maal": "A"}


def test_numbers_over_time_are_a_curve() -> None:
    assert curve_of(CURVE, FILLED.rows["kurve"]) == Curve(
        ("1.9.", "1.10."), (Line("Barn", ((0, 3.0), (1, 5.5))),)
    )
    assert curve_of(CURVE, (("1.9.", "3", "", ""),)) is None
    assert curve_of(CURVE, (("1.9.", "300", "", ""), ("2.9.", "0", "", ""))) is None


def test_people_are_a_network_by_how_close_they_are() -> None:
    rows = (
        ("Mormor", "Familie", "tæt", "tryg"),
        ("Træner", "Fritid", "3", "svær"),
        ("", "", "", ""),
    )
    assert network_of(PEOPLE, rows) == Network(
        (
            Person("Mormor", "Familie", 1, "tryg"),
            Person("Træner", "Fritid", 3, "svær"),
        )
    )
    assert network_of(CURVE, rows) is None
    assert network_of(PEOPLE, ()) is None
