"""What the checker finds while one writes, and the way to mend it."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.edits import adding, procedure_fields, step_fields, ways
from app.model.procedure import Deadline, Gate, Procedure, StepKind
from app.ui.common.content_texts import content_sentences
from app.ui.editor.edit import Edit
from app.ui.editor.findings.strip import FindingRow
from app.ui.editor.findings.words import _short, _why
from app.ui.editor.page import ProcedurePage


def change(page: ProcedurePage, after: Procedure) -> None:
    page.session.edit(Edit("x", lambda _: after))
    page.checking.check_now()


def row(page: ProcedurePage, part: str) -> FindingRow:
    return next(one for one in page.findings.rows if part in one.line.what)


def without_condition(page: ProcedurePage) -> Procedure:
    return ways.set_condition(page.session.document, "afgoer", 1, "")


def test_a_sound_procedure_has_none(page: ProcedurePage) -> None:
    assert not page.findings.rows
    assert page.errors == 0


def test_a_finding_names_its_step_and_what_it_is(page: ProcedurePage) -> None:
    change(page, without_condition(page))
    line = row(page, "betingelse").line
    assert line.where == "Trin 3"
    assert line.what == "Vejen til »Sagen er slut« mangler en betingelse."
    assert line.why
    assert page.errors == 1
    assert page.findings.errors.text == "1 fejl"


def test_the_checker_waits_for_a_pause(qtbot: QtBot, page: ProcedurePage) -> None:
    page.session.edit(Edit("x", lambda _: without_condition(page)))
    assert not page.findings.rows
    qtbot.wait_until(lambda: bool(page.findings.rows), timeout=2000)


def test_a_mend_that_is_written_puts_the_cursor_there(page: ProcedurePage) -> None:
    change(page, without_condition(page))
    page.select("modtag")
    row(page, "betingelse").mend.click()
    assert page.selected == "afgoer"
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Betingelse"


def test_a_click_on_a_finding_goes_to_its_place(page: ProcedurePage) -> None:
    change(page, without_condition(page))
    page.select("modtag")
    QTest.mouseClick(row(page, "betingelse"), Qt.MouseButton.LeftButton)
    assert page.selected == "afgoer"


def test_keys_walk_the_findings_and_open_them(page: ProcedurePage) -> None:
    change(page, without_condition(page))
    found = row(page, "betingelse")
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert page.selected == "afgoer"


def test_a_mend_that_can_be_done_is_done_by_one_click(page: ProcedurePage) -> None:
    document = page.session.document
    skipping = adding.add_branch(
        document, "afgoer", when="Straks", title="Luk sagen", kind=StepKind.END
    )
    silent = replace(
        skipping,
        steps=tuple(
            replace(step, next=(replace(step.next[0], to="afgoer"),))
            if step.id == "modtag"
            else step
            for step in skipping.steps
            if step.id != "tal"
        ),
    )
    talk = adding.add_branch(
        silent, "afgoer", when="Tal", title="Tal", kind=StepKind.CONVERSATION, role="barnet"
    )
    change(page, talk)
    found = row(page, "uden at barnet er hørt")
    assert found.line.mend == "Tilføj en samtale før"
    found.mend.click()
    document = page.session.document
    new = document.step(document.step("modtag").next[0].to)
    assert (new.kind, new.role) == (StepKind.CONVERSATION, "barnet")
    page.checking.check_now()
    assert not [one for one in page.findings.rows if "hørt" in one.line.what]
    page.undo()
    assert page.session.document == talk


def test_an_unused_lane_is_removed(page: ProcedurePage) -> None:
    change(page, procedure_fields.add_role(page.session.document, "leder"))
    row(page, "Ingen trin").mend.click()
    assert "leder" not in page.session.document.roles


def test_a_deadline_without_ground_leads_to_the_reason(page: ProcedurePage) -> None:
    deadline = Deadline(within="1 weeks", after="trigger")
    change(page, step_fields.set_deadline(page.session.document, "tal", deadline))
    found = row(page, "hverken lov eller grund")
    assert found.line.mend == "Skriv grund"
    found.mend.click()
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Grund til fristen"


def test_an_empty_gate_is_removed(page: ProcedurePage) -> None:
    document = page.session.document
    steps = tuple(
        replace(step, gate=Gate(())) if step.id == "afgoer" else step for step in document.steps
    )
    change(page, replace(document, steps=steps))
    row(page, "nævner ingen trin").mend.click()
    assert page.session.document.step("afgoer").gate is None


def test_a_date_that_nobody_asks_for_is_asked_for(page: ProcedurePage) -> None:
    deadline = Deadline(within="1 weeks", after="date:moede-holdt", reason="Aftalt")
    change(page, step_fields.set_deadline(page.session.document, "hjaelp", deadline))
    row(page, "spørger om den dato").mend.click()
    assert page.session.document.step("hjaelp").asks == ("moede-holdt",)


def test_words_are_only_for_codes_there_are() -> None:
    known = content_sentences().keys()
    assert not (_short().keys() | _why().keys()) - known


def test_every_mend_offered_can_be_done(page: ProcedurePage) -> None:
    document = without_condition(page)
    change(page, document)
    for one in page.findings.rows:
        if one.line.edit is not None:
            assert page.session.refusal(one.line.edit) is None
