"""Word files as they are met: read into lines, or refused with a reason."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from app.files.word import read_word
from app.model.errors import Refused
from app.model.word.outline import OutlineLine, PassedOver, Written
from tests.files.word_make import (
    STEPS,
    document_xml,
    from_body,
    in_headings,
    in_list,
    in_table,
    paragraph,
    run,
    saved,
)

_LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'


def lines_of(path: Path) -> list[tuple[Written, str]]:
    return [(line.written, line.text) for line in read_word(path).lines]


def refused(path: Path) -> str:
    with pytest.raises(Refused) as told:
        read_word(path)
    return told.value.code


# Headings


@pytest.mark.parametrize("danish", [False, True])
def test_headings_are_read_in_english_and_in_danish_styles(tmp_path: Path, danish: bool) -> None:
    lines = read_word(saved(tmp_path, in_headings(danish=danish))).lines
    steps = [line for line in lines if line.written is Written.HEADING and line.level == 2]
    assert [line.text for line in steps] == [title for title, *_ in STEPS]
    assert [line.number for line in steps] == [str(n) for n in range(1, len(STEPS) + 1)]


def test_short_bold_lines_are_headings_and_the_larger_stand_above(tmp_path: Path) -> None:
    lines = read_word(saved(tmp_path, in_headings(bold=True))).lines
    levels = {line.text: line.level for line in lines if line.written is Written.HEADING}
    assert levels["Fremgangsmåde"] == 1
    assert levels["Modtag underretningen"] == 2


def test_bold_sentences_are_no_headings(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Husk, at barnet skal høres.").bold = True
    assert lines_of(saved(tmp_path, document)) == [(Written.TEXT, "Husk, at barnet skal høres.")]


def test_a_heading_that_is_counted_has_its_number(tmp_path: Path) -> None:
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="7">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    style = '<w:pStyle w:val="Heading{}"/>'
    body = "".join(
        paragraph(run(text), look=style.format(level + 1) + _LIST.format(level, 3))
        for text, level in (("Ét", 0), ("Under", 1), ("Under igen", 1), ("To", 0), ("Under to", 1))
    )
    path = from_body(tmp_path, body, **{"word/numbering.xml": numbering})
    numbers = [line.number for line in read_word(path).lines]
    assert numbers == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_date_or_a_length_of_time_is_no_number_of_a_list(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("1. marts begynder året", "24 timer er fristen", "2. Ring til skolen"):
        document.add_paragraph(text)
    assert lines_of(saved(tmp_path, document)) == [
        (Written.TEXT, "1. marts begynder året"),
        (Written.TEXT, "24 timer er fristen"),
        (Written.NUMBER, "Ring til skolen"),
    ]


# Lists


def test_lists_have_their_levels_and_numbers(tmp_path: Path) -> None:
    lines = read_word(saved(tmp_path, in_list())).lines
    points = [line for line in lines if line.written is Written.NUMBER]
    assert [line.text for line in points] == [title for title, *_ in STEPS]
    assert points[2].number == "3"
    assert {line.level for line in lines if line.written is Written.BULLET} == {1}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("☐ Barnet er hørt", Written.BOX),
        ("[ ] Barnet er hørt", Written.BOX),
        ("- Barnet er hørt", Written.BULLET),
        ("• Barnet er hørt", Written.BULLET),
        ("→ Barnet er hørt", Written.BULLET),
        ("➢ Barnet er hørt", Written.BULLET),
        ("o Barnet er hørt", Written.BULLET),
        ("3) Barnet er hørt", Written.NUMBER),
        ("a) Barnet er hørt", Written.NUMBER),
    ],
)
def test_marks_that_were_typed_make_a_list(tmp_path: Path, typed: str, written: Written) -> None:
    document = docx.Document()
    document.add_paragraph(typed)
    assert lines_of(saved(tmp_path, document)) == [(written, "Barnet er hørt")]


def test_a_box_of_words_fonts_and_a_box_to_click_are_boxes(tmp_path: Path) -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    click = (
        f"<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{run('☐')}</w:sdtContent></w:sdt>"
    )
    body = paragraph(sign, run(" Set efter")) + paragraph(click, run(" Noteret"))
    assert lines_of(from_body(tmp_path, body)) == [
        (Written.BOX, "Set efter"),
        (Written.BOX, "Noteret"),
    ]


# Tables


def test_a_table_is_read_by_its_columns(tmp_path: Path) -> None:
    lines = read_word(saved(tmp_path, in_table())).lines
    columns = next(line for line in lines if line.written is Written.COLUMNS)
    assert columns.text == "Nr. · Hvem · Opgave · Frist · Sådan gør du · Tjekliste"
    titles = [line.text for line in lines if line.column == "Opgave"]
    assert titles == [title for title, *_ in STEPS]
    assert len({line.row for line in lines if line.column == "Opgave"}) == len(STEPS)


def test_a_table_of_one_column_only_frames_its_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Husk barnets stemme."
    (line,) = read_word(saved(tmp_path, document)).lines
    assert (line.text, line.row) == ("Husk barnets stemme.", 0)


def test_cells_that_go_on_from_above_are_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for cell, text in zip(table.rows[0].cells, ("Trin", "Hvem"), strict=True):
        cell.text = text
    table.cell(1, 0).text, table.cell(2, 1).text = "Modtag", "Rådgiver"
    table.cell(1, 0).merge(table.cell(2, 0))
    texts = [line.text for line in read_word(saved(tmp_path, document)).lines]
    assert texts == ["Trin · Hvem", "Modtag", "Rådgiver"]


# What is odd inside


def test_changes_are_taken_as_if_they_were_accepted(tmp_path: Path) -> None:
    body = paragraph(
        run("Barnet "),
        '<w:del w:id="1"><w:r><w:delText>bør</w:delText></w:r></w:del>',
        f'<w:ins w:id="2">{run("skal")}</w:ins>',
        run(" høres"),
    ) + (
        '<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>'
        f"{run('Første halvdel ')}</w:p>" + paragraph(run("og anden"))
    )
    outline = read_word(from_body(tmp_path, body))
    assert [line.text for line in outline.lines] == ["Barnet skal høres", "Første halvdel og anden"]
    assert dict(outline.passed_over)[PassedOver.CHANGES] == 2


def test_links_are_read_and_soft_hyphens_hidden_words_and_empty_lines_are_not(
    tmp_path: Path,
) -> None:
    body = (
        paragraph()
        + paragraph(run("   "))
        + paragraph(
            run("Se under\u00adretningen på "),
            f'<w:hyperlink r:id="rId9">{run("intranettet")}</w:hyperlink>',
            run(" skjult", look="<w:vanish/>"),
            "<w:r><w:noBreakHyphen/></w:r>",
            "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>",
        )
    )
    assert lines_of(from_body(tmp_path, body)) == [
        (Written.TEXT, "Se underretningen på intranettet-")
    ]


def test_a_text_box_comes_after_its_paragraph_once_and_as_a_note(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph(run('Husk tolk'))}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wps:wsp>"
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = paragraph(run("Ring til familien"), drawing)
    assert lines_of(from_body(tmp_path, body)) == [
        (Written.TEXT, "Ring til familien"),
        (Written.NOTE, "Husk tolk"),
    ]


def test_lines_broken_by_hand_are_lines(tmp_path: Path) -> None:
    body = paragraph(run("- ét"), "<w:r><w:br/></w:r>", run("- to"))
    assert lines_of(from_body(tmp_path, body)) == [(Written.BULLET, "ét"), (Written.BULLET, "to")]


def test_pictures_page_heads_and_comments_are_told_of(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Tekst")
    document.sections[0].header.paragraphs[0].text = "Kommunen"
    document.add_comment(document.paragraphs[0].runs, text="Passer det?", author="A", initials="A")
    body = read_word(saved(tmp_path, document))
    assert {what for what, _ in body.passed_over} == {PassedOver.PAGE_HEADS, PassedOver.COMMENTS}
    drawn = read_word(
        from_body(tmp_path, paragraph(run("Tekst"), "<w:r><w:drawing/></w:r>"))
    ).passed_over
    assert drawn == ((PassedOver.PICTURES, 1),)


def test_styles_that_are_based_on_each_other_end(tmp_path: Path) -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    body = paragraph(run("Tekst"), look='<w:pStyle w:val="A"/>')
    path = from_body(tmp_path, body, **{"word/styles.xml": styles})
    assert lines_of(path) == [(Written.TEXT, "Tekst")]


def test_what_is_nested_without_end_is_refused(tmp_path: Path) -> None:
    body = paragraph(run("inderst"))
    for _ in range(300):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    assert refused(from_body(tmp_path, body + paragraph())) == "word_damaged"


# What cannot be read


def _write(folder: Path, content: bytes) -> Path:
    path = folder / "fil.docx"
    path.write_bytes(content)
    return path


def _zipped(**parts: str) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return into.getvalue()


_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "word_empty"),
        (_OLD, "word_old"),
        (_OLD + "EncryptedPackage".encode("utf-16-le"), "word_locked"),
        (b"{\\rtf1 hej}", "word_other_kind"),
        (b"PK\x03\x04 og saa ikke mere", "word_damaged"),
        (_zipped(mimetype="application/vnd.oasis.opendocument.text"), "word_other_kind"),
        (_zipped(**{"[Content_Types].xml": "<Types/>"}), "word_other_kind"),
        (
            _zipped(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:docu"}),
            "word_damaged",
        ),
    ],
)
def test_what_is_no_word_file_is_refused_by_what_it_is(
    tmp_path: Path, content: bytes, code: str
) -> None:
    assert refused(_write(tmp_path, content)) == code


def test_a_file_that_is_not_there_or_has_no_text_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "intet.docx") == "word_missing"
    assert refused(tmp_path) == "word_missing"
    assert refused(saved(tmp_path, docx.Document())) == "word_empty"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY b "Hemmeligt">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://eksempel.invalid/a.dtd">',
    ],
)
def test_a_file_that_brings_entities_of_its_own_is_refused(tmp_path: Path, doctype: str) -> None:
    text = document_xml(paragraph(run("&b;"))).replace("?><w:doc", f"?>{doctype}<w:doc")
    content = _zipped(**{"[Content_Types].xml": "<Types/>", "word/document.xml": text})
    assert refused(_write(tmp_path, content)) == "word_damaged"


def test_a_part_that_unpacks_too_large_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.files.word.package.LARGEST_PART", 2_000)
    assert refused(saved(tmp_path, in_headings())) == "word_too_large"
    monkeypatch.setattr("app.files.word.package.LARGEST_FILE", 2_000)
    assert refused(saved(tmp_path, in_headings())) == "word_too_large"


def test_more_lines_than_a_procedure_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.files.word.word_reading.MOST_LINES", 10)
    assert refused(saved(tmp_path, in_headings())) == "word_too_long"


@cache
def _file_of(make: Callable[[], Document]) -> bytes:
    into = io.BytesIO()
    make().save(into)
    return into.getvalue()


@pytest.mark.parametrize("make", [in_headings, in_list, in_table])
@settings(max_examples=15)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    tmp_path: Path, make: Callable[[], Document], data: st.DataObject
) -> None:
    content = bytearray(_file_of(make))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        outline = read_word(_write(tmp_path, bytes(content)))
    except Refused:
        return
    assert all(isinstance(line, OutlineLine) for line in outline.lines)


# Files that unpack to more than anybody wrote


@pytest.mark.parametrize(
    "body",
    [
        "<w:p/>" * 500_000,
        f"<w:p><w:r><w:t>{'x' * 5_000_000}</w:t></w:r></w:p>",
        "<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 300_000 + "</w:p>",
    ],
    ids=["paragraphs", "letters", "runs"],
)
def test_a_file_that_brings_too_much_is_refused_before_it_is_read(
    tmp_path: Path, body: str
) -> None:
    path = from_body(tmp_path, body)
    assert path.stat().st_size < 200_000
    with pytest.raises(Refused) as refused:
        read_word(path)
    assert refused.value.code == "word_too_much"


def test_styles_that_are_based_on_each_other_for_long_are_read(tmp_path: Path) -> None:
    many = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(5_000)
    )
    last = '<w:style w:type="paragraph" w:styleId="s5000"><w:name w:val="heading 2"/></w:style>'
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = {"word/styles.xml": f"<w:styles {spaces}>{many}{last}</w:styles>"}
    body = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>Modtag</w:t></w:r></w:p>'
    (line,) = read_word(from_body(tmp_path, body, **styles)).lines
    assert (line.text, line.written) == ("Modtag", Written.HEADING)


def test_what_nobody_waits_for_any_more_is_not_read_to_its_end(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_word(from_body(tmp_path, "<w:p/>" * 10_000), lambda: True)
    assert refused.value.code == "word_stopped"


def test_what_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.files.word.word_bounds._MOST_SECONDS", -1.0)
    with pytest.raises(Refused) as refused:
        read_word(from_body(tmp_path, "<w:p/>"))
    assert refused.value.code == "word_too_much"
