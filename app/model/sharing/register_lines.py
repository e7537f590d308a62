"""The registers line by line: what a line goes by, how it stands, and registers with more lines."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Document
from app.model.sharing.text_standing import TextStanding

LineKey = tuple[str, str]
"""The register (`roles`, `provisions`) and what the line goes by in it."""

_NAMES = ("id", "ref", "word")


def name_of(line: Document) -> str:
    """Return what a line goes by in its register."""
    return next(str(getattr(line, name)) for name in _NAMES if hasattr(line, name))


def lines_of(catalogue: Catalogue) -> dict[LineKey, Document]:
    """Return every line of the registers."""
    return {
        (register, name_of(line)): line
        for register in Catalogue.__struct_fields__
        for line in getattr(catalogue, register)
    }


def line_standing(
    theirs: Document,
    ours: Document | None,
    seen: Collection[Document],
    shipped: Collection[Document],
) -> TextStanding:
    """Tell how a line stands to the one here.

    `seen` are the forms it has had here; `shipped` are those that came with the program.
    """
    if ours is None:
        return TextStanding.NEW
    if theirs == ours:
        return TextStanding.SAME
    if theirs in seen:
        return TextStanding.HERE
    return TextStanding.THERE if ours in shipped else TextStanding.BOTH


def line_standings(
    theirs: Catalogue,
    ours: Catalogue,
    seen: Sequence[Catalogue],
    shipped: Sequence[Catalogue],
) -> dict[LineKey, TextStanding]:
    """Tell how every line of theirs stands, by the registers as they have been."""
    here = lines_of(ours)
    before, came = ([lines_of(one) for one in some] for some in (seen, shipped))
    return {
        key: line_standing(line, here.get(key), _forms(key, before), _forms(key, came))
        for key, line in lines_of(theirs).items()
    }


def _forms(key: LineKey, registers: Sequence[Mapping[LineKey, Document]]) -> list[Document]:
    return [lines[key] for lines in registers if key in lines]


def with_lines(ours: Catalogue, theirs: Catalogue, wanted: Collection[LineKey]) -> Catalogue:
    """Return our registers with these lines as theirs, new ones where they stand there."""
    fields = {}
    for register in Catalogue.__struct_fields__:
        names = {name for of, name in wanted if of == register}
        if names:
            mine, other = getattr(ours, register), getattr(theirs, register)
            fields[register] = tuple(_together(mine, other, names))
    return replace(ours, **fields)


def _together(
    ours: Sequence[Document], theirs: Sequence[Document], wanted: Collection[str]
) -> Iterator[Document]:
    there = {name_of(line): line for line in theirs}
    follows = _followers({name_of(line) for line in ours}, theirs, wanted)
    yield from follows.get("", ())
    for line in ours:
        name = name_of(line)
        yield there[name] if name in wanted and name in there else line
        yield from follows.get(name, ())


def _followers(
    here: Collection[str], theirs: Sequence[Document], wanted: Collection[str]
) -> Mapping[str, Sequence[Document]]:
    """Return the new lines by the line of ours that they follow in theirs."""
    follows: dict[str, list[Document]] = {}
    before = ""
    for line in theirs:
        name = name_of(line)
        if name in here:
            before = name
        elif name in wanted:
            follows.setdefault(before, []).append(line)
    return follows
