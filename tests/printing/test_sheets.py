"""Several small pages on one sheet of A4, to be cut apart."""

import pytest

from app.printing.card_pages import card_pages
from app.printing.paper import A4, A5, A6, Paper
from app.printing.sheets import can_share_sheet, shared_sheets
from tests.printing.paper_make import CATALOGUE, VERSION, card, words_of


@pytest.mark.parametrize(("paper", "count", "sheets"), [(A5, 3, 2), (A6, 5, 2), (A5, 2, 1)])
def test_small_pages_share_sheets_and_none_is_lost(paper: Paper, count: int, sheets: int) -> None:
    page = card_pages(card(), CATALOGUE, VERSION, paper)[0]
    shared = shared_sheets([page] * count)
    assert len(shared) == sheets
    assert {one.paper.name for one in shared} == {"A4"}
    assert words_of(shared).count("24-timersvurdering") == count


def test_nothing_is_made_smaller_or_set_over_another() -> None:
    page = card_pages(card(), CATALOGUE, VERSION, A5)[0]
    (sheet,) = shared_sheets([page, page])
    own = [block for block in sheet.blocks if block.kind != "cut"]
    first, second = own[: len(own) // 2], own[len(own) // 2 :]
    assert [block.rect.w for block in first] == [block.rect.w for block in page.blocks]
    assert max(block.rect.right for block in first) < sheet.paper.width / 2
    assert min(block.rect.x for block in second) > sheet.paper.width / 2
    assert max(block.rect.right for block in second) < sheet.paper.width


def test_larger_pages_keep_a_sheet_each() -> None:
    page = card_pages(card(), CATALOGUE, VERSION, A4)[0]
    assert shared_sheets([page, page]) == (page, page)
    assert shared_sheets([]) == ()
    assert not can_share_sheet(A4)
