"""Check library files: what the reader and the checker find, with file and line."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from app.files import Reading, library_folder_of, read_file, read_library
from app.model.checks.checker import check_library
from app.model.findings import Finding, Severity

_NEED_THE_LIBRARY = (
    "unknown_theme", "unknown_role", "unknown_event", "unknown_act", "unknown_provision",
    "unknown_card", "unknown_tool", "unknown_procedure", "unknown_age",
)  # fmt: skip


class Found(Struct, frozen=True, order=True):
    """One thing found. `path` is the file as it can be opened from here."""

    path: str
    line: int
    code: str
    severity: Severity
    params: dict[str, str]


class CheckResult(Struct, frozen=True):
    """All that was found, from the top of each file down, and how much was checked."""

    found: tuple[Found, ...]
    procedures: int = 0
    cards: int = 0
    tools: int = 0
    provisions: int = 0

    @property
    def errors(self) -> int:
        """How many must be mended."""
        return sum(one.severity is Severity.ERROR for one in self.found)

    @property
    def warnings(self) -> int:
        """How many should be looked at."""
        return len(self.found) - self.errors


def check_paths(paths: Sequence[Path]) -> CheckResult:
    """Check library folders, or parts of one; references are looked up in the whole of it.

    A file that lies in no library is checked by itself, without what it refers to.
    """
    results = [_check(path) for path in paths]
    return CheckResult(
        tuple(one for result in results for one in result.found),
        sum(result.procedures for result in results),
        sum(result.cards for result in results),
        sum(result.tools for result in results),
        sum(result.provisions for result in results),
    )


def _check(path: Path) -> CheckResult:
    folder = library_folder_of(path)
    if folder is None:
        reading = read_library(path) if path.is_dir() else read_file(path)
        findings: Iterable[Finding] = (
            one for one in check_library(reading.library) if one.code not in _NEED_THE_LIBRARY
        )
    else:
        reading = read_library(folder)
        findings = check_library(reading.library)
    found = [*_problems(reading), *_findings(reading, findings)]
    wanted = path.absolute()
    within = [one for one in found if Path(one.path).absolute().is_relative_to(wanted)]
    counted = Counter(
        kind
        for (kind, _), source in reading.sources.items()
        if (reading.folder / source.path).absolute().is_relative_to(wanted)
    )
    return CheckResult(
        tuple(sorted(within, key=_place)),
        counted["procedure"],
        counted["card"],
        counted["tool"],
        counted["provision"],
    )


def _problems(reading: Reading) -> Iterable[Found]:
    for one in reading.problems:
        yield Found(str(reading.folder / one.path), one.line, one.code, one.severity, one.params)


def _findings(reading: Reading, findings: Iterable[Finding]) -> Iterable[Found]:
    """Give findings their lines; what merely follows from a broken file is left out."""
    for one in findings:
        missing = one.code.removeprefix("unknown_")
        if missing in one.params and reading.may_be_broken(missing, one.params[missing]):
            continue
        path, line = reading.place_line(one.place) or ("", 1)
        yield Found(str(reading.folder / path), line, one.code, one.severity, one.params)


def _place(one: Found) -> tuple[str, int]:
    return (one.path, one.line)
