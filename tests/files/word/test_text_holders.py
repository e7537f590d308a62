"""Every element of a Word file that holds words is read, or counted among what was passed over."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.files.word import read_word
from app.model.word.outline import OutlineLine, PassedOver, Written
from tests.files.word_make import bare, from_body, paragraph, related, run, styles

_MARK_DELETED = '<w:rPr><w:del w:id="1"/></w:rPr>'


def _sign(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def _mark(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def _code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def _choice(first: str, fallback: str) -> str:
    ways = f"<mc:Choice>{first}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
    return f"<mc:AlternateContent>{ways}</mc:AlternateContent>"


def _box(words: str) -> str:
    inside = f"<w:txbxContent>{words}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"


def _control(words: str, properties: str = "") -> str:
    inside = f"<w:sdtContent>{words}</w:sdtContent>"
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{inside}</w:sdt>"


def _table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _cell(words: str) -> str:
    return f"<w:tc>{paragraph(run(words))}</w:tc>"


CHECK_BOX = '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
CHOICES = (
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Ja"/><w:listEntry w:val="Nej"/>'
    "</w:ddList></w:ffData>"
)

READ = {
    "an arrow that Word makes of a typed one": (
        paragraph(run("Ja "), _sign("Wingdings", "F0E0"), run(" gå til trin 3")),
        ["Ja → gå til trin 3"],
    ),
    "signs of other fonts, with and without the place of private signs": (
        paragraph(_sign("Symbol", "AE"), _sign("Wingdings 3", "F067"), _sign("Calibri", "2192")),
        ["→→→"],
    ),
    "an arrow that stands as a letter": (paragraph(run("Ja \uf0e0 svar")), ["Ja → svar"]),
    "a box of an old form": (
        paragraph(_mark("begin", CHECK_BOX), _code(" FORMCHECKBOX "), _mark("end"), run(" Set")),
        ["Set"],
    ),
    "the chosen one of several in an old form": (
        paragraph(_mark("begin", CHOICES), _code(" FORMDROPDOWN "), _mark("end")),
        ["Nej"],
    ),
    "the result of a field, not its code": (
        paragraph(_mark("begin"), _code("REF x"), _mark("separate"), run("trin 3"), _mark("end")),
        ["trin 3"],
    ),
    "a mark of a field that has no partner hides nothing": (
        paragraph(run("Ring"), _mark("separate"), run(" straks"), _mark("end")),
        ["Ring straks"],
    ),
    "a simple field": (
        paragraph(f'<w:fldSimple w:instr="REF x">{run("trin 3")}</w:fldSimple>'),
        ["trin 3"],
    ),
    "a sign that is written as a field": (
        paragraph(_mark("begin"), _code(r' SYMBOL 224 \f "Wingdings" '), _mark("end"), run("svar")),
        ["→svar"],
    ),
    "smart tags, custom elements, links and turned text": (
        paragraph(
            f"<w:smartTag>{run('Et')}</w:smartTag><w:customXml>{run(' to')}</w:customXml>",
            f"<w:hyperlink>{run(' tre')}</w:hyperlink><w:bdo>{run(' fire')}</w:bdo>",
        ),
        ["Et to tre fire"],
    ),
    "elements that nobody knows": (
        paragraph(f"<w:nyt>{run('Ring')}</w:nyt>") + f"<w:nyt>{paragraph(run('Skriv'))}</w:nyt>",
        ["Ring", "Skriv"],
    ),
    "runs that stand in no paragraph": (run("Ring"), ["Ring"]),
    "words and what stands small above them": (
        paragraph(
            f"<w:r><w:ruby><w:rt>{run('lille')}</w:rt><w:rubyBase>{run('stor')}</w:rubyBase>"
            "</w:ruby></w:r>"
        ),
        ["stor (lille)"],
    ),
    "the way to show something that has words": (
        paragraph(f"<w:r>{_choice('<w:drawing/>', '<w:t>Ring</w:t>')}</w:r>"),
        ["Ring"],
    ),
    "paragraphs that are shown in several ways": (
        _choice(paragraph(run("Ring")), paragraph(run("Ring"))),
        ["Ring"],
    ),
    "text boxes in text boxes": (
        paragraph(run("Ring"), _box(paragraph(run("Husk"), _box(paragraph(run("tolk")))))),
        ["Ring", "Husk", "tolk"],
    ),
    "a table in a text box": (
        paragraph(run("Ring"), _box(_table(_cell("Husk") + _cell("tolk")))),
        ["Ring", "Husk", "tolk"],
    ),
    "boxes to fill in, filled": (_control(paragraph(run("Rådgiver"))), ["Rådgiver"]),
    "a paragraph whose end is deleted before a table": (
        paragraph(run("Før"), look=_MARK_DELETED)
        + _table(_cell("a") + _cell("b"), _cell("c") + _cell("d")),
        ["Før", "a", "b", "c", "d"],
    ),
    "a paragraph whose end is deleted at the end of all": (
        paragraph(run("Først")) + paragraph(run("Sidst"), look=_MARK_DELETED),
        ["Først", "Sidst"],
    ),
    "a paragraph whose end is deleted at the end of a cell": (
        _table(f"<w:tc>{paragraph(run('a'), look=_MARK_DELETED)}</w:tc>" + _cell("b")),
        ["a", "b"],
    ),
}


@pytest.mark.parametrize("case", READ)
def test_what_is_shown_is_read(tmp_path: Path, case: str) -> None:
    body, shown = READ[case]
    outline = read_word(from_body(tmp_path, body))
    assert [line.text for line in outline.lines] == shown
    assert {what for what, _ in outline.passed_over} <= {PassedOver.CHANGES}


def test_a_box_of_an_old_form_is_a_box_to_tick(tmp_path: Path) -> None:
    body, _ = READ["a box of an old form"]
    assert read_word(from_body(tmp_path, body)).lines == (OutlineLine("Set", Written.BOX),)


SEEN = paragraph(run("Ring"))

COUNTED = {
    "a sign that is not known": (
        paragraph(_sign("Webdings", "F0FA"), run("a")),
        PassedOver.SIGNS,
    ),
    "words that are hidden": (
        paragraph(run("a"), run("skjult", look="<w:vanish/>")),
        PassedOver.HIDDEN,
    ),
    "words that a style of letters hides": (
        paragraph(run("a"), run("skjult", look='<w:rStyle w:val="Skjult"/>')),
        PassedOver.HIDDEN,
    ),
    "words that a style of paragraphs hides": (
        paragraph(run("skjult"), look='<w:pStyle w:val="Skjult afsnit"/>'),
        PassedOver.HIDDEN,
    ),
    "the result of a field inside the code of another": (
        paragraph(
            run("a"),
            *(_mark("begin"), _code("IF "), _mark("begin"), _code("REF x"), _mark("separate")),
            *(run("akut"), _mark("end"), _code(" = 1"), _mark("separate"), run("b"), _mark("end")),
        ),
        PassedOver.HIDDEN,
    ),
    "words that ask for something": (
        _control(paragraph(run("Klik her")), "<w:showingPlcHdr/>"),
        PassedOver.TO_FILL,
    ),
    "words that ask for something in a paragraph": (
        paragraph(run("Navn: "), _control(run("Klik her"), "<w:showingPlcHdr/>")),
        PassedOver.TO_FILL,
    ),
    "a cell of a table that asks for something": (
        _table(_cell("a") + _control(_cell("Klik her"), "<w:showingPlcHdr/>") + _cell("c")),
        PassedOver.TO_FILL,
    ),
    "a button that asks for something": (
        paragraph(_mark("begin"), _code("MACROBUTTON x [Skriv]"), _mark("end"), run("a")),
        PassedOver.TO_FILL,
    ),
    "a formula": (
        paragraph(run("a"), "<w:oMath><w:r><w:t>x</w:t></w:r></w:oMath>"),
        PassedOver.FORMULAS,
    ),
    "a figure whose words are elsewhere": (
        paragraph(run("a"), "<w:r><w:drawing><w:relIds/></w:drawing></w:r>"),
        PassedOver.DIAGRAMS,
    ),
    "a text that is fetched from another part": ('<w:altChunk r:id="r9"/>', PassedOver.EMBEDDED),
    "words that stand in no run": (paragraph("<w:nyt>Løst</w:nyt>", run("a")), PassedOver.OTHER),
    "a way to show that says more than the one that is read": (
        paragraph(f"<w:r>{_choice('<w:t>Ring</w:t>', '<w:t>Ring straks</w:t>')}</w:r>"),
        PassedOver.OTHER,
    ),
    "a row that is deleted": (
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + _cell("væk") + _cell("væk") + "</w:tr></w:tbl>",
        PassedOver.CHANGES,
    ),
    "a cell that is deleted": (
        _table(
            _cell("a") + f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph(run('væk'))}</w:tc>"
            + _cell("b")
        ),
        PassedOver.CHANGES,
    ),
    "a row that is hidden": (
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>" + _cell("væk") + "</w:tr></w:tbl>",
        PassedOver.HIDDEN,
    ),
    "words below a cell that goes on from above": (
        _table(_cell("a") + _cell("b"), f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph(run('væk'))}"
        f"</w:tc>{_cell('d')}"),
        PassedOver.HIDDEN,
    ),
    "words in a cell that goes on from the one before": (
        _table(
            _cell("a") + f"<w:tc><w:tcPr><w:hMerge/></w:tcPr>{paragraph(run('væk'))}</w:tc>",
            _cell("c") + _cell("d"),
        ),
        PassedOver.HIDDEN,
    ),
    "words in a table outside its cells": (
        f"<w:tbl>{run('løst')}<w:tr>{_cell('a')}</w:tr></w:tbl>",
        PassedOver.OTHER,
    ),
    "a block that is deleted": (f"<w:del>{paragraph(run('væk'))}</w:del>", PassedOver.CHANGES),
}  # fmt: skip


@pytest.mark.parametrize("case", COUNTED)
def test_what_is_not_read_as_it_stands_is_counted(tmp_path: Path, case: str) -> None:
    body, what = COUNTED[case]
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    dress = styles(
        f'<w:style w:type="character" w:styleId="Skjult">{hidden}</w:style>',
        f'<w:style w:type="paragraph" w:styleId="Skjult afsnit">{hidden}</w:style>',
    )
    outline = read_word(from_body(tmp_path, body + SEEN, **dress))
    assert dict(outline.passed_over) == {what: 1}
    texts = " ".join(line.text for line in outline.lines)
    assert not re.search("skjult|akut|Klik|væk|løst|Skriv", texts)


def _notes(kind: str, *texts: str) -> str:
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = "".join(
        f'<w:{kind} w:id="{number}">{paragraph(run(text))}</w:{kind}>'
        for number, text in enumerate(texts, start=1)
    )
    return f"<w:{kind}s {spaces}>{notes}</w:{kind}s>"


def test_footnotes_and_endnotes_stand_after_their_line_and_those_nobody_names_are_counted(
    tmp_path: Path,
) -> None:
    body = paragraph(
        run("Ring"),
        '<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>',
    )
    parts = {
        "word/_rels/document.xml.rels": related("footnotes", "endnotes"),
        "word/footnotes.xml": _notes("footnote", "Fod", "Glemt"),
        "word/endnotes.xml": _notes("endnote", "Slut"),
    }
    outline = read_word(from_body(tmp_path, body, **parts))
    assert [line.text for line in outline.lines] == ["Ring", "Slut", "Fod"]
    assert outline.passed_over == ((PassedOver.NOTES, 1),)


def test_what_hangs_on_a_paragraph_whose_end_is_deleted_is_kept(tmp_path: Path) -> None:
    body = paragraph(run("Ring "), _box(paragraph(run("Husk"))), look=_MARK_DELETED)
    outline = read_word(from_body(tmp_path, body + paragraph(run("straks"))))
    assert [line.text for line in outline.lines] == ["Ring straks", "Husk"]


_WORD = st.integers(0, 10**6).map(lambda number: f"ord{number}")


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks of XML around words that stand anywhere."""
    some = st.lists(inner, min_size=1, max_size=3).map("".join)
    return st.builds(lambda make, body: make(body), st.sampled_from(_HOLDERS), some)


