"""What the sections of a panel are made of: a heading with what stands below it, texts, links."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.printing.fonts import SEMIBOLD as DRAWN_SEMIBOLD
from app.printing.fonts import paint_text, text_width
from app.ui.look.icons import IconLabel
from app.ui.look.richtext import RichText
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, Label, second_line, section_label

LINK_EDGE = 2
"""What stands around the words of a link, so that its focus can be seen."""


class Section(QWidget):
    """A `title`, with a `count` at its right, and what stands below it in `body`.

    It stays when other things are shown in it, and is hidden while it has nothing to say.
    """

    def __init__(self, title: str, *rows: QWidget, count: str = "") -> None:
        super().__init__()
        self.title = section_label(title)
        self.count = second_line(count)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self.body)
        for row in rows:
            self.body.addWidget(row)


class TextSection(Section):
    """A heading and a text of several paragraphs."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._markdown = ""
        self._text = RichText(title)
        self.body.addWidget(self._text)

    def show_text(self, markdown: str) -> None:
        """Show a text, or nothing where there is none."""
        if markdown != self._markdown:
            self._markdown = markdown
            self._text.show_markdown(markdown)
        self.setVisible(bool(markdown.strip()))


class StationDisc(QWidget):
    """The number of a step on a filled disc, as it stands on the step in the flow."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Show another number."""
        self._text = text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(22), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawEllipse(QRectF(self.rect()))
        size = theme().px(12)
        width = text_width(self._text, size, DRAWN_SEMIBOLD)
        at = self.rect().center().toPointF()
        at.setX(self.width() / 2 - width / 2)
        at.setY(self.height() / 2 + size * 0.35)
        paint_text(painter, at, self._text, size, theme().ink.on_accent, DRAWN_SEMIBOLD)
        painter.end()


class WrapLink(Button):
    """A link that breaks into lines where its place is narrow.

    Signals: `chosen` with what the link stands for.
    """

    chosen = Signal(str)

    def __init__(self, text: str = "", on_click: Callable[[], None] | None = None) -> None:
        super().__init__("", "link", on_click=on_click)
        self.setProperty("plain", True)
        self._target = ""
        self._label = Label(text, color="accent", wrap=True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._on_clicked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(LINK_EDGE, LINK_EDGE, LINK_EDGE, LINK_EDGE)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_link(self, text: str, name: str, target: str) -> None:
        """Stand for something else; `name` is what is spoken."""
        self._target = target
        self._label.setText(text)
        self.setAccessibleName(name)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._label.heightForWidth(width - 2 * LINK_EDGE) + 2 * LINK_EDGE

    def sizeHint(self) -> QSize:
        hint = self._label.sizeHint()
        return QSize(hint.width() + 2 * LINK_EDGE, hint.height() + 2 * LINK_EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(22))

    def _on_clicked(self) -> None:
        self.chosen.emit(self._target)


def plain_link(text: str, on_click: Callable[[], None], name: str) -> WrapLink:
    """A link that always stands for the same; `name` is what a screen reader says."""
    link = WrapLink(text, on_click)
    link.setAccessibleName(name)
    return link


class LinkRow(QWidget):
    """A link with an icon before it and a word after it, where there are such.

    Signals: `chosen` with what the link stands for.
    """

    chosen = Signal(str)

    def __init__(self, icon: str = "") -> None:
        super().__init__()
        self.link = WrapLink()
        self.link.chosen.connect(self.chosen)
        self._icon = IconLabel(icon or "circle", "ink_2", 16)
        self._aside = second_line()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.link, 1)
        row.addWidget(self._aside)
        self._icon.setVisible(bool(icon))
        self._aside.hide()

    def show_link(
        self, text: str, name: str, target: str, *, icon: str = "", aside: str = ""
    ) -> None:
        """Stand for something else; `name` is what is spoken."""
        self.link.show_link(text, name, target)
        if icon:
            self._icon.show_icon(icon, "ink_2")
            self._icon.show()
        self._aside.setText(aside)
        self._aside.setVisible(bool(aside))
