"""The main job: find a procedure, read it, follow it in a case, go on another day, print a card."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt

from app.model.times import ZONE
from app.services.settings import Appearance
from app.ui.common.theme import theme
from app.ui.meeting.material import Subject
from app.ui.tour.guide import Done, Guide

BEGIN = datetime(2026, 11, 16, 13, 52, tzinfo=ZONE)

_BFU_BEGUN = (
    Done("beslut-bfu", 0),
    Done("meddel-afgoerelse"),
    Done("soeskende", 1),
    Done("to-raadgivere"),
    Done("undersoegelsesplan"),
    Done("boernesamtaler"),
    Done("familie-netvaerk"),
    Done("familie-netvaerk-valg", 0),
    Done("fagfolk"),
    Done("saerlig-viden", 1),
    Done("stoette-undervejs", 2),
)
_SCREENED = (Done("saml-viden"), Done("social-kontrol", 1), Done("barnets-syn"))
_MORE_RUNS: tuple[tuple[str, str, float, tuple[Done, ...]], ...] = (
    ("underretning", "2026-04502", 0.75, (Done("modtag"),)),
    ("boernefaglig-undersoegelse", "2026-02760", 60, _BFU_BEGUN),
    ("boernefaglig-undersoegelse", "2026-03620", 21, _BFU_BEGUN[:6]),
    ("screening", "2026-04288", 5, _SCREENED),
    ("opfoelgning-og-tilsyn", "2026-03988", 70, (Done("opf-dato"), Done("opf-dato-valg", 1))),
    ("barnets-plan", "2026-03455", 40, (Done("plan-stillingtagen", 0),)),
)
"""Invented cases: procedure, case number, days since it began, steps done."""


class MainJob:
    """Walks through every place, from an empty one to a week's cases."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._run = ""

    def walk(self) -> None:
        """Find, read, start, tick, close, open again, go on, print."""
        self._guide.be("rådgiver")
        self._find()
        self._begin_run()
        self._work()
        self._reopen()
        self._cards()
        self._tools()
        self._meeting()
        self._rest()

    def _find(self) -> None:
        guide = self._guide
        place = guide.house.procedures
        guide.window.go("runs")
        guide.picture("tomt-sted")
        guide.window.go("procedures")
        place.show_procedure("underretning", "vurder-akut")
        guide.picture("procedurer")
        place.focus_search()
        guide.type(place.search, "136 stk 2")
        guide.picture("soeg")
        place.search.clear()
        place.flow.show_list(True)
        guide.picture("trinliste")
        place.flow.show_list(False)
        place.flow.view.legend_requested.emit()
        guide.picture("tegnforklaring")
        place.flow.legend.hide()
        for slug in ("boernefaglig-undersoegelse", "opfoelgning-og-tilsyn"):
            place.show_procedure(slug)
            place.flow.view.fit_window()
            guide.picture(slug)
            place.flow.view.set_zoom(1.0)
        place.show_ladder()
        guide.picture("indsatstrappen")

    def _begin_run(self) -> None:
        guide, house = self._guide, self._guide.house
        guide.window.go("procedures")
        house.procedures.show_procedure("underretning")
        guide.click(house.procedures.start_button)
        guide.type(house.form.case_number, "2026-04417")
        house.form.trigger.set_value(guide.clock.now - timedelta(minutes=12))
        guide.picture("start-forloeb")
        guide.press(house.form.case_number, Qt.Key.Key_Return)
        self._run = house.runs.page.run_id

    def _work(self) -> None:
        guide, page = self._guide, self._guide.house.runs.page
        guide.do_step("modtag")
        guide.clock.forward(hours=1)
        guide.do_step("vurder-akut", way=1)
        guide.do_step("saerlige-spor", way=-1)
        guide.clock.forward(days=1, hours=-4)
        guide.do_step("kvitter")
        guide.do_step("loebende-indsats", way=-1)
        guide.clock.forward(days=7, hours=2)
        guide.do_step("tal-med-foraeldre")
        guide.clock.forward(days=1)
        guide.mark("konkluder", 0)
        guide.mark("konkluder", 2)
        guide.mark("konkluder", 3)
        guide.let_see_through("konkluder", 3, "faglig koordinator")
        page.refresh()
        page.select("konkluder")
        guide.picture("forloeb")

    def _reopen(self) -> None:
        """Close the program, open it again, and find everything."""
        guide = self._guide
        guide.reopen()
        for procedure, number, days, done in _MORE_RUNS:
            guide.follow(procedure, number, guide.clock.now - timedelta(days=days), done)
        runs = guide.house.runs
        guide.window.go("runs")
        runs.refresh()
        guide.picture("mine-forloeb")
        runs.list.table.setFocus()
        runs.list.table.selectRow(runs.list.table.rows.row_of(self._run))
        guide.press(runs.list.table, Qt.Key.Key_Return)
        guide.do_step("boernesamtale")
        runs.page.select("konkluder")
        guide.picture("forloeb-igen")

    def _cards(self) -> None:
        guide, place = self._guide, self._guide.house.cards
        guide.window.go("cards")
        guide.settle()
        place.wall.setFocus()
        for row in range(3):
            place.wall.setCurrentIndex(place.wall.rows.index(row))
            guide.press(place.wall, Qt.Key.Key_Space)
        guide.wait_for(lambda: not place.wall.is_drawing)
        guide.picture("actioncards")
        place.show_sheet("24-timers-vurdering")
        guide.picture("kort")

    def _tools(self) -> None:
        guide, place = self._guide, self._guide.house.tools
        guide.window.go("tools")
        guide.wait_for(lambda: not place.wall.is_drawing)
        guide.picture("vaerktoejer")
        place.show_sheet("statusudtalelse")
        guide.picture("vaerktoej")

    def _meeting(self) -> None:
        """Choose what to show, and show three cards on the big screen."""
        self._guide.window.go("meeting")
        self._guide.picture("moede-valg")
        names = ("underretning-paa-telefon", "24-timers-vurdering", "svar-til-underretter")
        self._show_meeting(Subject("card", names, "24-timers-vurdering"), "moede")

    def _show_meeting(self, subject: Subject, name: str) -> None:
        self._guide.house.show_meeting(subject)
        meeting = self._guide.house.meeting_window
        meeting.showNormal()
        meeting.resize(self._guide.window.size())
        meeting.view.list.stand_on(4)
        for _ in range(80):
            meeting.view.tick()
        self._guide.picture(name, meeting)
        meeting.close()

    def _rest(self) -> None:
        guide = self._guide
        guide.window.go("settings")
        guide.picture("indstillinger")
        theme().set_appearance(Appearance.DARK)
        guide.window.go("procedures")
        guide.house.procedures.show_procedure("underretning", "vurder-akut")
        guide.picture("moerk")
        guide.window.go("runs")
        guide.picture("moerk-forloeb")
        self._show_meeting(Subject("procedure", ("underretning",), "vurder-akut"), "moerk-moede")
        theme().set_appearance(Appearance.LIGHT)
        theme().set_zoom(150)
        guide.window.go("procedures")
        guide.picture("stor-skrift")
        theme().set_zoom(100)
