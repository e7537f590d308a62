"""Is a text short and plain enough to be used at the desk?"""

from app.model.card import ActionCard
from app.model.checks.collect import Collector
from app.model.ids import CHILD_ROLE
from app.model.lix import CARD_LIMIT, CHILD_LIMIT, PROCEDURE_LIMIT, Readability, readability
from app.model.procedure import Procedure, Step
from app.model.tool import Tool

LONGEST_STEP_TITLE = 50
LONGEST_TITLE = 60
LONGEST_CONDITION = 26
LONGEST_ITEM = 110
MANY_ITEMS = 7
TOO_MANY_ITEMS = 10


def check_procedure_texts(found: Collector, procedure: Procedure) -> None:
    """Check titles, conditions, checklists and how the whole reads."""
    check_title(found, procedure.title, LONGEST_TITLE, "title")
    for step in procedure.steps:
        at = ("steps", step.id)
        check_title(found, step.title, LONGEST_STEP_TITLE, *at, "title")
        for index, way in enumerate(step.next):
            if len(way.when) > LONGEST_CONDITION:
                params = {"when": way.when, "length": str(len(way.when))}
                found.warn("condition_too_long", *at, "next", index, "when", **params)
        _check_items(found, step)
        check_lix(found, readability(step.guide), PROCEDURE_LIMIT, *at, "guide")
    check_lix(found, _whole(procedure), PROCEDURE_LIMIT)


def check_title(found: Collector, title: str, longest: int, *at: str | int) -> None:
    """Warn of a title that is too long for where it stands."""
    if len(title) > longest:
        params = {"length": str(len(title)), "limit": str(longest)}
        found.warn("title_too_long", *at, title=title, **params)


def check_item_length(found: Collector, text: str, *at: str | int) -> None:
    """Warn of a check item that cannot be read at a glance."""
    if len(text) > LONGEST_ITEM:
        params = {"length": str(len(text)), "limit": str(LONGEST_ITEM)}
        found.warn("item_too_long", *at, text=text, **params)


def check_lix(found: Collector, reads: Readability, limit: int, *at: str | int) -> None:
    """Warn of a text that is heavy to read."""
    if reads.is_telling and reads.lix > limit:
        found.warn("lix_high", *at, lix=str(reads.lix), limit=str(limit))


def limit_of(document: ActionCard | Tool) -> int:
    """Return how heavy a card or tool may be; less where the child is to use it."""
    if CHILD_ROLE in document.roles:
        return CHILD_LIMIT
    return CARD_LIMIT if isinstance(document, ActionCard) else PROCEDURE_LIMIT


def _check_items(found: Collector, step: Step) -> None:
    at = ("steps", step.id, "checklist")
    for index, item in enumerate(step.checklist):
        check_item_length(found, item.text, *at, index, "text")
    count = len(step.checklist)
    if count > MANY_ITEMS:
        code = "too_many_items" if count >= TOO_MANY_ITEMS else "many_items"
        found.warn(code, *at, step=step.title, count=str(count))


def _whole(procedure: Procedure) -> Readability:
    items = [item.text for step in procedure.steps for item in step.checklist]
    guides = [step.guide for step in procedure.steps]
    return readability(procedure.purpose, procedure.applies, *guides, *items)
