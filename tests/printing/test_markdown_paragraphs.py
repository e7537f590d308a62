"""The Markdown of documents, read into paragraphs to be set."""

from app.printing.fonts import REGULAR, SEMIBOLD
from app.printing.markdown_paragraphs import Para, ParaKind, PrintedTable, read_markdown
from app.printing.typeset import Run


def paras(text: str) -> list[Para]:
    return [part for part in read_markdown(text) if isinstance(part, Para)]


def test_emphasis_becomes_the_heavier_weight() -> None:
    (para,) = paras("Barnet **skal** høres.")
    assert para.runs == (Run("Barnet "), Run("skal", SEMIBOLD), Run(" høres.", REGULAR))


def test_lists_keep_their_numbers_and_levels() -> None:
    found = paras("3. Skriv\n4. Læs\n   - højt\n\n- Spørg")
    assert [(para.label, para.level, para.text) for para in found] == [
        ("3.", 0, "Skriv"),
        ("4.", 0, "Læs"),
        ("", 1, "højt"),
        ("", 0, "Spørg"),
    ]


def test_headings_quotes_and_boxes_are_told_apart() -> None:
    found = paras("## Før\n\n> Husk det\n\n- [ ] Gjort\n\nTekst")
    assert [para.kind for para in found] == [
        ParaKind.HEADING,
        ParaKind.QUOTE,
        ParaKind.CHECK,
        ParaKind.TEXT,
    ]


def test_a_table_is_read_row_by_row() -> None:
    (table,) = read_markdown("| Svagt | Stærkt |\n|---|---|\n| Barnet er uroligt | Barnet går |")
    assert isinstance(table, PrintedTable)
    words = [["".join(run.text for run in cell) for cell in row] for row in table.rows]
    assert words == [["Svagt", "Stærkt"], ["Barnet er uroligt", "Barnet går"]]


def test_html_is_shown_and_never_run() -> None:
    (para,) = paras('Se <img src="http://x.dk/a.png"> her')
    assert "<img" in para.text


def test_a_link_keeps_its_words() -> None:
    (para,) = paras("Læs [vejledningen](https://example.org/x).")
    assert para.text == "Læs vejledningen."


def test_letters_beyond_the_first_plane_do_not_shift_the_weights() -> None:
    (para,) = paras("😀 er **glad** i dag")
    assert para.runs[1] == Run("glad", SEMIBOLD)


def test_nothing_gives_nothing() -> None:
    assert read_markdown("") == ()
