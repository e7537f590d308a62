"""Writes a procedure anew in the window, by hand alone, as a team lead would.

For the guided tour and for tests: what can be rebuilt can be written. Long texts are pasted.
What stands in the window is read from it, never from what lies behind it.
"""

from collections.abc import Iterable, Sequence

from app.model.ids import TRIGGER
from app.model.library.procedure import Deadline, Step
from tools.hand import Hand
from tools.tour.wanted import KINDS, TAGS, Wanted, unit_of

_FORM = "Skriv trinnet eller proceduren"
_BEGUN_WITH, _ENDS_WITH = "Første trin", "Afslutning"
"""What a new procedure holds; the end is not needed when all are there."""

_ROLES, _WAYS, _ITEMS = "Roller fra venstre mod højre", "Veje", "Tjekliste"
_TYPED = 60
"""A text longer than this is pasted."""


class Rebuilder:
    """Rebuilds one procedure, from the overview of drafts on."""

    def __init__(self, hand: Hand, wanted: Wanted) -> None:
        self._hand, self._wanted = hand, wanted
        self._flow = f"{wanted.title}, flow"
        self._list = f"{wanted.title}, trinliste"

    def begin(self) -> None:
        """Begin a new procedure."""
        hand, wanted = self._hand, self._wanted
        hand.click("Ny sagsprocedure")
        hand.type(wanted.title)
        hand.choose("Tema", wanted.theme)
        hand.choose("Hvem gør det første?", wanted.role(wanted.procedure.start.role))
        hand.click("Begynd")
        hand.waits_for(_BEGUN_WITH, within=self._flow)
        hand.press("F2")
        self._name(wanted.procedure.start)

    def make_steps(self) -> None:
        """Add every step after one that leads to it; the ways are set right afterwards."""
        made = {self._wanted.procedure.start.id}
        waiting = [self._wanted.procedure.start]
        while waiting:
            step = waiting.pop(0)
            for way in step.next:
                if way.to in made:
                    continue
                goal = self._wanted.procedure.step(way.to)
                self.stand_on(step)
                self._hand.press("Ctrl+Enter" if goal.is_end else "Enter")
                self._name(goal)
                made.add(goal.id)
                waiting.append(goal)

    def make_ways(self) -> None:
        """Draw the ways that are missing, delete the others, and write the conditions."""
        steps = [step for step in self._wanted.steps if not step.is_end]
        ending = [step for step in steps if _ENDS_WITH in self._draw_ways(step)]
        for step in steps:
            # Something must lead to the end that is not needed, until it is deleted itself.
            self._drop_ways(step, kept=_ENDS_WITH if step is ending[-1] else "")
        self._hand.click(_ENDS_WITH, within=self._flow)
        self._hand.press("Del")
        for step in steps:
            self._sort_ways(step)

    def put_in_order(self) -> None:
        """Give the steps their order, and with it their numbers, in the list of steps."""
        hand = self._hand
        hand.click("Trinliste")
        for position, step in enumerate(self._wanted.steps):
            row = next(row for row in self._rows() if _title(row) == step.title)
            hand.click(row, within=self._list)
            at = [_title(row) for row in self._rows()].index(step.title)
            for _ in range(at - position):
                hand.press("Alt+Shift+Up")
        hand.click("Trinliste")

    def write_head(self) -> None:
        """Write the form of the procedure itself."""
        hand, wanted = self._hand, self._wanted.procedure
        hand.click("Om sagsproceduren")
        self._write("Kort", wanted.summary)
        self._write("Formål", wanted.purpose)
        self._write("Hvornår", wanted.applies)
        self._write("Uret starter, når", wanted.trigger)
        self._write("Hvorfor barnet ikke bliver hørt", wanted.without_child)
        self._sort_roles()
        self._find("Lov", "Find § eller ord", self._wanted.laws(wanted.law))
        related = self._wanted.procedures(wanted.related)
        self._find("Beslægtede procedurer", "Tilføj procedure", related)
        if wanted.checked is not None:
            hand.click("Jeg har kontrolleret teksten mod loven")
            hand.write("Kontrolleret den", f"{wanted.checked.date:%-d.%-m.%Y}")
            hand.press("Enter")

    def write_step(self, step: Step) -> None:
        """Write the form of one step."""
        wanted = self._wanted
        self.stand_on(step)
        self._write("Vejledning", step.guide)
        self._write_checklist(step)
        self._find("Lov", "Find § eller ord", wanted.laws(step.law))
        self._find("Sagen kan fortsætte i", "Tilføj procedure", wanted.procedures(step.continue_in))
        if step.deadline is not None:
            self._write_deadline(step.deadline)
        self._write_headings(step)
        self._find("Actioncards", "Tilføj actioncard", wanted.cards(step.cards))
        self._find("Værktøjer", "Tilføj værktøj", wanted.tools(step.tools))

    def stand_on(self, step: Step) -> None:
        """Choose a step in the picture."""
        self._hand.click(step.title, within=self._flow)
        self._hand.waits_until(
            lambda: self._hand.value_of("Titel", within=_FORM) == step.title,
            f"The form does not show »{step.title}«.",
        )

    # Steps and ways

    def _name(self, step: Step) -> None:
        """Write the title where the cursor stands, and choose kind and role."""
        hand = self._hand
        hand.press("Ctrl+A")
        hand.type(step.title)
        hand.choose("Rolle", self._wanted.role(step.role))
        if not step.is_end:
            hand.choose("Slags", KINDS[step.kind])

    def _goals(self) -> list[str]:
        """Return where the ways of the step lead that is shown, by the titles."""
        ways = self._hand.things(within=_WAYS)
        return [_title(way.value) for way in ways if "Vejen fører til" in way.names]

    def _draw_ways(self, step: Step) -> Sequence[str]:
        """Draw the ways that are missing, and return where all that there are lead."""
        wanted = self._titles(step)
        self.stand_on(step)
        goals = self._goals()
        for title in dict.fromkeys(wanted):
            for _ in range(wanted.count(title) - goals.count(title)):
                self._hand.press("V")
                self._take(title)
        return self._goals()

    def _drop_ways(self, step: Step, kept: str) -> None:
        """Delete the ways that lead where none is wanted, or once too often."""
        wanted = [*self._titles(step), kept]
        self.stand_on(step)
        goals = self._goals()
        for position in reversed(range(len(goals))):
            if goals[: position + 1].count(goals[position]) > wanted.count(goals[position]):
                self._hand.click("Slet vejen til …", within=_WAYS, nth=position)

    def _sort_ways(self, step: Step) -> None:
        """Move each way up to its place, and write its condition."""
        self.stand_on(step)
        for position, way in enumerate(step.next):
            if not way.when:
                continue
            at = self._goals().index(self._wanted.procedure.step(way.to).title, position)
            self._hand.click("Betingelse", within=_WAYS, nth=at)
            for _ in range(at - position):
                self._hand.press("Alt+Up")
            self._hand.press("Ctrl+A")
            self._hand.type(way.when)

    def _titles(self, step: Step) -> Sequence[str]:
        return [self._wanted.procedure.step(way.to).title for way in step.next]

    def _rows(self) -> list[str]:
        rows = self._hand.things(within=self._list)
        return [row.names[0] for row in rows if row.kind.endswith("part")]

    def _sort_roles(self) -> None:
        for position, role in enumerate(self._wanted.roles):
            shown = [thing for thing in self._hand.things(within=_ROLES) if thing.acts]
            names = [thing.names[0] for thing in shown if thing.names[0] in self._wanted.roles]
            self._hand.click(role, within=_ROLES)
            for _ in range(names.index(role) - position):
                self._hand.press("Alt+Up")

    # Contents

    def _write_checklist(self, step: Step) -> None:
        if not step.checklist:
            return
        hand = self._hand
        hand.click("Tilføj punkt", within=_ITEMS)
        self._paste("\n".join(item.text for item in step.checklist))
        for number, item in enumerate(step.checklist, start=1):
            if item.required or item.tags:
                hand.click(f"Punkt {number}", within=_ITEMS)
            if item.required:
                hand.click("Krav", within=_ITEMS)
            for tag in item.tags:
                hand.click("Mærk punktet", within=_ITEMS)
                hand.click(TAGS[tag])

    def _write_headings(self, step: Step) -> None:
        """Write a heading, press Enter, and so on; Enter on an empty line ends it."""
        lines = [line.removeprefix("## ") for line in step.document.splitlines()]
        if lines:
            self._hand.click("Tilføj overskrift")
            self._hand.type("\n".join([*lines, "", ""]))

    def _write_deadline(self, deadline: Deadline) -> None:
        hand, duration = self._hand, deadline.duration
        assert duration is not None
        hand.click("Tilføj frist")
        hand.write("Hvor mange", str(duration.amount))
        hand.choose("Enhed", unit_of(duration))
        if deadline.after not in (None, TRIGGER):
            titles = {step.id: step.title for step in self._wanted.steps}
            self._choose_ending_with("Regnes fra", titles[deadline.after])
        self._write("Grund til fristen", deadline.reason)

    def _choose_ending_with(self, field: str, words: str) -> None:
        """Choose what ends so; a number stands before it."""
        hand = self._hand
        hand.click(field)
        choices = [thing.names[0] for thing in hand.things() if thing.kind.endswith("part")]
        hand.click(next(choice for choice in choices if choice.endswith(words)))

    def _find(self, box: str, button: str, titles: Iterable[str]) -> None:
        for title in titles:
            self._hand.click(button, within=box)
            self._take(title)

    # Hands

    def _take(self, title: str) -> None:
        """Type into the small window that is open, and click what is wanted."""
        hand = self._hand
        finder = hand.focus
        hand.type(title)
        rows = [thing.names[0] for thing in hand.things(within=finder)]
        hand.click(next(row for row in rows if _title(row) == title), within=finder)

    def _write(self, field: str, text: str) -> None:
        """Write over what stands in a field of the form."""
        if not text:
            return
        self._hand.click(field, within=_FORM)
        self._hand.press("Ctrl+A")
        if len(text) > _TYPED or "\n" in text:
            self._paste(text)
        else:
            self._hand.type(text)

    def _paste(self, text: str) -> None:
        self._hand.copies_elsewhere(text.rstrip("\n"))
        self._hand.press("Ctrl+V")


def _title(words: str) -> str:
    """Return the title of a step as it is called with its number: »2 Planlæg småt«."""
    number, space, rest = words.partition(" ")
    return rest if space and number.isdigit() else words
