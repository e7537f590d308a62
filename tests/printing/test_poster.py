"""A procedure on the wall: as large as the paper allows, parted only where it could not be read."""

from io import BytesIO
from itertools import pairwise

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.model.library.procedure import CheckItem, Procedure, Step, StepKind, Transition
from app.printing.flow_mark import Flow
from app.printing.ink import BLACK, PAPER, Ink
from app.printing.page_marks import Code, Page
from app.printing.pages import page_image, pdf_bytes
from app.printing.paper import A3, A4, Paper, mm
from app.printing.poster import READABLE, poster_pages
from app.printing.procedure_pages import procedure_pages
from tests.printing.paper_make import (
    CATALOGUE,
    CHECKED,
    TEMPLATE,
    VERSION,
    assert_sound,
    procedure,
    words_of,
)


def tall(count: int) -> Procedure:
    """Make a procedure of so many steps, one below the other."""
    ids = [f"trin-{number}" for number in range(count)]
    steps = [
        Step(
            step_id,
            f"Gør nummer {number}",
            StepKind.ACTIVITY,
            "barnet" if number % 3 else "modtagelse",
            checklist=(CheckItem("Gjort"),),
            next=(Transition(ids[number + 1]),) if number + 1 < count else (),
        )
        for number, step_id in enumerate(ids)
    ]
    return Procedure(
        "lang", "Lang", "henvendelser", "Fra først til sidst", "Det begynder",
        ("barnet", "modtagelse"), tuple(steps), checked=CHECKED,
    )  # fmt: skip


def flow_of(page: Page) -> Flow:
    return next(m for block in page.blocks for m in block.marks if isinstance(m, Flow))


@pytest.mark.parametrize("paper", [A3, A4], ids=lambda paper: paper.name)
@pytest.mark.parametrize("ink", [PAPER, BLACK], ids=["colour", "black"])
def test_a_poster_tells_what_it_is_how_old_and_what_its_shapes_mean(paper: Paper, ink: Ink) -> None:
    pages = poster_pages(procedure(), CATALOGUE, VERSION, paper, ink)
    assert_sound(pages, margin=mm(9))
    words = words_of(pages)
    for part in (
        "Henvendelser", "Underretning", "Fra underretning til svar",
        "Handling", "Beslutning", "Samtale med barnet", "Afslutning", "Anden procedure",
        "§ 136", "Kommunen vurderer underretninger",
        "Version 3", "Kontrolleret mod LBK nr. 282/2025", "Tjek, om plakaten stadig gælder",
    ):  # fmt: skip
        assert part in words


@pytest.mark.parametrize("paper", [A3, A4], ids=lambda paper: paper.name)
def test_a_long_summary_stays_whole_and_on_the_paper(paper: Paper) -> None:
    summary = " ".join(f"ord{number}" for number in range(60))
    pages = poster_pages(replace(procedure(), summary=summary), CATALOGUE, VERSION, paper, PAPER)
    assert_sound(pages, margin=mm(9))
    assert set(summary.split()) <= set(words_of(pages).split())


def test_the_legend_leaves_out_shapes_that_are_not_there() -> None:
    assert "Møde" not in words_of(poster_pages(procedure(), CATALOGUE, VERSION))


def test_the_code_names_the_procedure_and_its_version() -> None:
    (page,) = poster_pages(procedure(), CATALOGUE, VERSION)
    codes = [m.says for block in page.blocks for m in block.marks if isinstance(m, Code)]
    assert codes == ["roedtraad:procedure/underretning@3"]


def test_a_template_says_so_on_the_wall_too() -> None:
    assert "skal godkendes lokalt" in words_of(poster_pages(procedure(), CATALOGUE, TEMPLATE))


def test_a_small_flow_is_not_blown_up_beyond_its_largest_type() -> None:
    (page,) = poster_pages(procedure(), CATALOGUE, VERSION)
    assert flow_of(page).scale == pytest.approx(0.96)


def test_a_flow_too_tall_is_parted_between_rows_and_stays_readable() -> None:
    pages = poster_pages(tall(40), CATALOGUE, VERSION, A4)
    assert len(pages) > 1
    assert all(flow_of(page).scale >= READABLE for page in pages)
    assert f"ark 2 af {len(pages)}" in words_of(pages)
    boxes = flow_of(pages[0]).drawing.picture.boxes.values()
    for page in pages:
        part = flow_of(page)
        for box in boxes:
            is_inside = part.top <= box.y and box.bottom <= part.bottom
            assert is_inside or box.bottom <= part.top or part.bottom <= box.y
    assert_sound(pages, margin=mm(9))


def test_the_parts_of_a_flow_follow_each_other_without_a_gap() -> None:
    parts = [flow_of(page) for page in poster_pages(tall(40), CATALOGUE, VERSION, A4)]
    for above, below in pairwise(parts):
        assert above.bottom == below.top
    assert parts[-1].bottom == parts[0].drawing.bounds.bottom()


def test_every_title_can_be_read_in_the_pdf() -> None:
    pages = poster_pages(tall(40), CATALOGUE, VERSION, A4)
    reader = PdfReader(BytesIO(pdf_bytes(pages)))
    text = "".join("".join(page.extract_text().split()) for page in reader.pages)
    for number in range(40):
        assert f"Gørnummer{number}" in text


def test_a_poster_can_be_seen_small_on_the_screen() -> None:
    (page,) = poster_pages(procedure(), CATALOGUE, VERSION)
    assert page_image(page, 200).width() == 200


def test_a3_gets_the_poster() -> None:
    (page,) = procedure_pages(procedure(), CATALOGUE, VERSION, A3)
    assert flow_of(page).drawing.procedure == procedure()
