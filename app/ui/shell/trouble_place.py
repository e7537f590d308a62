"""What is shown when the data folder cannot be opened: why, what is safe, and how to go on."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal

from app.model.danish.notation import counted, moment_label
from app.model.errors import Told
from app.model.recovery import Recovery
from app.ui.fields.file_dialogs import Filed, ask_for_folder
from app.ui.look.empty_place import EmptyPlace
from app.ui.look.widgets import Button
from app.ui.says.told_texts import is_without_backup, told_text

MENDED_BY_RECOVERY = frozenset({"damaged", "found_damaged", "log_cut", "missing", "unexpected"})
"""What the newest backup that is whole puts right, or may: nothing that is there is lost by it."""

KEPT_DAYS = 30
"""So long a damaged file lies beside the one that took its place."""


class TroublePlace(EmptyPlace):
    """Fills the window until the folder can be opened.

    Signals: `retry_requested`; `folder_chosen` with a path; `recovery_requested`.
    """

    retry_requested = Signal()
    folder_chosen = Signal(str)
    recovery_requested = Signal()

    def __init__(self, error: Told) -> None:
        heading, line = told_text(error)
        super().__init__(heading, line)
        self.setAccessibleName(heading)
        self.text = line
        if error.code in MENDED_BY_RECOVERY:
            words = (
                self.tr("Hent det, der kan læses")
                if is_without_backup(error)
                else self.tr("Hent sikkerhedskopien")
            )
            self.first = Button(words, "go", "undo", self.recovery_requested.emit)
            self.add_button(self.first)
            self.add_button(Button(self.tr("Prøv igen"), on_click=self.retry_requested.emit))
        else:
            self.first = Button(self.tr("Prøv igen"), "go", on_click=self.retry_requested.emit)
            self.add_button(self.first)
        self.add_button(Button(self.tr("Vælg en anden mappe"), "link", on_click=self._choose))

    def _choose(self) -> None:
        title = self.tr("Vælg en mappe til dine data")
        ask_for_folder(self, Filed.DATA, title, lambda path: self.folder_chosen.emit(str(path)))


def recovery_text(came: Recovery, now: datetime) -> tuple[str, str]:
    """Say what came of fetching the backup: a heading, and a line below."""
    translate = QCoreApplication.translate
    heading = (
        translate("trouble", "Dine data er hentet igen")
        if came.runs or came.made is not None
        else translate("trouble", "Der kunne ingen forløb hentes")
    )
    parts = [_came_from(came, now), _salvaged(came)]
    if came.lost:
        lost = translate("trouble", "{} kunne ikke læses.")
        parts.append(lost.format(_happenings(came.lost)))
    if came.kept:
        kept = translate("trouble", "Den beskadigede fil ligger i datamappen i {} dage: {}.")
        parts.append(kept.format(KEPT_DAYS, came.kept))
    return heading, " ".join(part for part in parts if part)


def _came_from(came: Recovery, now: datetime) -> str:
    translate = QCoreApplication.translate
    runs = counted(came.runs, translate("trouble", "forløb"), translate("trouble", "forløb"))
    if came.made is None:
        return translate("trouble", "Der var ingen hel sikkerhedskopi. Der er {}.").format(runs)
    said = translate("trouble", "Sikkerhedskopien fra {} er hentet. Der er {}.")
    return said.format(moment_label(came.made, now), runs)


def _salvaged(came: Recovery) -> str:
    """Say how much of the damaged file came along, on top of the backup or without one."""
    translate = QCoreApplication.translate
    if came.made is None:
        said = translate("trouble", "{} er læst i den beskadigede fil.")
    elif came.salvaged:
        said = translate("trouble", "{} mere er læst i den beskadigede fil.")
    elif came.kept:
        said = translate("trouble", "Ingen nyere hændelser kunne læses i den beskadigede fil.")
    else:
        said = ""
    return said.format(_happenings(came.salvaged))


def _happenings(count: int) -> str:
    translate = QCoreApplication.translate
    return counted(count, translate("trouble", "hændelse"), translate("trouble", "hændelser"))


def crash_text(kept: Path) -> tuple[str, str]:
    """Say that the program stopped for good the last time, and where what is known of it lies."""
    translate = QCoreApplication.translate
    return (
        translate("trouble", "Programmet stoppede uventet, sidst det var åbent"),
        translate(
            "trouble",
            "Alt, der stod som gemt, er gemt. Hvad der skete, står i {}. Filen rummer intet om "
            "sager og kan sendes til den, der hjælper dig.",
        ).format(kept),
    )
