"""A new forløb may follow a version that is on trial; the form says which, and what it is for."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.model.library.stored_version import Kind
from app.services import authoring, publishing, trials
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.ui.runs.start_form import StartForm
from app.ui.shell.furnishing import Furnishing
from tests.services.write import acting_as
from tests.ui.conftest import Clock

SLUG = "screening"


@pytest.fixture
def number(folder: Path, clock: Clock) -> int:
    """The version of a procedure that is tried for three weeks."""
    with open_workplace(folder, clock=clock, actor="teamleder A") as workplace:
        change_settings(workplace, role="teamleder")
        wanted = load_shelf(workplace).library.procedure_by_id[SLUG]
        changed = replace(wanted, summary="Vi ringer først")
        made = authoring.keep_draft(workplace, document=changed, base=1).info.number
        publishing.send_to_review(workplace, kind=Kind.PROCEDURE, slug=SLUG, number=made)
        today = clock.now.date()
        with acting_as(workplace, "teamleder B"):
            trials.begin_trial(
                workplace,
                kind=Kind.PROCEDURE,
                slug=SLUG,
                number=made,
                name="Ring først",
                question="Kommer flere til mødet?",
                begins=today,
                ends=today + timedelta(days=21),
            )
    return made


@pytest.fixture
def form(number: int, house: Furnishing, qapp: QApplication) -> StartForm:
    house.window.go("procedures")
    house.procedures.show_procedure(SLUG)
    house.procedures.start_button.click()
    return house.form


def test_a_run_follows_the_published_version_unless_the_trial_is_chosen(
    form: StartForm, house: Furnishing
) -> None:
    form.case_number.setText("2026-04417")
    form._on_go()
    assert house.runs.page.view is not None
    assert house.runs.page.view.version.number == 1


def test_a_run_may_follow_the_trial_whose_question_is_said(
    form: StartForm, house: Furnishing, number: int
) -> None:
    assert form.version.isVisible()
    assert [form.version.itemData(row) for row in range(form.version.count())] == [None, number]
    form.version.setCurrentIndex(1)
    assert form._question.text() == "Kommer flere til mødet?"
    form.case_number.setText("2026-04417")
    form._on_go()
    assert house.runs.page.view is not None
    assert house.runs.page.view.version.number == number


def test_where_nothing_is_tried_nothing_is_asked(house: Furnishing) -> None:
    house.window.go("procedures")
    house.procedures.show_procedure("underretning")
    house.procedures.start_button.click()
    assert not house.form.version.isVisible()
