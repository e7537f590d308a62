"""Questions with the places that should come, and how well a search answers them."""

from collections.abc import Callable, Iterable
from pathlib import Path

import yaml
from msgspec import Struct, convert

from app.model.library.catalogue import Library
from app.model.search_hits import SearchHit

TOP = 3
_HERE = Path(__file__).parent


class Asked(Struct, frozen=True):
    """What someone types, and where it should lead: any of `want`."""

    ask: str
    want: tuple[str, ...]


class Outcome(Struct, frozen=True):
    """How questions were answered: `ranks` are the places of the first right hits, 0 for none."""

    ranks: dict[str, int]
    skipped: int

    @property
    def success(self) -> float:
        """The share that was answered among the first three."""
        return sum(0 < rank <= TOP for rank in self.ranks.values()) / (len(self.ranks) or 1)

    @property
    def reciprocal_rank(self) -> float:
        """The mean of one over the rank of the first right hit."""
        return sum(1 / rank for rank in self.ranks.values() if rank) / (len(self.ranks) or 1)

    @property
    def missed(self) -> list[str]:
        """The questions that were not answered among the first three."""
        return [ask for ask, rank in self.ranks.items() if not 0 < rank <= TOP]

    def __str__(self) -> str:
        return (
            f"{len(self.ranks)} asked, {self.skipped} skipped: {self.success:.1%} in the first "
            f"{TOP}, mean reciprocal rank {self.reciprocal_rank:.3f}; missed: {self.missed}"
        )


def questions(name: str) -> tuple[Asked, ...]:
    """Read a file of questions."""
    with (_HERE / name).open(encoding="utf-8") as file:
        return convert(yaml.safe_load(file), tuple[Asked, ...])


def ask_all(
    asked: Iterable[Asked], library: Library, find: Callable[[str], tuple[SearchHit, ...]]
) -> Outcome:
    """Ask all questions; those of which no answer is in the library are skipped and counted."""
    ranks: dict[str, int] = {}
    skipped = 0
    for one in asked:
        if not any(is_there(want, library) for want in one.want):
            skipped += 1
            continue
        hits = enumerate(find(one.ask), start=1)
        ranks[one.ask] = next(
            (rank for rank, hit in hits if any(leads_to(hit, want) for want in one.want)), 0
        )
    return Outcome(ranks, skipped)


def leads_to(hit: SearchHit, want: str) -> bool:
    """Tell whether a hit is the place wanted; `/*` is any step, or the procedure itself."""
    kind, _, place = want.partition(":")
    if kind != "procedure":
        return (hit.kind, hit.id) == (kind, place)
    name, _, step = place.partition("/")
    return (hit.kind, hit.id) == (kind, name) and step in {"*", hit.step or ""}


def is_there(want: str, library: Library) -> bool:
    """Tell whether a place is in the library."""
    kind, _, place = want.partition(":")
    if kind == "procedure":
        name, _, step = place.partition("/")
        procedure = library.procedure_by_id.get(name)
        return procedure is not None and (step in {"", "*"} or step in procedure.by_id)
    known: dict[str, Iterable[str]] = {
        "card": library.card_by_id,
        "tool": library.tool_by_id,
        "provision": library.catalogue.provision_by_ref,
    }
    return place in known[kind]
