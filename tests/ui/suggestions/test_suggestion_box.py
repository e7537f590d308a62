"""A change is suggested where one stands, and answered where it is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.model.library.stored_version import Kind
from app.model.library.suggestion_spots import SuggestionSpot
from app.model.library.version_work import Answered
from app.services import runs, suggestions
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.ui.base.keeping import KeepState
from app.ui.flow.step_rows import StepRows
from app.ui.shell.furnishing import Furnishing
from app.ui.suggestions.suggestion_box import SuggestionBox
from tests.ui.conftest import Clock
from tests.ui.editor.test_editor_place import Houses
from tests.ui.rest import come_to_rest

SLUG = "underretning"
STEP = SuggestionSpot(Kind.PROCEDURE, SLUG, "modtag")


@pytest.fixture
def houses(folder: Path, clock: Clock, qapp: QApplication) -> Iterator[Houses]:
    found = Houses(folder, clock)
    yield found
    found.close()


@pytest.fixture
def at_step(house: Furnishing) -> SuggestionBox:
    """The box of an adviser at the first step of a procedure."""
    house.window.go("procedures")
    house.procedures.show_procedure(SLUG)
    return house.procedures.suggestions


def ask(house: Furnishing) -> None:
    QTest.keyClick(
        house.window,
        Qt.Key.Key_F,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )


def written(folder: Path, clock: Clock, spot: SuggestionSpot, author: str = "Maja") -> None:
    with open_workplace(folder, clock=clock, actor=author) as workplace:
        suggestions.suggest(
            workplace, kind=spot.kind, slug=spot.slug, step=spot.step, text="Ring til skolen"
        )


def is_wholly_seen(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


def test_what_is_begun_waits_at_its_step_is_forgotten_or_sent_by_key(
    house: Furnishing, at_step: SuggestionBox
) -> None:
    place = house.procedures
    assert place._shown is not None
    first, second = place._shown.steps[0].id, place._shown.steps[1].id
    at_step.door.click()
    QTest.keyClicks(at_step.field, "Ring")
    place.show_procedure(SLUG, second)
    assert not at_step.field.isVisible()
    place.show_procedure(SLUG, first)
    assert at_step.field.isVisible()
    assert at_step.field.toPlainText() == "Ring"

    at_step._cancel.click()
    assert not at_step.is_open
    assert at_step.spot is not None
    assert house.desk.suggestions.begun(at_step.spot) == ""

    at_step.begin()
    at_step.send.click()
    assert "tomt" in at_step.wrong_text
    at_step._cancel.click()

    ask(house)
    assert at_step.field.hasFocus()
    QTest.keyClicks(at_step.field, "Ring til skolen")
    QTest.keyClick(at_step.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (at_step.is_thanked, at_step.is_open) == (True, False)
    assert at_step.spot is not None
    (kept,) = house.desk.suggestions.at(at_step.spot)
    assert (kept.text, kept.step, kept.version) == ("Ring til skolen", at_step.spot.step, 1)
    assert kept.state is Answered.OPEN
    assert at_step.lines.isVisible()
    change_settings(house._workplace, role="teamleder")
    suggestions.decline_suggestion(house._workplace, number=kept.id, answer="Det står der")
    house.desk.suggestions.refresh()
    assert not at_step.is_thanked, "it has been answered"


def test_a_cpr_number_is_refused_in_the_place_and_told_of_until_it_is_put_right_or_given_up(
    house: Furnishing, at_step: SuggestionBox
) -> None:
    at_step.begin()
    QTest.keyClicks(at_step.field, "Barnet 010190-1234")
    at_step.send.click()
    assert "cpr" in at_step.wrong_text
    assert at_step.is_open
    house.desk.writing.flush()
    assert house.desk.settings.begun == {}
    assert house.desk.writing.standing is KeepState.REFUSED, "the window tells that it is not kept"
    for _ in "010190-1234":
        QTest.keyClick(at_step.field, Qt.Key.Key_Backspace)
    house.desk.writing.flush()
    assert list(house.desk.settings.begun.values()) == ["Barnet "]
    at_step._cancel.click()

    def refuse() -> None:
        at_step.begin()
        QTest.keyClicks(at_step.field, "010190-1234")
        house.desk.writing.flush()
        assert "Det ligner et cpr-nummer og er ikke gemt" in house.window.banner_text
        assert not house.window.banner_text.startswith("Det"), "it says where that is"

    refuse()
    at_step.field.selectAll()
    QTest.keyClicks(at_step.field, "Et kortere brev")
    at_step.send.click()
    assert at_step.is_thanked
    assert house.window.banner_text == ""
    refuse()
    at_step._cancel.click()
    assert house.window.banner_text == ""
    refuse()
    at_step.field.selectAll()
    QTest.keyClick(at_step.field, Qt.Key.Key_Backspace)
    assert house.window.banner_text == ""


def test_a_suggestion_is_written_in_a_run_and_at_a_sheet_where_one_is_chosen(
    house: Furnishing, qtbot: QtBot
) -> None:
    view = runs.start_run(
        house._workplace, procedure=SLUG, case_number="2026-04417", trigger=house.desk.now()
    )
    house.window.go("runs", view)
    ask(house)
    box = house.runs.page.suggestions
    assert box.is_open
    QTest.keyClicks(box.field, "Ring")
    QTest.keyClick(box.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert box.spot is not None
    assert [one.text for one in house.desk.suggestions.at(box.spot)] == ["Ring"]
    assert (box.is_thanked, box.door.hasFocus()) == (True, True)
    qtbot.waitUntil(lambda: is_wholly_seen(box._thanks) and is_wholly_seen(box.door))
    assert not house.window.banner_text

    for key, place, kind in (
        ("cards", house.cards, Kind.CARD),
        ("tools", house.tools, Kind.TOOL),
    ):
        sheet = place._all[0].id
        house.window.go(key, sheet)
        ask(house)
        assert place.suggestions.is_open
        place.suggestions.field.setPlainText("Mere luft")
        place.suggestions.send.click()
        sent = house.desk.suggestions.at(SuggestionSpot(kind, sheet))
        assert [one.text for one in sent] == ["Mere luft"]

    house.window.go("settings")
    ask(house)
    assert "Vælg først" in house.window.banner_text


def test_those_of_others_are_heard_of_by_a_team_lead_and_seen_by_no_adviser(
    house: Furnishing, folder: Path, clock: Clock, at_step: SuggestionBox
) -> None:
    written(folder, clock, STEP, author="Ole")
    house.desk.suggestions.refresh()
    house.procedures.show_procedure(SLUG, STEP.step)
    assert not at_step.lines.isVisibleTo(at_step)

    change_settings(house._workplace, role="teamleder")
    house.desk.settings_changed.emit()
    house.procedures.show_procedure(SLUG, STEP.step)
    written(folder, clock, STEP)
    house.look_elsewhere()
    assert house.procedures.suggestions.mark.text() == "2 forslag"


def test_what_is_begun_outlives_the_program(houses: Houses) -> None:
    house = houses.open_for("Maja")
    house.procedures.show_procedure(SLUG)
    house.procedures.suggestions.begin()
    QTest.keyClicks(house.procedures.suggestions.field, "Ring")
    house = houses.open_for("Maja")
    house.procedures.show_procedure(SLUG)
    assert house.procedures.suggestions.is_open
    assert house.procedures.suggestions.field.toPlainText() == "Ring"


def test_the_writer_sees_the_answer_at_the_step(houses: Houses, folder: Path, clock: Clock) -> None:
    written(folder, clock, STEP)
    with open_workplace(folder, clock=clock, actor="Anna") as workplace:
        change_settings(workplace, role="teamleder")
        (one,) = suggestions.open_suggestions(workplace)
        suggestions.decline_suggestion(workplace, number=one.id, answer="Skolen skriver selv")
        change_settings(workplace, role="raadgiver")
    house = houses.open_for("Maja", "raadgiver")
    house.look_after()
    box = house.procedures.suggestions
    house.procedures.show_procedure(SLUG, STEP.step)
    come_to_rest()
    texts = [label.text() for label in box.lines.findChildren(QLabel) if label.isVisibleTo(box)]
    assert "Ring til skolen" in texts
    assert "Anna: Skolen skriver selv" in texts
    assert "Ikke taget op" in texts
    assert not box.mark.isVisibleTo(house.procedures.panel)


def test_a_team_lead_sees_where_suggestions_wait_and_takes_one_up(
    houses: Houses, folder: Path, clock: Clock
) -> None:
    written(folder, clock, STEP)
    house = houses.open_for("Anna")
    house.look_after()
    place = house.procedures
    house.window.go("procedures")
    place.show_procedure(SLUG, STEP.step)
    assert place.suggestions.mark.text() == "1 forslag"
    assert place.suggestions.mark.isVisible()
    row = place.flow.list.rows.row(place.flow.list.rows.find(STEP.step))
    assert row.suggested == 1
    assert row.spoken.endswith("1 forslag venter")
    answer = next(
        button
        for button in place.suggestions.lines.findChildren(QPushButton)
        if button.text().startswith("Svar")
    )
    answer.click()
    house.doors._bands[place.form_slot].go_button.click()
    assert house.window.current == "editor"
    assert house.editor.shown == SLUG
    assert not place.suggestions.mark.isVisibleTo(place)
    assert place.flow.list.rows.row(place.flow.list.rows.find(STEP.step)).suggested == 0


def test_rows_keep_their_marks_when_the_state_changes(house: Furnishing) -> None:
    rows = StepRows()
    library = house.desk.shelf.library
    procedure = library.procedure_by_id[SLUG]
    rows.show_procedure(procedure, library.catalogue)
    rows.show_suggested({procedure.start.id: 2})
    rows.show_state(None, None)
    assert rows.row(rows.index(0)).suggested == 2
