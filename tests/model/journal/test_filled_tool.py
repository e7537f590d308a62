"""A tool that was filled in comes out whole: its text with the fields in their places."""

import msgspec

from app.model.journal.filled_tool import filled_text, known_in, leaves_to_choose, standing_in
from app.model.library.catalogue import Catalogue, Event, Role
from app.model.library.procedure import Step, StepKind
from app.model.library.tool import FieldKind, Tool, ToolField
from app.model.library.tool_pictures import (
    Curve,
    CurveLine,
    PeopleNetwork,
    Person,
    curve_of,
    network_of,
)
from app.model.outgoing.outgoing_blocks import (
    Blank,
    Block,
    OutgoingHeading,
    OutgoingTable,
    Paragraph,
)
from app.model.outgoing.outgoing_text import html_text, plain_text
from app.model.run.run import ToolFilled
from app.model.run.state import Filled
from tests.model.log import Log
from tests.model.make import flow, procedure, step

CURVE = ToolField("kurve", "Tal", FieldKind.ROWS, columns=("Dato", "Barn", "Forælder", "Det skete"))
PEOPLE = ToolField(
    "personer", "Personer", FieldKind.ROWS, columns=("Hvem", "Felt", "Hvor tæt", "Tryg eller svær")
)
EMPTY = ToolField("tomt", "Tomt", FieldKind.TEXT)
TOOL = Tool(
    "ark",
    "Målark",
    "tema",
    "Til mål",
    "Sådan *går* det.\n\n> Skriv kort.\n\n{{sagsnummer}}\n\n## Mål\n\n{{maal}}\n\n{{skala}}\n\n"
    "- **Først** det lette\n- Så det svære\n\n## Tal\n\n{{kurve}}\n\n## Tomt\n\n{{tomt}}\n\n"
    "{{hak}}\n\n{{uden-hak}}\n",
    (
        ToolField("sagsnummer", "Sagsnummer", FieldKind.LINE),
        ToolField("maal", "Målet", FieldKind.TEXT),
        ToolField("skala", "Hvor er vi?", FieldKind.SCALE, options=("Langt fra", "I mål")),
        CURVE,
        EMPTY,
        ToolField("hak", "Barnet er med", FieldKind.CHECK),
        ToolField("uden-hak", "Netværket er med", FieldKind.CHECK),
        ToolField("glemt", "Glemt af teksten", FieldKind.LINE),
    ),
)
FILLED = Filled(
    {
        "sagsnummer": "2026-04417",
        "maal": "Sove godt\nog længe",
        "skala": "7",
        "glemt": "ja",
        "hak": "ja",
    },
    {"kurve": (("1.9.", "3", "4", ""), ("1.10.", "5,5", "x", "Flyttet"), ("", "", "", ""))},
)
LETTERS = Tool(
    "breve",
    "Breve",
    "tema",
    "Svar venligt",
    "Brug ét ad gangen.\n\n# Kvittering\n\n{{dato}}\n\nTak for din underretning.\n\n"
    "# Brev til forældre\n\nVi er bekymrede.\n\n{{tid}}\n",
    (ToolField("dato", "Dato", FieldKind.DATE), ToolField("tid", "Mødet", FieldKind.LINE)),
)


def said(block: Block) -> str:
    """Say a block in a word or two."""
    match block:
        case OutgoingHeading(text, level):
            return f"{'#' * level} {text}"
        case Paragraph(lead=lead):
            return f"{lead} {block.text}".strip()
        case OutgoingTable(rows):
            return f"{len(rows)} rækker"
        case Blank(field):
            return f"({field.id})"


def test_the_text_stands_with_what_was_written_in_its_place() -> None:
    text = filled_text(TOOL, FILLED, "2026-04417")
    assert text.title == "Målark, sag 2026-04417"
    assert [said(block) for block in text.blocks] == [
        "Sådan går det.",
        "Sagsnummer: 2026-04417",
        "## Mål",
        "Målet",
        "Sove godt",
        "og længe",
        "Hvor er vi? 7 af 10 (1 er »Langt fra«, 10 er »I mål«)",
        "• Først det lette",
        "• Så det svære",
        "## Tal",
        "Tal",
        "3 rækker",
        "## Tomt",
        "(tomt)",
        "☑ Barnet er med",
        "☐ Netværket er med",
        "Glemt af teksten: ja",
    ]


