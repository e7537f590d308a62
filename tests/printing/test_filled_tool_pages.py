"""A tool that was filled in prints what stands in it, with its pictures inside the page."""

from app.model.journal.filled_tool import filled_text
from app.model.library.tool_pictures import Curve, CurveLine, PeopleNetwork, Person
from app.printing.filled_tool_pages import filled_tool_pages, picture_block
from app.printing.ink import BLACK, LIGHT
from app.printing.page_marks import FrameMark, Icon, Rule, TextMark
from tests.model.journal.test_filled_tool import FILLED, TOOL
from tests.printing.paper_make import CATALOGUE, VERSION

CURVE = Curve(
    ("1.9.", "1.10.", "1.11."),
    (CurveLine("Barn", ((0, 3), (1, 5))), CurveLine("Mor", ((0, 2), (2, 9)))),
)
NETWORK = PeopleNetwork(tuple(Person(f"Rolle {n}", "Familie", n % 3 + 1, "tryg") for n in range(9)))


def test_what_stands_in_it_is_printed_and_the_rest_can_be_written_in() -> None:
    text = filled_text(TOOL, FILLED, "2026-04417")
    pages = filled_tool_pages(TOOL, text, (CURVE, NETWORK), CATALOGUE, VERSION)
    words = " ".join(said for page in pages for said in page.texts())
    for wanted in ("Målark, sag 2026-04417", "Sove godt", "Flyttet", "Barn", "Rolle 8", "Tomt"):
        assert wanted in words
    assert "Skriv kort" not in words
    assert TOOL.purpose not in words, "that is said to whoever fills it in"
    kinds = [block.kind for page in pages for block in page.blocks]
    assert "box" in kinds, "an empty field is a box to write in"
    ticks = [
        mark
        for page in pages
        for block in page.blocks
        for mark in block.marks
        if isinstance(mark, Icon) and mark.name == "check"
    ]
    assert len(ticks) == 1
    for page in pages:
        for block in page.blocks:
            assert block.rect.bottom <= page.paper.height


def test_pictures_stay_inside_their_width() -> None:
    for picture in (CURVE, NETWORK):
        block = picture_block(picture, 500, LIGHT)
        for mark in block.marks:
            if isinstance(mark, TextMark):
                assert mark.x >= 0
                assert mark.x + mark.width <= 500
                assert 0 <= mark.y <= block.rect.h


def test_lines_differ_in_black_print_too() -> None:
    rules = [
        m for m in picture_block(CURVE, 500, BLACK).marks if isinstance(m, Rule) and m.line == 2
    ]
    assert len({rule.dash for rule in rules}) == 2


def test_the_nearest_stand_nearest() -> None:
    block = picture_block(NETWORK, 500, LIGHT)
    dots = [m.rect.center for m in block.marks if isinstance(m, FrameMark) and m.rect.w == 12]
    away = [((x - 250) ** 2 + (y - block.rect.h / 2) ** 2) ** 0.5 for x, y in dots]
    assert len(away) == 9
    assert away[0] < away[1] < away[2]
