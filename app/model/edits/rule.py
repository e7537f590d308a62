"""The one rule of all edits: what hangs together before hangs together afterwards."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from app.model.checks.structure_checks import structure_findings
from app.model.errors import Refused
from app.model.findings import Finding
from app.model.library.procedure import Procedure

P = ParamSpec("P")

_OF_THE_WHOLE = frozenset({"endless_round", "no_end"})

PROCEDURE_EDITS: dict[str, Callable[..., Procedure]] = {}
"""Every edit of a procedure by its name."""


def edit(
    change: Callable[Concatenate[Procedure, P], Procedure],
) -> Callable[Concatenate[Procedure, P], Procedure]:
    """Make a change of a procedure an edit: it is refused where it would break something."""

    @wraps(change)
    def checked(procedure: Procedure, /, *args: P.args, **kwargs: P.kwargs) -> Procedure:
        after = change(procedure, *args, **kwargs)
        refuse_broken(procedure, after)
        return after

    PROCEDURE_EDITS[change.__name__] = checked
    return checked


def refusal(change: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> Refused | None:
    """Tell why an edit would be refused; None when it would not."""
    try:
        change(*args, **kwargs)
    except Refused as refused:
        return refused
    return None


def may(change: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
    """Tell whether an edit would be done: `may(connect, procedure, "a", "b")`."""
    return refusal(change, *args, **kwargs) is None


def refuse_broken(before: Procedure, after: Procedure) -> None:
    """Raise `Refused` when something is broken that was not before.

    What is broken already, as in a text from elsewhere, may be mended bit by bit. The codes are
    those of the checker with `edit_` before them.
    """
    if after is before:
        return
    known = {_key(finding) for finding in structure_findings(before)}
    for finding in structure_findings(after):
        if _key(finding) not in known:
            raise Refused(f"edit_{finding.code}", **finding.params)


def _key(finding: Finding) -> tuple[str, ...]:
    """Name a fault so that it is known again when titles and places have changed."""
    if finding.code in _OF_THE_WHOLE:
        return (finding.code,)
    where = str(finding.place.path[1]) if len(finding.place.path) > 1 else ""
    what = finding.params.get("step", "") if finding.code == "unknown_step" else ""
    return (finding.code, where, what)
