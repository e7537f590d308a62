"""The user's data in the settings: where they lie, the copies of them, and the way back to one."""

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.danish.notation import counted
from app.model.recovery import Backup
from app.services import backups
from app.ui.base.desk import Desk
from app.ui.look.field_room import BoundedLine
from app.ui.look.widgets import Button, Label, second_line
from app.ui.settings.backup_restoring import RestorePanel
from app.ui.settings.backup_words import backup_words
from app.ui.settings.settings_group import Group, button_row
from app.ui.targets.setting_names import setting_name

_SHOWN = 5


class DataGroup(Group):
    """Where the data lie, and their backups.

    `targets` are what one can go to, by key. Signals: `restore_requested` with the name of a
    backup; `grown` with a part that has been opened, and is to be brought into sight.
    """

    restore_requested = Signal(str)
    grown = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("settings", "Dine data"))
        self._desk = desk
        self.folder = BoundedLine(str(desk.folder))
        self.folder.setReadOnly(True)
        self._open = Button(self.tr("Åbn mappen"), icon="folder", on_click=self._on_open)
        self._copy = Button(self.tr("Kopiér stien"), icon="copy", on_click=self._on_copy)
        self._newest = Label(wrap=True)
        self._others = second_line(wrap=True)
        self._make = Button(self.tr("Tag en sikkerhedskopi nu"), on_click=self._on_make)
        self._restore = Button(
            self.tr("Hent en sikkerhedskopi tilbage …"), icon="undo", on_click=self._on_restore
        )
        self.panel = RestorePanel(desk)
        self.targets: dict[str, QWidget] = {
            "data_folder": self.folder,
            "backups": self._make,
            "restore": self._restore,
        }
        self._assemble()
        self.panel.restore_requested.connect(self.restore_requested)
        self.panel.told.connect(self._on_told)
        self.panel.left.connect(self._on_left)

    def refresh(self) -> None:
        """Show the backups there are."""
        self._desk.do(backups.list_backups, self._show, owner=self)

    def _assemble(self) -> None:
        folder = _column(self.folder, button_row(self._open, self._copy))
        self.add_part("data_folder", folder, self.folder)
        self.folder.setAccessibleName(setting_name("data_folder"))
        self.folder.setCursorPosition(0)
        buttons = button_row(self._make, self._restore)
        copies = _column(self._newest, self._others, buttons, self.panel)
        self.add_part("backups", copies, self._make)

    def _show(self, found: tuple[Backup, ...]) -> None:
        if not found:
            self._newest.setText(self.tr("Der er ingen endnu."))
            self._others.hide()
            return
        self._newest.setText(self.tr("Den nyeste: {}.").format(backup_words(found[0], found)))
        shown, more = found[1:_SHOWN], len(found[_SHOWN:])
        lines = [backup_words(backup, found) for backup in shown]
        if more:
            lines.append(counted(more, self.tr("ældre kopi"), self.tr("ældre kopier")))
        lines.append(
            self.tr(
                "Der tages én hver dag, du bruger programmet, og den slettes efter højst 30 dage."
            )
        )
        self._others.setText("\n".join(lines))
        self._others.show()

    def _on_open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text())):
            self._desk.messages.warn(
                self.tr("Mappen kunne ikke åbnes"),
                self.tr("Kopiér stien, og åbn den i dit filprogram."),
            )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.folder.text())
        self._desk.messages.done(self.tr("Stien er kopieret"), self.folder.text())

    def _on_make(self) -> None:
        self._desk.do(backups.back_up_now, self._on_made, about="backup")

    def _on_made(self, backup: Backup) -> None:
        self._desk.messages.done(self.tr("Sikkerhedskopien er taget"), backup_words(backup))
        self.refresh()

    def _on_restore(self) -> None:
        self._desk.do(backups.list_backups, self._ask, owner=self)

    def _ask(self, found: tuple[Backup, ...]) -> None:
        self._show(found)
        self.panel.open(found, self._restore)
        self.grown.emit(self.panel)

    def _on_told(self) -> None:
        """Keep in sight the button that does it, below the words."""
        self.grown.emit(self.panel.go)

    def _on_left(self) -> None:
        self._restore.setFocus(Qt.FocusReason.OtherFocusReason)


def _column(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for part in parts:
        column.addWidget(part)
    return whole
