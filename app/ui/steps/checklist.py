"""The lines of a checklist: a box, the wanted state, who marked it and when."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QMenu, QSizePolicy, QWidget

from app.model.procedure import CheckItem, Tag
from app.model.run import Mark
from app.model.state import ItemState
from app.printing.icons import paint_icon
from app.ui.common.icons import IconLabel, line_icon
from app.ui.common.markdown import held_together
from app.ui.common.texts import mark_text, tag_text
from app.ui.common.theme import theme
from app.ui.common.widgets import Label, second_line

_BOX = 16


class MarkBox(QAbstractButton):
    """The box itself. It shows what is stored: a click asks for a mark, and draws nothing yet.

    Signals: `mark_requested` with a `Mark`.
    """

    mark_requested = Signal(object)

    def __init__(self, item: CheckItem) -> None:
        super().__init__()
        self._item = item
        self._state = ItemState()
        self._may_mark = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.clicked.connect(self._on_clicked)
        self.show_state(ItemState())

    def allow_marks(self, *, may_mark: bool) -> None:
        """Let the box be used, as in a run, or only be read."""
        self._may_mark = may_mark
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if may_mark else Qt.FocusPolicy.NoFocus)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if may_mark else Qt.CursorShape.ArrowCursor
        )

    def show_state(self, state: ItemState) -> None:
        """Show the mark that is stored."""
        self._state = state
        self.setChecked(state.mark in (Mark.DONE, Mark.VERIFIED))
        words = [self._item.text]
        if self._item.required:
            words.append(self.tr("krav"))
        if state.is_settled:
            words.append(mark_text(state.mark))
        self.setAccessibleName(", ".join(words))
        self.update()

    def nextCheckState(self) -> None:
        """Leave the mark as it is: only what is on disk is shown."""

    def sizeHint(self) -> QSize:
        side = theme().px(_BOX + 8)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().px(_BOX)
        self._paint_box(painter, QRectF(theme().px(3), (self.height() - side) / 2, side, side))
        if self.hasFocus():
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        ink, mark = theme().ink, self._state.mark
        radius = theme().px(4)
        if mark in (Mark.DONE, Mark.VERIFIED):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink.done))
            painter.drawRoundedRect(box, radius, radius)
            name = "check" if mark is Mark.DONE else "checks"
            paint_icon(painter, name, box.adjusted(1.5, 1.5, -1.5, -1.5), ink.surface, 2.6)
            return
        pen = QPen(QColor(ink.part), 1.5)
        if mark is Mark.NOT_RELEVANT:
            pen = QPen(QColor(ink.off), 1.5)
            pen.setDashPattern([2, 1.6])
        elif self._item.required:
            pen = QPen(QColor(ink.ink), 2)
        painter.setPen(pen)
        painter.setBrush(QColor(ink.field))
        half = pen.widthF() / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        if mark is Mark.NOT_RELEVANT:
            paint_icon(painter, "dash", box.adjusted(2, 2, -2, -2), ink.off, 2.4)

    def _on_clicked(self) -> None:
        if self._may_mark:
            self.mark_requested.emit(Mark.OPEN if self._state.is_settled else Mark.DONE)

    def _on_menu_requested(self, at: QPoint) -> None:
        if self._may_mark:
            self.marks_menu().exec(self.mapToGlobal(at))

    def marks_menu(self) -> QMenu:
        """Return the menu of the marks this item can get."""
        menu = QMenu(self)
        names = {
            Mark.DONE: self.tr("Udført"),
            Mark.VERIFIED: self.tr("Set efter af en anden"),
            Mark.NOT_RELEVANT: self.tr("Ikke relevant, fordi …"),
            Mark.OPEN: self.tr("Tag mærket tilbage"),
        }
        icons = {Mark.DONE: "check", Mark.VERIFIED: "checks", Mark.NOT_RELEVANT: "dash"}
        for mark, name in names.items():
            if mark is self._state.mark:
                continue
            action = menu.addAction(line_icon(icons.get(mark, "undo")), name)
            action.triggered.connect(lambda _=False, mark=mark: self.mark_requested.emit(mark))
        return menu


class CheckRow(QWidget):
    """One item of a checklist.

    Signals: `mark_requested` with the item's place and a `Mark`; a menu of all marks opens by
    right click, the menu key, and the button at the end.
    """

    mark_requested = Signal(int, object)

    def __init__(self, place: int, item: CheckItem, *, may_mark: bool = False) -> None:
        super().__init__()
        self._place = place
        self._may_mark = may_mark
        self.box = MarkBox(item)
        self.box.allow_marks(may_mark=may_mark)
        self.box.mark_requested.connect(self._on_mark_requested)
        self._text = Label(held_together(item.text), wrap=True)
        self._who = second_line(wrap=True)
        self._who.hide()
        self._assemble(item)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        if may_mark:
            self._text.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, state: ItemState, who: str = "") -> None:
        """Show the mark that is stored, and in words who set it and when."""
        self.box.show_state(state)
        self._who.setText(who)
        self._who.setVisible(bool(who))
        self._text.set_color("off" if state.mark is Mark.NOT_RELEVANT else "ink")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is a click on the box."""
        if self._may_mark and event.button() is Qt.MouseButton.LeftButton:
            self.box.click()

    def _assemble(self, item: CheckItem) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.box, 0, 0, 2, 1, top)
        self._text.setContentsMargins(0, 2, 0, 0)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self._who, 1, 1)
        column = 2
        if Tag.CHILD_VOICE in item.tags:
            sign = IconLabel("voice", "child_ink", 15)
            sign.setToolTip(tag_text(Tag.CHILD_VOICE))
            grid.addWidget(sign, 0, column, top | Qt.AlignmentFlag.AlignRight)
            column += 1
        if item.required:
            grid.addWidget(RequiredPill(), 0, column, top)
        grid.setColumnStretch(1, 1)

    def _on_mark_requested(self, mark: Mark) -> None:
        self.mark_requested.emit(self._place, mark)

    def _on_menu_requested(self, at: QPoint) -> None:
        if self._may_mark:
            self.box.marks_menu().exec(self.mapToGlobal(at))


class RequiredPill(QWidget):
    """The word *Krav* in an outlined pill."""

    def __init__(self) -> None:
        super().__init__()
        self.setToolTip(self.tr("Loven kræver det"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

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
