"""One thing to mark: its box, the words, who marked it and when, and why it is not relevant."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QSizePolicy,
    QWidget,
)

from app.model.errors import Told
from app.model.library.procedure import CheckItem
from app.model.run.run import Mark
from app.model.run.state import ItemState
from app.printing.line_icons import paint_icon
from app.ui.keys import keys
from app.ui.keys.focus import is_by_key, show_or_hide
from app.ui.keys.kept import follow_layout
from app.ui.keys.menus import Menu
from app.ui.keys.shortcuts import asks
from app.ui.keys.toggling import AskingToggle
from app.ui.look.icons import line_icon
from app.ui.look.markdown_html import held_together
from app.ui.look.theme import theme
from app.ui.look.widgets import ElidedLabel, Label, second_line
from app.ui.runs.step.run_acts import AskFor, MarkItem
from app.ui.runs.step.run_fields import ReasonAsk
from app.ui.says.kind_texts import mark_text
from app.ui.steps.step_checklist import BOX, ItemSigns

_INDENT = BOX + 12


class Markable(Struct, frozen=True):
    """Something to mark and how it stands: the item `at` a place of a step's checklist, or what
    its overrun deadline asks for.

    `who` says who marked it and when. `hindrance` says why it cannot be marked as seen through;
    empty where it can. `reasons` are proposed where it is not relevant.
    """

    step: str
    at: int | None
    item: CheckItem
    state: ItemState
    who: str
    reasons: tuple[str, ...]
    hindrance: str
    may_mark: bool


class MarkBox(QAbstractButton):
    """The box itself. It shows what is stored: to use it calls `on_mark`, and draws nothing yet."""

    def __init__(self, on_mark: Callable[[Mark], None]) -> None:
        super().__init__()
        self._on_mark = on_mark
        self._item = CheckItem("")
        self._state = ItemState()
        self._hindrance = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._question = AskingToggle(self)
        self._question.asked.connect(self._on_asked)
        self.customContextMenuRequested.connect(self.open_menu)
        theme().changed.connect(self.updateGeometry)

    @property
    def is_open(self) -> bool:
        """Whether it waits for a mark."""
        return self.isEnabled() and not self._state.is_settled

    def show_mark(self, shown: Markable) -> None:
        """Show the mark that is stored."""
        self._item, self._state, self._hindrance = shown.item, shown.state, shown.hindrance
        self._question.show(shown.state.mark in (Mark.DONE, Mark.VERIFIED))
        self.setEnabled(shown.may_mark)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if shown.may_mark else arrow)
        words = [shown.item.text]
        if shown.item.required:
            words.append(self.tr("krav"))
        if shown.state.is_settled:
            words.append(mark_text(shown.state.shown))
        self.setAccessibleName(", ".join(words))
        self.setAccessibleDescription(shown.who)
        self.update()

    def nextCheckState(self) -> None:
        """Leave the mark as it is: only what is on disk is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.update()  # who goes on by key sees where the keyboard is
        if asks(event, keys.UP, keys.DOWN):
            event.ignore()
        elif asks(event, keys.MARKS):
            self.open_menu(self.rect().bottomLeft())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        side = theme().px(BOX + 8)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().px(BOX)
        self._paint_box(painter, QRectF(theme().px(3), (self.height() - side) / 2, side, side))
        if self.hasFocus() and is_by_key():
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def open_menu(self, at: QPoint) -> None:
        """Open the menu of the marks it can get; some systems ask for it twice for one key."""
        if self.isEnabled() and QApplication.activePopupWidget() is None:
            menu = self.marks_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.mapToGlobal(at))

    def marks_menu(self) -> Menu:
        """Return the menu of the marks it can get; what it cannot get now says why."""
        menu = Menu(self)
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
            action.triggered.connect(lambda _=False, mark=mark: self._on_mark(mark))
            if mark is Mark.VERIFIED and self._hindrance:
                action.setText(f"{name}: {self._hindrance}")
                action.setEnabled(False)
        return menu

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        ink, mark = theme().ink, self._state.shown
        radius = theme().px(4)
        if mark in (Mark.DONE, Mark.VERIFIED):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink.done))
            painter.drawRoundedRect(box, radius, radius)
            name = "check" if mark is Mark.DONE else "checks"
            paint_icon(painter, name, box.adjusted(1.5, 1.5, -1.5, -1.5), ink.surface, 2.6)
            return
        may_mark = self.isEnabled()
        pen = QPen(QColor(ink.part if may_mark else ink.off), 1.5)
        if mark is Mark.NOT_RELEVANT:
            pen = QPen(QColor(ink.off), 1.5)
            pen.setDashPattern([2, 1.6])
        elif self._item.required:
            pen = QPen(QColor(ink.ink if may_mark else ink.off), 2)
        painter.setPen(pen)
        painter.setBrush(QColor(ink.field if may_mark else ink.paper))
        half = pen.widthF() / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        if mark is Mark.NOT_RELEVANT:
            paint_icon(painter, "dash", box.adjusted(2, 2, -2, -2), ink.off, 2.4)

    def _on_asked(self) -> None:
        self._on_mark(Mark.OPEN if self._state.is_settled else Mark.DONE)


