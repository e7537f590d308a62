"""Texts of others from the file they came in to the drafts they become."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.model.danish.notation import counted, listed
from app.model.errors import Refused, Told
from app.model.library.stored_version import Kind
from app.model.library.version_work import AnyPage
from app.model.sharing.arrival_plan import ArrivalPlan, Choices
from app.model.sharing.text_standing import ArrivalChoice, TextStanding
from app.services import library as library_service
from app.services.arriving import Arrived, bring_in
from app.services.library import Shelf
from app.services.looking import Looked
from app.services.sharing import BUNDLE_ENDING
from app.services.workplace import Workplace
from app.ui.editor.compare.compare_page import Compared
from app.ui.editor.editor_ask_band import Answers, EditorAskBand, EditorQuestion
from app.ui.editor.editor_stage import EditorStage
from app.ui.editor.sharing.arrival_page import IncomingPageView
from app.ui.editor.sharing.incoming_rows import Bunch
from app.ui.editor.sharing.sharing_words import (
    shared_words,
    standing_count,
    standing_text,
    translate,
)
from app.ui.fields.file_dialogs import Filed, ask_for_file, ask_for_folder
from app.ui.look.widgets import Button
from app.ui.says.finding_texts import finding_text


class ProgressTeller(QObject):
    """Tells from the worker how far it has come; the worker keeps it, whoever leaves meanwhile.

    Signals: `progressed` with how many texts of how many are done.
    """

    progressed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.stops = False

    def tell(self, number: int, whole: int) -> None:
        """Tell, or stop all of it where that was asked for."""
        if self.stops:
            raise Refused("share_stopped")
        self.progressed.emit(number, whole)


class ArrivalControl(QObject):
    """Shows a plan until it is carried out, or left.

    Signals: `done` when something was carried out.
    """

    done = Signal()

    def __init__(
        self, stage: EditorStage, plan: ArrivalPlan, choices: Choices | None = None
    ) -> None:
        super().__init__()
        self._stage = stage
        self.plan = plan
        self._is_working = False
        self._is_done = False
        self.teller = ProgressTeller()
        self.page = IncomingPageView(plan, stage.library, choices)
        self.page.choices_changed.connect(self._show_header)
        self.page.compare_asked.connect(self._compare)
        self.teller.progressed.connect(self.page.show_progress)
        stage.show_page(self.page)
        self._show_header()

    @property
    def actions(self) -> Mapping[Button, Callable[[], object]]:
        header = self._stage.header
        return {
            header.take_in: self._carry_out,
            header.keep_all: self.page.keep_all,
            header.stop: self._stop,
            header.back: self._show_page,
            header.leave: self._leave,
        }

    @property
    def is_worth_keeping(self) -> bool:
        """Whether choices were made that would be lost."""
        return not self._is_done and self.page.choices != self.plan.usual()

    def make_room(self, *, is_wanted: bool) -> None:
        """There are no versions of it yet."""

    def shown(self) -> tuple[AnyPage, str, int | None] | None:
        return None

    def show_step(self, step_id: str) -> None:
        """Nobody asks for a step of texts that are not kept."""

    def focus(self) -> None:
        self.page.list.setFocus()

    def keep(self) -> None:
        """Nothing is stored before it is carried out."""

    def close(self) -> None:
        self.teller.stops = True
        self._stage.drop_page(self.page)
        self._stage.header.back.say(self._stage.header.back_words)

    # What is shown

    def _show_page(self) -> None:
        self._stage.show_page(self.page)
        self._show_header()
        self.focus()

    def _show_header(self) -> None:
        header, is_update = self._stage.header, self.plan.is_update
        header.title.setText(self.tr("Nyt med programmet") if is_update else self.tr("Hent ind"))
        header.chip.hide()
        header.take_in.say(self.tr("Gem valgene") if is_update else self.tr("Hent ind"))
        if self._is_working:
            header.show_buttons((header.stop,))
            header.show_line(self.tr("Henter ind …"))
            return
        header.show_buttons((header.keep_all, header.take_in))
        blocker = "" if self._has_something else self.tr("vælg noget, der skal hentes ind")
        header.show_line(self._summary(), blocker, header.take_in)

    @property
    def _has_something(self) -> bool:
        """Whether carrying out would do anything."""
        choices = self.page.choices
        if self.plan.is_update:
            return any(choice is not ArrivalChoice.WAIT for choice in choices.values())
        return bool(self.plan.taken(choices))

    def _summary(self) -> str:
        taken = len(self.plan.taken(self.page.choices))
        parts = [self.plan.name] if self.plan.name else []
        if not self.plan.is_update:
            kinds = [page.kind for page in self.plan.pages]
            pages = {kind: kinds.count(kind) for kind in Kind}
            parts.append(
                shared_words(
                    pages[Kind.PROCEDURE], pages[Kind.CARD], pages[Kind.TOOL], len(self.plan.lines)
                )
            )
        for standing in (TextStanding.BOTH, TextStanding.THERE, TextStanding.NEW):
            count = sum(one.standing is standing for one in self.plan.all)
            if count:
                is_update = self.plan.is_update
                parts.append(standing_count(standing, count, is_update=is_update))
        if taken:
            parts.append(self.tr("{} hentes ind").format(taken))
        return " · ".join(parts)

    def _compare(self, bunch: Bunch) -> None:
        page = bunch.page
        if page is None:
            return
        choice = self.page.choices.get(page.key)
        is_merged = choice is ArrivalChoice.MERGE and page.merged is not None
        after = page.outcome(choice) if choice is not None else None
        theirs = self.tr("Fra programmet") if self.plan.is_update else self.tr("Deres")
        name = (
            self.tr("Vores kladde, version {}") if page.is_draft else self.tr("Vores, version {}")
        )
        ours = name.format(page.number) if page.number else ""
        compared = Compared(
            after or page.theirs,
            self.tr("Begge samlet") if is_merged else theirs,
            page.number or 1,
            page.ours,
            ours,
            page.number or 0,
        )
        stage, header = self._stage, self._stage.header
        stage.show_comparison(compared, self.page.library)
        header.title.setText(page.theirs.title)
        header.show_line(standing_text(page.standing, is_update=self.plan.is_update))
        header.back.say(self.tr("Tilbage til listen"))
        header.show_buttons((header.print_note, header.back))

    # Carrying out

    def _carry_out(self) -> None:
        plan, choices, teller = self.plan, dict(self.page.choices), self.teller
        teller.stops, self._is_working = False, True
        self.page.rest(is_working=True)
        self._show_header()

        def work(workplace: Workplace) -> tuple[Arrived, Shelf]:
            arrived = bring_in(workplace, plan=plan, choices=choices, progress=teller.tell)
            return arrived, library_service.load_shelf(workplace)

        self._stage.desk.do(work, self._on_done, self._on_refused)

    def _on_done(self, answer: tuple[Arrived, Shelf]) -> None:
        arrived, shelf = answer
        self._is_working, self._is_done = False, True
        if arrived.lines:
            self._stage.desk.set_shelf(shelf)
        if isValid(self.page):  # else it was left meanwhile
            self.done.emit()
        self._stage.desk.messages.done(*_result(arrived))

    def _on_refused(self, error: Told) -> bool:
        self._is_working = False
        is_here = isValid(self.page)
        if is_here:
            self.page.rest(is_working=False)
            self._show_header()
        is_offered_again = not is_here and self.is_worth_keeping
        if error.is_refusal and not is_offered_again:
            self._stage.desk.messages.tell(error)
        return error.is_refusal

    def _stop(self) -> None:
        self.teller.stops = True

    def _leave(self) -> None:
        self._stop()
        self._stage.leave()


def offer_choices_again(
    stage: EditorStage, left: ArrivalControl, show: Callable[[ArrivalPlan, Choices], None]
) -> None:
    """Offer to go on with choices that were left before they were carried out."""
    name = left.plan.name or translate("share", "Nyt med programmet")
    heading = translate("share", "»{}« er ikke hentet ind").format(name)
    line = translate("share", "Intet er ændret her. Dine valg er her stadig.")
    plan, choices = left.plan, left.page.choices
    go_on = (translate("share", "Fortsæt"), lambda: show(plan, choices))
    stage.desk.messages.say(heading, line, go_on, follows=True)


def ask_where_from(band: EditorAskBand, host: QWidget, look_into: Callable[[Path], None]) -> None:
    """Ask whether a bundle or a folder is to be looked into, and for it."""

    def answered(answers: Answers) -> None:
        ask_for_texts(host, look_into, in_folder=answers["from"] == "folder")

    choices = (
        ("file", translate("share", "Et bundt")),
        ("folder", translate("share", "En mappe med filer")),
    )
    band.ask(
        translate("share", "Hent tekster fra andre"),
        (EditorQuestion("from", translate("share", "De ligger i"), choices=choices),),
        translate("share", "Vælg …"),
        answered,
        translate(
            "share", "Først ses det, der er nyt. Intet ændres her, før du har valgt for hver."
        ),
    )


def ask_for_texts(host: QWidget, then: Callable[[Path], None], *, in_folder: bool) -> None:
    """Let a bundle, or a folder with files, be chosen."""
    if in_folder:
        ask_for_folder(host, Filed.TEXTS, translate("share", "Hent ind fra mappe"), then)
    else:
        ask_for_file(host, Filed.BUNDLE, translate("share", "Hent ind"), then)


def dropped_bundle(data: QMimeData) -> Path | None:
    """Return the bundle or folder that is dragged here; None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.casefold() == BUNDLE_ENDING or path.is_dir() else None


