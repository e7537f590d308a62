"""What all places stand on: the open data folder, the library, work and messages."""

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from app.model.deadlines.days import Calendar
from app.model.errors import Told
from app.model.user_settings import Settings
from app.services.library import Shelf
from app.services.workplace import Workplace
from app.ui.base.keeping import Typed, TypedWriting
from app.ui.base.messages import Messages
from app.ui.base.minutes import Minutes
from app.ui.base.suggestion_book import SuggestionBook
from app.ui.base.tasks import Tasks
from app.ui.keys.keys_ahead import KeysAhead

T = TypeVar("T")
V = TypeVar("V")


class Desk(QObject):
    """Hands services to the places and tells them when something is different. `messages` is how
    the user is told, `writing` what is typed and not yet kept, `minutes` how time passes.

    Signals: `shelf_changed` with the `Shelf` after the library was read; `runs_changed` with the
    id of the run that is different, or an empty string for any; `settings_changed` when the
    settings are other than before; `authoring_changed` when someone elsewhere wrote, sent,
    suggested or read.
    """

    shelf_changed = Signal(object)
    runs_changed = Signal(str)
    settings_changed = Signal()
    authoring_changed = Signal()

    def __init__(
        self,
        workplace: Workplace,
        shelf: Shelf,
        tasks: Tasks,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.messages = Messages(self)
        self.writing = TypedWriting(self)
        self.writing.over.connect(self.messages.settle)
        self.minutes = Minutes(clock, self)
        self._keys_ahead = KeysAhead(self)
        self._workplace = workplace
        self._shelf = shelf
        self._tasks = tasks
        self._clock = clock
        self._has_ended = False
        self.suggestions = SuggestionBook(self)
        self.authoring_changed.connect(self.suggestions.refresh)
        self.shelf_changed.connect(lambda _: self.suggestions.refresh())

    @property
    def shelf(self) -> Shelf:
        """The published library with its versions."""
        return self._shelf

    @property
    def calendar(self) -> Calendar:
        """How days are counted here."""
        return self._workplace.calendar

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._workplace.settings

    @property
    def actor(self) -> str:
        """The user's name in the log."""
        return self._workplace.actor

    @property
    def account(self) -> str:
        """What the system calls the user: the name in the log of one who has given none."""
        return self._workplace.account

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._workplace.folder

    def now(self) -> datetime:
        """The time by this program's clock."""
        return self._clock()

    def end(self) -> None:
        """Take and tell nothing more: the folder is let go of, and all that was typed is kept."""
        self._has_ended = True
        self.writing.end()
        self.minutes.end()

    def set_shelf(self, shelf: Shelf) -> None:
        """Take a newly read library into use."""
        self._shelf = shelf
        self.shelf_changed.emit(shelf)

    def tell_of_runs(self, run: str = "") -> None:
        """Tell the places that a run is different, or any of them."""
        self.runs_changed.emit(run)

    def tell_of_settings(self) -> None:
        """Tell the places that the settings are other than before."""
        self.settings_changed.emit()

    def tell_of_authoring(self) -> None:
        """Tell the places that someone elsewhere wrote, sent, suggested or read."""
        self.authoring_changed.emit()

    def do(
        self,
        work: Callable[[Workplace], T],
        done: Callable[[T], None],
        refused: Callable[[Told], bool] | None = None,
        *,
        owner: QObject | None = None,
        about: Hashable = None,
        again: Callable[[], None] | None = None,
        concerns: str = "",
    ) -> None:
        """Do a use case off the user's thread and take its answer.

        `refused` may answer for an error in the place itself by returning True. Any other is told
        in the banner, and stays until this very thing has succeeded: what has the same `about`, or
        this one call where nothing is named. It says what it `concerns`, in the user's words, where
        that is not what was done last. *Prøv igen* does `again`, or else the same once more. The
        answer is dropped when its `owner` is gone by then.
        """
        ask, at_it = self._tasks.run, partial(work, self._workplace)
        self._ask(ask, at_it, done, refused, owner, about, again, concerns)

    def open(
        self,
        work: Callable[[Workplace], T],
        show: Callable[[T], None],
        refused: Callable[[Told], bool] | None = None,
    ) -> None:
        """Do what leads to another page; keys pressed before that is shown are for it."""

        def shown(answer: T) -> None:
            show(answer)
            self._keys_ahead.give()

        def failed(error: Told) -> bool:
            self._keys_ahead.drop()
            return refused is not None and refused(error)

        self._keys_ahead.hold()
        self.do(work, shown, failed)

    def write_at(
        self,
        key: Hashable,
        stored: V,
        work: Callable[[Workplace, V, V], T],
        take: Callable[[T], None],
        tells: Callable[[Told], bool] | None = None,
    ) -> Typed[V]:
        """Begin to write at a place named by `key`, from what is stored there.

        `work` keeps a value that began as another; `take` gets what it returns. What is not kept
        is tried again, and is found again by whoever comes back; it is told in the banner, unless
        the field `tells` of it.
        """

        def write(
            value: V, base: V, kept: Callable[[], None], failed: Callable[[Told], None]
        ) -> None:
            def done(answer: T) -> None:
                kept()
                take(answer)

            def refused(error: Told) -> bool:
                failed(error)
                return tells is not None and tells(error)

            self.do(
                lambda workplace: work(workplace, value, base),
                done,
                refused,
                about=key,
                again=self.writing.flush,
            )

        return self.writing.begin(key, stored, write)

    def do_beside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[Told], bool] | None = None,
        *,
        owner: QObject | None = None,
        about: Hashable = None,
    ) -> None:
        """Do work that is not the database's, and never keeps a tick waiting; else as `do`."""
        self._ask(self._tasks.run_beside, work, done, refused, owner, about, None)

    def do_long(
        self,
        work: Callable[[Workplace], T],
        done: Callable[[T], None],
        refused: Callable[[Told], bool] | None = None,
        *,
        owner: QObject | None = None,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Do a use case that is long beside all else, and asks the database for a moment at a
        time; else as `do`.
        """
        run, long = self._tasks.run_beside, partial(work, self._workplace)
        self._ask(run, long, done, refused, owner, None, again)

    def _ask(
        self,
        run: Callable[[Callable[[], T], Callable[[T], None], Callable[[Told], None]], None],
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[Told], bool] | None,
        owner: QObject | None,
        about: Hashable,
        again: Callable[[], None] | None,
        concerns: str = "",
    ) -> None:
        thing = object() if about is None else about

        def is_over() -> bool:  # the folder has been let go of meanwhile
            return not isValid(self) or self._has_ended

        def is_gone() -> bool:
            return owner is not None and not isValid(owner)

        def succeeded(answer: T) -> None:
            if is_over():
                return
            self.messages.settle(thing)
            if not is_gone():
                done(answer)

        def failed(error: Told) -> None:
            if is_over() or (is_gone() and error.is_refusal):
                return
            if not is_gone() and refused is not None and refused(error):
                return
            words = QCoreApplication.translate("desk", "Prøv igen")
            repeat = partial(self._ask, run, work, done, refused, owner, thing, again, concerns)
            self.messages.tell(error, (words, again or repeat), thing, concerns=concerns)

        run(work, succeeded, failed)
