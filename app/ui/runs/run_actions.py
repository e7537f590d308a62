"""What the user does on a run's page, turned into use cases; the page shows what came of it."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.model.clock_standing import went_back
from app.model.danish.notation import moment_label
from app.model.errors import Told
from app.model.file_names import sound_file_name
from app.model.ids import TRIGGER
from app.model.journal.journal_note import JournalNote, run_note
from app.model.recovery import MOST_DAYS_KEPT
from app.model.run.child_voice import must_say_at_close
from app.model.run.hearing import GENERAL_GROUNDS
from app.model.run.receipt import Receipt
from app.model.run.run import ItemMarked, RunEvent
from app.model.run.undo import redone_next, undone_next
from app.services import calendar_file, moving_runs, retention, run_steps, runs
from app.services.run_core import RunView
from app.ui.base.desk import Desk
from app.ui.keys import keys
from app.ui.keys.shortcuts import bind
from app.ui.runs import leaving_menu, run_questions
from app.ui.runs.handing_over import HandingOver
from app.ui.runs.run_leaving import Leaving
from app.ui.runs.run_strips import strip_of
from app.ui.runs.start_form import GoingOn
from app.ui.runs.step.log_words import step_of
from app.ui.runs.step.run_acts import (
    ChooseWay,
    FinishStep,
    MenuAct,
    OpenSibling,
    PanelAct,
    ReopenRun,
    ResumeRun,
    RunAct,
    RunWork,
    SetDate,
    StartFollowing,
)
from app.ui.says.kind_texts import step_label

if TYPE_CHECKING:
    from app.ui.runs.run_page import RunPage

Then = Callable[[RunView], None]
"""Goes on when a run is shown as it was stored."""

Refused = Callable[[Told], bool]
"""Says in its place why something is not done; False where that is told elsewhere."""


class RunActions(QObject):
    """Listens to a run's page and does what is asked for there.

    Signals: `go_requested` with the key of a place and a target in it; `meeting_requested` with a
    `Subject`; `run_requested` with the id of another run.
    """

    go_requested = Signal(str, object)
    meeting_requested = Signal(object)
    run_requested = Signal(str)

    def __init__(self, page: "RunPage", desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._handing_over = HandingOver(page, desk)
        self._leaving = Leaving(page, desk)
        self._listen_to_panel()
        self._listen_to_page()

    def _listen_to_panel(self) -> None:
        panel = self._page.panel
        panel.act_requested.connect(self.ask)
        panel.step_requested.connect(self._page.select)
        panel.procedure_requested.connect(self._on_procedure_requested)
        panel.card_requested.connect(lambda card: self.go_requested.emit("cards", card))
        panel.law_requested.connect(lambda ref: self.go_requested.emit("law", ref))
        panel.step_print_requested.connect(self._on_step_print)
        panel.copy_button.copy_after(self._keep_what_is_typed)

    def _listen_to_page(self) -> None:
        header = self._page.header
        header.undo_requested.connect(partial(self._take_back, False))
        header.redo_requested.connect(partial(self._take_back, True))
        header.print_requested.connect(self._on_print)
        header.meeting_requested.connect(self._on_meeting)
        header.action_requested.connect(self.act)
        for key, name in (
            (keys.COPY_WHOLE, leaving_menu.JOURNAL),
            (keys.SAVE_WORD, leaving_menu.FILE),
            (keys.SAVE_DEADLINES, leaving_menu.CALENDAR),
        ):
            bind(self._page, key, partial(self.act, name))
        self._page.side.trigger.time_set.connect(self._on_trigger)
        self._page.side.case.number_set.connect(self._on_case_number)
        self._page.version_band.move_requested.connect(self._on_move)
        self._page.band.answered.connect(self._on_answered)
        self._page.band.left.connect(self._on_band_left)

    def act(self, name: str) -> None:
        """Do one of the actions of the menu."""
        view = self._page.view
        if view is None:
            return
        self._page.panel.flush_note()
        actions: dict[str, Callable[[RunView], None]] = {
            leaving_menu.JOURNAL: partial(self._take_along, self._leaving.copy),
            leaving_menu.FILE: partial(self._take_along, self._leaving.save_word),
            leaving_menu.CALENDAR: self._save_deadlines,
            leaving_menu.TIMELINE: self._print_timeline,
            "pause": lambda _: self._page.band.ask(run_questions.pausing()),
            "resume": lambda _: self._change(ResumeRun()),
            "hand_over": self._handing_over.ask,
            "another": lambda _: self._start(""),
            "add_step": self._ask_for_step,
            "log": lambda _: self._page.panel.show_log_of_run(),
            "close": self._ask_how_it_ended,
            "reopen": lambda _: self._change(ReopenRun()),
            "delete": lambda view: self._page.band.ask(run_questions.deleting(view.state)),
        }
        actions[name](view)

    # The step

    def ask(self, asked: PanelAct) -> None:
        """Do what was asked for at a step."""
        match asked:
            case StartFollowing(procedure=procedure):
                self._start(procedure)
            case OpenSibling(run=run):
                self.run_requested.emit(run)
            case MenuAct(name=name):
                self.act(name)
            case RunAct():
                self._change(asked)

    def _change(self, act: RunAct, refused: Refused | None = None) -> None:
        """Change the run that is shown now; `refused` tells of it where the panel does not."""
        view = self._page.view
        if view is None:
            return
        run, changes = view.state.run.id, act.changes
        self._desk.do(
            act.work(run),
            partial(self._take, partial(self._go_on, act)),
            refused or partial(self._page.panel.refuse, act),
            owner=self._page,
            about=(run, *changes) if changes else None,
            concerns=act.concerns(view.procedure),
        )

    def _go_on(self, act: RunAct, view: RunView) -> None:
        """Go on from what is done."""
        if isinstance(act, ChooseWay):
            self._page.choosing.say(act.step, view)
        elif isinstance(act, FinishStep):
            self._page.go_on_from(act.step, view)

    # The run

    def _on_trigger(self, value: datetime) -> None:
        self._change(SetDate(TRIGGER, value), self._page.side.trigger.refuse)

    def _on_case_number(self, number: str) -> None:
        run = self._page.run_id
        work = partial(runs.correct_case_number, run=run, case_number=number)
        self._do(work, refused=self._page.side.case.refuse)

    def _take_back(self, is_redo: bool) -> None:
        """Undo or redo, and show the step it happened at."""
        view = self._page.view
        if view is None:
            return
        event = redone_next(view.events) if is_redo else undone_next(view.events)
        self._page.panel.flush_note()
        work = runs.redo if is_redo else runs.undo
        self._do(partial(work, run=view.state.run.id), then=lambda _: self._go_to(event))

    def _go_to(self, event: RunEvent | None) -> None:
        step = step_of(event.what) if event is not None else ""
        if event is not None and step:
            item = event.what.item if isinstance(event.what, ItemMarked) else None
            self._page.go_to(step, item)

    def _do(self, work: RunWork, then: Then | None = None, refused: Refused | None = None) -> None:
        """Do a use case in the run that is shown, and show what came of it."""
        self._desk.do(work, partial(self._take, then), refused, owner=self._page)

    def _take(self, then: Then | None, view: RunView) -> None:
        """Show what was done, and say so where it stands with an earlier time than what it follows.

        Nobody but the user knows whether the clock is wrong now, or was then.
        """
        self._page.take(view, then)
        newest = went_back([event.at for event in view.events])
        if newest is not None:
            here, before = (
                moment_label(at, self._desk.now()) for at in (view.events[-1].at, newest)
            )
            self._desk.messages.warn(
                self.tr("Passer uret på computeren?"),
                self.tr(
                    "Det, du lige gjorde, står med {}, men noget før det står med {}. Er uret "
                    "forkert, så ret det, fortryd, og gør det igen."
                ).format(here, before),
            )

    def _on_answered(self, key: str, text: str, day: date | None) -> None:
        band = self._page.band
        if key in (run_questions.DELETE, run_questions.HAND_OVER):
            self._delete() if key == run_questions.DELETE else self._handing_over.answer(text)
            return
        hearing = band.hearing.answer() if band.asks_for_child else None
        if band.asks_for_child and hearing is None:
            return
        run, after = self._page.run_id, self._page.panel.shown
        work: RunWork = {
            run_questions.CLOSE: partial(runs.close_run, run=run, result=text, hearing=hearing),
            run_questions.PAUSE: partial(runs.pause_run, run=run, reason=text, until=day),
            run_questions.ADD: partial(run_steps.add_step, run=run, title=text, after=after),
        }[key]
        self._do(work, then=lambda _: band.leave(), refused=band.refuse)

    def _on_band_left(self) -> None:
        """Go on in the flow, where whoever had the keyboard before the question is gone."""
        if not self._page.isAncestorOf(self._page.window().focusWidget() or self._page):
            self._page.flow.setFocus()

    def _ask_how_it_ended(self, view: RunView) -> None:
        days = self._desk.settings.keep_closed_days
        asks = must_say_at_close(view.state, view.procedure)
        self._page.band.ask(
            run_questions.closing(view.procedure, view.state, days, asks_for_child=asks)
        )
        if asks:
            catalogue = self._desk.shelf.library.catalogue
            self._page.band.hearing.open(GENERAL_GROUNDS, view.procedure.roles, catalogue)

    def _ask_for_step(self, view: RunView) -> None:
        after = step_label(view.procedure, self._page.panel.shown)
        self._page.band.ask(run_questions.adding(after))

    def _delete(self) -> None:
        run = self._page.run_id
        self._desk.do(partial(retention.delete_run, run=run), self._on_deleted)

    def _on_deleted(self, _receipt: Receipt) -> None:
        self._page.band.hide()
        self._page.forget()
        self._desk.tell_of_runs()
        self._desk.messages.done(
            self.tr("Forløbet er slettet"),
            self.tr(
                "Kvitteringen står under Indstillinger. Sikkerhedskopier har det i op til {} dage."
            ).format(MOST_DAYS_KEPT),
        )

    def _on_move(self, kept: list[tuple[str, int]]) -> None:
        self._do(partial(moving_runs.move_run, run=self._page.run_id, kept=kept))

    def _start(self, procedure: str) -> None:
        """Start the next run of the case with what is known here."""
        view = self._page.view
        if view is None:
            return
        library = self._desk.shelf.library
        following = library.procedure_by_id.get(procedure)
        run = view.state.run
        leads = run.id if following else ""
        going_on = GoingOn(((view.procedure, view.state),), leads)
        self._page.form.open(library, following.id if following else "", run.case_number, going_on)

    def _keep_what_is_typed(self, then: Callable[[], None]) -> None:
        """Go on when the note is kept and shown, so that it goes along."""
        self._page.panel.flush_note()
        self._desk.do(lambda _: None, lambda _: then())

    def _take_along(self, take: Callable[[JournalNote], None], _view: RunView) -> None:
        """Take the whole run along as it is once what was being typed is kept."""
        run, library = self._page.run_id, self._desk.shelf.library

        def taken(view: RunView) -> None:
            take(run_note(view.procedure, view.state, library.catalogue))

        self._desk.do(partial(runs.open_run, run=run), taken)

    def _save_deadlines(self, view: RunView) -> None:
        run = view.state.run
        name = sound_file_name(self.tr("Frister, sag {}").format(run.case_number), ".ics")
        save = partial(calendar_file.save_deadlines, run=run.id)
        self._leaving.save_deadlines(name, save)

    def _print_timeline(self, view: RunView) -> None:
        strip = strip_of(view.procedure, view.state, self._desk.now())
        case = self.tr("sag {}").format(view.state.run.case_number)
        title = f"{view.procedure.title}, {case}"
        self._leaving.print_timeline([strip], title)

    def _on_print(self) -> None:
        """Print the run as it is once what was being typed is kept."""
        self._page.panel.flush_note()
        run = self._page.run_id
        if self._page.view is not None:
            self._desk.do(partial(runs.open_run, run=run), self._leaving.print_run)

    def _on_meeting(self) -> None:
        """Show the steps of the version that the run follows, from the chosen one on."""
        view = self._page.view
        if view is not None:
            followed, version = view.procedure, view.state.run.version
            names, start = (followed.id,), self._page.panel.shown
            from app.ui.targets.meeting_subject import Subject

            subject = Subject("procedure", names, start, followed, version)
            self.meeting_requested.emit(subject)

    def _on_step_print(self, step: str) -> None:
        if self._page.view is not None:
            self._leaving.print_step(self._page.view, step)

    def _on_procedure_requested(self, procedure_id: str) -> None:
        from app.model.library.target import Target

        self.go_requested.emit("procedures", Target("procedure", procedure_id))
