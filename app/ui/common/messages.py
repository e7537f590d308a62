"""The one way to tell the user something: a banner in the place itself, never a dialog.

Code says what happened by code and parameters; the words come from `texts`.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.model.errors import Told, Trouble
from app.ui.common.icons import IconLabel
from app.ui.common.told_texts import told_text
from app.ui.common.widgets import SEMIBOLD, Button, Label


class Messages(QObject):
    """Carries what is to be told to whoever shows it.

    Signals: `told` with a heading, a line below, what mends it (a label and a function, or
    None), and whether it stays until the trouble is over; `settled` when it is.
    """

    told = Signal(str, str, object, bool)
    settled = Signal()

    def tell(self, error: Told, mend: tuple[str, Callable[[], None]] | None = None) -> None:
        """Tell of an error; trouble stays until it is solved."""
        heading, line = told_text(error)
        self.told.emit(heading, line, mend, isinstance(error, Trouble))

    def say(self, heading: str, line: str = "") -> None:
        """Say something that needs no mending."""
        self.told.emit(heading, line, None, False)

    def settle(self) -> None:
        """Take trouble away, as it is over."""
        self.settled.emit()


class Banner(QFrame):
    """A band under the header: first line what happened, second what was kept and what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = Label(weight=SEMIBOLD, wrap=True)
        self._line = Label(wrap=True)
        self._mend = Button("", small=True)
        self._mend_action: Callable[[], None] | None = None
        self._mend.clicked.connect(self._on_mend_clicked)
        self._close = Button("", "quiet", "close", self.hide, small=True, tip=self.tr("Luk"))
        self._stays = False
        self._assemble()
        self.hide()

    @property
    def text(self) -> str:
        """The message as one text."""
        return f"{self._heading.text()}. {self._line.text()}"

    def show_message(
        self,
        heading: str,
        line: str,
        mend: tuple[str, Callable[[], None]] | None,
        stays: bool,
    ) -> None:
        """Show a message until it is closed, mended or replaced."""
        self._stays = stays
        self._heading.setText(heading)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._mend.setVisible(mend is not None)
        if mend is not None:
            self._mend.setText(mend[0])
            self._mend.setAccessibleName(mend[0])
            self._mend_action = mend[1]
        self.setAccessibleName(heading)
        self.setAccessibleDescription(line)
        self.show()

    def settle(self) -> None:
        """Take away what told of trouble; what was merely said stays until it is closed."""
        if self._stays:
            self.hide()

    def _assemble(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._heading)
        lines.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 12, 20, 12)
        row.setSpacing(14)
        row.addWidget(IconLabel("alert", "soon", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        row.addWidget(self._mend, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _on_mend_clicked(self) -> None:
        self.hide()
        if self._mend_action:
            self._mend_action()
