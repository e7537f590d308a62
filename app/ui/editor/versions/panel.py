"""The versions of a document, the newest first, with what can be done with each."""

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.authoring import Readers, VersionStory
from app.model.version import Kind, VersionState
from app.services import authoring, readings
from app.services.workplace import Workplace
from app.ui.common.detail import DetailPanel
from app.ui.common.theme import theme
from app.ui.common.versions import version_state
from app.ui.common.widgets import SEMIBOLD, Button, Chip, Label, second_line
from app.ui.common.wrapping import Wrapping
from app.ui.editor.versions.words import deed_line, readers_line, trial_line


class Histories(Struct, frozen=True):
    """All versions, and who has read the one that counts."""

    stories: tuple[VersionStory, ...]
    readers: Readers | None = None
    is_read: bool = False


class VersionsPanel(DetailPanel):
    """Says who did what, when and why.

    Signals, each with the number of a version: `compare_asked`, `restore_asked`, `open_asked` for
    a draft, `discard_asked` to put one aside, `read_asked`, `keep_trial_asked` and
    `drop_trial_asked`.
    """

    compare_asked = Signal(int)
    restore_asked = Signal(int)
    open_asked = Signal(int)
    discard_asked = Signal(int)
    read_asked = Signal(int)
    keep_trial_asked = Signal(int)
    drop_trial_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Versioner"))

    def show_histories(self, histories: Histories, shown: int | None) -> None:
        """Show the versions; the one that is `shown` beside has no need to be opened."""
        boxes = [self._box(story, histories, shown) for story in histories.stories]
        if not boxes:
            boxes = [Label(self.tr("Her kommer versionerne til at stå."), color="ink_2", wrap=True)]
        head = Label(self.tr("Versioner"), points=13, weight=SEMIBOLD)
        self.show_sections((head, *boxes))

    def _box(self, story: VersionStory, histories: Histories, shown: int | None) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Version {}").format(story.info.number), weight=SEMIBOLD))
        head.addWidget(Chip(*version_state(story.info)))
        head.addStretch(1)
        column.addLayout(head)
        for line in self._lines(story, histories):
            column.addWidget(line)
        links = Wrapping(theme().px(12))
        for button in self._buttons(story, histories, shown):
            links.row.addWidget(button)
        column.addWidget(links)
        return box

    def _lines(self, story: VersionStory, histories: Histories) -> Iterator[QWidget]:
        for done in reversed(story.deeds):
            yield Label(deed_line(done), points=9.5, color="ink_2", wrap=True)
            if done.note:
                yield Label(f"»{done.note}«", points=9.5, wrap=True, selectable=True)
        if story.trial is not None:
            yield Label(trial_line(story.trial), points=9.5, wrap=True)
            if story.trial.evaluation:
                yield Label(f"»{story.trial.evaluation}«", points=9.5, wrap=True)
        if story.info.state is VersionState.PUBLISHED and histories.readers is not None:
            yield second_line(readers_line(histories.readers), wrap=True)

    def _buttons(
        self, story: VersionStory, histories: Histories, shown: int | None
    ) -> Iterable[Button]:
        info = story.info
        is_other = info.number != shown
        if is_other and info.state is VersionState.DRAFT and not info.shipped:
            yield self._link(self.tr("Skriv videre"), self.open_asked, info.number)
        if info.state is VersionState.DRAFT and not info.shipped:
            yield self._link(self.tr("Læg til side"), self.discard_asked, info.number)
        if is_other:
            yield self._link(self.tr("Sammenlign"), self.compare_asked, info.number)
        if info.state in (VersionState.PUBLISHED, VersionState.RETIRED):
            yield self._link(self.tr("Gendan som kladde"), self.restore_asked, info.number)
        if info.state is VersionState.PUBLISHED and not histories.is_read:
            yield self._link(self.tr("Jeg har læst og forstået den"), self.read_asked, info.number)
        if story.trial is not None and story.trial.is_open:
            yield self._link(self.tr("Behold den"), self.keep_trial_asked, info.number)
            yield self._link(self.tr("Drop den"), self.drop_trial_asked, info.number)

    def _link(self, words: str, signal: SignalInstance, number: int) -> Button:
        button = Button(words, "link", on_click=partial(signal.emit, number))
        button.setAccessibleName(self.tr("{}: version {}").format(words, number))
        return button


def histories_of(place: Workplace, *, kind: Kind, slug: str) -> Histories:
    """Read all versions of a document, with who has read the one that counts."""
    stories = authoring.history_of(place, kind=kind, slug=slug)
    published = next(
        (story.info for story in stories if story.info.state is VersionState.PUBLISHED), None
    )
    if published is None:
        return Histories(stories)
    readers = readings.readers_of(place, kind=kind, slug=slug, number=published.number)
    is_read = any(one.person == place.actor for one in readers.read)
    return Histories(stories, readers, is_read)
