"""The lines of a checklist: the wanted state with its signs, and the list as it is only read."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget

from app.model.danish.notation import counted
from app.model.library.procedure import CheckItem, Tag
from app.ui.keys.kept import KeptRows
from app.ui.look.icons import IconLabel
from app.ui.look.markdown_html import held_together
from app.ui.look.theme import theme
from app.ui.look.widgets import Label, second_line
from app.ui.says.kind_texts import tag_text
from app.ui.steps.panel_sections import Section

BOX = 16
_DOT = 5


class ItemSigns(QWidget):
    """What stands at the end of a line: whether it is about the child, and whether it must be."""

    def __init__(self) -> None:
        super().__init__()
        self._voice = IconLabel("voice", "child_ink", 15)
        self._voice.setToolTip(tag_text(Tag.CHILD_VOICE))
        self._pill = RequiredPill()
        self._advice = second_line(self.tr("anbefaling"))
        self._advice.setToolTip(self.tr("Vores egen anbefaling: loven kræver det ikke"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._voice)
        row.addWidget(self._pill)
        row.addWidget(self._advice)

    def show_item(self, item: CheckItem) -> None:
        """Show the signs of an item."""
        self._voice.setVisible(Tag.CHILD_VOICE in item.tags)
        self._pill.setVisible(item.required)
        self._advice.setVisible(item.advice)
        self.setVisible(item.required or item.advice or Tag.CHILD_VOICE in item.tags)


class RequiredPill(QWidget):
    """The word *Krav* in an outlined pill."""

    def __init__(self) -> None:
        super().__init__()
        self.setToolTip(self.tr("Loven kræver det"))
        self.setAccessibleName(self.tr("Krav"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        font = theme().font(8.5)
        width = QFontMetrics(font).horizontalAdvance(self.tr("Krav")) + theme().px(16)
        return QSize(width, theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("part"), 1))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.setFont(theme().font(8.5))
        painter.setPen(theme().color("ink_2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Krav"))
        painter.end()


class ReadingList(Section):
    """The checklist of a procedure. It cannot be ticked, and does not look so."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("step", "Tjekliste"))
        self._rows: KeptRows[ReadingRow, CheckItem] = KeptRows(
            self.body, ReadingRow, ReadingRow.show_item
        )

    def show_items(self, items: Sequence[CheckItem]) -> None:
        """Show a checklist, or nothing where there is none."""
        self.setVisible(bool(items))
        self.count.setText(counted(len(items), self.tr("punkt"), self.tr("punkter")))
        self._rows.show(items)


class ReadingRow(QWidget):
    """One line of a checklist that is only read: a dot and the words."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Label(wrap=True)
        self._text.setContentsMargins(0, 2, 0, 0)
        self._signs = ItemSigns()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(BOX + 12), 0, 0, 0)
        row.setSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._text, 1, top)
        row.addWidget(self._signs, 0, top)
        theme().changed.connect(self._resize)

    def show_item(self, item: CheckItem) -> None:
        """Show another item."""
        self._text.setText(held_together(item.text))
        self._signs.show_item(item)

    def event(self, event: QEvent) -> bool:
        """Say where the list can be ticked, to whoever points at it."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._how(), self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        QToolTip.showText(event.globalPosition().toPoint(), self._how(), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("part"))
        side = theme().px(_DOT)
        line = 2 + self._text.fontMetrics().height() / 2
        left = theme().px(3) + (theme().px(BOX) - side) / 2
        painter.drawEllipse(QRectF(left, line - side / 2, side, side))
        painter.end()

    def _how(self) -> str:
        return self.tr("Start et forløb for at krydse af.")

    def _resize(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(theme().px(BOX + 12), 0, 0, 0)
