"""`check --law`: each provision with all that cites it, as lines in Danish."""

from collections.abc import Iterator
from pathlib import Path

from app.jobs.check_lines import CheckReport
from app.model.danish.notation import counted, date_label, law_label, law_labels
from app.model.library.citations import Citation
from app.services.law_report import ActReport, LawReport, Outdated, ProvisionReport, law_report

_KINDS = {
    "procedure": "procedure",
    "card": "kort",
    "tool": "værktøj",
    "ladder": "indsatstrappen",
}


def report_on_law(folder: Path) -> CheckReport:
    """Report on the law that a library stands on."""
    report = law_report(folder)
    return CheckReport(tuple(_lines(report)), _summary(report), report.errors)


def _lines(report: LawReport) -> Iterator[str]:
    for act in report.acts:
        yield from _act(act, report)
    yield "Ingen henviser til:"
    for act in report.acts:
        uncited = [one.provision.ref for one in act.provisions if not one.is_cited]
        if uncited:
            yield f"  {law_labels(uncited, report.catalogue, full=True)}"
    yield "Skal kontrolleres igen:"
    yield from _outdated(report.outdated)


def _act(act: ActReport, report: LawReport) -> Iterator[str]:
    cited = [one for one in act.provisions if one.is_cited]
    dated = f"{act.act.number} af {date_label(act.act.date)}"
    yield f"{act.act.title} ({dated}): {len(cited)} af {len(act.provisions)} bruges"
    for one in cited:
        yield from _provision(one, report)
    yield ""


def _provision(one: ProvisionReport, report: LawReport) -> Iterator[str]:
    yield f"  {law_label(one.provision.ref, report.catalogue)}: {one.provision.says}"
    for citation in one.citing:
        yield f"    {_citation(citation)}"


def _citation(citation: Citation) -> str:
    target = citation.target
    if target.step:
        return f"trin: {citation.context}, {citation.title} ({target.id}/{target.step})"
    kind = _KINDS[target.kind]
    return f"{kind}: {citation.title} ({target.id})"


def _outdated(found: tuple[Outdated, ...]) -> Iterator[str]:
    if not found:
        yield "  intet"
    for one in found:
        acts = ", ".join(f"{act.short} er fra {date_label(act.date)}" for act in one.acts)
        yield f"  {_citation(Citation(one.target, one.title))}: {acts}"


def _summary(report: LawReport) -> str:
    provisions = counted(len(report.provisions), "bestemmelse", "bestemmelser")
    outdated = counted(len(report.outdated), "tekst", "tekster")
    return (
        f"{provisions} i lovregistret, {len(report.uncited)} bruges ikke. "
        f"{outdated} skal kontrolleres igen."
    )
