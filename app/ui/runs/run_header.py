"""The head of a run's page: what it is, how it stands in chips, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction

from app.model.danish.notation import counted, date_label, moment_label
from app.model.run.child_voice import child_voice
from app.model.run.hearing import hearings_of
from app.model.run.run import RunEvent
from app.model.run.run_waiting import awaited
from app.model.run.state import ChildHeard, Pause, StepStatus
from app.model.run.undo import redone_next, undone_next
from app.services.run_core import RunView
from app.ui.base.keep_words import keep_words
from app.ui.base.keeping import KeepState
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.key_words import with_key
from app.ui.keys.menus import Menu
from app.ui.look.icons import line_icon
from app.ui.look.page_header import Header
from app.ui.look.widgets import Button, Chip
from app.ui.runs.leaving_menu import LeavingButton
from app.ui.runs.run_words import late_words
from app.ui.runs.undo_words import undo_words

ACTIONS = (
    "pause",
    "resume",
    "hand_over",
    "another",
    "add_step",
    "log",
    "",
    "close",
    "reopen",
    "delete",
)
"""The actions of the menu in their order; empty ones part it."""

_ICONS = {
    "pause": "wait",
    "resume": "start",
    "hand_over": "person",
    "another": "runs",
    "add_step": "plus",
    "log": "list",
    "close": "check-circle",
    "reopen": "undo",
    "delete": "trash",
}


class RunHeader(Header):
    """Title, chips and buttons of a run.

    Signals: `left` when the list is asked for; `undo_requested`; `redo_requested`;
    `print_requested`; `meeting_requested`; `action_requested` with one of `ACTIONS`, or with what
    is to leave the program.
    """

    left = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    print_requested = Signal()
    meeting_requested = Signal()
    action_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._said, self._standing = "", KeepState.KEPT
        self.late_chip = Chip(tone="late")
        self.child_chip = Chip(tone="child")
        self.waiting_chip = Chip(tone="wait")
        self.closed_chip = Chip(tone="done")
        self.actions_by_name: dict[str, QAction] = {}
        self.menu = Menu(self)
        self._is_narrow = False
        self._fill()
        self._fill_menu()

    def show_run(self, view: RunView, now: datetime) -> None:
        """Show how a run stands now."""
        state = view.state
        self.title.setText(view.procedure.title)
        self._said = self._sub_line(view, now)
        self._show_line()
        self.late_chip.setVisible(bool(state.late) and not state.is_closed)
        self.late_chip.show_state(late_words(state), "late", "clock-alert")
        self.child_chip.setVisible(_child_is_waited_for(view))
        self.child_chip.show_state(self.tr("Barnet er ikke hørt"), "soon", "voice")
        self.waiting_chip.setVisible(state.pause is not None)
        if state.pause is not None:
            self.waiting_chip.show_state(self._waiting_words(state.pause), "wait", "wait")
        self.closed_chip.setVisible(state.is_closed)
        words = self.tr("Afsluttet: {}").format(state.closed) if state.closed else ""
        self.closed_chip.show_state(words or self.tr("Afsluttet"), "done", "check-circle")
        self.undo_button.setEnabled(view.may_undo)
        self.redo_button.setEnabled(view.may_redo)
        back, again = undone_next(view.events), redone_next(view.events)
        self._name(self.undo_button, self.tr("Fortryd"), keys.UNDO_RUN, back, view)
        self._name(self.redo_button, self.tr("Gentag"), keys.REDO_RUN, again, view)
        self._show_actions(view)

    def show_standing(self, standing: KeepState) -> None:
        """Show how all that is typed stands now."""
        self._standing = standing
        self._show_line()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Say which case it is, where the side that says so is folded away."""
        self._is_narrow = is_narrow

    def _name(
        self, button: Button, act: str, key: Key, event: RunEvent | None, view: RunView
    ) -> None:
        """Say what a button takes back or brings back."""
        what = undo_words(event, view.procedure) if event is not None else ""
        words = f"{act}: {what}" if what else act
        button.setAccessibleName(words)
        button.setToolTip(with_key(words, key))

    def _sub_line(self, view: RunView, now: datetime) -> str:
        state = view.state
        case = [self.tr("Sag {}").format(state.run.case_number)] if self._is_narrow else []
        parts = [
            *case,
            self.tr("Følger version {}").format(state.run.version),
            self.tr("senest ændret {}").format(moment_label(state.changed, now)),
        ]
        if state.deviations:
            given = counted(state.deviations, self.tr("grund givet"), self.tr("grunde givet"))
            parts.append(given)
        parts.append(self.tr("hos {}").format(state.run.owner))
        return " · ".join(parts)

    def _show_line(self) -> None:
        self.sub.setText(f"{self._said} · {keep_words(self._standing)}")

    def _waiting_words(self, pause: Pause) -> str:
        words = self.tr("Afventer {}").format(awaited(pause.reason))
        if pause.until is None:
            return words
        return self.tr("{}, ventes {}").format(words, date_label(pause.until))

    def _show_actions(self, view: RunView) -> None:
        state = view.state
        shown = {
            "pause": state.pause is None and not state.is_closed,
            "resume": state.pause is not None,
            "hand_over": not state.is_closed,
            "add_step": not state.is_closed,
            "close": not state.is_closed,
            "reopen": state.is_closed,
        }
        for name, action in self.actions_by_name.items():
            action.setVisible(shown.get(name, True))

    def _fill(self) -> None:
        back = Button("", "quiet", "arrow-l", self.left.emit, tip=self.tr("Til mine forløb"))
        self.leading.addWidget(back)
        for chip in (self.late_chip, self.child_chip, self.waiting_chip, self.closed_chip):
            self.chips.addWidget(chip)
        self.undo_button = Button(self.tr("Fortryd"), "quiet", "undo", self.undo_requested.emit)
        self.undo_button.set_key(keys.UNDO_RUN)
        again = self.tr("Gentag")
        self.redo_button = Button("", "quiet", "redo", self.redo_requested.emit, tip=again)
        self.redo_button.set_key(keys.REDO_RUN)
        printing = Button(self.tr("Udskriv"), "quiet", "print", self.print_requested.emit)
        printing.set_key(keys.PRINT_RUN)
        showing = self.tr("Vis på møde")
        self.meeting_button = Button(showing, "quiet", "meeting", self.meeting_requested.emit)
        self.meeting_button.set_key(keys.SHOW_RUN)
        self.more = Button(self.tr("Mere"), "quiet", "chev-d", self._on_more)
        self.more.set_key(keys.MORE)
        self.leaving = LeavingButton(self.tr("Kopiér hele forløbet til journal"))
        self.leaving.asked.connect(self.action_requested)
        self.foldable = (self.undo_button, printing, self.meeting_button, self.leaving)
        self.last_foldable = (self.more,)
        after = (self.leaving, printing, self.meeting_button, self.more)
        for button in (self.undo_button, self.redo_button, *after):
            self.buttons.addWidget(button)

    def _fill_menu(self) -> None:
        names = self._names()
        for name in ACTIONS:
            if not name:
                self.menu.addSeparator()
                continue
            action = self.menu.addAction(line_icon(_ICONS[name]), names[name])
            action.triggered.connect(lambda _=False, name=name: self.action_requested.emit(name))
            self.actions_by_name[name] = action

    def _names(self) -> dict[str, str]:
        return {
            "pause": self.tr("Afvent …"),
            "resume": self.tr("I gang igen"),
            "hand_over": self.tr("Giv videre til kollega …"),
            "another": self.tr("Start et forløb mere i sagen …"),
            "add_step": self.tr("Tilføj eget trin efter det valgte …"),
            "log": self.tr("Se forløbets egne hændelser"),
            "close": self.tr("Afslut forløbet …"),
            "reopen": self.tr("Åbn forløbet igen"),
            "delete": self.tr("Slet forløbet nu …"),
        }

    def _on_more(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _child_is_waited_for(view: RunView) -> bool:
    """Tell whether a talk that hears the child was passed by, is late, or heard nobody."""
    voice = child_voice(view.state, view.procedure)
    talks = (view.state.steps[talk] for talk in hearings_of(view.procedure))
    passed = any(talk.passed_by or talk.status is StepStatus.LATE for talk in talks)
    return voice.heard is ChildHeard.NOT_HEARD or (passed and voice.heard is ChildHeard.NOT_YET)
