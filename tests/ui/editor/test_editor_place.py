"""From a published text to the next one, in the real window: written, kept, sent, approved."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.model.edits import step_fields
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind
from app.services import authoring, publishing
from app.services.dictionary import Judged
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.services.workplace import Workplace
from app.ui.base.speller import speller
from app.ui.base.tasks import DirectTasks
from app.ui.editor.approval import Approval
from app.ui.editor.draft_writing import DraftWriting
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.editor_ask_band import EditorAskBand
from app.ui.editor.editor_place import EditorPlace
from app.ui.editor.form.fields.writing_fields import GrowingText, LineBox
from app.ui.editor.procedure_page import ProcedurePage
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.main_window import MainWindow
from app.ui.targets.editor_targets import EditTarget, OverviewTarget
from tests.ui.conftest import Clock

CTRL = Qt.KeyboardModifier.ControlModifier
SLUG = "screening"


class Houses:
    """Opens the window on one folder for one person after the other."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock = folder, clock
        self._open: Furnishing | None = None

    def open_for(self, name: str, role: str = "teamleder") -> Furnishing:
        self.close()
        window = MainWindow()
        workplace = open_workplace(self._folder, clock=self._clock, actor=name)
        change_settings(workplace, role=role)
        house = Furnishing(window, workplace, load_shelf(workplace), DirectTasks(), self._clock)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        self._open = house
        return house

    def close(self) -> None:
        if self._open is not None:
            self._open.window.close()
            self._open.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._open = None


@pytest.fixture
def houses(folder: Path, clock: Clock, qapp: QApplication) -> Iterator[Houses]:
    found = Houses(folder, clock)
    yield found
    found.close()


def edit(house: Furnishing, slug: str = SLUG) -> EditorPlace:
    house.window.go("procedures")
    house.procedures.show_procedure(slug)
    house.procedures.edit_actions.edit.click()
    return house.editor


@contextmanager
def desk_of(folder: Path, clock: Clock, name: str) -> Iterator[Workplace]:
    """Work on the folder as a team lead, without a window."""
    with open_workplace(folder, clock=clock, actor=name) as workplace:
        change_settings(workplace, role="teamleder")
        yield workplace


def drafted(workplace: Workplace, **head: str) -> int:
    """Write a draft of the procedure: its first title, or fields of its head."""
    document = authoring.document_version(workplace, kind=Kind.PROCEDURE, slug=SLUG, number=1)
    assert isinstance(document, Procedure)
    title = head.pop("title", document.start.title)
    changed = replace(step_fields.set_step_title(document, document.start.id, title), **head)
    return authoring.keep_draft(workplace, document=changed, base=1).info.number


def sent(workplace: Workplace) -> int:
    """Write a draft with another title, and send it to be approved."""
    number = drafted(workplace, title="Tag imod")
    publishing.send_to_review(
        workplace, kind=Kind.PROCEDURE, slug=SLUG, number=number, note="Titlen er klarere"
    )
    return number


def approved(workplace: Workplace, name: str, number: int) -> None:
    """Let someone else approve what was sent."""
    workplace.actor = name
    publishing.approve(workplace, kind=Kind.PROCEDURE, slug=SLUG, number=number, note="Godkendt")


def judging(houses: Houses, folder: Path, clock: Clock) -> Furnishing:
    """Let one team lead send a draft, and another open it where it waits."""
    with desk_of(folder, clock, "Mette") as place:
        sent(place)
    house = houses.open_for("Karen")
    edit(house)
    return house


def writing(house: Furnishing) -> DraftWriting:
    now = house.editor.now
    assert isinstance(now, DraftWriting)
    return now


def page_of(house: Furnishing) -> ProcedurePage:
    page = writing(house).page
    assert isinstance(page, ProcedurePage)
    return page


def approval(house: Furnishing) -> Approval:
    now = house.editor.now
    assert isinstance(now, Approval)
    return now


def retitle(house: Furnishing, title: str) -> None:
    """Change the first step, and keep the draft."""
    session = writing(house).session
    first = session.document.start.id

    def change(document: Procedure) -> Procedure:
        return step_fields.set_step_title(document, first, title)

    session.edit(Edit("set_step_title", change))
    session.keep()


def answer(house: Furnishing, words: str) -> EditorAskBand:
    band = house.editor.stage.band
    note = band.field("note")
    assert isinstance(note, LineBox)
    note.setText(words)
    band.go_button.click()
    return band


def send(house: Furnishing) -> None:
    house.editor.stage.header.send.click()
    answer(house, "Titlen er klarere")


