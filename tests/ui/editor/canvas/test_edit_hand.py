"""The mouse on a flow that is edited: each gesture is one step of undo, Esc leaves it."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from app.model.edits.step_fields import set_gate
from app.model.library.procedure import StepKind
from app.ui.base.desk import Desk
from app.ui.base.messages import Message
from app.ui.editor.canvas.edit_hand import EditHand
from app.ui.editor.canvas.edit_handles import Handle, HandleKind
from app.ui.editor.canvas.step_menu import step_menu
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.procedure_page import ProcedurePage
from tests.ui.editor.conftest import open_finder, procedure

LEFT = Qt.MouseButton.LeftButton


def handle(page: ProcedurePage, kind: HandleKind, number: int = 0) -> Handle:
    found = [one for one in page.flow.edit_view.overlay.handles if one.kind is kind]
    return found[number]


def point(page: ProcedurePage, at: QPointF) -> QPoint:
    return page.flow.view.mapFromScene(at)


def middle(page: ProcedurePage, step: str) -> QPoint:
    return point(page, page.flow.edit_view.box_of(step).center())


def click(page: ProcedurePage, found: Handle) -> None:
    QTest.mouseClick(page.flow.view.viewport(), LEFT, pos=point(page, found.rect.center()))


def drag(page: ProcedurePage, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    port = page.flow.view.viewport()
    QTest.mousePress(port, LEFT, pos=start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(port, start + (end - start) * part)
    if drop:
        QTest.mouseRelease(port, LEFT, pos=end)


def is_framed(page: ProcedurePage) -> bool:
    return page.flow.edit_view.overlay.pulled.target is not None


def undone(page: ProcedurePage) -> bool:
    page.undo()
    return page.session.document == procedure()


def test_the_first_tool_adds_a_step_after_and_lets_it_be_named(page: ProcedurePage) -> None:
    page.select("modtag")
    click(page, handle(page, HandleKind.ADD_STEP))
    document = page.session.document
    new = document.step("modtag").next[0].to
    assert document.step(new).next[0].to == "tal"
    assert page.selected == new
    field = page.panel.steps.field("title")
    assert field is not None
    assert field.widget.hasFocus()
    assert undone(page)


def test_the_first_tool_on_a_choice_adds_a_way_with_a_step(page: ProcedurePage) -> None:
    page.select("afgoer")
    click(page, handle(page, HandleKind.ADD_STEP))
    ways = page.session.document.step("afgoer").next
    assert len(ways) == 3
    assert ways[2].when == ""
    assert undone(page)


def test_a_plus_adds_a_step_on_its_way(page: ProcedurePage) -> None:
    page.select("afgoer")
    plus = handle(page, HandleKind.PLUS)
    click(page, plus)
    document = page.session.document
    way = document.step("afgoer").next[plus.way]
    assert way.when == procedure().step("afgoer").next[plus.way].when
    assert way.to not in procedure().by_id
    assert undone(page)


def test_the_last_tool_deletes_and_heals(page: ProcedurePage) -> None:
    page.select("hjaelp")
    click(page, handle(page, HandleKind.DELETE))
    document = page.session.document
    assert "hjaelp" not in document.by_id
    assert [way.to for way in document.step("afgoer").next] == ["slut", "slut"]
    assert page.selected in document.by_id
    assert undone(page)


def test_an_arrow_is_drawn_from_a_port_to_a_step(page: ProcedurePage) -> None:
    page.select("afgoer")
    start = point(page, handle(page, HandleKind.PORT, 2).rect.center())
    drag(page, start, middle(page, "modtag"))
    ways = page.session.document.step("afgoer").next
    assert [way.to for way in ways] == ["hjaelp", "slut", "modtag"]
    assert page.selected == "afgoer"
    assert undone(page)


def test_an_arrow_let_go_over_nothing_makes_a_step_in_that_lane(page: ProcedurePage) -> None:
    page.select("modtag")
    start = point(page, handle(page, HandleKind.PORT, 1).rect.center())
    lane = page.flow.edit_view.picture
    assert lane is not None
    right = lane.lanes[2].rect
    drag(page, start, point(page, QPointF(right.x + 12, 120)))
    document = page.session.document
    new = document.step("modtag").next[1].to
    assert document.step(new).role == "raadgiver"
    assert undone(page)


def test_an_arrow_that_never_left_its_step_is_none(page: ProcedurePage) -> None:
    page.select("modtag")
    start = point(page, handle(page, HandleKind.PORT, 2).rect.center())
    drag(page, start, start + QPoint(2, 4))
    assert page.session.document == procedure()


def test_a_target_is_framed_only_where_a_way_may_lead(page: ProcedurePage) -> None:
    page.select("modtag")
    view = page.flow.edit_view
    start = point(page, handle(page, HandleKind.PORT, 2).rect.center())
    drag(page, start, middle(page, "tal"), drop=False)
    assert not is_framed(page)  # a way leads there already
    QTest.mouseMove(view.viewport(), middle(page, "slut"))
    assert is_framed(page)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, pos=middle(page, "slut"))
    assert page.session.document == procedure()


def test_escape_leaves_an_arrow(page: ProcedurePage) -> None:
    page.select("afgoer")
    start = point(page, handle(page, HandleKind.PORT, 2).rect.center())
    drag(page, start, middle(page, "modtag"), drop=False)
    QTest.keyClick(page.flow.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(page.flow.view.viewport(), LEFT, pos=middle(page, "modtag"))
    assert page.session.document == procedure()
    hand = page.flow.edit_view._hand
    assert isinstance(hand, EditHand)
    assert not hand.is_busy


def test_the_second_tool_follows_the_mouse_to_a_click(page: ProcedurePage) -> None:
    page.select("afgoer")
    click(page, handle(page, HandleKind.ADD_WAY))
    QTest.mouseMove(page.flow.view.viewport(), middle(page, "modtag"))
    QTest.mouseClick(page.flow.view.viewport(), LEFT, pos=middle(page, "modtag"))
    assert page.session.document.step("afgoer").next[2].to == "modtag"
    assert undone(page)


def test_a_step_carried_into_another_lane_gets_its_role(page: ProcedurePage) -> None:
    picture = page.flow.edit_view.picture
    assert picture is not None
    box = page.flow.edit_view.box_of("hjaelp")
    lane = picture.lanes[1].rect
    start = point(page, QPointF(box.center().x(), box.top() + 6))
    drag(page, start, point(page, QPointF(lane.x + 20, box.center().y())))
    assert page.session.document.step("hjaelp").role == "modtagelse"
    assert undone(page)


def test_a_step_put_back_in_its_lane_stays_as_it_was(page: ProcedurePage) -> None:
    box = page.flow.edit_view.box_of("hjaelp")
    start = point(page, QPointF(box.center().x(), box.top() + 6))
    drag(page, start, start + QPoint(20, 16))
    assert page.session.document == procedure()


def test_a_step_carried_onto_a_way_moves_there(page: ProcedurePage) -> None:
    picture = page.flow.edit_view.picture
    assert picture is not None
    way = next(arrow for arrow in picture.arrows if arrow.source == "tal")
    (x1, y1), (x2, y2) = way.points[0], way.points[1]
    spot = QPointF((x1 + x2) / 2, (y1 + y2) / 2)
    box = page.flow.edit_view.box_of("hjaelp")
    start = point(page, QPointF(box.center().x(), box.top() + 6))
    drag(page, start, point(page, spot))
    document = page.session.document
    assert document.step("tal").next[0].to == "hjaelp"
    assert document.step("hjaelp").next[0].to == "afgoer"
    assert undone(page)


def test_deleting_a_choice_asks_by_which_way_to_go_on(page: ProcedurePage) -> None:
    page.acts.delete("afgoer")
    assert page.session.document == procedure()
    finder = open_finder(page)
    QTest.keyClick(finder.search, Qt.Key.Key_Return)
    assert "afgoer" not in page.session.document.by_id


def test_a_new_end_is_added_from_the_menu(page: ProcedurePage) -> None:
    page.select("modtag")
    menu = step_menu(page.acts, page.session.document.step("modtag"), page)
    names = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert "Ny vej til en afslutning" in names
    next(one for one in menu.actions() if one.text().startswith("Ny vej til en a")).trigger()
    document = page.session.document
    assert document.step(document.step("modtag").next[1].to).kind is StepKind.END


def test_a_step_is_made_a_decision_from_the_menu(page: ProcedurePage) -> None:
    page.select("modtag")
    menu = step_menu(page.acts, page.session.document.step("modtag"), page)
    next(one for one in menu.actions() if one.text() == "Gør til en beslutning").trigger()
    assert page.session.document.step("modtag").kind is StepKind.DECISION
    assert page.selected == "modtag"
    assert undone(page)


def test_what_others_wait_for_is_deleted_with_their_gates_when_that_is_chosen(
    page: ProcedurePage, desk: Desk
) -> None:
    told: list[Message] = []
    desk.messages.told.connect(told.append)
    page.session.edit(Edit("set_gate", partial(set_gate, step_id="afgoer", needs=["modtag"])))
    page.select("modtag")
    QTest.keyClick(page.flow.view, Qt.Key.Key_Delete)
    assert "modtag" in page.session.document.by_id
    assert told[0].mend
    words, mend = told[0].mend
    assert words == "Slet, og fjern kravene"
    mend()
    assert "modtag" not in page.session.document.by_id
    assert page.session.document.step("afgoer").gate is None


def test_a_click_on_a_neighbour_chooses_it_however_near_the_handles_are(
    page: ProcedurePage,
) -> None:
    view = page.flow.edit_view
    for step in page.session.document.steps:
        for other in page.session.document.steps:
            page.select(step.id)
            box = view.box_of(other.id).adjusted(4, 4, -4, -4)
            for at in (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()):
                handle = view.handle_at(at)
                assert handle is None or handle.step == step.id == other.id
