"""A deadline built by choosing: how long, from what, and what it rests on; said in words above."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import deadline_words, law_label, trigger_label
from app.model.deadlines.days import Calendar
from app.model.deadlines.deadline_counting import whole_parts
from app.model.ids import DATE_PREFIX, TRIGGER
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Deadline, EventDay, LastDay, Procedure, Step
from app.ui.editor.form.deadline_words import example_words, unit_choices
from app.ui.editor.form.fields.chosen_field import ChosenBox
from app.ui.editor.form.fields.deadline_meaning import MeaningEditor
from app.ui.editor.form.fields.ways_field import Picker
from app.ui.editor.form.fields.writing_fields import LineBox
from app.ui.fields.calm_fields import takes_whole
from app.ui.keys import keys
from app.ui.keys.focus import let_go, show_or_hide
from app.ui.keys.shortcuts import answer
from app.ui.keys.toggling import Switch
from app.ui.lists.finder import FinderChoice, Rank
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Label, second_line
from app.ui.says.kind_texts import step_label

_LATEST, _EARLIEST = "latest", "earliest"
_AFTER, _BEFORE = "after", "before"
_MOST = 9_999

NEW = Deadline(within="1 weeks", after=TRIGGER)


class Amount(LineBox):
    """A whole number; the up and down keys count."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setValidator(QIntValidator(0, _MOST, self))
        self.setMaxLength(len(str(_MOST)))

    @property
    def value(self) -> int:
        """The number that stands there; 0 when none does."""
        return int(self.text() or 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let a number that is typed take the place of the one that stands there."""
        super().focusInEvent(event)
        if takes_whole(event):
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        counts = {
            keys.MORE_BY_ONE: partial(self._count, 1),
            keys.LESS_BY_ONE: partial(self._count, -1),
        }
        if not answer(event, counts):
            super().keyPressEvent(event)

    def _count(self, by: int) -> None:
        self.setText(str(max(0, min(_MOST, self.value + by))))
        self.written.emit(self.text())


class PartEditor(QFrame):
    """One simple deadline.

    Signals: `changed` with the deadline after the user changed it; `removed`.
    """

    changed = Signal(object)
    removed = Signal()

    def __init__(self, law: Callable[[], Sequence[FinderChoice]], law_rank: Rank) -> None:
        super().__init__()
        self._deadline = NEW
        self._catalogue = Catalogue()
        self.edge = Picker(self.tr("Senest eller tidligst"))
        self.amount = Amount(self.tr("Hvor mange"))
        self.unit = Picker(self.tr("Enhed"))
        self.direction = Picker(self.tr("Efter eller før"))
        self.event_ref = Picker(self.tr("Regnes fra"))
        self.law = ChosenBox(
            self.tr("Find § eller ord"),
            self.tr("Paragraf eller ord, fx 136 stk 2"),
            law_rank,
            is_single=True,
        )
        self.law.offer(law)
        self.reason = LineBox(
            self.tr("Grund til fristen"), self.tr("Er den ikke lovens, så skriv hvorfor")
        )
        self.late = LineBox(
            self.tr("Når fristen er overskredet"),
            self.tr("Kan fristen ikke holdes: hvad skal så gøres?"),
        )
        self.day_one = QCheckBox(self.tr("Dagen selv er dag 1"))
        self._day_one = Switch(self.day_one)
        self.last_day = Picker(self.tr("Når sidste dag er fri"))
        self._away = Button(
            "", "quiet", "close", self.removed.emit, tip=self.tr("Fjern denne frist")
        )
        self._away.setObjectName("away")
        self._assemble()
        self._connect()

    def show_part(
        self,
        deadline: Deadline,
        procedure: Procedure,
        step: Step,
        catalogue: Catalogue,
        *,
        is_one_of_several: bool,
    ) -> None:
        """Show what stands in the document."""
        self._deadline, self._catalogue = deadline, catalogue
        duration = deadline.duration
        self.edge.offer(
            ((_LATEST, self.tr("Senest")), (_EARLIEST, self.tr("Tidligst"))),
            _EARLIEST if deadline.earliest else _LATEST,
        )
        self.unit.offer(
            unit_choices(duration.amount if duration else 0),
            duration.unit.value if duration else "",
        )
        self.direction.offer(
            ((_AFTER, self.tr("efter")), (_BEFORE, self.tr("før"))),
            _BEFORE if deadline.before else _AFTER,
        )
        ref = deadline.after or deadline.before or TRIGGER
        self.event_ref.offer(list(_events(procedure, step, catalogue, ref)), ref)
        self.law.show_chosen([law_choice(deadline.law, catalogue)] if deadline.law else [])
        self.reason.show_text(deadline.reason)
        has_reason = not deadline.law or bool(deadline.reason)
        show_or_hide(self.reason, self.last_day, is_shown=has_reason)
        self.late.show_text(deadline.late)
        has_late = not deadline.earliest or bool(deadline.late)
        show_or_hide(self.late, self.last_day, is_shown=has_late)
        self._day_one.show(deadline.event_day is EventDay.COUNTS)
        self.last_day.offer(
            (
                (LastDay.UNKNOWN.value, self.tr("Fridag: uvist, om den rykker")),
                (LastDay.STAYS.value, self.tr("Fridag: den rykker ikke")),
                (LastDay.ROLLS.value, self.tr("Fridag: rykker til hverdag")),
            ),
            deadline.last_day.value,
        )
        show_or_hide(self._away, self.amount, is_shown=is_one_of_several)
        is_unsaid = not self.amount.text() and not self.amount.hasFocus()
        if duration is not None and (is_unsaid or self.amount.value != duration.amount):
            self.amount.show_text(str(duration.amount))

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addLayout(_row((self.edge, 3), (self.amount, 2), (self.unit, 3), (self._away, 0)))
        column.addLayout(_row((self.direction, 3), (self.event_ref, 8)))
        column.addWidget(self.law)
        column.addWidget(self.reason)
        column.addWidget(self.late)
        column.addLayout(_row((self.last_day, 6), (self.day_one, 4)))

    def _connect(self) -> None:
        for picker in (self.edge, self.unit, self.direction, self.event_ref, self.last_day):
            picker.activated.connect(lambda _: self._tell())
        self.amount.written.connect(lambda _: self._tell())
        self._day_one.turned.connect(lambda _: self._tell())
        self.reason.written.connect(lambda _: self._tell())
        self.late.written.connect(lambda _: self._tell())
        self.law.chosen_changed.connect(self._on_law)

    def _on_law(self, refs: tuple[str, ...]) -> None:
        self.changed.emit(replace(self._chosen(), law=refs[-1] if refs else None))

    def _tell(self) -> None:
        chosen = self._chosen()
        if chosen != self._deadline:
            self.changed.emit(chosen)

    def _chosen(self) -> Deadline:
        """Return the deadline as it is chosen now."""
        ref, is_before = self.event_ref.picked, self.direction.picked == _BEFORE
        return replace(
            self._deadline,
            within=f"{self.amount.value} {self.unit.picked}",
            after=None if is_before else ref,
            before=ref if is_before else None,
            earliest=self.edge.picked == _EARLIEST,
            event_day=EventDay.COUNTS if self.day_one.isChecked() else EventDay.SKIPPED,
            last_day=LastDay(self.last_day.picked),
            reason=self.reason.text(),
            late=self.late.text(),
        )


class DeadlineBox(QWidget):
    """A deadline of one or several parts, its words, and an example.

    Signals: `deadline_set` with the deadline after the user changed it, or None.
    """

    deadline_set = Signal(object)

    def __init__(
        self, law: Callable[[], Sequence[FinderChoice]], law_rank: Rank, calendar: Calendar
    ) -> None:
        super().__init__()
        self._law, self._law_rank, self._calendar = law, law_rank, calendar
        self._deadline: Deadline | None = None
        self._parts: list[PartEditor] = []
        self._words = Label(weight=SEMIBOLD, wrap=True)
        self._example = second_line(wrap=True)
        self.add = Button(self.tr("Tilføj frist"), "link", "plus", self._on_add)
        self.more = Button(self.tr("Endnu en frist"), "link", "plus", self._on_more)
        self.meaning = MeaningEditor()
        self.meaning.changed.connect(self.deadline_set)
        self.away = Button(self.tr("Fjern fristen"), "link", on_click=self._on_away)
        self._column = QVBoxLayout(self)
        self._assemble()

    @property
    def parts(self) -> Sequence[PartEditor]:
        """The editors of its parts."""
        return self._parts

    @property
    def words(self) -> str:
        """What is said of the deadline, with its example."""
        return f"{self._words.text()} {self._example.text()}".strip()

    def show_deadline(
        self, procedure: Procedure, step: Step, catalogue: Catalogue, now: datetime
    ) -> None:
        """Show what stands in the document."""
        self._deadline = deadline = step.deadline
        parts = deadline.parts if deadline else ()
        self.add.setVisible(self.add.isVisible() or deadline is None)
        while len(self._parts) > len(parts):
            gone = self._parts.pop()
            self._column.removeWidget(gone)
            let_go(gone, self._parts[-1].amount if self._parts else self.add)
        while len(self._parts) < len(parts):
            self._add_part()
        for editor, part in zip(self._parts, parts, strict=True):
            is_one = len(parts) > 1
            editor.show_part(part, procedure, step, catalogue, is_one_of_several=is_one)
        self._words.setText(deadline_words(deadline, procedure, catalogue) if deadline else "")
        self._example.setText(example_words(deadline, now, self._calendar) if deadline else "")
        for widget in (self._words, self._example):
            widget.setVisible(deadline is not None)
        if deadline is not None:
            self.meaning.show_deadline(deadline, catalogue)
        show_or_hide(self.meaning, self.add, is_shown=deadline is not None)
        show_or_hide(self._foot, self.add, is_shown=deadline is not None)
        goal = self._parts[-1].amount if self._parts else self.add
        show_or_hide(self.add, goal, is_shown=deadline is None)

    def _assemble(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(16))
        row.addWidget(self.more)
        row.addWidget(self.away)
        row.addStretch(1)
        # what is said stands in sight while one chooses, however much there is to choose below
        for widget in (self._words, self._example, self.meaning, self.add, self._foot):
            self._column.addWidget(widget)

    def _add_part(self) -> None:
        editor, place = PartEditor(self._law, self._law_rank), len(self._parts)
        editor.changed.connect(partial(self._on_changed, place))
        editor.removed.connect(partial(self._on_removed, place))
        self._parts.append(editor)
        self._column.insertWidget(self._column.indexOf(self.meaning), editor)

    def _on_add(self) -> None:
        self.deadline_set.emit(NEW)

    def _on_more(self) -> None:
        if self._deadline is not None:
            self._tell((*self._deadline.parts, NEW))
            self._parts[-1].amount.setFocus()

    def _on_away(self) -> None:
        self.deadline_set.emit(None)

    def _on_changed(self, position: int, part: Deadline) -> None:
        if self._deadline is not None:
            parts = self._deadline.parts
            self._tell((*parts[:position], part, *parts[position + 1 :]))

    def _on_removed(self, position: int) -> None:
        if self._deadline is not None:
            parts = self._deadline.parts
            self._tell((*parts[:position], *parts[position + 1 :]))
            self._parts[min(position, len(self._parts) - 1)].amount.setFocus()

    def _tell(self, parts: tuple[Deadline, ...]) -> None:
        """Tell of the whole; what only the whole says is kept where it has several parts."""
        assert self._deadline is not None
        whole = self._deadline
        if len(parts) == 1 and whole.several:
            only = whole_parts(replace(whole, first_of=parts, one_of=()))[0]
            self.deadline_set.emit(replace(only, once_chosen=whole.once_chosen))
        elif len(parts) == 1:
            self.deadline_set.emit(parts[0])
        elif whole.several:
            applies = bool(whole.one_of)
            first, one = ((), parts) if applies else (parts, ())
            self.deadline_set.emit(replace(whole, first_of=first, one_of=one))
        else:
            self.deadline_set.emit(_several(whole, parts))


def _several(simple: Deadline, parts: tuple[Deadline, ...]) -> Deadline:
    """Let what was said of one deadline be said of all of several."""
    plain = Deadline()
    return Deadline(
        first_of=tuple(
            replace(
                part,
                whose=plain.whose,
                ends=plain.ends,
                once_chosen=plain.once_chosen,
                unless=plain.unless,
            )
            for part in parts
        ),
        whose=simple.whose,
        ends=simple.ends,
        once_chosen=simple.once_chosen,
        unless=simple.unless,
    )


def law_choice(ref: str, catalogue: Catalogue) -> FinderChoice:
    """Return a provision as something to choose."""
    known = catalogue.provision(ref)
    return FinderChoice(ref, law_label(ref, catalogue), known.says if known else "")


def _events(
    procedure: Procedure, step: Step, catalogue: Catalogue, kept: str
) -> Iterator[tuple[str, str]]:
    """Give what a deadline may count from: the trigger, other steps, dates that are asked for."""
    yield TRIGGER, trigger_label(procedure)
    asked = {event for one in procedure.steps for event in one.asks}
    events = sorted(catalogue.events, key=lambda event: event.id not in asked)
    for other in procedure.steps:
        label = step_label(procedure, other.id)
        if other.id == step.id:
            label = QCoreApplication.translate("deadline", "Sidste gang dette trin blev udført")
        yield other.id, label
    for event in events:
        yield f"{DATE_PREFIX}{event.id}", event.title
    known = {TRIGGER, *procedure.by_id, *(f"{DATE_PREFIX}{event.id}" for event in events)}
    if kept not in known:
        gone = QCoreApplication.translate("deadline", "»{}«, som ikke findes mere")
        yield kept, gone.format(kept.removeprefix(DATE_PREFIX))


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme().px(8))
    for widget, stretch in parts:
        row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)
    return row
