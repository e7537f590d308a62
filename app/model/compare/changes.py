"""What differs between two documents: by id, by field, and word by word. Values, no sentences."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct, structs

from app.model.compare.matching import Pairs, pair_by_keys, pair_by_likeness
from app.model.compare.word_differences import TextPiece, word_difference
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.procedure import CheckItem, Document, Procedure, Step, Transition
from app.model.library.tool import Tool, ToolField

Comparable = Procedure | ActionCard | Tool
Path = tuple[str | int, ...]

_PARTS = (Step, Transition, CheckItem, CardSection, CardItem, ToolField)
"""What is compared thing by thing; all else is one value."""


class How(StrEnum):
    """What became of a thing. One that was changed may have been moved too."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class FieldChange(Struct, frozen=True):
    """A field with its value before and after."""

    field: str
    before: object
    after: object

    @property
    def words(self) -> tuple[TextPiece, ...]:
        """The difference word by word, where both are texts."""
        if isinstance(self.before, str) and isinstance(self.after, str):
            return word_difference(self.before, self.after)
        return ()


class Change(Struct, frozen=True):
    """What became of one step, way, item, section or field.

    `path` leads to it as the places of findings do: in the document after, or before where it is
    gone. `parts` are the things in it.
    """

    path: Path
    how: How
    before: Document | None
    after: Document | None
    moved: bool = False
    fields: tuple[FieldChange, ...] = ()
    parts: "tuple[Change, ...]" = ()

    @property
    def id(self) -> str:
        """The id, or the place in its list, as text."""
        return str(self.path[-1])


class Comparison(Struct, frozen=True):
    """All that differs between two documents: fields of the whole, and the things in it."""

    fields: tuple[FieldChange, ...] = ()
    parts: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.parts)

    def ids(self, how: How) -> tuple[str, ...]:
        """Return the ids of steps (or fields of a tool) that this became of; moved ones too."""
        return tuple(
            part.id for part in self.parts if part.how is how or (how is How.MOVED and part.moved)
        )

    def part(self, thing_id: str) -> Change | None:
        """Return what became of the step (or field of a tool) of that id; None for nothing."""
        return next((part for part in self.parts if part.id == thing_id), None)


def compare(before: Comparable, after: Comparable) -> Comparison:
    """Compare two documents of one kind."""
    if before == after:
        return Comparison()
    return Comparison(*_compared(before, after, ()))


def contents(thing: Document) -> Comparison:
    """Return all that a thing holds, as what was added to nothing."""
    fields: list[FieldChange] = []
    parts: list[Change] = []
    for field in structs.fields(type(thing)):
        value = getattr(thing, field.name)
        if _are_parts(value):
            parts += _changes((), value, (field.name,))
        elif value != field.default and value:
            fields.append(FieldChange(field.name, None, value))
    return Comparison(tuple(fields), tuple(parts))


def _compared(
    before: Document, after: Document, path: Path
) -> tuple[tuple[FieldChange, ...], tuple[Change, ...]]:
    fields: list[FieldChange] = []
    parts: list[Change] = []
    for name in type(before).__struct_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if _are_parts(old) or _are_parts(new):
            parts += _changes(old, new, (*path, name))
        else:
            fields.append(FieldChange(name, old, new))
    return tuple(fields), tuple(parts)


def _are_parts(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], _PARTS)


def _changes(before: Sequence[Document], after: Sequence[Document], path: Path) -> Iterator[Change]:
    """Go through what changed in the order of the document after, what is gone where it stood."""
    pairs = _paired(before, after)
    old_of = {new: old for old, new in pairs.pairs}
    gone = [position for position in range(len(before)) if position not in old_of.values()]
    for place, thing in enumerate(after):
        old = old_of.get(place)
        if old is None:
            yield Change((*path, _name(thing, place)), How.ADDED, None, thing)
            continue
        while gone and gone[0] < old:
            yield _removed(before, gone.pop(0), path)
        moved = (old, place) in pairs.moved
        change = _change(before[old], thing, (*path, _name(thing, place)), moved=moved)
        if change is not None:
            yield change
    for place in gone:
        yield _removed(before, place, path)


def _change(before: Document, after: Document, path: Path, *, moved: bool) -> Change | None:
    if before == after:
        return Change(path, How.MOVED, before, after, moved=True) if moved else None
    return Change(path, How.CHANGED, before, after, moved, *_compared(before, after, path))


def _removed(before: Sequence[Document], position: int, path: Path) -> Change:
    thing = before[position]
    return Change((*path, _name(thing, position)), How.REMOVED, thing, None)


def _paired(before: Sequence[Document], after: Sequence[Document]) -> Pairs:
    first = (*before, *after)[0]
    if isinstance(first, Transition):
        return pair_by_keys(before, after, lambda way: way, _target, _condition)
    if isinstance(first, Step | ToolField):
        return pair_by_keys(before, after, _id)
    return pair_by_likeness(before, after, _text)


def _id(thing: Document) -> str | None:
    return thing.id if isinstance(thing, Step | ToolField) else None


def _target(way: Document) -> str | None:
    return way.to if isinstance(way, Transition) else None


def _condition(way: Document) -> str | None:
    return (way.when or None) if isinstance(way, Transition) else None


def _text(thing: Document) -> str:
    if isinstance(thing, CardSection):
        return "\n".join((thing.title, *(item.text for item in thing.items)))
    return thing.text if isinstance(thing, CheckItem | CardItem) else ""


def _name(thing: Document, position: int) -> str | int:
    return thing.id if isinstance(thing, Step | ToolField) else position
