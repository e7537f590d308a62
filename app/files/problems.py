"""What is wrong with a file: codes with a place, never sentences."""

from msgspec import Struct
from msgspec.structs import replace

from app.model.findings import Severity

WIDEST_PARAM = 90
MOST_PROBLEMS = 40
"""More than these in one file help nobody; a last one tells that there may be more."""


class Problem(Struct, frozen=True, order=True):
    """One thing wrong in one file.

    `path` is relative to the folder that was read, with `/` between its parts; `line` counts
    from 1 and is 1 where the file as a whole is meant. `params` fill the sentence of the code.
    """

    path: str
    line: int
    code: str
    params: dict[str, str] = {}
    severity: Severity = Severity.ERROR


class Unreadable(Exception):  # noqa: N818 - it never leaves this package
    """A file, or the rest of it, cannot be read because of this."""

    def __init__(self, code: str, line: int = 1, **params: str) -> None:
        super().__init__(code, line, params)
        self.code = code
        self.line = line
        self.params = params


class Report:
    """Collects the problems of one file while it is read."""

    def __init__(self, path: str, last_line: int | None = None) -> None:
        self.path = path
        self._last_line = last_line
        self._found: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found, from the top of the file down."""
        found = sorted(self._found, key=lambda problem: problem.line)
        if self.is_full:
            found.append(Problem(self.path, found[-1].line, "file_more_problems"))
        return tuple(found)

    @property
    def errors(self) -> int:
        """How many errors were found; warnings do not count."""
        return sum(problem.severity is Severity.ERROR for problem in self._found)

    @property
    def is_full(self) -> bool:
        """Whether looking for more is of no use."""
        return len(self._found) >= MOST_PROBLEMS

    def add(self, line: int, code: str, **params: str) -> None:
        """Note an error."""
        self._note(Problem(self.path, line, code, _short(params)))

    def warn(self, line: int, code: str, **params: str) -> None:
        """Note something that should be put right but hinders nothing."""
        self._note(Problem(self.path, line, code, _short(params), Severity.WARNING))

    def add_unreadable(self, error: Unreadable) -> None:
        """Note why the reading stopped."""
        self.add(error.line, error.code, **error.params)

    def _note(self, problem: Problem) -> None:
        """Keep a problem. YAML counts more signs as line ends than people and editors do."""
        if self._last_line is not None and problem.line > self._last_line:
            problem = replace(problem, line=self._last_line)
        if not self.is_full:
            self._found.append(problem)


def _short(params: dict[str, str]) -> dict[str, str]:
    """Keep a sentence on one line whatever stands in the file."""
    return {name: shown(value) for name, value in params.items()}


def shown(text: str) -> str:
    """Return a text as it can be shown in a one-line message."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[:500]).split())
    return line if len(line) <= WIDEST_PARAM else line[: WIDEST_PARAM - 1].rstrip() + "…"
