"""What is told when a data folder has been opened, where something about it is to be known."""

from PySide6.QtCore import QObject

from app.model.danish.notation import moment_label
from app.model.recovery import Restored
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.says.finding_texts import finding_text


class OpeningWords(QObject):
    """Tells in the banner what happened to the data, and to the texts of the program."""

    def __init__(self, desk: Desk, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = desk.messages
        self._now = desk.now
        self._workplace = workplace

    def tell_restored(self, restored: Restored) -> None:
        """Say what the data were brought back to, and where what was there before is."""
        now = self._now()
        self._messages.done(
            self.tr("Dine data er, som de var {}").format(moment_label(restored.backup.made, now)),
            self.tr("Det, der var her før, ligger i kopien fra {}.").format(
                moment_label(restored.kept.made, now)
            ),
        )

    def tell_of_loss(self) -> None:
        """Say that what was written last may be missing."""
        if self._workplace.may_lack_newest:
            self._messages.warn(
                self.tr("Det, der blev skrevet sidst, kan mangle"),
                self.tr(
                    "Programmet blev ikke lukket, sidst det var åbent, og den fil, hvor det nyeste "
                    "lå, er væk. Alt, der er her, er helt. Se efter, om det sidste er med."
                ),
                follows=True,
            )

    def tell_of_unread(self) -> None:
        """Say which shipped text could not be read."""
        arrivals = self._workplace.arrivals
        problems = arrivals.problems if arrivals else ()
        if problems:
            first = problems[0]
            self._messages.warn(
                self.tr("En tekst, der følger med programmet, kunne ikke læses"),
                self.tr("Alle andre er med. {}, linje {}: {}").format(
                    first.path, first.line, finding_text(first.code, first.params)
                ),
                follows=True,
            )
