"""The guided tour: the main job done in the real window, with a picture of each place.

It uses the library as shipped, a data folder of its own, and a clock that it turns itself, so
that the pictures are the same on every machine and day.
"""

import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.model.errors import Told
from app.model.run import Mark
from app.model.times import ZONE
from app.services.settings import Appearance, change_settings
from app.services.workplace import Workplace
from app.ui.common.tasks import DirectTasks
from app.ui.common.theme import theme
from app.ui.common.told_texts import told_text
from app.ui.jobs import print_items
from app.ui.meeting.material import Subject
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.opening import Opening
from app.ui.shell.window import MainWindow
from app.ui.start import make_application

_SIZE = (1440, 900)
_BEGIN = datetime(2026, 11, 16, 13, 52, tzinfo=ZONE)

_BFU_BEGUN = (
    ("beslut-bfu", 0),
    ("meddel-afgoerelse", None),
    ("soeskende", 1),
    ("to-raadgivere", None),
    ("undersoegelsesplan", None),
    ("boernesamtaler", None),
    ("familie-netvaerk", None),
    ("familie-netvaerk-valg", 0),
    ("fagfolk", None),
    ("saerlig-viden", 1),
    ("stoette-undervejs", 2),
)
_SCREENED = (("saml-viden", None), ("social-kontrol", 1), ("barnets-syn", None))
_MORE_RUNS: tuple[tuple[str, str, float, tuple[tuple[str, int | None], ...]], ...] = (
    ("underretning", "2026-04502", 0.75, (("modtag", None),)),
    ("boernefaglig-undersoegelse", "2026-02760", 60, _BFU_BEGUN),
    ("boernefaglig-undersoegelse", "2026-03620", 21, _BFU_BEGUN[:6]),
    ("screening", "2026-04288", 5, _SCREENED),
    ("opfoelgning-og-tilsyn", "2026-03988", 70, (("opf-dato", None), ("opf-dato-valg", 1))),
    ("barnets-plan", "2026-03455", 40, (("plan-stillingtagen", 0),)),
)
"""Invented cases: procedure, case number, days since it began, steps done with the way taken."""


class TourClock:
    """Shows the time that the tour has set."""

    def __init__(self, begin: datetime) -> None:
        self.now = begin

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step: float) -> None:
        """Let time pass."""
        self.now += timedelta(**step)


