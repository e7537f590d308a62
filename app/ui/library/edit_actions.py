"""What a team lead can do with a document that is read: edit, copy, or approve it as shipped."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.library.stored_version import VersionInfo
from app.ui.base.desk import Desk
from app.ui.keys import keys
from app.ui.keys.focus import show_or_hide
from app.ui.look.widgets import Button

TEAM_LEADER = "teamleder"


class EditActions(QWidget):
    """Buttons for the head of a place; they are not there for those who may not write.

    Signals: `edit_asked`, `approve_asked`, `copy_asked` and `share_asked` with the `VersionInfo`
    that is shown.
    """

    edit_asked = Signal(object)
    approve_asked = Signal(object)
    copy_asked = Signal(object)
    share_asked = Signal(object)

    def __init__(self, desk: Desk, *, can_copy: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._version: VersionInfo | None = None
        self.approve = Button(self.tr("Godkend skabelonen"), "quiet", "check-circle")
        self.edit = Button(self.tr("Redigér"), "quiet", "edit")
        self.edit.set_key(keys.EDIT)
        self.copy = Button(can_copy, "quiet", "copy")
        self._can_copy = bool(can_copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.share = Button(self.tr("Del"), "quiet", "share", tip=self.tr("Del med andre"))
        row.addWidget(self.approve)
        row.addWidget(self.share)
        row.addWidget(self.copy)
        row.addWidget(self.edit)
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self._version))
        self.share.clicked.connect(lambda: self.share_asked.emit(self._version))
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self._version))
        self.approve.clicked.connect(lambda: self.approve_asked.emit(self._version))
        desk.settings_changed.connect(self._show)
        self._show()

    @property
    def foldable(self) -> tuple[Button, ...]:
        """The buttons that show their icon alone where room is scarce."""
        return self.share, self.approve, self.copy, self.edit

    def show_version(self, version: VersionInfo | None) -> None:
        """Stand beside another version, or beside none."""
        self._version = version
        self._show()

    def _show(self) -> None:
        may_write = self._desk.settings.role == TEAM_LEADER and self._version is not None
        self.edit.setVisible(may_write)
        self.share.setVisible(may_write)
        self.copy.setVisible(may_write and self._can_copy)
        is_template = self._version is not None and self._version.is_template
        show_or_hide(self.approve, self.edit, is_shown=may_write and is_template)
        self.setVisible(may_write)