def said_of(house: Furnishing) -> str:
    return " ".join(one.text() for one in house.editor.stage.compared.words.findChildren(QLabel))


def titles(house: Furnishing) -> str:
    return house.desk.shelf.library.procedure_by_id[SLUG].start.title


def versions_of(place: EditorPlace) -> str:
    shown = (one for one in place.versions.findChildren(QLabel) if one.isVisible())
    return " ".join(one.text() for one in shown)


def test_an_adviser_sees_no_way_to_edit_or_to_share(houses: Houses) -> None:
    house = houses.open_for("Anna", role="raadgiver")
    house.window.go("procedures")
    assert not house.procedures.edit_actions.isVisibleTo(house.window)
    assert not house.procedures.edit_actions.share.isVisibleTo(house.window)


def test_the_head_says_how_the_draft_stands_and_what_can_be_taken_back(houses: Houses) -> None:
    house = houses.open_for("Mette")
    place = edit(house)
    header, page = place.stage.header, page_of(house)
    assert not header.send.isEnabled()
    assert "Intet er ændret" in header.sub.text()
    assert writing(house).draft is None, "nothing is kept before something is changed"

    retitle(house, "Tag imod")
    assert header.undo.accessibleName() == "Fortryd: ret titel"
    header.undo.click()
    assert not header.undo.isEnabled()
    header.redo.click()
    assert writing(house).session.document.start.title == "Tag imod"

    assert "version 1" in header.compare.text()
    header.compare.click()
    assert [changed.title for changed in place.stage.compared.changes] == ["1 Tag imod"]
    header.back.click()
    assert place.stage.pages.currentWidget() is page

    decision = next(step for step in page.session.document.steps if step.is_decision)
    page.acts.add_after(decision.id)
    page.session.keep()
    page.checking.check_now()
    assert page.errors == 1
    assert not header.send.isEnabled()
    assert "ret 1 fejl" in header.sub.text()


def test_what_was_changed_last_is_kept_where_one_leaves_or_goes_elsewhere(houses: Houses) -> None:
    house = houses.open_for("Mette")
    place = edit(house)
    flow = page_of(house).flow.view
    QTest.keyClick(flow, Qt.Key.Key_Up)
    QTest.keyClick(flow, Qt.Key.Key_Return)
    assert not writing(house).session.is_kept
    house.window.go("settings")
    (kept,) = authoring.drafts_of(house._workplace, kind=Kind.PROCEDURE, slug=SLUG)
    assert kept.document == writing(house).session.document
    assert writing(house).session.is_kept

    house.window.go("editor")
    session = writing(house).session
    first = session.document.start.id
    session.edit(
        Edit("set_step_title", lambda d: step_fields.set_step_title(d, first, "Sidste ord"))
    )
    place.stage.header.leave.click()
    assert house.window.current == "procedures"
    edit(house)
    assert writing(house).session.document.start.title == "Sidste ord"


def test_a_killed_program_opens_the_draft_and_the_words_of_the_user_again(houses: Houses) -> None:
    house = houses.open_for("Mette")
    edit(house)
    retitle(house, "Tag imod")
    speller().add("Ungekompas")
    assert house.desk.settings.own_words == ("ungekompas",)
    houses.close()
    house = houses.open_for("Mette")
    edit(house)
    assert writing(house).session.document.start.title == "Tag imod"
    assert titles(house) != "Tag imod"
    assert house.desk.settings.own_words == ("ungekompas",)


def test_two_windows_on_one_draft_lose_nothing(houses: Houses, folder: Path, clock: Clock) -> None:
    house = houses.open_for("Mette")
    edit(house)
    retitle(house, "Fra det ene vindue")
    with open_workplace(folder, clock=clock, actor="Mette") as other:
        draft = authoring.drafts_of(other, kind=Kind.PROCEDURE, slug=SLUG)[0]
        clock.forward(minutes=1)
        document = draft.document
        assert isinstance(document, Procedure)
        changed = step_fields.set_step_title(document, document.start.id, "Fra det andet")
        authoring.keep_draft(
            other, document=changed, base=draft.base, draft=draft.info.number, mark=draft.mark
        )
        retitle(house, "Fra det ene vindue igen")
        assert "ændret et andet sted" in house.window.banner_text
        found = authoring.drafts_of(other, kind=Kind.PROCEDURE, slug=SLUG)
    kept = {one.document.start.title for one in found if isinstance(one.document, Procedure)}
    assert kept == {"Fra det andet", "Fra det ene vindue igen"}


