"""The place *Redigér*: what is in hand, and one document at a time on its way to publication."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.errors import Told
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind
from app.model.library.version_work import Suggestion
from app.services.rights import TEAM_LEADER
from app.ui.base.desk import Desk
from app.ui.base.place import Place
from app.ui.editor import beginning
from app.ui.editor.approval import Approval
from app.ui.editor.draft_writing import DraftWriting, may_leave
from app.ui.editor.drafts.draft_keeping import Opened, open_document
from app.ui.editor.editor_closed import ClosedPage
from app.ui.editor.editor_stage import Controller, EditorStage, HasPanes
from app.ui.editor.house_words import HouseWords
from app.ui.editor.in_hand import InHand, InHandList, in_hand, waiting_words
from app.ui.editor.on_trial import OnTrial, Tried, look_at_trial
from app.ui.editor.sharing.arrival import ArrivalControl, offer_choices_again
from app.ui.editor.sharing.departure import Departure
from app.ui.editor.sharing.incoming import Incoming
from app.ui.editor.suggestion_answering import ask_answer
from app.ui.editor.versions.version_panel import VersionsPanel
from app.ui.editor.versions.version_side import VersionsSide
from app.ui.editor.word.word_importing import WordImport, offer_again
from app.ui.keys.kept import focus_kept
from app.ui.keys.key_kinds import Where
from app.ui.look.widgets import Button
from app.ui.targets.editor_targets import (
    EditTarget,
    NewTarget,
    OverviewTarget,
    TrialTarget,
    UpdatesTarget,
)

_WALLS = {Kind.CARD: "cards", Kind.TOOL: "tools"}


class EditorPlace(Place):
    """Shows what is in hand, or the page for what a document needs now: writing, or approval.

    Signals: `left` with the kind and id of the document that is left, empty where only the
    overview was.
    """

    key_places = (Where.EDITOR, Where.EDIT_FLOW, Where.EDIT_FORM, Where.WORD, Where.INCOMING)

    left = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stage = EditorStage(desk)
        HouseWords(desk, self)
        self.incoming = Incoming(self.stage, self, self._show_controller, self._on_not_opened)
        self._departure = Departure(self.stage.band, desk, self)
        self.versions = VersionsPanel()
        self._side = VersionsSide(self.stage, self.versions)
        self.overview = InHandList()
        self._closed, self._below = ClosedPage(), QWidget()
        self.stage.pages.addWidget(self.overview)
        self.now: Controller | None = None
        self._kind, self._slug = Kind.PROCEDURE, ""
        self._overview_line = self.tr("Kladder, godkendelse og forslag")
        self._assemble()
        self._connect()

    @property
    def heading(self) -> str:
        title = self.stage.header.title.text()
        return self.tr("Redigér {}").format(title) if self._slug else title

    @property
    def belongs_to(self) -> str:
        return _WALLS.get(self._kind, "") if self._slug else ""

    @property
    def here(self) -> object:
        if self.now is None:
            return OverviewTarget()
        if isinstance(self.now, OnTrial):
            return self.now.target
        return EditTarget(self._kind, self._slug) if self._slug else None

    @property
    def subject(self) -> Hashable:
        return (self._kind, self._slug) if self._slug else type(self.now).__name__

    def panes(self) -> Sequence[QWidget]:
        stage, page = self.stage, self.stage.pages.currentWidget()
        parts = page.panes() if isinstance(page, HasPanes) else (stage.pages,)
        return (stage.header, stage.band, *parts, self.versions, self._closed)

    @property
    def shown(self) -> str:
        """The id of the document that is shown; empty when none is."""
        return self._slug

    def show_target(self, target: object) -> None:
        is_same = isinstance(target, EditTarget) and (target.kind, target.slug) == self.subject
        if not is_same and not may_leave(self.now, lambda: self.show_target(target)):
            return
        if isinstance(target, OverviewTarget):
            self.show_overview()
        elif isinstance(target, UpdatesTarget):
            self.incoming.show_updates()
        elif isinstance(target, TrialTarget):
            self._open_trial(target)
        elif isinstance(target, NewTarget):
            self._begin(target)
        elif isinstance(target, EditTarget):
            if is_same and self.now is not None and target.number is None:
                self.now.show_step(target.step)
                self.now.focus()
                self.shown_changed.emit()
            else:
                self._open(target)

    def suggest(self) -> bool:
        return isinstance(self.now, DraftWriting) and self.now.suggest()

    def finder(self) -> object:
        return self.now.finder() if isinstance(self.now, DraftWriting) else None

    def enter(self) -> None:
        if self.now is not None:
            self.now.focus()
        else:
            self.show_overview()
        self._follow_role()

    def step_back(self) -> bool:
        """Go back to what lies below; a whole document is left by its button."""
        back = self.stage.header.back
        is_there = back.isVisible()
        if is_there:
            back.click()
        return is_there

    def _follow_role(self) -> None:
        """Let who is no team lead write nothing here, and only read what waits for approval."""
        is_open = self._desk.settings.role == TEAM_LEADER or isinstance(self.now, Approval)
        self.setAcceptDrops(is_open)
        parts = (self.stage.header, self._below)
        if self._closed.stand_for(parts, is_closed=not is_open) and self.now is not None:
            self.now.keep()  # what could not be kept meanwhile

    def leave(self) -> None:
        """Keep what is being typed."""
        if self.now is not None:
            self.now.keep()

    def show_overview(self) -> None:
        """Show what is in hand."""
        if self._slug:
            self.overview.stand_at(self._kind, self._slug)
        self._close_now()
        self.stage.header.show_overview(self.tr("Redigér"), self._overview_line)
        self.stage.show_page(self.overview)
        self.overview.focus_start()
        self._desk.do(in_hand, self._show_in_hand)
        self.shown_changed.emit()

    def _show_in_hand(self, found: InHand) -> None:
        self.overview.show_in_hand(found, self._desk.shelf.library, self._desk.now())
        if self.now is None:
            self.stage.header.show_line(waiting_words(found.waits) or self._overview_line)

    def _look_again(self) -> None:
        """Take in what another window has written, where the list is shown."""
        if self.now is None and self.isVisible():
            self._desk.do(in_hand, self._show_in_hand)

    def _on_day_passed(self) -> None:
        """Say of what was kept and sent when that was, as it is said today."""
        if isinstance(self.now, DraftWriting):
            self.now.tell_time()
        else:
            self._look_again()

    def _show_controller(self, make: Callable[[], Controller]) -> None:
        self.stage.header.versions.setChecked(False)  # there are none of what is brought in
        self._close_now()
        self.stage.header.chip.show()
        self.now = make()
        if self.isVisible():
            self.now.focus()
        else:  # one has gone elsewhere meanwhile
            self.go_requested.emit("editor", None)
        self.shown_changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.incoming.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.incoming.takes(event.mimeData()):
            event.acceptProposedAction()
            self.incoming.drop(event.mimeData())

    def _begin(self, target: NewTarget) -> None:
        if target.step:
            procedure = self._desk.shelf.library.procedure_by_id[target.procedure]
            beginning.begin_of_step(self._desk, self._open, target.kind, procedure, target.step)
            return
        self.show_overview()
        beginning.ask(self.stage.band, self._desk, self._open, target)

    def _open(self, target: EditTarget) -> None:
        if not may_leave(self.now, lambda: self._open(target)):
            return
        if self.now is not None:
            self.now.keep()
        self._desk.open(
            lambda workplace: open_document(
                workplace, kind=target.kind, slug=target.slug, number=target.number
            ),
            lambda opened: self._show(target, opened),
            self._on_not_opened,
        )

    def _on_not_opened(self, _error: Told) -> bool:
        """Show what is in hand where there is nothing else; the message stands above it."""
        if self.now is None:
            self.show_overview()
        return False

    def _open_trial(self, target: TrialTarget) -> None:
        def show(found: Tried) -> None:
            kind, slug, title = target.kind, target.slug, found.after.title
            self._take_up(kind, slug, title, lambda: OnTrial(self.stage, found))

        if self.now is not None:
            self.now.keep()
        self._desk.open(partial(look_at_trial, target=target), show, self._on_not_opened)

    def _show(self, target: EditTarget, opened: Opened) -> None:
        def make() -> Controller:
            if opened.draft is None and opened.review is not None:
                return Approval(self.stage, opened.review)
            return DraftWriting(self.stage, target.kind, opened, target.step)

        self._take_up(target.kind, target.slug, opened.document.title, make)

    def _take_up(self, kind: Kind, slug: str, title: str, make: Callable[[], Controller]) -> None:
        """Let go of what was at work, and let another controller show a document."""
        self._close_now()
        self._desk.suggestions.refresh()  # what is said of them follows the drafts
        self._kind, self._slug = kind, slug
        self.stage.header.title.setText(title)
        self.stage.header.chip.show()
        self.now = make()
        if self.isVisible():  # one may have gone elsewhere meanwhile
            self.now.focus()
        self._side.follow(kind, slug, self.now.shown)
        self._on_versions_toggled(self.stage.header.versions.isChecked())
        self.shown_changed.emit()

    def _close_now(self) -> None:
        self.stage.band.leave()
        now, self.now = self.now, None
        self._slug = ""
        if now is not None:
            now.close()
        if isinstance(now, WordImport) and now.is_worth_keeping:
            offer_again(self.stage, now, lambda left: self._show_controller(left.again))
        elif isinstance(now, ArrivalControl) and now.is_worth_keeping:
            offer_choices_again(self.stage, now, self.incoming.show_arrival)

    # Slots

    def _on_left(self) -> None:
        kind, slug = self._kind.value, self._slug
        known = (kind, slug) in self._desk.shelf.versions
        was_overview = self.now is None
        self.stage.header.versions.setChecked(False)
        if known or was_overview:
            self._close_now()
            self._desk.suggestions.refresh()
            self.left.emit(kind if known else "", slug)
        else:
            self.show_overview()

    def _on_versions_toggled(self, is_shown: bool) -> None:
        is_shown = is_shown and self.now is not None
        with focus_kept(self, self.stage.header.versions.setFocus):
            self.versions.setVisible(is_shown)
            if self.now is not None:
                self.now.make_room(is_wanted=is_shown)
        self._side.refresh()

    def _on_suggestion(self, suggestion: Suggestion) -> None:
        """Ask what is to come of it; what is being written is kept first, as it may go there."""
        if self.now is not None:
            self.now.keep()
        ask_answer(self.stage.band, self._desk, suggestion, self._on_taken_up, self._on_declined)

    def _on_taken_up(self, target: EditTarget) -> None:
        """Go to the step in the draft; one that is open already stays open, with its undo."""
        now, is_same = self.now, (target.kind, target.slug) == (self._kind, self._slug)
        draft = now.draft if isinstance(now, DraftWriting) and is_same else None
        if now is not None and draft is not None and draft.info.number == target.number:
            now.show_step(target.step)
        else:
            self._open(target)

    def _on_declined(self) -> None:
        if self.now is None:
            self.show_overview()

    def _on_discarded(self, kind: Kind, slug: str) -> None:
        """Show the text without the draft that was put aside, or what is in hand where none is."""
        if isinstance(self.now, DraftWriting):
            self.now.give_up_words()
        if (kind.value, slug) in self._desk.shelf.versions:
            self._open(EditTarget(kind, slug))
        else:
            self.show_overview()

    def _assemble(self) -> None:
        stage = self.stage
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(stage.pages, 1)
        pages.addWidget(self.versions)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(stage.band)
        below.addWidget(self.incoming.band)
        below.addLayout(pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(stage.header)
        column.addLayout(self.banner_slot)
        column.addWidget(self._below, 1)
        column.addWidget(self._closed, 1)
        self.versions.hide()

    def _connect(self) -> None:
        self._desk.minutes.day_passed.connect(self._on_day_passed)
        self._desk.settings_changed.connect(self._follow_role)
        self._desk.settings_changed.connect(self._look_again)  # perhaps by another name
        self.shown_changed.connect(self._follow_role)
        self._closed.settings_asked.connect(lambda: self.go_requested.emit("settings", "role"))
        stage, overview = self.stage, self.overview
        stage.open_asked.connect(self._open)
        stage.overview_asked.connect(self.show_overview)
        stage.left.connect(self._on_left)
        stage.sheet_asked.connect(self._on_sheet_asked)
        stage.suggestion_asked.connect(self._on_suggestion)
        stage.trial_asked.connect(self._open_trial)
        stage.versions_changed.connect(self._side.refresh)
        self._desk.authoring_changed.connect(self._look_again)
        self.incoming.done.connect(self.show_overview)
        overview.open_asked.connect(self._open)
        overview.trial_asked.connect(self._open_trial)
        overview.suggestion_asked.connect(self._on_suggestion)
        overview.new_procedure_asked.connect(lambda: self._begin(NewTarget(Kind.PROCEDURE)))
        overview.new_card_asked.connect(lambda: self._begin(NewTarget(Kind.CARD)))
        overview.new_tool_asked.connect(lambda: self._begin(NewTarget(Kind.TOOL)))
        stage.header.new_tool.clicked.connect(overview.new_tool_asked)
        stage.header.new_procedure.clicked.connect(overview.new_procedure_asked)
        stage.header.new_card.clicked.connect(overview.new_card_asked)
        stage.header.from_word.clicked.connect(overview.word_asked)
        overview.word_asked.connect(self.incoming.ask_for_word)
        overview.updates_asked.connect(self.incoming.show_updates)
        overview.others_asked.connect(self.incoming.ask_where_from)
        stage.header.from_others.clicked.connect(self.incoming.ask_where_from)
        stage.header.share.clicked.connect(self._departure.ask_of_library)
        self._side.discarding.connect(self.leave)
        self._side.discarded.connect(self._on_discarded)
        self.versions.left.connect(lambda: stage.header.versions.setChecked(False))
        stage.header.versions.toggled.connect(self._on_versions_toggled)
        for button in stage.header.all_buttons:
            button.clicked.connect(partial(self._press, button))

    def _on_sheet_asked(self, kind: Kind, procedure: Procedure, step: str) -> None:
        beginning.begin_of_step(self._desk, self._open, kind, procedure, step)

    def _press(self, button: Button, _checked: bool = False) -> None:
        """Let the one who is at work now answer a button; the way out is always there."""
        action: Callable[[], object] | None = None
        if self.now is not None:
            action = self.now.actions.get(button)
        elif button is self.stage.header.leave:
            action = self._on_left
        if action is not None:
            action()