_HOLDERS: tuple[Callable[[str], str], ...] = (
    _control,
    lambda body: f"<w:nyt>{body}</w:nyt>",
    lambda body: _choice(body, ""),
    lambda body: _choice("", body),
    lambda body: _table(f"<w:tc>{body}</w:tc>"),
    lambda body: _table(f"<w:tc>{body}</w:tc>" + _cell("Hvem")),
    lambda body: _table(
        _cell("Trin") + _cell("Hvem"),
        _cell("1") + f"<w:tc>{body}</w:tc>",
        f"<w:tc>{body}</w:tc>" + _cell("x"),
    ),
    lambda body: paragraph(run("ved"), _box(body)),
    lambda body: f"<w:ins>{body}</w:ins>",
)
_PIECES = st.sampled_from(
    (
        run,
        lambda text: f"<w:hyperlink>{run(text)}</w:hyperlink>",
        lambda text: f"<w:ukendt>{run(text)}</w:ukendt>",
        lambda text: f"<w:r><w:ukendt><w:t>{text}</w:t></w:ukendt></w:r>",
        lambda text: f"<w:oMath>{run(text)}</w:oMath>",
        lambda text: _mark("begin") + _code("REF") + _mark("separate") + run(text) + _mark("end"),
        lambda text: _control(run(text)),
        lambda text: _choice(run(text), run(text)),
    )
)
_PARAGRAPH = st.builds(
    lambda text, make, look: paragraph(run(" "), make(text), run(" "), look=look),
    _WORD,
    _PIECES,
    st.sampled_from(("", "", _MARK_DELETED, '<w:pStyle w:val="Heading1"/>')),
)
_BLOCKS = st.recursive(_PARAGRAPH, _wrapped, max_leaves=6)


