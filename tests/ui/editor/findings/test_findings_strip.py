"""What the checker finds while one writes, and the way to mend it."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.files import read_library
from app.model.edits import adding, checklists, procedure_fields, step_fields, ways
from app.model.library.procedure import Deadline, Gate, Procedure, StepKind
from app.paths import SHIPPED_LIBRARY
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.findings.finding_reasons import reasons, source_words
from app.ui.editor.findings.finding_words import _short
from app.ui.editor.findings.findings_strip import FindingRow
from app.ui.editor.procedure_page import ProcedurePage
from app.ui.says.content_texts import content_sentences
from tests.ui.editor.conftest import CATALOGUE
from tests.ui.rest import come_to_rest


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
    qtbot.wait_until(lambda: bool(page.findings.rows))


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
    assert not _short().keys() - content_sentences().keys()


def test_nobody_who_writes_reads_of_files_and_keys() -> None:
    technical = (".yaml", "first_of", "within", "last_day", "fields")
    of_files = {
        code
        for code, sentence in content_sentences().items()
        if any(word in sentence for word in technical)
    }
    assert not of_files - _short().keys() - {"unknown_age"}


def test_every_finding_says_why_it_matters() -> None:
    assert reasons().keys() == content_sentences().keys()
    assert all(reason.why for reason in reasons().values())


def test_a_reason_in_law_is_quoted_from_the_register() -> None:
    assert source_words("child_not_heard", CATALOGUE) == (
        "Kilde: barnets lov §\u00a05, stk.\u00a03: Barnets syn hentes ved samtale."
    )
    assert source_words("many_items", CATALOGUE).startswith("Kilde: Checklist for Checklists")
    assert source_words("dead_end", CATALOGUE) == ""


def test_every_provision_a_reason_names_is_in_the_register() -> None:
    catalogue = read_library(SHIPPED_LIBRARY).library.catalogue
    named = [reason.law for reason in reasons().values() if reason.law]
    assert named
    assert all(catalogue.provision(ref) for ref in named)


def test_why_it_matters_stays_with_the_finding_that_was_chosen(page: ProcedurePage) -> None:
    change(page, without_condition(page))
    found = row(page, "betingelse")
    found.opened.emit()
    assert not found.hasFocus()
    assert found._why.isVisibleTo(page)


def test_why_it_matters_is_in_sight_at_every_finding_and_takes_no_room_from_the_picture(
    page: ProcedurePage, qtbot: QtBot
) -> None:
    change(page, without_condition(page))
    change(page, heavy(page))
    lines = page.findings.lines
    assert len(lines) > 1
    for count in (1, len(lines)):
        page.findings.show_lines(lines[:count])
        page.flow.view.setFocus()
        come_to_rest()
        height = page.findings.height()
        for found in page.findings.rows:
            found.setFocus(Qt.FocusReason.TabFocusReason)
            assert found._why.isVisible(), found.line.what
            qtbot.waitUntil(partial(is_wholly_seen, found._why))
        assert page.findings.height() == height


def is_wholly_seen(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


def heavy(page: ProcedurePage) -> Procedure:
    guide = "Kort. Forældremyndighedsindehaveren indkaldes " + "til samtale om barnet " * 10
    return step_fields.set_guide(page.session.document, "tal", guide)


def test_the_words_that_weigh_are_marked(page: ProcedurePage) -> None:
    change(page, heavy(page))
    line = row(page, "Teksten er tung").line
    assert "<b>Forældremyndighedsindehaveren</b>" in line.marked
    assert "42 ord" in line.marked


def test_the_mend_of_a_heavy_text_marks_its_longest_sentence(page: ProcedurePage) -> None:
    change(page, heavy(page))
    for found in [one for one in page.findings.rows if "tung" in one.line.what]:
        page.select("modtag")
        found.mend.click()
        assert page.selected == "tal"
        field = page.window().focusWidget()
        assert isinstance(field, QTextEdit)
        assert field.textCursor().selectedText().startswith("Forældremyndighedsindehaveren ind")


def test_a_step_with_too_many_items_is_split_by_one_click(page: ProcedurePage) -> None:
    full = checklists.add_items(page.session.document, "hjaelp", [f"Punkt {n}" for n in range(10)])
    change(page, full)
    row(page, "for mange").mend.click()
    document = page.session.document
    new = document.step(document.step("hjaelp").next[0].to)
    assert new.title == "Giv hjælp (fortsat)"
    assert [len(document.step("hjaelp").checklist), len(new.checklist)] == [5, 5]
    page.undo()
    assert page.session.document == full


def test_a_reference_that_means_nothing_is_removed(page: ProcedurePage) -> None:
    change(page, step_fields.set_cards(page.session.document, "tal", ("intet-kort",)))
    found = row(page, "intet-kort")
    assert found.line.mend == "Fjern henvisningen"
    found.mend.click()
    assert page.session.document.step("tal").cards == ()


def test_every_mend_offered_can_be_done(page: ProcedurePage) -> None:
    document = without_condition(page)
    change(page, document)
    for one in page.findings.rows:
        if one.line.edit is not None:
            assert page.session.refusal(one.line.edit) is None


def test_a_finding_that_stays_keeps_its_row_and_the_keyboard(page: ProcedurePage) -> None:
    change(page, without_condition(page))
    kept = row(page, "betingelse")
    kept.setFocus()
    change(page, procedure_fields.add_role(page.session.document, "leder"))
    assert row(page, "betingelse") is kept
    assert page.window().focusWidget() is kept
    order = [page.findings._list.indexOf(one) for one in page.findings.rows]
    assert order == [0, 1]