def test_who_judges_writes_a_note_and_can_only_read_when_no_team_lead_any_more(
    houses: Houses, folder: Path, clock: Clock
) -> None:
    house = judging(houses, folder, clock)
    header = house.editor.stage.header
    assert house.window.windowTitle() == f"Redigér {header.title.text()} – Rød tråd"
    header.approve.click()
    band = answer(house, "  ")
    assert band.isVisibleTo(house.editor)
    assert band.wrong_text
    assert header.shows(header.send_back)
    change_settings(house._workplace, role="")
    house.desk.settings_changed.emit()
    assert not any(map(header.shows, (header.send_back, header.trial, header.approve)))
    assert header.shows(header.versions)


def test_control_e_opens_the_chosen_step_in_the_editor(houses: Houses, qtbot: QtBot) -> None:
    house = houses.open_for("Mette")
    house.window.go("procedures")
    house.procedures.show_procedure(SLUG)
    step = house.desk.shelf.library.procedure_by_id[SLUG].steps[2].id
    house.procedures.flow.select(step)
    QTest.keyClick(house.window, Qt.Key.Key_E, CTRL)
    qtbot.wait_until(lambda: house.window.current == "editor")  # a button answers a key softly
    assert page_of(house).selected == step


def test_a_change_is_kept_at_a_pause_and_said_so(houses: Houses, qtbot: QtBot) -> None:
    house = houses.open_for("Mette")
    place = edit(house)
    page = page_of(house)
    assert page.flow.view.hasFocus()
    QTest.keyClick(page.flow.view, Qt.Key.Key_Return)
    assert "Intet er ændret" in place.stage.header.sub.text(), "it was meant for the page before"
    QTest.keyClick(page.flow.view, Qt.Key.Key_Return)
    assert "Gemmer" in place.stage.header.sub.text()
    qtbot.wait_until(lambda: writing(house).session.is_kept)
    assert "Gemt kl. 9.40" in place.stage.header.sub.text().replace("\u00a0", " ")
    assert "Kladde til version 2" in place.stage.header.chip.text


def test_what_is_wholly_undone_leaves_no_draft_behind(houses: Houses) -> None:
    house = houses.open_for("Mette")
    place = edit(house)
    place.stage.header.versions.setChecked(True)
    retitle(house, "Tag imod")
    writing(house).keep()
    assert "Kladde til version 2" in place.stage.header.chip.text
    assert "Version 2" in versions_of(place)
    place.stage.header.undo.click()
    writing(house).keep()
    assert writing(house).draft is None
    assert "Intet er ændret" in place.stage.header.sub.text()
    assert not place.stage.header.send.isEnabled()
    assert "Version 2" not in versions_of(place)
    place.stage.header.redo.click()
    writing(house).keep()
    assert "Kladde til version 2" in place.stage.header.chip.text
    place.stage.header.undo.click()
    place.stage.header.leave.click()
    drafts = authoring.drafts_of(house._workplace, kind=Kind.PROCEDURE, slug=SLUG)
    assert drafts == ()


def test_warnings_are_asked_about_before_a_draft_is_sent_and_published(houses: Houses) -> None:
    house = houses.open_for("Mette")
    edit(house)
    retitle(house, "T" * 51)
    page_of(house).checking.check_now()
    house.editor.stage.header.send.click()
    band = house.editor.stage.band
    assert band.go_button.text() == "Send alligevel"
    assert band._line.text() == "1 advarsel. Trin 1: Titlen er på 51 tegn; højst 50 er godt."
    answer(house, "Lang titel")
    house = houses.open_for("Karen")
    edit(house)
    compared = house.editor.stage.compared
    assert [line.what for line in compared.findings.lines] == [
        "Titlen er på 51 tegn; højst 50 er godt."
    ], "who approves sees what the writer was warned of"
    assert not compared.findings.rows[0].mend.isVisible()
    house.editor.stage.header.approve.click()
    band = house.editor.stage.band
    assert band.go_button.text() == "Godkend og udgiv alligevel"
    assert band._line.text().startswith("1 advarsel. Trin 1: Titlen er på 51 tegn")
    band.leave()
    house.desk.do(
        lambda workplace: change_settings(workplace, budget_required=1),
        house.settings.settings_changed.emit,
    )
    house.editor.stage.header.approve.click()
    answer(house, "Den skal være lang")
    assert band.wrong_text.startswith("Den beder om mere, end budgettet har")
    reason = band.field("over_budget")
    assert isinstance(reason, LineBox)
    reason.setText("Loven kræver det")
    band.go_button.click()
    assert house.window.toast_text.startswith("Version 2 er udgivet")
    assert titles(house) == "T" * 51


