"""Small widgets of the house: buttons, chips, labels, chips, a search field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from app.model.bounds import LONGEST_QUESTION
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import asks, give_key
from app.ui.look.field_room import BoundedLine
from app.ui.look.icons import IconLabel, line_icon
from app.ui.look.theme import theme
from app.ui.look.tip_words import tip_words

_ANYWHERE = QRect(0, 0, 1000, 1000)
NORMAL, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.DemiBold


class Button(QPushButton):
    """A button of one of five kinds: go (the one main action of a page), outline, quiet, link,
    filter.
    """

    def __init__(
        self,
        text: str,
        kind: str = "outline",
        icon: str = "",
        on_click: Callable[[], None] | None = None,
        *,
        small: bool = False,
        tip: str = "",
    ) -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setAccessibleName(text or tip)
        self.setAutoDefault(False)
        self._icon_size = 16
        self._folded = ""
        self._saved = 0
        if tip:
            self.setToolTip(tip)
        if icon:
            self.show_icon(icon)
        if on_click:
            self.clicked.connect(on_click)
        if kind in ("link", "filter"):
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._resize_icon()
        theme().changed.connect(self._resize_icon)

    def show_icon(self, icon: str) -> None:
        """Show another icon, in the colour of the button's words."""
        colors = {"go": "on_accent", "outline": "ink", "link": "accent"}
        self.setIcon(line_icon(icon, colors.get(str(self.property("kind")), "ink_2")))

    def set_key(self, key: Key) -> None:
        """Give the button a key, and say it in the tip."""
        give_key(self, key)

    def setText(self, text: str) -> None:
        """Show other words. Qt lets go of a button's key with its words, so it is given back."""
        key = self.shortcut()
        super().setText(text)
        self.setShortcut(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too, as it does in every other program. Up and down are left to what
        stands around it: Qt would go on to the next control, wherever in the window that is.
        """
        if asks(event, keys.UP, keys.DOWN):
            event.ignore()
        elif not asks(event, keys.PRESS):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the keyboard inside a filled button, where its ring would not be told from it."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("kind") == "go":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("on_accent"), 2))
            radius = theme().px(4)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), radius, radius)
            painter.end()

    def say(self, text: str) -> None:
        """Say something else, in words and to a screen reader."""
        self.setText(text)
        self.setAccessibleName(text)
        self._resize_icon()

    def fold(self, folded: bool) -> None:
        """Show the icon alone where room is scarce; name and tip keep the words."""
        if folded and self.text():
            whole = self.sizeHint().width()
            self._folded = self.text()
            self.setText("")
            self._resize_icon()
            self._saved = whole - self.sizeHint().width()
        elif not folded and self._folded:
            self.setText(self._folded)
            self._folded, self._saved = "", 0
            self._resize_icon()

    def saved_in(self, part: QWidget) -> int:
        """Return how much narrower it is than with its words; 0 where they, or none, are shown."""
        return self._saved if self.isVisibleTo(part) else 0

    @property
    def width_of_words(self) -> int:
        """How much its words take, whether they are shown or not."""
        return self.fontMetrics().horizontalAdvance(self._folded or self.text())

    def _resize_icon(self) -> None:
        side = theme().px(self._icon_size)
        air = theme().px(4) if self.text() else 0
        self.setIconSize(QSize(side + air, side))


class Label(QLabel):
    """Text in a size, weight and colour of the visual standard; follows theme and zoom."""

    def __init__(
        self,
        text: str = "",
        *,
        points: float = 10,
        weight: QFont.Weight = QFont.Weight.Normal,
        color: str = "ink",
        wrap: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__(text)
        self._points, self._weight, self._color = points, weight, color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._restyle()
        theme().changed.connect(self._restyle)

    def set_color(self, color: str) -> None:
        """Change to another colour of the ink."""
        self._color = color
        self._restyle()

    def set_weight(self, weight: QFont.Weight) -> None:
        """Make the words lighter or heavier."""
        if weight is not self._weight:
            self._weight = weight
            self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            ink_words(self, self._color)

    def _restyle(self) -> None:
        self.setFont(theme().font(self._points, self._weight))
        ink_words(self, self._color)


def ink_words(label: QLabel, color: str) -> None:
    """Give the words of a label their colour, unless they have it.

    To be asked again whenever its palette is another: when a label is first shown, the style sheet
    gives it back the palette that it had before it was in a window, which may be of another theme.
    """
    palette, ink = label.palette(), theme().color(color)
    # A label inside a button takes the button's role for its words.
    roles = (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)
    if any(palette.color(role) != ink for role in roles):
        for role in roles:
            palette.setColor(role, ink)
        label.setPalette(palette)


class ElidedLabel(Label):
    """One line that ends in three dots where its place is too narrow; the tip has all of it.

    It is as tall without words as with them, so that nothing moves when they come.
    """

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        whole = self.text()
        words = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(tip_words(whole) if words != whole else "")
        if words == whole:  # as ever, with what is selected in it
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _line_height(self) -> int:
        """Return how tall a line with words is; what Qt says of an empty one is rounded apart."""
        return self.fontMetrics().boundingRect(_ANYWHERE, 0, "x").height()


def page_title(text: str = "") -> Label:
    """Return a label for the title of a page."""
    return Label(text, points=15, weight=SEMIBOLD)


def section_label(text: str) -> Label:
    """Return a label that heads a section."""
    return Label(text, points=9, weight=SEMIBOLD, color="ink_2")


def second_line(text: str = "", *, wrap: bool = False) -> Label:
    """Return a label for counts, times and asides."""
    return Label(text, points=8.5, color="ink_3", wrap=wrap)


class Chip(QFrame):
    """A short word with its icon in a tinted pill: a state, said by sign, word and colour."""

    _TONES = {
        "done": ("done", "done_tint"),
        "soon": ("soon", "soon_tint"),
        "late": ("thread", "thread_tint"),
        "wait": ("wait", "wait_tint"),
        "off": ("off", "off_tint"),
        "child": ("child_ink", "child_head"),
        "plain": ("ink_2", "sunken"),
    }

    def __init__(self, text: str = "", tone: str = "plain", icon: str = "") -> None:
        super().__init__()
        self._tone = tone
        self._icon = IconLabel(icon or "circle", self._TONES[tone][0], 13)
        self._text = Label(text, points=8.5, color=self._TONES[tone][0])
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 8, 0)
        self._row.setSpacing(5)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text)
        self._icon.setVisible(bool(icon))  # in here now: alone it would be a window for a moment
        self._is_folded = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme().changed.connect(self._restyle)

    @property
    def text(self) -> str:
        """The words in it."""
        return self._text.text()

    def show_state(self, text: str, tone: str, icon: str = "") -> None:
        """Show another state."""
        self._tone = tone
        self._text.setText(text)
        self._text.set_color(self._TONES[tone][0])
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.show_icon(icon, self._TONES[tone][0])
        self.fold(self._is_folded)
        self.update()

    def fold(self, folded: bool) -> None:
        """Show the icon alone where room is scarce; name and tip keep the words."""
        self._is_folded = folded and not self._icon.isHidden()
        self._text.setHidden(self._is_folded)
        self.setAccessibleName(self.text if self._is_folded else "")

    def saved_in(self, part: QWidget) -> int:
        """Return how much narrower it is than with its words; 0 where they, or none, are shown."""
        if not (self._is_folded and self.isVisibleTo(part)):
            return 0
        return self._text.sizeHint().width() + self._row.spacing()

    def event(self, event: QEvent) -> bool:
        """Tell the words of an icon that stands alone, where no more is told of it."""
        if isinstance(event, QHelpEvent) and self._is_folded and not self.toolTip():
            QToolTip.showText(event.globalPos(), tip_words(self.text), self)
            return True
        return super().event(event)

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(21))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(self._TONES[self._tone][1]))
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()


class SearchField(BoundedLine):
    """A field that searches as one types.

    Signals: `left_downwards` when the down key asks for the list below.
    """

    left_downwards = Signal()

    def __init__(self, hint: str, name: str) -> None:
        super().__init__(most=LONGEST_QUESTION, is_kept=False)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.addAction(line_icon("search", "ink_3"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.DOWN, keys.TAKE):
            self.left_downwards.emit()
        elif asks(event, keys.LEAVE) and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def surface(kind: str) -> QFrame:
    """Return a plain area with the ground and edge of its kind."""
    frame = QFrame()
    frame.setProperty("surface", kind)
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return frame


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let Qt delete the widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
