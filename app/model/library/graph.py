"""The procedure as a graph: which ways lead on, which lead back, what comes after what.

Ways to steps that do not exist are left out everywhere, so that a document with faults can be
shown and checked. All answers depend on the document alone and are kept for the next question.
"""

from functools import lru_cache
from heapq import heappop, heappush

from msgspec import Struct

from app.model.library.procedure import Procedure


class Way(Struct, frozen=True):
    """A way between two steps that exist; `index` is its place in the source's `next`."""

    source: str
    index: int
    target: str
    is_back: bool

    @property
    def key(self) -> tuple[str, int]:
        return (self.source, self.index)


class Graph:
    """The ways of a procedure, looked up from both ends. Ask `graph_of` for it."""

    def __init__(self, procedure: Procedure) -> None:
        targets = _targets(procedure)
        back = _closing_ways(targets)
        self.ways = tuple(
            Way(source, index, target, (source, index) in back)
            for source, leaving in targets.items()
            for index, target in leaving
        )
        self.back = back
        self.forward = frozenset(way.key for way in self.ways if not way.is_back)
        self.out: dict[str, list[Way]] = {step_id: [] for step_id in targets}
        self.into: dict[str, list[Way]] = {step_id: [] for step_id in targets}
        for way in self.ways:
            self.out[way.source].append(way)
            self.into[way.target].append(way)
        self.order = self._sort()
        self.after = self._follow()

    def _sort(self) -> tuple[str, ...]:
        """Order the steps so that each stands after all that lead on to it."""
        place = {step_id: number for number, step_id in enumerate(self.out)}
        waiting = {step_id: sum(not w.is_back for w in ways) for step_id, ways in self.into.items()}
        ready = [(place[step_id], step_id) for step_id, count in waiting.items() if not count]
        order: list[str] = []
        while ready:
            step_id = heappop(ready)[1]
            order.append(step_id)
            for way in self.out[step_id]:
                if not way.is_back:
                    waiting[way.target] -= 1
                    if not waiting[way.target]:
                        heappush(ready, (place[way.target], way.target))
        return tuple(order)

    def _follow(self) -> dict[str, frozenset[str]]:
        """Collect for each step what can come after it without going back."""
        after: dict[str, frozenset[str]] = {}
        for step_id in reversed(self.order):
            targets = [way.target for way in self.out[step_id] if not way.is_back]
            after[step_id] = frozenset(targets).union(*(after[target] for target in targets))
        return after


@lru_cache(maxsize=128)
def graph_of(procedure: Procedure) -> Graph:
    """Return the graph of a procedure; the same document gives the same object."""
    return Graph(procedure)


def reachable(procedure: Procedure, start: str | None = None) -> frozenset[str]:
    """Return the steps that some chain of ways leads to, the start (else the first) included."""
    graph = graph_of(procedure)
    found: set[str] = set()
    waiting = [procedure.start.id if start is None else start]
    while waiting:
        step_id = waiting.pop()
        if step_id not in found:
            found.add(step_id)
            waiting += [way.target for way in graph.out[step_id]]
    return frozenset(found)


def _targets(procedure: Procedure) -> dict[str, list[tuple[int, str]]]:
    steps = procedure.by_id
    return {
        step_id: [(index, way.to) for index, way in enumerate(step.next) if way.to in steps]
        for step_id, step in steps.items()
    }


def _closing_ways(targets: dict[str, list[tuple[int, str]]]) -> frozenset[tuple[str, int]]:
    """Walk depth first; a way to a step that is still being walked closes a cycle."""
    closing: set[tuple[str, int]] = set()
    walked: set[str] = set()
    for start in targets:
        if start in walked:
            continue
        path = {start}
        stack = [(start, iter(targets[start]))]
        while stack:
            step_id, leaving = stack[-1]
            for index, target in leaving:
                if target in path:
                    closing.add((step_id, index))
                elif target not in walked:
                    path.add(target)
                    stack.append((target, iter(targets[target])))
                    break
            else:
                stack.pop()
                path.discard(step_id)
                walked.add(step_id)
    return frozenset(closing)
