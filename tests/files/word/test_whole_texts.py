"""Whole Word files, from the file to the procedure that comes of it."""

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.files.word import read_word
from app.model.word.line_guessing import propose
from app.model.word.procedure_building import Built
from app.model.word.proposal import Becomes
from app.model.word.step_drafts import Note
from tests.files.word.test_word_tables import tbl, tc, tr
from tests.files.word_make import (
    HEAD,
    STEPS,
    abstract,
    bare,
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


_BEFORE = st.sampled_from(
    (
        *("", "", "Hvis ja: gå til trin 2 ", "Nej: ", "Frist: 24 timer, dog 4 uger ", "Hvem: "),
        *("Ansvarlig: Rådgiver ", "Formål: ", "Efter § 136 ", "Tjekliste: ", "Version 2 ", "3. "),
    )
)
_TEXT = st.builds(lambda before, number: f"{before}ord{number}", _BEFORE, st.integers(0, 10**6))
_HEADS = st.sampled_from(("Formål", "Arbejdsgang", "Opfølgning", "Dokumentation", "Bilag", "Hvem"))
_COLUMNS = st.sampled_from(("Nr.", "Trin", "Hvem", "Frist", "Tjekliste", "Hvornår", "Andet", ""))


def _headed(text: str, level_of: int) -> str:
    return paragraph(run(text), look=f'<w:pStyle w:val="Overskrift {level_of}"/>')


def _in_table(heads: list[str], rows: list[list[str]], wide: int) -> str:
    """A table whose first head may span two columns; rows may be short."""
    first = tr(tc(heads[0], span=wide), *(tc(head) for head in heads[1:]))
    return tbl(first, *(tr(*(tc(text) for text in row), before=len(row) % 2) for row in rows))


_BLOCKS = st.one_of(
    st.builds(lambda text: paragraph(run(text)), _TEXT),
    st.builds(_headed, _HEADS | _TEXT, st.integers(1, 3)),
    st.builds(listed, _TEXT, st.sampled_from((1, 2)), st.integers(0, 2)),
    st.builds(
        _in_table,
        st.lists(_COLUMNS, min_size=2, max_size=4),
        st.lists(
            st.lists(_TEXT | st.sampled_from(("1", "Trin 2", "")), min_size=1, max_size=4),
            min_size=1,
            max_size=4,
        ),
        st.sampled_from((1, 2)),
    ),
)
_LISTS = numbering(
    abstract(0, level(0, "%1."), level(1, "%2)", "lowerLetter"), level(2, "•", "bullet")),
    numbered(1, 0),
    numbered(2, 0, override(0, 1)),
)["word/numbering.xml"]


@settings(max_examples=60)
@given(st.lists(_BLOCKS, min_size=1, max_size=8))
def test_each_word_of_a_file_is_in_the_procedure_or_seen_among_what_is_left_out(
    tmp_path_factory: pytest.TempPathFactory, blocks: list[str]
) -> None:
    made = "".join(blocks) + paragraph(run("ord"))
    path = bare(tmp_path_factory.getbasetemp(), made, _LISTS)
    proposal = propose(read_word(path), KNOWN, THEME)
    left = " ".join(line.text for line in proposal.lines if line.becomes is Becomes.LEFT_OUT)
    said = msgspec.json.encode(built_of(proposal).procedure).decode()
    assert set(re.findall(r"ord\d+", made)) <= set(re.findall(r"ord\d+", f"{left} {said}"))
