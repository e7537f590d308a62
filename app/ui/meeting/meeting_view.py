"""The big screen: title, list, who does what, and how far one has come."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.printing.fonts import BOLD
from app.ui.base.suggestion_book import SuggestionBook
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer
from app.ui.look.theme import theme
from app.ui.meeting.meeting_learning import LearningBand
from app.ui.meeting.meeting_look import BigLabel, KeyButton, ground, scale_of
from app.ui.meeting.meeting_side import SlideSide
from app.ui.meeting.slide_list import SlideList
from app.ui.meeting.slides import Slide, SlideKind

_SECOND_MS = 1_000
_FOOT, _FOOT_MARGIN, _EDGE = 64, 4, 72


class MeetingView(QWidget):
    """Shows one slide after the other. One that is not `live` is a picture of what will be shown.

    Signals: `ended` when Escape asks to leave.
    """

    ended = Signal()

    def __init__(self, book: SuggestionBook, *, live: bool = True) -> None:
        super().__init__()
        self._live = live
        self.learning = LearningBand(book)
        self._slides: tuple[Slide, ...] = ()
        self._at = 0
        self._numbers: dict[int, int] = {}
        self._seconds: dict[int, int] = {}
        self._scale = 1.0
        self.list = SlideList()
        self.side = SlideSide(live=live)
        self.title = BigLabel(48, weight=BOLD, wrap=True)
        self._aim = BigLabel(26, "ink_2", wrap=True)
        self.place = BigLabel(22, "ink_2")
        self.progress = BigLabel(22, "ink_3")
        self.version = BigLabel(20, "ink_2", wrap=True)
        self.keys = self._make_keys()
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._assemble()
        self._connect()
        self._fit()

    @property
    def slide(self) -> int:
        """Which slide is shown, from 0."""
        return self._at

    def show_slides(self, slides: Sequence[Slide], at: int = 0) -> None:
        """Begin a meeting with slides, at one of them."""
        self._slides = tuple(slides)
        self._numbers, self._seconds = {}, {}
        self._show(at)

    def go_by(self, by: int) -> bool:
        """Show a slide before or after; False when there is none."""
        at = self._at + by
        if not 0 <= at < len(self._slides):
            return False
        self._show(at)
        return True

    def step_by(self, by: int) -> None:
        """Move the cursor, and from the last item on to the next slide."""
        if not self.list.stand_on(self.list.number + by):
            self.go_by(by)

    def tick(self) -> None:
        """Let a second pass on the slide that is shown."""
        self._seconds[self._at] = self._seconds.get(self._at, 0) + 1
        self.side.show_time(self._seconds[self._at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Key, Callable[[], object]] = {
            keys.END_MEETING: self.ended.emit,
            keys.LEARN: self.write_learning,
            keys.SLIDE_ON: lambda: self.go_by(1),
            keys.SLIDE_BACK: lambda: self.go_by(-1),
            keys.STEP_ON: lambda: self.step_by(1),
            keys.STEP_BACK: lambda: self.step_by(-1),
        }
        if not answer(event, acts):
            super().keyPressEvent(event)

    def write_learning(self) -> None:
        """Ask what was learnt at what is shown."""
        if self._slides:
            slide = self._slides[self._at]
            self.learning.open_at(slide.spot, slide.title)
            self._tell_keys()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._live:
            self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ground()))
        foot = self.height() - round(_FOOT * self._scale)
        painter.setPen(QPen(theme().color("hair"), 1))
        painter.drawLine(0, foot, self.width(), foot)
        if not self._live:
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _show(self, at: int) -> None:
        self.learning.hide()
        self._numbers[self._at] = self.list.number or 1
        self._at = at
        slide = self._slides[at]
        self.title.setText(slide.title)
        self._aim.setText(slide.aim)
        self.version.setText(slide.version)
        count = len(self._slides)
        is_card = slide.kind is SlideKind.CARD
        place = slide.place or self.tr("Kort {} af {}").format(at + 1, count)
        self.place.setText(place if count > 1 else "")
        self.keys[1].show_words(self.tr("næste kort") if is_card else self.tr("næste trin"))
        self._tell_keys()
        self.side.show_slide(slide)
        self.side.show_time(self._seconds.get(at, 0))
        self.list.setAccessibleName(f"{slide.title}. {slide.aim}")
        self.list.show_slide(slide, self._numbers.get(at, 1))
        self._show_progress()
        self._fit()
        self._announce(". ".join(part for part in (self.place.text(), slide.title) if part))

    def _tell_keys(self) -> None:
        """Tell the keys that work now: where one writes they write, and those of the field stand
        beside it. Their places are kept, so that nothing moves.
        """
        for key in self.keys:
            is_used = key is not self.keys[1] or len(self._slides) > 1
            policy = key.sizePolicy()
            policy.setRetainSizeWhenHidden(is_used)
            key.setSizePolicy(policy)
            key.setVisible(is_used and not self.learning.is_open)

    def _go_on(self) -> None:
        self._tell_keys()
        self.list.setFocus()

    def _show_progress(self) -> None:
        count = self._slides[self._at].count if self._slides else 0
        words = self.tr("Punkt {} af {}").format(self.list.number, count)
        self.progress.setText(words if count else "")

    def _announce(self, words: str) -> None:
        """Tell a screen reader of another slide; the list itself tells of another item."""
        if self._live:
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _make_keys(self) -> tuple[KeyButton, KeyButton, KeyButton, KeyButton]:
        following = KeyButton("↓", self.tr("næste punkt"))
        following.clicked.connect(lambda: self.step_by(1))
        later = KeyButton("→", self.tr("næste kort"))
        later.clicked.connect(lambda: self.go_by(1))
        learning = KeyButton("N", self.tr("skriv ned, hvad I lærte"))
        learning.clicked.connect(self.write_learning)
        end = KeyButton("Esc", self.tr("slut"))
        end.clicked.connect(self.ended)
        return following, later, learning, end

    def _assemble(self) -> None:
        self._head, self._body, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        titles, counts = QVBoxLayout(), QVBoxLayout()
        for layout, labels in ((titles, (self.title, self._aim)), (counts, self._counts())):
            layout.setSpacing(0)
            for label in labels:
                layout.addWidget(label)
        counts.addStretch(1)
        self._head.addLayout(titles, 1)
        self._head.addLayout(counts)
        self._body.addWidget(self.list, 1)
        self._body.addWidget(self.side)
        following, later, learning, end = self.keys
        for key in (following, later, learning):
            self._foot.addWidget(key)
        self.version.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._foot.addWidget(self.version, 1)
        self._foot.addWidget(end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # What is shown follows the window's size, and never holds it.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addLayout(self._head)
        column.addLayout(self._body, 1)
        self._note = QHBoxLayout()
        self._note.addWidget(self.learning)
        column.addLayout(self._note)
        column.addLayout(self._foot)
        if not self._live:
            self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.setAccessibleName(self.tr("Sådan vises det"))

    def _counts(self) -> Iterator[BigLabel]:
        for label in (self.place, self.progress):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            yield label

    def _connect(self) -> None:
        theme().changed.connect(self._fit)
        self.list.moved.connect(lambda _: self._show_progress())
        self._second.timeout.connect(self.tick)
        self.setFocusProxy(self.list)
        self.learning.closed.connect(self._go_on)
        self.learning.kept.connect(self._announce)

    def _fit(self) -> None:
        """Make everything as large as the window allows."""
        scale = self._scale = scale_of(self.width(), self.height())
        for label in (self.title, self._aim, self.place, self.progress, self.version):
            label.fit(scale)
        for key in self.keys:
            key.fit(scale)
        self.side.fit(scale)
        self.learning.fit(scale)
        edge = round(_EDGE * scale)
        self._head.setContentsMargins(edge, round(36 * scale), edge, 0)
        self._head.setSpacing(round(24 * scale))
        self._body.setContentsMargins(round(58 * scale), round(8 * scale), edge, round(8 * scale))
        self._body.setSpacing(round(48 * scale))
        self._note.setContentsMargins(edge, 0, edge, round(12 * scale))
        foot, margin = round(_FOOT * scale), round(_FOOT_MARGIN * scale)
        self._foot.setContentsMargins(edge, margin, edge, margin)
        self.version.setFixedHeight(foot - 2 * margin)
        self._foot.setSpacing(round(28 * scale))
        self.list.fit(scale)
        self.update()