def test_a_draft_goes_from_one_team_lead_to_another_and_is_published(houses: Houses) -> None:
    house = houses.open_for("Mette")
    edit(house)
    retitle(house, "Tag imod og noter")
    send(house)
    header = house.editor.stage.header
    assert isinstance(house.editor.now, Approval)
    assert house.window.toast_text.startswith("Version 2 er sendt til godkendelse")
    assert not header.approve.isEnabled()
    assert "en anden teamleder skal godkende den" in header.sub.text()
    house = houses.open_for("Karen")
    edit(house)
    header = house.editor.stage.header
    assert "Version 2 af Mette, sendt" in header.sub.text()
    assert "»Titlen er klarere«" in said_of(house)
    assert [changed.title for changed in house.editor.stage.compared.changes] == [
        "1 Tag imod og noter"
    ]
    header.approve.click()
    answer(house, "Godkendt på teammødet")
    assert house.window.current == "procedures"
    assert titles(house) == "Tag imod og noter"
    version = house.desk.shelf.versions["procedure", SLUG]
    assert (version.number, version.approved_by) == (2, "Karen")
    assert version.review_by is not None


def test_a_version_is_sent_back_with_a_word_and_written_on(
    houses: Houses, folder: Path, clock: Clock
) -> None:
    house = judging(houses, folder, clock)
    house.editor.stage.header.send_back.click()
    assert answer(house, "").wrong_text.startswith("Skriv, hvad der skal rettes")
    answer(house, "Hvem tager imod?")
    assert house.editor.now is None, "the draft is the other's to go on with"
    assert house.editor.overview.list.hasFocus()
    edit(house)
    house.editor.show_target(EditTarget(Kind.PROCEDURE, SLUG, number=2))
    assert "Kladden er skrevet af Mette" in house.window.banner_text
    retitle(house, "Tag godt imod")
    writing(house).keep()
    assert house.window.toast_text.startswith("Version 2 er sendt tilbage til Mette")
    house = houses.open_for("Mette")
    house.window.go("editor", OverviewTarget())
    rows = house.editor.overview.list.rows
    subs = [rows.row(rows.index(position)).sub for position in range(rows.rowCount())]
    assert any(sub.startswith("Sendt tilbage af Karen · ") for sub in subs), subs
    edit(house)
    assert writing(house).session.document.start.title == "Tag godt imod"
    assert "Karen har også skrevet i den" in house.window.banner_text
    assert "Karen har sendt kladden tilbage" in house.window.banner_text
    assert "»Hvem tager imod?«" in house.window.banner_text
    house.editor.stage.header.send.click()
    note = house.editor.stage.band.field("note")
    assert isinstance(note, LineBox)
    assert note.text() == "Titlen er klarere", "what was written before is not to be written again"
    assert note.selectedText() == note.text()
    house.editor.stage.band.go_button.click()
    assert "»Titlen er klarere«" in said_of(house)
    assert "sendt kladden tilbage" not in house.window.banner_text


def test_what_is_said_of_a_draft_and_its_versions_goes_when_it_is_left(
    houses: Houses, folder: Path, clock: Clock
) -> None:
    with desk_of(folder, clock, "Mette") as place:
        draft = EditTarget(Kind.PROCEDURE, SLUG, number=drafted(place, title="Tag imod"))
    house = houses.open_for("Karen")
    header = house.editor.stage.header
    house.window.go("editor", draft)
    assert "Kladden er skrevet af Mette" in house.window.banner_text
    header.versions.click()
    assert not house.editor.versions.isHidden()
    house.window.go("editor", OverviewTarget())
    assert house.editor.versions.isHidden(), "they would stand beside other texts"
    house.window.go("editor", draft)
    header.send.click()
    answer(house, "Titlen er klarere")
    header.approve.click()
    answer(house, "Godkendt på teammødet")
    edit(house)
    assert house.window.banner_text == ""


