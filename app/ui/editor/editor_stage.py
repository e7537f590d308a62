"""What the controllers of the editor share: header, band, pages, and the way to another state."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.model.library.catalogue import Library
from app.model.library.stored_version import Kind
from app.model.library.version_work import AnyPage
from app.services.settings import change_settings
from app.ui.base.desk import Desk
from app.ui.editor.compare.compare_page import Compared, ComparePage
from app.ui.editor.editor_ask_band import EditorAskBand
from app.ui.editor.editor_header import EditHeader
from app.ui.keys.focus import FocusKeeper
from app.ui.look.page_stack import Pages
from app.ui.look.widgets import Button
from app.ui.targets.editor_targets import EditTarget, TrialTarget


class EditorStage(QObject):
    """Owned by the place.

    Signals: `open_asked` with an `EditTarget` when a document is to be opened anew;
    `overview_asked` when what is in hand is to be shown; `left` when nothing more is to be shown;
    `sheet_asked` with a kind, a procedure and a step of it that a card or a tool is to be made
    of; `suggestion_asked` with a `Suggestion` to answer; `trial_asked` with a `TrialTarget` to look
    at; `versions_changed` when a draft has come or gone.
    """

    open_asked = Signal(object)
    overview_asked = Signal()
    left = Signal()
    sheet_asked = Signal(object, object, str)
    suggestion_asked = Signal(object)
    trial_asked = Signal(object)
    versions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._editing = desk.settings.editing
        self.header = EditHeader()
        self.band = EditorAskBand(desk.now)
        self.compared = ComparePage()
        self._keeper = FocusKeeper(self.compared)
        self.pages = Pages()
        self.pages.addWidget(self.compared)
        self.band.opened.connect(lambda: self.header.wait(is_waiting=True))
        self.band.closed.connect(lambda: self.header.wait(is_waiting=False))
        self.header.print_note.clicked.connect(self._on_print_note)

    @property
    def library(self) -> Library:
        """The published library."""
        return self.desk.shelf.library

    def show_page(self, page: QWidget) -> None:
        """Show a page, which is added when it is new."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def show_comparison(self, compared: Compared, library: Library | None = None) -> None:
        """Show two versions side by side, with a way back to what was shown."""
        header = self.header
        with self._keeper.taking_over():
            self.compared.show_compared(compared, library or self.library)
            self.show_page(self.compared)
            header.show_buttons((header.versions, header.print_note, header.back))
            self.compared.focus_start()

    def give_back(self) -> bool:
        """Give the keyboard to whoever had it before versions were compared, if they are there."""
        return self._keeper.give_back()

    def _on_print_note(self) -> None:
        """Show what is compared as it will print."""
        from app.ui.editor.compare.compare_note import preview_note

        preview_note(self.compared, self.library.catalogue, self.desk.now())

    def drop_page(self, page: QWidget) -> None:
        """Let go of a page."""
        self.pages.removeWidget(page)
        page.deleteLater()

    def reopen(self, kind: Kind, slug: str, number: int | None = None) -> None:
        """Open a document as it stands now in the database."""
        self.band.leave()
        self.open(EditTarget(kind, slug, number=number))

    def open(self, target: EditTarget) -> None:
        """Ask for a document to be opened."""
        self.open_asked.emit(target)

    def leave(self) -> None:
        """Ask for nothing more to be shown."""
        self.left.emit()

    def show_overview(self) -> None:
        """Ask for what is in hand."""
        self.overview_asked.emit()

    def show_trial(self, target: TrialTarget) -> None:
        """Ask for what is on trial."""
        self.trial_asked.emit(target)

    def make_sheet(self, kind: Kind, procedure: AnyPage, step: str) -> None:
        """Ask for a card or a tool that is made of a step."""
        self.sheet_asked.emit(kind, procedure, step)

    def remember(self, kind: Kind, slug: str) -> None:
        """Keep what is being written, so that one may go on with it if the program breaks off."""
        self._remember(f"{kind.value}:{slug}")

    def forget(self) -> None:
        """Remember nothing more: it was left, or handed on."""
        self._remember("")

    def _remember(self, editing: str) -> None:
        if editing != self._editing:
            self._editing = editing
            self.desk.do(partial(change_settings, editing=editing), lambda _: None)

    def tell_of_versions(self) -> None:
        """Tell that a draft has come or gone."""
        self.versions_changed.emit()


class Controller(Protocol):
    """Answers the buttons for one document in one state."""

    @property
    def actions(self) -> Mapping[Button, Callable[[], object]]:
        """What each button of the header does now."""

    def shown(self) -> tuple[AnyPage, str, int | None] | None:
        """Return the document that is shown, its name, and its number if it has one."""

    def make_room(self, *, is_wanted: bool) -> None:
        """Give the room at the right to something else, or take it back."""

    def show_step(self, step_id: str) -> None:
        """Show a step of the document."""

    def focus(self) -> None:
        """Take the keyboard."""

    def keep(self) -> None:
        """Keep what is being typed."""

    def close(self) -> None:
        """Let go of the document."""


@runtime_checkable
class HasPanes(Protocol):
    """A page of several parts that the keyboard goes to one by one."""

    def panes(self) -> Sequence[QWidget]:
        """Return the parts in the order of reading."""
