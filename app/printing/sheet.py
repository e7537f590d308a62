"""What every printed sheet says about itself: its version, what it rests on, how to check it."""

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import NBSP, capital, date_label, law_labels
from app.model.ids import LawRef
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Checked
from app.model.library.stored_version import VersionInfo, VersionState
from app.model.times import day_of
from app.printing.fonts import SEMIBOLD
from app.printing.typeset import Run


class VersionMark(Struct, frozen=True):
    """Which version a print is of, as the caller knows it.

    `dated` is when it was published, else when it was made. A template is a shipped text that
    nobody here has approved yet.
    """

    number: int
    state: VersionState = VersionState.PUBLISHED
    dated: date | None = None
    review_by: date | None = None
    is_template: bool = False


class PrintedSheet(Struct, frozen=True):
    """What a print is of. `kind` is card, tool or procedure."""

    kind: str
    id: str
    title: str
    version: VersionMark
    law: tuple[LawRef, ...] = ()
    checked: Checked | None = None

    @property
    def code(self) -> str:
        """What the printed code holds: enough for the program to find the newest version."""
        return f"roedtraad:{self.kind}/{self.id}@{self.version.number}"


def version_mark(info: VersionInfo) -> VersionMark:
    """Tell of a stored version what its print shall say."""
    moment = info.approved_at or info.created
    return VersionMark(info.number, info.state, day_of(moment), info.review_by, info.is_template)


def law_line(sheet: PrintedSheet, catalogue: Catalogue) -> tuple[Run, ...]:
    """Name the law it rests on, and the version of the act it was checked against."""
    labels = law_labels(sheet.law, catalogue, full=True)
    runs = (Run(capital(labels), SEMIBOLD),) if labels else ()
    checked = checked_words(sheet.checked, catalogue)
    if not checked:
        return runs
    return (*runs, Run(f" · {checked}")) if runs else (Run(capital(checked)),)


def checked_words(checked: Checked | None, catalogue: Catalogue) -> str:
    """Tell which act a text was checked against, in which version, as it stood that day."""
    if checked is None:
        return QCoreApplication.translate("print", "ikke kontrolleret mod loven")
    act = catalogue.act_by_id.get(checked.act)
    if act is None:
        return ""
    said = QCoreApplication.translate("print", "kontrolleret mod {number}/{year} pr. {date}")
    return said.format(
        number=unbroken(act.number), year=act.date.year, date=date_label(checked.date)
    )


def version_line(version: VersionMark) -> tuple[Run, ...]:
    """Tell which version it is, how far it has come and when, and when it is looked at again."""
    number = QCoreApplication.translate("print", "Version {number}").format(number=version.number)
    said = [_state(version)]
    if version.dated and version.is_template:
        said.append(date_label(version.dated))
    elif version.dated:
        said[0] = unbroken(f"{said[0]} {date_label(version.dated)}")
    if version.review_by:
        review = QCoreApplication.translate("print", "gennemgås {date}")
        said.append(unbroken(review.format(date=date_label(version.review_by))))
    return (Run(unbroken(number), SEMIBOLD), Run(f" · {' · '.join(said)}"))


def check_line(kind: str) -> str:
    """Tell how to find out whether the print still holds."""
    lines = {
        "card": QCoreApplication.translate(
            "print", "Tjek, om kortet stadig gælder: scan koden, eller slå kortet op i Rød tråd."
        ),
        "tool": QCoreApplication.translate(
            "print", "Tjek, om skemaet stadig gælder: scan koden, eller slå det op i Rød tråd."
        ),
    }
    return lines.get(kind) or QCoreApplication.translate(
        "print", "Tjek, om den stadig gælder: scan koden, eller slå den op i Rød tråd."
    )


def unbroken(text: str) -> str:
    """Hold a text together in one line."""
    return text.replace(" ", NBSP)


def _state(version: VersionMark) -> str:
    if version.is_template:
        return QCoreApplication.translate("print", "Skabelon, skal godkendes lokalt før brug")
    states = {
        VersionState.DRAFT: QCoreApplication.translate("print", "Kladde"),
        VersionState.IN_REVIEW: QCoreApplication.translate("print", "Til godkendelse"),
        VersionState.PUBLISHED: QCoreApplication.translate("print", "Udgivet"),
        VersionState.TRIAL: QCoreApplication.translate("print", "Prøvehandling"),
        VersionState.RETIRED: QCoreApplication.translate("print", "Udgået"),
    }
    return states[version.state]
