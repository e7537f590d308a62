"""Where every step of a run stands, given what was done in its latest round.

A step is relevant while some way taken can still reach it. It is passed by when something after
it was done before it; whoever went past it went on, so it holds up nothing. Its turn has come
when all that lead to it are done or passed by.
"""

from datetime import datetime

from msgspec import Struct

from app.model.library.graph import Graph, Way
from app.model.library.procedure import Procedure, Step
from app.model.run.hearing import Hearing
from app.model.run.run import Mark
from app.model.run.state import ItemState, WayTaken


class Pass(Struct):
    """What has been done at one step in one round.

    `begun` is when the round began, if it is not the first, and `previous` when the step was last
    done before it. `choices` are all ways chosen in it, the one that holds last. `hearing` is what
    was said of the child when the step was done.
    """

    items: list[ItemState]
    way: int | None = None
    choices: tuple[WayTaken, ...] = ()
    done_at: datetime | None = None
    done_by: str = ""
    reason: str = ""
    hearing: Hearing | None = None
    note: str = ""
    round: int = 1
    begun: datetime | None = None
    previous: datetime | None = None

    @property
    def is_touched(self) -> bool:
        """Whether anything at all stands here."""
        marked = any(item.mark is not Mark.OPEN for item in self.items)
        return marked or self.done_at is not None or self.way is not None or bool(self.note)

    def next(self, items: list[ItemState], at: datetime) -> "Pass":
        """Return the step as a new round begins."""
        before = self.done_at or self.previous
        return Pass(items, round=self.round + 1, begun=at, previous=before)


Passes = dict[str, Pass]


class StepStanding:
    """What follows for all steps from what was done at some: the answer at one moment.

    `done` holds when, with ends that were reached; `reached` is when the turn came to a step or
    went past it; `guessed` are decisions whose way is not known, though the run may be past them.
    """

    def __init__(self, procedure: Procedure, graph: Graph, passes: Passes, start: datetime) -> None:
        self._steps = procedure.by_id
        self._graph = graph
        self._passes = passes
        self._first = procedure.start.id
        self.done = {key: one.done_at for key, one in passes.items() if one.done_at is not None}
        self.done_by = {key: passes[key].done_by for key in self.done}
        self.guessed: set[str] = set()
        self.ways = {key: self._open_ways(step) for key, step in self._steps.items()}
        self.relevant = self._find_relevant()
        self._into = self._find_into()
        self.passed = self._find_passed()
        self.reached: dict[str, datetime] = {}
        self.in_line: set[str] = set()
        self._advance(start)

    def _open_ways(self, step: Step) -> list[Way]:
        """Return the ways out of a step that may still be taken, or were.

        A decision that has chosen to go back will be asked again, so all its ways are open.
        """
        ways = self._graph.out[step.id]
        if not step.is_decision:
            return ways
        chosen = [way for way in ways if way.index == self._passes[step.id].way]
        is_done = step.id in self.done
        if chosen and (is_done or not chosen[0].is_back):
            return chosen
        if is_done:
            return ways
        self.guessed.add(step.id)
        return ways if chosen else self._likely_ways(step.id, ways)

    def _likely_ways(self, step_id: str, ways: list[Way]) -> list[Way]:
        """Return the ways of an open decision: all, or those that only can have led to what is
        done after it.
        """
        after = self._graph.after
        touched = self.done.keys() & after[step_id]
        if not touched:
            return ways
        hits = [touched & (after[way.target] | {way.target}) for way in ways]
        shared = set.intersection(*hits)
        return [way for way, hit in zip(ways, hits, strict=True) if hit - shared] or ways

    def _find_relevant(self) -> set[str]:
        found: set[str] = set()
        waiting = [self._first]
        while waiting:
            step_id = waiting.pop()
            if step_id not in found:
                found.add(step_id)
                waiting += [way.target for way in self.ways[step_id]]
        return found

    def _find_into(self) -> dict[str, list[str]]:
        """Collect for each relevant step the relevant ones that lead on to it."""
        into: dict[str, list[str]] = {step_id: [] for step_id in self.relevant}
        for step_id in self.relevant:
            for way in self.ways[step_id]:
                if not way.is_back:
                    into[way.target].append(step_id)
        return into

    def _find_passed(self) -> set[str]:
        passed: set[str] = set()
        for step_id in reversed(self._graph.order):
            if step_id not in self.relevant or step_id in self.done:
                continue
            targets = (way.target for way in self.ways[step_id] if not way.is_back)
            if any(self.is_behind(target, passed) for target in targets):
                passed.add(step_id)
        return passed

    def is_behind(self, step_id: str, passed: set[str] | None = None) -> bool:
        """Tell whether the run has come to a step and gone on: it is done, or was passed by."""
        return step_id in self.done or step_id in (self.passed if passed is None else passed)

    def is_chosen(self, step_id: str) -> bool:
        """Tell whether no decision that is still open may lead past a step."""
        after = self._graph.after
        return step_id in self.done or not any(
            step_id in after[one]
            and any(step_id not in after[way.target] | {way.target} for way in self.ways[one])
            for one in self.guessed & self.relevant
        )

    def _advance(self, start: datetime) -> None:
        """Go through the steps in order and see to which of them the turn has come."""
        for step_id in self._graph.order:
            if step_id not in self.relevant:
                continue
            before = self._into[step_id]
            times = [self.done.get(one) or self.reached.get(one) or start for one in before]
            self.reached[step_id] = max(times, default=start)
            if self.is_behind(step_id) or not all(self.is_behind(one) for one in before):
                continue
            if self._ends_by_itself(step_id):
                self._end(step_id)
            else:
                self.in_line.add(step_id)

    def _ends_by_itself(self, step_id: str) -> bool:
        """Tell whether an end asks for nothing more than to be reached."""
        step = self._steps[step_id]
        asks = step.checklist or step_id == self._first
        return step.is_end and not asks and any(one in self.done for one in self._into[step_id])

    def _end(self, step_id: str) -> None:
        last = max(
            (one for one in self._into[step_id] if one in self.done), key=self.done.__getitem__
        )
        self.done[step_id] = self.done[last]
        self.done_by[step_id] = self.done_by[last]
