"""The fields of a step that are more than a text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import counted
from app.model.edits import checklists, kinds, moving, step_fields, ways
from app.model.library.procedure import Deadline, Procedure, StepKind, Tag, Talk
from app.model.library.stored_version import Kind
from app.ui.editor.drafts.edit import Edit, doing
from app.ui.editor.form.chosen_form_field import (
    ChosenField,
    PickListing,
    law_choices,
    law_listing,
    procedure_listing,
)
from app.ui.editor.form.fields.chosen_field import ChosenBox
from app.ui.editor.form.fields.deadline_field import DeadlineBox, law_choice
from app.ui.editor.form.fields.items_field import ItemsBox, Marking
from app.ui.editor.form.fields.ways_field import Picker, WaysBox
from app.ui.editor.form.form_spec import Bench, Field, Path, Shown
from app.ui.editor.form.law_rank import law_rank
from app.ui.keys.focus import show_or_hide
from app.ui.lists.finder import FinderChoice
from app.ui.says.kind_texts import kind_text, role_title, step_label, talk_text

translate = QCoreApplication.translate


class KindField(Field):
    """What kind of step it is."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.picker = Picker(translate("editor", "Slags"))
        self.widget = self.picker
        self.picker.activated.connect(lambda _: self._on_picked())

    def refresh(self, shown: Shown) -> None:
        choices = [(kind.value, kind_text(kind)) for kind in StepKind]
        self.picker.offer(choices, self.step.kind.value)

    def _on_picked(self) -> None:
        self.pick(doing(kinds.set_kind, self.step.id, StepKind(self.picker.picked)))


class TalkField(Field):
    """Whether a talk hears the child, or gives it its answer."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.picker = Picker(translate("editor", "Samtalen er til"))
        self.picker.setPlaceholderText(translate("editor", "Vælg"))
        self.widget = self.picker
        self.picker.activated.connect(lambda _: self._on_picked())

    def refresh(self, shown: Shown) -> None:
        choices = [(talk.value, talk_text(talk)) for talk in Talk]
        self.picker.offer(choices, self.step.talk.value if self.step.talk else "")

    def _on_picked(self) -> None:
        self.pick(doing(kinds.set_talk, self.step.id, Talk(self.picker.picked)))


class RoleField(Field):
    """Who does it: the lanes first, then the other roles of the library."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.picker = Picker(translate("editor", "Rolle"))
        self.widget = self.picker
        self.picker.activated.connect(lambda _: self._on_picked())

    def refresh(self, shown: Shown) -> None:
        catalogue = shown.library.catalogue
        others = [role.id for role in catalogue.roles if role.id not in self.procedure.roles]
        roles = dict.fromkeys((*self.procedure.roles, self.step.role, *others))
        self.picker.offer([(role, role_title(role, catalogue)) for role in roles], self.step.role)

    def _on_picked(self) -> None:
        self.pick(doing(moving.move_to_role, self.step.id, self.picker.picked))


