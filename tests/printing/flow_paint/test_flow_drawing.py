"""A whole flow: painted within its bounds, in parts as in one, sharp at every size."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.printing.flow_paint import DrawingHit, DrawingPart, FlowDrawing, FlowLook
from app.printing.flow_paint.flow_legend import SECTION_WIDTH, legend_sections, paint_section
from app.printing.flow_paint.lane_paint import fitted_name
from app.printing.flow_paint.trigger_paint import place_words
from app.printing.fonts import SEMIBOLD, text_width
from app.printing.ink import BLACK, DARK, LIGHT, PAPER, Ink
from tests.printing.sample import CATALOGUE, NOW, PROCEDURE, RUN_STATE, picture

READ = "read"
RUN = "run"


def drawing_of(what: str) -> FlowDrawing:
    state = RUN_STATE if what == RUN else None
    return FlowDrawing(PROCEDURE, picture(), CATALOGUE, state, NOW)


def canvas(width: float, height: float, ink: Ink = LIGHT) -> QImage:
    image = QImage(round(width), round(height), QImage.Format.Format_RGB32)
    image.fill(QColor(ink.paper))
    return image


def render(what: str, look: FlowLook, zoom: float = 1.0, margin: int = 0) -> QImage:
    drawing = drawing_of(what)
    bounds = drawing.bounds
    image = canvas(
        bounds.width() * zoom + 2 * margin, bounds.height() * zoom + 2 * margin, look.ink
    )
    painter = QPainter(image)
    painter.translate(margin, margin)
    painter.scale(zoom, zoom)
    painter.translate(-bounds.topLeft())
    drawing.paint_all(painter, look)
    painter.end()
    return image


@pytest.mark.parametrize("what", [READ, RUN])
@pytest.mark.parametrize("zoom", [0.25, 1.0])
def test_nothing_is_painted_outside_the_bounds(what: str, zoom: float) -> None:
    margin = 12
    look = FlowLook(selected="igen", focused="samtale")
    image = render(what, look, zoom, margin)
    ground = QColor(LIGHT.paper).rgb()
    edge = [
        image.pixel(x, y)
        for x in range(image.width())
        for y in (*range(margin - 1), *range(image.height() - margin + 1, image.height()))
    ]
    assert set(edge) == {ground}


@pytest.mark.parametrize("what", [READ, RUN])
def test_a_part_painted_alone_is_the_same_part_of_the_whole(what: str) -> None:
    drawing, look = drawing_of(what), FlowLook(selected="akut", hovered="spor")
    whole, parts = canvas(786, 1400), canvas(786, 1400)
    for image, areas in (
        (whole, [QRectF(0, 0, 786, 1400)]),
        (parts, [QRectF(0, top, 786, 175) for top in range(0, 1400, 175)]),
    ):
        painter = QPainter(image)
        for area in areas:
            painter.setClipRect(area)
            drawing.paint(painter, look, area)
        painter.end()
    assert whole == parts


@pytest.mark.parametrize("what", [READ, RUN])
def test_light_dark_paper_and_black_all_differ(what: str) -> None:
    images = [render(what, FlowLook(ink=ink)) for ink in (LIGHT, DARK, PAPER, BLACK)]
    assert all(a != b for n, a in enumerate(images) for b in images[n + 1 :])


@pytest.mark.parametrize(
    "change",
    [
        {"selected": "modtag"},
        {"hovered": "modtag"},
        {"focused": "modtag"},
        {"selected": "modtag", "focused": "modtag"},
        {"selected": "afslut"},
    ],
)
def test_selection_hover_and_focus_can_each_be_seen(change: dict[str, str]) -> None:
    assert render(READ, FlowLook(**change)) != render(READ, FlowLook())  # type: ignore[arg-type]  # names of steps only


def test_the_thread_is_the_only_red_in_a_run_without_lateness() -> None:
    image = render(READ, FlowLook(selected="akut"))
    red = QColor(LIGHT.thread).rgb()
    assert all(image.pixel(x, y) != red for x in range(image.width()) for y in range(500))
    run = render(RUN, FlowLook())
    below_trigger = QPointF(391, 62).toPoint()
    assert run.pixel(below_trigger) == red


@pytest.mark.parametrize("zoom", [0.25, 0.3, 0.5, 1.0, 2.0, 4.0])
def test_every_size_is_drawn_anew_and_not_scaled(zoom: float) -> None:
    drawing = drawing_of(READ)
    image = canvas(320, 240)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    painter.translate(-312, -70)
    drawing.paint(painter, FlowLook(), QRectF(312, 70, 320 / zoom, 240 / zoom))
    painter.end()
    dark = [image.pixelColor(x, y).lightness() for x in range(320) for y in range(240)]
    assert min(dark) < (140 if zoom < 0.35 else 110)


def test_the_growing_thread_is_shorter_than_the_grown_one() -> None:
    growing = frozenset({("igen", 1)})
    full = render(RUN, FlowLook())
    half = render(RUN, FlowLook(growing=growing, grown=0.5))
    assert full != half
    assert render(RUN, FlowLook(growing=growing, grown=1.0)) == full


def test_the_mouse_finds_step_deadline_and_law() -> None:
    drawing = drawing_of(READ)
    box = picture().boxes["akut"]
    chip = drawing.part_rect(DrawingHit("akut", DrawingPart.CHIP))
    law = drawing.part_rect(DrawingHit("akut", DrawingPart.LAW))
    assert drawing.hit(QPointF(box.center[0], box.y + 6)) == DrawingHit("akut", DrawingPart.STEP)
    assert drawing.hit(chip.center()) == DrawingHit("akut", DrawingPart.CHIP)
    assert drawing.hit(law.center()) == DrawingHit("akut", DrawingPart.LAW)
    assert drawing.hit(QPointF(80, 120)) is None


def test_the_mouse_misses_the_corners_of_a_decision() -> None:
    box = picture().boxes["spor"]
    assert drawing_of(READ).hit(QPointF(box.right - 2, box.bottom - 2)) is None


def test_the_title_below_an_end_belongs_to_it() -> None:
    caption = picture().captions["afslut"]
    assert drawing_of(READ).hit(QPointF(*caption.center)) == DrawingHit("afslut", DrawingPart.STEP)


def test_the_trigger_stands_where_there_is_room() -> None:
    words = "Kommunen blev opmærksom på barnet"
    width = text_width(words, 12, SEMIBOLD)
    assert place_words(words, 400, 800) == ((words,), True)
    assert place_words(words, 60, 800) == ((words,), False)
    lines, _ = place_words(words, 150, 300)
    assert len(lines) > 1
    assert all(text_width(line, 12, SEMIBOLD) < width for line in lines)


@pytest.mark.parametrize("width", [20, 40, 90, 120, 158, 400])
def test_a_lane_name_fits_or_leaves_its_place_to_the_icon(width: float) -> None:
    name = fitted_name("Faglig koordinator", width)
    for line in name.lines:
        assert name.pad + name.text_left + text_width(line, name.size, SEMIBOLD) <= width


def test_the_legend_keeps_within_its_width() -> None:
    for ink in (LIGHT, DARK):
        for section in legend_sections():
            image = canvas(SECTION_WIDTH + 40, section.height + 40, ink)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(12, 12)
            paint_section(painter, section, ink)
            painter.end()
            ground = QColor(ink.paper).rgb()
            right = round(SECTION_WIDTH) + 14
            outside = {
                image.pixel(x, y)
                for x in (*range(6), *range(right, image.width()))
                for y in range(image.height())
            }
            assert outside == {ground}


def test_the_legend_shows_every_kind_and_state() -> None:
    names = [row.name for section in legend_sections() for row in section.rows]
    for name in ("Handling", "Beslutning", "Samtale med barnet", "Dokument", "Møde", "Afvent"):
        assert name in names
    for name in ("Udført", "Nu", "Åben", "Over frist", "Mangler", "Afventer", "Ikke relevant"):
        assert name in names
