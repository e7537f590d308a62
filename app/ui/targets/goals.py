"""What the palette finds besides texts: cases, places, settings, and the steps of one procedure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import counted
from app.model.library.procedure import Procedure
from app.model.library.step_finding import steps_with
from app.model.library.stored_version import Kind
from app.model.run.case_numbers import is_like_number
from app.model.run.state import RunSummary
from app.ui.library.procedure_rows import LADDER
from app.ui.lists.grouped_list import Row
from app.ui.targets.editor_targets import NewTarget, OverviewTarget
from app.ui.targets.rail_places import rail_places
from app.ui.targets.run_targets import RunsTarget
from app.ui.targets.setting_names import near_words, setting_names

translate = QCoreApplication.translate

RECKONER = "reckoner"
"""The page that reckons deadlines."""

KEYS, LEGEND = "keys", "legend"
"""What lies over the window and can be asked for by name."""

Called = tuple[Row, Sequence[str]]
"""What is found by its name, with what else one might call it."""

_SURE = 4
_ALIKE = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e"})


class Goal(Struct, frozen=True):
    """A place, or what is to be shown in it."""

    place: str
    target: object = None


class StepFinder(Struct, frozen=True):
    """What Ctrl+F searches where one stands: the rows for what is typed, and going to one."""

    hint: str
    find: Callable[[str], list[Row]]
    choose: Callable[[object], None]


class Named(Struct, frozen=True):
    """Something that is found by its name alone; `sure` where the name is surely meant."""

    row: Row
    sure: bool


def named(typed: str, *, is_team_leader: bool) -> tuple[Named, ...]:
    """Return the places and settings of which words begin with what was typed."""
    words = _words(typed)
    if not words:
        return ()
    found = [*_places(is_team_leader=is_team_leader), *_settings(is_team_leader=is_team_leader)]
    return tuple(
        Named(row, any(_is_sure(name, words) for name in (row.title, *near)))
        for row, near in found
        if _begin(" ".join((row.title, *near)), words)
    )


def case_rows(runs: Sequence[RunSummary], typed: str) -> tuple[list[Row], bool]:
    """Return the cases that were found with their runs, and whether they are surely meant."""
    is_sure = is_like_number(typed)
    rows: list[Row] = []
    for number, found in groupby(runs, key=lambda run: run.run.case_number):
        rows += _case(number, list(found))
    if rows:
        rows.insert(0, Row(translate("find", "Sager"), is_group=True, icon="folder"))
    elif is_sure:
        none = translate("find", "Ingen sag her har {} i sit nummer").format(typed.strip())
        rows.append(Row(none, is_group=True, icon="info"))
    return rows, is_sure


def step_rows(
    procedure: Procedure, typed: str, notes: Mapping[str, str] | None = None
) -> list[Row]:
    """Return the steps of a procedure that hold what was typed; all of them for nothing."""
    rows = []
    for found in steps_with(procedure, typed, notes):
        step, number = procedure.step(found.step), procedure.numbers.get(found.step)
        title = f"{number}. {step.title}" if number is not None else step.title
        rows.append(Row(title, found.step, sub=found.piece))
    return rows


def _case(number: str, runs: Sequence[RunSummary]) -> Iterator[Row]:
    """Give the rows of a case: it alone where it has one run, else the whole and each of them."""
    case = translate("find", "Sag {}").format(number)
    if len(runs) == 1:
        run = runs[0]
        yield Row(f"{case}, {run.title}", _run(run), sub=_stands(run), icon="runs")
        return
    several = counted(len(runs), translate("find", "forløb"), translate("find", "forløb"))
    whole = Goal("runs", RunsTarget(case=number))
    yield Row(case, whole, sub=translate("find", "Hele sagen, {}").format(several), icon="folder")
    for run in runs:
        yield Row(run.title, _run(run), sub=f"{case} · {_stands(run)}", icon="runs")


def _run(run: RunSummary) -> Goal:
    return Goal("runs", RunsTarget(run=run.run.id))


def _stands(run: RunSummary) -> str:
    return translate("find", "afsluttet") if run.closed is not None else run.stands_at


def _places(*, is_team_leader: bool) -> Iterator[Called]:
    near = {"settings": translate("find", "opsætning valgmuligheder").split()}
    for place in rail_places():
        yield Row(place.title, Goal(place.key), icon=place.key), near.get(place.key, ())
    mine = Row(translate("find", "Mine forløb"), Goal("runs", RunsTarget()), icon="runs")
    yield mine, translate("find", "sager").split()
    yield Row(translate("find", "Indsatstrappen"), Goal("procedures", LADDER), icon="stairs"), ()
    reckoned = translate("find", "frist frister beregn beregne regn dato dage").split()
    yield Row(translate("find", "Fristberegner"), Goal(RECKONER), icon="clock"), reckoned
    pressed = translate("find", "genveje genvejstaster tastatur").split()
    yield Row(translate("find", "Taster"), Goal(KEYS), icon="info"), pressed
    signs = translate("find", "symboler signaturer").split()
    yield Row(translate("find", "Tegnforklaring"), Goal(LEGEND), icon="legend"), signs
    if is_team_leader:
        drafts = translate("find", "Kladder og godkendelse")
        yield Row(drafts, Goal("editor", OverviewTarget()), icon="edit"), ()
        for words, kind in (
            (translate("find", "Ny sagsprocedure"), Kind.PROCEDURE),
            (translate("find", "Nyt actioncard"), Kind.CARD),
            (translate("find", "Nyt værktøj"), Kind.TOOL),
        ):
            yield Row(words, Goal("editor", NewTarget(kind)), icon="plus"), ()


def _settings(*, is_team_leader: bool) -> Iterator[Called]:
    below = translate("find", "Indstillinger")
    for key, name in setting_names(is_team_leader=is_team_leader):
        yield Row(name, Goal("settings", key), sub=below, icon="settings"), near_words(key)


def _words(text: str) -> list[str]:
    """Return words as they are compared: without signs, and as one may spell them."""
    signs = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return [_spelt(word) for word in signs.split()]


def _spelt(word: str) -> str:
    return word.translate(_ALIKE).replace("oe", "o").replace("aa", "a")


def _begin(name: str, words: Iterable[str]) -> bool:
    """Whether each word is how one of the name's begins."""
    parts = _words(name)
    return all(any(part.startswith(word) for part in parts) for word in words)


def _is_sure(name: str, words: Sequence[str]) -> bool:
    """Whether a name is surely meant: all of it is typed, or enough of how it begins."""
    parts = _words(name)
    if len(words) > len(parts):
        return False
    *whole, last = words
    if list(words) == parts:
        return True
    begins = parts[: len(whole)] == whole and parts[len(whole)].startswith(last)
    return begins and sum(map(len, words)) >= _SURE
