"""A team lead's work: a procedure is written from nothing, approved by another, and shared."""

from datetime import datetime

from app.model.times import ZONE
from tools.tour.guide import Guide
from tools.tour.rebuilding import Rebuilder
from tools.tour.wanted import wanted

BEGIN = datetime(2026, 11, 24, 9, 30, tzinfo=ZONE)
SLUG, TITLE = "proevehandling", "Prøvehandling i teamet"


class TeamLeadsWork:
    """Two team leads: one writes, the other reads and publishes."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._hand = guide.hand

    def walk(self) -> None:
        """Write a shipped procedure anew, publish it, and share it."""
        self._guide.open()
        self._hand.click("Kladder og godkendelse …")
        self._guide.picture("redigering-tom")
        self._write()
        self._send()
        self._guide.sit_down("teamleder B")
        self._publish()
        self._share()
        self._guide.close()

    def _write(self) -> None:
        """Write it step by step, with a picture of each stage."""
        guide, text = self._guide, wanted(SLUG, TITLE)
        rebuilder = Rebuilder(self._hand, text)
        rebuilder.begin()
        guide.picture("redigering-begyndt")
        rebuilder.make_steps()
        guide.picture("redigering-trin")
        rebuilder.make_ways()
        rebuilder.put_in_order()
        guide.picture("redigering-veje")
        rebuilder.write_head()
        guide.picture("redigering-procedure")
        for step in text.steps:
            rebuilder.write_step(step)
        rebuilder.stand_on(text.procedure.start)
        self._hand.waits_for("Ingen fund")
        self._hand.waits_for("Gemt kl. …")
        guide.picture("redigering-faerdig")

    def _send(self) -> None:
        hand = self._hand
        hand.click("Send til godkendelse")
        hand.type("Vi vil prøve småt, før vi ændrer for alle")
        self._guide.picture("redigering-send")
        hand.click("Send")
        hand.waits_for("Til godkendelse")
        self._guide.picture("redigering-sendt")
        hand.click("Luk")

    def _publish(self) -> None:
        """Let the other team lead read it and publish it."""
        guide, hand = self._guide, self._hand
        guide.go("Procedurer")
        hand.click("Kladder og godkendelse …")
        hand.double_click(TITLE)
        hand.waits_for("Godkend og udgiv")
        guide.picture("redigering-godkend")
        hand.click("Godkend og udgiv")
        hand.type("Læst og godkendt")
        guide.picture("redigering-udgiv")
        hand.click("Godkend og udgiv")
        hand.waits_until_gone("Note til historikken")
        guide.go("Procedurer")
        guide.read(TITLE)
        guide.picture("redigering-udgivet")

    def _share(self) -> None:
        """Put what was published into a bundle, for another municipality."""
        guide, hand = self._guide, self._hand
        hand.click("Del")
        guide.picture("redigering-del")
        hand.click("Vælg hvorhen …")
        hand.names_file(guide.bundle)
        hand.waits_for("Klar til at dele …")


def walk(guide: Guide) -> None:
    """Take this part of the tour."""
    TeamLeadsWork(guide).walk()
