"""A document that is being written: its session and page, its draft, and the way to approval."""

from collections.abc import Callable, Mapping
from functools import partial
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject

from app.model.danish.notation import counted, listed, moment_label
from app.model.library.card import ActionCard
from app.model.library.stored_version import Kind, VersionInfo
from app.model.library.tool import Tool
from app.model.library.version_work import AnyPage, Deed, Draft, VersionDeed, last_deed, sent_back
from app.services import authoring, publishing
from app.services.workplace import Workplace
from app.ui.editor.compare.compare_page import Compared
from app.ui.editor.drafts.draft_keeping import DraftKeeper, Opened
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.editor_ask_band import Answers, EditorQuestion
from app.ui.editor.editor_header import errors_words, kept_words
from app.ui.editor.editor_stage import Controller, EditorStage
from app.ui.editor.findings.finding_lines import warnings_words
from app.ui.editor.procedure_page import ProcedurePage
from app.ui.editor.sheets.card_page import CardPage
from app.ui.editor.sheets.tool_page import EditedToolPage
from app.ui.look.widgets import Button
from app.ui.targets.goals import StepFinder, step_rows


class DraftWriting(QObject):
    """Holds one document under edit from its opening until it is sent or left."""

    def __init__(self, stage: EditorStage, kind: Kind, opened: Opened, step: str) -> None:
        super().__init__()
        document = opened.document
        self._stage = stage
        self._kind, self._slug, self._opened = kind, document.id, opened
        self._after_keeping: Callable[[], None] | None = None
        self._draft_seen = opened.draft
        self._keeper = DraftKeeper(stage.desk, opened, self)
        self.session: EditorSession[Any] = EditorSession(
            document,
            self._keeper.keep,
            stage.desk,
            monotonic,
            self,
        )
        self.page = self._make_page(document)
        self._connect()
        if step:
            self.page.select(step)
        self._show_page()
        self._tell_of_drafts()

    @property
    def actions(self) -> Mapping[Button, Callable[[], object]]:
        header = self._stage.header
        return {
            header.undo: self.page.undo,
            header.redo: self.page.redo,
            header.compare: self._on_compare,
            header.back: self._on_back,
            header.send: self._on_send,
            header.leave: self._on_leave,
        }

    @property
    def draft(self) -> Draft | None:
        """The draft in the database; None while nothing was changed."""
        return self._keeper.draft

    def make_room(self, *, is_wanted: bool) -> None:
        self.page.panel.setVisible(not is_wanted)

    def shown(self) -> tuple[AnyPage, str, int | None]:
        document, published = self.session.document, self._opened.published
        if self.draft is None and published is not None and document == self._opened.document:
            return document, self.tr("Version {}").format(published.number), published.number
        number = self.draft.info.number if self.draft else None
        return document, self.tr("Kladden"), number

    def show_step(self, step_id: str) -> None:
        self._show_page()
        self.page.select(step_id)

    def finder(self) -> StepFinder | None:
        """Find in the steps of a procedure that is written."""
        page = self.page
        if not isinstance(page, ProcedurePage):
            return None
        return StepFinder(
            self.tr("Find i proceduren: et trin, et tjekpunkt eller et ord i vejledningen"),
            lambda typed: step_rows(self.session.document, typed),
            lambda step: page.go_to(str(step), ("title",)),
        )

    def focus(self) -> None:
        self.page.focus_start()

    def keep(self) -> None:
        self.session.keep()

    def close(self) -> None:
        """Let go of the page now, and of the draft when it is kept."""
        self._stage.desk.messages.settle(self._drafts_name)
        self._stage.drop_page(self.page)
        if self.session.is_kept:
            self.deleteLater()
        else:
            self.session.kept.connect(lambda is_kept: self.deleteLater() if is_kept else None)
            self.session.keep()

    def suggest(self) -> bool:
        """Ask for a suggestion at what is shown."""
        is_shown = self._stage.pages.currentWidget() is self.page
        return is_shown and self.page.suggestions.begin()

    def _make_page(self, document: AnyPage) -> ProcedurePage | CardPage | EditedToolPage:
        number = self.draft.info.number if self.draft else self._opened.next_number
        if isinstance(document, ActionCard):
            return CardPage(self._stage.desk, self.session, number)
        if isinstance(document, Tool):
            return EditedToolPage(self._stage.desk, self.session, number)
        page = ProcedurePage(self._stage.desk, self.session)
        page.sheet_asked.connect(
            lambda kind, step: self._stage.make_sheet(kind, self.session.document, step)
        )
        return page

    # What the header says

    def _show_page(self) -> None:
        self._stage.show_page(self.page)
        self._show_header()

    def _on_back(self) -> None:
        """Go on where one was before versions were compared."""
        self._show_page()
        if not self._stage.give_back():
            self.focus()

    def tell_time(self) -> None:
        """Say anew when the draft was kept: `i dag` becomes `i går`."""
        self._show_header()

    def _show_header(self, *_: object) -> None:
        if self._stage.pages.currentWidget() is not self.page:
            return
        header, published = self._stage.header, self._opened.published
        header.title.setText(self.session.document.title)
        header.show_history(self.session.undo_name, self.session.redo_name)
        shown = [header.undo, header.redo, header.versions, header.send]
        if published is not None and self.draft is not None:
            shown.append(header.compare)
            header.show_compared_with(published.number)
        header.show_buttons(shown)
        self._show_state()

    def _show_state(self) -> None:
        draft, header = self.draft, self._stage.header
        if draft is not None:
            words = self.tr("Kladde til version {}").format(draft.info.number)
            header.show_version(draft.info, words)
        else:
            published = self._opened.published
            header.show_version(published, "" if published else self.tr("Kladde"))
        kept = kept_words(draft.changed if draft else None, self._stage.desk.now())
        if not self.session.is_kept:
            kept = self.tr("Gemmer …")
        if self.session.unkept:
            kept = self.page.unkept_words()
        if draft is not None and draft.info.number > 1 and self._opened.published is None:
            # The number counts the texts that were brought in or put aside too.
            kept = self.tr("{} · ingen version er udgivet her endnu").format(kept)
        header.show_line(kept, self._blocker(), header.send)
        header.send.setEnabled(header.send.isEnabled() and draft is not None)

    def _blocker(self) -> str:
        """Say why the draft cannot be sent; empty where it can."""
        if self.session.unkept:
            return self.tr("ret det, før du sender til godkendelse")
        if self.draft is not None and self.draft.is_stale:
            return self.tr("saml først ændringerne med den version, der er udgivet siden")
        return errors_words(self.page.errors)

    # The draft

    def _connect(self) -> None:
        self._keeper.draft_kept.connect(self._on_draft_kept)
        self.session.document_changed.connect(self._on_document_changed)
        self.session.kept.connect(self._on_kept)
        self.session.unkept_changed.connect(self._on_unkept_changed)
        self.page.errors_counted.connect(self._show_header)
        self.page.suggestions.answer_asked.connect(self._stage.suggestion_asked)

    def _on_document_changed(self, document: AnyPage) -> None:
        self._stage.remember(self._kind, self._slug)
        self._show_header()

    def _on_unkept_changed(self) -> None:
        if not self.session.unkept:
            self._stage.desk.messages.settle(self)
        self._show_header()

    def may_leave(self, leave: Callable[[], None]) -> bool:
        """Whether all words are kept; where not, one is led to them, and may give them up."""
        if not self.session.unkept:
            return True

        def give_up() -> None:
            self.give_up_words()
            leave()

        self._show_page()
        self.page.go_to_unkept()
        self._stage.desk.messages.hold(
            self.tr("Kladden er stadig åben, for noget er ikke gemt"),
            self.tr("Det står, hvor du skrev det, og kan rettes dér."),
            (self.tr("Luk, og opgiv det"), give_up),
            about=self,
        )
        return False

    def give_up_words(self) -> None:
        """Let go of the words that could not be kept."""
        for one in self.session.unkept:
            self.session.let_go(one)

    def _on_draft_kept(self, draft: Draft | None) -> None:
        if draft is not None and draft.beside:
            heading = self.tr("Kladden er ændret et andet sted imens")
            line = self.tr("Din tekst er gemt ved siden af som version {}. Intet er gået tabt.")
            self._stage.desk.messages.say(heading, line.format(draft.info.number))
        if draft != self._draft_seen and (draft is None or self._draft_seen is None):
            self._stage.tell_of_versions()
        self._draft_seen = draft
        self._show_header()

    def _on_kept(self, is_kept: bool) -> None:
        self._show_header()
        if is_kept and self._after_keeping is not None:
            then, self._after_keeping = self._after_keeping, None
            then()

    def _when_kept(self, then: Callable[[], None]) -> None:
        """Do something with the draft as it stands in the database."""
        if self.session.is_kept:
            then()
        else:
            self._after_keeping = then
            self.session.keep()

    def _tell_of_drafts(self) -> None:
        """Say what else there is of this document that one should know of."""
        opened = self._opened
        say = partial(self._stage.desk.messages.say, about=self._drafts_name)
        if opened.draft is not None and opened.draft.is_stale:
            heading = self.tr("En nyere version er udgivet, siden du begyndte")
            line = self.tr("Din kladde er, som du forlod den. Saml den med det, der er ændret.")
            say(heading, line, (self.tr("Saml"), self._merge))
        elif (back := self._sent_back()) is not None:
            heading = self.tr("{} har sendt kladden tilbage").format(back.actor)
            said = (f"»{back.note}«" if back.note else "", self._written_by_others())
            say(heading, " ".join(filter(None, said)))
        elif opened.draft is not None and opened.draft.info.author != self._stage.desk.actor:
            heading = self.tr("Kladden er skrevet af {}").format(opened.draft.info.author)
            say(heading, self.tr("Skriver du i den, kan du ikke selv godkende den."))
        elif opened.draft is None and opened.others:
            other = opened.others[0]
            when = moment_label(other.changed, self._stage.desk.now())
            heading = self.tr("{} har en kladde fra {}").format(other.info.author, when)
            line = self.tr("Skriver du her, bliver det en kladde ved siden af.")
            go = partial(self._stage.reopen, self._kind, self._slug, other.info.number)
            say(heading, line, (self.tr("Åbn den"), go))

    def _written_by_others(self) -> str:
        """Say who else has written in the draft; empty for nobody."""
        wrote = (
            done.actor for done in self._opened.deeds if done.deed in (Deed.WRITTEN, Deed.CHANGED)
        )
        others = [one for one in dict.fromkeys(wrote) if one and one != self._stage.desk.actor]
        return self.tr("{} har også skrevet i den.").format(listed(others)) if others else ""

    @property
    def _drafts_name(self) -> tuple[str, str, str]:
        """What the messages about drafts are about, which are over when this one is left."""
        return ("drafts", self._kind.value, self._slug)

    def _sent_back(self) -> VersionDeed | None:
        """Return that another sent the draft back, where it has not been sent since."""
        last = sent_back(self._opened.deeds)
        return last if last is not None and last.actor != self._stage.desk.actor else None

    # Sending

    def _on_send(self) -> None:
        if self.draft is None:
            return
        warned = warnings_words(self.page.findings.lines)
        self._stage.band.ask(
            self.tr("Send version {} til godkendelse").format(self.draft.info.number),
            (
                EditorQuestion(
                    "note",
                    self.tr("Hvad er ændret, og hvorfor?"),
                    value=self._written_before(),
                    width=420,
                ),
            ),
            self.tr("Send alligevel") if warned else self.tr("Send"),
            lambda answers: self._when_kept(partial(self._send, answers)),
            warned
            or self.tr("En teamleder, der ikke har skrevet i den, læser den og udgiver den."),
        )

    def _written_before(self) -> str:
        """Return what was written of the draft when it was sent before."""
        sent = last_deed(self._opened.deeds, Deed.SENT)
        return sent.note if sent is not None else ""

    def _send(self, answers: Answers) -> None:
        if self.session.unkept:
            self._stage.band.say(self._blocker())
            return
        if self.draft is None:  # all of it has been taken back while one was asked
            self._stage.band.leave()
            return
        number, kind, slug = self.draft.info.number, self._kind, self._slug

        def work(workplace: Workplace) -> VersionInfo:
            return publishing.send_to_review(
                workplace, kind=kind, slug=slug, number=number, note=answers["note"]
            )

        self._stage.desk.do(work, self._on_sent, self._stage.band.refuse)

    def _on_sent(self, sent: VersionInfo) -> None:
        self._stage.forget()
        self._stage.reopen(self._kind, self._slug)
        self._stage.desk.messages.done(
            self.tr("Version {} er sendt til godkendelse").format(sent.number),
            self.tr("En teamleder, der ikke har skrevet i den, læser den og udgiver den."),
        )

    # Comparing and merging

    def _on_compare(self) -> None:
        published = self._opened.published
        if published is None:
            return
        kind, slug, number = self._kind, self._slug, published.number
        self._stage.desk.do(
            lambda workplace: authoring.document_version(
                workplace, kind=kind, slug=slug, number=number
            ),
            lambda before: self._show_compared(before, number),
        )

    def _show_compared(self, before: AnyPage, number: int) -> None:
        document, name, own = self.shown()
        before_name = self.tr("Version {}").format(number)
        compared = Compared(document, name, own or number, before, before_name, number)
        self._stage.show_comparison(compared)

    def _merge(self) -> None:
        """Put a stale draft together with what was published since, mine where both changed."""
        if self.draft is None:
            return
        number, kind, slug = self.draft.info.number, self._kind, self._slug

        def work(workplace: Workplace) -> int:
            merged = authoring.merge_draft(workplace, kind=kind, slug=slug, number=number)
            authoring.rebase_draft(workplace, number=number, document=merged.document)
            return len(merged.conflicts)

        self._when_kept(lambda: self._stage.desk.do(work, self._on_merged))

    def _on_merged(self, conflicts: int) -> None:
        stage = self._stage
        stage.reopen(self._kind, self._slug)
        if conflicts:
            heading = self.tr("Ændringerne er samlet")
            line = self.tr("{} har I begge ændret. Dér står dit; se det i Sammenlign.")
            places = counted(conflicts, self.tr("sted"), self.tr("steder"))
            stage.desk.messages.say(heading, line.format(places))

    def _on_leave(self) -> None:
        if not self.may_leave(self._on_leave):
            return
        self._stage.forget()
        self._stage.leave()


def may_leave(now: Controller | None, leave: Callable[[], None]) -> bool:
    """Whether what is at work may be left; who must give up words for it is asked first."""
    return not isinstance(now, DraftWriting) or now.may_leave(leave)
