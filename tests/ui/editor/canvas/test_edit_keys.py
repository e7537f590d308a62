"""The keyboard does all that the mouse does, in the picture and in the step list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.model.library.procedure import StepKind
from app.ui.editor.procedure_page import ProcedurePage
from tests.ui.editor.conftest import open_finder, procedure

Key, Mod = Qt.Key, Qt.KeyboardModifier
ALT, CTRL, SHIFT = Mod.AltModifier, Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture(params=["picture", "list"])
def keys(request: pytest.FixtureRequest, page: ProcedurePage) -> QWidget:
    """What has the keyboard: the picture, or the list in its place."""
    if request.param == "list":
        page.flow.show_list(True)
        page.flow.list.setFocus()
        return page.flow.list
    return page.flow.view


def order(page: ProcedurePage) -> list[str]:
    return [step.id for step in page.session.document.steps]


def test_enter_adds_a_step_after_and_its_title_is_typed_at_once(
    page: ProcedurePage, keys: QWidget
) -> None:
    page.select("modtag")
    QTest.keyClick(keys, Key.Key_Return)
    title = page.panel.steps.field("title")
    assert title is not None
    QTest.keyClicks(title.widget, "Ring til skolen")
    QTest.keyClick(title.widget, Key.Key_Return)
    document = page.session.document
    assert document.step(document.step("modtag").next[0].to).title == "Ring til skolen"
    assert keys.hasFocus()


def test_shift_enter_adds_a_step_before(page: ProcedurePage, keys: QWidget) -> None:
    page.select("tal")
    QTest.keyClick(keys, Key.Key_Return, SHIFT)
    document = page.session.document
    new = document.step("modtag").next[0].to
    assert document.step(new).next[0].to == "tal"


def test_delete_heals_and_undo_brings_back(page: ProcedurePage, keys: QWidget) -> None:
    page.select("tal")
    QTest.keyClick(keys, Key.Key_Delete)
    assert page.session.document.step("modtag").next[0].to == "afgoer"
    QTest.keyClick(keys, Key.Key_Z, CTRL)
    assert page.session.document == procedure()
    assert page.selected == "tal"
    QTest.keyClick(keys, Key.Key_Z, CTRL | SHIFT)
    assert "tal" not in page.session.document.by_id


def test_alt_and_arrows_change_places_along_the_way(page: ProcedurePage, keys: QWidget) -> None:
    page.select("modtag")
    QTest.keyClick(keys, Key.Key_Down, ALT)
    assert page.session.document.start.id == "tal"
    assert page.selected == "modtag"
    QTest.keyClick(keys, Key.Key_Up, ALT)
    assert page.session.document == procedure()


def test_with_shift_the_step_is_given_to_the_role_beside(
    page: ProcedurePage, keys: QWidget
) -> None:
    page.select("hjaelp")
    QTest.keyClick(keys, Key.Key_Left, ALT)
    assert page.session.document == procedure(), "Alt and left is the way back"
    QTest.keyClick(keys, Key.Key_Left, ALT | SHIFT)
    assert page.session.document.step("hjaelp").role == "modtagelse"
    QTest.keyClick(keys, Key.Key_Right, ALT | SHIFT)
    QTest.keyClick(keys, Key.Key_Right, ALT | SHIFT)
    assert page.session.document.step("hjaelp").role == "raadgiver"


def test_control_d_puts_a_copy_after(page: ProcedurePage, keys: QWidget) -> None:
    page.select("modtag")
    QTest.keyClick(keys, Key.Key_D, CTRL)
    twin = page.session.document.step("modtag").next[0].to
    assert page.session.document.step(twin).checklist == procedure().step("modtag").checklist
    assert page.selected == twin


def test_copy_and_paste_put_the_step_elsewhere(page: ProcedurePage, keys: QWidget) -> None:
    page.select("modtag")
    QTest.keyClick(keys, Key.Key_C, CTRL)
    page.select("hjaelp")
    QTest.keyClick(keys, Key.Key_V, CTRL)
    document = page.session.document
    pasted = document.step(document.step("hjaelp").next[0].to)
    assert pasted.title == "Modtag henvendelsen"
    assert pasted.next[0].to == "slut"


def test_cut_takes_the_step_along(page: ProcedurePage, keys: QWidget) -> None:
    page.select("tal")
    QTest.keyClick(keys, Key.Key_X, CTRL)
    assert "tal" not in page.session.document.by_id
    page.select("hjaelp")
    QTest.keyClick(keys, Key.Key_V, CTRL)
    document = page.session.document
    pasted = document.step(document.step("hjaelp").next[0].to)
    assert pasted.kind is StepKind.CONVERSATION


def test_paste_before_an_end(page: ProcedurePage, keys: QWidget) -> None:
    page.select("modtag")
    QTest.keyClick(keys, Key.Key_C, CTRL)
    page.select("slut")
    QTest.keyClick(keys, Key.Key_V, CTRL)
    assert len(order(page)) == len(procedure().steps) + 1


def test_v_asks_where_a_new_way_leads(page: ProcedurePage, keys: QWidget) -> None:
    page.select("afgoer")
    QTest.keyClick(keys, Key.Key_V)
    finder = open_finder(page)
    QTest.keyClicks(finder.search, "1 modtag")
    QTest.keyClick(finder.search, Key.Key_Return)
    assert page.session.document.step("afgoer").next[2].to == "modtag"


def test_a_new_way_may_lead_to_a_new_step_that_is_named_at_once(
    page: ProcedurePage, keys: QWidget
) -> None:
    page.select("modtag")
    QTest.keyClick(keys, Key.Key_V)
    finder = open_finder(page)
    panel = page.panel
    assert finder.x() >= panel.mapTo(page.window(), QPoint(0, 0)).x(), "the picture is seen"
    QTest.keyClicks(finder.search, "Skriv brev")
    QTest.keyClick(finder.search, Key.Key_Return)
    step = page.session.document.step("modtag")
    new = page.session.document.step(step.next[1].to)
    assert (new.title, new.role, page.selected) == ("Skriv brev", step.role, new.id)


def test_f2_goes_to_the_title(page: ProcedurePage, keys: QWidget) -> None:
    page.select("tal")
    QTest.keyClick(keys, Key.Key_F2)
    title = page.panel.steps.field("title")
    assert title is not None
    assert title.widget.hasFocus()


def test_keys_of_reading_still_work(page: ProcedurePage) -> None:
    page.select("modtag")
    QTest.keyClick(page.flow.view, Key.Key_Down)
    assert page.selected == "tal"
    QTest.keyClick(page.flow.view, Key.Key_L)
    assert page.flow.bar.list.isChecked()


def test_picture_and_list_show_the_same_choice(page: ProcedurePage) -> None:
    page.select("tal")
    QTest.keyClick(page.flow.view, Key.Key_Return)
    assert page.flow.list.selected == page.flow.view.selected == page.selected
