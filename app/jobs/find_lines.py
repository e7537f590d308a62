"""`find`: what Ctrl+K finds, the best first, one a line: its title, what it is, and where."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.data_folder import DATABASE
from app.model.errors import Told
from app.model.library.target import Target
from app.model.search_hits import SearchHit
from app.services.library import search
from app.services.opening import open_workplace
from app.services.rights import TEAM_LEADER
from app.services.run_lists import runs_of_numbers
from app.services.workplace import Workplace
from app.ui.find.palette_rows import MOST_HITS, kind_of
from app.ui.lists.grouped_list import Row
from app.ui.says.told_texts import told_text
from app.ui.targets.goals import Goal, case_rows, named
from app.ui.targets.run_targets import RunsTarget


def find_lines(data: Path, words: str) -> tuple[tuple[str, ...], str]:
    """Return what is found in a data folder, and what went wrong, if anything."""
    translate = QCoreApplication.translate
    if not (data / DATABASE).is_file():
        no_folder = translate(
            "jobs", "Der er ingen datamappe i {}. Åbn programmet én gang, så bliver den lavet."
        )
        return (), no_folder.format(data)
    try:
        with open_workplace(data) as workplace:
            lines = tuple(_lines(workplace, words.strip()))
    except Told as error:
        heading, line = told_text(error)
        return (), f"{heading}. {line}"
    none = translate("jobs", "Intet fundet for {}. Prøv et andet ord eller et paragrafnummer.")
    return lines, "" if lines else none.format(words.strip())


def _lines(workplace: Workplace, words: str) -> Iterator[str]:
    """Give all in the order of Ctrl+K: what is surely meant, texts, and the rest."""
    is_team_leader = workplace.settings.role == TEAM_LEADER
    names = named(words, is_team_leader=is_team_leader)
    cases, are_cases_sure = case_rows(runs_of_numbers(workplace, typed=words), words)
    found = [_of_case(row) for row in cases if not row.is_group]
    yield from found if are_cases_sure else ()
    yield from (_of_place(one.row) for one in names if one.sure)
    yield from map(_of_hit, search(workplace, words, limit=MOST_HITS))
    yield from (_of_place(one.row) for one in names if not one.sure)
    yield from () if are_cases_sure else found


def _of_hit(hit: SearchHit) -> str:
    return _line(hit.title, kind_of(hit), Target(hit.kind, hit.id, hit.step or "").ref)


def _of_case(row: Row) -> str:
    where = row.payload.target if isinstance(row.payload, Goal) else None
    if isinstance(where, RunsTarget) and where.case:
        return _line(row.title, QCoreApplication.translate("jobs", "Sag"), f"case:{where.case}")
    run = where.run if isinstance(where, RunsTarget) else ""
    return _line(row.title, QCoreApplication.translate("jobs", "Forløb"), f"run:{run}")


def _of_place(row: Row) -> str:
    goal = row.payload if isinstance(row.payload, Goal) else Goal("")
    part = f"/{goal.target}" if isinstance(goal.target, str) else ""
    translate = QCoreApplication.translate
    kind = translate("jobs", "Indstilling") if part else translate("jobs", "Sted")
    return _line(row.title, kind, f"place:{goal.place}{part}")


def _line(title: str, kind: str, where: str) -> str:
    return "\t".join((title.replace("\u00a0", " "), kind, where))
