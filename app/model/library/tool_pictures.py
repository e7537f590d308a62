"""What the rows of a tool show as a picture: numbers over time as a curve, people as a network."""

from collections.abc import Sequence

from msgspec import Struct

from app.model.library.tool import FieldKind, ToolField

LOWEST, HIGHEST = 1, 10
_CLOSE_WORDS = {"tæt": 1, "meget tæt": 1, "nær": 1, "lidt": 2, "mellem": 2, "fjern": 3, "langt": 3}
_RINGS = 3
_WHEN = ("dato", "dag", "uge", "måned", "gang", "hvornår", "periode")


class CurveLine(Struct, frozen=True):
    """One line of a curve: whose numbers they are, each with its place along the curve."""

    name: str
    points: tuple[tuple[int, float], ...]


class Curve(Struct, frozen=True):
    """Numbers from time to time, with what stands below each."""

    labels: tuple[str, ...]
    lines: tuple[CurveLine, ...]


class Person(Struct, frozen=True):
    """Somebody in the network: a role, never a name. `ring` is 1 for the closest, 3 for the
    farthest.
    """

    role: str
    group: str
    ring: int
    feeling: str


class PeopleNetwork(Struct, frozen=True):
    """The people around a child."""

    people: tuple[Person, ...]


def curve_of(field: ToolField, rows: Sequence[Sequence[str]]) -> Curve | None:
    """Read a curve from rows whose first column says when; None where there are too few numbers."""
    if field.kind is not FieldKind.ROWS or not _tells_when(field):
        return None
    used = [row for row in rows if any(cell.strip() for cell in row)]
    lines = []
    for column, name in list(enumerate(field.columns))[1:]:
        points = [
            (position, number)
            for position, row in enumerate(used)
            if column < len(row) and (number := _number(row[column])) is not None
        ]
        if len(points) > 1:
            lines.append(CurveLine(name, tuple(points)))
    labels = tuple(row[0].strip() if row else "" for row in used)
    return Curve(labels, tuple(lines)) if lines else None


def _tells_when(field: ToolField) -> bool:
    """Tell whether the first column of a table says when."""
    return bool(field.columns) and field.columns[0].casefold().startswith(_WHEN)


def network_of(field: ToolField, rows: Sequence[Sequence[str]]) -> PeopleNetwork | None:
    """Read a network from rows that say who, in which field of life, and how close."""
    columns = [column.casefold() for column in field.columns]
    close = next((n for n, name in enumerate(columns) if name.startswith("hvor tæt")), None)
    if close is None or close < 1:
        return None
    group = 1 if close > 1 else None
    feeling = close + 1 if close + 1 < len(columns) else None
    people = [
        Person(
            row[0].strip(),
            row[group].strip() if group is not None else "",
            _ring(row[close]),
            row[feeling].strip() if feeling is not None else "",
        )
        for row in rows
        if len(row) == len(columns) and row[0].strip()
    ]
    return PeopleNetwork(tuple(people)) if people else None


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if LOWEST <= number <= HIGHEST else None


def _ring(text: str) -> int:
    """Read how close somebody is: 1 to 3, or a word; in the middle where nothing is said."""
    word = text.strip().casefold()
    if word.isdigit():
        return min(max(int(word), 1), _RINGS)
    return _CLOSE_WORDS.get(word, 2)
