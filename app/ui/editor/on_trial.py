"""A version that is tried beside the one that counts: how long, for what, and what comes of it."""

from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.model.danish.notation import date_label
from app.model.library.stored_version import VersionInfo
from app.model.library.version_work import AnyPage, Trial
from app.model.times import day_of
from app.services import authoring, trials
from app.services import library as library_service
from app.services.library import Shelf
from app.services.workplace import Workplace
from app.ui.editor.compare.compare_page import Compared
from app.ui.editor.editor_ask_band import (
    OVER_BUDGET,
    REVIEW_BY,
    Answers,
    EditorQuestion,
    budget_questions,
    review_question,
)
from app.ui.editor.editor_stage import EditorStage
from app.ui.look.widgets import Button
from app.ui.targets.editor_targets import TrialTarget


class Tried(Struct, frozen=True):
    """A version on trial: its text, and the one it was made of."""

    info: VersionInfo
    trial: Trial
    after: AnyPage
    before: AnyPage | None


class OnTrial(QObject):
    """Shows a version on trial beside the one it was made of, until it is kept or dropped."""

    def __init__(self, stage: EditorStage, found: Tried) -> None:
        super().__init__()
        self._stage = stage
        self._found = found
        self.target = TrialTarget(found.info.kind, found.info.slug, found.info.number)
        self._show()

    @property
    def actions(self) -> Mapping[Button, Callable[[], object]]:
        stage, header, target = self._stage, self._stage.header, self.target
        return {
            header.keep_trial: lambda: ask_to_keep(
                stage, target, self._found.after, self._on_ended
            ),
            header.drop_trial: lambda: ask_to_drop(stage, target, self._on_ended),
            header.back: self._on_back,
            header.leave: self._stage.leave,
        }

    def make_room(self, *, is_wanted: bool) -> None:
        self._stage.compared.words.setVisible(not is_wanted)

    def shown(self) -> tuple[AnyPage, str, int | None]:
        number = self._found.info.number
        return self._found.after, self.tr("Version {}").format(number), number

    def show_step(self, step_id: str) -> None:
        self._stage.compared.after.select(step_id or None)

    def focus(self) -> None:
        self._stage.compared.focus_start()

    def keep(self) -> None:
        """Nothing is written here."""

    def close(self) -> None:
        self.deleteLater()

    def _show(self) -> None:
        stage, header, found = self._stage, self._stage.header, self._found
        info, base, name = found.info, found.info.base, self.tr("Version {}")
        compared = Compared(
            *(found.after, name.format(info.number), info.number, found.before),
            before_name=name.format(base) if base is not None else "",
            before_number=base or 0,
        )
        stage.compared.show_compared(compared, stage.library)
        stage.show_page(stage.compared)
        header.title.setText(found.after.title)
        header.show_version(info)
        header.show_buttons(
            (header.versions, header.print_note, header.drop_trial, header.keep_trial)
        )
        header.show_line(f"{found.trial.name}: {found.trial.question}", self._period())

    def _period(self) -> str:
        """Say how long it is tried, and what is to be done."""
        trial, today = self._found.trial, day_of(self._stage.desk.now())
        ends = date_label(trial.ends)
        if trial.is_over(today):
            return self.tr("sluttede {}; behold eller drop den").format(ends)
        begins = date_label(trial.begins)
        if trial.begins > today:
            return self.tr("begynder {}, slutter {}").format(begins, ends)
        return self.tr("prøves til {}; derefter beholder eller dropper I den").format(ends)

    def _on_back(self) -> None:
        self._show()
        self.focus()

    def _on_ended(self) -> None:
        if isValid(self):
            self._stage.leave()


def look_at_trial(workplace: Workplace, target: TrialTarget) -> Tried:
    """Return a version on trial with all that is shown of it. `Refused`: no_such_version."""
    kind, slug, number = target.kind, target.slug, target.number
    stories = authoring.history_of(workplace, kind=kind, slug=slug)
    story = next(one for one in stories if one.info.number == number)
    before = None
    if story.info.base is not None:
        before = authoring.document_version(workplace, kind=kind, slug=slug, number=story.info.base)
    after = authoring.document_version(workplace, kind=kind, slug=slug, number=number)
    assert story.trial is not None
    return Tried(story.info, story.trial, after, before)


def ask_to_end(
    stage: EditorStage, target: TrialTarget, ended: Callable[[], None], *, keep: bool
) -> None:
    """Ask what came of a trial whose text is not shown."""
    if not keep:
        ask_to_drop(stage, target, ended)
        return
    stage.desk.do(
        lambda workplace: look_at_trial(workplace, target),
        lambda found: ask_to_keep(stage, target, found.after, ended),
    )


def ask_to_keep(
    stage: EditorStage, target: TrialTarget, document: AnyPage, ended: Callable[[], None]
) -> None:
    """Ask what came of a trial that is kept; it is looked at again, as one approved is."""
    stage.band.ask(
        stage.tr("Behold version {} som den, der gælder").format(target.number),
        (
            _evaluation(stage),
            review_question(day_of(stage.desk.now())),
            *budget_questions(document, stage.desk.settings.budget),
        ),
        stage.tr("Behold den"),
        lambda answers: _end_trial(stage, target, answers, ended, keep=True),
    )


def ask_to_drop(stage: EditorStage, target: TrialTarget, ended: Callable[[], None]) -> None:
    """Ask what came of a trial that is dropped."""
    stage.band.ask(
        stage.tr("Drop version {}").format(target.number),
        (_evaluation(stage),),
        stage.tr("Drop den"),
        lambda answers: _end_trial(stage, target, answers, ended, keep=False),
    )


def _evaluation(stage: EditorStage) -> EditorQuestion:
    return EditorQuestion("evaluation", stage.tr("Hvad viste prøvehandlingen?"), width=420)


def _end_trial(
    stage: EditorStage,
    target: TrialTarget,
    answers: Answers,
    ended: Callable[[], None],
    *,
    keep: bool,
) -> None:
    def work(workplace: Workplace) -> Shelf:
        trials.end_trial(
            workplace,
            kind=target.kind,
            slug=target.slug,
            number=target.number,
            keep=keep,
            evaluation=answers["evaluation"],
            review_by=date.fromisoformat(answers[REVIEW_BY]) if keep else None,
            over_budget=answers.get(OVER_BUDGET, ""),
        )
        return library_service.load_shelf(workplace)

    def done(shelf: Shelf) -> None:
        stage.band.leave()
        stage.desk.set_shelf(shelf)
        ended()
        said = (
            stage.tr("Version {} er beholdt og er den, der gælder")
            if keep
            else stage.tr("Version {} er droppet")
        )
        stage.desk.messages.done(said.format(target.number))

    stage.desk.do(work, done, stage.band.refuse)