def test_who_judges_is_warned_of_what_the_dictionary_has_found(
    houses: Houses, folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    with desk_of(folder, clock, "Mette") as place:
        card = load_shelf(place).library.cards[0]
        misspelt = replace(card, aim="Skollen svarer")
        number = authoring.keep_draft(place, document=misspelt, base=1).info.number
        publishing.send_to_review(place, kind=Kind.CARD, slug=card.id, number=number)
    house = houses.open_for("Karen")
    speller().use(lambda words: speller().take(Judged(words, ("Skollen",))))
    house.window.go("editor", EditTarget(Kind.CARD, card.id))
    stage = house.editor.stage
    qtbot.waitUntil(lambda: bool(stage.compared.findings.lines))
    warned = [line.what for line in stage.compared.findings.lines]
    assert "»Skollen« findes ikke i ordbogen." in warned
    stage.header.approve.click()
    assert stage.band.go_button.text() == "Godkend og udgiv alligevel"
    assert not stage.header.shows(stage.header.trial), "no run would follow a card"
    speller().use(None)


def test_what_one_has_sent_can_be_taken_back(houses: Houses, folder: Path, clock: Clock) -> None:
    with desk_of(folder, clock, "Mette") as place:
        sent(place)
    house = houses.open_for("Mette")
    edit(house)
    house.editor.stage.header.take_back.click()
    assert writing(house).session.document.start.title == "Tag imod"
    assert house.window.toast_text.startswith("Version 2 er trukket tilbage")
    house.editor.stage.header.versions.setChecked(True)
    told = versions_of(house.editor)
    assert "Trukket tilbage af Mette" in told
    assert "Sendt til godkendelse af Mette »Titlen er klarere«" in told


def test_a_draft_that_is_overtaken_is_put_together(
    houses: Houses, folder: Path, clock: Clock
) -> None:
    with desk_of(folder, clock, "Mette") as mette:
        drafted(mette, title="Min titel")
    with desk_of(folder, clock, "Jens") as jens:
        number = drafted(jens, summary="Nyt i mellemtiden")
        publishing.send_to_review(jens, kind=Kind.PROCEDURE, slug=SLUG, number=number)
        approved(jens, "Karen", number)
    house = houses.open_for("Mette")
    place = edit(house)
    assert "nyere version" in house.window.banner_text
    assert not place.stage.header.send.isEnabled()
    house.window._banner._mend.click()
    document = writing(house).session.document
    assert (document.start.title, document.summary) == ("Min titel", "Nyt i mellemtiden")


def test_the_draft_of_another_is_told_of(houses: Houses, folder: Path, clock: Clock) -> None:
    with desk_of(folder, clock, "Mette") as place:
        drafted(place, title="Mettes titel")
    house = houses.open_for("Karen")
    edit(house)
    assert "Mette har en kladde" in house.window.banner_text
    house.window._banner._mend.click()
    assert writing(house).session.document.start.title == "Mettes titel"


def test_a_draft_is_put_aside_and_can_be_brought_back(houses: Houses) -> None:
    house = houses.open_for("Mette")
    place = edit(house)
    retitle(house, "Ny titel")
    place.stage.header.versions.setChecked(True)
    place.versions.discard_asked.emit(2)
    assert authoring.drafts_of(house._workplace, kind=Kind.PROCEDURE, slug=SLUG) == ()
    assert writing(house).draft is None
    assert writing(house).session.document.start.title != "Ny titel"
    place.versions.restore_asked.emit(2)
    assert writing(house).draft is not None
    assert writing(house).session.document.start.title == "Ny titel"


def test_what_cannot_be_kept_is_said_in_the_head_and_asked_about_on_the_way_out(
    houses: Houses,
) -> None:
    house = houses.open_for("Mette")
    place = edit(house)
    retitle(house, "Tag imod")
    writing(house).keep()
    page, header = page_of(house), place.stage.header
    page.go_to(page.session.document.start.id, ("guide",))
    text = page.window().focusWidget()
    assert isinstance(text, GrowingText)
    QApplication.clipboard().setText("Ring til 010190-1234.")
    QTest.keyClick(text, Qt.Key.Key_V, CTRL)
    assert "»Vejledning« i trin 1 er ikke gemt" in header.sub.text()
    assert not header.send.isEnabled()

    page.flow.focus_flow()
    header.leave.click()
    assert house.window.current == "editor"
    assert text.hasFocus()
    assert "010190-1234" in text.text
    assert "ikke gemt" in house.window.banner_text
    house.editor.show_target(OverviewTarget())
    assert writing(house).page is page, "the way by the rail asks too"
    house.window.close()
    assert house.window.isVisible()
    assert "Programmet er stadig åbent" in house.window.banner_text
    page.undo()
    assert header.send.isEnabled()
    assert "Gemt" in header.sub.text()
    header.leave.click()
    assert house.window.current == "procedures"
