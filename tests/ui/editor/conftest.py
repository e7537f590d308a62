"""A page of the editor on a procedure of its own, without movement; the draft is kept in a list."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from time import monotonic

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.deadlines.days import Calendar
from app.model.errors import Told
from app.model.library.catalogue import Act, Catalogue, Event, Library, Provision, Role, Theme
from app.model.library.procedure import (
    Checked,
    CheckItem,
    Procedure,
    Step,
    StepKind,
    Talk,
    Transition,
)
from app.model.run.ticking import Ticking
from app.model.times import ZONE
from app.model.user_settings import Settings
from app.services.library import Shelf
from app.ui.base.desk import Desk
from app.ui.base.tasks import DirectTasks
from app.ui.editor import procedure_page as page_module
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.procedure_page import ProcedurePage
from app.ui.lists.finder import FinderBox

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=ZONE)
CHECKED = Checked("bl", date(2026, 3, 8))

CATALOGUE = Catalogue(
    themes=(
        Theme("henvendelser", "Henvendelser", "", "inbox", "henvendelser"),
        Theme("stoette", "Støtte", "", "hand", "stoette"),
    ),
    roles=(
        Role("barnet", "Barnet", "", "child"),
        Role("modtagelse", "Modtagelse", "", "inbox"),
        Role("raadgiver", "Rådgiver", "", "person"),
        Role("leder", "Leder", "", "people"),
    ),
    events=(
        Event("henvendelse", "Henvendelsen er modtaget", "henvendelsen er modtaget"),
        Event("moede-holdt", "Mødet er holdt", "mødet er holdt"),
    ),
    acts=(Act("bl", "Barnets lov", "barnets lov", "282", date(2025, 3, 17), "", ""),),
    provisions=(
        Provision("bl:5.3", "Barnets syn hentes ved samtale."),
        Provision("bl:136", "Kommunen vurderer hver underretning."),
        Provision("bl:136.2", "Vurderingen sker inden 24 timer."),
        Provision("bl:18.3", "Risikoen vurderes før kontakt."),
    ),
)


def procedure() -> Procedure:
    """A small procedure with a talk, a choice and two ends."""
    return Procedure(
        "proeve",
        "Prøve",
        "henvendelser",
        "Fra henvendelse til svar",
        "Henvendelsen er modtaget",
        ("barnet", "modtagelse", "raadgiver"),
        (
            Step(
                "modtag",
                "Modtag henvendelsen",
                StepKind.ACTIVITY,
                "modtagelse",
                law=("bl:136",),
                checklist=(CheckItem("Tidspunktet er skrevet"), CheckItem("Barnet er set")),
                document="## Hvad der er sagt\n## Hvem\n",
                next=(Transition("tal"),),
            ),
            Step(
                "tal",
                "Tal med barnet",
                StepKind.CONVERSATION,
                "barnet",
                talk=Talk.HEARING,
                law=("bl:5.3",),
                document="## Barnets ord\n",
                next=(Transition("afgoer"),),
            ),
            Step(
                "afgoer",
                "Er der brug for hjælp?",
                StepKind.DECISION,
                "raadgiver",
                law=("bl:136.2",),
                document="## Begrundelse\n",
                next=(Transition("hjaelp", "Ja"), Transition("slut", "Nej")),
            ),
            Step(
                "hjaelp",
                "Giv hjælp",
                StepKind.ACTIVITY,
                "raadgiver",
                law=("bl:136",),
                next=(Transition("slut"),),
            ),
            Step("slut", "Sagen er slut", StepKind.END, "raadgiver"),
        ),
        checked=CHECKED,
        trigger_event="henvendelse",
    )


class Place:
    """What a desk asks of a workplace, without one."""

    calendar = Calendar()
    settings = Settings()
    actor = "Mette"


class Drafts:
    """Keeps drafts in a list, or fails as it is told to."""

    def __init__(self) -> None:
        self.kept: list[Procedure] = []
        self.error: Told | None = None

    def keep(
        self, document: Procedure, done: Callable[[], None], failed: Callable[[Told], bool]
    ) -> None:
        if self.error is not None:
            failed(self.error)
            return
        self.kept.append(document)
        done()


@pytest.fixture(autouse=True)
def used(monkeypatch: pytest.MonkeyPatch) -> list[Ticking]:
    """What the runs tell, to be changed by a test; there are none here."""
    told = [Ticking(0)]
    monkeypatch.setattr(page_module, "ticking_of", lambda _, procedure: told[-1])
    return told


@pytest.fixture
def drafts() -> Drafts:
    return Drafts()


@pytest.fixture
def desk(qapp: QApplication) -> Desk:
    shelf = Shelf(Library(CATALOGUE, procedures=(procedure(),)), {})
    return Desk(Place(), shelf, DirectTasks(), lambda: NOW)  # type: ignore[arg-type] # no folder


@pytest.fixture
def told(desk: Desk) -> list[str]:
    """What the user is told, headings only."""
    heard: list[str] = []
    desk.messages.told.connect(lambda message: heard.append(message.heading))
    return heard


@pytest.fixture
def session(desk: Desk, drafts: Drafts) -> EditorSession[Procedure]:
    return EditorSession(procedure(), drafts.keep, desk, monotonic)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, session: EditorSession[Procedure]) -> Iterator[ProcedurePage]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1300, 860)
    shown = ProcedurePage(desk, session)
    shown.setParent(window)
    shown.resize(window.size())
    window.show()
    QTest.qWaitForWindowExposed(window)
    shown.flow.view.set_motion(0)
    shown.flow.view.setFocus(Qt.FocusReason.OtherFocusReason)
    yield shown
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_finder(page: QWidget) -> FinderBox:
    """Return the small window that is open for a choice."""
    return next(one for one in page.window().findChildren(FinderBox) if one.isVisible())
