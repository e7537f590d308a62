"""The procedure as numbers: steps, lanes and links by index, the form the layout works on."""

from app.model.ids import CHILD_ROLE
from app.model.library.graph import graph_of
from app.model.library.procedure import Procedure


class Link:
    """All ways from one step to another of the same sense; drawn as one arrow."""

    __slots__ = ("back", "index", "source", "target", "texts", "ways")

    def __init__(self, index: int, source: int, target: int, back: bool) -> None:
        self.index = index
        self.source = source
        self.target = target
        self.back = back
        self.ways: list[int] = []
        self.texts: list[str] = []

    @property
    def labelled(self) -> bool:
        return any(self.texts)


class FlowPlan:
    """Steps, lanes and links by index; steps in document order, the child's lane first."""

    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        self.steps = list(procedure.by_id.values())
        self.place = {step.id: index for index, step in enumerate(self.steps)}
        self.roles = _roles(procedure)
        lane_of = {role: lane for lane, role in enumerate(self.roles)}
        self.lane = [lane_of[step.role] for step in self.steps]
        self.is_end = [step.is_end for step in self.steps]
        self.links = self._link()
        self.out: list[list[Link]] = [[] for _ in self.steps]
        self.into: list[list[Link]] = [[] for _ in self.steps]
        for link in self.links:
            self.out[link.source].append(link)
            self.into[link.target].append(link)
        self.order = [self.place[step_id] for step_id in graph_of(procedure).order]

    def _link(self) -> list[Link]:
        found: dict[tuple[int, int], Link] = {}
        for way in graph_of(self.procedure).ways:
            key = (self.place[way.source], self.place[way.target])
            link = found.get(key)
            if link is None:
                link = found[key] = Link(len(found), *key, way.is_back)
            link.ways.append(way.index)
            link.texts.append(self.steps[key[0]].next[way.index].when)
        return list(found.values())

    def neighbours(self, step: int) -> list[int]:
        """What a step is linked to, in both directions."""
        before = [link.source for link in self.into[step]]
        return before + [link.target for link in self.out[step]]

    def forward_into(self, step: int) -> list[Link]:
        return [link for link in self.into[step] if not link.back]


def _roles(procedure: Procedure) -> list[str]:
    """The child first, then the roles as listed, then any that only a step names."""
    named = (CHILD_ROLE, *procedure.roles, *(step.role for step in procedure.steps))
    return list(dict.fromkeys(named))
