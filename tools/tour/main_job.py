"""The main job: find a procedure, read it, follow it in a case, go on another day, meet, look."""

from datetime import datetime

from app.model.times import ZONE
from tools.journey.cases import Case, Done
from tools.tour.guide import PANEL, Guide

BEGIN = datetime(2026, 11, 16, 13, 52, tzinfo=ZONE)

_RUN, _NUMBER = "Underretning", "2026-04417"
_BFU_BEGUN = (
    Done("hvem-foerst"),
    Done("spoerg-barnet"),
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
_FOLLOWED = (Done("opf-dato"), Done("opf-dato-valg", 1))


def _case(number: str, procedure: str, days: float, *done: Done) -> Case:
    return Case(number=number, procedure=procedure, days=days, done=done)


OTHER_CASES = (
    _case("2026-04502", "underretning", 0.75, Done("modtag")),
    _case("2026-02760", "boernefaglig-undersoegelse", 60, *_BFU_BEGUN),
    _case("2026-03620", "boernefaglig-undersoegelse", 21, *_BFU_BEGUN[:8]),
    _case("2026-04288", "screening", 5, *_SCREENED),
    _case("2026-03988", "opfoelgning-og-tilsyn", 70, *_FOLLOWED),
    _case("2026-03455", "barnets-plan", 40, Done("plan-stillingtagen", 0)),
)
"""What else is there when the program is opened on another day."""


class MainJob:
    """Walks through every place, from an empty one to a week's cases."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._hand = guide.hand

    def walk(self) -> None:
        """Begin; find, read, start, tick; close, open again, go on; look at every place."""
        self._begin()
        self._find()
        self._begin_run()
        self._work()
        self._go_on_another_day()
        self._cards()
        self._tools()
        self._meet()
        self._find_anything()
        self._in_other_looks()
        self._guide.close()

    def _begin(self) -> None:
        """Open the program for the first time, and say who one is."""
        guide, hand = self._guide, self._hand
        guide.open()
        hand.waits_for("Velkommen til Rød tråd")
        hand.type("rådgiver")
        guide.picture("velkommen")
        hand.press("Enter")
        hand.waits_for("Modtag og notér tidspunktet")

    def _find(self) -> None:
        guide, hand = self._guide, self._hand
        guide.go("Forløb", "Start et forløb")
        guide.picture("tomt-sted")
        guide.go("Procedurer")
        guide.read("Underretning", "Er barnet i fare nu?")
        guide.picture("procedurer")
        hand.press("Ctrl+F")
        hand.type("136 stk 2")
        hand.waits_for("Barnets lov § 136, stk. 2")
        guide.picture("soeg")
        hand.press("Esc")
        hand.click("Trinliste")
        guide.picture("trinliste")
        hand.click("Trinliste")
        hand.click("Tegnforklaring")
        guide.picture("tegnforklaring")
        hand.press("Esc")
        for procedure, picture in (
            ("Børnefaglig undersøgelse", "boernefaglig-undersoegelse"),
            ("Opfølgning og personrettet tilsyn", "opfoelgning-og-tilsyn"),
        ):
            guide.read(procedure)
            hand.click("Tilpas")
            guide.picture(picture)
        hand.click("Indsatstrappen")
        hand.waits_for("Trin 6 af 6: Institution")
        guide.picture("indsatstrappen")

    def _begin_run(self) -> None:
        guide, hand = self._guide, self._hand
        guide.read(_RUN)
        hand.click("Start forløb")
        hand.type(_NUMBER)
        hand.write("Underretningen er modtaget", "16.11.2026 kl. 13.40")
        guide.picture("start-forloeb")
        hand.press("Enter")
        hand.waits_for("Tidslinje")

    def _work(self) -> None:
        guide, hand = self._guide, self._hand
        guide.do_step(_RUN, "Modtag og notér tidspunktet")
        guide.clock.forward(hours=1)
        guide.do_step(_RUN, "Er barnet i fare nu?", "Nej")
        guide.do_step(_RUN, "Overgreb eller social kontrol?", "Nej")
        guide.clock.forward(days=1, hours=-4)
        guide.do_step(_RUN, "Send kvittering til underretter")
        guide.do_step(_RUN, "Skal sagen vurderes på ny?", "Nej")
        guide.clock.forward(days=7, hours=2)
        guide.do_step(_RUN, "Tal med forældrene")
        guide.clock.forward(days=1)
        guide.stand_at(_RUN, "Konkludér på underretningen")
        for place in (0, 2, 3):
            hand.click(guide.boxes()[place].names[0], within=PANEL)
        guide.picture("forloeb")

    def _go_on_another_day(self) -> None:
        """Close the program, open it again, and find everything."""
        guide = self._guide
        guide.reopen(*OTHER_CASES)
        guide.go("Forløb", _NUMBER)
        guide.picture("mine-forloeb")
        guide.take_up(_NUMBER)
        guide.do_step(_RUN, "Tal med barnet", is_talk=True)
        guide.stand_at(_RUN, "Konkludér på underretningen")
        guide.picture("forloeb-igen")

    def _cards(self) -> None:
        """Choose some, look at one large, and print it."""
        guide, hand = self._guide, self._hand
        guide.go("Actioncards", "24-timersvurdering")
        for card in ("24-timersvurdering", "Et barn ringer", "Familien forsvinder"):
            hand.click(card, within="Væggen …")
        guide.picture("actioncards")
        hand.double_click("24-timersvurdering", within="Væggen …")
        hand.waits_for("Om arket")
        guide.picture("kort")
        hand.click("Udskriv kortet")
        hand.waits_for("Gem som PDF …")
        guide.picture("udskriv")
        hand.click("Gem som PDF …")
        hand.names_file(guide.pdf)
        hand.waits_for("Gemt som …")
        hand.press("Esc", "Esc")

    def _tools(self) -> None:
        guide, hand = self._guide, self._hand
        guide.go("Værktøjer", "Afgørelsesskabelon")
        guide.picture("vaerktoejer")
        hand.double_click("Statusudtalelse", within="Væggen …")
        hand.waits_for("Om arket")
        guide.picture("vaerktoej")

    def _meet(self) -> None:
        """Choose what to show, and show it on the big screen."""
        guide, hand = self._guide, self._hand
        guide.go("Møde", "Sådan vises det")
        hand.click("24-timersvurdering", within="Kort og procedurer efter tema")
        guide.picture("moede-valg")
        hand.click("Vis på møde")
        hand.press("Down", "Down", "Down", "Down")
        guide.picture("moede")
        hand.press("Esc")

    def _find_anything(self) -> None:
        guide, hand = self._guide, self._hand
        hand.press("Ctrl+K")
        guide.picture("soeg-i-alt")
        hand.type("plejefamilie")
        hand.waits_for("Bedste svar")
        guide.picture("soeg-i-alt-svar")
        hand.press("Ctrl+A")
        hand.type(_NUMBER)
        hand.waits_for(f"Sag {_NUMBER}", within="Find …")
        guide.picture("soeg-sag")
        hand.press("Esc", "Esc")
        hand.press("F1")
        guide.picture("taster")
        hand.press("Esc")

    def _in_other_looks(self) -> None:
        guide, hand = self._guide, self._hand
        guide.go("Indstillinger")
        guide.picture("indstillinger")
        hand.choose("Farver", "Mørk")
        guide.go("Procedurer")
        guide.read("Underretning", "Er barnet i fare nu?")
        guide.picture("moerk")
        guide.go("Forløb", _NUMBER)
        guide.picture("moerk-forloeb")
        guide.go("Møde", "Sådan vises det")
        hand.click("Vis på møde")
        hand.press("Down")
        guide.picture("moerk-moede")
        hand.press("Esc")
        guide.go("Indstillinger")
        hand.choose("Farver", "Lys")
        hand.press("Ctrl++", "Ctrl++", "Ctrl++")
        guide.go("Procedurer")
        guide.picture("stor-skrift")
        hand.press("Ctrl+0")


def walk(guide: Guide) -> None:
    """Take this part of the tour."""
    MainJob(guide).walk()
