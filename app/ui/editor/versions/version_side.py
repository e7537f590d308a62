"""What the versions panel does: compares, restores, opens, puts aside, and notes what was read."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.model.library.stored_version import Kind
from app.model.library.version_work import AnyPage, Draft
from app.services import authoring, readings
from app.services.workplace import Workplace
from app.ui.editor.compare.compare_page import Compared
from app.ui.editor.editor_stage import EditorStage
from app.ui.editor.on_trial import ask_to_end
from app.ui.editor.versions.version_panel import VersionsPanel, histories_of
from app.ui.targets.editor_targets import TrialTarget

Shown = tuple[AnyPage, str, int | None]
"""The document that versions are compared with, its name, and its number if it has one."""


class VersionsSide(QObject):
    """Answers the panel for the document that is shown.

    Signals: `discarding` before a draft is put aside, so that it goes as it was typed last;
    `discarded` with the kind and id of its document.
    """

    discarding = Signal()
    discarded = Signal(object, str)

    def __init__(self, stage: EditorStage, panel: VersionsPanel) -> None:
        super().__init__()
        self._stage, self._panel = stage, panel
        self._kind, self._slug = Kind.PROCEDURE, ""
        self._shown: Callable[[], Shown | None] = lambda: None
        panel.compare_asked.connect(self._on_compare)
        panel.restore_asked.connect(self._on_restore)
        panel.open_asked.connect(lambda number: stage.reopen(self._kind, self._slug, number))
        panel.discard_asked.connect(self._on_discard)
        panel.read_asked.connect(self._on_read)
        panel.keep_trial_asked.connect(lambda number: self._on_trial(number, keep=True))
        panel.drop_trial_asked.connect(lambda number: self._on_trial(number, keep=False))

    def follow(self, kind: Kind, slug: str, shown: Callable[[], Shown | None]) -> None:
        """Show the versions of another document."""
        self._kind, self._slug, self._shown = kind, slug, shown
        self.refresh()

    def refresh(self) -> None:
        """Read the versions anew, where they are looked at."""
        if not self._slug or self._panel.isHidden():
            return
        shown = self._shown()
        number = shown[2] if shown else None
        kind, slug = self._kind, self._slug
        self._stage.desk.do(
            lambda workplace: histories_of(workplace, kind=kind, slug=slug),
            lambda found: self._panel.show_histories(found, number),
        )

    def _on_compare(self, number: int) -> None:
        kind, slug = self._kind, self._slug
        self._stage.desk.do(
            lambda workplace: authoring.document_version(
                workplace, kind=kind, slug=slug, number=number
            ),
            lambda before: self._show_compared(before, number),
        )

    def _show_compared(self, before: AnyPage, number: int) -> None:
        shown = self._shown()
        if shown is None:
            return
        document, name, own = shown
        before_name = self.tr("Version {}").format(number)
        compared = Compared(document, name, own or number, before, before_name, number)
        self._stage.show_comparison(compared)

    def _on_restore(self, number: int) -> None:
        kind, slug = self._kind, self._slug

        def work(workplace: Workplace) -> Draft:
            return authoring.restore_version(workplace, kind=kind, slug=slug, number=number)

        self._stage.desk.do(work, lambda draft: self._stage.reopen(kind, slug, draft.info.number))

    def _on_discard(self, number: int) -> None:
        self.discarding.emit()
        kind, slug = self._kind, self._slug
        self._stage.desk.do(
            lambda workplace: authoring.discard_draft(
                workplace, kind=kind, slug=slug, number=number
            ),
            lambda _: self._on_discarded(kind, slug),
        )

    def _on_discarded(self, kind: Kind, slug: str) -> None:
        self._stage.desk.messages.done(
            self.tr("Kladden er lagt til side"),
            self.tr("Den kan gendannes under Versioner."),
        )
        self.discarded.emit(kind, slug)

    def _on_read(self, number: int) -> None:
        kind, slug = self._kind, self._slug
        self._stage.desk.do(
            lambda workplace: readings.mark_read(workplace, kind=kind, slug=slug, number=number),
            lambda _: self.refresh(),
        )

    def _on_trial(self, number: int, *, keep: bool) -> None:
        """Ask what came of a trial; then its version stands here as what it has become."""
        target = TrialTarget(self._kind, self._slug, number)
        ask_to_end(self._stage, target, self.refresh, keep=keep)
