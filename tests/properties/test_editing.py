"""Random work in the editor: whatever is done, the document holds together and can be undone."""

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.files import parse_procedure, write_procedure
from app.flow import lay_out
from app.model.checks.structure_checks import structure_findings
from app.model.compare.changes import compare
from app.model.edits.adding import new_procedure
from app.model.edits.copying import Clip, copy_steps
from app.model.edits.registry import PROCEDURE_EDITS
from app.model.errors import Refused
from app.model.history import History, begin
from app.model.library.procedure import Deadline, Procedure, StepKind
from tests.flow.measure import measure
from tests.flow.strategies import grown

ROLES = st.sampled_from(["barnet", "raadgiver", "leder"])
TEXTS = st.sampled_from(["Ja", "Nej", "  To  ord ", "æøå § 5", "linje\r\nto", "", "\x00a", "Slut"])
KINDS = st.sampled_from([*StepKind, StepKind.DECISION, StepKind.DECISION])
NUMBERS = st.integers(0, 9)
CONDITIONS = st.sampled_from([(), ("Ja", "Nej"), ("Ja",)])


class Editing(RuleBasedStateMachine):
    """One document in an editor. Steps and ways are chosen by number, so that rules stay small."""

    def __init__(self) -> None:
        super().__init__()
        self.history: History[Procedure] = begin(
            new_procedure(
                title="Prøve",
                theme="tema",
                role="raadgiver",
                first="Første trin",
                last="Slut",
            )
        )
        self.clip: Clip | None = None
        self.done: list[Procedure] = []

    @initialize(seed=st.integers(0, 400), steps=st.integers(0, 12))
    def begin_with(self, seed: int, steps: int) -> None:
        """Begin with the smallest procedure, or one that is grown and holds together."""
        grown_one = grown(seed, steps, 3) if steps else self.history.present
        if not structure_findings(grown_one):
            self.history = begin(grown_one)
        self.done = [self.history.present]

    # What the rules are made of

    @property
    def now(self) -> Procedure:
        return self.history.present

    def step(self, number: int) -> str:
        return self.now.steps[number % len(self.now.steps)].id

    def way(self, step: str, number: int) -> int:
        return number % max(len(self.now.step(step).next), 1)

    def condition(self, step: str, when: str) -> str:
        """Only a choice may have conditions."""
        return when if self.now.step(step).is_decision else ""

    def do(self, name: str, *args: object, **kwargs: object) -> None:
        """Do an edit, refused or not; a refusal leaves everything as it was."""
        before = self.now
        try:
            after = PROCEDURE_EDITS[name](before, *args, **kwargs)
        except Refused as refused:
            self.refused(refused)
            return
        assert bool(compare(before, after)) is (before != after)
        self.history = self.history.record(after, name)
        if after != before:
            del self.done[len(self.history.past) :]
            self.done.append(after)

    def refused(self, refused: Refused) -> None:
        assert refused.code.startswith("edit_")

    # Steps

    @rule(at=NUMBERS, title=TEXTS, kind=KINDS, conditions=CONDITIONS, before=st.booleans())
    def add(
        self, at: int, title: str, kind: StepKind, conditions: tuple[str, ...], before: bool
    ) -> None:
        name = "add_before" if before else "add_after"
        self.do(name, self.step(at), title=title, kind=kind, conditions=conditions)

    @rule(at=NUMBERS, way=NUMBERS, title=TEXTS, kind=KINDS, role=ROLES)
    def add_between(self, at: int, way: int, title: str, kind: StepKind, role: str) -> None:
        step = self.step(at)
        self.do("add_between", step, self.way(step, way), title=title, kind=kind, role=role)

    @rule(at=NUMBERS, title=TEXTS, kind=KINDS, when=TEXTS, then=st.none() | NUMBERS)
    def branch(self, at: int, title: str, kind: StepKind, when: str, then: int | None) -> None:
        step, goal = self.step(at), "" if then is None else self.step(then)
        condition = self.condition(step, when)
        self.do("add_branch", step, title=title, kind=kind, when=condition, then=goal)

    @rule(at=NUMBERS, keep=st.none() | NUMBERS, release=st.booleans(), orphans=st.booleans())
    def delete(self, at: int, keep: int | None, release: bool, orphans: bool) -> None:
        self.do("delete_step", self.step(at), keep=keep, release=release, orphans=orphans)

    @rule(at=NUMBERS, source=NUMBERS, way=NUMBERS)
    def move_onto_way(self, at: int, source: int, way: int) -> None:
        step = self.step(source)
        self.do("move_onto_way", self.step(at), step, self.way(step, way))

    @rule(at=NUMBERS, earlier=st.booleans())
    def move_along(self, at: int, earlier: bool) -> None:
        self.do("move_earlier" if earlier else "move_later", self.step(at))

    @rule(at=NUMBERS, position=NUMBERS, role=ROLES)
    def move_about(self, at: int, position: int, role: str) -> None:
        self.do("move_in_document", self.step(at), position)
        self.do("move_to_role", self.step(at), role)

    @rule(at=NUMBERS)
    def duplicate(self, at: int) -> None:
        self.do("duplicate", self.step(at))

    @rule(some=st.sets(NUMBERS, min_size=1, max_size=3))
    def copy(self, some: set[int]) -> None:
        self.clip = copy_steps(self.now, {self.step(number) for number in some})

    @precondition(lambda self: self.clip is not None)
    @rule(at=NUMBERS, way=NUMBERS, how=st.integers(0, 2), when=TEXTS)
    def paste(self, at: int, way: int, how: int, when: str) -> None:
        step = self.step(at)
        if how == 0:
            self.do("paste_after", self.clip, step)
        elif how == 1:
            self.do("paste_on_way", self.clip, step, self.way(step, way))
        else:
            self.do("paste_as_branch", self.clip, step, when=self.condition(step, when))

    # Ways and kinds

    @rule(source=NUMBERS, goal=NUMBERS, when=TEXTS)
    def connect(self, source: int, goal: int, when: str) -> None:
        step = self.step(source)
        self.do("connect", step, self.step(goal), self.condition(step, when))

    @rule(source=NUMBERS, way=NUMBERS, goal=NUMBERS)
    def retarget(self, source: int, way: int, goal: int) -> None:
        step = self.step(source)
        self.do("retarget", step, self.way(step, way), self.step(goal))

    @rule(source=NUMBERS, way=NUMBERS, when=TEXTS, position=NUMBERS)
    def word_and_order_ways(self, source: int, way: int, when: str, position: int) -> None:
        step = self.step(source)
        self.do("set_condition", step, self.way(step, way), when)
        self.do("move_way", step, self.way(step, way), position)

    @rule(source=NUMBERS, way=NUMBERS)
    def delete_way(self, source: int, way: int) -> None:
        step = self.step(source)
        self.do("delete_way", step, self.way(step, way))

    @rule(at=NUMBERS, kind=KINDS, conditions=CONDITIONS)
    def set_kind(self, at: int, kind: StepKind, conditions: tuple[str, ...]) -> None:
        self.do("set_kind", self.step(at), kind, conditions)

    # Fields

    @rule(at=NUMBERS, text=TEXTS, other=NUMBERS)
    def write(self, at: int, text: str, other: int) -> None:
        step = self.step(at)
        self.do("set_step_title", step, text)
        self.do("set_guide", step, text)
        self.do("set_headings", step, f"## {text}")
        self.do("set_gate", step, [self.step(other)], "bl:5.3")

    @rule(at=NUMBERS, source=st.none() | NUMBERS, reason=TEXTS)
    def set_deadline(self, at: int, source: int | None, reason: str) -> None:
        after = "trigger" if source is None else self.step(source)
        self.do("set_deadline", self.step(at), Deadline("6 weekdays", after, reason=reason))

    @rule(at=NUMBERS, item=st.integers(0, 3), text=TEXTS, position=st.integers(0, 3))
    def change_checklist(self, at: int, item: int, text: str, position: int) -> None:
        step = self.step(at)
        self.do("add_item", step, text, position=position)
        self.do("move_item", step, item, position)
        self.do("edit_item", step, item, text=text, required=True)
        self.do("remove_item", step, item)

    @rule(role=ROLES, position=st.integers(0, 3))
    def change_lanes(self, role: str, position: int) -> None:
        self.do("add_role", role, position)
        self.do("move_role", role, position)
        self.do("remove_role", role)

    # Undo and files

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.history = self.history.undo()

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.history = self.history.redo()

    @rule()
    def save_and_load(self) -> None:
        stored = msgspec.json.decode(msgspec.json.encode(self.now), type=Procedure)
        assert stored == self.now
        read = parse_procedure(write_procedure(self.now))
        assert (read.document, read.problems) == (self.now, ())

    @invariant()
    def what_was_undone_is_what_there_was(self) -> None:
        assert self.now == self.done[len(self.history.past)]

    @invariant()
    def it_holds_together(self) -> None:
        assert structure_findings(self.now) == ()

    @invariant()
    def it_can_be_drawn(self) -> None:
        picture = lay_out(self.now, measure)
        assert set(picture.boxes) == set(self.now.by_id)


Editing.TestCase.settings = settings(max_examples=25, stateful_step_count=20)
TestEditing = Editing.TestCase
