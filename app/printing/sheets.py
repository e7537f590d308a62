"""Several small pages on one sheet of A4, to be cut apart: two of A5, four of A6.

Most offices have A4 in the printer. The pages keep their size; short marks at the sheet's edges
tell where to cut.
"""

from collections.abc import Iterator, Sequence

from app.printing.page_marks import Block, Page, Rule, block
from app.printing.paper import A4, A5, A6, Paper, mm

_SHEETS = {A5.name: (A4.turned, 2, 1), A6.name: (A4, 2, 2)}
"""For a size: the sheet, and how many stand beside and below each other."""
_MARK, _LINE, _COLOR = mm(6), mm(0.2), "#000000"


def can_share_sheet(paper: Paper) -> bool:
    """Whether several pages of that size go on one sheet."""
    return paper.name in _SHEETS


def shared_sheets(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Put pages of one small size together on sheets; others stay as they are."""
    if not pages or not can_share_sheet(pages[0].paper):
        return tuple(pages)
    _, beside, below = _SHEETS[pages[0].paper.name]
    count = beside * below
    return tuple(_sheet(pages[at : at + count]) for at in range(0, len(pages), count))


def _sheet(pages: Sequence[Page]) -> Page:
    paper = pages[0].paper
    sheet, beside, below = _SHEETS[paper.name]
    width, height = sheet.width / beside, sheet.height / below
    blocks: list[Block] = []
    for number, page in enumerate(pages):
        x = number % beside * width + (width - paper.width) / 2
        y = number // beside * height + (height - paper.height) / 2
        blocks += (one.at(one.rect.x + x, one.rect.y + y) for one in page.blocks)
    cuts = block("cut", sheet.width, sheet.height, _cuts(sheet, beside, below))
    return Page(sheet, pages[0].title, (*blocks, cuts))


def _cuts(sheet: Paper, beside: int, below: int) -> Iterator[Rule]:
    for number in range(1, beside):
        x = number * sheet.width / beside
        for y in (0, sheet.height - _MARK):
            yield Rule(x, y, x, y + _MARK, _LINE, _COLOR)
    for number in range(1, below):
        y = number * sheet.height / below
        for x in (0, sheet.width - _MARK):
            yield Rule(x, y, x + _MARK, y, _LINE, _COLOR)
