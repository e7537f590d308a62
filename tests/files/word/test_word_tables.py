"""Tables as the grids they are: heads over what they span, and each cell in its own column."""

from pathlib import Path

import pytest

from app.files.word import read_word
from app.model.word.outline import OutlineLine, Written
from tests.files.word_make import (
    abstract,
    from_body,
    level,
    listed,
    numbered,
    numbering,
    paragraph,
    run,
)


def tc(*texts: str, span: int = 1, merge: str = "", bold: bool = False, wide: str = "") -> str:
    """A cell: how many columns it spans, and whether it goes on from above."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merges = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    look = "<w:b/>" if bold else ""
    words = "".join(paragraph(run(text, look=look)) for text in texts or ("",))
    return f"<w:tc><w:tcPr>{spans}{wide}{merges}</w:tcPr>{words}</w:tc>"


def tr(*cells: str, before: int = 0, after: int = 0, head: bool = False) -> str:
    """A row: the columns left out before and after it, and whether it heads the table."""
    grid = f'<w:gridBefore w:val="{before}"/>' if before else ""
    grid += f'<w:gridAfter w:val="{after}"/>' if after else ""
    told = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{grid}{told}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def read(folder: Path, *rows: str, **parts: str) -> tuple[OutlineLine, ...]:
    return read_word(from_body(folder, tbl(*rows), **parts)).lines


def cells(lines: tuple[OutlineLine, ...]) -> list[tuple[str, str]]:
    """What stands below which head."""
    return [(line.column, line.text) for line in lines if line.written is not Written.COLUMNS]


HEAD = tr(tc("Trin"), tc("Hvem"), tc("Frist"))
ROW = tr(tc("Modtag"), tc("Modtagelsen"), tc("Straks"))
READ = [("Trin", "Modtag"), ("Hvem", "Modtagelsen"), ("Frist", "Straks")]

GRIDS: dict[str, tuple[tuple[str, ...], list[tuple[str, str]]]] = {
    "a head names all columns it spans": (
        (tr(tc("Trin", span=2), tc("Hvem")), tr(tc("1"), tc("Modtag"), tc("Modtagelsen"))),
        [("Trin", "1"), ("Trin", "Modtag"), ("Hvem", "Modtagelsen")],
    ),
    "columns left out before a row are counted": (
        (HEAD, ROW, tr(tc("Rådgiver"), tc("24 timer"), before=1)),
        [*READ, ("Hvem", "Rådgiver"), ("Frist", "24 timer")],
    ),
    "columns left out after a row are none": (
        (HEAD, tr(tc("Ring"), after=2), ROW),
        [("Trin", "Ring"), *READ],
    ),
    "a short row shifts nothing": ((HEAD, tr(tc("Ring"), tc("Rådgiver")), ROW), [
        ("Trin", "Ring"),
        ("Hvem", "Rådgiver"),
        *READ,
    ]),
    "a cell over two columns stands in the first": (
        (HEAD, tr(tc("Ring"), tc("Rådgiver, straks", span=2)), ROW),
        [("Trin", "Ring"), ("Hvem", "Rådgiver, straks"), *READ],
    ),
    "a cell that goes on to the left, as old files have it": (
        (HEAD, tr(tc("Ring"), tc("Rådgiver"), tc("", wide="<w:hMerge/>")), ROW),
        [("Trin", "Ring"), ("Hvem", "Rådgiver"), *READ],
    ),
    "cells that go on from above hold their place": (
        (HEAD, tr(tc("Ring", merge="restart"), tc("Rådgiver"), tc("Straks")),
         tr(tc(merge="continue"), tc("Modtagelsen"), tc("24 timer"))),
        [("Trin", "Ring"), ("Hvem", "Rådgiver"), ("Frist", "Straks"), ("Hvem", "Modtagelsen"),
         ("Frist", "24 timer")],
    ),
    "two rows of heads, the lower says what": (
        (
            tr(tc("Trin", merge="restart"), tc("Ansvar og frist", span=2)),
            tr(tc(merge="continue"), tc("Hvem"), tc("Frist")),
            ROW,
        ),
        READ,
    ),
    "two rows of heads that Word tells of": (
        (
            tr(tc("Trin"), tc("Ude", span=2), head=True),
            tr(tc("Navn"), tc("Ansvarlig"), tc("Senest"), head=True),
            ROW,
        ),
        [("Trin", "Modtag"), ("Ansvarlig", "Modtagelsen"), ("Senest", "Straks")],
    ),
    "a row of values below a wide head is no head": (
        (tr(tc("Trin", span=2), tc("Hvem")), tr(tc("1"), tc("Modtag"), tc("Leder")),
         tr(tc("2"), tc("Svar"), tc("Leder"))),
        [("Trin", "1"), ("Trin", "Modtag"), ("Hvem", "Leder"), ("Trin", "2"), ("Trin", "Svar"),
         ("Hvem", "Leder")],
    ),
    "heads that are said again where the table goes on": ((HEAD, ROW, HEAD, ROW), READ * 2),
    "numbers without a head": (
        (tr(tc(""), tc("Trin"), tc("Hvem")), tr(tc("1"), tc("Modtag"), tc("Leder"))),
        [("Nr.", "1"), ("Trin", "Modtag"), ("Hvem", "Leder")],
    ),
    "a title across the whole table": (
        (tr(tc("Arbejdsgang for underretninger", span=3)), HEAD, ROW),
        [("", "Arbejdsgang for underretninger"), *READ],
    ),
    "a table in a cell stays in it": (
        (HEAD, tr(tc("Ring"), f"<w:tc>{tbl(tr(tc('Rådgiver'), tc('og leder')))}</w:tc>", tc(""))),
        [("Trin", "Ring"), ("Hvem", "Rådgiver"), ("Hvem", "og leder")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", GRIDS)
def test_each_cell_stands_in_its_own_column(tmp_path: Path, case: str) -> None:
    rows, shown = GRIDS[case]
    assert cells(read(tmp_path, *rows)) == shown


def test_a_short_line_across_a_table_heads_the_rows_below_it(tmp_path: Path) -> None:
    lines = read(
        tmp_path, HEAD, tr(tc("Fase 1: Modtagelse", span=3)), ROW, tr(tc("Husk tolk.", span=3)), ROW
    )
    across = [(line.written, line.text, line.row) for line in lines if not line.column]
    assert across[1:] == [
        (Written.HEADING, "Modtagelse", 0),
        (Written.TEXT, "Husk tolk.", 0),
    ]


def test_numbers_that_a_list_writes_into_empty_cells_are_numbers_of_rows(tmp_path: Path) -> None:
    lists = numbering(abstract(0, level(0, "%1.")), numbered(1, 0))
    counted = f"<w:tc>{listed('', 1, 0)}</w:tc>"
    lines = read(
        tmp_path,
        tr(tc("Nr."), tc("Trin"), tc("Hvem")),
        tr(counted, tc("Modtag"), tc("Leder")),
        tr(counted, tc("Svar"), tc("Leder")),
        **lists,
    )
    assert [text for column, text in cells(lines) if column == "Nr."] == ["1", "2"]


def test_a_table_in_a_table_without_heads_is_read_as_a_table(tmp_path: Path) -> None:
    inner = f"<w:tc>{tbl(HEAD, ROW)}</w:tc>"
    lines = read(tmp_path, tr(tc("Til venstre"), inner))
    assert cells(lines) == [("", "Til venstre"), *READ]
