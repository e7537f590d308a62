"""Writes a procedure anew in the window, by keyboard and mouse alone, as a team lead would.

For the guided tour and for tests: what can be rebuilt can be written. Long texts are pasted.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.model.edits.parts import renamed_references
from app.model.ids import TRIGGER, date_event
from app.model.notation import date_label, law_label
from app.model.procedure import Checked, Deadline, EventDay, LastDay, Procedure, Step
from app.ui.common.finder import Finder
from app.ui.common.texts import step_label, tag_text
from app.ui.editor.form.fields.chosen import ChosenBox
from app.ui.editor.form.fields.deadline import PartEditor
from app.ui.editor.form.procedure_fields import CheckedField, LanesField, ThemeField, TriggerField
from app.ui.editor.form.spec import BaseField
from app.ui.editor.form.step_fields import (
    ChecklistField,
    ChosenField,
    DeadlineField,
    GateField,
    KindField,
    RoleField,
    WaysField,
)
from app.ui.editor.form.text_fields import (
    HeadingsField,
    LineField,
    LongLineField,
    MarkdownField,
)
from app.ui.editor.page import ProcedurePage
from app.ui.editor.place import EditorPlace
from app.ui.editor.writing import Writing
from app.ui.tour.hands import choose, paste, type_into

Key, Mod = Qt.Key, Qt.KeyboardModifier
_ALT, _CTRL, _SHIFT = Mod.AltModifier, Mod.ControlModifier, Mod.ShiftModifier
F = TypeVar("F", bound=BaseField[Any, Any])


class Rebuilder:
    """Rebuilds one procedure in the editor of a window.

    `titles` gives the titles of the procedures it refers to, by id: here they may have other ids.
    """

    def __init__(self, place: EditorPlace, wanted: Procedure, titles: Mapping[str, str]) -> None:
        self._place, self._wanted, self._titles = place, wanted, titles
        self._built: dict[str, str] = {}

    @property
    def built(self) -> Procedure:
        """The procedure as it stands."""
        return self._page.session.document

    @property
    def ids(self) -> dict[str, str]:
        """The id that each step of the wanted procedure has got."""
        return dict(self._built)

    def begin(self) -> None:
        """Begin a new procedure."""
        stage, wanted = self._place.stage, self._wanted
        self._click(stage.header.new_procedure)
        type_into(stage.band.field("title"), wanted.title)
        choose(stage.band.field("theme"), wanted.theme)
        choose(stage.band.field("role"), wanted.start.role)
        self._click(stage.band.go)
        first, end = (step.id for step in self.built.steps)
        self._built[wanted.start.id] = first
        self._spare = end
        self._name(first, wanted.start)

    def make_steps(self) -> None:
        """Add every step after one that leads to it; the ways are set right afterwards."""
        waiting = [self._wanted.start]
        while waiting:
            step = waiting.pop(0)
            for way in step.next:
                if way.to in self._built:
                    continue
                goal = self._wanted.step(way.to)
                self._add(self._built[step.id], goal)
                waiting.append(goal)

    def make_ways(self) -> None:
        """Draw the ways that are missing, delete the others, and write the conditions."""
        for step in self._wanted.steps:
            for goal in dict.fromkeys(way.to for way in step.next):
                count = sum(way.to == goal for way in step.next)
                self._connect(step, goal, count)
        self._select(self._spare)
        self._press(Key.Key_Delete)
        for step in self._wanted.steps:
            self._drop_ways(step)
            self._sort_ways(step)

    def put_in_order(self) -> None:
        """Give the steps their order, and with it their numbers."""
        for place, step in enumerate(self._wanted.steps):
            built = self._built[step.id]
            self._select(built)
            while self._order().index(built) > place:
                self._press(Key.Key_Up, _ALT | _SHIFT)

    def write_head(self) -> None:
        """Write the form of the procedure itself."""
        wanted, page = self._wanted, self._page
        page.show_whole()
        type_into(self._field("summary", LongLineField).text, wanted.summary)
        choose(self._field("theme", ThemeField).picker, wanted.theme)
        paste(self._field("purpose", MarkdownField).box.text, wanted.purpose)
        paste(self._field("applies", MarkdownField).box.text, wanted.applies)
        trigger = self._field("trigger", TriggerField)
        type_into(trigger.line, wanted.trigger)
        if wanted.trigger_event:
            choose(trigger.event_ref, wanted.trigger_event)
        if wanted.without_child:
            type_into(self._field("without_child", LineField).line, wanted.without_child)
        self._sort_lanes()
        self._find_laws(self._field("law", ChosenField).box, wanted.law)
        self._find_procedures(self._field("related", ChosenField).box, wanted.related)
        if wanted.checked is not None:
            self._write_checked(wanted.checked)

    def _write_checked(self, wanted: Checked) -> None:
        box = self._field("checked", CheckedField).box
        box.tick.click()
        choose(box.act, wanted.act)
        type_into(box.day.line, date_label(wanted.date))
        QTest.keyClick(box.day.line, Key.Key_Return)

    def write_step(self, step: Step) -> None:
        """Write the form of one step."""
        self._select(self._built[step.id])
        paste(self._field("guide", MarkdownField).box.text, step.guide)
        self._write_checklist(step)
        self._find_laws(self._field("law", ChosenField).box, step.law)
        if step.is_end:
            self._find_procedures(self._field("continue_in", ChosenField).box, step.continue_in)
        else:
            self._find_dates(step)
        if step.deadline is not None:
            self._write_deadline(step.deadline)
        self._write_gate(step)
        self._write_headings(step)
        library = self._page.library
        cards = (library.card_by_id[slug].title for slug in step.cards)
        tools = (library.tool_by_id[slug].title for slug in step.tools)
        self._find(self._field("cards", ChosenField).box, cards)
        self._find(self._field("tools", ChosenField).box, tools)

    def stand_on(self, step: str) -> None:
        """Choose a step of the wanted procedure where it now stands."""
        self._select(self._built[step])

    # Steps and ways

    def _add(self, before: str, goal: Step) -> None:
        known = set(self.built.by_id)
        self._select(before)
        self._press(Key.Key_Return, _CTRL if goal.is_end else Mod.NoModifier)
        new = next(step.id for step in self.built.steps if step.id not in known)
        self._built[goal.id] = new
        self._name(new, goal)

    def _name(self, step_id: str, wanted: Step) -> None:
        """Write the title where the cursor stands, and choose kind and role."""
        self._select(step_id)
        self._press(Key.Key_F2)
        type_into(self._field("title", LineField).line, wanted.title)
        choose(self._field("role", RoleField).picker, wanted.role)
        if not wanted.is_end:
            choose(self._field("kind", KindField).picker, wanted.kind.value)

    def _connect(self, step: Step, goal: str, count: int) -> None:
        source, target = self._built[step.id], self._built[goal]
        while sum(way.to == target for way in self.built.step(source).next) < count:
            self._select(source)
            self._press(Key.Key_V)
            self._take(step_label(self.built, target), target)

    def _drop_ways(self, step: Step) -> None:
        """Delete the ways that lead where none is wanted, or once too often."""
        built = self._built[step.id]
        self._select(built)
        goals = [self._built[way.to] for way in step.next]
        while len(self.built.step(built).next) > len(goals):
            ways = [way.to for way in self.built.step(built).next]
            counts = [ways[: place + 1].count(to) for place, to in enumerate(ways)]
            extra = next(n for n, to in enumerate(ways) if counts[n] > goals.count(to))
            self._field("next", WaysField).box.lines[extra].removed.emit()

    def _sort_ways(self, step: Step) -> None:
        """Move each way up to its place, and write its condition."""
        for place, way in enumerate(step.next):
            box = self._field("next", WaysField).box
            ways = [one.to for one in self.built.step(self._built[step.id]).next]
            at = ways.index(self._built[way.to], place)
            for line in range(at, place, -1):
                QTest.keyClick(box.lines[line].target, Key.Key_Up, _ALT)
            if way.when:
                type_into(box.lines[place].condition, way.when)

    def _sort_lanes(self) -> None:
        lanes = self._field("roles", LanesField)
        for role in self.built.roles:
            if role not in self._wanted.roles:
                QTest.keyClick(lanes.line(role), Key.Key_Delete)
        for place, role in enumerate(self._wanted.roles):
            while self.built.roles.index(role) > place:
                QTest.keyClick(lanes.line(role), Key.Key_Up, _ALT)

    # Contents

    def _write_checklist(self, step: Step) -> None:
        box = self._field("checklist", ChecklistField).box
        if not step.checklist:
            return
        self._click(box.add)
        paste(box.lines[-1].text, "\n".join(item.text for item in step.checklist))
        for place, item in enumerate(step.checklist):
            if item.required:
                self._click(box.lines[place].required)
            for tag in item.tags:
                menu = box.lines[place].tags_menu()
                next(one for one in menu.actions() if one.text() == tag_text(tag)).trigger()

    def _write_headings(self, step: Step) -> None:
        """Write a heading, press Enter, and so on; Enter on an empty line ends it."""
        box = self._field("document", HeadingsField).box
        lines = [line.removeprefix("## ") for line in step.document.splitlines()]
        if not lines:
            return
        self._click(box.add)
        for place, line in enumerate(lines):
            type_into(box.lines[place].text, line)
            QTest.keyClick(box.lines[place].text, Key.Key_Return)
        QTest.keyClick(box.lines[-1].text, Key.Key_Return)

    def _find_dates(self, step: Step) -> None:
        events = self._page.library.catalogue.event_by_id
        titles = (events[slug].title for slug in step.asks)
        self._find(self._field("asks", ChosenField).box, titles)

    def _write_deadline(self, deadline: Deadline) -> None:
        box = self._field("deadline", DeadlineField).box
        self._click(box.add)
        for place, part in enumerate(deadline.parts):
            if place:
                self._click(box.more)
            self._write_part(box.parts[place], part)

    def _write_part(self, editor: PartEditor, part: Deadline) -> None:
        duration = part.duration
        assert duration is not None
        type_into(editor.amount, str(duration.amount))
        choose(editor.unit, duration.unit.value)
        ref = part.after or part.before or TRIGGER
        is_step = ref != TRIGGER and date_event(ref) is None
        choose(editor.event_ref, self._built[ref] if is_step else ref)
        choose(editor.direction, "before" if part.before else "after")
        choose(editor.edge, "earliest" if part.earliest else "latest")
        if part.law:
            self._find_laws(editor.law, (part.law,))
        if part.reason:
            type_into(editor.reason, part.reason)
        if part.late:
            type_into(editor.late, part.late)
        if part.last_day is not LastDay.UNKNOWN:
            choose(editor.last_day, part.last_day.value)
        if part.event_day is EventDay.COUNTS:
            editor.day_one.click()

    def _write_gate(self, step: Step) -> None:
        if step.gate is None:
            return
        gate = self._field("gate", GateField)
        needs = [self._built[needed] for needed in step.gate.needs]
        for needed in needs:
            self._click(gate.box.add)
            self._take(step_label(self.built, needed), needed)
        if step.gate.law:
            self._find_laws(gate.law, (step.gate.law,))

    def _find_laws(self, box: ChosenBox, refs: Iterable[str]) -> None:
        catalogue = self._page.library.catalogue
        for ref in refs:
            self._click(box.add)
            self._take(law_label(ref, catalogue, full=False), ref)

    def _find_procedures(self, box: ChosenBox, slugs: Iterable[str]) -> None:
        self._find(box, (self._titles[slug] for slug in slugs))

    def _find(self, box: ChosenBox, titles: Iterable[str]) -> None:
        for title in titles:
            self._click(box.add)
            self._take(title)

    # Hands

    @property
    def _page(self) -> ProcedurePage:
        now = self._place.now
        assert isinstance(now, Writing)
        assert isinstance(now.page, ProcedurePage)
        return now.page

    def _field(self, key: str, kind: type[F]) -> F:
        found = self._page.panel.form.field(key)
        assert isinstance(found, kind)
        return found

    def _order(self) -> Sequence[str]:
        return [step.id for step in self.built.steps]

    def _select(self, step_id: str) -> None:
        """Choose a step as one does in the picture."""
        self._page.flow.view.setFocus()
        self._page.flow.view.choose(step_id)
        if self._page.panel.form is not self._page.panel.steps:
            self._page.panel.step_asked.emit()

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        QTest.keyClick(self._page.flow.view, key, modifiers)

    def _click(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _take(self, words: str, wanted: str = "") -> None:
        """Type into the small window that is open, go down to what is wanted, and take it."""
        finder = next(one for one in self._place.window().findChildren(Finder) if one.isVisible())
        type_into(finder.search, words)
        rows = finder.list.rows
        while wanted and rows.row(finder.list.currentIndex()).payload != wanted:
            QTest.keyClick(finder.search, Key.Key_Down)
        QTest.keyClick(finder.search, Key.Key_Return)


def same_but_ids(procedure: Procedure, ids: Mapping[str, str]) -> Procedure:
    """Return a procedure with other ids for its steps, wherever they are named."""

    def renamed(step: Step) -> Step:
        ways = tuple(replace(way, to=ids[way.to]) for way in step.next)
        return renamed_references(replace(step, id=ids[step.id], next=ways), ids)

    return replace(procedure, steps=tuple(map(renamed, procedure.steps)))
