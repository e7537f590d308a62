"""Picture and step list of a procedure that is edited, with one selection and the bar below."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.ui.editor.canvas.edit_acts import EditActs
from app.ui.editor.canvas.edit_step_list import EditStepList
from app.ui.editor.canvas.edit_view import EditView
from app.ui.flow import FlowPane
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import ElidedLabel

_HINT_ROOM = 130


class EditPane(FlowPane):
    """A flow pane whose picture and list can be edited."""

    def __init__(self, acts: EditActs) -> None:
        self.edit_view, self._edit_list = EditView(acts), EditStepList(acts)
        super().__init__(view=self.edit_view, steps=self._edit_list)
        self._tell_keys()

    def arrive(self) -> None:
        """Take the keyboard on a page that was just opened."""
        self.edit_view.arrive()
        self._edit_list.arrive()
        self.focus_flow()

    def show_document(self, procedure: Procedure, catalogue: Catalogue) -> None:
        """Show a document; what was chosen stays chosen where it still is."""
        if self.edit_view.show_document(procedure, catalogue):
            self.list.show_procedure(self.edit_view.drawn, catalogue)
            self.list.select(self.view.selected)

    def _tell_keys(self) -> None:
        """Write in the bar which keys do most of the work."""
        row = self.bar.layout()
        if isinstance(row, QHBoxLayout):
            place = row.count() - 2
            row.takeAt(place)
            row.insertWidget(place, KeyHint(), 1)


class KeyHint(QWidget):
    """A line about keys; it is not there where it has no room."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("legend", "ink_3", 13)
        self._words = ElidedLabel(
            self.tr("Enter: nyt trin efter · Alt+pil op og ned: flyt · Delete: slet"),
            points=8.5,
            color="ink_3",
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(8), 0, 0, 0)
        row.setSpacing(theme().px(6))
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look at the room in a moment: what is shown while Qt lays the window out makes it lay
        all anew in the midst of that, and end with what was meant before.
        """
        super().resizeEvent(event)
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            has_room = self.width() >= theme().px(_HINT_ROOM)
            self._icon.setVisible(has_room)
            self._words.setVisible(has_room)
        return is_done
