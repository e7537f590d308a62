"""Puts the places into the window and connects them; none of them knows another.

A place is imported and made when it is first gone to: what nobody looks at costs neither time nor
memory. Only the imports are done ahead, beside all else, so that each answers at once.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.model.user_settings import Settings
from app.services import library as library_service
from app.services.library import Shelf
from app.services.settings import change_settings, keep_folder
from app.services.workplace import Changes, Workplace
from app.ui.base.crash import no_longer_when_crashed, when_crashed
from app.ui.base.desk import Desk
from app.ui.base.keeping import KeepState
from app.ui.base.tasks import Tasks
from app.ui.fields.file_dialogs import last_folders
from app.ui.look.theme import theme
from app.ui.says.told_texts import unexpected_text
from app.ui.shell.caring import Caring
from app.ui.shell.closing import Closing
from app.ui.shell.editor_doors import Doors
from app.ui.shell.main_window import MainWindow
from app.ui.shell.newer import NewerTexts
from app.ui.shell.opening_words import OpeningWords
from app.ui.shell.text_trails import Trails
from app.ui.shell.watching import Watching

if TYPE_CHECKING:
    from app.ui.cards.card_place import CardsPlace
    from app.ui.editor.editor_place import EditorPlace
    from app.ui.meeting.meeting_place import MeetingPlace
    from app.ui.meeting.meeting_window import MeetingWindow
    from app.ui.procedures.procedure_place import ProceduresPlace
    from app.ui.runs.run_place import RunsPlace
    from app.ui.runs.start_form import StartForm
    from app.ui.settings.settings_place import SettingsPlace
    from app.ui.targets.meeting_subject import Subject
    from app.ui.tools.tool_place import ToolsPlace
    from app.ui.welcome.welcome_place import WelcomePlace

_LATER = (
    "runs.run_place",
    "procedures.procedure_place",
    "cards.card_place",
    "tools.tool_place",
    "editor.editor_place",
    "meeting.meeting_place",
    "meeting.meeting_window",
    "settings.settings_place",
    "find.palette",
    "find.law_page",
    "find.reckoner",
)
"""What is gone to sooner or later, the likely first."""


class Furnishing(QObject):
    """Owns the desk and the places for as long as a data folder is open.

    Signals: `restore_requested` with the name of a backup that the data are to be brought back to.
    """

    restore_requested = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        workplace: Workplace,
        shelf: Shelf,
        tasks: Tasks,
        clock: Callable[[], datetime],
        *,
        begins_at: str = "procedures",
        welcomes: bool = False,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.desk = Desk(workplace, shelf, tasks, clock, self)
        self._workplace = workplace
        self._tasks = tasks
        self._is_closed = False
        self._caring = Caring(self.desk, workplace, self)
        self._newer = NewerTexts(self.desk, self)
        self.opening_words = OpeningWords(self.desk, workplace, self)
        self._watching = Watching(self.desk, self)
        self._watching.seen.connect(self._on_changes_elsewhere)
        self._use_settings(workplace.settings)
        last_folders().take(workplace.settings.folders)
        last_folders().changed.connect(self._on_folder_changed)
        self.trails = Trails(self.desk, window, self)
        self._fill()
        self.closing = Closing(self.desk, tasks, self._hand_over, self._close, self)
        self.window.guard_closing(self.closing.ask)
        self.window.suggest_requested.connect(self._on_suggest_requested)
        self.window.place_shown.connect(self._on_place_shown)
        when_crashed(self._on_crashed)
        self._begins_at, self._welcomes = begins_at, welcomes
        self._begin("welcome" if welcomes else begins_at)
        self.doors.listen_in(window)
        self.doors.offer_to_go_on()

    @cached_property
    def procedures(self) -> "ProceduresPlace":
        """The place *Procedurer*, with the form that starts a run from it."""
        from app.ui.procedures.procedure_place import ProceduresPlace

        place = ProceduresPlace(self.desk, self._workplace.settings.last_procedure)
        place.start_requested.connect(self._on_start_requested)
        place.print_requested.connect(self._on_print_requested)
        place.meeting_requested.connect(self.show_meeting)
        self.doors.from_procedures(place)
        self.trails.follow_procedures(place)
        return place

    @cached_property
    def form(self) -> "StartForm":
        """The form that starts a run of the procedure that is shown."""
        from app.ui.runs.start_form import StartForm

        form = StartForm(self.desk)
        self.procedures.form_slot.addWidget(form)
        form.started.connect(lambda view: self.window.go("runs", view))
        return form

    @cached_property
    def runs(self) -> "RunsPlace":
        """The place *Forløb*."""
        from app.ui.runs.run_place import RunsPlace

        place = RunsPlace(self.desk)
        place.meeting_requested.connect(self.show_meeting)
        self.doors.for_answers(place.page.suggestions, place.banner_slot)
        return place

    @cached_property
    def cards(self) -> "CardsPlace":
        """The place *Actioncards*."""
        from app.ui.cards.card_place import CardsPlace

        place = CardsPlace(self.desk)
        place.print_requested.connect(self._on_cards_print_requested)
        self.doors.from_cards(place)
        self.trails.follow_sheets(place, "card")
        place.meeting_requested.connect(self.show_meeting)
        return place

    @cached_property
    def tools(self) -> "ToolsPlace":
        """The place *Værktøjer*."""
        from app.ui.tools.tool_place import ToolsPlace

        place = ToolsPlace(self.desk)
        place.print_requested.connect(self._on_tools_print_requested)
        self.doors.from_tools(place)
        self.trails.follow_sheets(place, "tool")
        return place

    @cached_property
    def editor(self) -> "EditorPlace":
        """The place *Redigér*."""
        from app.ui.editor.editor_place import EditorPlace

        place = EditorPlace(self.desk)
        self.doors.from_editor(place)
        return place

    @cached_property
    def doors(self) -> Doors:
        """The ways into the editor and out again."""
        return Doors(self.desk, self.window.go, self)

    @cached_property
    def meeting(self) -> "MeetingPlace":
        """The place *Møde*."""
        from app.ui.meeting.meeting_place import MeetingPlace

        place = MeetingPlace(self.desk)
        place.meeting_requested.connect(self.show_meeting)
        return place

    @cached_property
    def meeting_window(self) -> "MeetingWindow":
        """The full-screen window of meetings."""
        from app.ui.meeting.meeting_window import MeetingWindow

        found = MeetingWindow(self.window, self.desk.suggestions)
        found.ended.connect(self.window.activateWindow)
        return found

    @cached_property
    def settings(self) -> "SettingsPlace":
        """The place *Indstillinger*."""
        from app.ui.settings.settings_place import SettingsPlace

        place = SettingsPlace(self.desk)
        place.settings_changed.connect(self._use_settings_of_all)
        place.restore_requested.connect(self.restore_requested)
        return place

    @cached_property
    def welcome(self) -> "WelcomePlace":
        """The word of welcome; whoever goes elsewhere from it has been welcomed too."""
        from app.ui.welcome.welcome_place import WelcomePlace

        place = WelcomePlace(self.desk)
        place.settings_changed.connect(self._use_settings_of_all)
        place.done.connect(lambda: self.window.go(self._begins_at))
        return place

    def show_meeting(self, subject: "Subject") -> None:
        """Show cards or steps on the whole screen."""
        from app.ui.meeting.meeting_material import slides_of, start_of

        slides = slides_of(subject, self.desk.shelf)
        if slides:
            self.meeting_window.begin(slides, start_of(subject, self.desk.shelf))

    def look_after(self) -> None:
        """Do what may wait until the window is shown: a backup, and slow imports."""
        self._caring.care()
        self.desk.suggestions.refresh()
        self.desk.do_beside(_import_places, lambda _: None)

    def look_elsewhere(self) -> None:
        """Take in what another window has written since."""
        if not self._is_closed:
            self._caring.look_at_the_day()
            self._watching.look()

    def let_go(self, then: Callable[[], None]) -> None:
        """Let go of the folder and leave the window, when what is typed is kept."""
        self._hand_over()
        self._tasks.when_idle(lambda: self._leave(then))

    def _leave(self, then: Callable[[], None]) -> None:
        if self.desk.writing.standing is not KeepState.KEPT:
            self.desk.messages.warn(
                self.tr("Noget, du har skrevet, er ikke gemt"),
                self.tr("Ret eller slet det først. Alt er, som det var."),
            )
            return

        def leave_window() -> None:
            made = {**vars(self), **vars(self.trails)}
            for name in ("meeting_window", "palette"):
                if name in made:
                    made[name].deleteLater()
            self.window.empty()
            self.deleteLater()
            then()

        self._let_folder_go()
        self._tasks.when_idle(leave_window)

    def _hand_over(self) -> None:
        """Give what is being typed to the worker, and what is kept of the window."""
        if "runs" not in self.window.unmade:
            self.runs.leave()
        if "settings" not in self.window.unmade:
            self.settings.leave()
        if "editor" not in self.window.unmade:
            self.editor.leave()
        self.desk.writing.flush()
        kept = {
            "window_geometry": self.window.frame.state(),
            "last_procedure": self._last_procedure(),
            "zoom": theme().zoom,
        }
        # How the window stood is no reason to keep it open.
        self.desk.do(
            lambda workplace: change_settings(workplace, **kept), lambda _: None, lambda _: True
        )

    def _close(self) -> None:
        """Let go of the folder, and of the window where it waits for that."""
        if self._is_closed:
            return
        self._let_folder_go()
        self.window.close()

    def _let_folder_go(self) -> None:
        self._is_closed = True
        self.desk.end()
        self._tasks.run(self._workplace.close, lambda _: None, lambda _: None)
        no_longer_when_crashed(self._on_crashed)

    def find(self) -> None:
        """Search in everything."""
        self.trails.palette.open()

    def _last_procedure(self) -> str:
        if "procedures" in self.window.unmade:
            return self._workplace.settings.last_procedure
        return self.procedures.shown

    def _fill(self) -> None:
        window = self.window
        window.rail.show()
        window.add_place("procedures", lambda: self.procedures)
        window.add_place("runs", lambda: self.runs)
        window.add_place("cards", lambda: self.cards)
        window.add_place("tools", lambda: self.tools)
        window.add_place("meeting", lambda: self.meeting)
        window.add_place("settings", lambda: self.settings)
        window.add_page("editor", lambda: self.editor, beside="procedures")
        window.add_page("welcome", lambda: self.welcome, beside="")
        window.listen_to(self.desk.messages)

    def _begin(self, place: str) -> None:
        """Show what one begins the day with: what is due, or else the procedures."""
        self.window.go(place)
        self.opening_words.tell_of_loss()
        arrivals = self._workplace.arrivals
        self.doors.tell_of_updates(len(arrivals.to_compare) if arrivals else 0)
        self.opening_words.tell_of_unread()
        self._newer.tell(self.desk.shelf)

    def _use_settings(self, settings: Settings) -> None:
        theme().set_zoom(settings.zoom)
        self._use_settings_of_all(settings)

    def _use_settings_of_all(self, settings: Settings) -> None:
        """Take over what holds for every window; how large the type is, is each one's own."""
        theme().set_appearance(settings.appearance)
        self.desk.tell_of_settings()

    def _on_folder_changed(self, kind: str, folder: str) -> None:
        """Keep where files were last put; a path that must not be stored holds until one ends."""
        self.desk.do(
            lambda workplace: keep_folder(workplace, kind, folder),
            lambda _: None,
            lambda error: error.is_refusal,
        )

    def _on_place_shown(self, key: str) -> None:
        """Keep what was being written where one has left it, and welcome nobody twice who has gone
        on from the word of welcome, by whatever way.
        """
        if key != "editor" and "editor" not in self.window.unmade:
            self.editor.leave()
        if self._welcomes and key != "welcome":
            self._welcomes = False
            self.desk.do(partial(change_settings, welcomed=True), lambda _: None)

    def _on_suggest_requested(self) -> None:
        if not self.window.place(self.window.current).suggest():
            self.desk.messages.say(
                self.tr("Vælg først det, forslaget handler om"),
                self.tr("Et trin, et actioncard eller et værktøj. På et møde er det tasten N."),
            )

    def _on_start_requested(self, procedure: str) -> None:
        self.form.open(self.desk.shelf.library, procedure)

    def _on_print_requested(self, kind: str, slug: str) -> None:
        self._preview([(kind, slug)])

    def _on_cards_print_requested(self, cards: tuple[str, ...]) -> None:
        self._preview([("card", card) for card in cards])

    def _on_tools_print_requested(self, tools: tuple[str, ...]) -> None:
        self._preview([("tool", tool) for tool in tools])

    def _preview(self, items: list[tuple[str, str]]) -> None:
        from app.ui.paper.printouts import preview_items

        preview_items(self.window, self.desk.shelf, items)

    def _on_changes_elsewhere(self, changes: Changes) -> None:
        if changes.library:
            self.desk.do(library_service.load_shelf, self.desk.set_shelf)
        if changes.settings:
            self.desk.do(lambda workplace: workplace.settings, self._use_settings_of_all)
        if changes.authoring:
            self.desk.tell_of_authoring()
        for run in changes.runs:
            self.desk.tell_of_runs(run)
            if "runs" not in self.window.unmade:
                self.runs.refresh_run(run)

    def _on_crashed(self) -> None:
        self.desk.messages.warn(*unexpected_text(), follows=True)


def _import_places() -> None:
    for name in _LATER:
        import_module(f"app.ui.{name}")
