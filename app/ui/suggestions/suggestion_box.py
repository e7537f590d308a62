"""The door at a step, a card or a tool: suggest a change, and see what came of it."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.model.errors import Told
from app.model.library.suggestion_spots import SuggestionSpot
from app.model.library.version_work import Answered
from app.services.kept_texts import LONGEST_NOTE
from app.ui.base.desk import Desk
from app.ui.fields.growing_text import GrowingBox
from app.ui.keys import keys
from app.ui.keys.kept import focus_kept
from app.ui.keys.key_words import with_key
from app.ui.keys.shortcuts import asks, claims
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, Label
from app.ui.says.told_texts import told_text
from app.ui.suggestions.suggestion_lines import SuggestionLines
from app.ui.suggestions.suggestion_words import count_words, question_of, where_words

_SETTLED_MS = 40
"""So long may a panel that was just filled take to find the height of its texts."""


class SuggestionField(GrowingBox):
    """Where a suggestion is written. Ctrl+Enter sends it.

    Signals: `sent`; `left` when Escape goes elsewhere.
    """

    sent = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(most=LONGEST_NOTE, least_lines=3)
        self.setPlaceholderText(self.tr("Kort, uden navne og cpr-numre"))

    def event(self, event: QEvent) -> bool:
        """Keep the key that finishes a step elsewhere to itself."""
        return claims(event, keys.SEND) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.left.emit()
        elif asks(event, keys.SEND):
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class SuggestionBox(QWidget):
    """Stands at the foot of what is read about a step, a card or a tool.

    What is begun stays at its place until it is sent or put aside. `mark` says at the head of the
    panel how many wait for an answer, and leads here.

    Signals: `answer_asked` with a `Suggestion`.
    """

    answer_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._book = desk.suggestions
        self.spot: SuggestionSpot | None = None
        self.mark = Button("", "link", "suggest", self.reveal)
        self.mark.hide()
        self.lines = SuggestionLines()
        tip = with_key(self.tr("Foreslå en ændring"), keys.SUGGEST)
        self.door = Button(self.tr("Foreslå en ændring"), "link", "suggest", self._on_door, tip=tip)
        self.field = SuggestionField()
        self.send = Button(self.tr("Send forslaget"), on_click=self._on_send)
        self._cancel = Button(self.tr("Annuller"), "quiet", on_click=self._on_cancelled)
        self._question = Label(points=9.5, color="ink_2", wrap=True)
        self._wrong = Label(color="soon", wrap=True)
        self._form = QWidget()
        self._thanks = QWidget()
        self._assemble()
        self._connect()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a suggestion is being written."""
        return self._form.isVisibleTo(self)

    @property
    def is_thanked(self) -> bool:
        """Whether it stands here that a suggestion was sent."""
        return self._thanks.isVisibleTo(self)

    @property
    def wrong_text(self) -> str:
        """What is said to be wrong with what was written; empty when nothing is."""
        return self._wrong.text() if self._wrong.isVisibleTo(self._form) else ""

    def show_at(self, spot: SuggestionSpot | None) -> None:
        """Stand at another place, with what was begun there; at none it is not seen."""
        if spot is not None and self.spot is not None and spot.name == self.spot.name:
            self.spot = spot
            return
        self.spot = spot
        self.setVisible(spot is not None)
        self._thanks.hide()
        if spot is None:
            self.mark.hide()
            return
        self._question.setText(question_of(spot.kind, has_step=bool(spot.step)))
        self.field.setAccessibleName(self._question.text())
        begun = self._book.begun(spot)
        self._show_text(begun)
        self._open(is_open=bool(begun))
        self._show_lines()

    def begin(self) -> bool:
        """Ask for the suggestion here; False where there is no place it could belong to."""
        if self.spot is None:
            return False
        self._thanks.hide()
        self._open(is_open=True)
        self.field.setFocus()
        self._bring_into_view(self._form)
        return True

    def reveal(self) -> None:
        """Bring what was suggested into view."""
        self._bring_into_view(self.lines)
        self.door.setFocus()

    def _assemble(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        form.addWidget(self._question)
        form.addWidget(self.field)
        form.addWidget(self._wrong)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.send)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        form.addLayout(buttons)
        thanks = QHBoxLayout(self._thanks)
        thanks.setContentsMargins(0, 0, 0, 0)
        thanks.setSpacing(8)
        thanks.addWidget(IconLabel("check-circle", "done", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Sendt. Teamlederen ser det her og svarer.")
        thanks.addWidget(Label(words, color="done", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.lines, self._thanks, self.door, self._form):
            column.addWidget(part)
        self._question.setBuddy(self.field)

    def _connect(self) -> None:
        self._book.changed.connect(self._show_lines)
        self._book.begun_changed.connect(self._on_begun_changed)
        self.lines.answer_asked.connect(self.answer_asked)
        self.field.sent.connect(self._on_send)
        self.field.left.connect(self._on_left)
        self.field.textChanged.connect(self._on_typed)

    def _on_door(self) -> None:
        self.begin()

    def _open(self, *, is_open: bool) -> None:
        self._form.setVisible(is_open)
        self.door.setVisible(not is_open)
        self._say("")

    def _show_text(self, text: str) -> None:
        if text != self.field.toPlainText():
            self.field.setPlainText(text)

    def _show_lines(self) -> None:
        if self.spot is None:
            return
        book, desk = self._book, self._desk
        found, may_answer = book.at(self.spot), book.may_answer
        mine = (one for one in found if one.author == desk.actor)
        if not any(one.state is Answered.OPEN for one in mine):
            self._thanks.hide()  # it has been answered, or another sits here now
        with focus_kept(self.lines, self._take_keyboard):
            self.lines.show_suggestions(found, desk.actor, desk.now(), may_answer=may_answer)
        waiting = book.open_by_step(self.spot.kind, self.spot.slug).get(self.spot.step, 0)
        words = count_words(waiting)
        self.mark.say(words)
        self.mark.setAccessibleName(self.tr("{} venter på svar. Vis dem").format(words))
        self.mark.setVisible(bool(waiting) and may_answer)

    def _take_keyboard(self) -> None:
        (self.field if self.is_open else self.door).setFocus()

    def _on_typed(self) -> None:
        if self.spot is not None and self.is_open:
            where = where_words(self.spot, self._desk.shelf.library)
            self._book.begin(self.spot, self.field.toPlainText(), where)

    def _on_send(self) -> None:
        if self.spot is not None:
            self._book.write(self.spot, self.field.toPlainText(), self._on_sent, self._refuse)

    def _on_sent(self) -> None:
        self._thanks.show()
        self._bring_into_view(self._thanks)
        self._bring_into_view(self.door)  # it has the keyboard, and stands right below

    def _on_begun_changed(self, spot: SuggestionSpot) -> None:
        """What was begun here is sent, from here or from the meeting."""
        if self.spot is not None and spot.name == self.spot.name:
            had_focus = self._form.isAncestorOf(self.focusWidget() or self)
            self._open(is_open=False)
            self._show_text("")
            if had_focus:
                self.door.setFocus()

    def _on_cancelled(self) -> None:
        if self.spot is not None:
            self._book.begin(self.spot, "")
        self._open(is_open=False)
        self._show_text("")
        self.door.setFocus()

    def _on_left(self) -> None:
        """Go on with something else; what was begun stays here."""
        if not self.field.toPlainText().strip():
            self._on_cancelled()
        else:
            self.send.setFocus()

    def _refuse(self, error: Told) -> bool:
        if not error.is_refusal:
            return False
        self._say(". ".join(part for part in told_text(error) if part))
        self.field.setFocus()
        return True

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _bring_into_view(self, part: QWidget) -> None:
        """Scroll to a part, when what surrounds it has found its size."""
        QTimer.singleShot(0, part, lambda: _scroll_to(part))
        QTimer.singleShot(_SETTLED_MS, part, lambda: _scroll_to(part))


def _scroll_to(part: QWidget) -> None:
    # What was shown just now has its place only when all around it is laid out.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            inner = parent.widget()
            if inner is not None:
                top = part.mapTo(inner, QPoint(0, 0)).y()
                parent.ensureVisible(0, top + part.height(), 0, theme().px(16))
                parent.ensureVisible(0, top, 0, theme().px(16))
            return
        parent = parent.parentWidget()
