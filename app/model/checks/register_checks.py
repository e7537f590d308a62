"""Are the registers sound: no id twice, every provision of an act that is known?"""

from collections import Counter
from collections.abc import Iterable

from app.model.checks.finding_collecting import Collector
from app.model.findings import Finding
from app.model.library.catalogue import Library


def check_registers(library: Library) -> list[Finding]:
    """Check themes, roles, events, acts and provisions."""
    catalogue = library.catalogue
    findings: list[Finding] = []
    ids = {
        "theme": [theme.id for theme in catalogue.themes],
        "role": [role.id for role in catalogue.roles],
        "event": [event.id for event in catalogue.events],
        "act": [act.id for act in catalogue.acts],
        "provision": [provision.ref for provision in catalogue.provisions],
        "synonym": [synonym.word for synonym in catalogue.synonyms],
        "age": [age.id for age in catalogue.ages],
        "stage": [stage.id for stage in catalogue.stages],
        "rung": [rung.id for rung in catalogue.ladder],
        "procedure": [procedure.id for procedure in library.procedures],
        "card": [card.id for card in library.cards],
        "tool": [tool.id for tool in library.tools],
    }
    for kind, names in ids.items():
        for name in _repeated(names):
            found = Collector(kind, name, library)
            key = {"provision": "ref", "synonym": "word"}.get(kind, "id")
            found.error("duplicate_id", key, id=name)
            findings += found.findings
    for provision in catalogue.provisions:
        found = Collector("provision", provision.ref, library)
        act = provision.ref.partition(":")[0]
        if act not in catalogue.act_by_id:
            found.error("unknown_act", "ref", act=act)
        findings += found.findings
    return findings


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
