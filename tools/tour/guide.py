"""What every walk of the tour does again and again, told once; by hand alone."""

from pathlib import Path

from tools.hand import Hand, Thing
from tools.journey import Journey, JourneyClock
from tools.journey.cases import Case, NewText
from tools.tour.camera import Camera

PANEL = "Det valgte trin"
_LIST = "Sagsprocedurer efter tema"


class Guide:
    """Works one program after the other's words: `open` it first."""

    def __init__(self, journey: Journey, camera: Camera) -> None:
        self._journey = journey
        self._camera = camera
        self._files = journey.folder.parents[1]

    @property
    def hand(self) -> Hand:
        """The hand that works the program."""
        return self._journey.hand

    @property
    def clock(self) -> JourneyClock:
        """What the clock of the program shows."""
        return self._journey.clock

    @property
    def bundle(self) -> Path:
        """Where one walk puts what another takes in."""
        return self._files / "nabokommunen.roedtraad"

    @property
    def word_file(self) -> Path:
        """Where a procedure lies that was written in Word."""
        return self._files / "skolefravaer.docx"

    @property
    def pdf(self) -> Path:
        """Where the printed card is put."""
        return self._camera.pdf

    def open(self) -> None:
        """Start the program."""
        self._journey.open()

    def reopen(self, *meanwhile: Case | NewText) -> None:
        """Close the program, and start it again; meanwhile more cases have come."""
        self._journey.close()
        self._journey.given(*meanwhile)
        self._journey.open()

    def close(self) -> None:
        """Close the program."""
        self._journey.close()

    def picture(self, name: str) -> None:
        """Write what is seen."""
        self._camera.take(self.hand, name)

    def go(self, place: str, sees: str = "") -> None:
        """Go to a place by its button, and wait until something of it is seen."""
        self.hand.click(place, within="Steder")
        if sees:
            self.hand.waits_for(sees)

    def sit_down(self, name: str, role: str = "") -> None:
        """Let somebody else work, who says so in the settings."""
        self.go("Indstillinger", "Dit navn")
        self.hand.write("Dit navn", name)
        self.hand.press("Enter")
        if role:
            self.hand.choose("Rolle", role)

    # In Procedurer

    def read(self, procedure: str, step: str = "") -> None:
        """Choose a procedure in the list, which is put away in a narrow window, and a step."""
        if not self.hand.has(procedure, within=_LIST):
            self.hand.click("Vis sagsprocedurerne")
        self.hand.click(procedure, within=_LIST)
        self.hand.finds(PANEL)
        if step:
            self.choose_step(procedure, step)

    def choose_step(self, procedure: str, step: str) -> None:
        """Choose a step in the picture."""
        self.hand.click(step, within=f"{procedure}, flow")
        self.hand.finds(step, within=PANEL)

    # In a run

    def take_up(self, words: str) -> None:
        """Open a run from the list, by words that stand in its row alone."""
        self.hand.double_click(words)
        self.hand.waits_for("Tidslinje")

    def do_step(self, run: str, title: str, way: str = "", *, is_talk: bool = False) -> None:
        """Tick all of a step, choose its way, and finish it; a little time passes.

        A talk with the child says that the child was heard.
        """
        self.stand_at(run, title)
        for box in self.boxes():
            if not box.is_checked:
                self.hand.click(box.names[0], within=PANEL)
        if way:
            self.hand.click(way, within=PANEL)
        self.hand.click("Gør trinnet færdigt", within=PANEL)
        if is_talk:
            self.say_heard()
        self.hand.waits_until(
            lambda: not self.hand.has(title, within=PANEL) or self.hand.has("Åbn igen"),
            f"»{title}« is not finished.",
        )
        self.clock.forward(minutes=7)

    def say_heard(self) -> None:
        """Say that the child was heard alone, by the adviser, and finish the step."""
        self.hand.click("Barnet er hørt", within=PANEL)
        self.hand.choose("Hvem var med?", "Alene", within=PANEL)
        self.hand.choose("Hvilken rolle førte samtalen?", "Rådgiver", within=PANEL)
        self.picture("samtale-hoert")
        self.hand.press("Ctrl+Enter")

    def stand_at(self, run: str, title: str) -> None:
        """Choose a step of the run in its list."""
        if self.hand.has(title, within=PANEL):
            return
        rows = self.hand.things(within=f"{run}, trinliste")
        row = next(one.names[0] for one in rows if one.names[0].endswith(title))
        self.hand.click(row, within=f"{run}, trinliste")
        self.hand.finds(title, within=PANEL)

    def boxes(self) -> list[Thing]:
        """Return what can be ticked in the step that is shown."""
        return [thing for thing in self.hand.things(within=PANEL) if thing.is_box]
