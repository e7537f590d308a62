"""What is asked before a run is closed, paused, handed over or deleted."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import counted
from app.model.library.procedure import Procedure
from app.model.recovery import MOST_DAYS_KEPT
from app.model.run.fold import progress
from app.model.run.state import RunState, lacking
from app.ui.runs.run_ask_band import RunQuestion
from app.ui.runs.run_words import late_words
from app.ui.runs.step.reason_list import results_of_closing, things_to_wait_for

CLOSE, PAUSE, HAND_OVER, DELETE, ADD = "close", "pause", "hand_over", "delete", "add_step"


def closing(
    procedure: Procedure, state: RunState, keep_days: int, *, asks_for_child: bool
) -> RunQuestion:
    """Ask how it ended, and about the child where nothing has told; say what is left, what is
    required and not marked in what is done, and how long it is kept.
    """
    translate = QCoreApplication.translate
    done, total = progress(state)
    left = counted(
        total - done,
        translate("runs", "trin er ikke udført"),
        translate("runs", "trin er ikke udført"),
    )
    days = counted(keep_days, translate("runs", "dag"), translate("runs", "dage"))
    kept = translate("runs", "Forløbet slettes {} efter. Indtil da kan det åbnes igen.")
    unmarked = sum(
        len(lacking(procedure.step(found.step), found))
        for found in state.steps.values()
        if found.is_done
    )
    required = translate(
        "runs", "%n krav i det, der er gjort færdigt, er ikke markeret", "", unmarked
    )
    facts = (
        left if total > done else "",
        required if unmarked else "",
        late_words(state) if state.late else "",
    )
    line = " ".join((*(f"{fact}." for fact in facts if fact), kept.format(days)))
    return RunQuestion(
        CLOSE,
        translate("runs", "Afslut forløbet"),
        line,
        translate("runs", "Afslut"),
        translate("runs", "Hvordan endte det?"),
        translate("runs", "Kort, uden navne"),
        tuple(results_of_closing()),
        asks_for_child=asks_for_child,
    )


def pausing() -> RunQuestion:
    """Ask what it waits for, and until when where that is known."""
    translate = QCoreApplication.translate
    return RunQuestion(
        PAUSE,
        translate("runs", "Sæt forløbet til at afvente"),
        translate("runs", "Lovens frister løber videre imens."),
        translate("runs", "Afvent"),
        translate("runs", "Afventer"),
        translate("runs", "fx svar fra skolen"),
        tuple(things_to_wait_for()),
        translate("runs", "Svar ventes (hvis det vides)"),
    )


def handing_over(state: RunState, colleagues: Sequence[str]) -> RunQuestion:
    """Ask who shall have it."""
    translate = QCoreApplication.translate
    return RunQuestion(
        HAND_OVER,
        translate("runs", "Giv forløbet videre"),
        translate("runs", "Forløbet flytter til kollegaens liste. Hændelserne følger med."),
        translate("runs", "Giv videre"),
        translate("runs", "Til"),
        translate("runs", "Navnet, som kollegaen bruger i Rød tråd"),
        tuple(name for name in colleagues if name != state.run.owner),
    )


def unknown_colleague(name: str) -> tuple[str, str]:
    """Ask whether a name is meant that nobody here has; give the words, and those to go on."""
    translate = QCoreApplication.translate
    words = translate("runs", "Ingen her hedder {} endnu: brug navnet alligevel?").format(name)
    return words, translate("runs", "Brug navnet")


def adding(after: str) -> RunQuestion:
    """Ask what is to be done in a step of this run's own."""
    translate = QCoreApplication.translate
    return RunQuestion(
        ADD,
        translate("runs", "Tilføj et eget trin"),
        translate("runs", "Det kommer efter {} og står kun i dette forløb.").format(after),
        translate("runs", "Tilføj"),
        translate("runs", "Trinnet"),
        translate("runs", "fx Ring til tandplejen"),
    )


def deleting(state: RunState) -> RunQuestion:
    """Ask whether it shall really be deleted."""
    translate = QCoreApplication.translate
    return RunQuestion(
        DELETE,
        translate("runs", "Slet forløbet i sag {} nu?").format(state.run.case_number),
        translate(
            "runs",
            "Alt i forløbet forsvinder fra filen. "
            "Sikkerhedskopier har det endnu, i op til {} dage. "
            "Hentes en af dem tilbage, bliver også alt andet, som det var dengang. "
            "Kopiér forløbet til journalen først, hvis noget mangler dér.",
        ).format(MOST_DAYS_KEPT),
        translate("runs", "Slet forløbet"),
        keep=translate("runs", "Behold"),
    )