class WaysField(Field):
    """Where it leads, and where there is a choice, when."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.box = WaysBox()
        self.widget = self.box
        self.box.condition_written.connect(self._on_condition)
        self.box.target_picked.connect(self._on_target)
        self.box.way_removed.connect(
            lambda way: self.pick(doing(ways.delete_way, self.step.id, way))
        )
        self.box.way_moved.connect(
            lambda way, to: self.pick(doing(ways.move_way, self.step.id, way, to))
        )
        self.box.way_asked.connect(lambda: self.bench.ask_way(self.step.id))
        self.box.step_asked.connect(lambda way: self.bench.add_between(self.step.id, way))
        self.box.left.connect(self.leave)

    def refresh(self, shown: Shown) -> None:
        self.box.show_ways(self.procedure, self.step)

    def focus(self, path: Path) -> None:
        if path and isinstance(path[0], int) and self.step.is_decision:
            self.box.focus_condition(path[0])
        else:
            self.box.setFocus()

    def _on_condition(self, way: int, when: str) -> None:
        self.write(doing(ways.set_condition, self.step.id, way, when), merge=f"condition-{way}")

    def _on_target(self, way: int, target: str) -> None:
        self.pick(doing(ways.retarget, self.step.id, way, target))


class ChecklistField(Field):
    """What is ticked at it."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        marking = Marking(
            translate("editor", "Krav"), translate("editor", "Loven kræver det"), has_tags=True
        )
        self.box = ItemsBox(translate("editor", "Tilføj punkt"), marking)
        self.widget = self.box
        box = self.box
        box.item_written.connect(self._on_written)
        box.item_added.connect(self._on_added)
        box.items_pasted.connect(self._on_pasted)
        box.item_removed.connect(
            lambda at: self.pick(doing(checklists.remove_item, self.step.id, at))
        )
        box.item_moved.connect(
            lambda at, to: self.pick(doing(checklists.move_item, self.step.id, at, to))
        )
        box.item_required.connect(self._on_required)
        box.item_advised.connect(self._on_advised)
        box.item_tagged.connect(self._on_tagged)
        box.line_left.connect(self.leave)

    def begin(self) -> None:
        self.box.forget_begun()

    def begin_again(self, words: str) -> None:
        self.box.begin_again(words)

    def refresh(self, shown: Shown) -> None:
        self.box.show_items(self.step.checklist)

    def focus(self, path: Path) -> None:
        if path and isinstance(path[0], int):
            self.box.focus_line(path[0])
        else:
            self.box.setFocus()

    def count(self, shown: Shown) -> str:
        count = len(self.step.checklist)
        return (
            counted(count, translate("editor", "punkt"), translate("editor", "punkter"))
            if count
            else ""
        )

    def _on_written(self, position: int, text: str) -> None:
        def change(procedure: Procedure) -> Procedure:
            return checklists.edit_item(procedure, step, position, text=text)

        step = self.step.id
        self.write(Edit("edit_item", change), merge=f"item-{position}")

    def _on_added(self, position: int, text: str) -> None:
        def change(procedure: Procedure) -> Procedure:
            return checklists.add_item(procedure, step, text, position=position)

        step = self.step.id
        self.write(Edit("add_item", change), merge=f"item-{position}")

    def _on_pasted(self, position: int, lines: Sequence[str]) -> None:
        def change(procedure: Procedure) -> Procedure:
            return checklists.add_items(procedure, step, lines, position=position)

        step = self.step.id
        self.pick(Edit("add_items", change))

    def _on_required(self, position: int, is_on: bool) -> None:
        def change(procedure: Procedure) -> Procedure:
            return checklists.edit_item(procedure, step, position, required=is_on)

        step = self.step.id
        self.pick(Edit("require_item", change))

    def _on_advised(self, position: int, is_on: bool) -> None:
        def change(procedure: Procedure) -> Procedure:
            return checklists.edit_item(procedure, step, position, advice=is_on)

        step = self.step.id
        self.pick(Edit("advise_item", change))

    def _on_tagged(self, position: int, tags: tuple[Tag, ...]) -> None:
        def change(procedure: Procedure) -> Procedure:
            return checklists.edit_item(procedure, step, position, tags=tags)

        step = self.step.id
        self.pick(Edit("tag_item", change))