def test_an_empty_field_is_a_place_to_write_in_text_and_html() -> None:
    empty = filled_text(TOOL, Filled(), "7")
    plain, html = plain_text(empty), html_text(empty)
    assert "\nTomt\n____" in plain
    assert "Sagsnummer: ____" in plain
    assert "____ (1 er »Langt fra«, 10 er »I mål«)" in plain
    assert "Dato\tBarn\tForælder\tDet skete\n____" in plain
    assert "<p><b>Sagsnummer:</b> ____" in html
    assert html.count("<td>&nbsp;</td>") == 12


def test_what_could_be_answered_stands_where_nothing_is_chosen_yet() -> None:
    choice = ToolField("part", "Du er part", FieldKind.CHOICE, options=("Ja", "Nej", "Senere"))
    letter = msgspec.structs.replace(LETTERS, body="{{part}}\n", fields=(choice,))
    empty = filled_text(letter, Filled(), "7")
    assert "Du er part: ☐ Ja ☐ Nej ☐ Senere" in plain_text(empty)
    assert "☐&nbsp;Ja ☐&nbsp;Nej" in html_text(empty).replace("\u00a0", "&nbsp;")
    chosen = filled_text(letter, Filled(fields={"part": "Nej"}), "7")
    assert "Du er part: Nej" in plain_text(chosen)


def test_lists_emphasis_and_tables_stand_in_html() -> None:
    html = html_text(filled_text(TOOL, FILLED, "2026-04417"))
    assert "<ul><li><b>Først</b> det lette</li><li>Så det svære</li></ul>" in html
    assert "<h4>Mål</h4>" in html
    assert "<th>Dato</th>" in html
    assert "<td>Flyttet</td>" in html
    assert "Skriv kort" not in html


def test_a_letter_comes_alone_when_the_others_are_left_out() -> None:
    whole = filled_text(LETTERS, Filled({"dato": "27.11.2026"}), "7")
    assert [said(block) for block in whole.blocks] == [
        "Brug ét ad gangen.",
        "# Kvittering",
        "Dato: 27.11.2026",
        "Tak for din underretning.",
        "# Brev til forældre",
        "Vi er bekymrede.",
        "(tid)",
    ]
    assert [leaf.title for leaf in leaves_to_choose(LETTERS)] == [
        "",
        "Kvittering",
        "Brev til forældre",
    ]
    assert leaves_to_choose(TOOL) == ()
    one = filled_text(LETTERS, Filled({"tid": "fredag"}, left_out=("", "Kvittering")), "7")
    assert one.title == "Brev til forældre, sag 7"
    assert [said(block) for block in one.blocks] == ["Vi er bekymrede.", "Mødet: fredag"]


APART = msgspec.structs.replace(LETTERS, apart=True)


def test_of_letters_to_several_people_only_one_goes_along() -> None:
    first = standing_in(APART, Filled(), {})
    assert first.left_out == ("Brev til forældre",)
    text = plain_text(filled_text(APART, first, "7"))
    assert "Tak for din underretning." in text
    assert "Vi er bekymrede." not in text


def test_the_letter_that_is_written_in_is_the_one_that_goes_along() -> None:
    written = standing_in(APART, Filled({"tid": "fredag"}), {})
    assert written.left_out == ("Kvittering",)
    chosen = Filled({"dato": "27.11.2026", "tid": "fredag"}, left_out=("Kvittering",))
    assert standing_in(APART, chosen, {}).left_out == ("Kvittering",)
    none = Filled(left_out=("Kvittering", "Brev til forældre"))
    assert standing_in(APART, none, {}).left_out == none.left_out


