"""The right of the big screen: who does what, the deadline, and the time on the slide."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.printing.fonts import REGULAR, SEMIBOLD
from app.ui.look.widgets import clear_layout
from app.ui.meeting.meeting_look import BigIcon, BigLabel
from app.ui.meeting.slides import Slide, SlideKind

_WIDTH, _ICON = 290, 28


class SlideSide(QWidget):
    """Labels with their facts below them, one after the other."""

    def __init__(self, *, live: bool) -> None:
        super().__init__()
        self._live = live
        self._scale = 1.0
        self._parts: list[BigLabel | BigIcon] = []
        self._gaps: list[int] = []
        self.time: BigLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_slide(self, slide: Slide) -> None:
        """Show what belongs to a slide."""
        clear_layout(self._column)
        self._parts, self._gaps = [], []
        for label, words in slide.who:
            self._add(label, self._words(words), 18)
        if slide.deadline:
            self._add(self.tr("Frist"), self._with_icon("clock", slide.deadline), 36)
        if self._live:
            is_card = slide.kind is SlideKind.CARD
            label = self.tr("Tid på kortet") if is_card else self.tr("Tid på trinnet")
            self.time = self._words("")
            self._add(label, self.time, 18)
        label, words = slide.aside
        if words:
            self._add(label, self._words(words, strong=False), 36)
        self._column.addStretch(1)
        self.fit(self._scale)

    def show_time(self, seconds: int) -> None:
        """Show how long the slide has been up."""
        if self.time is not None:
            self.time.setText(f"{seconds // 60:02}:{seconds % 60:02}")

    def fit(self, scale: float) -> None:
        """Take the size and the colours in force."""
        self._scale = scale
        self.setFixedWidth(round(_WIDTH * scale))
        for part in self._parts:
            part.fit(scale)
        for number, gap in enumerate(self._gaps):
            item = self._column.itemAt(number * 3)
            spacer = item.spacerItem() if item is not None else None
            if spacer is not None:
                spacer.changeSize(0, round(gap * scale))
        self._column.invalidate()

    def _add(self, label: str, fact: QWidget, gap: int) -> None:
        self._column.addSpacing(round(gap * self._scale))
        self._gaps.append(gap)
        heading = BigLabel(20, "ink_3")
        heading.setText(label)
        self._parts.append(heading)
        self._column.addWidget(heading)
        self._column.addWidget(fact)

    def _words(self, text: str, *, strong: bool = True) -> BigLabel:
        size, color, weight = (26, "ink", SEMIBOLD) if strong else (22, "ink_2", REGULAR)
        words = BigLabel(size, color, weight, wrap=True)
        words.setText(text)
        self._parts.append(words)
        return words

    def _with_icon(self, icon: str, text: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        sign = BigIcon(icon, _ICON)
        self._parts.append(sign)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words(text), 1)
        return box
