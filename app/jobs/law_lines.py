"""`check --law`: each provision with all that cites it, as lines in Danish."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.jobs.check_lines import CheckReport
from app.model.danish.notation import counted, date_label, law_label, law_labels
from app.model.library.citations import Citation
from app.services.law_report import ActReport, LawReport, Outdated, ProvisionReport, law_report

_KINDS = {
    "procedure": QT_TRANSLATE_NOOP("jobs", "procedure"),
    "card": QT_TRANSLATE_NOOP("jobs", "kort"),
    "tool": QT_TRANSLATE_NOOP("jobs", "værktøj"),
    "ladder": QT_TRANSLATE_NOOP("jobs", "indsatstrappen"),
}


def report_on_law(folder: Path) -> CheckReport:
    """Report on the law that a library stands on."""
    report = law_report(folder)
    return CheckReport(tuple(_lines(report)), _summary(report), report.errors)


def _lines(report: LawReport) -> Iterator[str]:
    translate = QCoreApplication.translate
    for act in report.acts:
        yield from _act(act, report)
    yield translate("jobs", "Ingen henviser til:")
    for act in report.acts:
        uncited = [one.provision.ref for one in act.provisions if not one.is_cited]
        if uncited:
            yield f"  {law_labels(uncited, report.catalogue, full=True)}"
    yield translate("jobs", "Skal kontrolleres igen:")
    yield from _outdated(report.outdated)


def _act(act: ActReport, report: LawReport) -> Iterator[str]:
    cited = [one for one in act.provisions if one.is_cited]
    words = QCoreApplication.translate("jobs", "{} ({} af {}): {} af {} bruges")
    of = act.act
    yield words.format(*(of.title, of.number, date_label(of.date), len(cited), len(act.provisions)))
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
        step = QCoreApplication.translate("jobs", "trin")
        return f"{step}: {citation.context}, {citation.title} ({target.id}/{target.step})"
    kind = QCoreApplication.translate("jobs", str(_KINDS[target.kind]))
    return f"{kind}: {citation.title} ({target.id})"


def _outdated(found: tuple[Outdated, ...]) -> Iterator[str]:
    if not found:
        nothing = QCoreApplication.translate("jobs", "intet")
        yield f"  {nothing}"
    dated = QCoreApplication.translate("jobs", "{} er fra {}")
    for one in found:
        acts = ", ".join(dated.format(act.short, date_label(act.date)) for act in one.acts)
        yield f"  {_citation(Citation(one.target, one.title))}: {acts}"


def _summary(report: LawReport) -> str:
    translate = QCoreApplication.translate
    provisions = counted(
        len(report.provisions), translate("jobs", "bestemmelse"), translate("jobs", "bestemmelser")
    )
    outdated = counted(
        len(report.outdated), translate("jobs", "tekst"), translate("jobs", "tekster")
    )
    words = translate("jobs", "{} i lovregistret, {} bruges ikke. {} skal kontrolleres igen.")
    return words.format(provisions, len(report.uncited), outdated)
