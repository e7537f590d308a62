"""The checklist of a step in a run, to be marked."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.danish.notation import counted
from app.model.library.procedure import CheckItem
from app.model.run.rules import may_verify
from app.model.run.state import ItemState
from app.ui.keys.kept import KeptRows
from app.ui.look.icons import line_icon
from app.ui.look.widgets import Button
from app.ui.runs.run_words import marked_by
from app.ui.runs.step.item_marking import Markable, MarkRow
from app.ui.runs.step.reason_list import reasons_for_item
from app.ui.runs.step.run_acts import AskFor
from app.ui.runs.step.step_surroundings import AtStep, Surroundings
from app.ui.steps.panel_sections import Section


class CheckSection(Section):
    """One row for each item: what the law requires first, our own advice last and folded away.

    Advice that is marked is always seen. What was unfolded at a step is so again as long as the
    panel is there.
    """

    def __init__(self, ask: AskFor) -> None:
        super().__init__(QCoreApplication.translate("step", "Tjekliste"))
        self._ask = ask
        self.body.setSpacing(4)
        asked, advice = QVBoxLayout(), QVBoxLayout()
        self._fold = Button("…", "link", "chev-r", self._on_fold)
        self.body.addLayout(asked)
        self.body.addWidget(self._fold)
        self.body.addLayout(advice)
        for column in (asked, advice):
            column.setSpacing(4)
        self._asked: KeptRows[MarkRow, Markable] = KeptRows(asked, self._make, MarkRow.show_mark)
        self._advice: KeptRows[MarkRow, Markable] = KeptRows(advice, self._make, MarkRow.show_mark)
        self._places: list[int] = []
        self._at: AtStep | None = None
        self._unfolded: set[tuple[str, str]] = set()

    @property
    def rows(self) -> list[MarkRow]:
        """The rows that are seen, in the order of the items in the document."""
        pairs = zip(self._places, self._in_order, strict=True)
        return [row for _, row in sorted(pairs, key=lambda pair: pair[0])]

    @property
    def first_open(self) -> QWidget | None:
        """The first box that waits for a mark; None when none does."""
        boxes = (row.box for row in self._in_order)
        return next((box for box in boxes if box.is_open), None)

    def row_of(self, place: int) -> MarkRow | None:
        """Return the row of an item; None where it is folded away, or not there."""
        pairs = zip(self._places, self._in_order, strict=True)
        return next((row for at, row in pairs if at == place), None)

    def focus_item(self, place: int) -> None:
        """Take the keyboard at an item; advice that is folded away is unfolded for it."""
        if self.row_of(place) is None and self._at is not None:
            self._unfold(self._at)
        row = self.row_of(place)
        if row is not None:
            row.box.setFocus(Qt.FocusReason.TabFocusReason)

    def show_at(self, at: AtStep) -> None:
        """Show the items of a step as they stand, or nothing where it has none."""
        items, found = at.step.checklist, at.found
        self.setVisible(bool(items))
        self.count.setText(self.tr("{} af {}").format(found.settled, len(items)))
        if at.is_new:
            for row in self._in_order:
                row.leave()
        elif self._has_let_go(at):
            self._unfolded.add(_name_of(at))
        self._at = at
        self._show(at)

    @property
    def boxes(self) -> list[QWidget]:
        """The boxes that are seen, as they stand below each other."""
        return [row.box for row in self._in_order]

    @property
    def _in_order(self) -> list[MarkRow]:
        """The rows that are seen, as they stand below each other."""
        return [*self._asked.shown, *self._advice.shown]

    def _show(self, at: AtStep) -> None:
        items, states = at.step.checklist, at.found.items
        numbers = range(len(items))
        asked = sorted(
            (one for one in numbers if not _is_advice(items[one])),
            key=lambda one: not items[one].required,
        )
        advice = [one for one in numbers if _is_advice(items[one])]
        is_open = _name_of(at) in self._unfolded
        seen = [one for one in advice if is_open or states[one].is_settled]
        self._places = [*asked, *seen]
        self._asked.show([self._markable(one, at) for one in asked])
        self._advice.show([self._markable(one, at) for one in seen])
        folded = sum(not states[one].is_settled for one in advice)
        self._say_folded(folded, is_open=is_open)

    def _say_folded(self, count: int, *, is_open: bool) -> None:
        self._fold.setVisible(bool(count))
        words = self.tr("anbefaling"), self.tr("anbefalinger")
        said = self.tr("Skjul {}") if is_open else self.tr("Vis {}")
        self._fold.say(said.format(counted(count, *words)))
        self._fold.setIcon(line_icon("chev-d" if is_open else "chev-r", "accent"))

    def _on_fold(self) -> None:
        if self._at is None:
            return
        name = _name_of(self._at)
        if name in self._unfolded:
            self._unfolded.discard(name)
            self._show(self._at)
        else:
            self._unfold(self._at)

    def _unfold(self, at: AtStep) -> None:
        self._unfolded.add(_name_of(at))
        self._show(at)

    def _has_let_go(self, at: AtStep) -> bool:
        """Tell whether advice that was seen by its mark alone has lost it: it is not to vanish."""
        if self._at is None or _name_of(at) != _name_of(self._at):
            return False
        pairs = zip(at.step.checklist, self._at.found.items, at.found.items, strict=False)
        return any(
            _is_advice(item) and before.is_settled and not now.is_settled
            for item, before, now in pairs
        )

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


def _is_advice(item: CheckItem) -> bool:
    return item.advice and not item.required


def _name_of(at: AtStep) -> tuple[str, str]:
    return at.state.run.id, at.step.id


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
