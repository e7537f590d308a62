"""`check --burden`: what each procedure asks, as lines in Danish."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.model.checks.burden import Burden
from app.model.danish.notation import counted
from app.model.library.procedure import Procedure
from app.services.burdens import burdens_in


def report_on_burden(path: Path) -> tuple[str, ...]:
    """Say for each procedure what it asks, the heaviest first, and how that is reckoned."""
    translate = QCoreApplication.translate
    reckoned = translate(
        "jobs",
        "Minutter er et skøn over at læse og krydse af, alle trin én gang: 238 ord i minuttet "
        "(Brysbaert 2019) og 10 sekunder pr. tjekpunkt (Checklist for Checklists).",
    )
    return (*(_line(procedure, burden) for procedure, burden in burdens_in(path)), reckoned)


def _line(procedure: Procedure, burden: Burden) -> str:
    translate = QCoreApplication.translate
    items = counted(burden.items, translate("jobs", "tjekpunkt"), translate("jobs", "tjekpunkter"))
    advice = counted(
        burden.advice, translate("jobs", "anbefaling"), translate("jobs", "anbefalinger")
    )
    steps = counted(len(procedure.steps), translate("jobs", "trin"), translate("jobs", "trin"))
    words = translate("jobs", "{} ({}): ca. {} min, {} krav, {}, heraf {}, {}")
    return words.format(
        *(procedure.title, procedure.id, burden.minutes, burden.required, items, advice, steps)
    )
