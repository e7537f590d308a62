"""What is said of a version wherever its text is shown: number, state, act, template or not."""

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import capital, date_label
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue
from app.model.library.citations import outdated
from app.model.library.procedure import Checked, Procedure
from app.model.library.stored_version import VersionInfo, VersionState
from app.model.library.tool import Tool
from app.model.library.version_work import Trial
from app.ui.look.widgets import Chip


def show_version_chip(chip: Chip, version: VersionInfo | None) -> None:
    """Show in a chip how far a version has come."""
    chip.setVisible(version is not None)
    if version is not None:
        chip.show_state(*version_state(version))


def show_law_chip(
    chip: Chip, document: Procedure | ActionCard | Tool | None, catalogue: Catalogue
) -> None:
    """Say in a chip that nobody has checked a document, or that the law is newer than that."""
    acts = outdated(document, catalogue) if document is not None else ()
    is_unchecked = document is not None and document.checked is None
    chip.setVisible(bool(acts) or is_unchecked)
    chip.setToolTip("")
    if is_unchecked:
        words = QCoreApplication.translate("version", "Ikke kontrolleret mod loven")
        chip.show_state(words, "soon", "alert")
    if acts:
        chip.show_state(
            QCoreApplication.translate("version", "Skal kontrolleres igen"), "soon", "alert"
        )
        newer = QCoreApplication.translate("version", "{} er ændret {}")
        lines = [newer.format(capital(act.short), date_label(act.date)) for act in acts]
        chip.setToolTip("\n".join(lines))


def version_state(version: VersionInfo) -> tuple[str, str, str]:
    """Return the words, tone and icon for the state of a version."""
    translate = QCoreApplication.translate
    if version.is_template:
        return translate("version", "Skabelon, skal godkendes her"), "plain", "edit"
    return {
        VersionState.DRAFT: (translate("version", "Kladde"), "wait", "edit"),
        VersionState.IN_REVIEW: (translate("version", "Til godkendelse"), "wait", "review"),
        VersionState.PUBLISHED: (translate("version", "Udgivet"), "done", "check-circle"),
        VersionState.TRIAL: (translate("version", "Prøvehandling"), "wait", "review"),
        VersionState.RETIRED: (translate("version", "Udgået"), "off", "dash"),
    }[version.state]


def version_line(version: VersionInfo | None, checked: Checked | None, catalogue: Catalogue) -> str:
    """Say a version in one line: `Version 3 · kontrolleret mod … · gennemgås 12.10.2027`."""
    translate = QCoreApplication.translate
    parts = []
    if version is not None:
        parts.append(translate("version", "Version {}").format(version.number))
    parts.append(_checked_words(checked, catalogue))
    if version is not None and version.review_by is not None:
        review = translate("version", "gennemgås {}").format(date_label(version.review_by))
        parts.append(review)
    return " · ".join(part for part in parts if part)


def trial_words(trial: Trial) -> str:
    """Say which version is tried beside the one that counts: `Version 3 prøves til 24.12.2026`."""
    words = QCoreApplication.translate("version", "Version {} prøves til {}")
    return words.format(trial.number, date_label(trial.ends))


def _checked_words(checked: Checked | None, catalogue: Catalogue) -> str:
    translate = QCoreApplication.translate
    if checked is None:
        return translate("version", "ikke kontrolleret mod loven")
    act = catalogue.act_by_id.get(checked.act)
    if act is None:
        return ""
    text = translate("version", "kontrolleret {} mod {}, {} af {}")
    if act.date > checked.date:
        text = translate("version", "kontrolleret {}, før {}, {} af {} kom")
    return text.format(date_label(checked.date), act.short, act.number, date_label(act.date))