def take_tour(out: Path) -> str:
    """Do the main job and write the pictures and the PDF; return what went wrong, if anything."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".skriveprøve"
        probe.touch()
        probe.unlink()
    except OSError:
        return f"Der kan ikke skrives i mappen {out}."
    make_application()
    with tempfile.TemporaryDirectory(prefix="roed-traad-tur-") as folder:
        tour = Tour(out, Path(folder))
        try:
            tour.walk()
        except Told as error:
            return ". ".join(told_text(error))
        finally:
            tour.close()
    return print_items((("card", "24-timers-vurdering"),), "a5", out / "24-timers-vurdering.pdf")


class Tour:
    """One walk through the program."""

    def __init__(self, out: Path, folder: Path) -> None:
        self._out = out
        self._folder = folder
        self._clock = TourClock(_BEGIN)
        self._pictures = 0
        self._run = ""
        theme().set_appearance(Appearance.LIGHT)
        theme().set_zoom(100)
        self._open_window()

    def walk(self) -> None:
        """Do the main job: find, read, start, tick, close, open again, go on, print."""
        self._furnishing.desk.do(
            lambda place: change_settings(place, user_name="rådgiver", appearance=Appearance.LIGHT),
            lambda _: None,
        )
        self._find()
        self._begin_run()
        self._work()
        self._reopen()
        self._cards()
        self._tools()
        self._meeting()
        self._rest()

    def close(self) -> None:
        """Close the window."""
        self._window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _open_window(self) -> None:
        self._window = MainWindow()
        self._window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        opening = Opening(self._window, DirectTasks(), self._folder, self._clock)
        opening.begin()
        found = self._window.findChild(Furnishing)
        if found is None:
            raise RuntimeError("The window did not open its data folder.")
        self._furnishing = found
        self._window.resize(*_SIZE)
        self._window.show()
        QTest.qWaitForWindowExposed(self._window)

    def _find(self) -> None:
        place = self._furnishing.procedures
        self._window.go("runs")
        self._picture("tomt-sted")
        self._window.go("procedures")
        place.show_procedure("underretning", "vurder-akut")
        self._picture("procedurer")
        place.focus_search()
        self._type(place.search, "136 stk 2")
        self._picture("soeg")
        place.search.clear()
        place.flow.show_list(True)
        self._picture("trinliste")
        place.flow.show_list(False)
        place.flow.view.legend_requested.emit()
        self._picture("tegnforklaring")
        place.flow.legend.hide()
        for slug in ("boernefaglig-undersoegelse", "opfoelgning-og-tilsyn"):
            place.show_procedure(slug)
            place.flow.view.fit_window()
            self._picture(slug)
            place.flow.view.set_zoom(1.0)
        place.show_ladder()
        self._picture("indsatstrappen")

    def _begin_run(self) -> None:
        self._window.go("procedures")
        self._furnishing.procedures.show_procedure("underretning")
        QTest.mouseClick(self._furnishing.procedures.start_button, Qt.MouseButton.LeftButton)
        form = self._furnishing.form
        self._type(form.case_number, "2026-04417")
        form.trigger.set_value(self._clock.now - timedelta(minutes=12))
        self._picture("start-forloeb")
        QTest.keyClick(form.case_number, Qt.Key.Key_Return)
        self._settle()
        self._run = self._furnishing.runs.page.run_id

    def _work(self) -> None:
        self._do_step("modtag")
        self._clock.forward(hours=1)
        self._do_step("vurder-akut", way=1)
        self._do_step("saerlige-spor", way=-1)
        self._clock.forward(days=1, hours=-4)
        self._do_step("kvitter")
        self._do_step("loebende-indsats", way=-1)
        self._clock.forward(days=7, hours=2)
        self._do_step("tal-med-foraeldre")
        self._clock.forward(days=1)
        self._mark("konkluder", 0, Mark.DONE)
        self._mark("konkluder", 2, Mark.DONE)
        self._mark("konkluder", 3, Mark.VERIFIED)
        self._furnishing.runs.page.refresh()
        self._furnishing.runs.page.select("konkluder")
        self._picture("forloeb")

    def _reopen(self) -> None:
        """Close the program, open it again, and find everything."""
        self.close()
        self._open_window()
        self._start_more_runs()
        self._window.go("runs")
        self._furnishing.runs.refresh()
        self._picture("mine-forloeb")
        table = self._furnishing.runs.list.table
        table.setFocus()
        table.selectRow(table.rows.row_of(self._run))
        QTest.keyClick(table, Qt.Key.Key_Return)
        self._settle()
        self._do_step("boernesamtale")
        self._furnishing.runs.page.select("konkluder")
        self._picture("forloeb-igen")

    def _start_more_runs(self) -> None:
        """Give the adviser a week's cases, each some way along."""
        for procedure, number, days, done in _MORE_RUNS:
            trigger = self._clock.now - timedelta(days=days)
            self._furnishing.desk.do(
                partial(_follow, procedure=procedure, number=number, trigger=trigger, done=done),
                lambda _: None,
            )

    def _cards(self) -> None:
        place = self._furnishing.cards
        self._window.go("cards")
        self._settle()
        place.wall.setFocus()
        for row in range(3):
            place.wall.setCurrentIndex(place.wall.rows.index(row))
            QTest.keyClick(place.wall, Qt.Key.Key_Space)
        self._wait_for(lambda: not place.wall.is_drawing)
        self._picture("actioncards")
        place.show_sheet("24-timers-vurdering")
        self._picture("kort")

    def _tools(self) -> None:
        place = self._furnishing.tools
        self._window.go("tools")
        self._wait_for(lambda: not place.wall.is_drawing)
        self._picture("vaerktoejer")
        place.show_sheet("statusudtalelse")
        self._picture("vaerktoej")

    def _meeting(self) -> None:
        """Choose what to show, and show three cards on the big screen."""
        self._window.go("meeting")
        self._picture("moede-valg")
        names = ("underretning-paa-telefon", "24-timers-vurdering", "svar-til-underretter")
        self._show_meeting(Subject("card", names, "24-timers-vurdering"), "moede")

    def _show_meeting(self, subject: Subject, name: str) -> None:
        self._furnishing.show_meeting(subject)
        meeting = self._furnishing.meeting_window
        meeting.showNormal()
        meeting.resize(*_SIZE)
        meeting.view.list.stand_on(4)
        for _ in range(80):
            meeting.view.tick()
        self._picture(name, meeting)
        meeting.close()

    def _rest(self) -> None:
        self._window.go("settings")
        self._picture("indstillinger")
        theme().set_appearance(Appearance.DARK)
        self._window.go("procedures")
        self._furnishing.procedures.show_procedure("underretning", "vurder-akut")
        self._picture("moerk")
        self._window.go("runs")
        self._picture("moerk-forloeb")
        self._show_meeting(Subject("procedure", ("underretning",), "vurder-akut"), "moerk-moede")
        theme().set_appearance(Appearance.LIGHT)
        theme().set_zoom(150)
        self._window.go("procedures")
        self._picture("stor-skrift")
        theme().set_zoom(100)

    def _do_step(self, step_id: str, way: int | None = None) -> None:
        """Tick every item of a step, choose its way, and mark it done."""
        page = self._furnishing.runs.page
        page.select(step_id)
        self._settle()
        if page.view is None:
            return
        step = page.view.procedure.step(step_id)
        for item in range(len(step.checklist)):
            self._mark(step_id, item, Mark.DONE)
        if way is not None:
            page.panel.way_requested.emit(step_id, way % len(step.next))
        page.select(step_id)
        page.panel.finish_requested.emit(step_id, "")
        self._settle()
        self._clock.forward(minutes=7)

    def _mark(self, step_id: str, item: int, mark: Mark) -> None:
        self._furnishing.runs.page.panel.mark_requested.emit(step_id, item, mark, "")

    def _type(self, field: QWidget, text: str) -> None:
        """Type as a user does, key by key."""
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.qWait(120)
        self._settle()

    def _settle(self) -> None:
        QTest.qWait(30)

    def _wait_for(self, ready: Callable[[], bool]) -> None:
        for _ in range(400):
            if ready():
                return
            QTest.qWait(20)

    def _picture(self, name: str, window: QWidget | None = None) -> None:
        """Write a window as it is seen."""
        QTest.qWait(260)
        self._pictures += 1
        path = self._out / f"{self._pictures:02}-{name}.png"
        (window or self._window).grab().save(str(path))


def _follow(
    place: Workplace,
    *,
    procedure: str,
    number: str,
    trigger: datetime,
    done: tuple[tuple[str, int | None], ...],
) -> None:
    """Start a run and bring it some way along."""
    from app.services import runs

    view = runs.start_run(place, procedure=procedure, case_number=number, trigger=trigger)
    run = view.state.run.id
    for step, way in done:
        if way is not None:
            runs.choose_way(place, run=run, step=step, way=way)
        runs.finish_step(place, run=run, step=step, reason="")
