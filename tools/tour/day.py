"""An adviser's day: three cases, a late deadline, a gate, a way back, a changed choice, a note."""

from datetime import datetime

from app.model.times import ZONE
from tools.journey.cases import AT_A_GATE, LATE, OF_A_COLLEAGUE, TWO_IN_A_CASE, WAITING
from tools.tour.guide import PANEL, Guide

BEGIN = datetime(2026, 11, 26, 8, 5, tzinfo=ZONE)
CASES = (*TWO_IN_A_CASE, LATE, AT_A_GATE, WAITING, OF_A_COLLEAGUE)

_EXAMINATION, _REPORT = "Børnefaglig undersøgelse", "Underretning"
_FOLLOW_UP = "Opfølgning og personrettet tilsyn"

_CIRCUMSTANCES = "Andre forhold taler i afgørende grad imod (barnets lov § 5, stk. 4)"


class AdvisersDay:
    """Works through a morning's cases."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._hand = guide.hand

    def walk(self) -> None:
        """See what is due; do what is late; hand one case over; see what is left."""
        self._guide.open()
        self._guide.picture("dag-i-dag")
        self._do_what_is_late()
        self._go_through_a_gate()
        self._take_to_the_journal()
        self._hand_over()
        self._see_what_is_left()
        self._guide.close()

    def _do_what_is_late(self) -> None:
        """An examination has gone past its four months: a choice is made, and changed."""
        guide, hand = self._guide, self._hand
        guide.take_up(LATE.number)
        guide.picture("dag-sen-frist")
        hand.click("Ja", within=PANEL)
        guide.clock.forward(minutes=4)
        hand.click("Fristen holder ikke", within=PANEL)
        hand.waits_for("Først valgt", within=PANEL)
        guide.picture("dag-andet-valg")
        hand.click("Gør trinnet færdigt", within=PANEL)
        guide.do_step(_EXAMINATION, "Skriv foreløbig vurdering")
        guide.stand_at(_EXAMINATION, "Analysér og skriv")
        guide.picture("dag-ny-runde")
        hand.click("Til mine forløb")

    def _go_through_a_gate(self) -> None:
        """The child is not heard yet; the adviser goes on, and says why."""
        guide, hand = self._guide, self._hand
        guide.take_up(AT_A_GATE.number)
        for place in (0, 2, 3):
            hand.click(guide.boxes()[place].names[0], within=PANEL)
        guide.picture("dag-barnet-mangler")
        hand.click("Svar på, om barnet er hørt", within=PANEL)
        hand.click("Barnet er ikke hørt", within=PANEL)
        hand.choose("Hvad er grunden efter loven?", _CIRCUMSTANCES)
        hand.write("Hvorfor, med dine egne ord", "Barnet er på sygehus. Læreren har fortalt")
        hand.choose("Hvilken rolle besluttede det?", "Faglig koordinator")
        guide.picture("dag-grund")
        hand.press("Ctrl+Enter")
        hand.waits_for("Fortæl barnet, hvad der sker nu", within=PANEL)
        guide.stand_at(_REPORT, "Konkludér på underretningen")
        guide.picture("dag-grund-gemt")

    def _take_to_the_journal(self) -> None:
        guide, hand = self._guide, self._hand
        guide.stand_at(_REPORT, "Tal med forældrene")
        hand.click("Note til trinnet", within=PANEL)
        hand.type("Forældrene vil gerne have hjælp om morgenen.")
        hand.press("Ctrl+J")
        hand.hover("Gem som Word-fil", within=PANEL)
        guide.picture("dag-journal")

    def _hand_over(self) -> None:
        guide, hand = self._guide, self._hand
        hand.click("Til mine forløb")
        guide.take_up(_FOLLOW_UP)
        guide.picture("dag-naeste-runde")
        hand.click("Mere")
        guide.picture("dag-mere")
        hand.click("Giv videre til kollega …")
        hand.type("kollega")
        guide.picture("dag-giv-videre")
        hand.click("Giv videre")
        hand.waits_for("Forløbet er givet videre til kollega")
        guide.picture("dag-givet-videre")

    def _see_what_is_left(self) -> None:
        guide, hand = self._guide, self._hand
        hand.click("Hele sagen, 2 forløb")
        hand.waits_for("Forløb i sagen")
        guide.picture("dag-sagen")
        hand.click("Til mine forløb")
        hand.waits_for("Mine forløb")
        guide.picture("dag-slut")
        hand.click("Givet videre …")
        guide.picture("dag-givet-videre-liste")


def walk(guide: Guide) -> None:
    """Take this part of the tour."""
    AdvisersDay(guide).walk()
