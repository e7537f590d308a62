"""What each step gets from its lines beside their words: role, deadline and law."""

from collections.abc import Sequence

from app.model.danish.time_reading import FoundTime, find_time, other_times, rest_of_time
from app.model.ids import CHILD_ROLE, DATE_PREFIX, TRIGGER
from app.model.library.procedure import Deadline, StepKind
from app.model.word.known_words import KnownWords, stems
from app.model.word.line_sorting import Sorted, said
from app.model.word.proposal import Becomes, ProposalLine
from app.model.word.step_drafts import Note, Remark, StepDraft

_USUAL_ROLE = "raadgiver"
_DONE_TO = frozenset({CHILD_ROLE, "foraeldre", "netvaerk", "underretter"})
"""Whom a line may begin with without their doing anything: *Forældrene orienteres*."""

_OUTSIDE = _DONE_TO | {
    *("fagfolk", "sundhedsvaesen", "politi", "boernehus", "ankestyrelsen", "retten"),
}
"""Those outside the department; what comes after is not done by them unless it is said."""

_RECEIVED = stems("modtagelsen modtaget")


class Filler:
    """Fills the steps of one text, in their order."""

    def __init__(self, sorted_lines: Sorted, known: KnownWords, order: Sequence[StepDraft]) -> None:
        self._sorted = sorted_lines
        self._known = known
        self._order = order
        self.trigger = " ".join(sorted_lines.triggers)
        self.trigger_event = known.event(self.trigger)
        usual = known.catalogue.role_by_id
        self._doer = _USUAL_ROLE if _USUAL_ROLE in usual else next(iter(usual), _USUAL_ROLE)

    def fill(self) -> None:
        """Give each step its role, its law and its deadline."""
        for position, step in enumerate(self._order):
            self._set_role(step)
            texts = [line.text for line in step.lines]
            refs = [ref for text in texts if "§" in text for ref in self._known.law.known(text)]
            step.law = tuple(dict.fromkeys(refs))
            self._set_deadline(step, self._order[:position])
        for line in self._sorted.outside:
            self._tell_outside(line)

    # Roles

    def _set_role(self, step: StepDraft) -> None:
        chosen = step.line.role if step.line else ""
        found = chosen or self._found_role(step)
        is_talk = (
            step.kind is StepKind.CONVERSATION and CHILD_ROLE in self._known.catalogue.role_by_id
        )
        if found and found not in _OUTSIDE:
            self._doer = found
        step.role = chosen or (CHILD_ROLE if is_talk else found or self._doer)

    def _found_role(self, step: StepDraft) -> str:
        if step.who:
            return self._known.roles.first(said(step.who[0]))
        texts = [step.title, *(block.text for block in step.blocks[:1])]
        acting = (self._known.roles.acting(text) for text in texts)
        return next((role for role in acting if role and role not in _DONE_TO), "")

    # Deadlines

    def _set_deadline(self, step: StepDraft, earlier: Sequence[StepDraft]) -> None:
        if step.is_end:
            for line in step.deadlines:
                self._sorted.put(step, line)
            return
        for line in step.deadlines:
            self._read_deadline(step, line, earlier)
        for line in step.lines:
            is_way = line.becomes is Becomes.WAY and not step.is_branch
            if line.becomes is not Becomes.DEADLINE and not is_way:
                self._look_for_deadline(step, line, earlier)

    def _read_deadline(
        self, step: StepDraft, line: ProposalLine, earlier: Sequence[StepDraft]
    ) -> None:
        """Read a line that is a deadline; its words are kept where they say more."""
        text = said(line)
        found = find_time(text, is_deadline=True)
        if found is not None and step.deadline is not None:
            self._tell_second(line, (text[found.start : found.end],))
            self._sorted.put(step, line)
            return
        if found is None or not self._take_deadline(step, text, found, earlier):
            self._sorted.remarks[line.id].append(Remark(Note.DEADLINE_UNCLEAR))
            self._sorted.put(step, line)
            return
        self._tell_second(line, other_times(text, found, is_deadline=True))
        if self._known.law.says_more(rest_of_time(text, found)):
            step.say(line)

    def _look_for_deadline(
        self, step: StepDraft, line: ProposalLine, earlier: Sequence[StepDraft]
    ) -> None:
        """Look for a deadline in a line that is something else."""
        found = find_time(line.text)
        if found is None:
            return
        about = line.text[found.start : found.end].strip()
        if step.deadline is not None:
            if found.within != step.deadline.within:
                self._tell_second(line, (about,))
        elif not self._take_deadline(step, line.text, found, earlier):
            self._sorted.remarks[line.id].append(Remark(Note.DEADLINE_UNCLEAR, about))
            return
        self._tell_second(line, other_times(line.text, found))

    def _tell_second(self, line: ProposalLine, times: Sequence[str]) -> None:
        """A step has one deadline: tell which others stand in its lines as text alone."""
        notes = self._sorted.remarks[line.id]
        notes += [Remark(Note.DEADLINE_SECOND, time.strip()) for time in times]

    def _tell_outside(self, line: ProposalLine) -> None:
        """A section between steps is kept in one of them, but what it sets is not set for that."""
        found = find_time(line.text)
        if found is not None:
            about = line.text[found.start : found.end].strip()
            self._sorted.remarks[line.id].append(Remark(Note.DEADLINE_UNCLEAR, about))

    def _take_deadline(
        self, step: StepDraft, text: str, found: FoundTime, earlier: Sequence[StepDraft]
    ) -> bool:
        """Let a step have a deadline that was found; tells whether it is understood."""
        step.deadline = self._deadline(step, text, found, earlier)
        return step.deadline is not None

    def _deadline(
        self, step: StepDraft, text: str, found: FoundTime, earlier: Sequence[StepDraft]
    ) -> Deadline | None:
        ref = self._counted_from(found.event, earlier)
        if ref is None or (found.is_before and not ref.startswith(DATE_PREFIX)):
            return None
        if ref.startswith(DATE_PREFIX):
            step.asks = (ref.removeprefix(DATE_PREFIX),)
        law = next(iter(self._known.law.known(text)), None) if "§" in text else None
        if found.is_before:
            return Deadline(found.within, before=ref, law=law, earliest=found.is_earliest)
        return Deadline(found.within, after=ref, law=law, earliest=found.is_earliest)

    def _counted_from(self, words: str, earlier: Sequence[StepDraft]) -> str | None:
        """Tell what words for an event mean: the trigger, a date, a step; None if nothing."""
        said_stems = stems(words)
        if not words or said_stems <= stems(self.trigger) | _RECEIVED:
            return TRIGGER
        event = self._known.event(words)
        if event:
            return TRIGGER if event == self.trigger_event else f"{DATE_PREFIX}{event}"
        for step in reversed(earlier):
            if said_stems <= stems(step.title) and not step.is_end and not step.is_branch:
                return step.id
        return None
