"""Dates that deadlines count from, asked for at the step where they become known."""

from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.moment_reading import Lies
from app.model.deadlines.deadline_counting import counts_hours_from
from app.model.errors import Told
from app.model.times import ZONE, day_of
from app.ui.fields.dates import Clock, DayField, MomentField
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, Label, second_line
from app.ui.runs.step.run_acts import AskFor, SetDate
from app.ui.runs.step.step_surroundings import AtStep
from app.ui.says.told_texts import told_line
from app.ui.steps.panel_sections import Section


class DateSection(Section):
    """One field a date; what is written is kept when the field is left."""

    def __init__(self, clock: Clock, ask: AskFor) -> None:
        super().__init__(QCoreApplication.translate("runs", "Datoer, som frister tælles fra"))
        self._clock, self._ask = clock, ask
        self._rows: dict[tuple[str, bool], DateRow] = {}
        self.body.setSpacing(theme().px(12))

    @property
    def rows(self) -> list["DateRow"]:
        """The dates that are asked for."""
        return [row for row in self._rows.values() if row.isVisibleTo(self)]

    def show_at(self, at: AtStep) -> None:
        """Show which of the dates a step asks for are known; what is being typed stays."""
        asks = at.step.asks
        self.setVisible(bool(asks))
        asked = [self._row(event, at) for event in asks]
        for position, row in enumerate(asked):  # alone each would be a window for a moment
            self.body.insertWidget(position, row)
        for row in self._rows.values():
            row.setVisible(row in asked)
        for event, row in zip(asks, asked, strict=True):
            if at.is_new:
                row.forget()
            row.show_moment(at.state.dates.get(event), may_set=at.may_work)

    def refuse(self, event: str, error: Told) -> bool:
        """Say at the field of an event why its date is not kept; trouble belongs elsewhere."""
        row = next((row for (asked, _), row in self._rows.items() if asked == event), None)
        if row is None or row.isHidden() or not error.is_refusal:
            return False
        row.field.refuse(told_line(error))
        return True

    def settle(self) -> None:
        """Keep what is typed and was not left yet."""
        for row in self.rows:
            row.field.settle()

    def _row(self, event: str, at: AtStep) -> "DateRow":
        """Return the row of an event, which is kept when another step is shown."""
        is_timed = counts_hours_from(at.procedure, event)
        row = self._rows.get((event, is_timed))
        if row is None:
            known = at.library.catalogue.event_by_id.get(event)
            begins = (one.trigger_event for one in at.library.procedures)
            lies = Lies.BEHIND if event in begins else Lies.ANYWHERE
            title = known.title if known else event
            row = DateRow(title, self._clock, is_timed=is_timed, lies=lies)
            row.changed.connect(partial(self._on_changed, event, row))
            self._rows[event, is_timed] = row
        return row

    def _on_changed(self, event: str, row: "DateRow") -> None:
        self._ask(SetDate(event, row.moment))


class DateRow(QWidget):
    """A date that may be known, and that one can take as now or today.

    Signals: `changed` when there is another date than before, or none any more.
    """

    changed = Signal()

    def __init__(
        self, title: str, clock: Clock, *, is_timed: bool, lies: Lies = Lies.ANYWHERE
    ) -> None:
        super().__init__()
        self._clock = clock
        self._stored: datetime | None = None
        self.field: MomentField | DayField
        if is_timed:
            self.field = MomentField(title, clock, may_be_empty=True, lies=lies)
        else:
            self.field = DayField(title, clock, may_be_empty=True, lies=lies)
        words = self.tr("Nu") if is_timed else self.tr("I dag")
        self._now = Button(words, "quiet", "clock", self.field.set_now, small=True)
        self._now.setAccessibleName(f"{words}: {title}")
        self._said = second_line()
        self._assemble(title)
        self.field.changed.connect(self._on_changed)

    @property
    def moment(self) -> datetime | None:
        """When it happened; a day without a time of day is its beginning."""
        value = self.field.value()
        if value is None or isinstance(value, datetime):
            return value
        return datetime.combine(value, time(), ZONE)

    def forget(self) -> None:
        """Let go of what cannot be read: another case is shown."""
        self.field.set_value(None)

    def show_moment(self, moment: datetime | None, *, may_set: bool) -> None:
        """Show what is known, unless something else is being written."""
        self._stored = moment
        self.field.set_read_only(is_read_only=not may_set)
        self._now.setVisible(may_set)
        said = self.tr("Gemt. Fristerne tæller herfra.") if moment else self.tr("Ikke sat endnu")
        self._said.setText(said)
        self._said.set_color("done" if moment else "ink_3")
        if self.field.is_refused or self.field.is_being_written:
            return
        if isinstance(self.field, MomentField):
            self.field.set_value(moment)
        else:
            self.field.set_value(_day_of(moment))

    def _on_changed(self) -> None:
        if not self.field.is_refused:
            self.changed.emit()

    def _assemble(self, title: str) -> None:
        label = Label(title, wrap=True)
        label.setBuddy(self.field.line)
        row = QHBoxLayout()
        row.setSpacing(theme().px(6))
        row.addWidget(self.field, 1)
        row.addWidget(self._now, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self._said)


def _day_of(moment: datetime | None) -> date | None:
    return None if moment is None else day_of(moment)
