"""Do the names in a document name something?"""

from collections.abc import Container

from app.model.checks.finding_collecting import Collector
from app.model.danish.notation import date_label
from app.model.library.card import ActionCard
from app.model.library.citations import outdated
from app.model.library.procedure import Procedure, Step
from app.model.library.tool import Tool


def check_head(found: Collector, document: Procedure | ActionCard | Tool) -> None:
    """Check what every document has: theme, roles, law, and what it was checked against."""
    catalogue = found.library.catalogue
    if document.theme not in catalogue.theme_by_id:
        found.error("unknown_theme", "theme", theme=document.theme)
    for index, role in enumerate(document.roles):
        if role not in catalogue.role_by_id:
            found.error("unknown_role", "roles", index, role=role)
        if role in document.roles[:index]:
            found.warn("role_twice", "roles", index, role=role)
    found.laws(document.law, "law")
    _check_checked(found, document)


def check_references(found: Collector, procedure: Procedure) -> None:
    """Check what a procedure and its steps refer to."""
    library, events = found.library, found.library.catalogue.event_by_id
    if procedure.trigger_event and procedure.trigger_event not in events:
        found.error("unknown_event", "trigger_event", event=procedure.trigger_event)
    _check_procedures(found, procedure.related, "related")
    for step in procedure.steps:
        at = ("steps", step.id)
        found.laws(step.law, *at, "law")
        _check_role(found, procedure, step)
        _check_each(found, step.cards, library.card_by_id, "card", *at, "cards")
        _check_each(found, step.tools, library.tool_by_id, "tool", *at, "tools")
        _check_each(found, step.asks, events, "event", *at, "asks")
        _check_procedures(found, step.continue_in, *at, "continue_in")
        for index, way in enumerate(step.next):
            if way.to not in procedure.by_id:
                found.error("unknown_step", *at, "next", index, "to", step=way.to)


def _check_checked(found: Collector, document: Procedure | ActionCard | Tool) -> None:
    checked = document.checked
    if checked is None:
        found.warn("not_checked", "checked")
        return
    if checked.act not in found.library.catalogue.act_by_id:
        found.error("unknown_act", "checked", "act", act=checked.act)
    for act in outdated(document, found.library.catalogue):
        dates = {"checked": date_label(checked.date), "date": date_label(act.date)}
        found.warn("checked_older", "checked", "date", act=act.short, **dates)


def _check_role(found: Collector, procedure: Procedure, step: Step) -> None:
    if step.role in procedure.roles:
        return
    known = step.role in found.library.catalogue.role_by_id
    code = "role_without_lane" if known else "unknown_role"
    found.error(code, "steps", step.id, "role", role=step.role)


def _check_each(
    found: Collector, names: tuple[str, ...], known: Container[str], what: str, *path: str
) -> None:
    for index, name in enumerate(names):
        if name not in known:
            found.error(f"unknown_{what}", *path, index, **{what: name})


def _check_procedures(found: Collector, names: tuple[str, ...], *path: str) -> None:
    """Warn of procedures that are not here; a library may hold a part of the whole."""
    for index, name in enumerate(names):
        if name not in found.library.procedure_by_id:
            found.warn("unknown_procedure", *path, index, procedure=name)
