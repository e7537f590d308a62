"""What is told to the user: how it is told, and what of it still stands in which place.

Code says what happened by code and parameters; the words come from `texts`. Trouble, warnings
and notes stand in a banner of the place itself, success lies over the page for a moment, and
nothing is ever told in a dialog.
"""

from collections.abc import Callable, Hashable
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.log import What, note
from app.model.errors import Told, Trouble
from app.ui.says.told_texts import told_text

EVERYWHERE = ""
"""Stands for all places, where the key of one of them could be."""

Mend = tuple[str, Callable[[], None]]
"""What puts something right, or goes on from it: the words of a button, and what it does."""


class Tone(Enum):
    """How something is told: what icon and colour it wears, and how long it stays."""

    TROUBLE = "trouble"
    WARNING = "warning"
    NOTE = "note"
    DONE = "done"


class Message(Struct, frozen=True):
    """One thing that is told: what happened, and below it what was kept and what to do.

    One that `follows` concerns the program and is seen in every place; any other stays in the
    place where it was told, and with what was shown there. `about` names the very thing that went
    wrong: when that has succeeded, or was given up, the message goes by itself. One that is `held`
    asks for a decision, and is not hidden by what is told meanwhile.
    """

    heading: str
    line: str = ""
    tone: Tone = Tone.NOTE
    mend: Mend | None = None
    follows: bool = False
    about: Hashable = None
    held: bool = False

    @property
    def text(self) -> str:
        """The message as one text."""
        return f"{self.heading}. {self.line}"


class Messages(QObject):
    """Carries what is to be told to whoever shows it.

    Signals: `told` with a `Message`; `settled` with what a message was about that is over.
    """

    told = Signal(object)
    settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._noted: tuple[Hashable, str] | None = None

    def tell(
        self,
        error: Told,
        mend: Mend | None = None,
        about: Hashable = None,
        *,
        where: str = "",
        concerns: str = "",
    ) -> None:
        """Tell of an error, and where it is when that is not in sight; trouble is seen everywhere,
        stays until it is solved, and says what it concerns.
        """
        heading, line = told_text(error)
        if concerns and not error.is_refusal:
            concerned = self.tr("Det gælder »{}«.").format(concerns)
            line = f"{line} {concerned}"
        if where:
            heading = f"{where}: {heading}"
        is_trouble = isinstance(error, Trouble)
        if is_trouble and self._noted != (about, error.code):  # what is tried again is noted once
            self._noted = about, error.code
            note(What.TOLD, code=error)
        tone = Tone.TROUBLE if is_trouble else Tone.WARNING
        self.told.emit(Message(heading, line, tone, mend, is_trouble, about))

    def warn(self, heading: str, line: str = "", *, follows: bool = False) -> None:
        """Say that something is not as it should be."""
        self.told.emit(Message(heading, line, Tone.WARNING, follows=follows))

    def say(
        self,
        heading: str,
        line: str = "",
        mend: Mend | None = None,
        *,
        follows: bool = False,
        about: Hashable = None,
    ) -> None:
        """Say something that one should know before going on."""
        self.told.emit(Message(heading, line, Tone.NOTE, mend, follows, about))

    def hold(self, heading: str, line: str, mend: Mend, about: Hashable) -> None:
        """Say in every place what the user must decide; it stays until that is done or over."""
        held = Message(heading, line, Tone.TROUBLE, mend, follows=True, about=about, held=True)
        self.told.emit(held)

    def done(self, heading: str, line: str = "") -> None:
        """Say that what was asked for is done."""
        self.told.emit(Message(heading, line, Tone.DONE))

    def settle(self, about: Hashable) -> None:
        """Take away what was told about this very thing, as it is over."""
        if self._noted is not None and self._noted[0] == about:
            self._noted = None
        self.settled.emit(about)


class StandingMessages:
    """The messages that nobody has closed yet, by place; the newest of a place is shown.

    What is told in a place takes the room of what was told there before. Trouble makes room only
    for the same trouble, or for other trouble with the same thing. A place that shows one thing
    after the other names it as its `subject`.
    """

    def __init__(self) -> None:
        self._told: dict[tuple[str, Hashable], Message] = {}
        self._subjects: dict[str, Hashable] = {}

    def tell(self, message: Message, place: str, subject: Hashable = None) -> None:
        """Let a message stand in a place, or in all of them where it follows."""
        is_trouble = message.tone is Tone.TROUBLE
        if is_trouble:
            self._told = {
                key: told
                for key, told in self._told.items()
                if told.tone is not Tone.TROUBLE
                or (told.about != message.about and told.heading != message.heading)
            }
        key = (
            EVERYWHERE if message.follows else place,
            (message.about, message.heading) if is_trouble else None,
        )
        self._told.pop(key, None)
        self._told[key] = message
        self._subjects[place] = subject

    def move_on(self, place: str, subject: Hashable) -> None:
        """Take away what was told in a place about something else than what it shows now."""
        if self._subjects.get(place) != subject:
            self._told = {key: told for key, told in self._told.items() if key[0] != place}

    def shown_in(self, place: str) -> Message | None:
        """Return what is to be seen in a place: what is to be decided, or else the newest."""
        seen = [told for (where, _), told in self._told.items() if where in (EVERYWHERE, place)]
        return next((told for told in reversed(seen) if told.held), seen[-1] if seen else None)

    def close(self, message: Message) -> None:
        """Take a message away."""
        self._told = {key: told for key, told in self._told.items() if told is not message}

    def settle(self, about: Hashable) -> None:
        """Take away what was told about this very thing."""
        self._told = {key: told for key, told in self._told.items() if told.about != about}
