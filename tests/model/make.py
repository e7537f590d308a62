"""Small documents for tests, and hypothesis strategies that make whole ones."""

from collections.abc import Iterable
from datetime import date

from hypothesis import strategies as st

from app.model.library.procedure import Checked, Procedure, Step, StepKind, Transition

CHECKED = Checked("bl", date(2025, 3, 17))


def step(step_id: str, *targets: str, kind: StepKind = StepKind.ACTIVITY, **more: object) -> Step:
    """Make a sound step with ways to the targets; a decision's ways get conditions."""
    asks = kind is StepKind.DECISION
    if kind is not StepKind.END:
        more = {"guide": "Gør det\n", "document": "## Gjort\n", **more}
    ways = tuple(Transition(to, f"Vej {n}" if asks else "") for n, to in enumerate(targets))
    return Step(step_id, step_id.title(), kind, "raadgiver", next=ways, **more)  # type: ignore[arg-type]  # one factory for all fields


def procedure(*steps: Step, **more: object) -> Procedure:
    """Make a procedure of these steps."""
    return Procedure(
        "prove",
        "Prøve",
        "tema",
        "En prøve",
        "Noget er sket",
        ("raadgiver",),
        steps,
        checked=CHECKED,
        **more,  # type: ignore[arg-type]  # one factory for all fields
    )


def flow(text: str) -> Procedure:
    """Make a procedure from lines such as `a > b c`, `b? > c d` (decision), `c!` (end)."""
    return procedure(*(_step_of(line) for line in text.split("\n") if line.strip()))


def _step_of(line: str) -> Step:
    name, _, targets = (part.strip() for part in line.partition(">"))
    kinds = {
        "?": StepKind.DECISION,
        "!": StepKind.END,
        "~": StepKind.WAIT,
        "&": StepKind.CONVERSATION,
    }
    kind = kinds.get(name[-1], StepKind.ACTIVITY)
    return step(name.rstrip("?!~&"), *targets.split(), kind=kind)


@st.composite
def flows(draw: st.DrawFn, most: int = 9) -> Procedure:
    """Draw any graph of steps: with cycles, islands, dead ends and ways that lead nowhere."""
    count = draw(st.integers(1, most))
    ids = [f"s{number}" for number in range(count)]
    target = st.sampled_from([*ids, "intet"])
    return procedure(*draw(_steps(ids, st.lists(target, max_size=3))))


@st.composite
def _steps(
    draw: st.DrawFn, ids: Iterable[str], targets: st.SearchStrategy[list[str]]
) -> list[Step]:
    kinds = st.sampled_from(StepKind)
    return [step(step_id, *draw(targets), kind=draw(kinds)) for step_id in ids]
