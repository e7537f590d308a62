"""The Danish words for what the model only names: kinds, states, marks.

Sentences for errors stand in `told_texts`, sentences for the checker's finds in `finding_texts`.
"""

from PySide6.QtCore import QCoreApplication

from app.model.catalogue import Catalogue
from app.model.ids import TRIGGER, date_event
from app.model.notation import capital, deadline_label, duration_label
from app.model.procedure import Deadline, Procedure, StepKind, Tag
from app.model.run import Mark
from app.model.state import StepStatus


def kind_text(kind: StepKind) -> str:
    """Name a kind of step."""
    translate = QCoreApplication.translate
    return {
        StepKind.ACTIVITY: translate("kind", "Handling"),
        StepKind.CONVERSATION: translate("kind", "Samtale med barnet"),
        StepKind.MEETING: translate("kind", "Møde"),
        StepKind.DECISION: translate("kind", "Beslutning"),
        StepKind.WAIT: translate("kind", "Afvent"),
        StepKind.DOCUMENT: translate("kind", "Dokument"),
        StepKind.END: translate("kind", "Afslutning"),
    }[kind]


def status_text(status: StepStatus) -> str:
    """Name a state of a step."""
    translate = QCoreApplication.translate
    return {
        StepStatus.NOW: translate("status", "Nu"),
        StepStatus.DONE: translate("status", "Udført"),
        StepStatus.OPEN: translate("status", "Åben"),
        StepStatus.LATE: translate("status", "Overskredet"),
        StepStatus.MISSING: translate("status", "Mangler"),
        StepStatus.WAITING: translate("status", "Afventer"),
        StepStatus.NOT_RELEVANT: translate("status", "Ikke relevant"),
    }[status]


def mark_text(mark: Mark) -> str:
    """Name a mark of a check item."""
    translate = QCoreApplication.translate
    return {
        Mark.OPEN: translate("mark", "Åben"),
        Mark.DONE: translate("mark", "Udført"),
        Mark.VERIFIED: translate("mark", "Set efter"),
        Mark.NOT_RELEVANT: translate("mark", "Ikke relevant"),
    }[mark]


def tag_text(tag: Tag) -> str:
    """Name what a check item is about."""
    translate = QCoreApplication.translate
    return {
        Tag.CHILD_VOICE: translate("tag", "Barnets stemme"),
        Tag.ASSESSMENT: translate("tag", "Socialfaglig vurdering"),
        Tag.DOCUMENTATION: translate("tag", "Journal"),
        Tag.NETWORK: translate("tag", "Netværk"),
    }[tag]


def role_title(role: str, catalogue: Catalogue) -> str:
    """Name a role; its id where the register does not know it."""
    known = catalogue.role_by_id.get(role)
    return known.title if known else capital(role.replace("-", " "))


def step_label(procedure: Procedure, step_id: str) -> str:
    """Name a step with its number: `4 Overgreb eller social kontrol?`."""
    step = procedure.by_id.get(step_id)
    if step is None:
        return step_id
    number = procedure.numbers.get(step_id)
    return f"{number} {step.title}" if number else step.title


def deadline_words(deadline: Deadline, procedure: Procedure, catalogue: Catalogue) -> str:
    """Say a deadline in words: `Senest 24 timer efter, at underretningen er modtaget`."""
    translate = QCoreApplication.translate
    if deadline.first_of:
        parts = [_counted_words(part, procedure, catalogue) for part in deadline.first_of]
        return translate("deadline", "Det, der kommer først: {}").format("; ".join(parts))
    words = _counted_words(deadline, procedure, catalogue)
    if deadline.earliest:
        return translate("deadline", "Tidligst {}").format(words)
    return translate("deadline", "Senest {}").format(words)


def _counted_words(deadline: Deadline, procedure: Procedure, catalogue: Catalogue) -> str:
    translate = QCoreApplication.translate
    event = deadline.after or deadline.before or TRIGGER
    phrase = event_phrase(event, procedure, catalogue)
    amount = deadline.duration
    if amount is None:
        return deadline_label(deadline)
    if amount.amount == 0:
        return translate("deadline", "samme dag, som {}").format(phrase)
    length = duration_label(amount)
    if deadline.before:
        return translate("deadline", "{} før, {}").format(length, phrase)
    return translate("deadline", "{} efter, at {}").format(length, phrase)


def event_phrase(event: str, procedure: Procedure, catalogue: Catalogue) -> str:
    """Say an event so that it finishes "efter, at …"."""
    translate = QCoreApplication.translate
    name = date_event(event)
    if event == TRIGGER:
        name = procedure.trigger_event
        if name is None or name not in catalogue.event_by_id:
            return procedure.trigger[:1].lower() + procedure.trigger[1:]
    if name is not None:
        known = catalogue.event_by_id.get(name)
        return known.phrase if known else name.replace("-", " ")
    number = procedure.numbers.get(event)
    if number is None:
        return translate("deadline", "forløbet er nået dertil")
    return translate("deadline", "trin {} er udført").format(number)
