"""Where a form stands: a column that is scrolled and never grows wider than its place."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.look.column_scroll import ColumnScroll
from app.ui.look.theme import theme

_AROUND = 40


class FormArea(ColumnScroll):
    """Scrolls a form up and down. What is put into `column` has to do with the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self._inner = _Narrow()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(20, 14, 20, 24)
        self.column.setSpacing(theme().px(12))
        self.setWidget(self._inner)

    def to_top(self) -> None:
        """Begin from above, as another thing is shown."""
        self.verticalScrollBar().setValue(0)

    def bring_into_sight(self, field: QWidget) -> None:
        """Scroll to a field: its heading and its first lines, whatever its height."""
        self._inner.adjustSize()
        y = field.mapTo(self._inner, QPoint(0, 0)).y()
        around = theme().px(_AROUND)
        self.ensureVisible(0, y + min(field.height(), around), 0, around)
        self.ensureVisible(0, y, 0, around)


class _Narrow(QFrame):
    """As narrow as it is asked to be, whatever long words stand in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
