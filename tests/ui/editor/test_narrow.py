"""Whatever is called whatever: a form keeps to its column, and nothing in it is out of reach."""

from collections.abc import Callable
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import (
    CheckItem,
    Deadline,
    Gate,
    Procedure,
    Step,
    StepKind,
    Transition,
)
from app.model.library.tool import FieldKind, Tool, ToolField
from app.services.library import Shelf
from app.ui.base.desk import Desk
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.form.form_area import FormArea
from app.ui.editor.form.form_spec import Shown
from app.ui.editor.procedure_page import ProcedurePage
from app.ui.editor.sheets.card_page import CardPage
from app.ui.editor.sheets.tool_page import EditedToolPage
from app.ui.look.widgets import Button
from tests.ui.editor.conftest import CATALOGUE, NOW, procedure

TITLES = st.lists(st.text("abcæøåmw", min_size=1, max_size=60), min_size=1, max_size=8).map(
    " ".join
)
WIDTHS = st.sampled_from([800, 1024, 1300])


def called(title: str) -> tuple[Catalogue, Procedure]:
    """Give everything in a library, and in a procedure with all that a step can hold, a name."""
    catalogue = replace(
        CATALOGUE,
        themes=tuple(replace(one, title=title) for one in CATALOGUE.themes),
        roles=tuple(replace(one, title=title) for one in CATALOGUE.roles),
        events=tuple(replace(one, title=title) for one in CATALOGUE.events),
    )
    deadline = Deadline(first_of=(Deadline("1 weeks", after="modtag"),) * 2)
    whole = procedure()
    steps = [_filled(step, title, deadline) for step in whole.steps]
    return catalogue, replace(whole, title=title, trigger=title, steps=tuple(steps))


def _filled(step: Step, title: str, deadline: Deadline) -> Step:
    if step.kind is StepKind.END:
        return replace(step, title=title, continue_in=("anden",))
    return replace(
        step,
        title=title,
        deadline=deadline,
        gate=Gate(("tal", "afgoer"), "bl:5.3"),
        checklist=(CheckItem(title, required=True),),
        asks=("moede-holdt",),
        next=tuple(Transition(way.to, title if way.when else "") for way in step.next),
    )


def outside(area: FormArea) -> list[str]:
    """Return what is cut by the edge of a form, or pressed until its words are cut."""
    QApplication.sendPostedEvents()
    port = area.viewport()
    found = []
    for widget in port.findChildren(QWidget):
        right = widget.mapTo(port, QPoint(widget.width(), 0)).x()
        is_pressed = isinstance(widget, Button) and (
            widget.width() < widget.minimumSizeHint().width()
        )
        if widget.isVisibleTo(port) and (right > port.width() or is_pressed):
            found.append(f"{type(widget).__name__} »{widget.accessibleName()[:20]}«")
    return found


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TITLES, WIDTHS)
def test_the_form_of_a_procedure_keeps_to_its_column(
    page: ProcedurePage, title: str, width: int
) -> None:
    catalogue, document = called(title)
    library = Library(catalogue, procedures=(document,))
    page.window().resize(width, 860)
    page.resize(width, 860)
    for step in (*document.steps, None):
        page.panel.show_thing(Shown(document, step, library, NOW))
        assert outside(page.panel._area) == []


@pytest.mark.parametrize("title", ["Kort", "Et navn på mange ord " * 12, "Langtord" * 30])
def test_the_forms_of_cards_and_tools_keep_to_their_columns(
    qtbot: QtBot, desk: Desk, title: str
) -> None:
    catalogue, _ = called(title)
    desk.shelf_changed.disconnect()  # there is no folder to read suggestions from
    desk.set_shelf(Shelf(Library(catalogue), {}))
    roles = ("raadgiver", "leder", "modtagelse")
    fields = tuple(ToolField(kind.value, title, kind) for kind in FieldKind)
    card = ActionCard("kort", title, title, "stoette", title, roles, (), law=("bl:136.2",))
    tool = Tool("skema", title, "stoette", title, "{{line}}", fields, roles)

    def keep(_: object, done: Callable[[], None], failed: object) -> None:
        done()

    cards = EditorSession(card, keep, desk, monotonic)
    tools = EditorSession(tool, keep, desk, monotonic)
    for shown in (CardPage(desk, cards, 1), EditedToolPage(desk, tools, 1)):
        qtbot.addWidget(shown)
        shown.resize(800, 700)
        shown.show()
        assert outside(shown._area) == []
