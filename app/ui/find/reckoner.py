"""The reckoner of deadlines: choose one and a date, see the day and how it was counted."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.danish.deadline_sums import (
    StartAsked,
    deadline_line,
    starts_of,
    sum_of,
    with_deadlines,
)
from app.model.danish.notation import deadline_words
from app.model.library.procedure import Deadline, Procedure, Step
from app.model.times import ZONE
from app.ui.base.desk import Desk
from app.ui.base.place import Place
from app.ui.fields.dates import DayField, MomentField
from app.ui.find.palette_field import PaletteField
from app.ui.lists.grouped_list import GroupedList, Row
from app.ui.look.page_header import Header
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Label, second_line

_Found = tuple[Procedure, Step, Deadline]

_LIST, _SHEET = 420, 520


class StartField(QWidget):
    """The date of one event."""

    def __init__(self, start: StartAsked, desk: Desk) -> None:
        super().__init__()
        self.field: DayField | MomentField
        kind = MomentField if start.is_timed else DayField
        self.field = kind(start.words, desk.now, may_be_empty=True)
        label = Label(start.words, wrap=True)
        label.setBuddy(self.field.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        column.addWidget(label)
        column.addWidget(self.field)

    @property
    def moment(self) -> datetime | None:
        """When it happened, where that is written."""
        value = self.field.value()
        if value is None or isinstance(value, datetime):
            return value
        return datetime.combine(value, time(), ZONE)


class ReckonerPlace(Place):
    """All deadlines of the library at the left; what one of them comes to at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = ""
        self._starts: dict[tuple[str, bool], StartField] = {}
        self.header = Header()
        self.header.title.setText(self.tr("Fristberegner"))
        self.header.sub.setText(self.tr("Vælg en frist og en dato. Intet gemmes."))
        self.field = PaletteField(
            self.tr("Find en frist: et ord eller en procedure"), self.tr("Find en frist")
        )
        self.list = GroupedList(self.tr("Frister"))
        self._side, self._sheet = QWidget(), QFrame()
        self._scroll = QScrollArea()
        self._title = Label(points=12, weight=SEMIBOLD, wrap=True)
        self._rule = second_line(wrap=True)
        self._dates = QVBoxLayout()
        self.day = Label(points=12, weight=SEMIBOLD, wrap=True, selectable=True)
        self.how = Label(color="ink_2", wrap=True, selectable=True)
        self._assemble()
        self._connect()
        self._fill()
        self._resize()

    @property
    def heading(self) -> str:
        return self.header.title.text()

    @property
    def here(self) -> object:
        return self._shown

    def panes(self) -> Sequence[QWidget]:
        return (self.field, self.list, self._scroll)

    def enter(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def show_target(self, target: object) -> None:
        """Show the deadline of a step, named as on the command line."""
        if isinstance(target, str) and target in self._all():
            self.field.clear()
            self._fill()
            self.list.show_current(target)
            self._show(target)
        self.enter()

    def _all(self) -> Mapping[str, _Found]:
        found = with_deadlines(self._desk.shelf.library.procedures)
        return {f"{one[0].id}:{one[1].id}": one for one in found}

    def _fill(self) -> None:
        """List the deadlines whose words hold all that is typed, by procedure."""
        words = self.field.text().casefold().split()
        catalogue = self._desk.shelf.library.catalogue
        rows: list[Row] = []
        before = ""
        for name, (procedure, step, deadline) in self._all().items():
            sub = deadline_line(procedure, deadline, catalogue)
            if not all(word in f"{step.title} {sub}".casefold() for word in words):
                continue
            if procedure.id != before:
                rows.append(Row(procedure.title, is_group=True, icon="procedures"))
                before = procedure.id
            rows.append(Row(step.title, name, sub=sub.partition(" · ")[2]))
        if not rows:
            rows.append(Row(self.tr("Ingen frist har de ord."), is_group=True, icon="info"))
        self.list.show_rows(rows, next((row.payload for row in rows if not row.is_group), None))

    def _show(self, name: str) -> None:
        """Ask for the dates that a deadline counts from."""
        found = self._all().get(name)
        self._sheet.setVisible(found is not None)
        if found is None:
            return
        procedure, step, deadline = found
        self._shown = name
        catalogue = self._desk.shelf.library.catalogue
        self._title.setText(step.title)
        self._rule.setText(deadline_words(deadline, procedure, catalogue))
        asked = [self._start(one) for one in starts_of(deadline, procedure, catalogue)]
        for position, one in enumerate(asked):
            self._dates.insertWidget(position, one)
        for one in self._starts.values():
            one.setVisible(one in asked)
        self._reckon()
        self.shown_changed.emit()

    def _start(self, start: StartAsked) -> StartField:
        """Return the field of an event; what is written there holds for other deadlines too."""
        key = (start.name, start.is_timed)
        if key not in self._starts:
            self._starts[key] = made = StartField(start, self._desk)
            made.field.changed.connect(self._reckon)
        return self._starts[key]

    def _reckon(self) -> None:
        """Say the day, or which date is missing."""
        found = self._all().get(self._shown)
        if found is None:
            return
        procedure, _, deadline = found
        catalogue = self._desk.shelf.library.catalogue
        starts = starts_of(deadline, procedure, catalogue)
        written = ((one.ref, self._start(one).moment) for one in starts)
        known = {ref: moment for ref, moment in written if moment is not None}
        reckoned = sum_of(
            deadline, procedure, known, self._desk.calendar, catalogue, now=self._desk.now()
        )
        self.day.setText(reckoned.day if reckoned else self.tr("Skriv, hvornår det skete."))
        self.how.setText(reckoned.how if reckoned else "")

    def _on_taken(self) -> None:
        """Go from the list to the first date."""
        index = self.list.currentIndex()
        if index.isValid() and self.list.rows.row(index).payload:
            self._go_on(self.list.rows.row(index).payload)

    def _go_on(self, payload: object) -> None:
        self._show(str(payload))
        first = next((one for one in self._starts.values() if one.isVisibleTo(self)), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_moved(self, by: int) -> None:
        """Move in the list while one types, past headings."""
        model = self.list.rows
        rows = [n for n in range(model.rowCount()) if not model.row(model.index(n)).is_group]
        here = self.list.currentIndex().row()
        if rows:
            position = rows.index(here) if here in rows else 0
            wanted = rows[min(max(position + by, 0), len(rows) - 1)]
            self.list.show_current(model.row(model.index(wanted)).payload)
            self._show(str(model.row(model.index(wanted)).payload))

    def _on_clicked(self, index: QModelIndex) -> None:
        payload = self.list.rows.row(index).payload
        if payload:
            self._go_on(payload)

    def _on_left(self) -> None:
        self.field.clear()

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self._fill())
        self.field.moved.connect(self._on_moved)
        self.field.taken.connect(self._on_taken)
        self.field.left.connect(self._on_left)
        self.list.clicked.connect(self._on_clicked)
        self.list.activated_row.connect(self._go_on)
        self._desk.shelf_changed.connect(lambda _: self._fill())
        theme().changed.connect(self._resize)

    def _assemble(self) -> None:
        left = QVBoxLayout(self._side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.field)
        left.addWidget(self.list, 1)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._dates.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._rule)
        column.addLayout(self._dates)
        column.addWidget(self.day)
        column.addWidget(self.how)
        column.addStretch(1)
        self._sheet.hide()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._sheet)
        below = QHBoxLayout()
        below.setContentsMargins(24, 16, 24, 16)
        below.setSpacing(32)
        below.addWidget(self._side, 4)
        below.addWidget(self._scroll, 5)
        below.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addLayout(self.banner_slot)
        page.addLayout(below, 1)

    def _resize(self) -> None:
        self._side.setMaximumWidth(theme().px(_LIST))
        self._scroll.setMaximumWidth(theme().px(_SHEET))
