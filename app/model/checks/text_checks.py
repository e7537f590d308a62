"""Is a text short and plain enough to be used at the desk?"""

from collections.abc import Sequence

from app.model.checks.burden import SECONDS_AT_A_PAUSE, reading_seconds
from app.model.checks.finding_collecting import Collector
from app.model.danish.lix import CARD_LIMIT, CHILD_LIMIT, PROCEDURE_LIMIT, heaviest, readability
from app.model.ids import CHILD_ROLE
from app.model.library.card import ActionCard
from app.model.library.procedure import Procedure, Step
from app.model.library.tool import Tool

LONGEST_STEP_TITLE = 50
LONGEST_TITLE = 60
LONGEST_CONDITION = 26
LONGEST_AT_A_GLANCE = 140
"""So long may what is said in one line be: what a text is for, what starts it, why it is so."""
LONGEST_ITEM = 110
LONGEST_HEADING = 50
LONGEST_CHOICE = 60
"""So long may be what is ticked, or stands over a column, in a tool on paper."""
MANY_ITEMS = 7
TOO_MANY_ITEMS = 10


def check_procedure_texts(found: Collector, procedure: Procedure) -> None:
    """Check titles, conditions, checklists and how the whole reads."""
    check_title(found, procedure.title, LONGEST_TITLE, "title")
    check_line(found, procedure.summary, "summary")
    check_line(found, procedure.trigger, "trigger")
    check_line(found, procedure.without_child, "without_child")
    for step in procedure.steps:
        at = ("steps", step.id)
        check_title(found, step.title, LONGEST_STEP_TITLE, *at, "title")
        for index, way in enumerate(step.next):
            if len(way.when) > LONGEST_CONDITION:
                params = {"when": way.when, "length": str(len(way.when))}
                found.warn("condition_too_long", *at, "next", index, "when", **params)
        _check_items(found, step)
        for heading in step.document.splitlines():
            check_line(found, heading.removeprefix("## "), *at, "document", longest=LONGEST_ITEM)
        _check_guide(found, step.guide, *at, "guide")
    check_lix(found, _texts(procedure), PROCEDURE_LIMIT)


def check_title(found: Collector, title: str, longest: int, *at: str | int) -> None:
    """Warn of a title that is too long for where it stands."""
    if len(title) > longest:
        params = {"length": str(len(title)), "limit": str(longest)}
        found.warn("title_too_long", *at, title=title, **params)


def check_line(
    found: Collector, text: str, *at: str | int, longest: int = LONGEST_AT_A_GLANCE
) -> None:
    """Warn of a line that is too long to be read at a glance where it stands."""
    if len(text) > longest:
        params = {"length": str(len(text)), "limit": str(longest)}
        found.warn("line_too_long", *at, text=text, **params)


def check_item_length(found: Collector, text: str, *at: str | int) -> None:
    """Warn of a check item that cannot be read at a glance."""
    if len(text) > LONGEST_ITEM:
        params = {"length": str(len(text)), "limit": str(LONGEST_ITEM)}
        found.warn("item_too_long", *at, text=text, **params)


def check_lix(found: Collector, texts: Sequence[str], limit: int, *at: str | int) -> None:
    """Warn of texts that together are heavy to read, with the words that make them so."""
    reads = readability(*texts)
    if not reads.is_telling or reads.lix <= limit:
        return
    heavy = heaviest(*texts)
    found.warn(
        "lix_high", *at, lix=str(reads.lix), limit=str(limit),
        words=", ".join(heavy.words), sentence=heavy.sentence, length=str(heavy.length),
    )  # fmt: skip


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


def _check_guide(found: Collector, guide: str, *at: str | int) -> None:
    """Warn of a guidance that is heavy, or too long for the moment it is read in."""
    check_lix(found, [guide], PROCEDURE_LIMIT, *at)
    seconds = reading_seconds(guide)
    if seconds > SECONDS_AT_A_PAUSE:
        params = {"seconds": str(round(seconds)), "limit": str(SECONDS_AT_A_PAUSE)}
        found.warn("guide_too_long", *at, **params)


def _texts(procedure: Procedure) -> list[str]:
    items = [item.text for step in procedure.steps for item in step.checklist]
    guides = [step.guide for step in procedure.steps]
    return [procedure.purpose, procedure.applies, *guides, *items]
