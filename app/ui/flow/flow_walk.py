"""Walking a flow with the keyboard: arrows follow the ways, digits choose a branch."""

from app.flow.geometry import Picture
from app.model.library.graph import Way, graph_of
from app.model.library.procedure import Procedure
from app.model.run.state import RunState
from app.printing.flow_paint.drawing_look import WayKey


class Walk:
    """Where each key leads in one laid-out procedure. Answers None where there is no way."""

    def __init__(self, procedure: Procedure, picture: Picture) -> None:
        self._graph = graph_of(procedure)
        self._picture = picture
        self._drawn = [step.id for step in procedure.steps if step.id in picture.boxes]
        self._row = {step: row for row in picture.rows for step in row}

    @property
    def first(self) -> str | None:
        """The step where the flow begins."""
        return self._drawn[0] if self._drawn else None

    @property
    def last(self) -> str | None:
        """The step that stands lowest."""
        boxes = self._picture.boxes
        return max(self._drawn, key=lambda step: boxes[step].bottom, default=None)

    def down(self, step_id: str, chosen: int | None = None) -> str | None:
        """Follow the way on: the one that was chosen, else the first that leads forward."""
        ways = self._ways_out(step_id)
        taken = [way for way in ways if way.index == chosen]
        onwards = [way for way in ways if not way.is_back]
        return next((way.target for way in (*taken, *onwards, *ways)), None)

    def up(self, step_id: str, came_from: str | None = None) -> str | None:
        """Go back to the step one came from, else to the first that leads here."""
        ways = [way for way in self._graph.into.get(step_id, ()) if self._is_drawn(way.source)]
        if came_from in {way.source for way in ways}:
            return came_from
        onwards = [way for way in ways if not way.is_back]
        return next((way.source for way in (*onwards, *ways)), None)

    def left(self, step_id: str) -> str | None:
        """Go to the next one on the left among those that stand beside this step."""
        beside = self._beside(step_id)
        position = beside.index(step_id)
        return beside[position - 1] if position else None

    def right(self, step_id: str) -> str | None:
        """Go to the next one on the right among those that stand beside this step."""
        beside = self._beside(step_id)
        position = beside.index(step_id)
        return beside[position + 1] if position + 1 < len(beside) else None

    def branch(self, step_id: str, number: int) -> str | None:
        """Follow the way with that number, counted from 1 as the document lists them."""
        targets = list(dict.fromkeys(way.target for way in self._ways_out(step_id)))
        return targets[number - 1] if 0 < number <= len(targets) else None

    def _ways_out(self, step_id: str) -> list[Way]:
        return [way for way in self._graph.out.get(step_id, ()) if self._is_drawn(way.target)]

    def _is_drawn(self, step_id: str) -> bool:
        return step_id in self._picture.boxes

    def _beside(self, step_id: str) -> list[str]:
        """Return the step with its row and its siblings, from left to right."""
        siblings = {
            way.target
            for into in self._graph.into.get(step_id, ())
            for way in self._ways_out(into.source)
            if not into.is_back and not way.is_back
        }
        found = {step_id, *siblings, *self._row.get(step_id, ())}
        boxes = self._picture.boxes
        drawn = [step for step in found if self._is_drawn(step)]
        return sorted(drawn, key=lambda step: (boxes[step].center, step))


def new_ways(before: RunState | None, after: RunState | None) -> frozenset[WayKey]:
    """Return the ways that were taken since; none when another run is shown."""
    if before is None or after is None or before.run.id != after.run.id:
        return frozenset()
    known = {(leg.source, leg.way, leg.round) for leg in before.legs}
    return frozenset(
        (leg.source, leg.way) for leg in after.legs if (leg.source, leg.way, leg.round) not in known
    )
