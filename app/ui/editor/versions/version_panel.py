"""The versions of a document, the newest first, with what can be done with each."""

from collections.abc import Callable, Iterator
from enum import Enum
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.library.stored_version import Kind, VersionState
from app.model.library.version_work import Readers, VersionStory
from app.services import authoring, readings
from app.services.workplace import Workplace
from app.ui.editor.versions.deed_words import deed_line, readers_line, trial_line
from app.ui.keys import keys
from app.ui.keys.kept import KeptRows, focus_kept, follow_layout
from app.ui.keys.shortcuts import asks
from app.ui.library.version_words import version_state
from app.ui.look.detail_panel import DetailPanel
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Chip, Label
from app.ui.look.wrapping import Wrapping


class Histories(Struct, frozen=True):
    """All versions, and who has read the one that counts."""

    stories: tuple[VersionStory, ...]
    readers: Readers | None = None
    is_read: bool = False


class Ask(Enum):
    """What can be asked for of a version."""

    OPEN = "open"
    DISCARD = "discard"
    COMPARE = "compare"
    RESTORE = "restore"
    READ = "read"
    KEEP = "keep"
    DROP = "drop"


class ToldVersion(Struct, frozen=True):
    """What is told of a version, and which of them is shown beside."""

    story: VersionStory
    histories: Histories
    shown: int | None


