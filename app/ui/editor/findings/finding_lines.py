"""Findings made ready for the strip: where, what, why, and how it is mended."""

import html
from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import counted
from app.model.findings import Finding, Severity
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.library.tool import Tool
from app.model.library.version_work import AnyPage
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.findings.finding_mend import Mend
from app.ui.editor.findings.finding_reasons import source_words, why_words
from app.ui.editor.findings.finding_words import (
    finding_icon,
    sheet_words,
    step_of,
    what_words,
    where_words,
)
from app.ui.editor.findings.procedure_mends import mend_of
from app.ui.editor.findings.sheet_mends import sheet_mend

translate = QCoreApplication.translate
Path = tuple[str | int, ...]

_MOST_NAMED = 3


class FindingLine(Struct, frozen=True):
    """One finding as it is shown. `path` leads from the step, or the document, to its place.

    The mend is an edit, or goes to `mend_path` in `mend_step`. `marked` shows the words that
    cause it, as rich text; `words` are those that are marked where one writes.
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
    mend_step: str = ""
    mend_path: Path = ()
    edit: Edit[Any] | None = None
    marked: str = ""
    words: str = ""

    @property
    def looks(self) -> tuple[object, ...]:
        """All that is seen of it; an edit that does the same is another function each time."""
        return (
            self.severity, self.where, self.what, self.mend, self.step, self.path, self.marked,
        )  # fmt: skip


def document_lines(
    findings: Iterable[Finding], document: AnyPage, catalogue: Catalogue
) -> tuple[FindingLine, ...]:
    """Make the lines of a document of any kind, errors first."""
    if isinstance(document, Procedure):
        return procedure_lines(findings, document, catalogue)
    if isinstance(document, ActionCard):
        return card_lines(findings, document, catalogue)
    return tool_lines(findings, document, catalogue)


def warnings_words(lines: Iterable[FindingLine]) -> str:
    """Say what is warned of, for one who is about to go on; empty where nothing is."""
    warned = [line for line in lines if line.severity is Severity.WARNING]
    if not warned:
        return ""
    one, many = translate("editor", "advarsel"), translate("editor", "advarsler")
    said = [f"{line.where}: {line.what}" for line in warned[:_MOST_NAMED]]
    if len(warned) > _MOST_NAMED:
        said.append(translate("editor", "Og {} til.").format(len(warned) - _MOST_NAMED))
    return f"{counted(len(warned), one, many)}. {' '.join(said)}"


def procedure_lines(
    findings: Iterable[Finding], procedure: Procedure, catalogue: Catalogue
) -> tuple[FindingLine, ...]:
    """Make the lines of a procedure, errors first."""
    return _errors_first(_of_procedure(one, procedure, catalogue) for one in findings)


def card_lines(
    findings: Iterable[Finding], card: ActionCard, catalogue: Catalogue
) -> tuple[FindingLine, ...]:
    """Make the lines of a card, errors first."""
    return _errors_first(
        _line(one, _where_on_card(one), sheet_words(one), sheet_mend(one, card), catalogue)
        for one in findings
    )


def tool_lines(
    findings: Iterable[Finding], tool: Tool, catalogue: Catalogue
) -> tuple[FindingLine, ...]:
    """Make the lines of a tool, errors first."""
    return _errors_first(
        _line(one, _where_in_tool(one, tool), sheet_words(one), sheet_mend(one, tool), catalogue)
        for one in findings
    )


def _of_procedure(finding: Finding, procedure: Procedure, catalogue: Catalogue) -> FindingLine:
    where, what = where_words(finding, procedure), what_words(finding, procedure)
    return _line(finding, where, what, mend_of(finding, procedure), catalogue)


def _line(finding: Finding, where: str, what: str, mend: Mend, catalogue: Catalogue) -> FindingLine:
    step = step_of(finding) or ""
    icon, color = finding_icon(finding)
    path = finding.place.path
    why = (why_words(finding.code), source_words(finding.code, catalogue))
    return FindingLine(
        finding.severity,
        icon,
        color,
        where,
        what,
        "\n".join(part for part in why if part),
        step,
        path[2:] if step else path,
        mend.words,
        step if mend.step is None else mend.step,
        mend.path,
        mend.edit,
        _marked(finding),
        finding.params.get("sentence", "") or finding.params.get("word", ""),
    )


def _marked(finding: Finding) -> str:
    """Show the words that make a text heavy, the long ones in the longest sentence marked."""
    params = finding.params
    if finding.code != "lix_high" or "sentence" not in params:
        return ""
    long_words = html.escape(params["words"])
    sentence = html.escape(params["sentence"])
    for word in params["words"].split(", "):
        sentence = sentence.replace(html.escape(word), f"<b>{html.escape(word)}</b>")
    return translate("editor", "Længste ord: <b>{}</b>. Længste sætning ({} ord): »{}«").format(
        long_words, params["length"], sentence
    )


def _where_on_card(finding: Finding) -> str:
    path = finding.place.path
    if len(path) > 1 and path[0] == "sections" and isinstance(path[1], int):
        return translate("editor", "Afsnit {}").format(path[1] + 1)
    return translate("editor", "Kort")


def _where_in_tool(finding: Finding, tool: Tool) -> str:
    path = finding.place.path
    places = {field.id: number for number, field in enumerate(tool.fields, start=1)}
    if len(path) > 1 and path[0] == "fields" and path[1] in places:
        return translate("editor", "Felt {}").format(places[str(path[1])])
    if path[:1] == ("body",):
        return translate("editor", "Tekst")
    return translate("editor", "Værktøj")


def _errors_first(lines: Iterable[FindingLine]) -> tuple[FindingLine, ...]:
    return tuple(sorted(lines, key=lambda line: line.severity is not Severity.ERROR))