class MarkRow(QWidget):
    """One thing to mark. What is said of the mark has its room already, so that nothing moves.

    A menu of all marks opens by right click and by the menu key; why something is not relevant is
    asked below it.
    """

    def __init__(self, question: str, ask: AskFor) -> None:
        super().__init__()
        self._question = question
        self._ask_for = ask
        self._shown: Markable | None = None
        self._ask: ReasonAsk | None = None
        self.box = MarkBox(self._on_mark)
        self._text = Label(wrap=True)
        self._text.setContentsMargins(0, 2, 0, 0)
        self._signs = ItemSigns()
        self._who = ElidedLabel(points=8.5, color="ink_3")
        self._why = second_line(wrap=True)
        self._assemble()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)

    @property
    def ask(self) -> ReasonAsk | None:
        """The question why it is not relevant; None while it is not asked."""
        return self._ask if self._ask is not None and self._ask.isVisibleTo(self) else None

    def show_mark(self, shown: Markable) -> None:
        """Show what is to be marked and how it stands; a question it answers is put away."""
        before, self._shown = self._shown, shown
        if before is not None and (before.item, before.state) != (shown.item, shown.state):
            self.leave()
        is_aside = shown.state.mark is Mark.NOT_RELEVANT
        self.box.show_mark(shown)
        self._text.setText(held_together(shown.item.text))
        self._text.set_color("off" if is_aside else "ink")
        self._signs.show_item(shown.item)
        is_long = is_aside or shown.state.is_seen_by_another
        self._who.setText("" if is_long else shown.who)
        self._who.setVisible(not is_long)
        self._why.setText(shown.who if is_long else "")
        self._why.setVisible(is_long)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self._text.setCursor(hand if shown.may_mark else arrow)

    def refuse(self, error: Told) -> bool:
        """Say at the reason why it is not kept, where one is asked for."""
        return self._ask is not None and self._ask.refuse_error(error)

    def leave(self) -> None:
        """Put the question away; the keyboard goes back to the box if it was in there."""
        if self._ask is not None:
            show_or_hide(self._ask, self.box, is_shown=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is a click on the box."""
        if event.button() is Qt.MouseButton.LeftButton and self.box.isEnabled():
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()

    def _assemble(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.box, 0, 0, 2, 1, top)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self._signs, 0, 2, top)
        grid.addWidget(self._who, 1, 1, 1, 2)
        grid.addWidget(self._why, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def _on_mark(self, mark: Mark) -> None:
        if mark is Mark.NOT_RELEVANT:
            self._ask_why()
        else:
            self._mark(mark)

    def _mark(self, mark: Mark, reason: str = "") -> None:
        if self._shown is not None:
            self._ask_for(MarkItem(self._shown.step, self._shown.at, mark, reason))

    def _ask_why(self) -> None:
        """Ask below the words; Enter keeps the reason, Esc leaves it."""
        if self._shown is None:
            return
        if self._ask is None:
            self._ask = self._make_ask()
        self._ask.ask(self._shown.reasons)
        self._ask.show()
        follow_layout(self)
        self._ask.setFocus()

    def _make_ask(self) -> ReasonAsk:
        ask = ReasonAsk(self._question, self.tr("Ikke relevant, fordi …"), indent=_INDENT)
        ask.given.connect(self._on_given)
        ask.left.connect(self.leave)
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        grid.addWidget(ask, 2, 0, 1, 3)
        return ask

    def _on_given(self, reason: str) -> None:
        if self._shown is None or self._ask is None:
            return
        if not reason and self._shown.item.required:
            self._ask.refuse(self.tr("Det er et krav. Skriv en kort grund."))
        else:
            self._mark(Mark.NOT_RELEVANT, reason)

    def _on_menu_requested(self, at: QPoint) -> None:
        self.box.open_menu(self.box.mapFrom(self, at))
