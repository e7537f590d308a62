"""The procedure's form says what it asks, and what in it nobody ticks."""

from pytestqt.qtbot import QtBot

from app.model.edits import checklists
from app.model.library.procedure import Procedure
from app.model.run.ticking import ItemUse, Ticking
from app.model.user_settings import Settings
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.form.burden_section import BurdenField
from app.ui.editor.procedure_page import ProcedurePage
from tests.ui.editor.conftest import Place

USED = Ticking(
    12,
    (
        ItemUse("modtag", "Tidspunktet er skrevet", 12, 12),
        ItemUse("modtag", "Barnet er set", 0, 12),
    ),
)


def burden(page: ProcedurePage) -> BurdenField:
    page.show_whole()
    field = page.panel.whole.field("burden")
    assert isinstance(field, BurdenField)
    return field


def require(page: ProcedurePage, count: int) -> None:
    def change(document: Procedure) -> Procedure:
        for number in range(count):
            document = checklists.add_item(document, "hjaelp", f"Punkt {number}", required=True)
        return document

    page.session.edit(Edit("add_item", change))


def test_it_counts_what_is_asked_and_estimates_the_time(page: ProcedurePage) -> None:
    field = burden(page)
    assert field.required.says.text() == "0 af højst 25"
    assert field.minutes.says.text() == "ca. 0 af højst 30 min"
    assert field.all.text().startswith("2 tjekpunkter i alt.")


def test_it_follows_what_is_written(page: ProcedurePage) -> None:
    field = burden(page)
    require(page, 3)
    assert field.required.says.text() == "3 af højst 25"


def test_it_names_what_is_our_own_advice(page: ProcedurePage) -> None:
    def change(document: Procedure) -> Procedure:
        return checklists.edit_item(document, "modtag", 0, advice=True)

    page.session.edit(Edit("advise_item", change))
    assert "2 tjekpunkter i alt (1 er vores egen anbefaling)." in burden(page).all.text()


def test_past_the_budget_it_says_so_in_words_and_with_a_sign(page: ProcedurePage) -> None:
    field = burden(page)
    assert not field.required._sign.isVisibleTo(page)
    require(page, 26)
    assert field.required.says.text() == "26 af højst 25: over"
    assert field.required._sign.isVisibleTo(page)
    assert field.required.meter.accessibleName() == (
        "Tjekpunkter, der er krav: 26 af højst 25: over"
    )


def test_another_budget_counts_at_once(page: ProcedurePage) -> None:
    field = burden(page)
    place = page._desk._workplace
    assert isinstance(place, Place)
    place.settings = Settings(budget_required=7)
    page._desk.settings_changed.emit()
    assert field.required.says.text() == "0 af højst 7"


def test_of_few_runs_it_says_that_nothing_can_be_said(
    page: ProcedurePage, used: list[Ticking]
) -> None:
    used.append(Ticking(3))
    said = burden(page).used.text()
    assert (
        said
        == "Om nogen krydser punkterne af, kan ikke ses endnu: 3 afsluttede forløb af mindst 10."
    )


def test_what_nobody_ticks_leads_to_the_item(
    qtbot: QtBot, page: ProcedurePage, used: list[Ticking]
) -> None:
    used.append(USED)
    field = burden(page)
    assert field.used.text() == "Krydses aldrig af i 12 afsluttede forløb:"
    assert [link.accessibleName() for link in field.links] == ["Trin 1: Barnet er set: 0 af 12"]
    field.links[0].click()
    focused = page.window().focusWidget()
    assert focused is not None
    assert page.selected == "modtag"
    assert page.panel.steps.isVisibleTo(page)


def test_an_item_that_is_deleted_is_gone_from_the_list(
    page: ProcedurePage, used: list[Ticking]
) -> None:
    used.append(USED)
    field = burden(page)
    page.session.edit(Edit("remove_item", lambda doc: checklists.remove_item(doc, "modtag", 1)))
    assert field.links == []
    assert field.used.text() == (
        "Der er ikke punkter, som ingen krydser af (12 afsluttede forløb)."
    )
