"""What stands in the editor for one who is no team lead any more."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look.empty_place import EmptyPlace
from app.ui.look.widgets import Button


class ClosedPage(QWidget):
    """Says why one cannot write here now; it stands in the place of the parts one writes in.

    Those are only hidden, with all that was typed in them: they are as they were left when the
    role is that of a team lead again. Signals: `settings_asked` when one wants to look at it.
    """

    settings_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        heading = translate("editor", "Kun en teamleder redigerer og godkender")
        self.setAccessibleName(heading)
        words = EmptyPlace(
            heading,
            translate(
                "editor",
                "Rollen vælges i Indstillinger. Bliver du teamleder igen, står kladderne og det, "
                "du var i gang med, her, som du forlod det. Imens kan du skrive et forslag ved "
                "det trin, det handler om.",
            ),
        )
        self._way = Button(
            translate("editor", "Til Indstillinger"), "go", on_click=self.settings_asked.emit
        )
        words.add_button(self._way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words)
        self.hide()

    def stand_for(self, parts: Sequence[QWidget], *, is_closed: bool) -> bool:
        """Stand in the place of the parts, or give way to them; tells whether it gave way now."""
        gives_way = not is_closed and not self.isHidden()
        self.setVisible(is_closed)
        if is_closed and self.isVisible():  # before they are hidden: the keyboard falls nowhere
            self._way.setFocus()
        for part in parts:
            part.setVisible(not is_closed)
        return gives_way
