"""The checklist of a step in a run, to be marked."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.model.run.rules import may_verify
from app.model.run.state import ItemState
from app.ui.keys.kept import KeptRows, walk
from app.ui.runs.run_words import marked_by
from app.ui.runs.step.item_marking import Markable, MarkRow
from app.ui.runs.step.reason_list import reasons_for_item
from app.ui.runs.step.run_acts import AskFor
from app.ui.runs.step.step_surroundings import AtStep, Surroundings
from app.ui.steps.panel_sections import Section


class CheckSection(Section):
    """One row for each item. Up and down go from box to box."""

    def __init__(self, ask: AskFor) -> None:
        super().__init__(QCoreApplication.translate("step", "Tjekliste"))
        self._ask = ask
        self.body.setSpacing(4)
        self._rows: KeptRows[MarkRow, Markable] = KeptRows(self.body, self._make, MarkRow.show_mark)

    @property
    def rows(self) -> list[MarkRow]:
        """The rows that are seen."""
        return self._rows.shown

    @property
    def first_open(self) -> QWidget | None:
        """The first box that waits for a mark; None when none does."""
        boxes = (row.box for row in self.rows)
        return next((box for box in boxes if box.is_open), None)

    def show_at(self, at: AtStep) -> None:
        """Show the items of a step as they stand, or nothing where it has none."""
        items, found = at.step.checklist, at.found
        self.setVisible(bool(items))
        self.count.setText(self.tr("{} af {}").format(found.settled, len(items)))
        if at.is_new:
            for row in self.rows:
                row.leave()
        self._rows.show([self._markable(place, at) for place in range(len(items))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(walk(event, [row.box for row in self.rows]))

    def _markable(self, place: int, at: AtStep) -> Markable:
        item, state = at.step.checklist[place], at.found.items[place]
        return Markable(
            step=at.step.id,
            at=place,
            item=item,
            state=state,
            who=marked_by(state, at.around.now),
            reasons=reasons_for_item(item),
            hindrance=hindrance_of(state, at.around),
            may_mark=at.may_work,
        )

    def _make(self) -> MarkRow:
        return MarkRow(self.tr("Hvorfor er punktet ikke relevant?"), self._ask)


def hindrance_of(state: ItemState, around: Surroundings) -> str:
    """Say why the one who looks cannot have seen something through; empty where that can be."""
    refusal = may_verify(state, around.actor)
    if refusal is None:
        return ""
    translate = QCoreApplication.translate
    return {
        "verify_not_done": translate("runs", "først når det er udført"),
        "verify_own_work": translate("runs", "du har selv gjort det"),
    }[refusal.code]
