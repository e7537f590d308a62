"""One step of a run in whole Danish sentences, under the headings that the step asks for."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain, pairwise

from msgspec import Struct

from app.model.danish.notation import (
    authority_label,
    capital,
    date_label,
    happened_label,
    informing_words,
    law_label,
    law_labels,
    listed,
    time_label,
)
from app.model.deadlines.due_date import Due
from app.model.ids import CHILD_ROLE
from app.model.journal.hearing_words import hearing_sentences
from app.model.journal.journal_fit import (
    asks_for_child,
    asks_for_words,
    fitting,
    for_choice,
    headings_of,
    led_by,
)
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure, Step, StepKind
from app.model.run.child_voice import hearings_before
from app.model.run.hearing import decides_on_child
from app.model.run.run import Mark
from app.model.run.state import RunState, StepState, StepStatus, lacking

TO_WRITE = "…"
"""Stands under a heading that the step asks for and that nothing is known for yet."""

DEVIATIONS = "Afvigelser og grunde"
MISSING = "Mangler endnu"
NOTE = "Note"


class NotePart(Struct, frozen=True):
    """A heading with its paragraphs. `level` is 1 for a step, 2 below it; no heading opens."""

    heading: str
    paragraphs: tuple[str, ...]
    level: int = 2


class StepWriter:
    """Writes what is known of one step in one round."""

    def __init__(
        self,
        procedure: Procedure,
        state: RunState,
        step: Step,
        found: StepState,
        catalogue: Catalogue,
    ) -> None:
        self._procedure, self._state = procedure, state
        self._step, self._found, self._catalogue = step, found, catalogue
        self._headings = headings_of(step.document)
        self._under: dict[str, list[str]] = {heading: [] for heading in ("", *self._headings)}
        self._notes: list[str] = []
        self._sort_items()
        self._sort_choice()
        self._sort_note()
        self._tell_of_child()

    def opening(self) -> list[str]:
        """Tell when it was done, on what basis, and whether its deadline was kept."""
        return [*self.standing(), *self._under[""]]

    def standing(self) -> list[str]:
        """Tell the same, without what was ticked and chosen."""
        parts = (self._done(), self._heard(), self._basis(), self._deadline())
        return list(chain.from_iterable(parts))

    def parts(self, *, asked: bool) -> Iterator[NotePart]:
        """Give the headings with what belongs there; with `asked` also those still empty."""
        for heading in self._headings:
            said = joined(self._under[heading])
            if said or asked:
                yield NotePart(heading, (said or TO_WRITE,))
        if self._notes:
            yield NotePart(NOTE, tuple(self._notes))
        missing = tuple(self._missing())
        if missing:
            yield NotePart(MISSING, missing)
        deviations = tuple(self._deviations())
        if deviations:
            yield NotePart(DEVIATIONS, deviations)

    def _done(self) -> Iterator[str]:
        if self._found.done_at:
            is_held_back = self._found.status is StepStatus.UNHEARD
            how = "afsluttet" if is_held_back else "udført"
            yield f"Trinnet er {how} {happened_label(self._found.done_at)}{self._by_role()}."
        elif self._found.status is StepStatus.NOT_RELEVANT:
            yield "Trinnet er ikke relevant efter de valg, der er truffet."
        else:
            yield "Trinnet er ikke udført endnu."

    def _by_role(self) -> str:
        """Say whose the step is; the child does no step of a case."""
        role = self._catalogue.role_by_id.get(self._step.role)
        if role is None or role.id == CHILD_ROLE:
            return ""
        return f" (rolle: {role.title})"

    def _heard(self) -> Iterator[str]:
        """Tell what was said of the child when this step was done."""
        if self._found.hearing:
            yield from hearing_sentences(self._found.hearing, self._catalogue)

    def _basis(self) -> Iterator[str]:
        if self._step.law:
            labels = law_labels(self._step.law, self._catalogue, full=True)
            yield f"Grundlaget er {labels}."

    def _deadline(self) -> Iterator[str]:
        due = self._found.due
        if due is None or due.deadline.earliest or self._found.held is False:
            return
        if not due.is_binding:
            if self._found.status is not StepStatus.NOT_RELEVANT:
                whose = authority_label(self._step.role, self._catalogue)
                now = self._found.done_at or self._state.changed
                yield f"{capital(informing_words(due, now, whose=whose))}."
                yield from self._duty()
            return
        if self._found.held:
            yield f"Fristen {_due(due)} er holdt."
        elif self._found.status is StepStatus.LATE:
            yield f"Fristen var {_due(due)} og er overskredet."
            yield from self._duty()
        elif self._found.status is not StepStatus.NOT_RELEVANT:
            yield f"Fristen er {_due(due)}."

    def _duty(self) -> Iterator[str]:
        """Tell what is to be done when the deadline has run out, and whether it was."""
        due, late, duty = self._found.due, self._found.late, self._found.duty
        if due is None or not duty:
            return
        law = due.deadline.law
        by_law = f" efter {law_label(law, self._catalogue, full=True)}" if law else ""
        has_run_out = "det ikke gælder mere" if self._found.has_ended else "fristen er overskredet"
        yield f"Når {has_run_out}, gælder{by_law}: {sentence(duty)}"
        if late.mark is Mark.NOT_RELEVANT:
            yield f"Det er ikke relevant{f': {sentence(late.reason)}' if late.reason else '.'}"
        elif late.at:
            seen = ", og en anden har set det efter" if late.is_seen_by_another else ""
            yield f"Det er gjort og noteret {happened_label(late.at)}{seen}."
        else:
            yield "Det er ikke noteret som gjort."

    def _sort_items(self) -> None:
        """Put what was marked where it belongs. Whose own words are asked for is not quoted yet by
        a mark.
        """
        headings = [one for one in self._headings if not asks_for_words(one)]
        for item, mark in zip(self._step.checklist, self._found.items, strict=True):
            if mark.mark not in (Mark.DONE, Mark.VERIFIED):
                continue
            said = sentence(item.text)
            if mark.is_seen_by_another:
                said = f"{said[:-1]} (set efter af en anden)."
            self._under[fitting(item.text, item.tags, headings)].append(said)

    def _missing(self) -> Iterator[str]:
        """Tell what the step requires and still lacks, all of it in one place.

        No heading of the step is about what is not there, whatever words they share.
        """
        if self._found.status is StepStatus.NOT_RELEVANT:
            return
        missing = [f"»{item.text}«" for item in lacking(self._step, self._found)]
        if not missing:
            return
        named = listed(missing)
        if self._found.done_at is None:
            yield f"Krav i trinnet: {named}."
        elif len(missing) == 1:
            yield f"Trinnet er gjort færdigt, uden at kravet {named} er markeret."
        else:
            yield f"Trinnet er gjort færdigt, uden at kravene {named} er markeret."

    def _sort_choice(self) -> None:
        way = self._found.way
        if way is None:
            return
        chosen = self._step.next[way]
        answer = chosen.when or self._procedure.step(chosen.to).title
        title = self._step.title
        said = f"{title} {sentence(answer)}" if title.endswith("?") else f"Valgt: {answer}."
        self._under[for_choice(self._headings)].append(said)

    def _sort_note(self) -> None:
        """Take the note in by lines: one that begins with a heading and a colon goes there."""
        for line in self._found.note.splitlines():
            heading, text = led_by(line.strip(), self._headings)
            if heading:
                self._under[heading].append(sentence(capital(text)))
            elif text:
                self._notes.append(sentence(capital(text)))

    def _tell_of_child(self) -> None:
        """Say under the child's own heading whether the child was heard before this step."""
        if self._step.kind is StepKind.CONVERSATION or self._found.hearing:
            return  # it tells so of itself
        heading = next((one for one in self._headings if asks_for_child(one)), None)
        if heading is None:
            return
        before = hearings_before(self._state, self._found.done_at)
        if before:
            said = hearing_sentences(before[-1][1], self._catalogue)
            self._under[heading][:0] = said
        elif decides_on_child(self._procedure, self._step):
            self._under[heading].insert(0, "Barnet er ikke hørt.")

    def _deviations(self) -> Iterator[str]:
        found = self._found
        if found.reason:
            needs = self._state.missed_needs(self._step, found)
            missed = [f"»{self._procedure.step(need).title}«" for need in needs]
            before = f"før {listed(missed)} var gjort" if missed else "uden at kravet var opfyldt"
            yield f"Trinnet er gjort færdigt, {before}. Grund: {sentence(capital(found.reason))}"
        if found.held is False and found.due and found.done_at:
            yield from self._too_late(found.due, found.done_at)
        for item, mark in zip(self._step.checklist, found.items, strict=True):
            if mark.mark is Mark.NOT_RELEVANT:
                why = f": {sentence(mark.reason)}" if mark.reason else "."
                yield f"»{item.text}« er ikke relevant{why}"
        yield from self._changed_choices()

    def _too_late(self, due: Due, done_at: datetime) -> Iterator[str]:
        done = happened_label(done_at)
        if due.deadline.earliest:
            yield f"Trinnet måtte tidligst gøres {_due(due)}, men blev gjort {done}."
        else:
            yield f"Fristen {_due(due)} blev ikke holdt. Trinnet blev udført {done}."
            yield from self._duty()

    def _changed_choices(self) -> Iterator[str]:
        choices = self._found.choices
        for earlier, later in pairwise(choices):
            if earlier.way != later.way and later.way < len(self._step.next):
                before, after = (self._step.next[one.way].when for one in (earlier, later))
                yield f"Valget er ændret fra »{before}« til »{after}« {happened_label(later.at)}."


def _due(due: Due) -> str:
    day = date_label(due.at)
    return f"{day} {time_label(due.at)}" if due.timed else day


def joined(sentences: Sequence[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def sentence(text: str) -> str:
    """Let a text end as a sentence does."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", ":", "…")) else f"{text}."
