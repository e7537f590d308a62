"""*Hvad gør jeg nu?*: three short choices that lead to a procedure, a step or a card."""

from typing import Annotated

from msgspec import Meta

from app.model.ids import Slug, TargetRef
from app.model.library.procedure import Document
from app.model.library.target import Target, target_of


class Age(Document, frozen=True):
    """An answer to how old the child is."""

    id: Slug
    title: str


class Lead(Document, frozen=True):
    """A place that a choice leads to; with `ages`, for children of those alone."""

    to: TargetRef
    ages: tuple[Slug, ...] = ()

    @property
    def target(self) -> Target:
        return target_of(self.to)


class WayfinderHappening(Document, frozen=True):
    """An answer to what has happened, with where it leads: the best first."""

    id: Slug
    title: str
    leads: Annotated[tuple[Lead, ...], Meta(min_length=1)]

    @property
    def asks_age(self) -> bool:
        """Whether the child's age makes a difference."""
        return any(lead.ages for lead in self.leads)

    def leads_for(self, age: str) -> tuple[Lead, ...]:
        """Return where this leads for a child of an age: what is for that age alone comes first."""
        own = tuple(lead for lead in self.leads if age in lead.ages)
        return own + tuple(lead for lead in self.leads if not lead.ages)


class WayfinderStage(Document, frozen=True):
    """An answer to where the case is, with what may have happened there."""

    id: Slug
    title: str
    happenings: Annotated[tuple[WayfinderHappening, ...], Meta(min_length=1)]