def tell_of_problems(stage: EditorStage, looked: Looked) -> None:
    """Say what is wrong in the files, so that nothing can come in."""
    first = looked.problems[0]
    more = len(looked.problems) - 1
    line = translate("share", "Intet er ændret. {}, linje {}: {}").format(
        first.path, first.line, finding_text(first.code, first.params)
    )
    if more:
        others = counted(more, translate("share", "fejl"), translate("share", "fejl"))
        line = translate("share", "{} Og {} til.").format(line, others)
    stage.desk.messages.warn(translate("share", "Der er fejl i filerne"), line)


def _result(arrived: Arrived) -> tuple[str, str]:
    """Say what came of it."""
    drafts, lines = len(arrived.drafts), arrived.lines
    parts = []
    if drafts:
        parts.append(counted(drafts, translate("share", "kladde"), translate("share", "kladder")))
    if lines:
        parts.append(
            counted(
                lines,
                translate("share", "linje til registrene"),
                translate("share", "linjer til registrene"),
            )
        )
    if not parts:
        return translate("share", "Valgene er gemt"), ""
    heading = translate("share", "Hentet ind: {}").format(listed(parts))
    if not drafts:
        return heading, ""
    if drafts == 1:
        return heading, translate(
            "share", "Den står under Mine kladder. En anden teamleder godkender den."
        )
    return heading, translate(
        "share", "De står under Mine kladder. En anden teamleder godkender dem."
    )
