"""The Danish words for what the model only names: kinds, states, marks.

Sentences for errors stand in `told_texts`, sentences for the checker's finds in `finding_texts`.
"""

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import capital
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure, StepKind, Tag, Talk
from app.model.run.run import Mark
from app.model.run.state import StepStatus


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


def talk_text(talk: Talk) -> str:
    """Say what a conversation with the child is for."""
    translate = QCoreApplication.translate
    return {
        Talk.HEARING: translate("kind", "At høre barnet"),
        Talk.ANSWER: translate("kind", "At give barnet svar"),
    }[talk]


def status_text(status: StepStatus) -> str:
    """Name a state of a step."""
    translate = QCoreApplication.translate
    return {
        StepStatus.NOW: translate("status", "Nu"),
        StepStatus.DONE: translate("status", "Udført"),
        StepStatus.UNHEARD: translate("status", "Ikke hørt"),
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
