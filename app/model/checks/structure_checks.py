"""What makes a procedure hold together; an edit never breaks it.

Of all that the checker finds these are the faults with which a picture or a run would make no
sense. A decision that still lacks a condition or a way is merely unfinished.
"""

from functools import lru_cache

from app.model.checks.deadline_checks import check_deadlines, check_gates
from app.model.checks.finding_collecting import Collector
from app.model.checks.reference_checks import check_references
from app.model.checks.way_checks import check_ways
from app.model.findings import Finding
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure

STRUCTURE = frozenset(
    {
        "deadline_after_later",
        "deadline_form",
        "deadline_nested",
        "dead_end",
        "duplicate_id",
        "end_with_ways",
        "endless_round",
        "gate_needs_later",
        "handover_without_end",
        "no_end",
        "reserved_id",
        "start_is_end",
        "unknown_role",
        "unknown_step",
        "unreachable",
    }
)
"""`unknown_role` is here a step whose role has no lane."""

_NOTHING = Library()


@lru_cache(maxsize=128)
def structure_findings(procedure: Procedure) -> tuple[Finding, ...]:
    """Return what is broken in how a procedure hangs together."""
    found = Collector("procedure", procedure.id, _NOTHING)
    check_references(found, procedure)
    check_ways(found, procedure)
    check_deadlines(found, procedure)
    check_gates(found, procedure)
    return tuple(one for one in found.findings if one.code in STRUCTURE)
