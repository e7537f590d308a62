"""An adviser's day: three cases, a late deadline, a gate, a way back, a changed choice, a note."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.times import ZONE
from app.ui.tour.guide import Done, Guide

BEGIN = datetime(2026, 11, 26, 8, 5, tzinfo=ZONE)

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_EXAMINED = (
    Done("beslut-bfu", 0, _DAY),
    Done("meddel-afgoerelse", None, _DAY),
    Done("soeskende", 1),
    Done("to-raadgivere"),
    Done("undersoegelsesplan", None, _WEEK),
    Done("boernesamtaler", None, 2 * _WEEK),
    Done("familie-netvaerk", None, 2 * _WEEK),
    Done("familie-netvaerk-valg", 0),
    Done("fagfolk", None, _WEEK),
    Done("saerlig-viden", 1),
    Done("stoette-undervejs", 2),
    Done("midtvejs", None, 2 * _WEEK),
    Done("analyse", None, 3 * _WEEK),
)
_REPORTED = (
    Done("modtag", None, timedelta(minutes=20)),
    Done("vurder-akut", 1, timedelta(hours=3)),
    Done("saerlige-spor", 2, timedelta(minutes=5)),
    Done("kvitter", None, _DAY),
    Done("loebende-indsats", 1),
    Done("tal-med-foraeldre", None, _DAY),
)
_FOLLOWED = (
    Done("opf-dato", None, _WEEK),
    Done("opf-dato-valg", 1),
    Done("opf-forbered", None, 7 * _WEEK),
    Done("opf-samtale", None, _DAY),
    Done("opf-samtale-valg", 1),
    Done("opf-voksne", None, _DAY),
    Done("opf-vurder", 0),
    Done("opf-rytme"),
)
_EXAMINATION, _REPORT, _FOLLOW_UP = "2026-01844", "2026-05120", "2026-03988"


class AdvisersDay:
    """Works through a morning's three cases."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._runs: dict[str, str] = {}

    def walk(self) -> None:
        """See what is due; do what is late; hand one case over; see what is left."""
        self._guide.be("rådgiver")
        self._begin_cases()
        self._guide.reopen()
        self._see_what_is_due()
        self._do_what_is_late()
        self._go_through_a_gate()
        self._take_to_the_journal()
        self._hand_over()
        self._see_what_is_left()

    def _begin_cases(self) -> None:
        now = self._guide.clock.now
        plan = (Done("plan-stillingtagen", 0, _DAY), Done("plan-maal-barn", None, 2 * _WEEK))
        for procedure, number, days, done in (
            ("barnets-plan", _FOLLOW_UP, 80, plan),
            ("opfoelgning-og-tilsyn", _FOLLOW_UP, 75, _FOLLOWED),
            ("boernefaglig-undersoegelse", _EXAMINATION, 124, _EXAMINED),
            ("underretning", _REPORT, 6, _REPORTED),
        ):
            begun = now - timedelta(days=days)
            self._runs[number] = self._guide.follow(procedure, number, begun, done)

    def _see_what_is_due(self) -> None:
        self._guide.window.go("runs")
        self._guide.settle()
        self._guide.picture("dag-i-dag")

    def _do_what_is_late(self) -> None:
        """An examination has gone past its four months: a choice is made, and changed."""
        guide, page = self._guide, self._guide.house.runs.page
        self._open(_EXAMINATION)
        page.select("til-tiden")
        guide.picture("dag-sen-frist")
        guide.click(page.panel.choice.buttons[0])
        guide.clock.forward(minutes=4)
        guide.click(page.panel.choice.buttons[1])
        guide.picture("dag-andet-valg")
        guide.click(page.panel.finish_button)
        guide.do_step("foreloebig-vurdering")
        page.select("analyse")
        guide.picture("dag-ny-runde")

    def _go_through_a_gate(self) -> None:
        """The child is not heard yet; the adviser goes on, and says why."""
        guide, page = self._guide, self._guide.house.runs.page
        self._open(_REPORT)
        page.select("konkluder")
        for item in range(3):
            guide.mark("konkluder", item)
        guide.picture("dag-barnet-mangler")
        notice = page.panel.gate
        notice.ask_for_reason()
        guide.type(notice.ask.field, "Barnet er syg og taler med os på mandag")
        guide.picture("dag-grund")
        guide.press(notice.ask.field, Qt.Key.Key_Return)
        page.select("konkluder")
        guide.picture("dag-grund-gemt")

    def _take_to_the_journal(self) -> None:
        guide, page = self._guide, self._guide.house.runs.page
        page.select("tal-med-foraeldre")
        QTest.keyClick(page, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        guide.settle()
        page.panel.area.bring_into_sight(page.panel.journal)
        guide.picture("dag-journal")

    def _hand_over(self) -> None:
        guide, page = self._guide, self._guide.house.runs.page
        self._open(_FOLLOW_UP)
        guide.picture("dag-naeste-runde")
        page.actions_of_run.act("hand_over")
        line = page.band.field.lineEdit()
        if line is not None:
            guide.type(line, "kollega")
        guide.picture("dag-giv-videre")
        guide.click(page.band.go_button)
        guide.picture("dag-givet-videre")

    def _see_what_is_left(self) -> None:
        guide, runs = self._guide, self._guide.house.runs
        runs.open_case(_FOLLOW_UP)
        guide.settle()
        guide.picture("dag-sagen")
        runs.case.left.emit()
        guide.settle()
        guide.picture("dag-slut")

    def _open(self, case_number: str) -> None:
        """Open a case's run from the list, as Enter does."""
        guide, runs = self._guide, self._guide.house.runs
        if runs.shown is runs.page:
            runs.page.leave()
        guide.settle()
        table = runs.list.table
        table.setFocus()
        table.selectRow(table.rows.row_of(self._runs[case_number]))
        guide.press(table, Qt.Key.Key_Return)
