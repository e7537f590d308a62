"""The checker: what is wrong or could be better in a library, as findings with places.

It takes whatever can be decoded and never fails. Errors must be mended before a document can be
used; warnings are for its author to judge. The order is that of the documents, and of the steps
in them.
"""

from collections.abc import Iterable

from app.model.checks.aid_checks import check_aids
from app.model.checks.card_checks import check_action_card, check_work_tool
from app.model.checks.child_checks import check_child
from app.model.checks.deadline_checks import check_deadlines, check_gates
from app.model.checks.finding_collecting import Collector
from app.model.checks.ground_checks import check_grounds
from app.model.checks.reference_checks import check_head, check_references
from app.model.checks.register_checks import check_registers
from app.model.checks.sign_checks import check_signs
from app.model.checks.text_checks import check_procedure_texts
from app.model.checks.way_checks import check_lanes, check_ways
from app.model.findings import Finding
from app.model.library.card import ActionCard
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure
from app.model.library.tool import Tool


def check_library(library: Library) -> tuple[Finding, ...]:
    """Check the registers and every document."""
    findings: list[Finding] = check_registers(library)
    for procedure in library.procedures:
        findings += check_procedure(procedure, library)
    for card in library.cards:
        findings += check_card(card, library)
    for tool in library.tools:
        findings += check_tool(tool, library)
    return (*findings, *check_aids(library))


def check_procedure(procedure: Procedure, library: Library) -> tuple[Finding, ...]:
    """Check one procedure; the library tells what its references mean."""
    found = Collector("procedure", procedure.id, library)
    check_head(found, procedure)
    check_lanes(found, procedure)
    check_references(found, procedure)
    check_ways(found, procedure)
    check_deadlines(found, procedure)
    check_gates(found, procedure)
    check_child(found, procedure)
    check_grounds(found, procedure)
    check_procedure_texts(found, procedure)
    check_signs(found, procedure)
    return _in_order(found.findings, procedure)


def check_document(
    document: Procedure | ActionCard | Tool, library: Library
) -> tuple[Finding, ...]:
    """Check one document of any kind."""
    if isinstance(document, Procedure):
        return check_procedure(document, library)
    if isinstance(document, ActionCard):
        return check_card(document, library)
    return check_tool(document, library)


def check_card(card: ActionCard, library: Library) -> tuple[Finding, ...]:
    """Check one action card."""
    found = Collector("card", card.id, library)
    check_action_card(found, card)
    check_signs(found, card)
    return tuple(found.findings)


def check_tool(tool: Tool, library: Library) -> tuple[Finding, ...]:
    """Check one tool."""
    found = Collector("tool", tool.id, library)
    check_work_tool(found, tool)
    check_signs(found, tool)
    return tuple(found.findings)


def _in_order(findings: Iterable[Finding], procedure: Procedure) -> tuple[Finding, ...]:
    """Sort by step: first what concerns the whole, then each step in document order."""
    number = {step_id: position for position, step_id in enumerate(procedure.by_id, start=1)}

    def place(finding: Finding) -> int:
        path = finding.place.path
        return number.get(str(path[1]), 0) if len(path) > 1 and path[0] == "steps" else 0

    return tuple(sorted(findings, key=place))