@settings(max_examples=40)
@given(st.lists(_BLOCKS, min_size=1, max_size=3))
def test_no_word_of_a_file_is_lost(
    tmp_path_factory: pytest.TempPathFactory, body: list[str]
) -> None:
    made = "".join(body) + paragraph(run("sidst"))
    outline = read_word(bare(tmp_path_factory.getbasetemp(), made))
    read = set(re.findall(r"ord\d+", " ".join(line.text for line in outline.lines)))
    assert read == set(re.findall(r"ord\d+", made))


def test_a_head_of_pages_is_told_of_only_where_it_says_something(tmp_path: Path) -> None:
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for words, told in (("", ()), ("Kommunen", ((PassedOver.PAGE_HEADS, 1),))):
        parts = {
            "word/_rels/document.xml.rels": related("header", "footer"),
            "word/header.xml": f"<w:hdr {spaces}>{paragraph(run(words))}</w:hdr>",
            "word/footer.xml": f"<w:ftr {spaces}>{paragraph()}</w:ftr>",
        }
        assert read_word(from_body(tmp_path, paragraph(run("a")), **parts)).passed_over == told


def test_a_note_in_the_head_of_a_table_is_read(tmp_path: Path) -> None:
    noted = paragraph(run("Hvem"), '<w:r><w:footnoteReference w:id="1"/></w:r>')
    body = _table(_cell("Trin") + f"<w:tc>{noted}</w:tc>", _cell("a") + _cell("b"))
    parts = {
        "word/_rels/document.xml.rels": related("footnotes"),
        "word/footnotes.xml": _notes("footnote", "Se listen"),
    }
    outline = read_word(from_body(tmp_path, body, **parts))
    assert [line.text for line in outline.lines] == ["Trin · Hvem", "Se listen", "a", "b"]
    assert outline.passed_over == ()
