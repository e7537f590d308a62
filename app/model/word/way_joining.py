"""The ways between steps: one after the other, and where there is a choice, as its lines say.

Whatever the lines say, the result hangs together: every step is led to by an earlier one, and
from every step a way leads on to a later one, so that each case comes to an end.
"""

import re
from collections.abc import Collection

from msgspec import Struct

from app.model.library.procedure import StepKind
from app.model.word.guidance_texts import TextBlock, title_and_rest
from app.model.word.kind_words import kind_of_title
from app.model.word.known_words import KnownWords
from app.model.word.line_numbers import counts_of, meets, number_key
from app.model.word.line_sorting import Sorted
from app.model.word.outline import Written
from app.model.word.proposal import ProposalLine
from app.model.word.step_drafts import DraftPart, Exit, Note, Remark, StepDraft
from app.model.word.way_words import WaySaid, goal_of, is_onward, read_way


class Phrases(Struct, frozen=True):
    """Words that a procedure needs where the text has none."""

    first: str
    end: str
    yes: str
    no: str
    otherwise: str


class Joiner:
    """Joins the steps of one text; `order` holds them all when it is done."""

    def __init__(self, sorted_lines: Sorted, known: KnownWords, phrases: Phrases) -> None:
        self._sorted = sorted_lines
        self._known = known
        self._phrases = phrases
        self._mains = sorted_lines.steps
        self._mend_first()
        self._end = self._last_end()
        for main in self._mains:
            if main.is_choice:
                self._read_ways(main)
        self.order = [one for main in self._mains for one in (main, *main.branches)]
        self._places = {id(step): position for position, step in enumerate(self.order)}
        for main in self._mains:
            self._lead_on(main)
        self._lead_to_all()

    def _mend_first(self) -> None:
        """A procedure cannot begin with its end."""
        if self._mains[0].is_end:
            self._mains[0].kind = StepKind.ACTIVITY

    def _last_end(self) -> StepDraft:
        if not self._mains[-1].is_end:
            self._mains.append(StepDraft(self._phrases.end, StepKind.END))
        return self._mains[-1]

    def _next(self, main: StepDraft) -> StepDraft:
        """Return the step that comes after one: ends in between are come to by ways alone."""
        later = self._mains[self._mains.index(main) + 1 :]
        return next((step for step in later if not step.is_end), self._end)

    # Choices

    def _read_ways(self, choice: StepDraft) -> None:
        for line in choice.ways:
            said = read_way(line.text)
            below = choice.below.get(line.id, [])
            named = self._named(said, choice)
            target = named or self._target(said, choice, line)
            is_told = named or (target and _only_names(said, target))
            branch = None if is_told and not below else self._branch(said, line, below)
            if branch is None:
                choice.exits.append(Exit(said.when, target))
            else:
                branch.leads_to = target
                choice.branches.append(branch)
                choice.exits.append(Exit(said.when, branch))
                self._sorted.parts[line.id] = (DraftPart.WAY, branch)
            for more in below:
                self._sorted.put(branch if branch and not branch.is_end else choice, more)
        self._fill_ways(choice)

    def _fill_ways(self, choice: StepDraft) -> None:
        """A choice has two ways at least."""
        yes, no = self._phrases.yes, self._phrases.no
        if not choice.exits:
            choice.exits += [Exit(yes), Exit(no)]
            if choice.line:
                self._sorted.remarks[choice.line.id].append(Remark(Note.WAYS_GUESSED))
        elif len(choice.exits) == 1:
            other = {yes.casefold(): no, no.casefold(): yes}
            when = other.get(choice.exits[0].when.casefold(), self._phrases.otherwise)
            choice.exits.append(Exit(when))

    def _branch(
        self, said: WaySaid, line: ProposalLine, below: Collection[ProposalLine]
    ) -> StepDraft | None:
        """Return the step of its own that a way leads to, where it says what is to be done."""
        if said.is_plain and not (below and not said.then):
            return None
        text = said.then.rstrip(".") or line.text.rstrip(" :.")
        title, rest = title_and_rest(text)
        procedure = self._known.procedure(said.then)
        kind = kind_of_title(title)
        if said.ends or procedure:
            kind = StepKind.END
        elif kind is StepKind.DECISION:
            kind = StepKind.ACTIVITY
        branch = StepDraft(title, kind)
        branch.is_branch = True
        branch.lines.append(line)
        branch.continue_in = (procedure,) if procedure else ()
        if rest:
            branch.blocks.append(TextBlock(rest, Written.TEXT))
        return branch

    def _named(self, said: WaySaid, choice: StepDraft) -> StepDraft | None:
        """Return the step whose title a way says in as many words, with or without *gå til*."""
        wanted = {_letters(said.then), _letters(goal_of(said.then))} - {""}
        others = (step for step in self._mains if step is not choice)
        return next((step for step in others if _letters(step.title) in wanted), None)

    def _target(self, said: WaySaid, choice: StepDraft, line: ProposalLine) -> StepDraft | None:
        """Return the step that a way names by its number; None for the next one."""
        if not said.number:
            return None
        for step in self._nearest_first(choice):
            if step is not choice and meets(said.number, step.number):
                return step
        inside = self._step_around(said.number, choice)
        if inside is not None:
            self._sorted.remarks[line.id].append(Remark(Note.WAY_INSIDE, said.number))
            return inside
        walked = [step for step in self._mains if not step.is_end]
        place = int(said.number) - 1 if said.number.isdecimal() else -1
        if not 0 <= place < len(walked) or walked[place] is choice:
            self._sorted.remarks[line.id].append(Remark(Note.WAY_UNCLEAR, said.number))
            return None
        if any(step.number for step in walked):
            self._sorted.remarks[line.id].append(Remark(Note.WAY_BY_PLACE, said.number))
        return walked[place]

    def _step_around(self, number: str, choice: StepDraft) -> StepDraft | None:
        """Return the step that a point with a number of several parts stands in."""
        if len(number_key(number)) < 2:
            return None
        for step in self._nearest_first(choice):
            if step is not choice and any(meets(number, line.number) for line in step.lines):
                return step
        return None

    def _nearest_first(self, choice: StepDraft) -> list[StepDraft]:
        """Return the steps, first those that are numbered in one row with a choice."""
        rows: list[list[StepDraft]] = [[]]
        last: tuple[int, ...] = ()
        for step in self._mains:
            counts = counts_of(step.number)
            if counts and counts <= last:
                rows.append([])
            last = counts or last
            rows[-1].append(step)
        rows.sort(key=lambda row: choice not in row)
        return [step for row in rows for step in row]

    # Leading on

    def _lead_on(self, main: StepDraft) -> None:
        if main.is_end:
            return
        following = self._next(main)
        if not main.is_choice:
            main.exits = [Exit("", following)]
        for way in main.exits:
            way.to = way.to or following
        for branch in main.branches:
            if not branch.is_end:
                branch.exits = [Exit("", branch.leads_to or following)]
        for step in (main, *main.branches):
            if not step.is_end and not any(self._is_later(way.to, step) for way in step.exits):
                self._add(step, following)
        self._tell_apart(main)

    def _lead_to_all(self) -> None:
        """See to it that an earlier step leads to each."""
        for position, step in enumerate(self.order[1:], start=1):
            earlier = self.order[:position]
            if not any(way.to is step for one in earlier for way in one.exits):
                before = next(one for one in reversed(earlier) if not one.is_end)
                if before.is_branch:
                    before = next(one for one in reversed(earlier) if not one.is_branch)
                self._add(before, step)
                self._tell_apart(before)

    def _add(self, step: StepDraft, target: StepDraft) -> None:
        step.exits.append(Exit(self._phrases.otherwise if step.is_choice else "", target))

    def _is_later(self, target: StepDraft | None, step: StepDraft) -> bool:
        return target is not None and self._places[id(target)] > self._places[id(step)]

    def _tell_apart(self, step: StepDraft) -> None:
        """Let no two ways of a choice have the same condition."""
        if not step.is_choice:
            return
        seen: set[str] = set()
        for way in step.exits:
            when, number = way.when, 1
            while way.when.casefold() in seen:
                number += 1
                way.when = f"{when} ({number})"
            seen.add(way.when.casefold())


def _only_names(said: WaySaid, target: StepDraft) -> bool:
    """Tell whether a way says no more than the number and the title of where it leads."""
    words, title = _letters(said.beside), _letters(target.title)
    return words.endswith(title) and is_onward(words.removesuffix(title))


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
