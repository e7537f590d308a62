"""A version that waits for approval: what it changes, and whether it is published or sent back."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject

from app.model.danish.notation import moment_label
from app.model.danish.spelling import TextWords, misspelt, words_by_text
from app.model.errors import Told
from app.model.findings import Finding
from app.model.library.stored_version import Kind, VersionInfo
from app.model.library.version_work import AnyPage, Deed, Trial, VersionDeed, last_deed
from app.model.times import day_of
from app.services import authoring, publishing, trials
from app.services import library as library_service
from app.services.library import Shelf
from app.services.workplace import Workplace
from app.ui.base.speller import speller
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
from app.ui.editor.findings.finding_lines import FindingLine, document_lines, warnings_words
from app.ui.look.widgets import Button
from app.ui.says.told_texts import told_text
from app.ui.targets.editor_targets import TrialTarget

_TRIAL = timedelta(days=42)


class Reviewed(Struct, frozen=True):
    """A version in review: its text, the one it was made of, and why it may not be approved.

    `sent` tells who asked for it, when, and with which words; `findings` are what the checker
    says of it, and `texts` its words, for the dictionary to judge.
    """

    after: AnyPage
    before: AnyPage | None
    refused: Told | None
    sent: VersionDeed | None
    findings: tuple[Finding, ...] = ()
    texts: tuple[TextWords, ...] = ()


class Approval(QObject):
    """Shows a version in review beside the one that counts."""

    def __init__(self, stage: EditorStage, review: VersionInfo) -> None:
        super().__init__(stage.compared)
        self._stage = stage
        self._review = review
        self._found: Reviewed | None = None
        stage.desk.settings_changed.connect(self._look_again)
        speller().learned.connect(self._on_learned)
        stage.desk.do(lambda workplace: look_at(workplace, review), self._show, owner=self)

    @property
    def actions(self) -> Mapping[Button, Callable[[], object]]:
        header = self._stage.header
        return {
            header.approve: self._on_approve,
            header.send_back: self._on_send_back,
            header.take_back: lambda: self._give_back("", self._on_taken_back),
            header.back: self._on_back,
            header.trial: self._on_trial,
            header.leave: self._stage.leave,
        }

    def make_room(self, *, is_wanted: bool) -> None:
        self._stage.compared.words.setVisible(not is_wanted)

    def shown(self) -> tuple[AnyPage, str, int | None] | None:
        if self._found is None:
            return None
        number = self._review.number
        return self._found.after, self.tr("Version {}").format(number), number

    def show_step(self, step_id: str) -> None:
        self._stage.compared.after.select(step_id or None)

    def focus(self) -> None:
        if self._found is not None and self._stage.compared.isVisible():
            self._stage.compared.focus_start()

    def keep(self) -> None:
        """Nothing is written here."""

    def close(self) -> None:
        self._found = None
        self.deleteLater()

    def _look_again(self) -> None:
        """Follow who one is and what one may: another name, another role."""
        review = self._review
        if self._found is not None:
            self._stage.desk.do(
                lambda workplace: look_at(workplace, review), self._show_rights, owner=self
            )

    def _show(self, found: Reviewed) -> None:
        self._found = found
        speller().ask_about(word for text in found.texts for word in text.words)
        self._show_found(found)
        self.focus()

    def _on_learned(self) -> None:
        """Warn also of what the dictionary has found by now, as the writer was warned of it."""
        if self._found is not None and not self._stage.header.shows(self._stage.header.back):
            self._stage.compared.show_lines(self._lines())

    def _show_rights(self, found: Reviewed) -> None:
        self._found = found
        if not self._stage.header.shows(self._stage.header.back):
            self._stage.band.leave()
            self._show_header(found)

    def _show_found(self, found: Reviewed) -> None:
        stage, review = self._stage, self._review
        name = self.tr("Version {}")
        before_name = name.format(review.base) if review.base is not None else ""
        compared = Compared(
            *(found.after, name.format(review.number), review.number, found.before, before_name),
            before_number=review.base or 0,
            said=f"»{found.sent.note}«" if found.sent is not None and found.sent.note else "",
        )
        stage.compared.show_compared(compared, stage.library, self._lines())
        stage.show_page(stage.compared)
        self._show_header(found)

    def _show_header(self, found: Reviewed) -> None:
        """Say who sent it and why, and what the one who works here may do with it."""
        header, review = self._stage.header, self._review
        header.title.setText(found.after.title)
        header.show_version(review)
        is_own = found.refused is not None and found.refused.code == "own_work"
        back = header.take_back if is_own else header.send_back
        # Whoever sits here now may perhaps only read it.
        may_only_read = found.refused is not None and found.refused.code == "not_team_leader"
        trial = (header.trial,) if self._may_be_tried() else ()
        acting = () if may_only_read else (back, *trial, header.approve)
        header.show_buttons((header.versions, header.print_note, *acting))
        header.show_line(self._sent_words(found.sent), _blocker(found.refused), header.approve)
        header.trial.setEnabled(header.approve.isEnabled())

    def _may_be_tried(self) -> bool:
        """Whether new runs would have it to choose, beside the version that counts."""
        kind, slug = self._review.kind, self._review.slug
        return kind is Kind.PROCEDURE and (kind.value, slug) in self._stage.desk.shelf.versions

    def _sent_words(self, sent: VersionDeed | None) -> str:
        """Say whose version it is, and who sent it when."""
        review, now = self._review, self._stage.desk.now()
        if sent is None:
            return self.tr("Version {} af {}").format(review.number, review.author)
        when = moment_label(sent.at, now)
        if sent.actor == review.author:
            return self.tr("Version {} af {}, sendt {}").format(review.number, sent.actor, when)
        words = self.tr("Version {} af {}, sendt af {} {}")
        return words.format(review.number, review.author, sent.actor, when)

    def _on_approve(self) -> None:
        warned, go = self._warned(), self.tr("Godkend og udgiv")
        if self._found is None:
            return
        self._stage.band.ask(
            self.tr("Godkend og udgiv version {}").format(self._review.number),
            (
                EditorQuestion("note", self.tr("Note til historikken"), width=360),
                review_question(day_of(self._stage.desk.now())),
                *budget_questions(self._found.after, self._stage.desk.settings.budget),
            ),
            self.tr("Godkend og udgiv alligevel") if warned else go,
            self._approve,
            warned or self._follows_words(),
        )

    def _follows_words(self) -> str:
        """Say what it means that it is published."""
        if self._review.kind is not Kind.PROCEDURE:
            return self.tr("Den er den, alle ser og udskriver fra nu af.")
        return self.tr("Nye forløb følger den. Forløb, der er i gang, beholder deres version.")

    def _warned(self) -> str:
        """Say what the checker warns of; empty where it warns of nothing."""
        return warnings_words(self._lines())

    def _lines(self) -> tuple[FindingLine, ...]:
        """Give what the checker says of it, ready to be read."""
        found = self._found
        if found is None:
            return ()
        wrong = misspelt(found.after, found.texts, speller().is_wrong, speller().best)
        findings = (*found.findings, *wrong)
        return document_lines(findings, found.after, self._stage.library.catalogue)

    def _approve(self, answers: Answers) -> None:
        review = self._review

        def work(workplace: Workplace) -> Shelf:
            publishing.approve(
                workplace,
                kind=review.kind,
                slug=review.slug,
                number=review.number,
                note=answers["note"],
                review_by=date.fromisoformat(answers[REVIEW_BY]),
                over_budget=answers.get(OVER_BUDGET, ""),
            )
            return library_service.load_shelf(workplace)

        self._stage.desk.do(work, self._on_published, self._stage.band.refuse)

    def _on_published(self, shelf: Shelf) -> None:
        self._stage.band.leave()
        self._stage.desk.set_shelf(shelf)
        self._stage.leave()
        self._stage.desk.messages.done(
            self.tr("Version {} er udgivet").format(self._review.number),
            self._follows_words(),
        )

    def _on_back(self) -> None:
        if self._found is not None:
            self._show_found(self._found)
            self.focus()

    def _on_trial(self) -> None:
        """Ask for what is to be learnt, and for how long."""
        today = day_of(self._stage.desk.now())
        self._stage.band.ask(
            self.tr("Prøv version {} i en periode").format(self._review.number),
            (
                EditorQuestion("name", self.tr("Navn"), self.tr("Fx Ring først"), width=140),
                EditorQuestion("question", self.tr("Hvad vil I have svar på?"), width=280),
                EditorQuestion("begins", self.tr("Fra"), day=today, width=120),
                EditorQuestion("ends", self.tr("Til"), day=today + _TRIAL, width=120),
            ),
            self.tr("Begynd prøvehandlingen"),
            self._begin_trial,
            self.tr("Nye forløb kan følge den ved siden af den udgivne version."),
        )

    def _begin_trial(self, answers: Answers) -> None:
        review, stage = self._review, self._stage

        def work(workplace: Workplace) -> Trial:
            return trials.begin_trial(
                workplace,
                kind=review.kind,
                slug=review.slug,
                number=review.number,
                name=answers["name"],
                question=answers["question"],
                begins=date.fromisoformat(answers["begins"]),
                ends=date.fromisoformat(answers["ends"]),
            )

        def done(trial: Trial) -> None:
            stage.band.leave()
            stage.show_trial(TrialTarget(trial.kind, trial.slug, trial.number))
            stage.desk.messages.done(
                self.tr("Prøvehandlingen er begyndt"),
                self.tr("Nye forløb kan følge version {}.").format(trial.number),
            )

        stage.desk.do(work, done, stage.band.refuse)

    def _on_send_back(self) -> None:
        number, author = self._review.number, self._review.author
        self._stage.band.ask(
            self.tr("Send version {} tilbage til {}").format(number, author),
            (EditorQuestion("note", self.tr("Hvad skal rettes?"), width=420),),
            self.tr("Send tilbage"),
            lambda answers: self._give_back(answers["note"], self._on_sent_back),
        )

    def _on_sent_back(self, after: VersionInfo) -> None:
        """Go back to what is in hand: the draft is the other's to go on with."""
        self._stage.show_overview()
        self._stage.desk.messages.done(
            self.tr("Version {} er sendt tilbage til {}").format(after.number, after.author)
        )

    def _on_taken_back(self, after: VersionInfo) -> None:
        self._stage.reopen(after.kind, after.slug, after.number)
        words = self.tr("Version {} er trukket tilbage og er en kladde igen")
        self._stage.desk.messages.done(words.format(after.number))

    def _give_back(self, note: str, done: Callable[[VersionInfo], None]) -> None:
        """Make it a draft again: sent back with a note, or taken back by its writer."""
        stage, review = self._stage, self._review

        def work(workplace: Workplace) -> VersionInfo:
            return publishing.take_back(
                workplace, kind=review.kind, slug=review.slug, number=review.number, note=note
            )

        stage.desk.do(work, done, stage.band.refuse)


def look_at(workplace: Workplace, review: VersionInfo) -> Reviewed:
    """Return all that one needs to judge a version in review."""
    kind, slug, number = review.kind, review.slug, review.number
    stories = authoring.history_of(workplace, kind=kind, slug=slug)
    deeds = next((story.deeds for story in stories if story.info.number == number), ())
    sent = last_deed(deeds, Deed.SENT)
    before = None
    if review.base is not None:
        before = authoring.document_version(workplace, kind=kind, slug=slug, number=review.base)
    after = authoring.document_version(workplace, kind=kind, slug=slug, number=number)
    return Reviewed(
        after,
        before,
        publishing.may_approve(workplace, kind=kind, slug=slug, number=number),
        sent,
        publishing.findings_on(workplace, kind=kind, slug=slug, number=number),
        words_by_text(after),
    )


def _blocker(refused: Told | None) -> str:
    """Say why it may not be approved, as the end of a line."""
    if refused is None:
        return ""
    if refused.code == "own_work":
        return QCoreApplication.translate(
            "editor", "du har selv skrevet i den, og en anden teamleder skal godkende den"
        )
    heading = told_text(refused)[0]
    return heading[:1].lower() + heading[1:]