class VersionBox(QWidget):
    """One version: its state, what was done to it, and what can be done with it."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.buttons = {ask: Button(words, "link") for ask, words in _words().items()}
        self._title = Label(weight=SEMIBOLD)
        self._chip = Chip()
        lines = QVBoxLayout()
        lines.setSpacing(theme().px(4))
        self._lines = KeptRows(lines, _make_line, _fill_line)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addStretch(1)
        links = Wrapping(theme().px(12))
        for button in self.buttons.values():
            links.row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addLayout(head)
        column.addLayout(lines)
        column.addWidget(links)

    def show_told(self, told: ToldVersion) -> None:
        """Show a version as it stands now."""
        info = told.story.info
        self.number = info.number
        self._title.setText(self.tr("Version {}").format(info.number))
        self._chip.show_state(*version_state(info))
        self._lines.show(tuple(_lines(told.story, told.histories)))
        possible = set(_possible(told))
        for ask, button in self.buttons.items():
            name = self.tr("{}: version {}").format(button.text(), info.number)
            button.setAccessibleName(name)
            button.setVisible(ask in possible)

    def focus_start(self) -> bool:
        """Take the keyboard at the first thing that can be done; False when nothing can."""
        button = next((one for one in self.buttons.values() if not one.isHidden()), None)
        if button is not None:
            button.setFocus()
        return button is not None


class VersionsPanel(DetailPanel):
    """Says who did what, when and why. A version keeps its place and its buttons.

    Signals, each with the number of a version: `compare_asked`, `restore_asked`, `open_asked` for
    a draft, `discard_asked` to put one aside, `read_asked`, `keep_trial_asked` and
    `drop_trial_asked`; `left` when Escape closes it.
    """

    compare_asked = Signal(int)
    restore_asked = Signal(int)
    open_asked = Signal(int)
    discard_asked = Signal(int)
    read_asked = Signal(int)
    keep_trial_asked = Signal(int)
    drop_trial_asked = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("versions", "Versioner"))
        self._none = Label(self.tr("Her kommer versionerne til at stå."), color="ink_2", wrap=True)
        self._boxes = QWidget()
        column = QVBoxLayout(self._boxes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        self._rows = KeptRows(column, self._make_box, VersionBox.show_told)
        head = Label(self.tr("Versioner"), points=13, weight=SEMIBOLD)
        self.show_sections((head, self._none, self._boxes))

    def show_histories(self, histories: Histories, shown: int | None) -> None:
        """Show the versions; the one that is `shown` beside has no need to be opened."""
        told = [ToldVersion(story, histories, shown) for story in histories.stories]
        with focus_kept(self, self.focus_start):
            self._none.setVisible(not told)
            self._rows.show(told)
        follow_layout(self._boxes)

    def focus_start(self) -> None:
        """Take the keyboard at the first thing that can be done."""
        for box in self._rows.shown:
            if box.focus_start():
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _make_box(self) -> VersionBox:
        box = VersionBox()
        for asked, ask in (
            (Ask.OPEN, self.open_asked.emit),
            (Ask.DISCARD, self.discard_asked.emit),
            (Ask.COMPARE, self.compare_asked.emit),
            (Ask.RESTORE, self.restore_asked.emit),
            (Ask.READ, self.read_asked.emit),
            (Ask.KEEP, self.keep_trial_asked.emit),
            (Ask.DROP, self.drop_trial_asked.emit),
        ):
            box.buttons[asked].clicked.connect(partial(_ask_of, ask, box))
        return box


def histories_of(workplace: Workplace, *, kind: Kind, slug: str) -> Histories:
    """Read all versions of a document, with who has read the one that counts."""
    stories = authoring.history_of(workplace, kind=kind, slug=slug)
    published = next(
        (story.info for story in stories if story.info.state is VersionState.PUBLISHED), None
    )
    if published is None:
        return Histories(stories)
    readers = readings.readers_of(workplace, kind=kind, slug=slug, number=published.number)
    is_read = any(one.person == workplace.actor for one in readers.read)
    return Histories(stories, readers, is_read)


def _words() -> dict[Ask, str]:
    translate = QCoreApplication.translate
    return {
        Ask.OPEN: translate("versions", "Skriv videre"),
        Ask.DISCARD: translate("versions", "Læg til side"),
        Ask.COMPARE: translate("versions", "Sammenlign"),
        Ask.RESTORE: translate("versions", "Gendan som kladde"),
        Ask.READ: translate("versions", "Jeg har læst og forstået den"),
        Ask.KEEP: translate("versions", "Behold den"),
        Ask.DROP: translate("versions", "Drop den"),
    }


def _possible(told: ToldVersion) -> Iterator[Ask]:
    """Give what can be done with a version."""
    info, trial = told.story.info, told.story.trial
    is_other = info.number != told.shown
    is_own_draft = info.state is VersionState.DRAFT and not info.shipped
    if is_other:
        yield Ask.COMPARE
    if is_other and is_own_draft:
        yield Ask.OPEN
    if is_own_draft:
        yield Ask.DISCARD
    if info.state is VersionState.RETIRED:  # what counts needs no draft to be as it is
        yield Ask.RESTORE
    if info.state is VersionState.PUBLISHED and not told.histories.is_read:
        yield Ask.READ
    if trial is not None and trial.is_open:
        yield Ask.KEEP
        yield Ask.DROP


class _VersionLine(Struct, frozen=True):
    """One line about a version; what somebody wrote stands out, what is counted steps back."""

    text: str
    color: str = "ink"


def _lines(story: VersionStory, histories: Histories) -> Iterator[_VersionLine]:
    for done in reversed(story.deeds):
        yield _VersionLine(deed_line(done), "ink_2")
        if done.note:
            yield _VersionLine(f"»{done.note}«")
    if story.trial is not None:
        yield _VersionLine(trial_line(story.trial))
        if story.trial.evaluation:
            yield _VersionLine(f"»{story.trial.evaluation}«")
    if story.info.state is VersionState.PUBLISHED and histories.readers is not None:
        yield _VersionLine(readers_line(histories.readers), "ink_3")


def _make_line() -> Label:
    return Label(points=9.5, wrap=True, selectable=True)


def _fill_line(label: Label, line: _VersionLine) -> None:
    label.setText(line.text)
    label.set_color(line.color)


def _ask_of(ask: Callable[[int], object], box: VersionBox, _checked: bool = False) -> None:
    ask(box.number)
