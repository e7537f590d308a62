"""Two people's changes of one document put together, by step and by field.

What one of them changed is taken; where both changed the same thing, mine stays and the other is
told as a conflict, unless it is asked for by its path. Where theirs would break the flow together
with mine, the shape of the flow stays mine, and their changes of it are conflicts as well.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

import msgspec
from msgspec import Struct

from app.model.checks.structure_checks import structure_findings
from app.model.compare.changes import Path
from app.model.edits.parts import with_lanes
from app.model.library.card import ActionCard
from app.model.library.procedure import Document, Procedure, Step
from app.model.library.tool import Tool, ToolField

D = TypeVar("D", bound=Procedure | ActionCard | Tool)
T = TypeVar("T", bound=Document)
V = TypeVar("V")

Thing = Step | ToolField
Things = tuple[Thing, ...]

_SHAPE = frozenset({"kind", "next", "role", "gate", "deadline", "continue_in"})
"""Fields of a step that the flow hangs together by."""


class Conflict(Struct, frozen=True):
    """Something both changed. A value is None where the thing itself is gone or was not there."""

    path: Path
    base: object
    mine: object
    theirs: object


class Merged(Struct, frozen=True):
    """What came of putting changes together: `taken` are the paths that are as theirs."""

    document: Procedure | ActionCard | Tool
    conflicts: tuple[Conflict, ...] = ()
    taken: tuple[Path, ...] = ()


def merge(base: D, mine: D, theirs: D, prefer: Collection[Path] = ()) -> Merged:
    """Put changes together. `prefer` are paths of conflicts where theirs is wanted."""
    wanted = frozenset(prefer)
    merger = _Merger(wanted)
    document: Document = merger.struct(base, mine, theirs, ())
    if isinstance(mine, Procedure) and isinstance(theirs, Procedure):
        if _is_broken(document, mine, theirs):
            merger = _Merger(wanted, keeps_shape=True)
            document = merger.struct(base, mine, theirs, ())
        document = _with_lanes(document)
    assert isinstance(document, Procedure | ActionCard | Tool)
    return Merged(document, tuple(merger.conflicts), tuple(merger.taken))


class _Merger:
    """Collects what was taken and what clashed while a document is put together."""

    def __init__(self, prefer: frozenset[Path], *, keeps_shape: bool = False) -> None:
        self.conflicts: list[Conflict] = []
        self.taken: list[Path] = []
        self._prefer = prefer
        self._keeps_shape = keeps_shape

    def struct(self, base: T, mine: T, theirs: T, path: Path) -> T:
        """Put two changed structs together, field by field."""
        fields: dict[str, object] = {}
        for name in type(base).__struct_fields__:
            old, here, there = (getattr(one, name) for one in (base, mine, theirs))
            at = (*path, name)
            if _have_ids(old, here, there):
                fields[name] = self._things(old, here, there, at)
            else:
                fields[name] = self._value(old, here, there, at)
        return msgspec.structs.replace(mine, **fields)

    def _value(self, base: object, mine: object, theirs: object, path: Path) -> object:
        if theirs in (base, mine):
            return mine
        if mine == base and not self._stays(path):
            self.taken.append(path)
            return theirs
        return self._clash(base, mine, theirs, path)

    def _clash(self, base: V, mine: V, theirs: V, path: Path) -> V:
        self.conflicts.append(Conflict(path, base, mine, theirs))
        if path in self._prefer and not self._stays(path):
            self.taken.append(path)
            return theirs
        return mine

    def _stays(self, path: Path) -> bool:
        """Tell whether something is part of the shape that must stay mine."""
        if not self._keeps_shape or path[0] != "steps":
            return False
        return len(path) == 2 or path[-1] in _SHAPE

    def _things(self, base: Things, mine: Things, theirs: Things, path: Path) -> Things:
        """Put lists of things with ids together: in my order, or theirs where I left it alone."""
        before, here, there = ({one.id: one for one in some} for some in (base, mine, theirs))
        kept: dict[str, Thing] = {}
        for name, thing in here.items():
            found = self._thing(before.get(name), thing, there.get(name), (*path, name))
            if found is not None:
                kept[name] = found
        for one in theirs:
            arrives = one.id not in here and self._arrives(before.get(one.id), one, (*path, one.id))
            if arrives:
                kept[one.id] = one
        if _is_reordered(base, theirs) and not self._keeps_shape and not _is_reordered(base, mine):
            return tuple(_in_order(theirs, mine, kept))
        return tuple(_in_order(mine, theirs, kept))

    def _thing(
        self, base: Thing | None, mine: Thing, theirs: Thing | None, path: Path
    ) -> Thing | None:
        """Put one thing together that I have; None where it goes, as they deleted it."""
        if base is not None and theirs is not None:
            return self.struct(base, mine, theirs, path)
        if base == mine and not self._stays(path):
            self.taken.append(path)
            return None
        if theirs is None and base is None:
            return mine
        return mine if mine == theirs else self._clash(base, mine, theirs, path)

    def _arrives(self, base: Thing | None, theirs: Thing, path: Path) -> bool:
        """Tell whether a thing comes in that I do not have, or have deleted."""
        if base is None and not self._stays(path):
            self.taken.append(path)
            return True
        return base != theirs and self._clash(base, None, theirs, path) is not None


def _is_reordered(base: Things, other: Things) -> bool:
    """Tell whether the order of what was there has changed."""
    common = {one.id for one in base} & {one.id for one in other}
    before, after = ([one.id for one in some if one.id in common] for some in (base, other))
    return before != after


def _have_ids(*lists: object) -> bool:
    """Tell whether values are lists of things with ids, one of them at least not empty."""
    if not all(isinstance(some, tuple) for some in lists):
        return False
    found = [one for some in lists if isinstance(some, tuple) for one in some]
    return bool(found) and all(isinstance(one, Step | ToolField) for one in found)


def _in_order(lead: Things, other: Things, kept: Mapping[str, Thing]) -> Iterator[Thing]:
    """Go through what is kept in the order of one, and what only the other has after what it
    follows there.
    """
    order = [one.id for one in lead if one.id in kept]
    follows: dict[str, list[str]] = {}
    before = ""
    for one in other:
        if one.id in order:
            before = one.id
        elif one.id in kept:
            follows.setdefault(before, []).append(one.id)
    for name in ("", *order):
        if name:
            yield kept[name]
        yield from (kept[new] for new in follows.get(name, ()))


def _is_broken(document: Document, mine: Procedure, theirs: Procedure) -> bool:
    known = {finding.code for one in (mine, theirs) for finding in structure_findings(one)}
    found = structure_findings(_with_lanes(document))
    return any(finding.code not in known for finding in found)


def _with_lanes(document: Document) -> Procedure:
    """Give lanes to roles whose steps came in."""
    assert isinstance(document, Procedure)
    roles = with_lanes(document.roles, (step.role for step in document.steps))
    return document if roles == document.roles else msgspec.structs.replace(document, roles=roles)
