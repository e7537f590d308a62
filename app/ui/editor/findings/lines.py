"""Findings made ready for the strip: where, what, why, and how it is mended."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.card import ActionCard
from app.model.findings import Finding, Severity
from app.model.procedure import Procedure
from app.model.tool import Tool
from app.ui.common.finding_texts import finding_text
from app.ui.editor.edit import Edit
from app.ui.editor.findings.mends import mend_of
from app.ui.editor.findings.words import (
    finding_icon,
    step_of,
    what_words,
    where_words,
    why_words,
)

translate = QCoreApplication.translate
Path = tuple[str | int, ...]


class Line(Struct, frozen=True):
    """One finding as it is shown. `path` leads from the step, or the document, to its place.

    The mend is an edit, or goes to `mend_path`.
    """

    severity: Severity
    icon: str
    color: str
    where: str
    what: str
    why: str
    step: str
    path: Path
    mend: str
    mend_path: Path = ()
    edit: Edit[Procedure] | None = None

    @property
    def looks(self) -> tuple[object, ...]:
        """All that is seen of it; an edit that does the same is another function each time."""
        return self.severity, self.where, self.what, self.mend, self.step, self.path


def procedure_lines(findings: Iterable[Finding], procedure: Procedure) -> tuple[Line, ...]:
    """Make the lines of a procedure, errors first."""
    return _errors_first(_of_procedure(one, procedure) for one in findings)


def card_lines(findings: Iterable[Finding], card: ActionCard) -> tuple[Line, ...]:
    """Make the lines of a card, errors first."""
    return _errors_first(_of_card(one, card) for one in findings)


def tool_lines(findings: Iterable[Finding], tool: Tool) -> tuple[Line, ...]:
    """Make the lines of a tool, errors first."""
    return _errors_first(_of_tool(one, tool) for one in findings)


def _of_procedure(finding: Finding, procedure: Procedure) -> Line:
    mend, step = mend_of(finding, procedure), step_of(finding) or ""
    icon, color = finding_icon(finding)
    return Line(
        finding.severity,
        icon,
        color,
        where_words(finding, procedure),
        what_words(finding, procedure),
        why_words(finding),
        step,
        finding.place.path[2:] if step else finding.place.path,
        mend.words,
        mend.path,
        mend.edit,
    )


def _of_card(finding: Finding, card: ActionCard) -> Line:
    path = finding.place.path
    where = translate("editor", "Kort")
    if len(path) > 1 and path[0] == "sections" and isinstance(path[1], int):
        where = translate("editor", "Afsnit {}").format(path[1] + 1)
    return _of_sheet(finding, where)


def _of_tool(finding: Finding, tool: Tool) -> Line:
    path = finding.place.path
    where = translate("editor", "Værktøj")
    places = {field.id: number for number, field in enumerate(tool.fields, start=1)}
    if len(path) > 1 and path[0] == "fields" and path[1] in places:
        where = translate("editor", "Felt {}").format(places[str(path[1])])
    elif path[:1] == ("body",):
        where = translate("editor", "Tekst")
    return _of_sheet(finding, where)


def _of_sheet(finding: Finding, where: str) -> Line:
    path = finding.place.path
    icon, color = finding_icon(finding)
    what = finding_text(finding.code, finding.params)
    shorter = finding.code.endswith("too_long")
    mend = translate("editor", "Skriv kortere") if shorter else translate("editor", "Gå til")
    return Line(
        finding.severity, icon, color, where, what, why_words(finding), "", path, mend, path
    )


def _errors_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: line.severity is not Severity.ERROR))
