"""The way out: a window closes when what was typed is kept, or when the user gives it up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.ui.base.desk import Desk
from app.ui.base.keeping import KeepState
from app.ui.base.messages import Message, Messages, Tone
from app.ui.base.tasks import Tasks

BACKGROUND = frozenset({"look after", "changes elsewhere"})
"""What the program does by itself: when it fails, nothing of the user's is lost."""

_SLOW_MS = 400
"""A close that takes longer says what it waits for."""


class Closing(QObject):
    """Is asked by the window whether it may close, and closes it later when it may not yet.

    `hand_over` gives all that is being typed to the worker; `close` is called when it may close.
    """

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        hand_over: Callable[[], None],
        close: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._hand_over, self._close = hand_over, close
        self._may_close = False
        self._is_asked = False
        self._failures: list[Message] = []
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._say_slow)
        desk.messages.told.connect(self._on_told)
        desk.writing.changed.connect(self._on_writing_changed)

    @property
    def _messages(self) -> Messages:
        return self._desk.messages

    def ask(self) -> bool:
        """Tell whether the window may close now; if not, it is closed when it may."""
        if not self._may_close and not self._is_asked:
            self._is_asked = True
            self._failures.clear()
            self._messages.settle(self)
            self._slow.start()
            self._hand_over()
            self._tasks.when_idle(self._on_idle)
        return self._may_close

    def _on_idle(self) -> None:
        """Everything asked for is answered: see whether it is kept."""
        standing = self._desk.writing.standing
        if standing is KeepState.TYPED:  # more was typed meanwhile
            self._desk.writing.flush()
            self._tasks.when_idle(self._on_idle)
            return
        self._slow.stop()
        self._is_asked = False
        self._messages.settle(self)
        if standing is KeepState.KEPT and not self._failures:
            self._may_close = True
            self._close()
        else:
            self._tell_why()

    def _tell_why(self) -> None:
        why = self._failures[-1].text if self._failures else ""
        self._messages.hold(
            self.tr("Programmet er stadig åbent, for noget er ikke gemt"),
            why or self.tr("Det står, hvor du skrev det, og kan rettes dér."),
            (self.tr("Luk, og opgiv det"), self._give_up),
            about=self,
        )

    def _give_up(self) -> None:
        """Close all the same, as the user has chosen."""
        self._may_close = True
        self._close()

    def _say_slow(self) -> None:
        line = self.tr("Programmet lukker, når det er på disken.")
        self._messages.say(self.tr("Det sidste bliver gemt"), line, follows=True, about=self)

    def _on_told(self, message: Message) -> None:
        is_failure = message.tone in (Tone.TROUBLE, Tone.WARNING)
        if self._is_asked and is_failure and message.about not in BACKGROUND:
            self._failures.append(message)

    def _on_writing_changed(self) -> None:
        """What was not kept is kept now: there is nothing left to tell."""
        if not self._is_asked and self._desk.writing.standing is KeepState.KEPT:
            self._messages.settle(self)
