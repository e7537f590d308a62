"""The short list of reasons one may choose from, where the law or a gate asks for one."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.model.ids import LawRef
from app.model.library.procedure import CheckItem, Gate, Tag

WHO_MAY_BE_TOLD: LawRef = "bl:18.3"
"""Barnets lov § 18, stk. 3: the risk is judged before parents and network are contacted."""


def reasons_for_item(item: CheckItem) -> tuple[str, ...]:
    """Propose why a check item may not be relevant."""
    if Tag.CHILD_VOICE in item.tags:
        return _about_the_child()
    translate = QCoreApplication.translate
    return (
        translate("runs", "Gælder ikke i denne sag"),
        translate("runs", "Er gjort tidligere i sagen"),
        translate("runs", "Står allerede i journalen"),
    )


def reasons_for_duty() -> tuple[str, ...]:
    """Propose why what an overrun deadline asks for is not to be done."""
    translate = QCoreApplication.translate
    return (
        translate("runs", "Er gjort tidligere i sagen"),
        translate("runs", "Trinnet bliver færdigt med det samme"),
        translate("runs", "Fristen er regnet fra en forkert dato"),
    )


def reasons_for_gate(gate: Gate) -> tuple[str, ...]:
    """Propose why one may go on before what a gate needs is done.

    Who may be told first is settled before anybody is told: that is not done at the same time.
    """
    translate = QCoreApplication.translate
    before = translate("runs", "Er gjort tidligere i sagen")
    beside = translate("runs", "Gøres sideløbende")
    danger = translate("runs", "Faren kan ikke vente")
    is_beside = gate.law != WHO_MAY_BE_TOLD
    return (before, beside, danger) if is_beside else (before, danger)


def results_of_closing() -> Iterable[str]:
    """Propose in a word how a run ended."""
    translate = QCoreApplication.translate
    return (
        translate("runs", "Gennemført"),
        translate("runs", "Fortsætter i et andet forløb"),
        translate("runs", "Sagen er overgivet til en anden kommune"),
        translate("runs", "Startet ved en fejl"),
    )


def things_to_wait_for() -> Iterable[str]:
    """Propose what a run may wait for."""
    translate = QCoreApplication.translate
    return (
        translate("runs", "svar fra skole eller dagtilbud"),
        translate("runs", "svar fra sundhedsvæsenet"),
        translate("runs", "samtykke fra forældrene"),
        translate("runs", "svar fra en anden kommune"),
    )


def _about_the_child() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("runs", "Barnets modenhed taler imod, og synet er hentet på anden vis"),
        translate("runs", "Sagens karakter taler imod, og synet er hentet på anden vis"),
        translate("runs", "Barnet har sagt nej"),
    )
