"""Procedures of every shape for hypothesis: chains, choices, parallel parts, ways back, tangles."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from hypothesis import strategies as st

from app.model.library.procedure import (
    Checked,
    CheckItem,
    Deadline,
    Procedure,
    Step,
    StepKind,
    Transition,
)

ROLES = ("barnet", *(f"rolle-{letter}" for letter in "bcdefgh"))
WORDS = ("Ja", "Nej", "Måske senere", "Barnet er i fare nu", "Overgreb eller social kontrol")
TITLES = (
    "Modtag",
    "Vurdér om barnet er i fare",
    "Skriv og meddel afgørelsen til forældrene og barnet",
    "Underretningsforpligtelsesvurdering",
)
_PLAIN = (StepKind.ACTIVITY, StepKind.DOCUMENT, StepKind.MEETING, StepKind.WAIT)


@dataclass
class Draft:
    """A step while a procedure is made: kind, role and ways by number."""

    kind: StepKind
    role: str
    title: str
    ways: list[tuple[int, str]] = field(default_factory=list)
    items: int = 0
    deadline: bool = False


def build(drafts: list[Draft], roles: tuple[str, ...]) -> Procedure:
    """Make a procedure; step `n` goes by the id `tn`."""
    return Procedure(
        id="proeve",
        title="Prøve",
        theme="tema",
        summary="",
        trigger="Noget er sket",
        checked=Checked("bl", date(2026, 1, 1)),
        roles=roles,
        steps=tuple(_step(number, draft) for number, draft in enumerate(drafts)),
    )


def _step(number: int, draft: Draft) -> Step:
    return Step(
        id=f"t{number}",
        title=draft.title,
        kind=draft.kind,
        role=draft.role,
        deadline=Deadline(within="6 weekdays", after="trigger") if draft.deadline else None,
        checklist=tuple(CheckItem(f"Punkt {item}") for item in range(draft.items)),
        next=tuple(Transition(f"t{target}", when) for target, when in draft.ways),
    )


@st.composite
def tangles(draw: st.DrawFn, most: int = 14) -> Procedure:
    """Any ways between any steps, on or back, whatever sense they make."""
    count = draw(st.integers(1, most))
    roles = ROLES[: draw(st.integers(1, 5))]
    drafts = []
    for number in range(count):
        kind = draw(st.sampled_from((StepKind.DECISION, *_PLAIN, StepKind.END)))
        targets = draw(st.lists(st.integers(0, count - 1), max_size=4))
        words = st.sampled_from(WORDS) if kind is StepKind.DECISION else st.just("")
        draft = Draft(kind, draw(st.sampled_from(roles)), draw(st.sampled_from(TITLES)))
        draft.ways = [(target, draw(words)) for target in targets]
        draft.items = draw(st.integers(0, 1))
        draft.deadline = draw(st.booleans())
        drafts.append(draft)
        del number
    return build(drafts, roles)


@st.composite
def sensible(draw: st.DrawFn, most: int = 24) -> Procedure:
    """Procedures as people write them."""
    return grown(draw(st.integers(0, 10**6)), draw(st.integers(1, most)), draw(st.integers(1, 8)))


def grown(seed: int, steps: int, roles: int) -> Procedure:
    """Grow a procedure of about so many steps; the same seed gives the same one."""
    return _Grower(Random(seed), ROLES[:roles]).grow(steps)


class _Grower:
    """Writes chains of steps, choices with ends beside them, parallel parts and ways back."""

    def __init__(self, random: Random, roles: tuple[str, ...]) -> None:
        self.random = random
        self.roles = roles
        self.role = roles[-1]
        self.drafts: list[Draft] = []

    def grow(self, steps: int) -> Procedure:
        last = self._chain(max(1, steps - 1), 0)
        if steps > 1:
            end = self._add(StepKind.END)
            for number in last:
                self._lead(number, end)
        return build(self.drafts, self.roles)

    def _add(self, kind: StepKind) -> int:
        if self.random.random() < 0.35:
            self.role = self.random.choice(self.roles)
        draft = Draft(kind, self.role, self.random.choice(TITLES))
        draft.items = self.random.choice((0, 4, 12))
        draft.deadline = self.random.random() < 0.3
        self.drafts.append(draft)
        return len(self.drafts) - 1

    def _lead(self, source: int, target: int) -> None:
        draft = self.drafts[source]
        is_choice = draft.kind is StepKind.DECISION
        draft.ways.append((target, self.random.choice(WORDS) if is_choice else ""))

    def _chain(self, steps: int, depth: int) -> list[int]:
        """Write about so many steps in a row; return those that lead on from it."""
        open_ends: list[int] = []
        until = len(self.drafts) + steps
        while len(self.drafts) < until:
            room = until - len(self.drafts)
            if room >= 4 and depth < 3 and self.random.random() < 0.4:
                open_ends = self._fork(room, depth, open_ends)
            else:
                open_ends = self._one(open_ends)
        return open_ends

    def _one(self, open_ends: list[int]) -> list[int]:
        number = self._add(self.random.choice(_PLAIN))
        for before in open_ends:
            self._lead(before, number)
        return [number]

    def _fork(self, room: int, depth: int, open_ends: list[int]) -> list[int]:
        choice = self.random.random() < 0.65
        fork = self._add(StepKind.DECISION if choice else self.random.choice(_PLAIN))
        for before in open_ends:
            self._lead(before, fork)
        branches = self.random.randint(1, 3)
        found: list[int] = []
        for _ in range(branches):
            first = len(self.drafts)
            size = self.random.randint(1, max(1, (room - 1) // (branches + 1)))
            found += self._chain(size, depth + 1)
            self._lead(fork, first)
        if choice:
            self._choices(fork, found)
        return list(dict.fromkeys(found))

    def _choices(self, fork: int, found: list[int]) -> None:
        """Ends beside the decision, ways past the branches, several ways to one step, ways back."""
        if self.random.random() < 0.5:
            self._lead(fork, self._add(StepKind.END))
        if self.random.random() < 0.3:
            found.append(fork)
        if self.random.random() < 0.2:
            self._lead(fork, self.drafts[fork].ways[0][0])
        if self.random.random() < 0.25:
            self._lead(fork, self.random.randrange(max(0, fork - 8), fork + 1))