class DeadlineField(Field):
    """By when it must be done."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.box = DeadlineBox(self._laws, law_rank, bench.calendar())
        self.widget = self.box
        self.box.deadline_set.connect(self._on_set)

    def refresh(self, shown: Shown) -> None:
        self.box.show_deadline(self.procedure, self.step, shown.library.catalogue, shown.now)

    def focus(self, path: Path) -> None:
        parts = self.box.parts
        if not parts:
            self.box.add.setFocus()
        elif path and path[-1] in ("law", "reason"):
            parts[0].reason.setFocus()
        else:
            parts[0].amount.setFocus()

    def _laws(self) -> Sequence[FinderChoice]:
        return law_choices(self.shown) if self.shown else ()

    def _on_set(self, deadline: Deadline | None) -> None:
        self.write(doing(step_fields.set_deadline, self.step.id, deadline), merge="deadline")


class GateField(ChosenField):
    """What must be done before it, and which provision says so."""

    def __init__(self, bench: Bench) -> None:
        listing = PickListing(
            translate("editor", "Kræv et trin først"),
            translate("editor", "Trin, der skal være gjort først"),
            _other_steps,
            lambda shown, step: FinderChoice(step, step_label(shown.procedure, step)),
        )
        super().__init__(
            bench,
            listing,
            lambda shown: shown.step.gate.needs if shown.step and shown.step.gate else (),
            lambda _, ids: self._on_needs(ids),
        )
        words = (
            translate("editor", "Find § bag kravet"),
            translate("editor", "Paragraf eller ord, fx 5 stk 3"),
        )
        self.law = ChosenBox(*words, law_rank, is_single=True)
        self.law.offer(lambda: law_choices(self.shown) if self.shown else ())
        self.law.chosen_changed.connect(self._on_law)
        layout = self.box.layout()
        if layout is not None:
            layout.addWidget(self.law)

    def refresh(self, shown: Shown) -> None:
        super().refresh(shown)
        gate = self.step.gate
        show_or_hide(self.law, self.box.add, is_shown=gate is not None)
        ref = gate.law if gate else None
        self.law.show_chosen([law_choice(ref, shown.library.catalogue)] if ref else [])

    def _on_needs(self, ids: tuple[str, ...]) -> None:
        law = self.step.gate.law if self.step.gate else None
        self.pick(doing(step_fields.set_gate, self.step.id, ids, law))

    def _on_law(self, refs: tuple[str, ...]) -> None:
        needs = self.step.gate.needs if self.step.gate else ()
        self.pick(doing(step_fields.set_gate, self.step.id, needs, refs[-1] if refs else None))


def step_law(bench: Bench) -> Field:
    """Make the field for the law of a step."""
    return _of_step(bench, law_listing(), "law", step_fields.set_step_law)


def cards(bench: Bench) -> Field:
    """Make the field for the cards of a step."""

    def one(shown: Shown, slug: str) -> FinderChoice:
        card = shown.library.card_by_id.get(slug)
        return FinderChoice(slug, card.title, card.aim) if card else FinderChoice(slug, slug)

    listing = PickListing(
        translate("editor", "Tilføj actioncard"),
        translate("editor", "Søg i actioncards"),
        lambda shown: [one(shown, card.id) for card in shown.library.cards],
        one,
    )
    field = _of_step(bench, listing, "cards", step_fields.set_cards)
    words = translate("editor", "Lav kort af trinnet")
    field.box.add_link(words, "cards", lambda: bench.make_sheet(Kind.CARD, field.step.id))
    return field


def tools(bench: Bench) -> Field:
    """Make the field for the tools of a step."""

    def one(shown: Shown, slug: str) -> FinderChoice:
        tool = shown.library.tool_by_id.get(slug)
        return FinderChoice(slug, tool.title, tool.purpose) if tool else FinderChoice(slug, slug)

    listing = PickListing(
        translate("editor", "Tilføj værktøj"),
        translate("editor", "Søg i værktøjer"),
        lambda shown: [one(shown, tool.id) for tool in shown.library.tools],
        one,
    )
    field = _of_step(bench, listing, "tools", step_fields.set_tools)
    words = translate("editor", "Lav værktøj af trinnet")
    field.box.add_link(words, "tools", lambda: bench.make_sheet(Kind.TOOL, field.step.id))
    return field


def asks(bench: Bench) -> Field:
    """Make the field for the dates that are asked for at a step."""

    def one(shown: Shown, slug: str) -> FinderChoice:
        event = shown.library.catalogue.event_by_id.get(slug)
        return FinderChoice(slug, event.title if event else slug)

    listing = PickListing(
        translate("editor", "Spørg om en dato"),
        translate("editor", "Søg i hændelser"),
        lambda shown: [one(shown, event.id) for event in shown.library.catalogue.events],
        one,
    )
    return _of_step(bench, listing, "asks", step_fields.set_asks)


def continue_in(bench: Bench) -> Field:
    """Make the field for the procedures that a case may go on in."""
    listing = procedure_listing(translate("editor", "Tilføj procedure"))
    return _of_step(bench, listing, "continue_in", step_fields.set_continue_in)


def _of_step(
    bench: Bench,
    listing: PickListing,
    field: str,
    change: Callable[[Procedure, str, tuple[str, ...]], Procedure],
) -> ChosenField:
    """Make a field for a list of names of a step."""

    def read(shown: Shown) -> Sequence[str]:
        names: Sequence[str] = getattr(shown.step, field) if shown.step else ()
        return names

    def choose(box: Field, ids: tuple[str, ...]) -> None:
        box.pick(doing(change, box.step.id, ids))

    return ChosenField(bench, listing, read, choose)


def _other_steps(shown: Shown) -> list[FinderChoice]:
    return [
        FinderChoice(step.id, step_label(shown.procedure, step.id))
        for step in shown.procedure.steps
        if shown.step and step.id != shown.step.id and not step.is_end
    ]
