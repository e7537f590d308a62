"""`check --burden`: what each procedure asks, as lines in Danish."""

from pathlib import Path

from app.model.danish.notation import counted
from app.services.burdens import burdens_in

_RECKONED = (
    "Minutter er et skøn over at læse og krydse af, alle trin én gang: 238 ord i minuttet "
    "(Brysbaert 2019) og 10 sekunder pr. tjekpunkt (Checklist for Checklists)."
)


def report_on_burden(path: Path) -> tuple[str, ...]:
    """Say for each procedure what it asks, the heaviest first, and how that is reckoned."""
    lines = [
        f"{procedure.title} ({procedure.id}): ca. {burden.minutes} min, "
        f"{burden.required} krav, {counted(burden.items, 'tjekpunkt', 'tjekpunkter')}, "
        f"heraf {counted(burden.advice, 'anbefaling', 'anbefalinger')}, "
        f"{counted(len(procedure.steps), 'trin', 'trin')}"
        for procedure, burden in burdens_in(path)
    ]
    return (*lines, _RECKONED)