EVENTS = Catalogue(
    events=(
        Event("modtaget", "Underretningen er modtaget", "underretningen er modtaget"),
        Event("opmaerksom", "Kommunen er opmærksom", "kommunen blev opmærksom"),
    ),
    roles=(Role("raadgiver", "Rådgiver", ""), Role("barnet", "Barnet", "")),
)
DATED = msgspec.structs.replace(
    LETTERS,
    fields=(
        ToolField("dato", "Underretningen er modtaget:", FieldKind.DATE),
        ToolField("opmaerksom", "Vi blev opmærksomme den", FieldKind.DATE),
        ToolField("anden", "Dato", FieldKind.DATE),
        ToolField("skrevet-af", "Skrevet af", FieldKind.LINE),
    ),
)


def known(tool: Tool, log: Log, **more: object) -> dict[str, str]:
    made = msgspec.structs.replace(log.procedure, **more)
    return known_in(tool, made, log.state(), EVENTS)


def test_the_case_number_fills_itself_in_and_what_was_taken_out_stays_out() -> None:
    known_of_run = known(TOOL, Log(flow("a > slut\nslut!")))
    assert known_of_run == {"sagsnummer": "2026-04417"}
    assert standing_in(TOOL, Filled(), known_of_run).fields == known_of_run
    assert standing_in(TOOL, Filled({"sagsnummer": ""}), known_of_run).is_empty
    bare = msgspec.structs.replace(TOOL, fields=())
    assert not known(bare, Log(flow("a > slut\nslut!")))


def test_a_date_that_the_run_knows_fills_in_the_field_that_is_called_as_its_event() -> None:
    log = Log(flow("a > slut\nslut!"))
    assert known(DATED, log) == {}
    assert known(DATED, log, trigger_event="modtaget") == {"dato": "23.11.2026"}
    log.date("opmaerksom", log.at)
    assert known(DATED, log) == {"opmaerksom": "23.11.2026"}


def test_the_role_whose_step_the_tool_hangs_at_is_filled_in_where_there_is_one() -> None:
    both = procedure(
        step("a", "b", tools=("breve",)), Step("b", "B", StepKind.END, "barnet", tools=("breve",))
    )
    assert known(DATED, Log(both)) == {"skrevet-af": "Rådgiver"}
    several = procedure(step("a", "b", tools=("breve",)), step("b", tools=("breve",)))
    other = msgspec.structs.replace(several.steps[1], role="jurist")
    assert known(DATED, Log(procedure(several.steps[0], other))) == {}


def test_what_was_written_last_stands() -> None:
    log = Log(flow("a > slut\nslut!")).add(ToolFilled("ark", {"maal": "A"}))
    log.add(ToolFilled("ark", {"maal": "B"}, left_out=("Brev",)))
    assert log.state().tools["ark"].fields == {"maal": "B"}
    assert log.state().tools["ark"].left_out == ("Brev",)
    assert log.state().tools["ark"].by == "raadgiver"
    assert log.undo(len(log.events)).state().tools["ark"].fields == {"maal": "A"}


def test_numbers_over_time_are_a_curve() -> None:
    assert curve_of(CURVE, FILLED.rows["kurve"]) == Curve(
        ("1.9.", "1.10."), (CurveLine("Barn", ((0, 3.0), (1, 5.5))),)
    )
    assert curve_of(CURVE, (("1.9.", "3", "", ""),)) is None
    assert curve_of(CURVE, (("1.9.", "300", "", ""), ("2.9.", "0", "", ""))) is None


def test_people_are_a_network_by_how_close_they_are() -> None:
    rows = (
        ("Mormor", "Familie", "tæt", "tryg"),
        ("Træner", "Fritid", "3", "svær"),
        ("", "", "", ""),
    )
    assert network_of(PEOPLE, rows) == PeopleNetwork(
        (
            Person("Mormor", "Familie", 1, "tryg"),
            Person("Træner", "Fritid", 3, "svær"),
        )
    )
    assert network_of(CURVE, rows) is None
    assert network_of(PEOPLE, ()) is None
