"""What somebody says of a text and the law: that it was checked, against which act, and when."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.law_notation import MAIN_ACT
from app.model.danish.moment_reading import Lies
from app.model.library.catalogue import Act
from app.model.library.procedure import Checked
from app.model.times import ZONE
from app.ui.editor.form.fields.ways_field import Picker
from app.ui.editor.form.fields.writing_fields import leaves_undo_to_document
from app.ui.fields.dates import DayField
from app.ui.keys.toggling import Switch
from app.ui.look.theme import theme


class CheckedBox(QWidget):
    """A box that is ticked by whoever has checked a text, then the day and the act.

    `today` is what is first offered as the day. Signals: `checked_set` with a `Checked`, or None
    where the tick is taken away.
    """

    checked_set = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._shown: Checked | None = None
        self.tick = QCheckBox(self.tr("Jeg har kontrolleret teksten mod loven"))
        self.day = DayField(self.tr("Kontrolleret den"), self._beginning_of_today, lies=Lies.BEHIND)
        self.act = Picker(self.tr("Lov"))
        self._details = QWidget()
        self._ticked = Switch(self.tick)
        self._assemble()
        self._ticked.turned.connect(self._on_ticked)
        self.act.activated.connect(lambda _: self._tell())
        self.day.changed.connect(self._tell)
        self.day.line.installEventFilter(self)
        self.setFocusProxy(self.tick)

    def show_checked(self, checked: Checked | None, acts: Sequence[Act]) -> None:
        """Show what stands in the document; `acts` are those it may be checked against."""
        self._shown = checked
        if checked is None and self._details.isAncestorOf(self.window().focusWidget() or self):
            self.tick.setFocus()
        self._ticked.show(checked is not None)
        self._details.setVisible(checked is not None)
        choices = [(act.id, self.tr("mod {}").format(act.short)) for act in acts]
        self.act.offer(choices, checked.act if checked else MAIN_ACT)
        if not (self.day.is_refused or self.day.is_being_written):
            self.day.set_value(checked.date if checked else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if leaves_undo_to_document(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _assemble(self) -> None:
        row = QHBoxLayout(self._details)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self.day, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.act, 5, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(self.tick)
        column.addWidget(self._details)

    def _on_ticked(self, is_on: bool) -> None:
        act = self.act.picked if self.act.currentIndex() >= 0 else MAIN_ACT
        self.checked_set.emit(Checked(act, self._today()) if is_on else None)

    def _tell(self) -> None:
        if self._shown is None:
            return
        chosen = Checked(self.act.picked, self.day.value() or self._shown.date)
        if chosen != self._shown:
            self.checked_set.emit(chosen)

    def _beginning_of_today(self) -> datetime:
        return datetime.combine(self._today(), time(), ZONE)
