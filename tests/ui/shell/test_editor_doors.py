"""The ways in and out: templates approved as they are, what is in hand, new texts, versions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.model.edits.tools import add_field
from app.model.library.card import ActionCard
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind, VersionState
from app.model.library.suggestion_spots import SuggestionSpot
from app.model.library.tool import Tool
from app.services import authoring, suggestions
from app.services.opening import open_workplace
from app.ui.cards.card_place import CardsPlace
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.form.fields.writing_fields import LineBox
from app.ui.editor.procedure_page import ProcedurePage
from app.ui.editor.sheets.card_page import CardPage
from app.ui.editor.sheets.tool_page import EditedToolPage
from app.ui.library.edit_actions import EditActions
from app.ui.look.widgets import Label
from app.ui.shell.furnishing import Furnishing
from app.ui.targets.editor_targets import EditTarget, NewTarget
from app.ui.tools.tool_place import ToolsPlace
from tests.ui.conftest import Clock
from tests.ui.editor.test_editor_place import (
    SLUG,
    Houses,
    approved,
    desk_of,
    edit,
    judging,
    page_of,
    retitle,
    sent,
    writing,
)
from tests.ui.rest import come_to_rest


@pytest.fixture
def houses(folder: Path, clock: Clock, qapp: QApplication) -> Iterator[Houses]:
    found = Houses(folder, clock)
    yield found
    found.close()


def fill(house: Furnishing, key: str, words: str) -> None:
    line = house.editor.stage.band.field(key)
    assert isinstance(line, LineBox)
    line.setText(words)


def rows(house: Furnishing) -> list[str]:
    model = house.editor.overview.list.rows
    return [model.row(model.index(number)).title for number in range(model.rowCount())]


def subs(house: Furnishing) -> list[str]:
    model = house.editor.overview.list.rows
    return [model.row(model.index(number)).sub for number in range(model.rowCount())]


def test_a_template_is_approved_where_it_is_read_and_one_suggests_where_one_writes(
    houses: Houses,
) -> None:
    house = houses.open_for("Mette")
    house.window.go("procedures")
    house.procedures.show_procedure(SLUG)
    actions = house.procedures.edit_actions
    actions.approve.click()
    house.doors._bands[house.procedures.form_slot].go_button.click()
    version = house.desk.shelf.versions["procedure", SLUG]
    assert version.approved_by == "Mette"
    assert not actions.approve.isVisibleTo(house.window)
    assert house.procedures.version_words == "Udgivet"

    edit(house)
    house.window.suggest_requested.emit()
    page = writing(house).page
    assert page.suggestions.is_open


def test_a_new_text_is_begun_with_a_title_or_made_of_a_step(houses: Houses) -> None:
    house = houses.open_for("Mette")
    house.window.go("editor")
    overview, stage = house.editor.overview, house.editor.stage
    assert overview._pages.currentWidget() is overview._empty, "it says what belongs there"

    stage.header.new_procedure.click()
    stage.band.go_button.click()
    assert stage.band.wrong_text
    assert house.editor.now is None
    fill(house, "title", "Søskende i sagen")
    stage.band.go_button.click()
    document = writing(house).session.document
    assert document.title == "Søskende i sagen"
    assert [step.kind.value for step in document.steps] == ["activity", "end"]
    assert isinstance(writing(house).page, ProcedurePage)
    stage.header.leave.click()
    assert "Søskende i sagen" in rows(house)

    stage.header.new_tool.click()
    fill(house, "title", "Dagsorden til teammøde")
    stage.band.go_button.click()
    page = writing(house).page
    assert isinstance(page, EditedToolPage)
    page.session.edit(Edit("add_field", lambda tool: add_field(tool, "Emner")))
    page.session.keep()
    draft = writing(house).draft
    assert draft is not None
    assert isinstance(draft.document, Tool)
    assert [field.label for field in draft.document.fields] == ["Emner"]

    step = next(
        step for step in house.desk.shelf.library.procedure_by_id[SLUG].steps if step.checklist
    )
    items = [item.text for item in step.checklist]
    house.window.go("editor", NewTarget(Kind.CARD, procedure=SLUG, step=step.id))
    card = writing(house).session.document
    assert isinstance(card, ActionCard)
    assert card.title == step.title
    assert [item.text for item in card.sections[0].items] == items
    house.window.go("editor", NewTarget(Kind.TOOL, procedure=SLUG, step=step.id))
    tool = writing(house).session.document
    assert isinstance(tool, Tool)
    assert tool.title == step.title
    assert set(items) <= {field.label for field in tool.fields}


def test_a_sheet_is_edited_and_copied_from_its_page_and_left_to_it(houses: Houses) -> None:
    house = houses.open_for("Mette")
    places: dict[str, tuple[CardsPlace | ToolsPlace, type]] = {
        "cards": (house.cards, CardPage),
        "tools": (house.tools, EditedToolPage),
    }
    for key, (place, page) in places.items():
        original = place._all[0]
        house.window.go(key, original.id)
        actions = place.findChildren(EditActions)[0]
        actions.edit.click()
        assert isinstance(writing(house).page, page)
        house.editor.stage.header.leave.click()
        assert (house.window.current, place._open) == (key, original.id)

        actions.copy.click()
        house.editor.stage.band.go_button.click()
        copied = writing(house).session.document
        assert copied.id != original.id
        assert copied.title == f"{original.title} (kopi)"
        assert writing(house).draft is not None


def test_a_tool_is_approved_as_it_is_and_two_versions_of_it_are_compared(houses: Houses) -> None:
    house = houses.open_for("Mette")
    tool = house.desk.shelf.library.tools[0]
    house.window.go("tools", tool.id)
    house.tools.findChildren(EditActions)[0].approve.click()
    house.doors._bands[house.tools.banner_slot].go_button.click()
    assert not house.desk.shelf.versions["tool", tool.id].is_template

    house.window.go("editor", EditTarget(Kind.TOOL, tool.id))
    page = writing(house).page
    assert isinstance(page, EditedToolPage)
    page.session.edit(Edit("add_field", lambda tool: add_field(tool, "Emner")))
    page.session.keep()
    house.editor.stage.header.compare.click()
    compared = house.editor.stage.compared
    assert house.editor.stage.pages.currentWidget() is compared
    assert any("Emner" in changed.title for changed in compared.changes)


def test_a_suggestion_elsewhere_is_heard_of_and_taken_up_in_a_draft(
    houses: Houses, folder: Path, clock: Clock
) -> None:
    house = houses.open_for("Mette")
    house.window.go("editor")
    with open_workplace(folder, clock=clock, actor="Anna") as workplace:
        suggestions.suggest(workplace, kind=Kind.PROCEDURE, slug=SLUG, text="Ring til skolen først")
    house.look_elsewhere()
    assert "Ring til skolen først" in rows(house)
    overview = house.editor.overview
    overview._open(overview.list.rows.row(overview.list.rows.index(1)).payload)
    house.editor.stage.band.go_button.click()
    assert writing(house).draft is not None


def test_the_program_offers_what_was_being_written_and_not_what_was_left(houses: Houses) -> None:
    house = houses.open_for("Mette")
    edit(house)
    retitle(house, "Tag imod")
    house = houses.open_for("Karen")
    assert not house.window.banner_text
    house = houses.open_for("Mette")
    assert "i gang med at redigere" in house.window.banner_text
    house.window._banner._mend.click()
    assert writing(house).session.document.start.title == "Tag imod"
    house.editor.stage.header.leave.click()
    house = houses.open_for("Mette")
    assert not house.window.banner_text


def test_what_is_in_hand_is_listed_and_opened(houses: Houses, folder: Path, clock: Clock) -> None:
    with desk_of(folder, clock, "Mette") as place:
        sent(place)
    house = houses.open_for("Karen")
    in_hand = next(
        button
        for button in house.procedures.findChildren(QPushButton)
        if button.text().startswith("Kladder og godkendelse")
    )
    in_hand.click()
    assert rows(house)[0] == "Til godkendelse"
    assert in_hand.text().endswith("· 1")
    assert house.editor.stage.header.sub.text() == "1 venter på dig: 1 til godkendelse"
    overview = house.editor.overview
    overview.list.setCurrentIndex(overview.list.rows.index(1))
    QTest.keyClick(overview.list, Qt.Key.Key_Return)
    assert house.editor.stage.header.approve.isVisibleTo(house.window)


@pytest.fixture
def published(houses: Houses, folder: Path, clock: Clock) -> Furnishing:
    """The editor on a procedure whose second version is published."""
    with desk_of(folder, clock, "Mette") as place:
        approved(place, "Karen", sent(place))
    house = houses.open_for("Karen")
    edit(house)
    house.editor.stage.header.versions.click()
    return house


def versions_say(house: Furnishing) -> str:
    return " ".join(label.text() for label in house.editor.versions.findChildren(QLabel))


def test_versions_tell_who_did_what_and_why_are_read_compared_and_restored(
    published: Furnishing, qtbot: QtBot
) -> None:
    house = published
    said = " ".join(label.text() for label in house.editor.versions.findChildren(Label))
    assert "Udgivet af Karen" in said
    assert "»Godkendt«" in said
    assert "»Titlen er klarere«" in said

    bar = page_of(published).flow.bar
    qtbot.wait_until(bar.isVisible)
    QApplication.sendPostedEvents()
    for button in (bar.percent, bar.fit, bar.legend, bar.list):
        assert button.width() >= button.minimumSizeHint().width(), button.text()

    house.editor.versions.read_asked.emit(2)
    assert "Læst og forstået af Karen" in versions_say(house)

    house.editor.versions.compare_asked.emit(1)
    assert len(house.editor.stage.compared.changes) == 1
    compared = house.editor.stage.compared.compared
    assert compared is not None
    assert compared.after_name == "Version 2", "nobody has begun a draft"

    house.editor.versions.restore_asked.emit(1)
    assert writing(house).session.document.start.title != "Tag imod"
    draft = writing(house).draft
    assert draft is not None
    assert draft.info.number == 3


def test_a_version_is_tried_for_a_while_and_kept(
    houses: Houses, folder: Path, clock: Clock
) -> None:
    house = judging(houses, folder, clock)
    header = house.editor.stage.header
    header.trial.click()
    fill(house, "name", "Ring først")
    fill(house, "question", "Kommer svaret hurtigere?")
    house.editor.stage.band.go_button.click()
    assert house.editor.stage.band.wrong_text == ""
    house.window.go("procedures")
    house.procedures.show_procedure(SLUG)
    assert house.procedures.header.sub.text().startswith("Version 2 prøves til")
    clock.forward(days=50)
    house.window.go("editor")
    house.editor.show_overview()
    assert "Ring først" in rows(house)
    title = house.desk.shelf.library.procedure_by_id[SLUG].title
    assert any(sub.startswith(f"{title} · Version 2") for sub in subs(house)), subs(house)
    house.window.go("editor", EditTarget(Kind.PROCEDURE, SLUG))
    header.versions.click()
    house.editor.versions.keep_trial_asked.emit(2)
    fill(house, "evaluation", "Ja, en dag hurtigere")
    house.editor.stage.band.go_button.click()
    version = house.desk.shelf.versions["procedure", SLUG]
    assert (version.number, version.state) == (2, VersionState.PUBLISHED)
    assert version.review_by is not None  # asked for in the same words as when one approves


def test_the_editor_answers_while_the_database_works(houses: Houses, qtbot: QtBot) -> None:
    from app.services.library import load_shelf
    from app.ui.base.tasks import BackgroundTasks
    from app.ui.shell.main_window import MainWindow

    house = houses.open_for("Mette")
    folder, clock = houses._folder, houses._clock
    houses.close()
    tasks = BackgroundTasks()
    window = MainWindow()
    workplace = open_workplace(folder, clock=clock, actor="Mette")
    house = Furnishing(window, workplace, load_shelf(workplace), tasks, clock)
    window.show()
    house.window.go("editor", EditTarget(Kind.PROCEDURE, SLUG))
    qtbot.wait_until(lambda: house.editor.now is not None)
    retitle(house, "Tag imod")
    house.editor.stage.header.leave.click()
    come_to_rest()
    house.window.go("editor", EditTarget(Kind.PROCEDURE, SLUG))
    qtbot.wait_until(lambda: house.editor.now is not None)
    assert writing(house).session.document.start.title == "Tag imod"
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    tasks.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_suggestion_is_seen_at_the_step_that_is_written_and_taken_up_there(
    houses: Houses, folder: Path, clock: Clock
) -> None:
    with open_workplace(folder, clock=clock, actor="Anna") as workplace:
        document = authoring.document_version(workplace, kind=Kind.PROCEDURE, slug=SLUG, number=1)
        assert isinstance(document, Procedure)
        step = document.steps[1].id
        suggestions.suggest(workplace, kind=Kind.PROCEDURE, slug=SLUG, step=step, text="Ring først")
    house = houses.open_for("Mette")
    house.look_after()
    edit(house)
    retitle(house, "Tag imod")
    page = writing(house).page
    assert isinstance(page, ProcedurePage)
    rows_of_list = page.flow.list.rows
    assert rows_of_list.row(rows_of_list.find(step)).suggested == 1
    page.select(step)
    assert page.suggestions.mark.text() == "1 forslag"
    (one,) = house.desk.suggestions.at(page.suggestions.spot or SuggestionSpot(Kind.CARD, ""))
    page.suggestions.answer_asked.emit(one)
    house.editor.stage.band.go_button.click()
    assert writing(house).page is page, "what is open stays open, with its undo"
    assert page.session.undo_name
    assert house.desk.suggestions.at(SuggestionSpot(Kind.PROCEDURE, SLUG, step))[0].draft == 2
