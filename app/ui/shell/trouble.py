"""What is shown when the data folder cannot be opened: why, what is safe, and how to go on."""

from PySide6.QtCore import Signal

from app.model.errors import Told
from app.ui.common.empty_place import EmptyPlace
from app.ui.common.file_dialogs import Filed, ask_for_folder
from app.ui.common.told_texts import told_text
from app.ui.common.widgets import Button

MENDED_BY_RECOVERY = frozenset({"damaged", "missing"})


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
            self.first = Button(
                self.tr("Hent sikkerhedskopien"), "go", "undo", self.recovery_requested.emit
            )
            self.add_button(self.first)
            self.add_button(Button(self.tr("Prøv igen"), on_click=self.retry_requested.emit))
        else:
            self.first = Button(self.tr("Prøv igen"), "go", on_click=self.retry_requested.emit)
            self.add_button(self.first)
        self.add_button(Button(self.tr("Vælg en anden mappe"), "link", on_click=self._choose))

    def _choose(self) -> None:
        title = self.tr("Vælg en mappe til dine data")
        ask_for_folder(self, Filed.DATA, title, lambda path: self.folder_chosen.emit(str(path)))
