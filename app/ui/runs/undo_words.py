"""What undo takes back and redo brings back, in a word, with the step it happened at."""

from PySide6.QtCore import QCoreApplication

from app.model.library.procedure import Procedure
from app.model.run.run import (
    AnyHappening,
    CaseNumberCorrected,
    Closed,
    DateSet,
    HandedOver,
    ItemMarked,
    LateMarked,
    Mark,
    Moved,
    Noted,
    Paused,
    Reopened,
    Resumed,
    RunEvent,
    StartChosen,
    StepAdded,
    StepDone,
    StepDropped,
    StepReopened,
    ToolFilled,
    WayChosen,
)
from app.ui.runs.step.log_words import step_of


def undo_words(event: RunEvent, procedure: Procedure) -> str:
    """Name what happened: `udført, trin 3`; empty for what has no name."""
    words, step = _words(event.what), step_of(event.what)
    number = procedure.numbers.get(step)
    if not words or not number:
        return words
    return QCoreApplication.translate("undo", "{}, trin {}").format(words, number)


def _words(what: AnyHappening) -> str:
    translate = QCoreApplication.translate
    if isinstance(what, ItemMarked | LateMarked):
        return {
            Mark.DONE: translate("undo", "udført"),
            Mark.VERIFIED: translate("undo", "set efter"),
            Mark.NOT_RELEVANT: translate("undo", "ikke relevant"),
            Mark.OPEN: translate("undo", "mærke taget tilbage"),
        }[what.mark]
    return _names().get(type(what), "")


def _names() -> dict[type[AnyHappening], str]:
    translate = QCoreApplication.translate
    return {
        WayChosen: translate("undo", "valg af vej"),
        StepDone: translate("undo", "trin gjort færdigt"),
        StepReopened: translate("undo", "trin åbnet igen"),
        Noted: translate("undo", "note"),
        DateSet: translate("undo", "dato"),
        StartChosen: translate("undo", "hvad fristen regnes fra"),
        StepAdded: translate("undo", "eget trin"),
        StepDropped: translate("undo", "eget trin taget ud"),
        Closed: translate("undo", "forløb afsluttet"),
        Reopened: translate("undo", "forløb åbnet igen"),
        HandedOver: translate("undo", "givet videre"),
        CaseNumberCorrected: translate("undo", "sagsnummer rettet"),
        Paused: translate("undo", "afvent"),
        Resumed: translate("undo", "i gang igen"),
        Moved: translate("undo", "ny version"),
        ToolFilled: translate("undo", "værktøj udfyldt"),
    }
