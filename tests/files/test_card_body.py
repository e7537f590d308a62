"""The text of a card: what is read from it, and which lines fit nowhere."""

from datetime import date

import pytest

from app.files.card_body import read_body, write_body
from app.files.problems import Report, Unreadable
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.procedure import Checked
from tests.files.helpers import said


def body(text: str) -> object:
    report = Report("")
    found = {name: node.plain for name, node in read_body(text, 1, report).items()}
    assert report.problems == ()
    return found


def wrong(text: str) -> list[str]:
    report = Report("")
    read_body(text, 10, report)
    return [said(problem) for problem in report.problems]


def item(text: str, **more: object) -> object:
    return {"sections": [{"title": "A", "items": [{"text": text, **more}]}]}


def test_reads_headings_items_and_the_note() -> None:
    text = "## A\n- [ ] en\n- [ ] **to**\n\n## B\n* [ ] tre\n\n> note\n"
    assert body(text) == {
        "sections": [
            {"title": "A", "items": [{"text": "en"}, {"text": "to", "critical": True}]},
            {"title": "B", "items": [{"text": "tre"}]},
        ],
        "note": "note",
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- [ ] en lang linje,\n      der går over to", item("en lang linje, der går over to")),
        ("- [ ] **kritisk,\n  over to**", item("kritisk, over to", critical=True)),
        (r"- [ ] \*\*Hør\*\* barnet og _skriv_", item("**Hør** barnet og _skriv_")),
        (r"- [ ] \*\*ikke kritisk\*\*", item("**ikke kritisk**")),
        (r"- [ ] C:\mappe", item(r"C:\mappe")),
        (r"- [ ] C:\\mappe", item(r"C:\mappe")),
        ("- [ ] to&#10;linjer", item("to\nlinjer")),
        ("- [ ] &#99999999; &#55296; &#1114112;", item("&#99999999; &#55296; &#1114112;")),
        ("- [ ] sted: ____", item("sted: ____")),
        ("- [ ]", item("")),
        ("- [ ]   luft  ", item("luft")),
    ],
)
def test_reads_an_item(line: str, expected: object) -> None:
    assert body(f"## A\n{line}\n") == expected


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("> en\n> to", "en to"),
        ("> en\n>\n> to", "en\nto"),
        ("> en\n\n> to", "en\nto"),
        (">en", "en"),
        (">\n>\n> en\n>", "\n\nen\n"),
    ],
)
def test_reads_the_note(text: str, note: str) -> None:
    assert body(text) == {"sections": [], "note": note}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A\nløs tekst", ":11 card_line text=løs tekst"),
        ("  løs tekst", ":10 card_line text=løs tekst"),
        ("# A\n- [ ] en", ":10 card_heading_level text=# A"),
        ("### A\n- [ ] en", ":10 card_heading_level text=### A"),
        ("##A", ":10 card_line text=##A"),
        ("## A\n- [x] en", ":11 card_item_ticked text=- [x] en"),
        ("## A\n- en", ":11 card_item_without_box text=- en"),
        ("## A\n- [] en", ":11 card_item_without_box text=- [] en"),
        ("## A\n- [ ]en", ":11 card_item_without_box text=- [ ]en"),
        ("## A\n- [ ] en\n  - [ ] to", ":12 card_item_nested text=- [ ] to"),
        ("## A\n- [ ] **Hør** ham", ":11 card_item_half_bold text=**Hør** ham"),
        ("- [ ] en\n- [ ] to", ":10 card_item_without_heading text=- [ ] en"),
        ("> note\n\n## A", ":12 card_note_not_last text=## A"),
        ("## A\n1. [ ] en", ":11 card_line text=1. [ ] en"),
        ("<!-- skjult -->", ":10 card_line text=<!-- skjult -->"),
    ],
)
def test_tells_of_a_line_that_fits_nowhere(text: str, expected: str) -> None:
    assert wrong(text) == [expected]


def test_writes_as_people_write() -> None:
    sections = (
        CardSection("Før", (CardItem("Ring til *nogen* & skriv"), CardItem("Hør barnet", True))),
        CardSection("Efter", (CardItem("Luk C:\\mappe"),)),
    )
    checked = Checked("bl", date(2025, 3, 17))
    card = ActionCard(
        "a", "A", "b", "c", "d", (), sections, checked=checked, note="Én linje\nog én til"
    )
    assert write_body(card) == (
        "## Før\n- [ ] Ring til *nogen* & skriv\n- [ ] **Hør barnet**\n\n"
        "## Efter\n- [ ] Luk C:\\mappe\n\n"
        "> Én linje\n>\n> og én til"
    )


def test_a_text_that_is_no_card_is_not_read_to_its_end() -> None:
    with pytest.raises(Unreadable) as caught:
        read_body("- [ ] en\n" * 3000, 9, Report(""))
    assert (caught.value.code, caught.value.line) == ("card_too_many_lines", 9)
