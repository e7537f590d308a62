"""What a team lead has in hand: drafts, versions to approve, trials to decide, suggestions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import counted, date_label, moment_label
from app.model.library.catalogue import Library
from app.model.library.stored_version import Kind, VersionInfo
from app.model.library.version_work import Draft, Suggestion, Trial
from app.model.times import day_of
from app.services import authoring, publishing, suggestions, trials
from app.services.looking import updates_waiting
from app.services.waiting import WaitingFor, what_waits
from app.services.workplace import Workplace
from app.ui.keys.kept import focus_kept
from app.ui.lists.grouped_list import GroupedList, Row
from app.ui.look.empty_place import EmptyPlace
from app.ui.look.page_stack import Pages
from app.ui.look.widgets import Button
from app.ui.suggestions.suggestion_words import document_title, where_words
from app.ui.targets.editor_targets import EditTarget, TrialTarget, UpdatesTarget

_KIND_ICONS = {Kind.PROCEDURE: "procedures", Kind.CARD: "cards", Kind.TOOL: "tools"}


class Waiting(Struct, frozen=True):
    """A version that waits to be approved, with the title of its text."""

    info: VersionInfo
    title: str


class InHand(Struct, frozen=True):
    """All that is in hand, and whose it is; `backs` are who sent drafts back, by their names,
    and `came` which bundles drafts came in with.
    """

    actor: str
    drafts: tuple[Draft, ...] = ()
    backs: Mapping[tuple[Kind, str, int], str] = {}
    came: Mapping[tuple[Kind, str, int], str] = {}
    waiting: tuple[Waiting, ...] = ()
    trials: tuple[Trial, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    updates: int = 0
    waits: WaitingFor = WaitingFor()

    @property
    def count(self) -> int:
        """How much there is to look at."""
        written = len(self.drafts) + len(self.waiting) + len(self.trials)
        return written + len(self.suggestions) + self.updates


def in_hand(workplace: Workplace) -> InHand:
    """Read all that is in hand."""
    waiting = []
    for info in publishing.in_review(workplace):
        document = authoring.document_version(
            workplace, kind=info.kind, slug=info.slug, number=info.number
        )
        waiting.append(Waiting(info, document.title))
    drafts = authoring.all_drafts(workplace)
    return InHand(
        workplace.actor,
        drafts,
        authoring.who_sent_back(workplace, drafts),
        authoring.brought_in(workplace, drafts),
        tuple(waiting),
        trials.list_trials(workplace, is_open=True),
        suggestions.open_suggestions(workplace),
        updates_waiting(workplace),
        what_waits(workplace),
    )


def waiting_words(waits: WaitingFor) -> str:
    """Say what of all that is in hand waits for the one who works here; empty for nothing."""
    if not waits.count:
        return ""
    translate = QCoreApplication.translate
    trials = translate("editor", "prøvehandling"), translate("editor", "prøvehandlinger")
    texts = translate("editor", "ny tekst"), translate("editor", "nye tekster")
    parts = {
        translate("editor", "{} til godkendelse").format(waits.to_approve): waits.to_approve,
        counted(waits.to_decide, *trials): waits.to_decide,
        translate("editor", "{} forslag").format(waits.to_answer): waits.to_answer,
        counted(waits.to_compare, *texts): waits.to_compare,
    }
    said = ", ".join(words for words, count in parts.items() if count)
    return translate("editor", "{} venter på dig: {}").format(waits.count, said)


class InHandList(QWidget):
    """The list of what is in hand, and the way to begin something new.

    Signals: `open_asked` with an `EditTarget`; `trial_asked` with a `TrialTarget`;
    `suggestion_asked` with a `Suggestion`; `updates_asked` when what came with the program is to
    be looked at; `others_asked`, `new_procedure_asked`, `new_card_asked`, `new_tool_asked`,
    `word_asked`.
    """

    open_asked = Signal(object)
    trial_asked = Signal(object)
    suggestion_asked = Signal(object)
    updates_asked = Signal()
    others_asked = Signal()
    new_procedure_asked = Signal()
    new_card_asked = Signal()
    new_tool_asked = Signal()
    word_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = GroupedList(self.tr("Kladder, godkendelse og forslag"))
        self._pages = Pages()
        self._left: tuple[Kind, str] | None = None
        self._empty = EmptyPlace(
            self.tr("Her kommer kladderne til at stå"),
            self.tr(
                "En kladde er din egen, til en anden teamleder har godkendt den. Åbn en "
                "sagsprocedure og vælg Redigér, begynd på en ny, eller hent en fra Word "
                "eller fra andre."
            ),
        )
        self._assemble()
        self.list.clicked.connect(lambda index: self._open(self.list.rows.row(index).payload))
        self.list.activated_row.connect(self._open)

    def show_in_hand(self, found: InHand, library: Library, now: datetime) -> None:
        """Show what is in hand now; what is chosen stays chosen, else it is the first."""
        index = self.list.currentIndex()
        chosen = self.list.rows.row(index).payload if index.isValid() else None
        rows = _rows(found, library, now)
        known = [row.payload for row in rows if not row.is_group]
        left, self._left = self._left, None
        came_from = (one for one in known if isinstance(one, EditTarget) and _name(one) == left)
        chosen = next(came_from, chosen)
        chosen = chosen if chosen in known else next(iter(known), None)
        with focus_kept(self, self.focus_start):
            self.list.show_rows(rows, chosen)
            self._pages.setCurrentWidget(self._whole if found.count else self._empty)

    def stand_at(self, kind: Kind, slug: str) -> None:
        """Choose a document when what is in hand is shown next: one comes from it."""
        self._left = (kind, slug)

    def focus_start(self) -> None:
        """Take the keyboard: in the list, or at the first step where nothing is in hand."""
        if not self.isVisible():  # one has gone elsewhere meanwhile
            return
        is_empty = self._pages.currentWidget() is self._empty
        (self._first if is_empty else self.list).setFocus()

    def _assemble(self) -> None:
        self._whole = QWidget()
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(24, 20, 24, 20)
        self.list.setMaximumWidth(640)
        row.addWidget(self.list, 1)
        row.addStretch(1)
        # The first step and one link: cards and tools are begun from the header above.
        first = self.tr("Ny sagsprocedure")
        self._first = Button(first, "go", "plus", self.new_procedure_asked.emit)
        self._empty.add_button(self._first)
        for words, ask in (
            (self.tr("Hent fra Word"), self.word_asked.emit),
            (self.tr("Hent fra andre"), self.others_asked.emit),
        ):
            self._empty.add_button(Button(words, "link", on_click=ask))
        self._pages.addWidget(self._whole)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _open(self, payload: object) -> None:
        if isinstance(payload, EditTarget):
            self.open_asked.emit(payload)
        elif isinstance(payload, TrialTarget):
            self.trial_asked.emit(payload)
        elif isinstance(payload, Suggestion):
            self.suggestion_asked.emit(payload)
        elif isinstance(payload, UpdatesTarget):
            self.updates_asked.emit()


def _name(target: EditTarget) -> tuple[Kind, str]:
    return target.kind, target.slug


def _rows(found: InHand, library: Library, now: datetime) -> Sequence[Row]:
    translate = QCoreApplication.translate
    mine = [draft for draft in found.drafts if draft.info.author == found.actor]
    others = [draft for draft in found.drafts if draft.info.author != found.actor]
    today = day_of(now)
    tried = (_trial_row(one, library, today) for one in found.trials)
    suggested = (_suggestion_row(one, library, now) for one in found.suggestions)
    rows: list[Row] = []
    if found.updates:
        words = translate("editor", "Nyt med programmet")
        rows.append(Row(words, is_group=True, icon="bring-in", count=str(found.updates)))
        rows.append(_update_row(found.updates))
    for title, icon, part in (
        (translate("editor", "Til godkendelse"), "review", map(_waiting_row, found.waiting)),
        (translate("editor", "Mine kladder"), "edit", _draft_rows(mine, found, now)),
        (translate("editor", "Andres kladder"), "people", _draft_rows(others, found, now)),
        (translate("editor", "Prøvehandlinger"), "target", tried),
        (translate("editor", "Forslag"), "suggest", suggested),
    ):
        lines = list(part)
        if lines:
            rows.append(Row(title, is_group=True, icon=icon, count=str(len(lines))))
            rows += lines
    return rows


def _waiting_row(waiting: Waiting) -> Row:
    info = waiting.info
    words = QCoreApplication.translate("editor", "Version {} af {}")
    return Row(
        waiting.title,
        EditTarget(info.kind, info.slug),
        sub=words.format(info.number, info.author),
        icon=_KIND_ICONS.get(info.kind, ""),
    )


def _update_row(updates: int) -> Row:
    """Give one row for all of it: it is looked at together."""
    one = QCoreApplication.translate("editor", "ny tekst, hvor I har jeres egen")
    many = QCoreApplication.translate("editor", "nye tekster, hvor I har jeres egne")
    sub = QCoreApplication.translate("editor", "Sammenlign, og vælg for hver")
    return Row(counted(updates, one, many), UpdatesTarget(), sub=sub, icon="list")


def _draft_rows(drafts: Sequence[Draft], found: InHand, now: datetime) -> Iterator[Row]:
    for draft in drafts:
        info = draft.info
        sub = _draft_words(draft, found, now)
        target = EditTarget(info.kind, info.slug, number=info.number)
        yield Row(draft.document.title, target, sub=sub, icon=_KIND_ICONS.get(info.kind, ""))


def _draft_words(draft: Draft, found: InHand, now: datetime) -> str:
    """Say whose it is, where it is another's, that it was sent back, and when it was changed.

    One of several of a text says its number, and one that was brought in where it came from.
    """
    info, when = draft.info, moment_label(draft.changed, now)
    beside = sum((one.info.kind, one.info.slug) == (info.kind, info.slug) for one in found.drafts)
    number = QCoreApplication.translate("editor", "version {}").format(info.number)
    bundle = found.came.get((info.kind, info.slug, info.number))
    came = "" if bundle is None else QCoreApplication.translate("editor", "hentet ind")
    if bundle:
        came = QCoreApplication.translate("editor", "hentet ind fra {}").format(bundle)
    by = found.backs.get((info.kind, info.slug, info.number))
    back = QCoreApplication.translate("editor", "Sendt tilbage af {}").format(by) if by else ""
    whose = info.author if info.author != found.actor else ""
    parts = (number if beside > 1 else "", whose, came, back, when)
    return " · ".join(part for part in parts if part)


def _trial_row(trial: Trial, library: Library, today: date) -> Row:
    """Say of what a version is tried, how long, and what is to be done then."""
    translate = QCoreApplication.translate
    words = translate("editor", "Version {}, prøves til {}. Derefter beholder eller dropper I den.")
    if trial.is_over(today):
        words = translate("editor", "Version {}, sluttede {}. Behold eller drop den.")
    said = words.format(trial.number, date_label(trial.ends))
    sub = f"{document_title(library, trial.kind, trial.slug)} · {said}"
    icon = _KIND_ICONS.get(trial.kind, "")
    return Row(trial.name, TrialTarget(trial.kind, trial.slug, trial.number), sub=sub, icon=icon)


def _suggestion_row(suggestion: Suggestion, library: Library, now: datetime) -> Row:
    who = f"{suggestion.author} · {moment_label(suggestion.created, now)}"
    where = where_words(suggestion, library)
    icon = _KIND_ICONS.get(suggestion.kind, "")
    return Row(" ".join(suggestion.text.split()), suggestion, sub=f"{where} · {who}", icon=icon)
