"""A Word file that is brought in: chosen, read, put right, and in the end kept as a draft."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from app.model.library.version_work import AnyPage, Draft
from app.services.word_texts import WordText, draft_of_word
from app.ui.editor.editor_stage import EditorStage
from app.ui.editor.word.word_line_words import phrases
from app.ui.editor.word.word_page import WordPage
from app.ui.editor.word.word_session import WordSession
from app.ui.fields.file_dialogs import Filed, ask_for_file
from app.ui.look.widgets import Button
from app.ui.targets.editor_targets import EditTarget

_ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".doc")


def ask_for_word(host: QWidget, then: Callable[[Path], None]) -> None:
    """Let a Word file be chosen."""
    ask_for_file(host, Filed.WORD, host.tr("Hent fra Word"), then)


def dropped_file(data: QMimeData) -> Path | None:
    """Return the Word file that is dragged here; None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.casefold() in _ENDINGS else None


class WordImport(QObject):
    """Holds one Word text from its reading until it is a draft, or is left.

    `again` shows it once more as it stands, for one who left it by mistake.
    """

    def __init__(self, stage: EditorStage, name: str, session: WordSession, read: WordText) -> None:
        super().__init__()
        self._stage = stage
        self._name = name
        self._read = read
        self._is_done = False
        self.session = session
        self.page = WordPage(session, read.passed_over)
        self.page.counted.connect(self._show_header)
        self._stage.header.chip.show_state(self.tr("Ikke gemt"), "plain", "edit")
        self._stage.show_page(self.page)
        self._show_header()

    @property
    def actions(self) -> Mapping[Button, Callable[[], object]]:
        header = self._stage.header
        return {
            header.undo: self.page.undo,
            header.redo: self.page.redo,
            header.make_draft: self._make_draft,
            header.leave: self._stage.leave,
        }

    @property
    def is_worth_keeping(self) -> bool:
        """Whether something was put right that would be lost."""
        return not self._is_done and bool(self.session.undo_name)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self._name

    def again(self) -> "WordImport":
        """Show the text again after its page was closed."""
        return WordImport(self._stage, self._name, self.session, self._read)

    def make_room(self, *, is_wanted: bool) -> None:
        """There are no versions of it yet."""

    def shown(self) -> tuple[AnyPage, str, int | None] | None:
        return None

    def show_step(self, step_id: str) -> None:
        """Nobody asks for a step of a text that is not kept."""

    def focus(self) -> None:
        self.page.focus_start()

    def keep(self) -> None:
        """Nothing is stored before the draft is made; what was put right stays here."""

    def close(self) -> None:
        self._stage.drop_page(self.page)

    def _show_header(self) -> None:
        header = self._stage.header
        header.title.setText(self.tr("Hent fra Word"))
        header.show_history(self.session.undo_name, self.session.redo_name)
        header.show_buttons((header.undo, header.redo, header.make_draft))
        blocker = (
            "" if self.session.proposal.theme else self.tr("vælg et tema, før du laver kladden")
        )
        header.show_line(self._name, blocker, header.make_draft)

    def _make_draft(self) -> None:
        self.page.lines.leave_editor()
        proposal, known = self.session.proposal, self.session.known
        header = self._stage.header
        header.make_draft.setEnabled(False)

        def done(draft: Draft) -> None:
            self._is_done = True
            info = draft.info
            self._stage.open(EditTarget(info.kind, info.slug, number=info.number))

        def refused(_: object) -> bool:
            self._show_header()
            return False

        self._stage.desk.do(
            lambda workplace: draft_of_word(
                workplace, proposal=proposal, known=known, phrases=phrases()
            ),
            done,
            refused,
        )


def begin_import(stage: EditorStage, path: Path, read: WordText) -> WordImport:
    """Show a text that was read."""
    desk = stage.desk
    session = WordSession(read.proposal, read.known, desk.messages, stage)
    return WordImport(stage, path.name, session, read)


def offer_again(stage: EditorStage, left: WordImport, show: Callable[["WordImport"], None]) -> None:
    """Offer to go on with a text that was left before it was kept."""
    heading = stage.tr("»{}« er ikke hentet ind").format(left.name)
    line = stage.tr("Intet er gemt i biblioteket. Dine rettelser er her stadig.")
    go_on = (stage.tr("Fortsæt"), partial(show, left))
    stage.desk.messages.say(heading, line, go_on, follows=True)
